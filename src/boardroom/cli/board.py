"""`boardroom board`: the board at a glance."""

from __future__ import annotations

from boardroom.cli.call import Call
from boardroom.queries.board import board as board_view
from boardroom.render.board import board_json, board_page

TYPE_CHECKING = False
if TYPE_CHECKING:
    import typer


def board(context: typer.Context) -> None:
    """Show the board at a glance.

    For each seat: the window, the last meeting and what is open. Then what the board lacks.

    Examples:
        boardroom board
    """
    call = Call.of(context)
    view = call.read(lambda connection: board_view(connection, today=call.today))
    call.show(board_page(view), board_json(view))
