"""Planning meetings, logging those that took place, and changing what is kept about either."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from sqlmodel import col, select

from boardroom.actions.agenda import cover_in_meeting, move_closing, reopen_items
from boardroom.errors import BadInput, Refused
from boardroom.models import Advisor, Meeting
from boardroom.queries.meetings import is_confidential
from boardroom.queries.settings import settings
from boardroom.rules import meetings as rule
from boardroom.rules.advisor import WAYS, one_of, optional
from boardroom.rules.dates import Moment
from boardroom.rules.spoken import spoken_day
from boardroom.rules.text import NOTES_LIMIT, clean
from boardroom.rules.windows import parse_minutes
from boardroom.store.work import Work


def plan_meeting(
    work: Work, advisor_id: int, when: Moment, *, way: str | None = None, place: str | None = None, minutes: str | None = None
) -> int:
    """Puts a meeting with somebody of any status in the calendar; returns its row id.

    The way is theirs where none is given, else coffee; so with the length, else the setting.

    Raises:
        BadInput: the day has passed, or a field can't be so.
    """
    advisor = _advisor(work, advisor_id)
    rule.check_day("planned", when.on, today=work.today)
    meeting = _new(work, advisor, "planned", when)
    _apply(meeting, way=way, place=place, minutes=minutes)
    work.add(meeting)
    work.summary = f"Planned {_named(meeting, advisor)}"
    return _id(meeting)


def log_meeting(
    work: Work,
    advisor_id: int,
    *,
    on: Moment | None = None,
    meeting_id: int | None = None,
    way: str | None = None,
    place: str | None = None,
    minutes: str | None = None,
    text: str | None = None,
    covered: Sequence[int] | Literal["all"] = (),
    private: bool = False,
) -> int:
    """Notes a meeting that took place: the plan it was, or a new one where there was none; returns its row id.

    `meeting_id` names the plan; else it is the one on that day, or without a day the only one of the last 14 days. `text` is what
    was noted. It is private where it is said to be, where the plan was, and while the agreement with the advisor is confidential.

    Raises:
        Ambiguous: several plans fit.
        BadInput: the day is ahead, a field can't be so, the meeting or an item is somebody else's, or the meeting is logged already.
        NotFound: there is no such meeting or item.
        Refused: the meeting was called off or missed, or an item is not open.
    """
    advisor = _advisor(work, advisor_id)
    meeting = _logged(work, advisor, on, meeting_id) or _new(work, advisor, "held", on or Moment(work.today, None))
    meeting.status = "held"
    if on is not None:
        _put_on(meeting, on, keep_time=on.on == meeting.met_on)
    rule.check_day("held", meeting.met_on, today=work.today)
    _apply(meeting, way=way, place=place, minutes=minutes)
    if text is not None:
        meeting.notes = clean(text, what="notes", limit=NOTES_LIMIT)
    meeting.private = meeting.private or private or is_confidential(work.connection, advisor_id)
    work.add(meeting)
    cover_in_meeting(work, advisor, covered, meeting_id=_id(meeting), on=meeting.met_on)
    work.summary = f"Logged {_named(meeting, advisor)}"
    return _id(meeting)


def edit_meeting(
    work: Work,
    meeting_id: int,
    *,
    on: Moment | None = None,
    at: str | None = None,
    way: str | None = None,
    place: str | None = None,
    minutes: str | None = None,
    text: str | None = None,
    private: bool | None = None,
) -> None:
    """Changes what is given of a meeting. `at` is a time of day as `15:30`; an empty time, place or `text` takes it away.

    Raises:
        NotFound: there is no such meeting.
        BadInput: a held one would lie ahead, a planned one behind, or a field can't be so.
        Refused: it is confidential by agreement, and would be opened.
    """
    meeting = _meeting(work, meeting_id)
    advisor = _advisor(work, meeting.advisor_id)
    if on is not None:
        rule.check_day(meeting.status, on.on, today=work.today)
        _put_on(meeting, on, keep_time=True)
        move_closing(work, meeting_id, on.on)
    if at is not None:
        meeting.start_time = at or None
    _apply(meeting, way=way, place=place, minutes=minutes)
    if text is not None:
        meeting.notes = optional(text, "notes", limit=NOTES_LIMIT)
    if private is not None:
        if not private and is_confidential(work.connection, meeting.advisor_id):
            raise Refused(
                f"What you say with {advisor.name} is confidential by your agreement, so {_ref(meeting)} stays private.",
                "It shows on your own screen all the same.",
            )
        meeting.private = private
    work.summary = f"Changed {_named(meeting, advisor)}"


def move_meeting(work: Work, meeting_id: int, when: Moment) -> None:
    """Puts a meeting that was not held on another day; the time stays where no other is given.

    Raises:
        NotFound: there is no such meeting.
        Refused: it was held.
        BadInput: the day has passed.
    """
    meeting, advisor = _step(work, meeting_id, "planned")
    rule.check_day("planned", when.on, today=work.today)
    _put_on(meeting, when, keep_time=True)
    work.summary = f"Moved {_named(meeting, advisor)}"


def cancel_meeting(work: Work, meeting_id: int) -> None:
    """Calls a planned meeting off.

    Raises:
        NotFound: there is no such meeting.
        Refused: it is not planned.
    """
    meeting, advisor = _step(work, meeting_id, "cancelled")
    work.summary = f"Cancelled {_named(meeting, advisor)}"


def miss_meeting(work: Work, meeting_id: int) -> None:
    """Notes that a planned meeting did not take place.

    Raises:
        NotFound: there is no such meeting.
        Refused: it is not planned.
        BadInput: its day is still to come.
    """
    meeting, advisor = _step(work, meeting_id, "missed")
    rule.check_missed(_ref(meeting), meeting.met_on, today=work.today)
    work.summary = f"Missed {_named(meeting, advisor)}"


def remove_meeting(work: Work, meeting_id: int) -> None:
    """Takes a meeting off file with all that was noted in it; the agenda items covered there are open again.

    Raises:
        NotFound: there is no such meeting.
    """
    meeting = _meeting(work, meeting_id)
    reopen_items(work, meeting_id)
    work.session.delete(meeting)  # the schema's cascades take what was promised, advised and exchanged there
    work.summary = f"Removed {_named(meeting, _advisor(work, meeting.advisor_id))}"


def _logged(work: Work, advisor: Advisor, on: Moment | None, meeting_id: int | None) -> Meeting | None:
    """The planned meeting that a log is about; None where there was no plan."""
    if meeting_id is not None:
        meeting = _meeting(work, meeting_id)
        other = _advisor(work, meeting.advisor_id)
        rule.check_step(_ref(meeting), other.handle, meeting.status, "held")
        if other is not advisor:
            raise BadInput(
                f"{_ref(meeting)} is a meeting with {other.name}, not with {advisor.name}.",
                f"Log it with them: boardroom log {other.handle} --meeting {_ref(meeting)}",
            )
        return meeting
    theirs = select(Meeting).where(Meeting.advisor_id == advisor.id, Meeting.status == "planned")
    plans = {_ref(plan): plan for plan in work.session.exec(theirs.order_by(col(Meeting.met_on), col(Meeting.id)))}
    meant = rule.plan_meant([rule.Plan(ref, plan.met_on) for ref, plan in plans.items()], on.on if on else None, today=work.today)
    return None if meant is None else plans[meant.ref]


def _step(work: Work, meeting_id: int, to: str) -> tuple[Meeting, Advisor]:
    meeting = _meeting(work, meeting_id)
    advisor = _advisor(work, meeting.advisor_id)
    rule.check_step(_ref(meeting), advisor.handle, meeting.status, to)
    meeting.status = to
    return meeting, advisor


def _new(work: Work, advisor: Advisor, status: str, when: Moment) -> Meeting:
    assert advisor.id is not None  # it is on file
    return Meeting(
        advisor_id=advisor.id,
        status=status,
        met_on=when.on,
        start_time=when.at,
        way=advisor.way or rule.DEFAULT_WAY,
        minutes=advisor.minutes or settings(work.connection).minutes,
    )


def _put_on(meeting: Meeting, when: Moment, *, keep_time: bool) -> None:
    meeting.met_on = when.on
    meeting.start_time = when.at or (meeting.start_time if keep_time else None)


def _apply(meeting: Meeting, *, way: str | None, place: str | None, minutes: str | None) -> None:
    if way is not None:
        meeting.way = one_of(way, WAYS, "way to meet")
    if place is not None:
        meeting.place = optional(place, "place")
    if minutes is not None:
        meeting.minutes = parse_minutes(minutes)


def _named(meeting: Meeting, advisor: Advisor) -> str:
    return f"{_ref(meeting)}: {rule.noun(meeting.way)} with {advisor.name}, {spoken_day(meeting.met_on, meeting.start_time)}"


def _meeting(work: Work, meeting_id: int) -> Meeting:
    return work.get(Meeting, meeting_id, f"meeting m{meeting_id}")


def _advisor(work: Work, advisor_id: int) -> Advisor:
    return work.get(Advisor, advisor_id, "such person")


def _ref(meeting: Meeting) -> str:
    return f"m{meeting.id}"


def _id(meeting: Meeting) -> int:
    assert meeting.id is not None  # it has been flushed
    return meeting.id
