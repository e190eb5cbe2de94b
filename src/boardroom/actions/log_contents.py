"""The contents of a meeting, stored as a log or a form says them: new records, and changed ones."""

from __future__ import annotations

from boardroom.actions.advice import edit_advice, note_advice, report_back, set_outcome
from boardroom.actions.exchanges import edit_exchange, note_exchange
from boardroom.actions.logged_agenda import log_items
from boardroom.actions.new_promises import add_promise
from boardroom.actions.promises import edit_promise
from boardroom.errors import BadInput
from boardroom.rules.advice import has_outcome, whose
from boardroom.rules.ids import ADVICE, EXCHANGE, PROMISE, Kind
from boardroom.rules.log_entry import LogEntry, LoggedAdvice, LoggedExchange, LoggedPromise
from boardroom.rules.text import NOTES_LIMIT, optional
from boardroom.store.rows import Advice, Advisor, Exchange, Meeting, Promise
from boardroom.store.work import Done, Work


def store_entry(work: Work, advisor: Advisor, meeting: Meeting, entry: LogEntry) -> list[int]:
    """Stores the entry of a meeting. Returns the ids of its agenda items."""
    if entry.notes is not None:
        meeting.notes = optional(entry.notes, "notes", limit=NOTES_LIMIT)
    item_ids = log_items(work, advisor, entry.agenda, meeting_id=meeting.id, on=meeting.met_on)
    for piece in entry.advice:
        _store_advice(work, meeting, piece)
    for promise in entry.promises:
        _store_promise(work, meeting, promise)
    for exchange in entry.exchanges:
        _store_exchange(work, meeting, exchange)
    return item_ids


def _store_advice(work: Work, meeting: Meeting, piece: LoggedAdvice) -> Done:
    if piece.id is None:
        done = note_advice(
            work, meeting.advisor_id, piece.text, on=meeting.met_on, meeting_id=meeting.id
        )
    else:
        _check_advice(work, meeting, work.get(Advice, piece.id), piece.text)
        done = edit_advice(work, piece.id, text=piece.text)
    advice = work.get(Advice, done.id)
    if piece.status and piece.status != advice.status:
        done = set_outcome(work, done.id, piece.status, outcome=piece.outcome, on=meeting.met_on)
        # What came of earlier advice is told in the meeting in which it is noted.
        is_earlier = advice.meeting_id != meeting.id
        if is_earlier and has_outcome(advice.status) and advice.reported_on is None:
            return report_back(work, done.id, on=meeting.met_on)
        return done
    if piece.status and piece.outcome is not None:
        return edit_advice(work, done.id, outcome=piece.outcome)
    return done


def _check_advice(work: Work, meeting: Meeting, advice: Advice, text: str) -> None:
    """Checks that advice is theirs, and that its words are changed in its own meeting alone."""
    if advice.advisor_id != meeting.advisor_id:
        other = work.get(Advisor, advice.advisor_id)
        raise BadInput(
            f"{advice.ref} is advice{whose(other.name, other.role)}, not of this meeting.",
            f"Say what came of it with: boardroom advice outcome {advice.ref} worked TEXT",
        )
    if advice.text != text:
        _check_logged_in(meeting, advice, ADVICE)


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
