"""What a form says beyond what is on file of the meeting that it was logged as.

A form that is read again changes nothing; what is new in it is named, and never thrown away. Words
count, not how they are wrapped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from boardroom.rules.additions import append_notes, contains
from boardroom.rules.ids import ADVICE, AGENDA_ITEM, EXCHANGE, PROMISE
from boardroom.rules.log_entry import (
    NOTHING,
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
)
from boardroom.rules.text import brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    Logged = TypeVar("Logged", LoggedItem, LoggedAdvice, LoggedPromise, LoggedExchange)


def news(entry: LogEntry, stored: LogEntry, known: LogEntry) -> LogEntry:
    """The parts of an entry that are not on file: in the meeting, `stored`, or under their ids.

    `known` are all records of the advisor. Notes that are a part of the stored ones are on file.
    """
    covered_ids = {item.id for item in stored.agenda}

    def same_item(item: LoggedItem, on_file: LoggedItem) -> bool:
        return (
            (not item.covered or on_file.id in covered_ids)
            and (not item.text or _same(item.text, on_file.text))
            and contains(on_file.answer, item.answer)
        )

    return LogEntry(
        None if contains(stored.notes, entry.notes) else entry.notes,
        _new(entry.agenda, known.agenda, known.agenda, same_item),
        _new(entry.advice, stored.advice, known.advice, _same_advice),
        _new(entry.promises, stored.promises, known.promises, _same_promise),
        _new(entry.exchanges, stored.exchanges, known.exchanges, _same_exchange),
    )


def without_doubles(entry: LogEntry, stored: LogEntry, known: LogEntry) -> LogEntry:
    """The entry without the new lines whose words are in the meeting already.

    A promise in the same words with another day gets the id of the one on file.
    """
    new = news(entry, stored, known)
    left = {(promise.by_whom, _words(promise.text)): promise.id for promise in stored.promises}
    moved = tuple(
        promise._replace(id=promise.id or left.pop((promise.by_whom, _words(promise.text)), None))
        for promise in new.promises
    )
    return LogEntry(
        entry.notes,
        _with_ids(entry.agenda, new.agenda),
        _with_ids(entry.advice, new.advice),
        (*(promise for promise in entry.promises if promise.id is not None), *moved),
        _with_ids(entry.exchanges, new.exchanges),
    )


def in_current_words(
    entry: LogEntry,
    stored: LogEntry,
    known: LogEntry,
    earlier: LogEntry,
    earlier_notes: Iterable[str],
    *,
    with_ids: bool,
) -> LogEntry:
    """The entry, with what records and notes said before they were edited as it is on file now.

    `earlier` has the earlier states of records by their ids. Without `with_ids`, lines with an id
    are taken as they are.
    """

    def current(
        records: tuple[Logged, ...],
        stored: tuple[Logged, ...],
        known: tuple[Logged, ...],
        earlier: tuple[Logged, ...],
        same: Callable[[Logged, Logged], bool],
    ) -> tuple[Logged, ...]:
        new = _new(records, stored, known, same)
        by_id = {record.id: record for record in known}
        left = {record.id for record in stored}
        result = []
        for record in records:
            ids = left if record.id is None else {record.id} if with_ids else set()
            states = (state for state in earlier if state.id in ids and same(record, state))
            state = next(states, None) if record in new else None
            if state is None:
                result.append(record)
            else:
                left.discard(state.id)
                result.append(by_id[state.id])
        return tuple(result)

    def same_item(item: LoggedItem, on_file: LoggedItem) -> bool:
        return (
            (not item.covered or bool(on_file.covered))
            # An answer without a mark can't be told from a text that is no more on file.
            and (
                not item.text
                or _same(item.text, on_file.text)
                or _same(item.text, f"{on_file.text} {on_file.answer}")
            )
            and contains(on_file.answer, item.answer)
        )

    agenda = current(entry.agenda, known.agenda, known.agenda, earlier.agenda, same_item)
    return LogEntry(
        _notes_in_current_words(entry.notes, stored.notes, earlier_notes),
        tuple(
            item if item in entry.agenda else LoggedItem(item.id, covered=None) for item in agenda
        ),
        current(entry.advice, stored.advice, known.advice, earlier.advice, _same_advice),
        current(entry.promises, stored.promises, known.promises, earlier.promises, _same_promise),
        current(
            entry.exchanges, stored.exchanges, known.exchanges, earlier.exchanges, _same_exchange
        ),
    )


def shares_any(entry: LogEntry, stored: LogEntry) -> bool:
    """Whether an entry says anything again that is on file of a meeting."""
    on_file = LogEntry(
        stored.notes,
        tuple(item._replace(id=None) for item in stored.agenda),
        tuple(piece._replace(id=None, status="") for piece in stored.advice),
        tuple(promise._replace(id=None) for promise in stored.promises),
        tuple(exchange._replace(id=None) for exchange in stored.exchanges),
    )
    covered = entry._replace(agenda=tuple(item for item in entry.agenda if item.covered))
    covered_ids = {item.id for item in covered.agenda} & {item.id for item in stored.agenda}
    return bool(covered_ids - {None}) or news(on_file, covered, NOTHING) != on_file


def format_news(new: LogEntry) -> list[str]:
    """What is new, for a sentence: the notes, a12, the promise “send the deck”."""
    lists = (
        (AGENDA_ITEM, new.agenda),
        (ADVICE, new.advice),
        (PROMISE, new.promises),
        (EXCHANGE, new.exchanges),
    )
    return [
        *(["the notes"] if new.notes is not None else []),
        *(
            f"the {kind.noun} “{brief(record.text)}”" if record.id is None else kind.ref(record.id)
            for kind, records in lists
            for record in records
        ),
    ]


def _new(
    records: Iterable[Logged],
    stored: Iterable[Logged],
    known: Iterable[Logged],
    same: Callable[[Logged, Logged], bool],
) -> tuple[Logged, ...]:
    """The records that are not on file; each of the `stored` stands for one without an id."""
    left = list(stored)
    by_id = {record.id: record for record in known}
    new = []
    for record in records:
        if record.id is not None:
            if record.id not in by_id or not same(record, by_id[record.id]):
                new.append(record)
            continue
        on_file = next((other for other in left if same(record, other)), None)
        if on_file is None:
            new.append(record)
        else:
            left.remove(on_file)
    return tuple(new)


def _notes_in_current_words(
    notes: str | None, stored: str | None, earlier: Iterable[str]
) -> str | None:
    """The notes, with those on file in place of earlier ones; None if nothing else is in them."""
    if notes is None or contains(stored, notes):
        return notes
    new = notes.split("\n\n")
    for text in earlier:
        old = text.split("\n\n")
        if contains(text, notes):
            return None
        if new[: len(old)] == old:
            return append_notes(stored, "\n\n".join(new[len(old) :]))
    return notes


def _with_ids(records: tuple[Logged, ...], new: tuple[Logged, ...]) -> tuple[Logged, ...]:
    with_ids = tuple(record for record in records if record.id is not None)
    return with_ids + tuple(record for record in new if record.id is None)


def _same_advice(piece: LoggedAdvice, on_file: LoggedAdvice) -> bool:
    return _same(piece.text, on_file.text) and (
        not piece.status
        or (piece.status == on_file.status and _same(piece.outcome, on_file.outcome))
    )


def _same_promise(promise: LoggedPromise, on_file: LoggedPromise) -> bool:
    return (
        promise.by_whom == on_file.by_whom
        and promise.due_on in (None, on_file.due_on)
        and _same(promise.text, on_file.text)
    )


def _same_exchange(exchange: LoggedExchange, on_file: LoggedExchange) -> bool:
    return exchange.direction == on_file.direction and _same(exchange.text, on_file.text)


def _same(text: str | None, other: str | None) -> bool:
    return _words(text) == _words(other)


def _words(text: str | None) -> str:
    return " ".join((text or "").split())
