"""What was noted of a meeting: the words of a form and the options of `log` both become it, and one change stores it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple, TypeVar


class LoggedItem(NamedTuple):
    """An agenda item by its row id, or a new one (None). Empty words leave those it has, and `covered` None how it stands.

    `answer` None says nothing about it, "" that there is none.
    """

    id: int | None
    text: str = ""
    covered: bool | None = True
    answer: str | None = None


class LoggedAdvice(NamedTuple):
    """Advice by its row id, or new."""

    id: int | None
    text: str


class LoggedPromise(NamedTuple):
    """A promise by its row id, or a new one; `by_whom` is `me` or `them`."""

    id: int | None
    by_whom: str
    text: str
    due_on: date | None = None


class LoggedExchange(NamedTuple):
    """An exchange by its row id, or a new one; `direction` is `given` or `received`."""

    id: int | None
    direction: str
    text: str


class LogEntry(NamedTuple):
    """What was noted. `notes` None says nothing about them, "" that there are none."""

    notes: str | None = None
    agenda: tuple[LoggedItem, ...] = ()
    advice: tuple[LoggedAdvice, ...] = ()
    promises: tuple[LoggedPromise, ...] = ()
    exchanges: tuple[LoggedExchange, ...] = ()

    def and_also(self, other: LogEntry) -> LogEntry:
        """Both together; the notes are the other's where it has any."""
        return LogEntry(
            self.notes if other.notes is None else other.notes,
            self.agenda + other.agenda,
            self.advice + other.advice,
            self.promises + other.promises,
            self.exchanges + other.exchanges,
        )


NOTHING = LogEntry()

Record = TypeVar("Record", LoggedItem, LoggedAdvice, LoggedPromise, LoggedExchange)


def changed(said: LogEntry, shown: LogEntry, *, seen: bool) -> LogEntry:
    """What was said otherwise than it was shown, so that whatever else became of the rest meanwhile stays.

    `seen` tells that whoever said it had what was shown before them: an answer that is not there any more was taken out.
    """
    return LogEntry(
        None if (said.notes or "") == (shown.notes or "") else said.notes,
        tuple(
            item
            for item in _items_changed(said.agenda, shown.agenda, seen=seen)
            if item != LoggedItem(item.id, covered=None)
        ),
        _others(said.advice, shown.advice),
        _others(said.promises, shown.promises),
        _others(said.exchanges, shown.exchanges),
    )


def overtaken(changes: LogEntry, shown: LogEntry, now: LogEntry) -> list[str]:
    """What is to be changed and is not any more as it was shown, by the names the user knows it by: “the notes”, “a12”."""
    return [
        *(
            ["the notes"]
            if changes.notes is not None and (now.notes or "") != (shown.notes or "")
            else []
        ),
        *_overtaken("a", changes.agenda, shown.agenda, now.agenda),
        *_overtaken("v", changes.advice, shown.advice, now.advice),
        *_overtaken("p", changes.promises, shown.promises, now.promises),
        *_overtaken("x", changes.exchanges, shown.exchanges, now.exchanges),
    ]


def notes_after(kept: str | None, said: str) -> str:
    """The notes of a meeting that had some already: what is said follows them, unless it holds them."""
    return said if kept is None or kept in said else f"{kept}\n\n{said}".rstrip()


def holds(held: LogEntry, said: LogEntry, raised: Collection[str]) -> bool:
    """Whether a meeting that holds `held` has all that was `said`, and nothing else; `raised` are the texts of the advisor's agenda.

    So a form that is read twice is known the second time, whatever became of its promises and its advice meanwhile.
    """
    covered = {item.id: item for item in held.agenda}
    told = [item for item in said.agenda if item.covered]
    named = [item for item in told if item.id is not None]
    new = [covered[row_id] for row_id in covered.keys() - {item.id for item in named}]
    return (
        (said.notes or "").strip() == (held.notes or "")
        and all(item.id in covered and _answers_alike(item, covered[item.id]) for item in named)
        and sorted((_words(item.text), _words(item.answer)) for item in told if item.id is None)
        == sorted((_words(item.text), _words(item.answer)) for item in new)
        and {_words(item.text) for item in said.agenda if item.id is None}
        <= {_words(text) for text in raised}
        and _bare(said) == _bare(held)
    )


def _items_changed(
    said: Iterable[LoggedItem], shown: Iterable[LoggedItem], *, seen: bool
) -> Iterable[LoggedItem]:
    before = {item.id: item for item in shown}
    for item in said:
        was = None if item.id is None else before.get(item.id)
        if was is None:
            yield item
        else:
            answer = item.answer or ("" if seen else None)
            yield LoggedItem(
                item.id,
                "" if item.text == was.text else item.text,
                None if item.covered == was.covered else item.covered,
                None if answer == (was.answer or "") else answer,
            )


def _others(said: tuple[Record, ...], shown: tuple[Record, ...]) -> tuple[Record, ...]:
    before = {record.id: record for record in shown}
    return tuple(record for record in said if record.id is None or record != before.get(record.id))


def _overtaken(
    letter: str, changes: Iterable[Record], shown: Iterable[Record], now: Iterable[Record]
) -> list[str]:
    was, is_ = (
        {record.id: record for record in records if record.id is not None}
        for records in (shown, now)
    )
    return [
        f"{letter}{record.id}"
        for record in changes
        if record.id in was and record.id in is_ and was[record.id] != is_[record.id]
    ]


def _answers_alike(said: LoggedItem, held: LoggedItem) -> bool:
    return said.answer is None or _words(said.answer) == _words(held.answer)


def _bare(noted: LogEntry) -> tuple[list[str], list[tuple[str, str, str]], list[tuple[str, str]]]:
    """Advice, promises and exchanges without their ids."""
    return (
        sorted(_words(piece.text) for piece in noted.advice),
        sorted(
            (promise.by_whom, _words(promise.text), str(promise.due_on))
            for promise in noted.promises
        ),
        sorted((exchange.direction, _words(exchange.text)) for exchange in noted.exchanges),
    )


def _words(text: str | None) -> str:
    return " ".join((text or "").split())
