"""`boardroom done`: what is finished, whatever it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated, Any

import typer

from boardroom.actions.agenda import cover_items
from boardroom.actions.goal_steps import take_steps
from boardroom.actions.goals import achieve_goal
from boardroom.actions.promises import keep_promises
from boardroom.cli.call import Call
from boardroom.cli.goal.telling import telling
from boardroom.cli.when import on_day, understood
from boardroom.errors import BadInput
from boardroom.queries.agenda import agenda_items
from boardroom.queries.goals import goals_by_id, steps_by_id
from boardroom.queries.promises import promises_by_id
from boardroom.render.agenda import agenda_item_json, agenda_json, agenda_record
from boardroom.render.goals import (
    goal_json,
    goal_record,
    goals_json,
    step_json,
    step_record,
    steps_json,
)
from boardroom.render.promises import promise_json, promise_record, promises_json
from boardroom.rules.ids import Ref, parse, wanted


def done(
    context: typer.Context,
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID...", show_default=False, help="Of promises, agenda items, steps and goals."
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day it was done; today where left out.")
    ] = None,
    note: Annotated[
        str | None,
        typer.Option(metavar="T|-", help="The answer, or how it went; “-” reads it from a pipe."),
    ] = None,
    tell: Annotated[
        bool | None,
        typer.Option(
            "--tell/--no-tell",
            help="Promise to tell those who helped with a goal.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """A promise kept, an item covered, a goal or its step achieved.

    Note that promises were kept, agenda items covered, steps taken and goals achieved, all of
    them or none.

    Examples:
        boardroom done p1
        boardroom done s2
        boardroom done g1 --tell
        boardroom done a3 a4 p2 --on yesterday
        boardroom done a3 --note 'Ask Dana first'
    """
    call = Call.of(context)
    given = ids or call.needed(None, "ID", "What is done? Its id:").split()
    refs = list(dict.fromkeys(_ref(text) for text in given))
    items, promises, steps, goals = (
        [ref.number for ref in refs if ref.letter == letter] for letter in "apsg"
    )
    if tell is not None and not goals:
        raise BadInput(
            "--tell and --no-tell are about a goal, and none is named.",
            "Name it, like g12, or leave the option out.",
        )
    day = None if on is None else on_day(call, on, toward="back")
    said = None if note is None else call.words([note])
    tellings = {goal_id: telling(call, goal_id, tell) for goal_id in goals}
    with call.changing(context) as work:
        summaries = []
        if items:
            cover_items(work, items, on=day, answer=said)
            summaries.append(work.summary)
        if promises:
            keep_promises(work, promises, on=day, note=said)
            summaries.append(work.summary)
        if steps:
            take_steps(work, steps, on=day, note=said)
            summaries.append(work.summary)
        for goal_id in goals:
            achieve_goal(work, goal_id, on=day, note=said, tell=tellings[goal_id].tell)
            summaries.append(work.summary)
        work.summary = "; ".join(
            (summaries[0], *(f"{summary[0].lower()}{summary[1:]}" for summary in summaries[1:]))
        )
    hints = "".join(telling_.hint for telling_ in tellings.values())
    call.did(
        work,
        _record(call, items, promises, steps, goals),
        echo=f"{understood(call, day, 'done')}{hints}",
    )


def _ref(text: str) -> Ref:
    ref = parse(text)
    if ref.letter in _INSTEAD:
        sentence, command = _INSTEAD[ref.letter]
        raise BadInput(
            f"{ref} is {sentence}", f"For it there is: boardroom {command.format(ref=ref)}"
        )
    return wanted(text, "a", "p", "s", "g")


_INSTEAD = {
    "m": ("a meeting, which is logged when it is done.", "log WHO --meeting {ref}"),
    "v": ("advice: say what came of it.", "advice outcome {ref} worked"),
}


def _record(
    call: Call, items: list[int], promises: list[int], steps: list[int], goals: list[int]
) -> dict[str, Any]:
    """What was done as it now is: one record, a list of one kind, or a list of each."""
    with call.reading() as board:
        covered, kept = agenda_items(board, items), promises_by_id(board, promises)
        taken, achieved = steps_by_id(board, steps), goals_by_id(board, goals)
    kinds: tuple[
        tuple[Sequence[Any], Callable[[Any], dict[str, Any]], Callable[[Any], dict[str, Any]]], ...
    ] = (
        (covered, agenda_item_json, agenda_json),
        (kept, partial(promise_json, today=call.today), partial(promises_json, today=call.today)),
        (taken, step_json, steps_json),
        (achieved, goal_json, goals_json),
    )
    (views, one, several), *others = (kind for kind in kinds if kind[0])
    if not others:
        return one(views[0]) if len(views) == 1 else several(views)
    return {
        "schema": "boardroom.done/1",
        "agenda": [agenda_record(view) for view in covered],
        "promises": [promise_record(view, call.today) for view in kept],
        "steps": [step_record(view) for view in taken],
        "goals": [goal_record(view) for view in achieved],
    }
