"""Reads the events of another program's calendar, by icalendar.

icalendar takes 80 ms to import, so only `boardroom calendar read` loads this module. It is lenient:
a value that it can't read is broken only when it is asked for.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo

import icalendar

from boardroom.formats.calendar_text import LINKS, CalendarText, EventText
from boardroom.formats.calendar_times import in_zone
from boardroom.formats.calendar_zones import FAULTS, Zones
from boardroom.record import Record
from boardroom.rules.calendar_events import Guest

_YEARS = range(1900, 2201)
_OPEN = (
    ("STATUS", ("TENTATIVE",)),
    ("TRANSP", ("TRANSPARENT",)),
    ("X-MICROSOFT-CDO-BUSYSTATUS", ("FREE", "TENTATIVE", "OOF")),
)
"""Properties of what stands in a calendar and may be no meeting, like somebody's leave."""
_JOINERS = "\u200c\u200d"
"""What nobody sees, but holds a picture of several together, or a Persian word."""
_CALLED_OFF = re.compile(
    r"(?:cancell?ed|abgesagt|annulé|cancelad[oa]|annullato|geannuleerd|inställt|aflyst|avlyst"
    r"|odwołane)\s?: ",
    re.IGNORECASE,
)
"""How Outlook begins the title of a meeting that its host called off, in some languages."""


class CalendarEvent(Record):
    """An event as its file has it: one, a whole series, or one of a series that was changed.

    `start` is a local time of its own `zone` (None: of the reader's), or a day; so are the days
    that are excluded and added. `recurrence` is where the series had it, in a zone of its own; the
    change may be of all that follow (`and_later`). `guests_count` may be more than the guests that
    were read. An event that may be no meeting `is_open`: tentative, or its time is free.
    """

    uid: str
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
    and_later: bool = False
    is_open: bool = False


class ReadCalendar(Record):
    """The events that could be read, and the places of those that could not."""

    events: tuple[CalendarEvent, ...]
    unread: tuple[str, ...]
    has_unknown_zone: bool


def read_events(calendar: CalendarText) -> ReadCalendar:
    """Reads the chosen events of a calendar."""
    zones = Zones(calendar.zones)
    events: list[CalendarEvent] = []
    unread: list[str] = []
    with warnings.catch_warnings():  # of zones that icalendar guesses by their names
        warnings.simplefilter("ignore")
        for text in calendar.events:
            try:
                events.append(_event(text, zones))
            except FAULTS:
                unread.append(text.place)
    return ReadCalendar(tuple(events), tuple(unread), zones.has_unknown)


def _event(text: EventText, zones: Zones) -> CalendarEvent:
    component = icalendar.Event.from_ical(text.text)
    begins, zone = _time(component["DTSTART"], zones)
    start = _day_if_whole(component, begins, zones)
    title = _line(component.get("SUMMARY", ""))
    recurrence, recurrence_zone, and_later = None, None, False
    if "RECURRENCE-ID" in component:
        recurrence, recurrence_zone = _time(component["RECURRENCE-ID"], zones)
        params = getattr(component["RECURRENCE-ID"], "params", {})
        and_later = str(params.get("RANGE", "")).upper() == "THISANDFUTURE"
    rule = component.get("RRULE")
    guests = [_guest(guest) for guest in _listed(component.get("ATTENDEE"))]
    organizer = component.get("ORGANIZER")
    host = None if organizer is None else _guest(organizer)
    count = text.guests_count
    if host is not None and all(guest.address != host.address for guest in guests):
        guests.append(host)
        count += 1
    return CalendarEvent(
        uid=str(component.get("UID", ""))[:1000] or text.place,
        start=start,
        zone=zone,
        minutes=_minutes(component, start, zone, zones),
        title=title,
        place=_place(component),
        guests=tuple(guests),
        guests_count=count,
        is_cancelled=str(component.get("STATUS", "")).upper() == "CANCELLED"
        or _CALLED_OFF.match(title) is not None,
        is_private=str(component.get("CLASS", "")).upper() in ("PRIVATE", "CONFIDENTIAL"),
        sequence=_number(component.get("SEQUENCE")),
        rule=None if rule is None else {str(key).upper(): rule[key] for key in rule},
        excluded=tuple(_dates(component.get("EXDATE"), zone, zones)),
        added=tuple(_dates(component.get("RDATE"), zone, zones)),
        recurrence=recurrence,
        recurrence_zone=recurrence_zone,
        and_later=and_later,
        is_open=any(str(component.get(name, "")).upper() in values for name, values in _OPEN),
    )


def _time(value: object, zones: Zones) -> tuple[datetime | date, tzinfo | None]:
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


def _day_if_whole(
    component: icalendar.Component, start: datetime | date, zones: Zones
) -> datetime | date:
    """The day of an event that goes from midnight to midnight, as Exchange has whole days."""
    if isinstance(start, datetime) and start.time() == time.min and "DTEND" in component:
        end, _ = _time(component["DTEND"], zones)
        if isinstance(end, datetime) and end.time() == time.min and end > start:
            return start.date()
    return start


def _place(component: icalendar.Component) -> str | None:
    """The place of an event; the link to its call, if it has no other."""
    values = (component.get(name, "") for name in ("LOCATION", *LINKS))
    return next((line for line in map(_line, values) if line), None)


def _dates(value: object, zone: tzinfo | None, zones: Zones) -> Iterable[datetime | date]:
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
    component: icalendar.Component, start: datetime | date, zone: tzinfo | None, zones: Zones
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
    if "@" not in address:  # iCloud names a person by a path, and the address beside it
        address = str(params.get("EMAIL", "")).strip()
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
    letters = (c if c.isprintable() or c in _JOINERS else " " for c in str(value))
    return " ".join("".join(letters).split())[:1000]


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
