"""`boardroom goal add`, `list`, `show`, `edit`, `drop` and `rm`."""

from __future__ import annotations

import sqlite3

from boardroom.actions.goals import (
    add_goal,
    drop_goal,
    edit_goal,
    remove_goal,
)
from boardroom.cli.call import Call
from boardroom.cli.printer import Reply
from boardroom.cli.records import Editable, edit_record, given_fields, id_of, remove_record
from boardroom.cli.when import (
    echo_due,
    echo_no_day,
    format_changed_days,
    parse_changed_text,
    parse_dated_text,
)
from boardroom.cli.who import find_person, handles
from boardroom.queries.goals import GoalView, goal_belongings, goals, goals_by_id
from boardroom.render.goals import goal_json, goal_page, goals_json, goals_page, removal
from boardroom.rules.goals import FIELDS
from boardroom.rules.ids import GOAL
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any, TypeAlias

    import typer

GoalId: TypeAlias = (
    "Annotated[str | None, typer.Argument(metavar='gID', show_default=False, "
    "help='The id of the goal, like g12.')]"
)


def add(
    context: typer.Context,
    title: Annotated[
        list[str] | None,
        typer.Argument(metavar="TITLE...|-", show_default=False, help="“-” reads it from a pipe."),
    ] = None,
    near: Annotated[bool, typer.Option("--near/--long", help="Term of the goal.")] = True,
    target: Annotated[
        str | None, typer.Option(metavar="DATE", help="Target day; due reminds you of it.")
    ] = None,
    why: Annotated[
        str | None,
        typer.Option(metavar="TEXT|-", help="Why it matters; “-” reads it from a pipe."),
    ] = None,
    helps: Annotated[
        list[str] | None,
        typer.Option(metavar="WHO", help="A helper; can be repeated.", autocompletion=handles),
    ] = None,
) -> None:
    """Set a goal.

    Its target day may stand at the end of TITLE: “by 1 Dec” or “@ 1 Dec”.

    Examples:
        boardroom goal add Run a P&L --target '1 Dec' --helps marcus --why 'To lead a company'
        boardroom goal add --long Sit on a board --helps ana --helps tom
    """
    call = Call.of(context)
    words = call.ask_if_missing(call.text_argument(title), "TITLE", "What do you want to achieve?")
    reason = call.text_option(why)

    def action(work: Work) -> Reply:
        board = work.connection
        text, target_on = parse_dated_text(call, board, words, target, kind=GOAL, option="--target")
        helper_ids = [find_person(call, board, who).id for who in helps or ()]
        done = add_goal(
            work,
            text,
            horizon=_horizon(near),
            target_on=target_on,
            why=reason,
            helper_ids=helper_ids,
        )
        echo = echo_due(target_on, _set_day_command(done.id), today=work.today)
        return Reply(goal_json(_view(work.connection, done.id)), echo)

    call.change(action)


def list_(
    context: typer.Context,
    all_: Annotated[
        bool,
        typer.Option(
            "--all", help="Include achieved and dropped goals, and list all on a terminal."
        ),
    ] = False,
) -> None:
    """List goals and their progress.

    Open goals come first, by target day; those without a day follow.

    Examples:
        boardroom goal list
        boardroom goal list --all
    """
    call = Call.of(context)
    limit = call.screenful(all_=all_)
    view = call.read(lambda board: goals(board, closed=all_, limit=limit))
    nothing = (
        "There are no open goals."
        " Set one, specific and with a day: boardroom goal add TITLE --target DATE"
    )
    call.show(
        goals_page(view, call.today, nothing, "boardroom goal list --all"),
        goals_json(view.goals),
    )


def show(context: typer.Context, goal: GoalId = None) -> None:
    """Show a goal with its steps.

    Examples:
        boardroom goal show g1
    """
    call = Call.of(context)
    goal_id = id_of(call, goal, GOAL, "show")
    view = call.read(lambda board: _view(board, goal_id))
    call.show(goal_page(view, call.today), goal_json(view))


def edit(
    context: typer.Context,
    goal: GoalId = None,
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
    why: Annotated[
        str | None, typer.Option(metavar="TEXT|-", help="Why it matters; '' clears it.")
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar="TEXT|-", help="A note; '' clears it.")
    ] = None,
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
        horizon=None if near is None else _horizon(near),
        target_on=target,
        why=call.text_option(why),
        note=call.text_option(note),
        reopen=open_ or None,
    )
    edit_record(call, _EDITABLE, goal_id, given)


def drop(
    context: typer.Context,
    goal: GoalId = None,
    note: Annotated[
        str | None, typer.Option(metavar="TEXT|-", help="The reason; “-” reads it from a pipe.")
    ] = None,
) -> None:
    """Drop a goal.

    The goal stays on file; goal edit --open reopens it.

    Examples:
        boardroom goal drop g1 --note 'No longer mine'
    """
    call = Call.of(context)
    goal_id = id_of(call, goal, GOAL, "drop")
    words = call.text_option(note)
    call.change(lambda work: goal_reply(work, drop_goal(work, goal_id, note=words)))


def rm(
    context: typer.Context,
    goal: GoalId = None,
    yes: Annotated[bool, typer.Option("--yes", help="Skip the confirmation.")] = False,
) -> None:
    """Remove a goal with its steps and links.

    Agenda items about the goal stay.

    Examples:
        boardroom goal rm g1 --yes
    """
    call = Call.of(context)
    goal_id = id_of(call, goal, GOAL, "rm")

    def action(work: Work) -> Done:
        board = work.connection
        call.confirm(removal(_view(board, goal_id), goal_belongings(board, goal_id)), yes=yes)
        return remove_goal(work, goal_id)

    remove_record(call, action, lambda board: goal_json(_view(board, goal_id)))


def goal_reply(work: Work, done: Done) -> Reply:
    """The reply to a change of a goal, with the distance of a new target day."""
    view = _view(work.connection, done.id)
    echo = format_changed_days(done, {"target": ("target", view.target_on)}, today=work.today)
    no_day = echo_no_day(done, "title", view.target_on, _set_day_command(view.id))
    return Reply(goal_json(view), f"{echo}{no_day}")


def _values(board: sqlite3.Connection, goal_id: int) -> tuple[str, dict[str, Any]]:
    view = _view(board, goal_id)
    return f"{view.ref}, {view.status}", view._asdict()


def _change(call: Call, work: Work, goal_id: int, given: dict[str, Any]) -> Done:
    fields = parse_changed_text(
        call, work.connection, given, ("title", "target_on"), kind=GOAL, option="--target"
    )
    return edit_goal(work, goal_id, **fields)


def _set_day_command(goal_id: int) -> str:
    return f"goal edit {GOAL.ref(goal_id)} --target DATE"


def _view(board: sqlite3.Connection, goal_id: int) -> GoalView:
    [view] = goals_by_id(board, [goal_id])
    return view


def _horizon(near: bool) -> str:
    return "near" if near else "long"


_EDITABLE = Editable(
    GOAL,
    FIELDS,
    _values,
    _change,
    goal_reply,
    options=("--title", "--near", "--long", "--target", "--why", "--note", "--open"),
)
