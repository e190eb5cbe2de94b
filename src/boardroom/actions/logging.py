"""Logging a meeting that was held, and editing everything logged in it, as one change each."""

from __future__ import annotations

from boardroom.actions.advice import edit_advice, note_advice
from boardroom.actions.agenda import log_items
from boardroom.actions.exchanges import edit_exchange, note_exchange
from boardroom.actions.meeting_rows import (
    format_meeting,
    format_without_day,
    new_meeting,
    record_plan,
    set_day,
    set_fields,
)
from boardroom.actions.meetings import edit_meeting
from boardroom.actions.promises import add_promise, edit_promise, promise_thanks
from boardroom.actions.snooze import end_snooze
from boardroom.errors import BadInput
from boardroom.queries.meeting_contents import meeting_logged_last, meeting_with_entry
from boardroom.queries.meetings import has_confidential_agreement
from boardroom.rules import meetings as rule
from boardroom.rules.dates import Moment
from boardroom.rules.fields import format_changes
from boardroom.rules.ids import ADVICE, AGENDA_ITEM, EXCHANGE, PROMISE, Kind
from boardroom.rules.log_entry import (
    NOTHING,
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedPromise,
    append_notes,
)
from boardroom.rules.text import NOTES_LIMIT, optional
from boardroom.store.rows import Advice, Advisor, Exchange, Meeting, Promise
from boardroom.store.work import Done, Work


def log_meeting(
    work: Work,
    advisor_id: int,
    *,
    on: Moment | None = None,
    meeting_id: int | None = None,
    way: str | None = None,
    place: str | None = None,
    minutes: str | None = None,
    entry: LogEntry = NOTHING,
    private: bool | None = None,
    as_shown: bool = False,
    whole_form: LogEntry | None = None,
) -> Done:
    """Logs a meeting that was held: its plan (see `find_plan`), or a new meeting.

    It is private if `private` or its plan says so, and always under a confidential agreement. The
    notes of the entry are appended to those of the plan. If the plan was `as_shown` to the user,
    the given notes and time replace its own.

    `whole_form` is the full contents of a form. If no plan matches, and a meeting of that day (or
    without a day, the one logged last) has exactly these contents, the form was read before: that
    meeting is returned, and nothing changes.

    Raises:
        Ambiguous: several plans match.
        BadInput: the day is in the future, a field is not valid, the meeting is already logged, or
            the meeting or an item belongs to another person.
        NotFound: there is no such meeting or item.
        Refused: the meeting was cancelled or missed, or an item is not open.
    """
    advisor = work.get(Advisor, advisor_id)
    logged_id = None if whole_form is None else _logged_before(work, advisor_id, on, whole_form)
    plan = (
        None if logged_id and logged_id == meeting_id else find_plan(work, advisor, on, meeting_id)
    )
    if logged_id is not None and plan is None:
        logged = work.get(Meeting, logged_id)
        return work.did(f"Already logged {format_meeting(logged, advisor)}", logged_id)
    meeting = plan or new_meeting(work, advisor, "held", on or Moment(work.today, None))
    meeting.status = "held"
    if on is not None:
        set_day(meeting, on, keep_time=on.on == meeting.met_on and not as_shown)
    rule.check_day("held", meeting.met_on, today=work.today)
    set_fields(meeting, way=way, place=place, minutes=minutes)
    meeting.private = (
        meeting.private if private is None else private
    ) or has_confidential_agreement(work.connection, advisor_id)
    work.add(meeting)
    record_plan(work, meeting)
    end_snooze(work, advisor_id, meeting.met_on)
    if entry.notes is not None and not as_shown:
        entry = entry._replace(notes=append_notes(meeting.notes, entry.notes))
    _store_entry(work, advisor, meeting, entry)
    promise_thanks(work, advisor_id, meeting_id=meeting.id, met_on=meeting.met_on)
    return work.did(f"Logged {format_meeting(meeting, advisor)}", meeting.id)


def edit_logged_meeting(
    work: Work,
    meeting_id: int,
    entry: LogEntry,
    *,
    on: Moment | None = None,
    way: str | None = None,
    minutes: str | None = None,
    private: bool | None = None,
) -> Done:
    """Changes a held meeting and everything logged in it; a day without a time clears the time.

    Raises:
        NotFound: there is no such meeting, or no record with an id of the entry.
        BadInput: the day is in the future, a field or text is not valid, or a record belongs to
            another meeting.
        Refused: an item to cover is not open, or the agreement with the advisor is
            confidential, so the meeting stays private.
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
    meeting = work.get(Meeting, meeting_id)
    advisor = work.get(Advisor, meeting.advisor_id)
    refs = _store_entry(work, advisor, meeting, entry)
    changes = work.changes(meeting, rule.FIELDS)
    what = "; ".join(part for part in (format_changes(changes), ", ".join(refs)) if part)
    return work.did(
        f"Changed {format_without_day(meeting, advisor)}: {what}", meeting.id, changes=changes
    )


def find_plan(
    work: Work, advisor: Advisor, on: Moment | None, meeting_id: int | None
) -> Meeting | None:
    """The planned meeting that a log belongs to; None if there is none.

    It is the one with `meeting_id`, else the one on that day, or without a day the one in the last
    14 days.

    Raises:
        Ambiguous: several plans match.
        BadInput: the meeting belongs to another person, or is already logged.
        NotFound: there is no such meeting.
        Refused: it was cancelled or missed.
    """
    if meeting_id is not None:
        meeting = work.get(Meeting, meeting_id)
        other = work.get(Advisor, meeting.advisor_id)
        rule.check_step(meeting.ref, other.handle, meeting.status, "held")
        if other is not advisor:
            raise BadInput(
                f"{meeting.ref} is a meeting with {other.name}, not with {advisor.name}.",
                f"Log it with: boardroom log {other.handle} --meeting {meeting.ref}",
            )
        return meeting
    planned = work.find(Meeting, advisor_id=advisor.id, status="planned")
    plans = {plan.ref: plan for plan in sorted(planned, key=lambda plan: (plan.met_on, plan.id))}
    match = rule.plan_to_log(
        [rule.Plan(ref, plan.met_on) for ref, plan in plans.items()],
        on.on if on else None,
        today=work.today,
    )
    return None if match is None else plans[match.ref]


def _logged_before(
    work: Work, advisor_id: int, on: Moment | None, whole_form: LogEntry
) -> int | None:
    """The id of the meeting that the same form was logged as before, if any."""
    last_id = None if on is not None else meeting_logged_last(work.connection, advisor_id)
    return meeting_with_entry(
        work.connection, advisor_id, whole_form, on=on.on if on else work.today, or_id=last_id
    )


def _store_entry(work: Work, advisor: Advisor, meeting: Meeting, entry: LogEntry) -> list[str]:
    """Stores the entry of a meeting. Returns the shown ids of its records."""
    if entry.notes is not None:
        meeting.notes = optional(entry.notes, "notes", limit=NOTES_LIMIT)
    item_ids = log_items(work, advisor, entry.agenda, meeting_id=meeting.id, on=meeting.met_on)
    return [
        *(AGENDA_ITEM.ref(item_id) for item_id in item_ids),
        *(ADVICE.ref(_store_advice(work, meeting, piece).id) for piece in entry.advice),
        *(PROMISE.ref(_store_promise(work, meeting, promise).id) for promise in entry.promises),
        *(EXCHANGE.ref(_store_exchange(work, meeting, item).id) for item in entry.exchanges),
    ]


def _store_advice(work: Work, meeting: Meeting, piece: LoggedAdvice) -> Done:
    if piece.id is None:
        return note_advice(
            work, meeting.advisor_id, piece.text, on=meeting.met_on, meeting_id=meeting.id
        )
    _check_logged_in(meeting, work.get(Advice, piece.id), ADVICE)
    return edit_advice(work, piece.id, text=piece.text)


def _store_promise(work: Work, meeting: Meeting, promise: LoggedPromise) -> Done:
    if promise.id is None:
        return add_promise(
            work,
            meeting.advisor_id,
            promise.text,
            by_whom=promise.by_whom,
            due_on=promise.due_on,
            meeting_id=meeting.id,
        )
    _check_logged_in(meeting, work.get(Promise, promise.id), PROMISE)
    return edit_promise(
        work,
        promise.id,
        text=promise.text,
        by_whom=promise.by_whom,
        due_on=promise.due_on or "",
    )


def _store_exchange(work: Work, meeting: Meeting, exchange: LoggedExchange) -> Done:
    if exchange.id is None:
        return note_exchange(
            work,
            meeting.advisor_id,
            exchange.direction,
            exchange.text,
            on=meeting.met_on,
            meeting_id=meeting.id,
        )
    _check_logged_in(meeting, work.get(Exchange, exchange.id), EXCHANGE)
    return edit_exchange(work, exchange.id, text=exchange.text, direction=exchange.direction)


def _check_logged_in(meeting: Meeting, record: Advice | Promise | Exchange, kind: Kind) -> None:
    """Checks that a record was logged in that meeting."""
    if record.meeting_id != meeting.id:
        raise BadInput(
            f"{record.ref} was not noted in {meeting.ref}.",
            f"Change it with: boardroom {kind.command} edit {record.ref}",
        )
