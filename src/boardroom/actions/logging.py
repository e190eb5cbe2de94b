"""Logging a meeting that took place, and changing what was noted of one: the words of a form and of options alike, as one change."""

from __future__ import annotations

from sqlmodel import col, select

from boardroom.actions.advice import edit_advice, note_advice
from boardroom.actions.agenda import note_items
from boardroom.actions.exchanges import edit_exchange, note_exchange
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
from boardroom.actions.meetings import edit_meeting
from boardroom.actions.promises import add_promise, edit_promise, thank
from boardroom.actions.snooze import end_snooze
from boardroom.errors import BadInput
from boardroom.models import Advice, Advisor, Exchange, Meeting, Promise
from boardroom.queries.meeting_contents import holding, last_logged
from boardroom.queries.meetings import is_confidential
from boardroom.rules import meetings as rule
from boardroom.rules.advisor import optional
from boardroom.rules.dates import Moment
from boardroom.rules.log_entry import NOTHING, LogEntry, notes_after
from boardroom.rules.text import NOTES_LIMIT
from boardroom.store.work import Work


def log_meeting(
    work: Work,
    advisor_id: int,
    *,
    on: Moment | None = None,
    meeting_id: int | None = None,
    way: str | None = None,
    place: str | None = None,
    minutes: str | None = None,
    noted: LogEntry = NOTHING,
    private: bool | None = None,
    as_shown: bool = False,
    once: LogEntry | None = None,
) -> int:
    """Notes a meeting that took place: the plan it was, or a new one where there was none; returns its row id.

    `meeting_id` names the plan; else it is the one on that day, or without a day the only one of the last 14 days. It is private
    where it is said to be, where the plan was unless that is said not to be, and while the agreement with the advisor is confidential.
    Notes follow those of the plan; where the plan was `as_shown` to the user, its notes and its hour are now what they were left as.
    Where no plan fits and a meeting of that day (without a day: of today, or the one logged last) holds exactly what `once` says, it
    is the one, and nothing changes.

    Raises:
        Ambiguous: several plans fit.
        BadInput: the day is ahead, a field can't be so, the meeting or an item is somebody else's, or the meeting is logged already.
        NotFound: there is no such meeting or item.
        Refused: the meeting was called off or missed, or an item is not open.
    """
    advisor = find_advisor(work, advisor_id)
    held = None if once is None else _held(work, advisor_id, on, once)
    if held is not None and held == meeting_id:
        return held
    plan = _plan(work, advisor, on, meeting_id)
    if held is not None and plan is None:
        return held
    meeting = plan or new_meeting(work, advisor, "held", on or Moment(work.today, None))
    meeting.status = "held"
    if on is not None:
        put_on(meeting, on, keep_time=on.on == meeting.met_on and not as_shown)
    rule.check_day("held", meeting.met_on, today=work.today)
    apply_fields(meeting, way=way, place=place, minutes=minutes)
    meeting.private = (meeting.private if private is None else private) or is_confidential(
        work.connection, advisor_id
    )
    work.add(meeting)
    end_snooze(work, advisor_id, meeting.met_on)
    if noted.notes is not None and not as_shown:
        noted = noted._replace(notes=notes_after(meeting.notes, noted.notes))
    _note_down(work, advisor, meeting, noted)
    thank(work, advisor_id, meeting_id=row_id(meeting), met_on=meeting.met_on)
    work.summary = f"Logged {named(meeting, advisor)}"
    return row_id(meeting)


def change_noted(
    work: Work,
    meeting_id: int,
    noted: LogEntry,
    *,
    on: Moment | None = None,
    way: str | None = None,
    minutes: str | None = None,
    private: bool | None = None,
) -> None:
    """Changes a held meeting to what its form now says; a day has the hour that goes with it, or none.

    Raises:
        NotFound: there is no such meeting, or no record of an id in the form.
        BadInput: the day is ahead, a field or text can't be so, or a record of the form is not of this meeting.
        Refused: an agenda item is covered that was not open, or the meeting is confidential by agreement, and would be opened.
    """
    edit_meeting(
        work,
        meeting_id,
        on=on,
        at=None if on is None else on.at or "",
        way=way,
        minutes=minutes,
        private=private,
    )
    meeting = find_meeting(work, meeting_id)
    advisor = find_advisor(work, meeting.advisor_id)
    _note_down(work, advisor, meeting, noted)
    work.summary = f"Changed {named(meeting, advisor)}"


def _held(work: Work, advisor_id: int, on: Moment | None, said: LogEntry) -> int | None:
    """The meeting that holds already what was said."""
    last = None if on is not None else last_logged(work.connection, advisor_id)
    return holding(work.connection, advisor_id, said, on=on.on if on else work.today, or_else=last)


def _note_down(work: Work, advisor: Advisor, meeting: Meeting, noted: LogEntry) -> None:
    if noted.notes is not None:
        meeting.notes = optional(noted.notes, "notes", limit=NOTES_LIMIT)
    note_items(work, advisor, noted.agenda, meeting_id=row_id(meeting), on=meeting.met_on)
    _note_advice(work, meeting, noted)
    _note_promises(work, meeting, noted)
    _note_exchanges(work, meeting, noted)


def _note_advice(work: Work, meeting: Meeting, noted: LogEntry) -> None:
    for piece in noted.advice:
        if piece.id is None:
            note_advice(
                work, meeting.advisor_id, piece.text, on=meeting.met_on, meeting_id=meeting.id
            )
        else:
            _check_of(meeting, work.get(Advice, piece.id), "advice edit v")
            edit_advice(work, piece.id, text=piece.text)


def _note_promises(work: Work, meeting: Meeting, noted: LogEntry) -> None:
    for promise in noted.promises:
        if promise.id is None:
            add_promise(
                work,
                meeting.advisor_id,
                promise.text,
                by_whom=promise.by_whom,
                due_on=promise.due_on,
                meeting_id=meeting.id,
            )
        else:
            _check_of(meeting, work.get(Promise, promise.id), "promise edit p")
            edit_promise(
                work,
                promise.id,
                text=promise.text,
                by_whom=promise.by_whom,
                due_on=promise.due_on or "",
            )


def _note_exchanges(work: Work, meeting: Meeting, noted: LogEntry) -> None:
    for exchange in noted.exchanges:
        if exchange.id is None:
            note_exchange(
                work,
                meeting.advisor_id,
                exchange.direction,
                exchange.text,
                on=meeting.met_on,
                meeting_id=meeting.id,
            )
        else:
            _check_of(meeting, work.get(Exchange, exchange.id), "exchange edit x")
            edit_exchange(work, exchange.id, text=exchange.text, direction=exchange.direction)


def _check_of(meeting: Meeting, record: Advice | Promise | Exchange, edit: str) -> None:
    """Whether the record was made in that meeting; `edit` is the command that changes it anywhere."""
    if record.meeting_id != meeting.id:
        called = f"{edit[-1]}{record.id}"
        raise BadInput(
            f"{called} was not noted in {ref(meeting)}.",
            f"Change it with: boardroom {edit}{record.id}",
        )


def _plan(
    work: Work, advisor: Advisor, on: Moment | None, meeting_id: int | None
) -> Meeting | None:
    """The planned meeting that a log is about; None where there was no plan."""
    if meeting_id is not None:
        meeting = find_meeting(work, meeting_id)
        other = find_advisor(work, meeting.advisor_id)
        rule.check_step(ref(meeting), other.handle, meeting.status, "held")
        if other is not advisor:
            raise BadInput(
                f"{ref(meeting)} is a meeting with {other.name}, not with {advisor.name}.",
                f"Log it with them: boardroom log {other.handle} --meeting {ref(meeting)}",
            )
        return meeting
    theirs = select(Meeting).where(Meeting.advisor_id == advisor.id, Meeting.status == "planned")
    plans = {
        ref(plan): plan
        for plan in work.session.exec(theirs.order_by(col(Meeting.met_on), col(Meeting.id)))
    }
    meant = rule.plan_meant(
        [rule.Plan(ref, plan.met_on) for ref, plan in plans.items()],
        on.on if on else None,
        today=work.today,
    )
    return None if meant is None else plans[meant.ref]
