"""`boardroom criterion list`."""

from __future__ import annotations

import typer

from boardroom.cli.call import Call
from boardroom.queries.criteria import criteria
from boardroom.render.criteria import criteria_json, criteria_page


def list_(context: typer.Context) -> None:
    """What is looked for, the must-haves first.

    Examples:
        boardroom criterion list
    """
    call = Call.of(context)
    with call.reading() as board:
        views = criteria(board)
    call.show(criteria_page(views), criteria_json(views))
