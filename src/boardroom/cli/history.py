"""`boardroom history`: what was changed."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.cli.call import Call
from boardroom.cli.count import how_many
from boardroom.queries.history import operations
from boardroom.render.history import history_page, operations_json

SCREENFUL = 50


def history(
    context: typer.Context,
    limit: Annotated[int | None, typer.Option(metavar="N", parser=how_many, help="Only the newest N.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="On a screen too, all of them.")] = False,
) -> None:
    """What was changed."""
    call = Call.of(context)
    if limit is None and not all_ and not call.json and call.on_screen:
        limit = SCREENFUL
    with call.reading() as board:
        found = operations(board, limit=limit)
    call.show(history_page(found, call.today), operations_json(found))
