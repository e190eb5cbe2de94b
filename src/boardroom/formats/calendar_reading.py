"""Reads the events of another program's calendar, by icalendar.

icalendar takes 80 ms to import, so only `boardroom calendar read` loads this module. It is lenient:
a value that it can't read is broken only when it is asked for.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import icalendar
from icalendar.timezone import tzp

from boardroom.formats.calendar_text import CalendarText, EventText
from boardroom.formats.calendar_times import in_zone
from boardroom.record import Record
from boardroom.rules.calendar_events import Guest

_FAULTS = (ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError, OSError)
"""What icalendar and the zones raise for values that are not as they should be."""
_ZONE_RULE = re.compile(r"^RRULE[;:](.*)", re.MULTILINE | re.IGNORECASE)
_PARTS = re.compile(r"(FREQ=YEARLY|(INTERVAL=1|BYDAY|BYMONTH|BYMONTHDAY|UNTIL|WKST)(=[^;]*)?);?")
_MOST_ZONES, _MOST_ZONE_PARTS = 20, 10
_YEARS = range(1900, 2201)


class CalendarEvent(Record):
    """An event as its file has it: one, a whole series, or one of a series that was changed.

    `start` is a local time of its own `zone` (None: of the reader's), or a day; so are the days
    that are excluded and added. `recurrence` is where the series had it, in a zone of its own.
    `guests_count` may be more than the guests that were read.
    """

    uid: str
    line: int
    start: datetime | date
    zone: tzinfo | None
    minutes: int | None
    title: str
    place: str | None
    guests: tuple[Guest, ...]
    guests_count: int
    is_cancelled: bool
    is_private: bool
    sequence: int
    rule: Mapping[str, list[object]] | None = None
    excluded: tuple[datetime | date, ...] = ()
    added: tuple[datetime | date, ...] = ()
    recurrence: datetime | date | None = None
    recurrence_zone: tzinfo | None = None


class ReadCalendar(Record):
    """The events that could be read, and the lines of those that could not."""

    events: tuple[CalendarEvent, ...]
    unread_lines: tuple[int, ...]
    has_unknown_zone: bool


def read_events(calendar: CalendarText) -> ReadCalendar:
    """Reads the chosen events of a calendar."""
    zones = _Zones(calendar.zones)
    events: list[CalendarEvent] = []
    unread: list[int] = []
    with warnings.catch_warnings():  # of zones that icalendar guesses by their names
        warnings.simplefilter("ignore")
        for text in calendar.events:
            try:
                events.append(_event(text, zones))
            except _FAULTS:
                unread.append(text.line)
    return ReadCalendar(tuple(events), tuple(unread), zones.has_unknown)


class _Zones:
    """The time zones of a file by their names, made when they are first needed."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.has_unknown = False
        self._texts = {}
        for text in texts:
            name = re.search(r"^TZID[^:\n]*:(.*)", text, re.MULTILINE | re.IGNORECASE)
            is_simple = text.upper().count("BEGIN:") <= _MOST_ZONE_PARTS
            if name and is_simple and all(map(_is_yearly, _ZONE_RULE.findall(text))):
                self._texts[name.group(1).strip()] = text
        self._zones: dict[str, tzinfo | None] = {}

    def zone(self, name: str, read_as: tzinfo | None) -> tzinfo | None:
        """The zone of a name: the world's, else the file's own, else what icalendar takes it for.

        None if it is unknown.
        """
        if name not in self._zones:
            zone = _known_zone(name) or self._own_zone(name) or read_as
            self._zones[name] = zone
            self.has_unknown |= zone is None
        return self._zones[name]

    def _own_zone(self, name: str) -> tzinfo | None:
        if name not in self._texts or len(self._zones) >= _MOST_ZONES:
            return None
        try:
            component = icalendar.Timezone.from_ical(self._texts[name])
            if not isinstance(component, icalendar.Timezone):
                return None
            zone: tzinfo = component.to_tz(tzp, lookup_tzid=False)
            zone.utcoffset(datetime(2026, 1, 1))  # noqa: DTZ001  a zone's own time
        except _FAULTS:
            return None
        return zone


def _is_yearly(rule: str) -> bool:
    return "FREQ=YEARLY" in rule.upper() and not _PARTS.sub("", rule.strip().upper())


def _known_zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, *_FAULTS):
        return None


def _event(text: EventText, zones: _Zones) -> CalendarEvent:
    component = icalendar.Event.from_ical(text.text)
    start, zone = _time(component["DTSTART"], zones)
    recurrence, recurrence_zone = None, None
    if "RECURRENCE-ID" in component:
        recurrence, recurrence_zone = _time(component["RECURRENCE-ID"], zones)
    rule = component.get("RRULE")
    guests = [_guest(guest) for guest in _listed(component.get("ATTENDEE"))]
    organizer = component.get("ORGANIZER")
    host = None if organizer is None else _guest(organizer)
    count = text.guests_count
    if host is not None and all(guest.address != host.address for guest in guests):
        guests.append(host)
        count += 1
    return CalendarEvent(
        uid=str(component.get("UID", ""))[:1000] or f"line {text.line}",
        line=text.line,
        start=start,
        zone=zone,
        minutes=_minutes(component, start, zone, zones),
        title=_line(component.get("SUMMARY", "")),
        place=_line(component.get("LOCATION", "")) or None,
        guests=tuple(guests),
        guests_count=count,
        is_cancelled=str(component.get("STATUS", "")).upper() == "CANCELLED",
        is_private=str(component.get("CLASS", "")).upper() in ("PRIVATE", "CONFIDENTIAL"),
        sequence=_number(component.get("SEQUENCE")),
        rule=None if rule is None else {str(key).upper(): rule[key] for key in rule},
        excluded=tuple(_dates(component.get("EXDATE"), zone, zones)),
        added=tuple(_dates(component.get("RDATE"), zone, zones)),
        recurrence=recurrence,
        recurrence_zone=recurrence_zone,
    )


def _time(value: object, zones: _Zones) -> tuple[datetime | date, tzinfo | None]:
    """A time of its own zone, without that zone, and the zone; or a day.

    Raises:
        ValueError: it is no time, or in a year that no board has.
    """
    read = value.dt  # type: ignore[attr-defined]  # of a time; a broken one raises
    if not isinstance(read, date) or read.year not in _YEARS:
        raise ValueError("no day of a board")
    if not isinstance(read, datetime):
        return read, None
    name = str(getattr(value, "params", {}).get("TZID", ""))
    zone = zones.zone(name, read.tzinfo) if name else read.tzinfo
    return read.replace(tzinfo=None), zone


def _dates(value: object, zone: tzinfo | None, zones: _Zones) -> Iterable[datetime | date]:
    for listed in _listed(value):
        params = getattr(listed, "params", {})
        for one in getattr(listed, "dts", ()):
            name = str(params.get("TZID", "") or one.params.get("TZID", ""))
            read = one.dt
            if isinstance(read, tuple):  # a period begins with its time
                read = read[0]
            if not isinstance(read, datetime):
                yield read
                continue
            own = zones.zone(name, read.tzinfo) if name else read.tzinfo
            yield in_zone(read.replace(tzinfo=None), own, zone)


def _minutes(
    component: icalendar.Component, start: datetime | date, zone: tzinfo | None, zones: _Zones
) -> int | None:
    """How long an event is; None if it does not say, or it is no meeting's length."""
    if "DURATION" in component:
        length = getattr(component["DURATION"], "dt", None)
    elif "DTEND" in component:
        end, end_zone = _time(component["DTEND"], zones)
        if not isinstance(end, datetime) or not isinstance(start, datetime):
            return None
        length = _instant(end, end_zone or zone) - _instant(start, zone)
    else:
        return None
    minutes = int(length / timedelta(minutes=1)) if isinstance(length, timedelta) else 0
    return minutes if 0 < minutes <= 24 * 60 else None


def _instant(read: datetime, zone: tzinfo | None) -> datetime:
    return read.replace(tzinfo=zone or UTC)


def _guest(value: object) -> Guest:
    params = getattr(value, "params", {})
    text = str(value).strip()
    address = text[7:] if text[:7].lower() == "mailto:" else text
    return Guest(
        str(params.get("CN", "")).strip(),
        address.lower() if "@" in address else "",
        declined=str(params.get("PARTSTAT", "")).upper() == "DECLINED",
    )


def _listed(value: object) -> list[object]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _line(value: object) -> str:
    """A text on one line, without what a line can't hold."""
    return " ".join("".join(c if c.isprintable() else " " for c in str(value)).split())[:1000]


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
