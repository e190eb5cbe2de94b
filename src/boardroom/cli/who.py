"""Resolves a WHO argument to one person, or raises `NotFound` or `Ambiguous`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from itertools import pairwise

from boardroom.cli.call import Call
from boardroom.errors import Ambiguous, BadInput, NotFound
from boardroom.queries.people import people
from boardroom.rules.names import LONGEST_RUN, Named, find_matches, nearest, spelt_count
from boardroom.rules.text import quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, TypeAlias

    import typer

Who: TypeAlias = (
    "Annotated[str | None, typer.Argument(metavar='WHO', show_default=False, "
    "help='A handle or a name, or the start of one.')]"
)
"""The WHO argument of a command about one person."""
OptionalWho: TypeAlias = (
    "Annotated[str | None, typer.Argument(metavar='[WHO]', show_default=False, "
    "help='One person (default: everybody).')]"
)
"""The WHO argument of a list."""


def find_person(call: Call, board: sqlite3.Connection, given: str | None) -> Named:
    """Resolves WHO to one person; asks on a terminal if it is missing or matches several.

    Raises:
        BadInput: WHO is missing, and there is no terminal; or words after it are an option's.
        NotFound: nobody matches; the nearest handles are the candidates.
        Ambiguous: several people match, and there is no terminal.
    """
    everybody = people(board)

    def matches_of(who: str) -> tuple[Named, ...]:
        matches = find_matches(who, everybody)
        if not matches:
            from boardroom.cli.words_after_who import (  # noqa: PLC0415  where something is wrong alone
                meant_as_option,
            )

            raise meant_as_option(call, board, who, everybody) or _unknown(who, everybody)
        return matches

    who = given if given is not None else ask_who(call, board, "Who?", matches_of)
    matches = matches_of(who)
    # If one of those shown has gone meanwhile, the choice is not made by leaving the other.
    if len(matches) == 1 and not call.was_asked(f"Which {who}?"):
        return matches[0]
    candidates = tuple(person.handle for person in matches)
    if not call.may_ask:
        names = ", ".join(f"{person.handle} ({person.name})" for person in matches)
        raise Ambiguous(
            f"{quoted(who)} matches {len(matches)} people: {names}.",
            "Use one of these handles.",
            candidates,
        )
    numbered = (
        f"  {number}  {person.name} ({person.handle})" for number, person in enumerate(matches, 1)
    )

    def choice(answer: str) -> Named:
        if answer in candidates:
            return matches[candidates.index(answer)]
        if answer.isascii() and answer.isdigit() and 1 <= int(answer[:9]) <= len(matches):
            return matches[int(answer) - 1]
        raise BadInput(f"{quoted(answer)} is not one of them.", "Type a number or a handle.")

    return call.ask_until(f"Which {who}? [1-{len(matches)}]", choice, about="\n".join(numbered))


def ask_who(
    call: Call,
    board: sqlite3.Connection,
    question: str,
    check: Callable[[str], object],
    name: str = "WHO",
    *,
    without: int | None = None,
) -> str:
    """Asks for a WHO on a terminal, below the names of everybody but the one `without`.

    Raises:
        MissingArgument: there is no terminal.
        NotFound: nobody is on file.
    """
    call.check_asks_for(name)
    from boardroom.cli.choices import who_choices  # noqa: PLC0415  for a question alone

    choices = who_choices(board, without=without)
    return call.ask_if_missing(
        None, name, f"{question} (like {choices.example})", check=check, about=choices.lines
    )


def find_person_before(
    call: Call,
    board: sqlite3.Connection,
    given: str | None,
    words: Sequence[str] | None,
    *,
    fits: Callable[[str], bool] = bool,
    may_be_all: bool = False,
) -> tuple[Named, list[str] | None]:
    """The person that WHO and perhaps the first words after it spell, and the words left.

    The longest name wins that leaves something that `fits`, or nothing if it `may_be_all`.

    Raises:
        BadInput, NotFound, Ambiguous: see `find_person`; or WHO stands last.
    """
    rest = list(words or ())
    if may_be_all and given is not None and rest and _is_name(board, [given, *rest]):
        return find_person(call, board, " ".join([given, *rest])), None
    count = 0 if given is None or not rest else _name_length(board, given, rest, fits)
    who = " ".join([given or "", *rest[:count]]) if count else given
    try:
        return find_person(call, board, who), rest[count:] or None
    except NotFound:
        if given is None:
            raise
        from boardroom.cli.who_last import who_last  # noqa: PLC0415  where something is wrong alone

        error = who_last(call, board, [given, *rest])
        if error is None:
            raise
        raise error from None


def find_person_of_option(
    call: Call, board: sqlite3.Connection, given: str, words: Sequence[str] | None
) -> tuple[Named, list[str] | None]:
    """The person that an option's WHO spells, perhaps with the first of the words, and those left.

    `--helps marcus ojo Lead a region` is Marcus Ojo, as the name goes on right behind the option.

    Raises:
        NotFound, Ambiguous: see `find_person`.
    """
    follows = words and any(
        (before == given or before.endswith(f"={given}")) and after == words[0]
        for before, after in pairwise(call.own_words)
    )
    if follows:
        return find_person_before(call, board, given, words)
    return find_person(call, board, given), list(words or ()) or None


def before_dash(
    call: Call, given: str | None, words: list[str] | None
) -> tuple[str | None, list[str] | None]:
    """WHO and the words after it, the name joined where only a `-` follows it: `marcus ojo -`.

    Standard input is read before the board is opened to change, so this looks first.
    """
    if not words or len(words) == 1 or words[-1] != "-":
        return given, words
    name = [given or "", *words[:-1]]
    return (
        (" ".join(name), ["-"])
        if call.read(lambda board: _is_name(board, name))
        else (given, words)
    )


def _is_name(board: sqlite3.Connection, words: list[str]) -> bool:
    """Whether the words, each an argument of its own, spell one name: `marcus`, `ojo`."""
    if len(words) > LONGEST_RUN or " " in "".join(words[1:]):
        return False
    return spelt_count(words, people(board)) == len(words)


def _name_length(
    board: sqlite3.Connection,
    given: str,
    words: list[str],
    fits: Callable[[str], bool],
) -> int:
    """How many of the words go on with the name that WHO begins."""
    if len(words) == 1:
        return 0
    everybody = people(board)
    longest = max(spelt_count([given, *words[:-1]], everybody) - 1, 0)
    counts = range(longest, 0, -1)
    fitting = (
        count
        for count in counts
        if spelt_count([given, *words[:count]], everybody) == count + 1
        and fits(" ".join(words[count:]))
    )
    # If no way of reading the rest fits, it is to be refused without the name in it.
    return next(fitting, 0 if fits(" ".join(words)) else longest)


def _unknown(who: str, everybody: list[Named]) -> NotFound:
    close = nearest(who, everybody)
    if not everybody:
        hint = 'Nobody is on file yet. Start with: boardroom advisor add "NAME"'
    elif close:
        hint = (
            f"Did you mean {' or '.join(f'{person.handle} ({person.name})' for person in close)}?"
        )
    else:
        hint = "List everybody with: boardroom advisor list --all"
    return NotFound(
        f"Nobody matches {quoted(who)}.", hint, tuple(person.handle for person in close)
    )
