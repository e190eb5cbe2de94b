"""Calendars of other programs, made of a few lines each; and those that are hostile."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

SAMPLES = Path(__file__).parent / "samples"
"""Where calendars are as Google and Outlook export them, with invented people."""

MIB = 2**20


def event(
    title: str = "Coffee with Ana Lima",
    start: str = "DTSTART:20261112T100000Z",
    *lines: str,
    uid: str = "one",
) -> str:
    """An event of an hour, or as its other lines say."""
    return "\r\n".join(
        ("BEGIN:VEVENT", f"UID:{uid}", start, f"SUMMARY:{title}", *lines, "END:VEVENT", "")
    )


def calendar(*parts: str) -> bytes:
    """A calendar of events and time zones."""
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{''.join(parts)}END:VCALENDAR\r\n".encode()


def zone(name: str, offset: str, rule: str = "FREQ=YEARLY;BYMONTH=1;BYDAY=1SU") -> str:
    """A time zone that is always as far from UTC."""
    return (
        f"BEGIN:VTIMEZONE\r\nTZID:{name}\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
        f"RRULE:{rule}\r\nTZOFFSETFROM:{offset}\r\nTZOFFSETTO:{offset}\r\nEND:STANDARD\r\n"
        "END:VTIMEZONE\r\n"
    )


_RULES = (
    *("FREQ=SECONDLY;COUNT=1000000000", "FREQ=DAILY;BYHOUR=1,2,3;BYSECOND=1,2", "FREQ=HOURLY"),
    *("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
    *("FREQ=MONTHLY;BYDAY=MO;BYSETPOS=31", "FREQ=YEARLY;BYWEEKNO=53", "FREQ=DAILY;INTERVAL=0"),
    *("FREQ=WEEKLY;INTERVAL=100000", "FREQ=MONTHLY;BYDAY=6MO", "FREQ=YEARLY;BYMONTH=13"),
    *("FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1", "FREQ=DAILY;INTERVAL=7;BYDAY=WE"),
    *("FREQ=MONTHLY;INTERVAL=12;BYMONTH=2", "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29"),
    *("FREQ=WEEKLY;BYMONTHDAY=2", "FREQ=MONTHLY;BYDAY=1MO;BYSETPOS=1", "FREQ=DAILY;BYSETPOS=1"),
    *("FREQ=YEARLY;BYDAY=5MO;BYMONTH=2", "FREQ=YEARLY;BYDAY=53MO"),
    *("FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31", "FREQ=WEEKLY;INTERVAL=52;BYMONTH=2;BYDAY=SU"),
)
UNFOLLOWED = {
    rule: calendar(event("Ana Lima", "DTSTART:20260202T100000Z", f"RRULE:{rule}"))
    for rule in _RULES
}
"""Calendars with a rule that never ends, or is no rule of days."""


def _many(count: int, *lines: str, start: str = "DTSTART:20261112T100000Z") -> bytes:
    return calendar(*(event("Ana Lima", start, *lines, uid=str(n)) for n in range(count)))


def _numbered(values: Iterable[str]) -> bytes:
    return calendar(*(event("Ana Lima", value, uid=str(n)) for n, value in enumerate(values)))


REFUSED = {
    "empty": b"",
    "blank": b"\r\n\r\n",
    "html": b"<html><body>Sign in</body></html>",
    "entities": b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><x>&b;</x>',
    "json": b'{"events": []}',
    "zip": b"PK\x03\x04",
    "a card": b"BEGIN:VCARD\r\nFN:Ana Lima\r\nEND:VCARD\r\n",
    "cut in an event": calendar(event(), event())[:-40],
    "cut after an event": calendar(event())[: -len("END:VCALENDAR\r\n")],
    "cut in a line": calendar(event())[:60],
    "closed twice": calendar(event()) + b"END:VCALENDAR\r\n",
    "closed otherwise": calendar("BEGIN:VEVENT\r\nEND:VTODO\r\n"),
    "nested deep": b"BEGIN:VCALENDAR\r\n" * 100_000,
    "nested events": calendar("BEGIN:VEVENT\r\n" * 50_000 + "END:VEVENT\r\n" * 50_000),
    "bad UTF-8": calendar(event()) + b"\xff\xfe",
    "cp1252": calendar(event("Café Ana Lima")).decode().encode("cp1252"),
    "half a UTF-16": b"\xff\xfeB\0E",
    "a lone surrogate": b"\xff\xfe"
    + "BEGIN:VCALENDAR\r\n\ud800".encode("utf-16-le", "surrogatepass"),
    "too many events": _many(3_001),
    "too many dates": _many(1_000, f"EXDATE:{','.join(['20261112T100000Z'] * 220)}"),
    "too many meetings": _many(30, "RRULE:FREQ=DAILY", start="DTSTART:20200101T100000Z"),
}
"""What is no calendar, or none that can be read whole."""

LARGE: dict[str, Callable[[], bytes]] = {
    "other events": lambda: calendar(event("Stand-up é") * 250_000),
    "folds": lambda: calendar(event("Ana Lima" + "\r\n " * 10_000_000)),
    "one line": lambda: calendar(event("Ana Lima" + "x" * 31 * MIB)),
    "guests": lambda: calendar(event("Ana Lima", *(["ATTENDEE:mailto:a@b.org"] * 1_200_000))),
    "blocks": lambda: calendar("BEGIN:VTODO\r\nEND:VTODO\r\n" * 1_200_000),
    "wide letters": lambda: calendar(event("Ana Lima" + "😀" * 7 * MIB)),
}
"""Calendars of nearly 32 MB."""

SURVIVED = {
    "odd days": _numbered(
        f"DTSTART{value}"
        for value in (
            *(":99999999T999999Z", ":00010101T000000Z", ";VALUE=DATE:2026", ":", ":99991231T235959Z"),
            *(";VALUE=PERIOD:20261110T090000Z/PT1H", ";TZID=../../etc/passwd:20261110T090000"),
            *("X:1", ";TZID=:20261110"),
        )
    ),
    "odd values": calendar(
        event("Ana Lima", "DTSTART:20261112T100000Z", "DURATION:P9999999999999D", "SEQUENCE:x"),
        event("Ana Lima", "DTSTART:20261112T100000Z", "RECURRENCE-ID:zzz", "RRULE:FREQ=;;;="),
        event("Ana Lima", "DTSTART:20261112T100000Z", 'ATTENDEE;CN="Ana:x', "EXDATE:1,2", uid="2"),
        event("Ana Lima", "DTSTART:20261112T100000Z", "RDATE;VALUE=PERIOD:1/2", uid="3"),
        event("Ana Lima", "DTSTART:20261112T100000Z", f"RRULE:FREQ=DAILY;INTERVAL={9**30}", uid="4"),
    ),
    "controls": calendar(event("Ana Lima\0\x1b[31m\u2028\u202e")),
    "a zone of seconds": calendar(
        zone("Here", "+0100", "FREQ=SECONDLY"), event("Ana Lima", "DTSTART;TZID=Here:20261112T100000")
    ),
    "a zone of no day": calendar(
        zone("Here", "+0100", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
        event("Ana Lima", "DTSTART;TZID=Here:20261112T100000"),
    ),
    "a zone that is none": calendar(
        zone("W. Europe Standard Time", "+0100").replace("VTIMEZONE\r\n", "VTIMEZONE\rä\n", 1),
        event("Ana Lima", "DTSTART;TZID=W. Europe Standard Time:20261112T100000"),
    ),
    "many zones": calendar(
        *(zone(f"Z{n}", "+0100") for n in range(300)),
        *(event("Ana Lima", f"DTSTART;TZID=Z{n}:20261112T100000", uid=str(n)) for n in range(300)),
    ),
    "many series": _many(
        2_000, "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;COUNT=2000",
        start="DTSTART:19000101T100000Z",
    ),
    "one long line": calendar(event(f"Ana Lima {'x' * (8 * MIB)}")),
    "many folds": calendar(event("Ana Lima" + "\r\n " * 1_000_000)),
    "many guests": calendar(event("Ana Lima", *(["ATTENDEE:mailto:a@b.org"] * 100_000))),
    "many other events": calendar(*(event("Stand-up é", uid=str(n)) for n in range(30_000))),
    "a traversing UID": calendar(event(uid="../../../etc/passwd")),
    "a long UID": calendar(event(uid="x" * 20_000)),
    **UNFOLLOWED,
}  # fmt: skip
"""What is read as far as it can be, without harm."""
