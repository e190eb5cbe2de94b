"""From a WHO on the command line to one person; nothing is guessed, and nobody is made by accident."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from boardroom.cli.call import Call
from boardroom.errors import Ambiguous, BoardroomError, NotFound
from boardroom.queries.people import people
from boardroom.render.formatting import safe
from boardroom.rules.names import Named, match, nearest
from boardroom.rules.text import quoted


def handles(context: typer.Context) -> list[str]:
    """Every handle, for a shell to complete; none where the board can't be read."""
    # No names beside them: zsh would evaluate what they hold.
    try:
        with Call.of(context).reading() as board:
            return [person.handle for person in people(board)]
    except BoardroomError:
        return []


Who = Annotated[
    str | None,
    typer.Argument(
        metavar="WHO",
        show_default=False,
        help="A handle, a name, or the beginning of one.",
        autocompletion=handles,
    ),
]
"""The WHO of a command about one person."""


def find(call: Call, given: str | None) -> Named:
    """The one person that WHO means; asked for on a terminal where it is missing or fits several.

    Raises:
        BadInput: WHO is missing, and nobody is there to ask.
        NotFound: nobody is called so; the nearest names are the candidates.
        Ambiguous: several are, and nobody is there to ask.
    """
    who = call.needed(given, "WHO", "Who?")
    with call.reading() as board:
        everybody = people(board)
    found = match(who, everybody)
    if len(found) == 1:
        return found[0]
    if not found:
        raise _unknown(who, everybody)
    candidates = tuple(person.handle for person in found)
    if not call.may_ask:
        listed = ", ".join(f"{person.handle} ({person.name})" for person in found)
        raise Ambiguous(
            f"{quoted(who)} fits {len(found)} people: {listed}.",
            "Use one of these handles.",
            candidates,
        )
    for number, person in enumerate(found, 1):
        print(safe(f"  {number}  {person.name} ({person.handle})"), file=sys.stderr)
    answer = call.ask(f"Which {who}? [1-{len(found)}]")
    if answer in candidates:
        return found[candidates.index(answer)]
    if answer.isascii() and answer.isdigit() and 1 <= int(answer) <= len(found):
        return found[int(answer) - 1]
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
