"""What a form says beyond what is on file of the meeting that it was logged as.

A form that is read again changes nothing; what is new in it is named, and never thrown away. Words
count, not how they are wrapped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from boardroom.rules.additions import contains
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
