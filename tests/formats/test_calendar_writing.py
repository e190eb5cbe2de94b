"""iCalendar as it is written: its lines, and what other libraries make of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import icalendar
import vobject
from hypothesis import given
from hypothesis import strategies as st

from boardroom.formats.calendar_writing import (
    Event,
    is_own_calendar,
    write_calendar,
    write_event,
    written_events,
)
from boardroom.rules.calendar_uids import event_uid

NOW = datetime(2026, 11, 21, 8, tzinfo=UTC)
UID = "1a7f692b-dc09-4515-a635-e2b057a4db48"
COFFEE = Event(
    uid=f"{UID}@boardroom",
    title="Coffee: Ana Lima",
    on=date(2026, 11, 24),
    start=datetime(2026, 11, 24, 15, 30, tzinfo=UTC),
    minutes=45,
    sequence=2,
    changed_at=datetime(2026, 11, 20, 9, 5, tzinfo=UTC),
    place="Blue Bottle; Lisbon, 3",
)
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029")
    | st.sampled_from('\n;,:\\"ä漢🙂'),
    min_size=1,
    max_size=200,
).map(str.strip)


def _written(*events: Event) -> str:
    return write_calendar(events, board="b", now=NOW)


def test_an_event_at_a_time_is_in_utc() -> None:
    assert _written(COFFEE).replace("\r\n", "\n") == (
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//boardroom//boardroom//EN\nCALSCALE:GREGORIAN\n"
        "X-WR-CALNAME:boardroom\nREFRESH-INTERVAL;VALUE=DURATION:PT1H\nX-PUBLISHED-TTL:PT1H\n"
        f"BEGIN:VEVENT\nUID:{UID}@boardroom\nDTSTAMP:20261120T090500Z\n"
        "LAST-MODIFIED:20261120T090500Z\nSEQUENCE:2\nDTSTART:20261124T153000Z\n"
        "DTEND:20261124T161500Z\nSUMMARY:Coffee: Ana Lima\nLOCATION:Blue Bottle\\; Lisbon\\, 3\n"
        "STATUS:CONFIRMED\nTRANSP:OPAQUE\nX-BOARDROOM-BOARD:b\nEND:VEVENT\nEND:VCALENDAR\n"
    )


def test_an_event_without_a_time_is_a_whole_day() -> None:
    text = _written(COFFEE._replace(start=None, cancelled=True))

    assert "DTSTART;VALUE=DATE:20261124\r\nDTEND;VALUE=DATE:20261125\r\n" in text
    assert "STATUS:CANCELLED\r\nTRANSP:TRANSPARENT\r\n" in text


@given(TEXTS, TEXTS, st.integers(1, 1440))
def test_other_libraries_read_what_is_written(title: str, place: str, minutes: int) -> None:
    event = COFFEE._replace(title=title, place=place, description=f"- {place}", minutes=minutes)
    text = _written(event)

    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    (read,) = icalendar.Calendar.from_ical(text.encode()).events
    assert (read["UID"], read["SUMMARY"], read.get("LOCATION", "")) == (event.uid, title, place)
    assert read["DESCRIPTION"] == f"- {place}"
    assert read.end - read.start == timedelta(minutes=minutes)
    assert vobject.readOne(text).vevent.summary.value == title


def test_characters_that_no_line_can_hold_part_lines_or_go() -> None:
    text = _written(COFFEE._replace(title="a\x00b\r\nc\u2028d\x85e\x07"))

    assert "SUMMARY:ab\\nc\\nd\\ne\r\n" in text


def test_an_unchanged_event_keeps_its_text() -> None:
    text = write_event(COFFEE, board="b", now=NOW)
    earlier = written_events(text)[COFFEE.uid]
    forgotten = COFFEE._replace(sequence=0, changed_at=NOW)

    assert write_event(forgotten, board="b", now=NOW, earlier=earlier) == text


def test_the_sequence_never_falls() -> None:
    earlier = written_events(write_event(COFFEE, board="b", now=NOW))[COFFEE.uid]
    restored = COFFEE._replace(sequence=1, minutes=30)

    text = write_event(restored, board="b", now=NOW, earlier=earlier)

    assert "LAST-MODIFIED:20261121T080000Z\r\nSEQUENCE:3\r\n" in text


def test_a_calendar_is_known_as_our_own() -> None:
    assert is_own_calendar(_written())
    assert not is_own_calendar("BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//EN\r\n")


def test_a_uid_that_is_no_uuid_names_no_file() -> None:
    traversing = event_uid("../../../../etc/cron.d/boardroom-job")

    assert len(traversing) == len(event_uid(UID))
    assert "/" not in traversing
    assert event_uid(UID, "-due") == f"{UID}-due@boardroom"
