"""What a log has that is not on file of a meeting, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from boardroom.actions.logged_agenda import check_on_agenda, check_open
from boardroom.rules.day_format import format_day
from boardroom.rules.log_entry import LogEntry, LoggedPromise
from boardroom.rules.repetition import first_with_words
from boardroom.rules.text import brief
from boardroom.store.rows import Advice, Advisor, AgendaItem, Exchange, Meeting, Promise
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    Noted = TypeVar("Noted", Advice, Exchange)

_SIDES = {"me": "your promise", "them": "their promise"}


def new_contents(work: Work, advisor: Advisor, meeting: Meeting, entry: LogEntry) -> Iterator[str]:
    """What an entry has that is not on file, in words.

    What was noted that day without a meeting is new to this one.

    Raises:
        BadInput: an agenda item belongs to another person.
        Refused: an agenda item was closed, but not in this meeting.
    """
    for logged in entry.agenda:
        if logged.id is not None and logged.covered:
            item = work.get(AgendaItem, logged.id)
            check_on_agenda(work, item, advisor)
            if item.status != "covered" or item.meeting_id != meeting.id:
                check_open(item, advisor)
                yield f"{item.ref} covered"
    same_day = work.find(Advice, advisor_id=advisor.id, given_on=meeting.met_on)
    for piece in entry.advice:
        if first_with_words(piece.text, _of(meeting, same_day)) is None:
            yield f"the advice {_brief(piece.text)}"
    for promise in entry.promises:
        yield from _new_promise(work, advisor, meeting, promise)
    for exchange in entry.exchanges:
        same_side = work.find(
            Exchange,
            advisor_id=advisor.id,
            direction=exchange.direction,
            exchanged_on=meeting.met_on,
        )
        if first_with_words(exchange.text, _of(meeting, same_side)) is None:
            yield f"{exchange.direction} {_brief(exchange.text)}"


def _of(meeting: Meeting, records: Iterable[Noted]) -> Iterator[Noted]:
    """The records that were noted in a meeting."""
    return (record for record in records if record.meeting_id == meeting.id)


def holds_any(work: Work, meeting: Meeting, entry: LogEntry) -> bool:
    """Whether any advice, promise or exchange of an entry was noted in a meeting."""
    return any(
        first_with_words(record.text, work.find(table, meeting_id=meeting.id)) is not None
        for table, records in (
            (Advice, entry.advice),
            (Promise, entry.promises),
            (Exchange, entry.exchanges),
        )
        for record in records
    )


def _new_promise(
    work: Work, advisor: Advisor, meeting: Meeting, promise: LoggedPromise
) -> Iterator[str]:
    """A promise that is not on file since the meeting, or has another day there."""
    since = [
        known
        for known in work.find(Promise, advisor_id=advisor.id, by_whom=promise.by_whom)
        if known.done_on is None or known.made_on >= meeting.met_on
    ]
    own = [known for known in since if known.meeting_id == meeting.id]
    known = first_with_words(promise.text, [*reversed(own), *reversed(since)])
    made_alone = known is not None and (known.meeting_id, known.done_on, known.made_on) == (
        None,
        None,
        meeting.met_on,
    )
    if known is None or made_alone:
        yield f"{_SIDES[promise.by_whom]} {_brief(promise.text)}"
    elif promise.due_on is not None and known.due_on != promise.due_on:
        yield f"{known.ref} by {format_day(promise.due_on)}"
    elif known.meeting_id != meeting.id and known.done_on is None:
        work.note(
            f"Already promised on {format_day(known.made_on)}: {known.ref} {brief(known.text)}"
        )


def _brief(text: str) -> str:
    return f"“{brief(text)}”"
