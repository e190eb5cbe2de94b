"""`boardroom done`: what is finished, whatever it is."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.actions.agenda import cover_items
from boardroom.cli.agenda.said import say
from boardroom.cli.call import Call
from boardroom.cli.when import on_day
from boardroom.errors import BadInput, NotFound
from boardroom.rules.ids import KINDS, parse, wanted

# They can be done, but nothing makes one yet, so that none of them exists.
_NONE_YET = ("p", "s", "g")


def done(
    context: typer.Context,
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID...", show_default=False)] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day it was covered; today where left out.")] = None,
    note: Annotated[str | None, typer.Option(metavar="T", help="The answer; “-” reads it from a pipe.")] = None,
) -> None:
    """Close agenda items as covered."""
    call = Call.of(context)
    given = ids or call.needed(None, "ID", "What is done? Its id:").split()
    numbers = list(dict.fromkeys(_item(text) for text in given))
    day = None if on is None else on_day(call, on, toward="back")
    answer = None if note is None else call.words([note])
    with call.changing(context) as work:
        cover_items(work, numbers, on=day, answer=answer)
    say(call, work, numbers, on=day)


def _item(text: str) -> int:
    ref = parse(text)
    if ref.letter in _NONE_YET:
        raise NotFound(f"There is no {KINDS[ref.letter]} {ref}.")
    if ref.letter == "m":
        raise BadInput(f"{ref} is a meeting, which is logged when it is done.", f"For it there is: boardroom log WHO --meeting {ref}")
    return wanted(text, "a").number
