"""`boardroom goal list` and `show`."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.cli.call import Call
from boardroom.cli.ids import row_id
from boardroom.queries.goals import goals, goals_by_id
from boardroom.render.goals import goal_json, goal_page, goals_json, goals_page


def list_(
    context: typer.Context,
    all_: Annotated[
        bool,
        typer.Option(
            "--all", help="The achieved and dropped ones too, and on a screen all of them."
        ),
    ] = False,
) -> None:
    """The goals, and how far they have come.

    Examples:
        boardroom goal list
        boardroom goal list --all
    """
    call = Call.of(context)
    with call.reading() as board:
        found = goals(board, closed=all_, limit=call.screenful(all_=all_))
    nothing = (
        "No goal is open. Set one, specific and with a day: boardroom goal add TITLE --target DATE"
    )
    call.show(
        goals_page(found, call.today, nothing, "boardroom goal list --all"), goals_json(found.goals)
    )


def show(
    context: typer.Context,
    goal: Annotated[str | None, typer.Argument(metavar="gID", show_default=False)] = None,
) -> None:
    """One goal with its steps, whole.

    Examples:
        boardroom goal show g1
    """
    call = Call.of(context)
    goal_id = row_id(call, goal, "g", "show")
    with call.reading() as board:
        view = goals_by_id(board, [goal_id])[0]
    call.show(goal_page(view, call.today), goal_json(view))
