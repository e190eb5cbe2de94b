"""`boardroom board`: the board at a glance."""

from __future__ import annotations

import sqlite3

from boardroom.cli.call import Call
from boardroom.cli.privacy import IncludePrivate, Svg, check_include_private, picture_to_share
from boardroom.queries.board import BoardView
from boardroom.queries.board import board as board_view
from boardroom.render.board import board_json, board_page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer


def board(
    context: typer.Context,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Show the board as it stood on another day."),
    ] = None,
    svg: Svg = None,
    include_private: IncludePrivate = False,
) -> None:
    """Show the board at a glance.

    For each seat: the window, the last meeting and what is open. Then what the board lacks.

    With --as-of a past day, what happened counts by its own day, whenever it was entered. Plans,
    snoozes, pauses and agreements count as they stood at the end of that day. Names, seats, roles,
    windows, usual slots, the texts of records and the settings are those of today.

    --svg draws a picture to share: without the titles of private goals, which it counts on stderr;
    --include-private leaves out nothing.

    Examples:
        boardroom board
        boardroom board --svg board.svg
        boardroom board --as-of '1 Sep'
    """
    call = Call.of(context)
    check_include_private(include_private, {"--svg": svg is not None})
    picture = picture_to_share(call, svg, include_private=include_private)

    def query(connection: sqlite3.Connection) -> BoardView:
        day = call.today
        if as_of is not None:
            from boardroom.cli.when import parse_day  # noqa: PLC0415  re takes 5 ms

            day = parse_day(call, connection, as_of, toward="back")
        return board_view(connection, today=day, in_past=day < call.today)

    view = call.read(query)
    in_past = view.today < call.today
    if picture:
        shared = picture.sharing.board(view)
        picture.write(
            board_page(shared, dated=as_of is not None, in_past=in_past), "boardroom board"
        )
    else:
        call.show(board_page(view, dated=as_of is not None, in_past=in_past), board_json(view))
