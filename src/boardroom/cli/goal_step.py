"""`boardroom goal step add`, `edit` and `rm`."""

from __future__ import annotations

import sqlite3

from boardroom.actions.goal_steps import add_step, edit_step, remove_step
from boardroom.cli.call import Call
from boardroom.cli.goal import GoalId
from boardroom.cli.printer import Reply
from boardroom.cli.records import (
    DueDay,
    Editable,
    FormArgument,
    NewDueDay,
    NewNote,
    Words,
    edit_record,
    given_fields,
    id_of,
    remove_record,
)
from boardroom.cli.when import (
    echo_due,
    echo_no_day,
    format_changed_days,
    parse_changed_day,
    parse_changed_text,
    parse_dated_text,
)
from boardroom.queries.goals import StepView, steps_by_id
from boardroom.queries.private import is_private
from boardroom.render.goal_steps import step_json
from boardroom.render.privacy import private_echo
from boardroom.rules.goals import STEP_FIELDS
from boardroom.rules.ids import GOAL, STEP, looks_like_id
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any, TypeAlias

    import typer

StepId: TypeAlias = (
    "Annotated[str | None, typer.Argument(metavar='sID', show_default=False, "
    "help='The id of the step, like s12.')]"
)


def add(
    context: typer.Context,
    goal: GoalId = None,
    text: Words = None,
    by: DueDay = None,
) -> None:
    """Add a step to an open goal.

    Steps work best small and with a due day. The day may stand at the end of TEXT: “by 1 Dec” or
    “@ 1 Dec”.

    Examples:
        boardroom goal step add g1 Ask the CFO for a line of the budget --by 'next fri'
    """
    call = Call.of(context)
    is_id = goal is not None and text is not None and all(map(looks_like_id, text))
    goal_id = id_of(call, " ".join([goal or "", *(text or ())]) if is_id else goal, GOAL, "step")
    question = f"What is the next step towards {GOAL.ref(goal_id)}? (like Ask the CFO by fri)"
    words = call.ask_if_missing(call.text_argument(text), "TEXT", question)

    def action(work: Work) -> Reply:
        step_text, due_on = parse_dated_text(call, work.connection, words, by, kind=STEP)
        done = add_step(work, goal_id, step_text, due_on=due_on)
        echo = echo_due(due_on, _set_day_command(done.id), today=work.today)
        private = private_echo(is_private(work.connection, "goal", goal_id))
        return Reply(step_json(_view(work.connection, done.id)), f"{echo}{private}")

    call.change(action)


def edit(
    context: typer.Context,
    step: StepId = None,
    form: FormArgument = None,
    text: Annotated[
        str | None,
        typer.Option(metavar="TEXT|-", help="What to do; “-” reads it from a pipe."),
    ] = None,
    by: NewDueDay = None,
    note: NewNote = None,
    undone: Annotated[bool, typer.Option("--undone", help="Mark it as not taken.")] = False,
) -> None:
    """Edit a step.

    Without options, the step opens in your editor.

    Examples:
        boardroom goal step edit s2 --by 'in 2w'
    """
    call = Call.of(context)
    step_id = id_of(call, step, STEP, "edit")
    given = given_fields(
        text=call.text_option(text),
        due_on=by,
        done_on="" if undone else None,
        note=call.text_option(note),
    )
    edit_record(call, _EDITABLE, step_id, given, form)


def rm(context: typer.Context, step: StepId = None) -> None:
    """Remove a step.

    Examples:
        boardroom goal step rm s2
    """
    call = Call.of(context)
    step_id = id_of(call, step, STEP, "rm")
    remove_record(
        call,
        lambda work: remove_step(work, step_id),
        lambda board: step_json(_view(board, step_id)),
        is_private=lambda board: is_private(board, "goal", _view(board, step_id).goal_id),
    )


def _values(board: sqlite3.Connection, step_id: int) -> tuple[str, dict[str, Any]]:
    view = _view(board, step_id)
    return f"{view.ref}, a step towards {GOAL.ref(view.goal_id)}", view._asdict()


def _change(call: Call, work: Work, step_id: int, given: dict[str, Any]) -> Done:
    board = work.connection
    given = parse_changed_text(call, board, given, ("text", "due_on"), kind=STEP)
    done_on = parse_changed_day(call, board, given.get("done_on"), toward="back")
    return edit_step(work, step_id, **{**given, "done_on": done_on})


def _reply(work: Work, done: Done) -> Reply:
    view = _view(work.connection, done.id)
    days = {"taken": ("taken", view.done_on), "by": ("due", view.due_on)}
    echo = format_changed_days(done, days, today=work.today)
    no_day = echo_no_day(done, "text", view.due_on, _set_day_command(view.id))
    private = private_echo(is_private(work.connection, "goal", view.goal_id))
    return Reply(step_json(view), f"{echo}{no_day}{private}")


def _set_day_command(step_id: int) -> str:
    return f"goal step edit {STEP.ref(step_id)} --by DATE"


def _view(board: sqlite3.Connection, step_id: int) -> StepView:
    [view] = steps_by_id(board, [step_id])
    return view


_EDITABLE = Editable(
    STEP,
    STEP_FIELDS,
    _values,
    _change,
    _reply,
    options=("--text", "--by", "--note", "--undone"),
)
