"""`boardroom history`: what was changed."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.cli.call import Call
from boardroom.cli.count import how_many
from boardroom.queries.history import operations
from boardroom.render.history import history_page, operations_json


def history(
    context: typer.Context,
    limit: Annotated[
        int | None, typer.Option(metavar="N", parser=how_many, help="Only the newest N.")
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="On a screen too, all of them.")] = False,
) -> None:
    """What was changed, newest first.

    Examples:
        boardroom history
        boardroom history --limit 5
    """
    call = Call.of(context)
    with call.reading() as board:
        found = operations(board, limit=call.screenful(all_=all_) if limit is None else limit)
    call.show(history_page(found, call.today), operations_json(found))
