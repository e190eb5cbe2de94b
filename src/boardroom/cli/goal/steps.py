"""`boardroom goal step add`, `edit` and `rm`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import typer

from boardroom.actions.goal_steps import add_step, edit_step, remove_step
from boardroom.cli.call import Call
from boardroom.cli.goal.said import say_step
from boardroom.cli.ids import row_id
from boardroom.cli.record_edit import edit_by_hand
from boardroom.cli.when import changed_day, on_day
from boardroom.formats.fields import Field
from boardroom.queries.goals import steps_by_id
from boardroom.render.goals import step_json
from boardroom.store.work import Work

StepId = Annotated[str | None, typer.Argument(metavar="sID", show_default=False)]


def add(
    context: typer.Context,
    goal: Annotated[str | None, typer.Argument(metavar="gID", show_default=False)] = None,
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEXT...|-", show_default=False, help="“-” reads it from a pipe."),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="DATE", help="By when; due reminds you of it.")
    ] = None,
) -> None:
    """Add a small step, best with a day.

    Add a small step towards a goal.

    Examples:
        boardroom goal step add g1 Ask the CFO for a line of the budget --by 'next fri'
    """
    call = Call.of(context)
    goal_id = row_id(call, goal, "g", "step")
    words = call.needed(call.words(text), "TEXT", f"What is a small step towards g{goal_id}?")
    due_on = None if by is None else on_day(call, by, toward="forward")
    with call.changing(context) as work:
        step_id = add_step(work, goal_id, words, due_on=due_on)
    say_step(call, work, step_id, due_on=due_on)


def edit(
    context: typer.Context,
    step: StepId = None,
    text: Annotated[
        str | None,
        typer.Option(metavar="T|-", help="What is to be done; “-” reads it from a pipe."),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="DATE", help="By when; '' takes the day away.")
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar="T|-", help="How it went; '' takes it away.")
    ] = None,
    undone: Annotated[bool, typer.Option("--undone", help="It is still to be taken.")] = False,
) -> None:
    """Change a step, by options or in the editor.

    Change a step, in the editor where no option is given.

    Examples:
        boardroom goal step edit s2 --by 'in 2w'
    """
    call = Call.of(context)
    step_id = row_id(call, step, "s", "edit")
    if text is None and by is None and note is None and not undone:
        work, due_on = _edit_by_hand(context, call, step_id)
    else:
        new_text, new_note = (
            None if given is None else call.words([given]) for given in (text, note)
        )
        given = {
            "text": new_text,
            "due_on": by,
            "done_on": "" if undone else None,
            "note": new_note,
        }
        work, due_on = _edit(context, call, step_id, given)
    say_step(call, work, step_id, due_on=due_on)


def rm(context: typer.Context, step: StepId = None) -> None:
    """Remove a step.

    Examples:
        boardroom goal step rm s2
    """
    call = Call.of(context)
    step_id = row_id(call, step, "s", "rm")
    with call.reading() as board:
        record = step_json(steps_by_id(board, [step_id])[0])
    with call.changing(context) as work:
        remove_step(work, step_id)
    call.did(work, record)


def _edit(
    context: typer.Context, call: Call, step_id: int, given: dict[str, Any]
) -> tuple[Work, date | None]:
    """The change made, and the day the step is due by where that was given."""
    due_on = changed_day(call, given.get("due_on"), toward="forward")
    done_on = changed_day(call, given.get("done_on"), toward="back")
    with call.changing(context) as work:
        edit_step(work, step_id, **{**given, "due_on": due_on, "done_on": done_on})
    return work, due_on if isinstance(due_on, date) else None


def _edit_by_hand(context: typer.Context, call: Call, step_id: int) -> tuple[Work, date | None]:
    with call.reading() as board:
        view = steps_by_id(board, [step_id])[0]
    return edit_by_hand(
        call,
        f"s{step_id}, a step towards g{view.goal_id}",
        (
            Field("due_on", "by"),
            Field("done_on", "taken"),
            Field("text", "Text", text=True),
            Field("note", "Note", text=True),
        ),
        view._asdict(),
        lambda given: _edit(context, call, step_id, given),
        name=f"s{step_id}",
        hint="Say what: --text, --by, --note or --undone.",
    )
