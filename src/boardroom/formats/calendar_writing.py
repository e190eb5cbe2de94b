"""Writes events as iCalendar (RFC 5545), for programs that subscribe to a calendar.

Nobody is named as an attendee or organizer, and there is no METHOD: clients would send them mail.
Times are in UTC, because Google takes those without a zone for UTC.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta

from boardroom.record import Record

_PRODUCT = "-//boardroom//boardroom//EN"
_HEADER = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{_PRODUCT}", "CALSCALE:GREGORIAN")
_SUBSCRIBED = (
    "X-WR-CALNAME:boardroom",
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
)
_FOOTER = ("END:VCALENDAR",)
_BOARD = "X-BOARDROOM-BOARD"
_OCTETS = 75
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
_EVENT = re.compile(r"BEGIN:VEVENT\r?\n.*?END:VEVENT\r?\n", re.DOTALL)
_FOLD = re.compile(r"\r?\n[ \t]")
_STAMPS = ("DTSTAMP", "LAST-MODIFIED", "SEQUENCE")


class Event(Record):
    """An event of a calendar: at a time in UTC, or without one on a whole day.

    `sequence` counts its changes; the last was at `changed_at`, an instant in UTC. A `free` event
    takes no time in the calendar.
    """

    uid: str
    title: str
    on: date
    start: datetime | None
    minutes: int
    sequence: int
    changed_at: datetime
    place: str | None = None
    description: str | None = None
    cancelled: bool = False
    free: bool = False


class WrittenEvent(Record):
    """An event as it stands in a calendar: its text, and which board it was written from."""

    text: str
    board: str
    sequence: int

    @property
    def content(self) -> str:
        """The text without what counts and dates its changes."""
        lines = _FOLD.sub("", self.text).splitlines()
        return "\n".join(line for line in lines if not line.startswith(_STAMPS))


def write_calendar(
    events: Iterable[Event],
    *,
    board: str,
    now: datetime,
    earlier: Mapping[str, WrittenEvent] | None = None,
) -> str:
    """A calendar of events, to subscribe to; see `write_event` for the rest."""
    texts = (
        write_event(event, board=board, now=now, earlier=(earlier or {}).get(event.uid))
        for event in events
    )
    return f"{_joined((*_HEADER, *_SUBSCRIBED))}{''.join(texts)}{_joined(_FOOTER)}"


def write_event_file(text: str) -> str:
    """A calendar of one event, whose text `write_event` has made, as a folder keeps it."""
    return f"{_joined(_HEADER)}{text}{_joined(_FOOTER)}"


def write_event(
    event: Event, *, board: str, now: datetime, earlier: WrittenEvent | None = None
) -> str:
    """The lines of an event, written from the `board` of that uid.

    If it stands in the calendar as it was `earlier`, nothing about it changes. Else its SEQUENCE
    rises, even where the board was taken back to an older state and knows of fewer changes.
    """
    text = _event_text(event, board)
    if earlier is None:
        return text
    if WrittenEvent(text, board, 0).content == earlier.content:
        return earlier.text
    if event.sequence > earlier.sequence:
        return text
    return _event_text(event._replace(sequence=earlier.sequence + 1, changed_at=now), board)


def is_own_calendar(text: str) -> bool:
    """Whether boardroom has written a calendar."""
    return f"PRODID:{_PRODUCT}" in text.splitlines()


def written_events(text: str) -> dict[str, WrittenEvent]:
    """The events of a calendar that boardroom has written, by their UID."""
    events = {}
    for found in _EVENT.findall(text):
        values = dict(
            line.split(":", 1) for line in _FOLD.sub("", found).splitlines() if ":" in line
        )
        sequence = values.get("SEQUENCE", "")
        events[values.get("UID", "")] = WrittenEvent(
            found,
            values.get(_BOARD, ""),
            int(sequence) if sequence.isascii() and sequence.isdigit() else 0,
        )
    return events


def _event_text(event: Event, board: str) -> str:
    changed_at = _instant(event.changed_at)
    lines = [
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{changed_at}",
        f"LAST-MODIFIED:{changed_at}",
        f"SEQUENCE:{event.sequence}",
        *_days(event),
        f"SUMMARY:{_text(event.title)}",
    ]
    if event.place:
        lines.append(f"LOCATION:{_text(event.place)}")
    if event.description:
        lines.append(f"DESCRIPTION:{_text(event.description)}")
    lines += (
        f"STATUS:{'CANCELLED' if event.cancelled else 'CONFIRMED'}",
        f"TRANSP:{'TRANSPARENT' if event.free or event.cancelled else 'OPAQUE'}",
        f"{_BOARD}:{board}",
        "END:VEVENT",
    )
    return _joined(lines)


def _days(event: Event) -> tuple[str, str]:
    if event.start is None:
        end = event.on + timedelta(days=1)
        return f"DTSTART;VALUE=DATE:{event.on:%Y%m%d}", f"DTEND;VALUE=DATE:{end:%Y%m%d}"
    end_at = event.start + timedelta(minutes=event.minutes)
    return f"DTSTART:{_instant(event.start)}", f"DTEND:{_instant(end_at)}"


def _instant(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    """A TEXT value: escaped, and without the characters that no line can hold."""
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text)).translate(_ESCAPES)


def _joined(lines: Iterable[str]) -> str:
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, none of which parts a character."""
    if len(line.encode()) <= _OCTETS:
        return line
    pieces, piece, size = [], "", 0
    for character in line:
        length = len(character.encode())
        if size + length > _OCTETS:
            pieces.append(piece)
            piece, size = "", 1  # the blank that begins the next line
        piece, size = piece + character, size + length
    return "\r\n ".join((*pieces, piece))
