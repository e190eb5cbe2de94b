"""Resolves a WHO argument to one person, or raises `NotFound` or `Ambiguous`."""

from __future__ import annotations

import sqlite3

from boardroom.cli.call import Call
from boardroom.errors import Ambiguous, BoardroomError, NotFound
from boardroom.queries.people import people
from boardroom.rules.names import Named, find_matches, nearest
from boardroom.rules.text import quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, TypeAlias

    import typer


def handles(context: typer.Context) -> list[str]:
    """Every handle, for a shell to complete; none if the board can't be read."""
    # No names beside them: zsh would evaluate what they hold.
    try:
        with Call.of(context).reading() as board:
            return [person.handle for person in people(board)]
    except BoardroomError:
        return []


Who: TypeAlias = (
    "Annotated[str | None, typer.Argument(metavar='WHO', show_default=False, "
    "help='A handle, a name, or the beginning of one.', autocompletion=handles)]"
)
"""The WHO of a command about one person."""


def find_person(call: Call, board: sqlite3.Connection, given: str | None) -> Named:
    """The one person that WHO means; asked for on a terminal if it is missing or fits several.

    Raises:
        BadInput: WHO is missing, and nobody is there to ask.
        NotFound: nobody has that name; the nearest names are the candidates.
        Ambiguous: several people have it, and nobody is there to ask.
    """
    who = call.needed(given, "WHO", "Who?")
    everybody = people(board)
    matches = find_matches(who, everybody)
    # If one of those shown has gone meanwhile, the choice is not made by leaving the other.
    if len(matches) == 1 and not call.was_asked(f"Which {who}?"):
        return matches[0]
    if not matches:
        raise _unknown(who, everybody)
    candidates = tuple(person.handle for person in matches)
    if not call.may_ask:
        listed = ", ".join(f"{person.handle} ({person.name})" for person in matches)
        raise Ambiguous(
            f"{quoted(who)} fits {len(matches)} people: {listed}.",
            "Use one of these handles.",
            candidates,
        )
    numbered = (
        f"  {number}  {person.name} ({person.handle})" for number, person in enumerate(matches, 1)
    )
    answer = call.ask(f"Which {who}? [1-{len(matches)}]", about="\n".join(numbered))
    if answer in candidates:
        return matches[candidates.index(answer)]
    if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(matches):
        return matches[int(answer) - 1]
    raise Ambiguous(f"{quoted(answer)} is none of them.", "Use one of these handles.", candidates)


def _unknown(who: str, everybody: list[Named]) -> NotFound:
    close = nearest(who, everybody)
    if not everybody:
        hint = 'There is nobody on file yet: boardroom advisor add "NAME".'
    elif close:
        hint = (
            f"Did you mean {' or '.join(f'{person.handle} ({person.name})' for person in close)}?"
        )
    else:
        hint = "See everybody with: boardroom advisor list --all"
    return NotFound(
        f"Nobody is called {quoted(who)}.", hint, tuple(person.handle for person in close)
    )
