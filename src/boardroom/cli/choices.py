"""What there is to choose from, shown above the question about a missing WHO or id.

Loaded only where one is missing and somebody can be asked.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from boardroom.cli.call import Call
from boardroom.errors import NotFound
from boardroom.queries.completions import OPEN_ONLY, ids_with_words, is_there
from boardroom.queries.people import people, standings
from boardroom.record import Record
from boardroom.render.formatting import is_accessible
from boardroom.rules.ids import KINDS, PROMISE, Kind, looks_like_id, not_found, parse
from boardroom.rules.text import brief, join_words

_RANKS = ("active", "paused", "asked", "prospect", "declined", "alumni")
_MOST = 10
_MOST_OF_SEVERAL_KINDS = 4
_WIDEST = 12
"""The widest id or handle that the words beside the others are aligned with."""


class Choices(Record):
    """What can be chosen: a line each, and the first to give as an example."""

    lines: str
    example: str


def ask_id(
    call: Call,
    kinds: Sequence[Kind],
    question: str,
    check: Callable[[str], object],
    *,
    verb: str,
    board: sqlite3.Connection | None = None,
) -> str:
    """Asks for an id of one of these kinds below those that there are, until it is one of them.

    Only open ones are listed if the `verb`, the last word of the command, wants one. Of one kind,
    its number is enough. `check` may take other answers too. The board is read here, unless it is
    open already.

    Raises:
        NotFound: there is no such record.
        Cancelled: the terminal was closed (Ctrl-D).
    """

    def query(connection: sqlite3.Connection) -> Choices:
        return id_choices(connection, kinds, today=call.today, open_only=verb in OPEN_ONLY)

    choices = call.read(query) if board is None else query(board)

    def as_id(answer: str) -> str:
        is_number = len(kinds) == 1 and answer.isascii() and answer.isdigit()
        return f"{kinds[0].letter}{answer}" if is_number else answer

    def read(answer: str) -> None:
        check(as_id(answer))
        if looks_like_id(as_id(answer)):
            check_is_there(call, as_id(answer), board)

    return as_id(
        call.ask_if_missing(
            None, "ID", f"{question} (like {choices.example})", check=read, about=choices.lines
        )
    )


def check_is_there(call: Call, text: str, board: sqlite3.Connection | None = None) -> None:
    """Checks that there is a record with this id.

    Raises:
        NotFound: there is none.
    """
    ref = parse(text)
    if not (
        call.read(lambda opened: is_there(opened, ref)) if board is None else is_there(board, ref)
    ):
        raise not_found(KINDS[ref.letter], ref.number)


def id_choices(
    board: sqlite3.Connection, kinds: Sequence[Kind], *, today: date, open_only: bool
) -> Choices:
    """The ids of these kinds with their words, the most pressing of each first.

    Raises:
        NotFound: there is none.
    """
    most = _MOST if len(kinds) == 1 else _MOST_OF_SEVERAL_KINDS
    shown: dict[str, str] = {}
    more = []
    for kind in kinds:
        words = ids_with_words(board, kind.letter, today=today, open_only=open_only)
        shown |= dict(list(words.items())[:most])
        if len(words) > most:
            more.append(f"boardroom {kind.list_command}")
    if not shown:
        nouns = join_words([kind.noun for kind in kinds], "or")
        is_open = " open" if open_only else ""
        raise NotFound(
            f"There is no{is_open} {nouns}.",
            f"All that there are: boardroom {kinds[0].list_command}" if len(kinds) == 1 else "",
        )
    return _choices(shown, more)


def who_choices(board: sqlite3.Connection, *, without: int | None = None) -> Choices:
    """Everybody by handle, with name and, unless they are active, status; active people first.

    The person with the id `without` is left out.

    Raises:
        NotFound: nobody is on file.
    """
    return _choices(*_people(board, without=without))


def snooze_choices(board: sqlite3.Connection, *, today: date) -> Choices:
    """Everybody, the open promises and the reviews.

    Raises:
        NotFound: nobody is on file.
    """
    shown, more = _people(board)
    promises = ids_with_words(board, PROMISE.letter, today=today, open_only=True)
    shown |= dict(list(promises.items())[:_MOST_OF_SEVERAL_KINDS])
    if len(promises) > _MOST_OF_SEVERAL_KINDS:
        more = [*more, f"boardroom {PROMISE.list_command}"]
    return _choices({**shown, "review": "all reviews"}, more)


def _people(
    board: sqlite3.Connection, *, without: int | None = None
) -> tuple[dict[str, str], list[str]]:
    everybody = [person for person in people(board) if person.id != without]
    if not everybody:
        raise NotFound("Nobody is on file yet.", 'Start with: boardroom advisor add "NAME"')
    standing = standings(board)
    status = {person.id: standing[person.id].status for person in everybody}
    ranked = sorted(everybody, key=lambda person: _RANKS.index(status[person.id]))
    words = {
        person.handle: person.name
        if status[person.id] == "active"
        else f"{person.name} ({status[person.id]})"
        for person in ranked[:_MOST]
    }
    return words, ["boardroom advisor list --all"] if len(ranked) > _MOST else []


def choice_lines(words: Mapping[str, str], more: Iterable[str] = ()) -> str:
    """A line for each choice: what to type, and a few words about it."""
    if is_accessible():
        lines = [f"{choice}: {brief(text)}" for choice, text in words.items()]
    else:
        width = min(max(map(len, words), default=0), _WIDEST)
        lines = [f"  {choice:<{width}}  {brief(text)}" for choice, text in words.items()]
    return "\n".join([*lines, *(f"More: {command}" for command in more)])


def _choices(words: Mapping[str, str], more: Iterable[str]) -> Choices:
    return Choices(choice_lines(words, more), next(iter(words)))
