"""The events of other programs' calendars, as local times; this computer is in Lisbon."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date

import pytest

from boardroom.errors import ImportRejected
from boardroom.formats.calendar_people import Meetings, meetings_with
from boardroom.formats.calendar_reading import read_events
from boardroom.formats.calendar_text import split_calendars
from boardroom.rules.calendar_events import Contact, may_name
from boardroom.rules.names import Named
from tests.calendars import SAMPLES, UNFOLLOWED, calendar, event, zone

ANA = Contact(Named(1, "ana", "Ana Lima", ("Anita",)), "uid-of-ana", "ana@example.org")
MARCUS = Contact(Named(2, "marcus", "Marcus Ojo", ()), "uid-of-marcus", None)
NOOR = Contact(Named(3, "noor", "Noor Haddad", ()), "uid-of-noor", None)


@pytest.fixture(autouse=True)
def _lisbon(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("Windows can't move a process to another time zone")
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Lisbon")
        time.tzset()
        yield
    time.tzset()


def _meetings(content: bytes) -> Meetings:
    contacts = (ANA, MARCUS, NOOR)
    text = split_calendars({"work.ics": content}, may_name(contacts))
    return meetings_with(
        read_events(text).events,
        contacts,
        own_events={"1@boardroom": NOOR},
        own_address=text.own_address,
        first=date(2025, 11, 20),
        last=date(2027, 12, 31),
    )


def _found(content: bytes) -> list[str]:
    """“2026-11-12 10:00”, with “off” for a cancelled event and where a moved one was."""
    return [
        " ".join(
            str(part)
            for part in (one.on, one.at, "off" if one.is_cancelled else "", one.was_on or "")
            if part
        )
        for one in (met.occurrence for met in _meetings(content).attended)
    ]


def _series(rule: str, *lines: str, start: str = "DTSTART:20261102T100000Z") -> list[str]:
    return _found(calendar(event("Ana Lima", start, f"RRULE:{rule}", *lines)))


def test_google_moves_and_leaves_out_events_of_a_series() -> None:
    found = _found((SAMPLES / "ical-google.ics").read_bytes())

    assert found[:6] == [
        "2026-10-16 15:30",
        "2026-09-01 09:00",
        "2026-10-06 09:00 off",
        "2026-11-12 10:00 2026-11-10",
        "2026-12-15 09:00 off",
        "2027-01-19 09:00",
    ]
    assert len(found) == 6
    assert _meetings((SAMPLES / "ical-google.ics").read_bytes()).left_out["all_day"] == 1


def test_a_private_event_of_outlook_is_left_out() -> None:
    content = (SAMPLES / "ical-outlook.ics").read_bytes()

    assert _meetings(content).left_out == {"private": 1}
    assert _found(content.replace(b"CLASS:PRIVATE", b"CLASS:PUBLIC")) == [
        "2026-11-03 16:00",
        "2026-12-01 16:00",
        "2027-01-05 16:00",
        "2027-02-02 16:00",
    ]


@pytest.mark.parametrize(
    ("start", "found"),
    [
        ("DTSTART:20260713T100000Z", "2026-07-13 11:00"),
        ("DTSTART:20260713T100000", "2026-07-13 10:00"),
        ("DTSTART;TZID=Europe/Berlin:20260713T100000", "2026-07-13 09:00"),
        ('DTSTART;TZID="W. Europe Standard Time":20260713T100000', "2026-07-13 09:00"),
        ("DTSTART;TZID=Mine:20260713T100000", "2026-07-13 08:00"),
        ("DTSTART;TZID=Nowhere:20260713T100000", "2026-07-13 10:00"),
        ("DTSTART:20260713T233000Z", "2026-07-14 00:30"),
    ],
)
def test_a_time_becomes_local(start: str, found: str) -> None:
    assert _found(calendar(zone("Mine", "+0300"), event("Ana Lima", start))) == [found]


def test_a_zone_that_is_not_known_is_said() -> None:
    content = calendar(event("Ana Lima", "DTSTART;TZID=Nowhere:20260713T100000"))

    assert read_events(split_calendars({"x": content}, may_name((ANA,)))).has_unknown_zone


@pytest.mark.parametrize(
    ("lines", "minutes"),
    [
        (("DTEND:20261112T104500Z",), 45),
        (("DTEND;TZID=Europe/Lisbon:20261112T103000",), 30),
        (("DURATION:PT1H30M",), 90),
        (("DTEND:20261114T100000Z",), None),
        ((), None),
    ],
)
def test_the_length_is_that_of_the_end_or_the_duration(
    lines: tuple[str, ...], minutes: int | None
) -> None:
    (met,) = _meetings(calendar(event("Ana Lima", "DTSTART:20261112T100000Z", *lines))).attended

    assert met.occurrence.minutes == minutes


def test_excluded_times_may_be_in_utc() -> None:
    assert _series(
        "FREQ=WEEKLY;COUNT=3",
        "EXDATE:20260713T080000Z",
        start="DTSTART;TZID=Europe/Berlin:20260706T100000",
    ) == ["2026-07-06 09:00", "2026-07-13 09:00 off", "2026-07-20 09:00"]


def test_a_day_may_be_excluded() -> None:
    assert _series("FREQ=DAILY;COUNT=2", "EXDATE;VALUE=DATE:20261103") == [
        "2026-11-02 10:00",
        "2026-11-03 10:00 off",
    ]


def test_times_may_be_added_to_a_series() -> None:
    added = "RDATE:20261105T100000Z,20261107T100000Z"
    period = "RDATE;VALUE=PERIOD:20261109T100000Z/PT1H"

    assert _series("FREQ=DAILY;COUNT=1", added, period) == [
        "2026-11-02 10:00",
        "2026-11-05 10:00",
        "2026-11-07 10:00",
        "2026-11-09 10:00",
    ]


def test_a_floating_series_may_end_at_a_floating_time() -> None:
    assert _series("FREQ=DAILY;UNTIL=20261103T235900", start="DTSTART:20261102T100000") == [
        "2026-11-02 10:00",
        "2026-11-03 10:00",
    ]


def test_an_old_series_that_counts_its_events_is_not_followed() -> None:
    rule = "RRULE:FREQ=DAILY;COUNT=2000"
    meetings = _meetings(calendar(event("Ana Lima", "DTSTART:19900101T100000Z", rule)))

    assert (meetings.attended, meetings.left_out) == ((), {"unfollowed": 1})


def test_the_end_of_a_series_may_be_a_day() -> None:
    assert _series(
        "FREQ=WEEKLY;UNTIL=20261116", start="DTSTART;TZID=Europe/Berlin:20261102T233000"
    ) == ["2026-11-02 22:30", "2026-11-09 22:30", "2026-11-16 22:30"]


def test_the_end_of_a_series_may_be_in_utc_where_its_times_are_floating() -> None:
    assert _series("FREQ=WEEKLY;UNTIL=20261109T235959Z", start="DTSTART:20261102T100000") == [
        "2026-11-02 10:00",
        "2026-11-09 10:00",
    ]


def test_a_series_keeps_its_time_over_the_change_of_the_clocks() -> None:
    assert _series("FREQ=WEEKLY;COUNT=2", start="DTSTART;TZID=Europe/Lisbon:20261019T100000") == [
        "2026-10-19 10:00",
        "2026-10-26 10:00",
    ]


def test_an_old_series_goes_on_to_this_day() -> None:
    found = _series("FREQ=WEEKLY;INTERVAL=4;BYDAY=MO", start="DTSTART:20100104T100000Z")

    assert "2026-11-16 10:00" in found
    assert all(date.fromisoformat(on[:10]).weekday() == 0 for on in found)


def test_a_changed_event_counts_without_its_series() -> None:
    content = calendar(
        event("Ana Lima", "DTSTART:20261112T100000Z", "RECURRENCE-ID:20261110T100000Z")
    )

    assert _found(content) == ["2026-11-12 10:00 2026-11-10"]


def test_a_change_in_utc_is_of_the_event_at_that_instant() -> None:
    content = calendar(
        event(
            "Ana Lima", "DTSTART;TZID=Europe/Berlin:20260706T100000", "RRULE:FREQ=WEEKLY;COUNT=2"
        ),
        event("", "DTSTART:20260715T100000Z", "RECURRENCE-ID:20260713T080000Z"),
    )

    assert _found(content) == ["2026-07-06 09:00", "2026-07-15 11:00 2026-07-13"]


def test_the_version_with_the_highest_sequence_counts() -> None:
    content = calendar(
        event("Ana Lima", "DTSTART:20261113T100000Z", "SEQUENCE:2"),
        event("Ana Lima", "DTSTART:20261112T100000Z", "SEQUENCE:1"),
    )

    assert _found(content) == ["2026-11-13 10:00"]


@pytest.mark.parametrize("rule", UNFOLLOWED)
def test_a_rule_that_is_not_followed_leaves_the_first_event(rule: str) -> None:
    meetings = _meetings(UNFOLLOWED[rule])

    assert len(meetings.attended) == 1
    assert meetings.left_out["unfollowed"] == 1


def test_a_broken_event_is_named_and_the_others_are_read() -> None:
    content = calendar(event("Ana Lima", "DTSTART:2026xx"), event(uid="two"))

    read = read_events(split_calendars({"x": content}, may_name((ANA,))))

    assert (read.unread, len(read.events)) == (("x line 3",), 1)


def test_utf_16_and_old_line_ends_are_read() -> None:
    text = calendar(event("Café Ana Lima")).decode()

    assert len(_found(text.encode("utf-16"))) == 1
    assert len(_found(text.replace("\r\n", "\r").encode())) == 1
    assert len(_found(text.replace("\r\n", "\n").encode("utf-8-sig"))) == 1


@pytest.mark.parametrize(
    ("title", "guests", "who", "sure"),
    [
        ("Sync", ("ATTENDEE:mailto:ANA@example.org",), ["ana"], True),
        ("Sync", ("ATTENDEE;CN=Marcus Ojo:mailto:m@example.com",), ["marcus"], True),
        ("Sync", ('ATTENDEE;CN="Ojo, Marcus":mailto:m@example.com',), ["marcus"], True),
        ("Sync", ("ORGANIZER;CN=Ana Lima:mailto:x@example.com",), ["ana"], True),
        ("Lunch: ANA LÍMA", (), ["ana"], True),
        ("Anita / me", (), ["ana"], True),
        ("Coffee w/ Ana", (), ["ana"], False),
        ("Ana Lima & Marcus Ojo", (), ["ana", "marcus"], True),
        ("Banana", (), [], False),
        ("Analysis", (), [], False),
    ],
)
def test_people_are_known_by_address_name_or_nickname(
    title: str, guests: tuple[str, ...], who: list[str], sure: bool
) -> None:
    attended = _meetings(calendar(event(title, "DTSTART:20261112T100000Z", *guests))).attended

    assert [met.contact.named.handle for met in attended] == who
    assert {met.sure for met in attended} <= {sure}


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (("CLASS:PRIVATE",), "private"),
        (("CLASS:CONFIDENTIAL",), "private"),
        (tuple(f"ATTENDEE:mailto:{n}@example.com" for n in range(6)), "big"),
        (("ATTENDEE;PARTSTAT=DECLINED:mailto:ana@example.org",), "declined"),
        (
            ("ATTENDEE;PARTSTAT=DECLINED:mailto:me@x.org", "ATTENDEE:mailto:ana@example.org"),
            "declined",
        ),
    ],
)
def test_what_is_no_meeting_of_two_is_left_out(lines: tuple[str, ...], reason: str) -> None:
    meetings = _meetings(calendar(event("Ana Lima", "DTSTART:20261112T100000Z", *lines)))

    assert all(met.occurrence.is_declined for met in meetings.attended)
    assert meetings.left_out == {reason: 1}


def test_five_people_are_a_meeting() -> None:
    guests = [f"ATTENDEE:mailto:{n}@example.com" for n in range(5)]

    assert len(_found(calendar(event("Ana Lima", "DTSTART:20261112T100000Z", *guests)))) == 1


def test_my_own_no_counts_among_several() -> None:
    guests = ("ATTENDEE:mailto:b@x.org", "ATTENDEE:mailto:ana@example.org")
    content = calendar(
        "X-WR-CALNAME:me@x.org\r\n",
        event("Ana", "DTSTART:20261112T100000Z", "ATTENDEE;PARTSTAT=DECLINED:mailto:me@x.org", *guests),
        event("Ana", "DTSTART:20261113T100000Z", "ATTENDEE;PARTSTAT=DECLINED:mailto:c@x.org", *guests, uid="two"),
    )  # fmt: skip

    assert _found(content) == ["2026-11-12 10:00 off", "2026-11-13 10:00"]


def test_a_line_may_be_folded_within_a_letter() -> None:
    content = calendar(event("Café com Ana Lima")).replace(b"Caf\xc3\xa9", b"Caf\xc3\r\n \xa9")

    assert [met.occurrence.title for met in _meetings(content).attended] == ["Café com Ana Lima"]


def test_a_zone_with_a_vendors_prefix_is_read_without_a_warning(
    recwarn: pytest.WarningsRecorder,
) -> None:
    start = "DTSTART;TZID=/mozilla.org/20050126_1/Europe/Berlin:20260713T100000"

    assert _found(calendar(event("Ana Lima", start))) == ["2026-07-13 09:00"]
    assert not recwarn


def test_a_change_may_be_of_all_that_follow() -> None:
    weekly = event(
        "Ana Lima", "DTSTART;TZID=Europe/Lisbon:20261019T100000", "RRULE:FREQ=WEEKLY;COUNT=4"
    )
    change = "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Lisbon:20261102T100000"
    later = event("Ana Lima", "DTSTART:20261103T160000Z", change)

    assert _found(calendar(weekly, later)) == [
        "2026-10-19 10:00",
        "2026-10-26 10:00",
        "2026-11-03 16:00 2026-11-02",
        "2026-11-10 16:00 2026-11-09",
    ]  # fmt: skip


def test_what_follows_may_be_whole_days_from_then_on() -> None:
    weekly = event("Ana Lima", "DTSTART:20261019T100000Z", "RRULE:FREQ=WEEKLY;COUNT=3")
    later = event(
        "Ana Lima",
        "DTSTART;VALUE=DATE:20261027",
        "RECURRENCE-ID;RANGE=THISANDFUTURE:20261026T100000Z",
    )
    meetings = _meetings(calendar(weekly, later))

    assert (len(meetings.attended), meetings.left_out) == (1, {"all_day": 1})


def test_from_midnight_to_midnight_is_a_whole_day() -> None:
    content = calendar(
        event(
            "Ana Lima away",
            "DTSTART;TZID=Europe/Berlin:20261112T000000",
            "DTEND;TZID=Europe/Berlin:20261113T000000",
        )
    )

    assert _meetings(content).left_out == {"all_day": 1}
    assert _found(content.replace(b"13T000000", b"12T010000")) == ["2026-11-11 23:00"]


@pytest.mark.parametrize("kind", ["ROOM", "RESOURCE", '"RESOURCE"'])
def test_a_room_is_no_guest(kind: str) -> None:
    room = f"ATTENDEE;CUTYPE={kind};PARTSTAT=DECLINED;CN=Lisbon 3 (8):mailto:room@example.com"
    five = [f"ATTENDEE:mailto:{n}@example.com" for n in range(5)]
    ana = "ATTENDEE:mailto:ana@example.org"

    assert len(_found(calendar(event("Ana Lima", "DTSTART:20261112T100000Z", room, *five)))) == 1
    assert len(_found(calendar(event("Talk", "DTSTART:20261112T100000Z", room, ana)))) == 1


def test_the_address_may_stand_beside_a_path_of_icloud() -> None:
    guest = 'ATTENDEE;CN="A.";EMAIL="ana@example.org";PARTSTAT=ACCEPTED:/1234567/principal/'

    assert len(_found(calendar(event("Lunch", "DTSTART:20261112T100000Z", guest)))) == 1


@pytest.mark.parametrize("title", ["Canceled: Ana Lima", "Abgesagt: Ana Lima", "Annulé : Ana Lima"])
def test_outlook_says_in_the_title_what_was_called_off(title: str) -> None:
    assert _found(calendar(event(title))) == ["2026-11-12 10:00 off"]


def test_a_cancellation_by_mail_cancels() -> None:
    mail = calendar(
        "METHOD:CANCEL\r\n", event("Ana Lima", "DTSTART:20261112T100000Z", "SEQUENCE:1")
    )
    invitation = calendar("METHOD:REQUEST\r\n", event("Ana Lima"), event("Ana Lima", uid="two"))

    assert _found(mail) == ["2026-11-12 10:00 off"]
    assert _found(mail + invitation) == ["2026-11-12 10:00 off", "2026-11-12 10:00"]


def test_a_proposal_of_another_time_is_no_meeting() -> None:
    content = calendar("METHOD:COUNTER\r\n", event("Ana Lima"))
    text = split_calendars({"x": content}, may_name((ANA,)))

    assert (text.events, text.proposals_count) == ((), 1)


def test_each_of_a_series_has_its_own_guests_and_privacy() -> None:
    series = event("Open hour", "DTSTART:20261102T100000Z", "RRULE:FREQ=DAILY;COUNT=5", uid="a")
    with_ana = event(
        "Open hour",
        "DTSTART:20261103T100000Z",
        "RECURRENCE-ID:20261103T100000Z",
        "ATTENDEE:mailto:ana@example.org",
        uid="a",
    )
    weekly = event("Marcus Ojo", "DTSTART:20261102T120000Z", "RRULE:FREQ=DAILY;COUNT=3", uid="b")
    private = event(
        "Marcus Ojo",
        "DTSTART:20261103T120000Z",
        "RECURRENCE-ID:20261103T120000Z",
        "CLASS:PRIVATE",
        uid="b",
    )
    renamed = event("Walk", "DTSTART:20261104T130000Z", "RECURRENCE-ID:20261104T120000Z", uid="b")
    meetings = _meetings(calendar(series, with_ana, weekly, private, renamed))

    assert [
        (met.contact.named.handle, f"{met.occurrence.on} {met.occurrence.at}")
        for met in meetings.attended
    ] == [
        ("ana", "2026-11-03 10:00"),
        ("marcus", "2026-11-02 12:00"),
        ("marcus", "2026-11-04 13:00"),
    ]
    assert meetings.left_out == {"nobody": 1, "private": 1}


def test_a_series_that_was_declined_counts_once() -> None:
    guests = ("ATTENDEE;PARTSTAT=DECLINED:mailto:me@x.org", "ATTENDEE:mailto:ana@example.org")
    rule = "RRULE:FREQ=DAILY;COUNT=3"
    meetings = _meetings(calendar(event("Talk", "DTSTART:20261102T100000Z", rule, *guests)))

    assert [met.occurrence.is_declined for met in meetings.attended] == [True] * 3
    assert meetings.left_out == {"declined": 1}


def test_where_it_may_be_the_user_who_declined_a_meeting_is_only_likely() -> None:
    guests = (
        "ATTENDEE:mailto:b@x.org",
        "ATTENDEE:mailto:ana@example.org",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:c@x.org",
    )
    (met,) = _meetings(calendar(event("Talk", "DTSTART:20261102T100000Z", *guests))).attended

    assert not met.sure


@pytest.mark.parametrize("start", ["DTSTART;VALUE=DATE:20261112", "DTSTART:20261112T100000Z"])
def test_our_own_event_is_with_whom_its_meeting_is(start: str) -> None:
    (met,) = _meetings(calendar(event("Meeting", start, uid="1@boardroom"))).attended

    assert (met.contact, met.sure, met.occurrence.on) == (NOOR, True, date(2026, 11, 12))


def test_a_zone_of_notes_or_of_outlook_on_the_web_is_followed() -> None:
    notes = zone("Notes", "+0100", "FREQ=YEARLY;BYMINUTE=0;BYHOUR=2;BYDAY=-1SU;BYMONTH=10;WKST=MO")
    web = zone("(UTC+01:00) Amsterdam\\, Berlin", "+0100")
    content = calendar(
        notes,
        web,
        event("Ana Lima", "DTSTART;TZID=Notes:20261112T100000"),
        event(
            "Ana Lima", 'DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin":20261113T100000', uid="two"
        ),
    )

    assert _found(content) == ["2026-11-12 09:00", "2026-11-13 09:00"]


@pytest.mark.parametrize(
    ("name", "is_ana"),
    [
        ("Dr. Ana Lima", True),
        ("ANA LIMA | Acme", True),
        ('"Lima, Ana (Acme)"', True),
        ("'Ana Lima'", True),
        ("Anita", True),
        ("Anita Silva", False),
        ("Ana Silva", False),
    ],
)
def test_a_guests_name_may_have_more_around_it(name: str, is_ana: bool) -> None:
    content = calendar(
        event("Sync", "DTSTART:20261112T100000Z", f"ATTENDEE;CN={name}:mailto:a@b.c")
    )

    assert len(_found(content)) == is_ana


def test_the_line_that_is_not_utf_8_is_named() -> None:
    before = event("x" * 3_000_000)
    content = calendar(before, event("Café Ana Lima")).decode().encode("cp1252")

    with pytest.raises(ImportRejected, match=r"^work.ics line 11 is not UTF-8 text\.$"):
        _found(content)


@pytest.mark.parametrize(
    "line", ["STATUS:TENTATIVE", "TRANSP:TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS:OOF"]
)
def test_what_may_be_no_meeting_is_only_likely(line: str) -> None:
    (met,) = _meetings(calendar(event("Ana Lima", "DTSTART:20261112T100000Z", line))).attended

    assert not met.sure


@pytest.mark.parametrize(
    ("lines", "place"),
    [
        (("X-GOOGLE-CONFERENCE:https://meet.google.com/abc",), "https://meet.google.com/abc"),
        (("CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://zoom.us/j/1", "LOCATION:Canteen"), "Canteen"),
        ((), None),
    ],
)
def test_the_place_may_be_the_link_to_a_call(lines: tuple[str, ...], place: str | None) -> None:
    (met,) = _meetings(calendar(event("Ana Lima", "DTSTART:20261112T100000Z", *lines))).attended

    assert met.occurrence.place == place


def test_a_title_keeps_what_holds_a_picture_together() -> None:
    (met,) = _meetings(calendar(event("👩‍🔬 Ana Lima"))).attended

    assert met.occurrence.title == "👩‍🔬 Ana Lima"
