"""Planning, editing, moving, closing and removing meetings; see `logging` for logging them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.actions.logged_agenda import move_closing_day, reopen_items
from boardroom.actions.meeting_rows import (
    format_meeting,
    format_without_day,
    given_values,
    new_meeting,
    record_plan,
    set_day,
    set_fields,
)
from boardroom.actions.plans_of_day import check_day_free, check_no_same_plan, plan_on_file
from boardroom.actions.privacy import edited_fields, set_private
from boardroom.queries.private import is_private
from boardroom.rules import meetings as rule
from boardroom.rules.additions import append_notes
from boardroom.rules.dates import Moment
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import format_changes
from boardroom.rules.text import NOTES_LIMIT, brief, clean, optional
from boardroom.store.rows import Advice, Advisor, Exchange, Meeting, Promise
from boardroom.store.work import Done, Work


def plan_meeting(
    work: Work,
    advisor_id: int,
    when: Moment,
    *,
    way: str | None = None,
    place: str | None = None,
    minutes: str | None = None,
    another: bool = False,
    private: bool | None = None,
) -> Done:
    """Plans a meeting with a person of any status.

    Way and length default to the person's own, else to coffee and the setting `minutes`. If the
    meeting is planned already, no second one is made, unless it is to be `another`.

    Raises:
        BadInput: the day has passed, or a field is not valid.
        Refused: a plan with the person stands on that day, for another time or with other fields.
    """
    advisor = work.get(Advisor, advisor_id)
    rule.check_day("planned", when.on, handle=advisor.handle, today=work.today)
    if not another:
        given = given_values(way=way, place=place, minutes=minutes, when=when)
        known = plan_on_file(work, advisor, when, given, private=private)
        if known is not None:
            return work.did(f"Planned {format_meeting(known, advisor)} before", known.id)
        check_day_free(work, advisor, when, {**given, "private": private})
    meeting = new_meeting(work, advisor, "planned", when)
    set_fields(meeting, way=way, place=place, minutes=minutes)
    work.add(meeting)
    record_plan(work, meeting)
    set_private(work, meeting, private=private)
    return work.did(f"Planned {format_meeting(meeting, advisor)}", meeting.id)


def plan_meetings(work: Work, slots: Sequence[tuple[int, Moment]]) -> Done:
    """Plans a meeting with each of several people, by their ids."""
    ids = [plan_meeting(work, advisor_id, when, another=True).id for advisor_id, when in slots]
    planned = ", ".join(
        f"{work.get(Advisor, advisor_id).name} {format_day(when.on, when.at)}"
        for advisor_id, when in slots
    )
    count = "1 meeting" if len(ids) == 1 else f"{len(ids)} meetings"
    return work.did(f"Planned {count}: {planned}", *ids)


def edit_meeting(
    work: Work,
    meeting_id: int,
    *,
    on: Moment | None = None,
    at: str | None = None,
    way: str | None = None,
    place: str | None = None,
    minutes: str | None = None,
    notes: str | None = None,
    private: bool | None = None,
) -> Done:
    """Changes the given fields; an empty time, place or notes clears it. `at` is like `15:30`.

    Raises:
        NotFound: there is no such meeting.
        BadInput: the day does not fit the status, or a field is not valid.
        Refused: the same is planned with the advisor already.
    """
    meeting = work.get(Meeting, meeting_id)
    advisor = work.get(Advisor, meeting.advisor_id)
    was_private = is_private(work.connection, Meeting.TABLE, meeting_id)
    if on is not None:
        plan = {"handle": advisor.handle, "ref": meeting.ref}
        rule.check_day(meeting.status, on.on, **plan, today=work.today)
        set_day(meeting, on, keep_time=True)
        move_closing_day(work, meeting_id, on.on)
        _move_contents(work, meeting_id, on.on)
    if at is not None:
        meeting.start_time = at or None
    check_no_same_plan(work, meeting, advisor)
    set_fields(meeting, way=way, place=place, minutes=minutes)
    if notes is not None:
        meeting.notes = optional(notes, "notes", limit=NOTES_LIMIT)
    record_plan(work, meeting)
    set_private(work, meeting, private=private)
    changes = edited_fields(work, meeting, rule.FIELDS, was_private=was_private)
    return work.did(
        f"Changed {format_without_day(meeting, advisor)}: {format_changes(changes)}",
        meeting.id,
        changes=changes,
    )


def move_meeting(
    work: Work,
    meeting_id: int,
    when: Moment,
    *,
    way: str | None = None,
    place: str | None = None,
    minutes: str | None = None,
    private: bool | None = None,
) -> Done:
    """Moves a meeting that was not held to another day; keeps its time unless `when` has one.

    The given fields change too.

    Raises:
        NotFound: there is no such meeting.
        Refused: it was held, or the same is planned with the person already.
        BadInput: the day has passed, or a field is not valid.
    """
    was_planned = work.get(Meeting, meeting_id).status == "planned"
    meeting, advisor = _take_step(work, meeting_id, "planned")
    ref = meeting.ref if was_planned else ""
    rule.check_day("planned", when.on, handle=advisor.handle, ref=ref, today=work.today)
    set_day(meeting, when, keep_time=True)
    check_no_same_plan(work, meeting, advisor)
    set_fields(meeting, way=way, place=place, minutes=minutes)
    record_plan(work, meeting)
    set_private(work, meeting, private=private)
    return work.did(f"Moved {format_meeting(meeting, advisor)}", meeting.id)


def cancel_meeting(work: Work, meeting_id: int, *, why: str | None = None) -> Done:
    """Cancels a planned meeting; the reason is added to its notes.

    Raises:
        NotFound: there is no such meeting.
        Refused: it is not planned.
    """
    meeting, advisor = _take_step(work, meeting_id, "cancelled")
    if why is not None:
        notes = append_notes(meeting.notes, clean(why, what="reason"))
        meeting.notes = optional(notes, "notes", limit=NOTES_LIMIT)
    record_plan(work, meeting)
    reason = "" if why is None else f": {brief(why)}"
    return work.did(f"Cancelled {format_meeting(meeting, advisor)}{reason}", meeting.id)


def miss_meeting(work: Work, meeting_id: int) -> Done:
    """Marks a planned meeting as missed.

    Raises:
        NotFound: there is no such meeting.
        Refused: it is not planned.
        BadInput: its day is in the future.
    """
    meeting, advisor = _take_step(work, meeting_id, "missed")
    rule.check_missed(meeting.ref, meeting.met_on, today=work.today)
    record_plan(work, meeting)
    return work.did(f"Missed {format_meeting(meeting, advisor)}", meeting.id)


def remove_meeting(work: Work, meeting_id: int) -> Done:
    """Removes a meeting and everything logged in it, and reopens the agenda items it covered.

    Raises:
        NotFound: there is no such meeting.
    """
    meeting = work.get(Meeting, meeting_id)
    advisor = work.get(Advisor, meeting.advisor_id)
    reopen_items(work, meeting_id)
    # The schema's cascades remove its promises, advice and exchanges.
    work.delete(meeting)
    return work.did(f"Removed {format_meeting(meeting, advisor)}", meeting_id)


def _take_step(work: Work, meeting_id: int, to: str) -> tuple[Meeting, Advisor]:
    meeting = work.get(Meeting, meeting_id)
    advisor = work.get(Advisor, meeting.advisor_id)
    rule.check_step(meeting.ref, advisor.handle, meeting.status, to)
    meeting.status = to
    return meeting, advisor


def _move_contents(work: Work, meeting_id: int, on: date) -> None:
    """Moves the advice, promises and exchanges of a meeting to `on`."""
    for advice in work.find(Advice, meeting_id=meeting_id):
        # Advice can't be given after its outcome.
        advice.given_on = on if advice.outcome_on is None else min(on, advice.outcome_on)
    for promise in work.find(Promise, meeting_id=meeting_id):
        promise.made_on = on if promise.done_on is None else min(on, promise.done_on)
    for exchange in work.find(Exchange, meeting_id=meeting_id):
        exchange.exchanged_on = on
