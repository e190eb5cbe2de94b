"""The single events of a calendar in some days, with what was changed in a series."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice

from boardroom.formats.calendar_reading import CalendarEvent
from boardroom.formats.calendar_rules import MOST_OF_A_SERIES, NotFollowed, series_rule
from boardroom.formats.calendar_times import in_zone
from boardroom.record import Record
from boardroom.rules.calendar_events import Occurrence
from boardroom.rules.day_format import to_local


class Versions(Record):
    """An event or a series, and what was changed in it, by where the series had that."""

    main: CalendarEvent | None
    changed: dict[datetime, CalendarEvent]

    @property
    def all(self) -> tuple[CalendarEvent, ...]:
        """The event or series first, if the file has it."""
        return (*((self.main,) if self.main else ()), *self.changed.values())


class Dated(Record):
    """An occurrence, and the event that it is one of."""

    event: CalendarEvent
    occurrence: Occurrence


class Series(Record):
    """The single events that a series, or an event alone, has in some days."""

    occurrences: tuple[Dated, ...]
    is_followed: bool


def versions_of(events: Sequence[CalendarEvent]) -> Versions:
    """The events of one UID. Of several versions, the one with the highest SEQUENCE counts.

    What a changed one leaves out is that of its series.
    """
    main: CalendarEvent | None = None
    for event in events:
        if event.recurrence is None and (main is None or event.sequence >= main.sequence):
            main = event
    changed: dict[datetime, CalendarEvent] = {}
    for event in events:
        if event.recurrence is None:
            continue
        zone = event.recurrence_zone if main is None else main.zone
        slot = in_zone(event.recurrence, event.recurrence_zone, zone)
        at = slot if isinstance(slot, datetime) else datetime.combine(slot, time.min)
        known = changed.get(at)
        if known is None or event.sequence >= known.sequence:
            changed[at] = event if main is None else _completed(event, main)
    return Versions(main, changed)


def _completed(event: CalendarEvent, main: CalendarEvent) -> CalendarEvent:
    with_guests = event if event.guests else main
    return event._replace(
        title=event.title or main.title,
        place=event.place or main.place,
        guests=with_guests.guests,
        guests_count=with_guests.guests_count,
        is_private=event.is_private or main.is_private,
    )


def occurrences_of(versions: Versions, first: date, last: date) -> Series:
    """The occurrences of the events of one UID between two days, both included."""
    main, changed = versions
    found = [*_changed_occurrences(versions)]
    is_followed = True
    if main is not None:
        try:
            starts = [*dict.fromkeys(_starts(main, first, last))]
        except NotFollowed:
            starts, is_followed = [main.start], False
        is_series = bool(main.rule or main.added or changed)
        slots = {*changed, *(slot.date() for slot in changed if slot.time() == time.min)}
        excluded = {*main.excluded}
        later = sorted(slot for slot, event in changed.items() if event.and_later)
        for start in starts:
            if start in slots or _day(start) in slots:
                continue
            is_off = start in excluded or _day(start) in excluded
            earlier = bisect(later, start) if isinstance(start, datetime) else 0
            if isinstance(start, datetime) and earlier:
                slot = later[earlier - 1]
                found += _since(slot, changed[slot], start, main.zone, is_off=is_off)
            else:
                found += _dated(main, start, main.zone, is_off=is_off, is_series=is_series)
    within = [one for one in found if first <= one.occurrence.on <= last]
    within.sort(key=lambda one: (one.occurrence.start, one.occurrence.title))
    return Series(tuple(within), is_followed)


def _changed_occurrences(versions: Versions) -> Iterator[Dated]:
    for slot, event in versions.changed.items():
        zone = versions.main.zone if versions.main else event.recurrence_zone
        for dated in _dated(event, event.start, event.zone, is_series=True):
            yield _moved(dated, slot, zone)


def _since(
    slot: datetime, event: CalendarEvent, start: datetime, zone: tzinfo | None, *, is_off: bool
) -> Iterator[Dated]:
    """The occurrence of a series at a start, after `event` changed all from a slot on."""
    begins = in_zone(event.start, event.zone, zone)
    then: datetime | date
    if isinstance(begins, datetime):
        then = start + (begins - slot)
    else:
        then = start.date() + (begins - slot.date())
    for dated in _dated(event, then, zone, is_off=is_off, is_series=True):
        yield _moved(dated, start, zone)


def _moved(dated: Dated, slot: datetime, zone: tzinfo | None) -> Dated:
    """The occurrence with where its series had it, if it is not there."""
    was_on, was_at = _local(slot, zone)
    occurrence = dated.occurrence
    if (occurrence.on, occurrence.at) == (was_on, was_at):
        return dated
    return dated._replace(occurrence=occurrence._replace(was_on=was_on, was_at=was_at))


def _dated(
    event: CalendarEvent,
    start: datetime | date,
    zone: tzinfo | None,
    *,
    is_series: bool,
    is_off: bool = False,
) -> Iterator[Dated]:
    """The occurrence at a start; nothing if no calendar has that day."""
    begins = start if isinstance(start, datetime) else datetime.combine(start, time.min)
    own_zone = zone if isinstance(start, datetime) else None
    try:
        on, at = _local(begins, own_zone)
        instant = datetime.fromtimestamp(begins.replace(tzinfo=own_zone).timestamp(), UTC)
    except (ValueError, OverflowError, OSError):
        return
    occurrence = Occurrence(
        event.uid,
        event.title,
        event.place,
        instant,
        on,
        at if isinstance(start, datetime) else None,
        event.minutes,
        is_cancelled=event.is_cancelled or is_off,
        is_series=is_series,
        sequence=event.sequence,
    )
    yield Dated(event, occurrence)


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


def _local(start: datetime, zone: tzinfo | None) -> tuple[date, str]:
    """The day and time of a start; of one without a zone, as this computer's clocks show it."""
    local = start if zone is None else to_local(start.replace(tzinfo=zone))
    return local.date(), f"{local:%H:%M}"
