"""`boardroom promise list`."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.cli.call import Call
from boardroom.cli.who import Who, find
from boardroom.queries.promises import promises
from boardroom.render.promises import promises_json, promises_page


def list_(
    context: typer.Context,
    who: Who = None,
    all_: Annotated[
        bool, typer.Option("--all", help="The kept ones too, and on a screen all of them.")
    ] = False,
) -> None:
    """What is promised, both ways.

    What was promised.

    Examples:
        boardroom promise list
        boardroom promise list ana --all
    """
    call = Call.of(context)
    person = find(call, who) if who is not None else None
    limit = call.screenful(all_=all_)
    with call.reading() as board:
        found = promises(board, advisor_id=person.id if person else None, closed=all_, limit=limit)
    handle = person.handle if person else "WHO"
    between = f" between you and {person.name}" if person else ""
    nothing = (
        f"No promise is open{between}. Note one: boardroom promise add {handle} TEXT --by DATE"
    )
    all_of_them = f"boardroom promise list {f'{handle} ' if person else ''}--all"
    call.show(
        promises_page(found, call.today, nothing, all_of_them),
        promises_json(found.promises, call.today),
    )
