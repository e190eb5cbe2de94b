"""`boardroom goal add`, `list`, `show`, `edit`, `drop`, `rm`, `link` and `unlink`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

from boardroom.actions.goals import (
    add_goal,
    drop_goal,
    edit_goal,
    link_helpers,
    remove_goal,
    unlink_helpers,
)
from boardroom.cli.call import Answer, Call
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
Helpers: TypeAlias = (
    "Annotated[list[str] | None, typer.Argument(metavar='WHO...', "
    "show_default=False, help='Handles, names, or the beginnings of them.', "
    "autocompletion=handles)]"
)


def add(
    context: typer.Context,
    title: Annotated[
        list[str] | None,
        typer.Argument(metavar="TITLE...|-", show_default=False, help="“-” reads it from a pipe."),
    ] = None,
    near: Annotated[bool, typer.Option("--near/--long", help="Near or long term.")] = True,
    target: Annotated[
        str | None, typer.Option(metavar="DATE", help="The target day; due reminds you of it.")
    ] = None,
    why: Annotated[
        str | None,
        typer.Option(metavar="T|-", help="Why it matters to you; “-” reads it from a pipe."),
    ] = None,
    helps: Annotated[
        list[str] | None,
        typer.Option(
            metavar="WHO", help="A person who helps; may be repeated.", autocompletion=handles
        ),
    ] = None,
) -> None:
    """Set a goal.

    Its target day may stand at the end of TITLE: “by 1 Dec” or “@ 1 Dec”.

    Examples:
        boardroom goal add Run a P&L --target '1 Dec' --helps marcus --why 'To lead a company'
        boardroom goal add --long Sit on a board --helps ana --helps tom
    """
    call = Call.of(context)
    words = call.needed(call.words(title), "TITLE", "What do you want to achieve?")
    reason = call.text(why)

    def action(work: Work) -> Answer:
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
        return Answer(goal_json(_view(work.connection, done.id)), echo)

    call.change(action)


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

    Open goals come first, by their target days, then those without one.

    Examples:
        boardroom goal list
        boardroom goal list --all
    """
    call = Call.of(context)
    limit = call.screenful(all_=all_)
    listed = call.read(lambda board: goals(board, closed=all_, limit=limit))
    nothing = (
        "No goal is open. Set one, specific and with a day: boardroom goal add TITLE --target DATE"
    )
    call.show(
        goals_page(listed, call.today, nothing, "boardroom goal list --all"),
        goals_json(listed.goals),
    )


def show(context: typer.Context, goal: GoalId = None) -> None:
    """One goal with its steps, whole.

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
        typer.Option(metavar="T|-", help="What is to be achieved; “-” reads it from a pipe."),
    ] = None,
    near: Annotated[
        bool | None, typer.Option("--near/--long", help="Near or long term.", show_default=False)
    ] = None,
    target: Annotated[
        str | None, typer.Option(metavar="DATE", help="The target day; '' clears it.")
    ] = None,
    why: Annotated[
        str | None, typer.Option(metavar="T|-", help="Why it matters to you; '' clears it.")
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar="T|-", help="How it went; '' clears it.")
    ] = None,
    open_: Annotated[
        bool, typer.Option("--open", help="Open an achieved or dropped goal again.")
    ] = False,
) -> None:
    """Change a goal, by options or in the editor; or open it again.

    Without an option the goal opens in your editor.

    Examples:
        boardroom goal edit g1 --target 'in 3m' --long
    """
    call = Call.of(context)
    goal_id = id_of(call, goal, GOAL, "edit")
    given = given_fields(
        title=call.text(title),
        horizon=None if near is None else _horizon(near),
        target_on=target,
        why=call.text(why),
        note=call.text(note),
        reopen=open_ or None,
    )
    edit_record(call, _EDITABLE, goal_id, given)


def drop(
    context: typer.Context,
    goal: GoalId = None,
    note: Annotated[
        str | None, typer.Option(metavar="T|-", help="Why; “-” reads it from a pipe.")
    ] = None,
) -> None:
    """Drop a goal, but keep it on file.

    `goal edit gID --open` opens it again.

    Examples:
        boardroom goal drop g1 --note 'No longer mine'
    """
    call = Call.of(context)
    goal_id = id_of(call, goal, GOAL, "drop")
    words = call.text(note)
    call.change(lambda work: _answer(work, drop_goal(work, goal_id, note=words)))


def rm(
    context: typer.Context,
    goal: GoalId = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove a goal, its steps and its links.

    Agenda items about the goal stay, without it.

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


def link(context: typer.Context, goal: GoalId = None, who: Helpers = None) -> None:
    """Link a goal to people who help.

    Examples:
        boardroom goal link g1 ana tom
    """
    _change_links(context, goal, who, "link", link_helpers)


def unlink(context: typer.Context, goal: GoalId = None, who: Helpers = None) -> None:
    """Unlink a goal from people who no longer help.

    Examples:
        boardroom goal unlink g1 marcus
    """
    _change_links(context, goal, who, "unlink", unlink_helpers)


def _change_links(
    context: typer.Context,
    goal: str | None,
    who: list[str] | None,
    verb: str,
    change: Callable[[Work, int, Sequence[int]], Done],
) -> None:
    call = Call.of(context)
    goal_id = id_of(call, goal, GOAL, verb)

    def action(work: Work) -> Answer:
        board = work.connection
        given: Sequence[str | None] = who or [None]  # None asks for one person
        helper_ids = [find_person(call, board, name).id for name in given]
        return _answer(work, change(work, goal_id, helper_ids))

    call.change(action)


def _values(board: sqlite3.Connection, goal_id: int) -> tuple[str, dict[str, Any]]:
    view = _view(board, goal_id)
    return f"{view.ref}, {view.status}", view._asdict()


def _change(call: Call, work: Work, goal_id: int, given: dict[str, Any]) -> Done:
    fields = parse_changed_text(
        call, work.connection, given, ("title", "target_on"), kind=GOAL, option="--target"
    )
    return edit_goal(work, goal_id, **fields)


def _answer(work: Work, done: Done) -> Answer:
    view = _view(work.connection, done.id)
    echo = format_changed_days(done, {"target": ("target", view.target_on)}, today=work.today)
    no_day = echo_no_day(done, "title", view.target_on, _set_day_command(view.id))
    return Answer(goal_json(view), f"{echo}{no_day}")


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
    _answer,
    options=("--title", "--near", "--long", "--target", "--why", "--note", "--open"),
)
