"""`boardroom board`: the seats at a glance."""

from __future__ import annotations

import typer

from boardroom.cli.call import Call
from boardroom.queries.board import board as board_view
from boardroom.render.board import board_json, board_page


def board(context: typer.Context) -> None:
    """The seats at a glance.

    Examples:
        boardroom board
    """
    call = Call.of(context)
    with call.reading() as connection:
        view = board_view(connection, today=call.today)
    call.show(board_page(view), board_json(view))
