"""The single events of a calendar in some days, with what was changed in a series."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice

from boardroom.formats.calendar_reading import CalendarEvent
from boardroom.formats.calendar_rules import MOST_OF_A_SERIES, NotFollowed, series_rule
from boardroom.formats.calendar_times import in_zone
from boardroom.record import Record
from boardroom.rules.calendar_events import Occurrence
from boardroom.rules.day_format import to_local


class Series(Record):
    """The single events that a series, or an event alone, has in some days."""

    occurrences: tuple[Occurrence, ...]
    is_followed: bool


def occurrences_of(events: Sequence[CalendarEvent], first: date, last: date) -> Series:
    """The occurrences of the events of one UID between two days, both included.

    Of several versions of an event, the one with the highest SEQUENCE counts.
    """
    master: CalendarEvent | None = None
    for event in events:
        if event.recurrence is None and (master is None or event.sequence >= master.sequence):
            master = event
    changed = _changed(events, master)
    found = [*_changed_occurrences(changed, master, first, last)]
    if master is None:
        return Series(tuple(found), is_followed=True)
    is_followed = True
    try:
        starts = [*dict.fromkeys(_starts(master, first, last))]
    except NotFollowed:
        starts, is_followed = [master.start], False
    is_series = len(starts) > 1 or bool(changed)
    slots = {*changed, *(slot.date() for slot in changed if slot.time() == time.min)}
    excluded = {*master.excluded}
    for start in starts:
        if start in slots or _day(start) in slots:
            continue
        is_off = start in excluded or _day(start) in excluded
        one = master._replace(is_cancelled=True) if is_off else master
        found += _dated(one, start, first, last, is_series=is_series)
    return Series(tuple(sorted(found, key=lambda one: (one.start, one.title))), is_followed)


def _changed(
    events: Sequence[CalendarEvent], master: CalendarEvent | None
) -> dict[datetime, CalendarEvent]:
    """The events that differ from their series, by where that had them, in its own zone."""
    changed: dict[datetime, CalendarEvent] = {}
    for event in events:
        if event.recurrence is None:
            continue
        zone = event.recurrence_zone if master is None else master.zone
        slot = in_zone(event.recurrence, event.recurrence_zone, zone)
        at = slot if isinstance(slot, datetime) else datetime.combine(slot, time.min)
        known = changed.get(at)
        if known is None or event.sequence >= known.sequence:
            changed[at] = event
    return changed


def _changed_occurrences(
    changed: Mapping[datetime, CalendarEvent],
    master: CalendarEvent | None,
    first: date,
    last: date,
) -> Iterator[Occurrence]:
    for slot, event in changed.items():
        own = event
        if master is not None:
            own = event._replace(
                guests=event.guests or master.guests,
                title=event.title or master.title,
                place=event.place or master.place,
            )
        zone = event.recurrence_zone if master is None else master.zone
        was_on, was_at = _local(slot, zone)
        for occurrence in _dated(own, own.start, first, last, is_series=True):
            has_moved = (occurrence.on, occurrence.at) != (was_on, was_at)
            yield occurrence._replace(was_on=was_on, was_at=was_at) if has_moved else occurrence


def _dated(
    event: CalendarEvent,
    start: datetime | date,
    first: date,
    last: date,
    *,
    is_series: bool,
) -> Iterator[Occurrence]:
    """The occurrence at a start, if that is a time between the two days."""
    if not isinstance(start, datetime):
        return
    try:
        on, at = _local(start, event.zone)
        instant = _instant(start, event.zone)
    except (ValueError, OverflowError, OSError):
        return
    if first <= on <= last:
        yield Occurrence(
            event.uid,
            event.title,
            event.place,
            instant,
            on,
            at,
            event.minutes,
            event.guests,
            is_cancelled=event.is_cancelled,
            is_series=is_series,
        )


def _starts(event: CalendarEvent, first: date, last: date) -> Iterator[datetime | date]:
    """The starts of a series in its own zone, up to a day after `last`.

    Raises:
        NotFollowed: its rule is none that is followed.
    """
    yield from event.added[:MOST_OF_A_SERIES]
    start = event.start
    if event.rule is None or not isinstance(start, datetime):
        yield start
        return
    end = datetime.combine(last + timedelta(days=1), time.max)
    for found in islice(series_rule(event.rule, start, first, event.zone), MOST_OF_A_SERIES):
        if found > end:
            return
        yield found


def _day(value: datetime | date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _instant(start: datetime, zone: tzinfo | None) -> datetime:
    """The instant of a time; of one without a zone, as this computer's clocks show it."""
    return datetime.fromtimestamp(start.replace(tzinfo=zone).timestamp(), UTC)


def _local(start: datetime, zone: tzinfo | None) -> tuple[date, str]:
    local = start if zone is None else to_local(start.replace(tzinfo=zone))
    return local.date(), f"{local:%H:%M}"
