"""`boardroom goal edit`."""

from __future__ import annotations

import sqlite3

from boardroom.actions.goals import edit_goal
from boardroom.cli.call import Call
from boardroom.cli.goal import GoalId, goal_reply, goal_view, horizon_of
from boardroom.cli.privacy import Private
from boardroom.cli.records import (
    Editable,
    FormArgument,
    NewNote,
    edit_record,
    given_fields,
    id_of,
)
from boardroom.cli.when import parse_changed_text
from boardroom.rules.goals import FIELDS
from boardroom.rules.ids import GOAL
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any

    import typer


def edit(
    context: typer.Context,
    goal: GoalId = None,
    form: FormArgument = None,
    title: Annotated[
        str | None,
        typer.Option(metavar="TEXT|-", help="What to achieve; “-” reads it from a pipe."),
    ] = None,
    near: Annotated[
        bool | None, typer.Option("--near/--long", help="Term of the goal.", show_default=False)
    ] = None,
    target: Annotated[
        str | None, typer.Option(metavar="DATE", help="Target day; '' clears it.")
    ] = None,
    measure: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="How you will know that it is achieved; '' clears it."),
    ] = None,
    why: Annotated[
        str | None, typer.Option(metavar="TEXT|-", help="Why it matters; '' clears it.")
    ] = None,
    note: NewNote = None,
    private: Private = None,
    open_: Annotated[
        bool, typer.Option("--open", help="Reopen an achieved or dropped goal.")
    ] = False,
) -> None:
    """Edit or reopen a goal.

    Without options, the goal opens in your editor.

    Examples:
        boardroom goal edit g1 --target 'in 3m' --long
    """
    call = Call.of(context)
    goal_id = id_of(call, goal, GOAL, "edit")
    given = given_fields(
        title=call.text_option(title),
        horizon=None if near is None else horizon_of(near),
        target_on=target,
        measure=measure,
        why=call.text_option(why),
        note=call.text_option(note),
        private=private,
        reopen=open_ or None,
    )
    edit_record(call, _EDITABLE, goal_id, given, form)


def _values(board: sqlite3.Connection, goal_id: int) -> tuple[str, dict[str, Any]]:
    view = goal_view(board, goal_id)
    return f"{view.ref}, {view.status}", view._asdict()


def _change(call: Call, work: Work, goal_id: int, given: dict[str, Any]) -> Done:
    fields = parse_changed_text(
        call, work.connection, given, ("title", "target_on"), kind=GOAL, option="--target"
    )
    return edit_goal(work, goal_id, **fields)


_EDITABLE = Editable(
    GOAL,
    FIELDS,
    _values,
    _change,
    goal_reply,
    options=(
        *("--title", "--near", "--long", "--target", "--measure", "--why", "--note"),
        *("--private", "--no-private", "--open"),
    ),
)
