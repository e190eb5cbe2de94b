"""What was noted of a meeting: the words of a form and the options of `log` both become it, and one change stores it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple


class NotedItem(NamedTuple):
    """An agenda item by its row id, or a new one (None). Empty words leave those it has.

    `answer` None says nothing about it, "" that there is none.
    """

    id: int | None
    text: str = ""
    covered: bool = True
    answer: str | None = None


class NotedAdvice(NamedTuple):
    """Advice by its row id, or new."""

    id: int | None
    text: str


class NotedPromise(NamedTuple):
    """A promise by its row id, or a new one; `by_whom` is `me` or `them`."""

    id: int | None
    by_whom: str
    text: str
    due_on: date | None = None


class NotedExchange(NamedTuple):
    """An exchange by its row id, or a new one; `direction` is `given` or `received`."""

    id: int | None
    direction: str
    text: str


class Noted(NamedTuple):
    """What was noted. `notes` None says nothing about them, "" that there are none."""

    notes: str | None = None
    agenda: tuple[NotedItem, ...] = ()
    advice: tuple[NotedAdvice, ...] = ()
    promises: tuple[NotedPromise, ...] = ()
    exchanges: tuple[NotedExchange, ...] = ()

    def and_also(self, other: Noted) -> Noted:
        """Both together; the notes are the other's where it has any."""
        return Noted(
            self.notes if other.notes is None else other.notes,
            self.agenda + other.agenda,
            self.advice + other.advice,
            self.promises + other.promises,
            self.exchanges + other.exchanges,
        )


NOTHING = Noted()


def same_words(one: str, other: str) -> bool:
    """Whether two texts have the same words: how a form breaks its lines is no change of them."""
    return _words(one) == _words(other)


def holds(held: Noted, said: Noted, raised: Collection[str]) -> bool:
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
        and {_words(item.text) for item in said.agenda if item.id is None} <= {_words(text) for text in raised}
        and _bare(said) == _bare(held)
    )


def _answers_alike(said: NotedItem, held: NotedItem) -> bool:
    return said.answer is None or _words(said.answer) == _words(held.answer)


def _bare(noted: Noted) -> tuple[list[str], list[tuple[str, str, str]], list[tuple[str, str]]]:
    """Advice, promises and exchanges without their ids."""
    return (
        sorted(_words(piece.text) for piece in noted.advice),
        sorted((promise.by_whom, _words(promise.text), str(promise.due_on)) for promise in noted.promises),
        sorted((exchange.direction, _words(exchange.text)) for exchange in noted.exchanges),
    )


def _words(text: str | None) -> str:
    return " ".join((text or "").split())
