"""A meeting as a row: found, made, put on a day and named, for every action on meetings."""

from __future__ import annotations

from boardroom.models import Advisor, Meeting
from boardroom.queries.settings import settings
from boardroom.rules import meetings as rule
from boardroom.rules.advisor import WAYS, one_of, optional
from boardroom.rules.dates import Moment
from boardroom.rules.day_format import format_day
from boardroom.rules.windows import parse_minutes
from boardroom.store.work import Work


def new_meeting(work: Work, advisor: Advisor, status: str, when: Moment) -> Meeting:
    """A meeting with somebody that is not on file yet, of their way and length, else of the usual ones."""
    assert advisor.id is not None  # it is on file
    return Meeting(
        advisor_id=advisor.id,
        status=status,
        met_on=when.on,
        start_time=when.at,
        way=advisor.way or rule.DEFAULT_WAY,
        minutes=advisor.minutes or settings(work.connection).minutes,
    )


def put_on(meeting: Meeting, when: Moment, *, keep_time: bool) -> None:
    """Puts a meeting on a day; without a time of that day, its own stays where `keep_time`."""
    meeting.met_on = when.on
    meeting.start_time = when.at or (meeting.start_time if keep_time else None)


def apply_fields(
    meeting: Meeting, *, way: str | None, place: str | None, minutes: str | None
) -> None:
    """Changes what is given; an empty place takes it away.

    Raises:
        BadInput: a field can't be so.
    """
    if way is not None:
        meeting.way = one_of(way, WAYS, "way to meet")
    if place is not None:
        meeting.place = optional(place, "place")
    if minutes is not None:
        meeting.minutes = parse_minutes(minutes)


def named(meeting: Meeting, advisor: Advisor) -> str:
    """What a meeting is called in a summary: “m12: coffee with Marcus Ojo, Tue 24 Nov 2026 15:30”."""
    return f"{ref(meeting)}: {rule.noun(meeting.way)} with {advisor.name}, {format_day(meeting.met_on, meeting.start_time)}"


def find_meeting(work: Work, meeting_id: int) -> Meeting:
    """The meeting of that id.

    Raises:
        NotFound: there is none.
    """
    return work.get(Meeting, meeting_id)


def find_advisor(work: Work, advisor_id: int) -> Advisor:
    """The person of that id.

    Raises:
        NotFound: there is none.
    """
    return work.get(Advisor, advisor_id)


def ref(meeting: Meeting) -> str:
    """The id as the user types it."""
    return f"m{meeting.id}"


def row_id(meeting: Meeting) -> int:
    """The id of a meeting that is on file."""
    assert meeting.id is not None  # it has been flushed
    return meeting.id
