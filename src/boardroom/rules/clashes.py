"""Meetings whose times overlap. Those whose ends touch do not, nor do those without a time."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from boardroom.record import Record


class Slot(Record):
    """When a meeting is; `at` is like `15:30`, if it has a time of day."""

    on: date
    at: str | None
    minutes: int


def overlap(one: Slot, other: Slot) -> bool:
    """Whether two meetings overlap; one that goes on after midnight may reach the next day."""
    if one.at is None or other.at is None:
        return False
    start, other_start = _start(one), _start(other)
    return start < _end(other) and other_start < _end(one)


def end_time(slot: Slot) -> str:
    """The time of day at which a meeting with a time ends."""
    return f"{_end(slot):%H:%M}"


def _start(slot: Slot) -> datetime:
    assert slot.at is not None  # checked by the caller
    return datetime.combine(slot.on, time.fromisoformat(slot.at))


def _end(slot: Slot) -> datetime:
    return _start(slot) + timedelta(minutes=slot.minutes)
