"""Planning meetings, and changing what is kept about them; logging those that took place is in `logging`."""

from __future__ import annotations

from datetime import date

from sqlmodel import select

from boardroom.actions.agenda import move_closing, reopen_items
from boardroom.actions.meeting_rows import (
    apply_fields,
    find_advisor,
    find_meeting,
    named,
    new_meeting,
    put_on,
    ref,
    row_id,
)
from boardroom.errors import Refused
from boardroom.models import Advice, Advisor, Exchange, Meeting, Promise
from boardroom.queries.meetings import is_confidential
from boardroom.rules import meetings as rule
from boardroom.rules.advisor import optional
from boardroom.rules.dates import Moment
from boardroom.rules.text import NOTES_LIMIT
from boardroom.store.work import Work


def plan_meeting(
    work: Work,
    advisor_id: int,
    when: Moment,
    *,
    way: str | None = None,
    place: str | None = None,
    minutes: str | None = None,
) -> int:
    """Puts a meeting with somebody of any status in the calendar; returns its row id.

    The way is theirs where none is given, else coffee; so with the length, else the setting.

    Raises:
        BadInput: the day has passed, or a field can't be so.
    """
    advisor = find_advisor(work, advisor_id)
    rule.check_day("planned", when.on, today=work.today)
    meeting = new_meeting(work, advisor, "planned", when)
    apply_fields(meeting, way=way, place=place, minutes=minutes)
    work.add(meeting)
    work.summary = f"Planned {named(meeting, advisor)}"
    return row_id(meeting)


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
    meeting = find_meeting(work, meeting_id)
    advisor = find_advisor(work, meeting.advisor_id)
    if on is not None:
        rule.check_day(meeting.status, on.on, today=work.today)
        put_on(meeting, on, keep_time=True)
        move_closing(work, meeting_id, on.on)
        _move_inside(work, meeting_id, on.on)
    if at is not None:
        meeting.start_time = at or None
    apply_fields(meeting, way=way, place=place, minutes=minutes)
    if text is not None:
        meeting.notes = optional(text, "notes", limit=NOTES_LIMIT)
    if private is not None:
        if not private and is_confidential(work.connection, meeting.advisor_id):
            raise Refused(
                f"What you say with {advisor.name} is confidential by your agreement, so {ref(meeting)} stays private.",
                "It shows on your own screen all the same.",
            )
        meeting.private = private
    work.summary = f"Changed {named(meeting, advisor)}"


def move_meeting(work: Work, meeting_id: int, when: Moment) -> None:
    """Puts a meeting that was not held on another day; the time stays where no other is given.

    Raises:
        NotFound: there is no such meeting.
        Refused: it was held.
        BadInput: the day has passed.
    """
    meeting, advisor = _step(work, meeting_id, "planned")
    rule.check_day("planned", when.on, today=work.today)
    put_on(meeting, when, keep_time=True)
    work.summary = f"Moved {named(meeting, advisor)}"


def cancel_meeting(work: Work, meeting_id: int) -> None:
    """Calls a planned meeting off.

    Raises:
        NotFound: there is no such meeting.
        Refused: it is not planned.
    """
    meeting, advisor = _step(work, meeting_id, "cancelled")
    work.summary = f"Cancelled {named(meeting, advisor)}"


def miss_meeting(work: Work, meeting_id: int) -> None:
    """Notes that a planned meeting did not take place.

    Raises:
        NotFound: there is no such meeting.
        Refused: it is not planned.
        BadInput: its day is still to come.
    """
    meeting, advisor = _step(work, meeting_id, "missed")
    rule.check_missed(ref(meeting), meeting.met_on, today=work.today)
    work.summary = f"Missed {named(meeting, advisor)}"


def remove_meeting(work: Work, meeting_id: int) -> None:
    """Takes a meeting off file with all that was noted in it; the agenda items covered there are open again.

    Raises:
        NotFound: there is no such meeting.
    """
    meeting = find_meeting(work, meeting_id)
    reopen_items(work, meeting_id)
    work.session.delete(
        meeting
    )  # the schema's cascades take what was promised, advised and exchanged there
    work.summary = f"Removed {named(meeting, find_advisor(work, meeting.advisor_id))}"


def _step(work: Work, meeting_id: int, to: str) -> tuple[Meeting, Advisor]:
    meeting = find_meeting(work, meeting_id)
    advisor = find_advisor(work, meeting.advisor_id)
    rule.check_step(ref(meeting), advisor.handle, meeting.status, to)
    meeting.status = to
    return meeting, advisor


def _move_inside(work: Work, meeting_id: int, on: date) -> None:
    """Lets what was said, promised and exchanged in a meeting follow it to another day."""
    for advice in work.session.exec(select(Advice).where(Advice.meeting_id == meeting_id)):
        advice.given_on = (
            on if advice.outcome_on is None else min(on, advice.outcome_on)
        )  # nothing comes of advice before it is given
    for promise in work.session.exec(select(Promise).where(Promise.meeting_id == meeting_id)):
        promise.made_on = on if promise.done_on is None else min(on, promise.done_on)
    for exchange in work.session.exec(select(Exchange).where(Exchange.meeting_id == meeting_id)):
        exchange.exchanged_on = on
