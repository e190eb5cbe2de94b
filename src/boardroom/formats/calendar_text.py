"""Splits the text of another program's calendar into its events, without reading them.

A calendar of ten years has tens of thousands of events, and a few with people on file. Only those
are worth reading, so they are chosen by their words first.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator, Mapping

from boardroom.errors import ImportRejected
from boardroom.formats.board_content import NOTHING_IMPORTED, UTF_16_MARKS
from boardroom.record import Record
from boardroom.rules.calendar_uids import DOMAIN

LINKS = ("CONFERENCE", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL")
"""The properties of an event that link to a call."""
_READ = frozenset(
    {"UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}
    | {"SUMMARY", "LOCATION", "STATUS", "CLASS", "ATTENDEE", "ORGANIZER", "SEQUENCE", "DTSTAMP"}
    | {"TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", *LINKS}
)
"""The properties of an event that are read."""
_REPEATED = frozenset({"RDATE", "EXDATE", "ATTENDEE"})
_LONGEST_LINE = 4_000
_MOST_LINES = 100
_MOST_EVENTS = 3_000
_MOST_CHARACTERS = 3_000_000
_LONGEST_ZONE = 6_000
_MOST_ZONES = 200
_DEEPEST = 10
_CHUNK = 2**20
_COMPONENT = re.compile(rb"^(BEGIN|END|METHOD):([^\r\n]{0,80})", re.MULTILINE | re.IGNORECASE)
_FOLDS = (b"\r\n ", b"\r\n\t", b"\n ", b"\n\t")
_NAME = re.compile(r"[A-Za-z0-9-]+")
_UID = re.compile(rb"^UID[^:\r\n]*:([^\r\n]{0,1000})", re.MULTILINE | re.IGNORECASE)
_NAMING = re.compile(
    rb"^(?:SUMMARY|ATTENDEE|ORGANIZER)[;:][^\r\n]{0,4000}", re.MULTILINE | re.IGNORECASE
)
_IS_NO_PERSON = re.compile(r'ATTENDEE\b.*;CUTYPE="?(?:ROOM|RESOURCE)"?[;:]', re.IGNORECASE)
_OWN_ADDRESS = re.compile(rb"^X-WR-CALNAME:([^\s@]+@[^\s@]+)\s*$", re.MULTILINE | re.IGNORECASE)


class EventText(Record):
    """The lines of one event that are read, and where it begins: “work.ics line 3”."""

    text: str
    place: str
    guests_count: int


class CalendarText(Record):
    """The time zones and events of a file, those chosen, and how many others it has.

    Proposals of another time are no events. `own_address` is the user's, where the calendar is
    named by it.
    """

    zones: tuple[str, ...]
    events: tuple[EventText, ...]
    others_count: int
    proposals_count: int
    own_address: str | None


class _Block(Record):
    """Where a component stands in the file, and what its calendar was sent to do."""

    kind: str
    method: str
    start: int
    end: int
    line: int

    def of(self, content: bytes) -> bytes:
        """Its part of the content."""
        return content[self.start : self.end]


def split_calendars(
    files: Mapping[str, bytes], names_somebody: Callable[[str], bool]
) -> CalendarText:
    """The events whose text names somebody or that are our own, with all of their UIDs.

    The files are by their names, for errors.

    Raises:
        ImportRejected: one is no calendar, is not UTF-8 or ends in the middle, or there is too much
            in them.
    """
    texts = [_split(content, origin, names_somebody) for origin, content in files.items()]
    events = tuple(event for text in texts for event in text.events)
    if len(events) > _MOST_EVENTS or sum(len(one.text) for one in events) > _MOST_CHARACTERS:
        raise _too_much(next(iter(files)))
    return CalendarText(
        tuple(zone for text in texts for zone in text.zones)[:_MOST_ZONES],
        events,
        sum(text.others_count for text in texts),
        sum(text.proposals_count for text in texts),
        next((text.own_address for text in texts if text.own_address), None),
    )


def _split(content: bytes, origin: str, names_somebody: Callable[[str], bool]) -> CalendarText:
    content = _utf_8(content, origin)
    blocks = [*_blocks(content, origin)]
    proposals_count = sum(block.method == "COUNTER" for block in blocks if block.kind == "VEVENT")
    events = [block for block in blocks if block.kind == "VEVENT" and block.method != "COUNTER"]
    uids: set[bytes] = set()
    uid_of: list[bytes] = []
    for block in events:
        text = _unfolded(block.of(content))
        found = _UID.search(text)
        uid_of.append(found.group(1).strip() if found else b"line %d" % block.line)
        is_own = uid_of[-1].endswith(DOMAIN.encode())
        if is_own or names_somebody(b"\n".join(_NAMING.findall(text)).decode(errors="replace")):
            uids.add(uid_of[-1])
    chosen = [block for block, uid in zip(events, uid_of, strict=True) if uid in uids]
    if len(chosen) > _MOST_EVENTS:
        raise _too_much(origin)
    zones = [
        block
        for block in blocks
        if block.kind == "VTIMEZONE" and block.end - block.start < _LONGEST_ZONE
    ]
    own = _OWN_ADDRESS.search(content)
    return CalendarText(
        tuple(_unfolded(zone.of(content)).decode(errors="replace") for zone in zones[:_MOST_ZONES]),
        tuple(_event_text(content, block, origin) for block in chosen),
        len(events) - len(chosen),
        proposals_count,
        own.group(1).decode(errors="replace") if own else None,
    )


def _utf_8(content: bytes, origin: str) -> bytes:
    """The content in UTF-8, with LF or CRLF line ends.

    Programs that fold a line after 75 octets may part a letter, so that is no error.
    """
    try:
        if content.startswith(UTF_16_MARKS):
            content = content.decode("utf-16").encode()
    except UnicodeError:
        raise ImportRejected(f"{origin} is not UTF-16 text.", NOTHING_IMPORTED) from None
    fault = _first_fault(content)
    if fault is not None and _first_fault(_unfolded(content)) is not None:
        line = content.count(b"\n", 0, fault) + 1
        raise ImportRejected(f"{origin} line {line} is not UTF-8 text.", NOTHING_IMPORTED)
    content = content.removeprefix(codecs.BOM_UTF8)
    return content if b"\n" in content else content.replace(b"\r", b"\n")


def _first_fault(content: bytes) -> int | None:
    """Where a text is not UTF-8; None if it is. In pieces, to keep memory free."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, max(len(content), 1), _CHUNK):
        pending = len(decoder.getstate()[0])
        try:
            decoder.decode(content[start : start + _CHUNK], start + _CHUNK >= len(content))
        except UnicodeDecodeError as error:
            return start - pending + error.start
    return None


def _blocks(content: bytes, origin: str) -> Iterator[_Block]:
    """The events and time zones of a file, where they begin and end.

    Raises:
        ImportRejected: components are not closed, or it is no calendar.
    """
    _check_is_calendar(content, origin)
    open_: list[str] = []
    method = ""
    start = first_line = position = 0
    line = 1
    for found in _COMPONENT.finditer(content):
        line += content.count(b"\n", position, found.start())
        position = found.start()
        kind = found.group(2).strip().decode(errors="replace").upper()
        keyword = found.group(1).upper()
        if keyword == b"METHOD":
            method = kind if len(open_) == 1 else method
        elif keyword == b"BEGIN":
            if not open_:
                method = ""
            elif len(open_) == 1:
                start, first_line = position, line
            open_.append(kind)
            if len(open_) > _DEEPEST:
                raise _rejected(f"{origin} line {line}: it is nested too deep")
        elif not open_ or open_.pop() != kind:
            raise _rejected(f"{origin} line {line}: END:{kind} closes nothing")
        elif len(open_) == 1 and kind in ("VEVENT", "VTIMEZONE"):
            yield _Block(kind, method, start, found.end(), first_line)
    if open_:
        last = content.count(b"\n") + (not content.endswith(b"\n"))
        raise _rejected(f"{origin} ends in the middle of a {open_[-1]}, at line {last}")


def _check_is_calendar(content: bytes, origin: str) -> None:
    if content[:80].lstrip()[:15].upper() != b"BEGIN:VCALENDAR":
        raise ImportRejected(
            f"{origin} is no calendar: it does not begin with BEGIN:VCALENDAR.",
            "Export your calendar as iCalendar (.ics).",
        )


def _unfolded(text: bytes) -> bytes:
    for fold in _FOLDS:
        text = text.replace(fold, b"")
    return text


def _event_text(content: bytes, block: _Block, origin: str) -> EventText:
    """The lines of an event that are read, without those of its alarms."""
    kept = ["STATUS:CANCELLED"] if block.method == "CANCEL" else []
    depth = guests_count = 0
    seen = {"STATUS"} if kept else set()
    for line in _unfolded(block.of(content)).decode(errors="replace").split("\n"):
        found = _NAME.match(line)
        name = found.group().upper() if found else ""
        depth += (name == "BEGIN") - (name == "END")
        if name not in _READ or depth != 1 or len(line) > _LONGEST_LINE:
            continue
        if name == "ATTENDEE" and _IS_NO_PERSON.match(line):
            continue
        guests_count += name == "ATTENDEE"
        if (name in seen and name not in _REPEATED) or len(kept) >= _MOST_LINES:
            continue
        seen.add(name)
        kept.append(line.rstrip("\r"))
    lines = "\r\n".join(("BEGIN:VEVENT", *kept, "END:VEVENT", ""))
    return EventText(lines, f"{origin} line {block.line}", guests_count)


def _too_much(origin: str) -> ImportRejected:
    return ImportRejected(
        f"{origin} has more than {_MOST_EVENTS:,} events about people on file, or very long ones.",
        f"Export a shorter time. {NOTHING_IMPORTED}",
    )


def _rejected(problem: str) -> ImportRejected:
    return ImportRejected(f"{problem}.", f"Export it again. {NOTHING_IMPORTED}")
