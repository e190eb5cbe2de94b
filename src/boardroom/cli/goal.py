"""`boardroom goal add`, `list`, `show`, `drop` and `rm`."""

from __future__ import annotations

import sqlite3

from boardroom.actions.goals import add_goal, drop_goal, remove_goal
from boardroom.cli.call import Call
from boardroom.cli.printer import Reply
from boardroom.cli.privacy import Private
from boardroom.cli.records import Yes, id_of, remove_record
from boardroom.cli.when import echo_due, echo_no_day, format_changed_days, parse_dated_text
from boardroom.cli.who import find_person_of_option
from boardroom.queries.goals import GoalView, goal_belongings, goals, goals_by_id
from boardroom.render.goals import goal_json, goal_page, goals_json, goals_page, removal
from boardroom.render.privacy import private_echo
from boardroom.rules.ids import GOAL
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, TypeAlias

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
    near: Annotated[
        bool | None,
        typer.Option("--near/--long", help="Term of the goal (default: near).", show_default=False),
    ] = None,
    target: Annotated[
        str | None, typer.Option(metavar="DATE", help="Target day; due reminds you of it.")
    ] = None,
    measure: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="How you will know that it is achieved."),
    ] = None,
    why: Annotated[
        str | None,
        typer.Option(metavar="TEXT|-", help="Why it matters; “-” reads it from a pipe."),
    ] = None,
    helps: Annotated[
        list[str] | None,
        typer.Option(metavar="WHO", help="A helper; can be repeated."),
    ] = None,
    private: Private = None,
) -> None:
    """Set a goal.

    Its target day may stand at the end of TITLE: “by 1 Dec” or “@ 1 Dec”.

    Examples:
        boardroom goal add Lead a region --target '1 Dec' --helps marcus --why 'To lead a company'
        boardroom goal add Speak at a summit --measure 'Forty people stay for the questions'
        boardroom goal add --long Sit on a board --helps ana --helps tom
    """
    call = Call.of(context)
    call.text_argument(title)
    reason = call.text_option(why)

    def action(work: Work) -> Reply:
        board = work.connection
        helper_ids, words = [], title
        for who in helps or ():
            person, words = find_person_of_option(call, board, who, words)
            helper_ids.append(person.id)
        named = call.ask_if_missing(
            call.text_argument(words), "TITLE", "What do you want to achieve? (like Lead a region)"
        )
        text, target_on = parse_dated_text(call, board, named, target, kind=GOAL, option="--target")
        done = add_goal(
            work,
            text,
            horizon=None if near is None else horizon_of(near),
            target_on=target_on,
            measure=measure,
            why=reason,
            helper_ids=helper_ids,
            private=private,
        )
        echo = echo_due(target_on, _set_day_command(done.id), today=work.today)
        view = goal_view(work.connection, done.id)
        return Reply(goal_json(view), f"{echo}{private_echo(view.private)}")

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
        f"There are no {'' if all_ else 'open '}goals."
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
    view = call.read(lambda board: goal_view(board, goal_id))
    call.show(goal_page(view, call.today), goal_json(view))


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

    def action(work: Work) -> Reply:
        drop_goal(work, goal_id, note=words)
        view = goal_view(work.connection, goal_id)
        return Reply(goal_json(view), private_echo(view.private))

    call.change(action)


def rm(
    context: typer.Context,
    goal: GoalId = None,
    yes: Yes = False,
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
        call.confirm(removal(goal_view(board, goal_id), goal_belongings(board, goal_id)), yes=yes)
        return remove_goal(work, goal_id)

    remove_record(call, action, lambda board: goal_json(goal_view(board, goal_id)))


def goal_reply(work: Work, done: Done) -> Reply:
    """The reply to a change of a goal, with the distance of a new target day."""
    view = goal_view(work.connection, done.id)
    echo = format_changed_days(done, {"target": ("target", view.target_on)}, today=work.today)
    no_day = echo_no_day(done, "title", view.target_on, _set_day_command(view.id))
    return Reply(goal_json(view), f"{echo}{no_day}")


def goal_view(board: sqlite3.Connection, goal_id: int) -> GoalView:
    """One goal; raises `NotFound` if there is none."""
    [view] = goals_by_id(board, [goal_id])
    return view


def horizon_of(near: bool) -> str:
    """The term that --near or --long stands for."""
    return "near" if near else "long"


def _set_day_command(goal_id: int) -> str:
    return f"goal edit {GOAL.ref(goal_id)} --target DATE"
