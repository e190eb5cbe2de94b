"""`boardroom advice list`."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.cli.call import Call
from boardroom.cli.who import Who, find
from boardroom.queries.advice import advice
from boardroom.render.advice import advice_json, advice_page


def list_(
    context: typer.Context,
    who: Who = None,
    all_: Annotated[
        bool,
        typer.Option(
            "--all", help="Also what is over and reported back, and on a screen all of it."
        ),
    ] = False,
) -> None:
    """Advice, what is to be reported back first.

    What was advised.

    Examples:
        boardroom advice list
        boardroom advice list marcus --all
    """
    call = Call.of(context)
    person = find(call, who) if who is not None else None
    limit = call.screenful(all_=all_)
    with call.reading() as board:
        found = advice(board, advisor_id=person.id if person else None, closed=all_, limit=limit)
    handle = person.handle if person else "WHO"
    nothing = f"No advice{f' of {person.name}' if person else ''} is open. Note some: boardroom advice add {handle} TEXT"
    all_of_it = f"boardroom advice list {f'{handle} ' if person else ''}--all"
    call.show(advice_page(found, call.today, nothing, all_of_it), advice_json(found.advice))
