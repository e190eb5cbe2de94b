"""`boardroom goal add`, `edit`, `drop`, `rm`, `link` and `unlink`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Annotated, Any

import typer

from boardroom.actions.goals import (
    add_goal,
    drop_goal,
    edit_goal,
    link_helpers,
    remove_goal,
    unlink_helpers,
)
from boardroom.cli.call import Call
from boardroom.cli.goal.said import say
from boardroom.cli.ids import row_id
from boardroom.cli.record_edit import edit_by_hand
from boardroom.cli.when import changed_day, on_day
from boardroom.cli.who import find, handles
from boardroom.formats.fields import Field
from boardroom.queries.goals import belongings, goals_by_id
from boardroom.render.goals import goal_json, removal
from boardroom.store.work import Work

GoalId = Annotated[str | None, typer.Argument(metavar="gID", show_default=False)]
Helpers = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WHO...",
        show_default=False,
        help="Handles, names, or the beginnings of them.",
        autocompletion=handles,
    ),
]


def add(
    context: typer.Context,
    title: Annotated[
        list[str] | None,
        typer.Argument(metavar="TITLE...|-", show_default=False, help="“-” reads it from a pipe."),
    ] = None,
    near: Annotated[bool, typer.Option("--near/--long", help="Near or long term.")] = True,
    target: Annotated[
        str | None, typer.Option(metavar="DATE", help="By when; due reminds you of it.")
    ] = None,
    why: Annotated[str | None, typer.Option(metavar="T|-", help="Why it matters to you.")] = None,
    helps: Annotated[
        list[str] | None,
        typer.Option(metavar="WHO", help="Who helps; may be given again.", autocompletion=handles),
    ] = None,
) -> None:
    """Set a goal.

    Examples:
        boardroom goal add Run a P&L --target '1 Dec' --helps marcus --why 'To lead a company one day'
        boardroom goal add --long Sit on a board --helps ana --helps tom
    """
    call = Call.of(context)
    words = call.needed(call.words(title), "TITLE", "What do you want to achieve?")
    target_on = None if target is None else on_day(call, target, toward="forward")
    reason = None if why is None else call.words([why])
    helper_ids = [find(call, who).id for who in helps or ()]
    with call.changing(context) as work:
        goal_id = add_goal(
            work,
            words,
            horizon=_horizon(near),
            target_on=target_on,
            why=reason,
            helper_ids=helper_ids,
        )
    say(call, work, goal_id, target_on=target_on)


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
        str | None, typer.Option(metavar="DATE", help="By when; '' takes the day away.")
    ] = None,
    why: Annotated[
        str | None, typer.Option(metavar="T|-", help="Why it matters to you; '' takes it away.")
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar="T|-", help="How it went; '' takes it away.")
    ] = None,
    open_: Annotated[
        bool, typer.Option("--open", help="Open it again, achieved or dropped as it was.")
    ] = False,
) -> None:
    """Change a goal, by options or in the editor; or open it again.

    Change a goal, in the editor where no option is given.

    Examples:
        boardroom goal edit g1 --target 'in 3m' --long
    """
    call = Call.of(context)
    goal_id = row_id(call, goal, "g", "edit")
    if all(option is None for option in (title, near, target, why, note)) and not open_:
        work, target_on = _edit_by_hand(context, call, goal_id)
    else:
        new_title, new_why, new_note = (
            None if text is None else call.words([text]) for text in (title, why, note)
        )
        horizon = None if near is None else _horizon(near)
        given = {
            "title": new_title,
            "horizon": horizon,
            "target_on": target,
            "why": new_why,
            "note": new_note,
            "reopen": open_,
        }
        work, target_on = _edit(context, call, goal_id, given)
    say(call, work, goal_id, target_on=target_on)


def drop(
    context: typer.Context,
    goal: GoalId = None,
    note: Annotated[
        str | None, typer.Option(metavar="T|-", help="Why; “-” reads it from a pipe.")
    ] = None,
) -> None:
    """Let a goal go, but keep it.

    Examples:
        boardroom goal drop g1 --note 'No longer mine'
    """
    call = Call.of(context)
    goal_id = row_id(call, goal, "g", "drop")
    said = None if note is None else call.words([note])
    with call.changing(context) as work:
        drop_goal(work, goal_id, note=said)
    say(call, work, goal_id)


def rm(
    context: typer.Context,
    goal: GoalId = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove a goal, its steps and its links.

    Examples:
        boardroom goal rm g1 --yes
    """
    call = Call.of(context)
    goal_id = row_id(call, goal, "g", "rm")
    with call.reading() as board:
        view = goals_by_id(board, [goal_id])[0]
        along = belongings(board, goal_id)
    call.confirm(removal(view, along), yes=yes)
    with call.changing(context) as work:
        remove_goal(work, goal_id)
    call.did(work, goal_json(view))


def link(context: typer.Context, goal: GoalId = None, who: Helpers = None) -> None:
    """Note who helps with it.

    Note who helps with a goal.

    Examples:
        boardroom goal link g1 ana tom
    """
    _relate(context, goal, who, "link", link_helpers)


def unlink(context: typer.Context, goal: GoalId = None, who: Helpers = None) -> None:
    """Note who helps with it no more.

    Examples:
        boardroom goal unlink g1 marcus
    """
    _relate(context, goal, who, "unlink", unlink_helpers)


def _relate(
    context: typer.Context,
    goal: str | None,
    who: list[str] | None,
    verb: str,
    action: Callable[[Work, int, Sequence[int]], None],
) -> None:
    call = Call.of(context)
    goal_id = row_id(call, goal, "g", verb)
    people = [find(call, given).id for given in who] if who else [find(call, None).id]
    with call.changing(context) as work:
        action(work, goal_id, people)
    say(call, work, goal_id)


def _edit(
    context: typer.Context, call: Call, goal_id: int, given: dict[str, Any]
) -> tuple[Work, date | None]:
    """The change made, and the day it is to be achieved by where that was given."""
    target_on = changed_day(call, given.get("target_on"), toward="forward")
    with call.changing(context) as work:
        edit_goal(work, goal_id, **{**given, "target_on": target_on})
    return work, target_on if isinstance(target_on, date) else None


def _edit_by_hand(context: typer.Context, call: Call, goal_id: int) -> tuple[Work, date | None]:
    with call.reading() as board:
        view = goals_by_id(board, [goal_id])[0]
    return edit_by_hand(
        call,
        f"g{goal_id}, {view.status}",
        (
            Field("title", "title"),
            Field("horizon", "term"),
            Field("target_on", "target"),
            Field("why", "Why", text=True),
            Field("note", "Note", text=True),
        ),
        view._asdict(),
        lambda given: _edit(context, call, goal_id, given),
        name=f"g{goal_id}",
        hint="Say what: --title, --near, --long, --target, --why, --note or --open.",
    )


def _horizon(near: bool) -> str:
    return "near" if near else "long"
