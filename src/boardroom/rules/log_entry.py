"""What a user logs for one meeting, and how two such entries differ.

The form and the options of `log` are both parsed into a `LogEntry`, which one action stores.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from boardroom.record import Record
from boardroom.rules.ids import ADVICE, AGENDA_ITEM, EXCHANGE, PROMISE, Kind

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    Logged = TypeVar("Logged", "LoggedItem", "LoggedAdvice", "LoggedPromise", "LoggedExchange")


class LoggedItem(Record):
    """An agenda item by its row id, or a new one (None).

    An empty text, `covered` None and `answer` None mean no change; `answer` "" clears it.
    """

    id: int | None
    text: str = ""
    covered: bool | None = True
    answer: str | None = None


class LoggedAdvice(Record):
    """Advice by its row id, or new (None), and what came of it: `status` "" means no change."""

    id: int | None
    text: str
    status: str = ""
    outcome: str | None = None


class LoggedPromise(Record):
    """A promise by its row id, or a new one (None); `by_whom` is `me` or `them`."""

    id: int | None
    by_whom: str
    text: str
    due_on: date | None = None


class LoggedExchange(Record):
    """An exchange by its row id, or a new one (None); `direction` is `given` or `received`."""

    id: int | None
    direction: str
    text: str


class LogEntry(Record):
    """Everything logged for a meeting. `notes` None means no change, and "" no notes."""

    notes: str | None = None
    agenda: tuple[LoggedItem, ...] = ()
    advice: tuple[LoggedAdvice, ...] = ()
    promises: tuple[LoggedPromise, ...] = ()
    exchanges: tuple[LoggedExchange, ...] = ()

    def combine(self, other: LogEntry) -> LogEntry:
        """Merges two entries; the other's notes win if it has any."""
        return LogEntry(
            self.notes if other.notes is None else other.notes,
            self.agenda + other.agenda,
            self.advice + other.advice,
            self.promises + other.promises,
            self.exchanges + other.exchanges,
        )

    @property
    def new_item_count(self) -> int:
        """The number of new items that stay open."""
        return sum(item.id is None and not item.covered for item in self.agenda)


NOTHING = LogEntry()


def differences(entry: LogEntry, shown: LogEntry, *, was_shown: bool) -> LogEntry:
    """The parts of an entry that differ from what was shown.

    Storing only these keeps changes made elsewhere meanwhile. `was_shown` says that the author saw
    `shown`, so a missing answer was deleted rather than left out.
    """
    return LogEntry(
        None if (entry.notes or "") == (shown.notes or "") else entry.notes,
        tuple(
            item
            for item in _item_differences(entry.agenda, shown.agenda, was_shown=was_shown)
            if item != LoggedItem(item.id, covered=None)
        ),
        _different(
            (
                piece if piece.status else _with_outcome(piece, shown.advice)
                for piece in entry.advice
            ),
            shown.advice,
        ),
        _different(entry.promises, shown.promises),
        _different(entry.exchanges, shown.exchanges),
    )


NOTES = "the notes"
"""The name of a meeting's notes among the conflicts."""


def conflicts(changes: LogEntry, shown: LogEntry, current: LogEntry) -> list[str]:
    """What `changes` would overwrite that has changed since it was shown: “the notes”, “a12”."""
    notes_differ = (current.notes or "") != (shown.notes or "")
    return [
        *([NOTES] if changes.notes is not None and notes_differ else []),
        *_conflicts(AGENDA_ITEM, changes.agenda, shown.agenda, current.agenda),
        *_conflicts(ADVICE, changes.advice, shown.advice, current.advice),
        *_conflicts(PROMISE, changes.promises, shown.promises, current.promises),
        *_conflicts(EXCHANGE, changes.exchanges, shown.exchanges, current.exchanges),
    ]


def overlaid(entry: LogEntry, over: LogEntry) -> LogEntry:
    """The records of an entry, those that `over` has too as they are there."""
    return LogEntry(
        over.notes,
        _overlaid(entry.agenda, over.agenda),
        _overlaid(entry.advice, over.advice),
        _overlaid(entry.promises, over.promises),
        _overlaid(entry.exchanges, over.exchanges),
    )


def is_stored_as(entry: LogEntry, stored: LogEntry, agenda_texts: Collection[str]) -> bool:
    """Whether a meeting stored as `stored` has exactly the contents of an entry.

    This detects a form that is read twice, even if its promises and advice have been closed since.
    `agenda_texts` are those of all the advisor's items, open or not.
    """
    stored_items = {item.id: item for item in stored.agenda}
    covered = [item for item in entry.agenda if item.covered]
    with_id = [item for item in covered if item.id is not None]
    others = [stored_items[row_id] for row_id in stored_items.keys() - {i.id for i in with_id}]
    return (
        (entry.notes or "").strip() == (stored.notes or "")
        and all(
            item.id in stored_items and _same_answer(item, stored_items[item.id])
            for item in with_id
        )
        and sorted(_item_words(item) for item in covered if item.id is None)
        == sorted(_item_words(item) for item in others)
        and {_words(item.text) for item in entry.agenda if item.id is None}
        <= {_words(text) for text in agenda_texts}
        and _without_ids(_without_older_advice(entry, stored)) == _without_ids(stored)
    )


def _item_differences(
    items: Iterable[LoggedItem], shown: Iterable[LoggedItem], *, was_shown: bool
) -> Iterable[LoggedItem]:
    before = {item.id: item for item in shown}
    for item in items:
        old = None if item.id is None else before.get(item.id)
        if old is None:
            yield item
        else:
            answer = item.answer or ("" if was_shown else None)
            yield LoggedItem(
                item.id,
                "" if item.text == old.text else item.text,
                None if item.covered == old.covered else item.covered,
                None if answer == (old.answer or "") else answer,
            )


def _with_outcome(piece: LoggedAdvice, shown: Iterable[LoggedAdvice]) -> LoggedAdvice:
    """Advice that says nothing of its outcome, with that on file: it can't become new again."""
    on_file = next((other for other in shown if other.id == piece.id), piece)
    return piece._replace(status=on_file.status, outcome=on_file.outcome)


def _different(records: Iterable[Logged], shown: Iterable[Logged]) -> tuple[Logged, ...]:
    before = {record.id: record for record in shown}
    return tuple(
        record for record in records if record.id is None or record != before.get(record.id)
    )


def _overlaid(records: Iterable[Logged], over: Iterable[Logged]) -> tuple[Logged, ...]:
    by_id = {record.id: record for record in records}
    return tuple((by_id | {record.id: record for record in over}).values())


def _conflicts(
    kind: Kind, changes: Iterable[Logged], shown: Iterable[Logged], current: Iterable[Logged]
) -> list[str]:
    old, new = (
        {record.id: record for record in records if record.id is not None}
        for records in (shown, current)
    )
    return [
        kind.ref(record.id)
        for record in changes
        if record.id is not None
        and record.id in old
        and record.id in new
        and old[record.id] != new[record.id]
    ]


def _same_answer(item: LoggedItem, stored: LoggedItem) -> bool:
    return item.answer is None or _words(item.answer) == _words(stored.answer)


def _item_words(item: LoggedItem) -> tuple[str, str]:
    return _words(item.text), _words(item.answer)


def _without_older_advice(entry: LogEntry, stored: LogEntry) -> LogEntry:
    """The entry without the advice that is on file but not of that meeting."""
    ids = {None, *(piece.id for piece in stored.advice)}
    return entry._replace(advice=tuple(piece for piece in entry.advice if piece.id in ids))


def _without_ids(
    entry: LogEntry,
) -> tuple[list[str], list[tuple[str, str, str]], list[tuple[str, str]]]:
    return (
        sorted(_words(piece.text) for piece in entry.advice),
        sorted(
            (promise.by_whom, _words(promise.text), str(promise.due_on))
            for promise in entry.promises
        ),
        sorted((exchange.direction, _words(exchange.text)) for exchange in entry.exchanges),
    )


def _words(text: str | None) -> str:
    return " ".join((text or "").split())
