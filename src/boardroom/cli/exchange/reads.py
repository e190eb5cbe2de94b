"""`boardroom exchange list`."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.cli.call import Call
from boardroom.cli.who import Who, find
from boardroom.queries.exchanges import exchanges
from boardroom.render.exchanges import exchanges_json, exchanges_page


def list_(
    context: typer.Context,
    who: Who = None,
    all_: Annotated[bool, typer.Option("--all", help="On a screen too, all of it.")] = False,
) -> None:
    """Give and take, newest first.

    What was given and got.

    Examples:
        boardroom exchange list
        boardroom exchange list marcus
    """
    call = Call.of(context)
    person = find(call, who) if who is not None else None
    limit = call.screenful(all_=all_)
    with call.reading() as board:
        found = exchanges(board, advisor_id=person.id if person else None, limit=limit)
    handle = person.handle if person else "WHO"
    between = f" between you and {person.name}" if person else ""
    nothing = f"Nothing was given or got{between} yet. Note something: boardroom give {handle} TEXT, or boardroom got {handle} TEXT"
    all_of_it = f"boardroom exchange list {f'{handle} ' if person else ''}--all"
    call.show(
        exchanges_page(found, call.today, nothing, all_of_it), exchanges_json(found.exchanges)
    )
