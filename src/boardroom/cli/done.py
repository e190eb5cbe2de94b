"""`boardroom done`: closes promises, agenda items, steps, goals and occasions by their ids."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from boardroom.actions.done import mark_done
from boardroom.cli.call import Call
from boardroom.cli.done_reply import done_json, private_echo
from boardroom.cli.pass_it_on import pass_it_on
from boardroom.cli.printer import Reply
from boardroom.cli.several import change_all
from boardroom.cli.when import echo_day, parse_day
from boardroom.errors import BadInput
from boardroom.queries.advice import advice_by_id
from boardroom.queries.goals import GoalView, goals_by_id
from boardroom.queries.meetings import meeting
from boardroom.rules.advice import next_outcome
from boardroom.rules.ids import (
    ADVICE,
    AGENDA_ITEM,
    GOAL,
    MEETING,
    OCCASION,
    PROMISE,
    STEP,
    Ref,
    ids_in,
    parse,
    parse_kind,
)
from boardroom.rules.text import brief, join_words
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer

_KINDS = (AGENDA_ITEM, PROMISE, STEP, GOAL, OCCASION)


def done(
    context: typer.Context,
    ids: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ID...",
            show_default=False,
            help="Ids of promises, agenda items, steps, goals and occasions.",
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day they were done (default: today).")
    ] = None,
    note: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT|-", help="The answer, a note, or how it went; “-” reads it from a pipe."
        ),
    ] = None,
    tell: Annotated[
        bool | None,
        typer.Option(
            "--tell/--no-tell",
            help="Promise to tell the helpers of a goal.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Mark promises, items, steps, goals and occasions as done.

    Several ids are done together, all or none, with the same day and note. A goal shows its
    measure, and --note says how it came out; if it has helpers, it asks on a terminal if you
    promise to tell them. Following up on an introduction makes the promise to tell the advisor how
    it went. An occasion is done once you have asked how it went.

    Examples:
        boardroom done p1
        boardroom done s2
        boardroom done g1 --tell
        boardroom done a3 a4 p2 --on yesterday
        boardroom done a3 --note 'Ask Dana first'
        boardroom done o1 --note passed
    """
    call = Call.of(context)
    texts = ids or _ask(call)
    refs = list(dict.fromkeys(_ref(call, ref) for text in texts for ref in ids_in(text)))
    goals = [ref.number for ref in refs if ref.letter == GOAL.letter]
    if tell is not None and not goals:
        raise BadInput(
            "--tell and --no-tell are only for goals.",
            "Add the id of a goal, like g12, or leave the option out.",
        )
    words = call.text_option(note)

    def change(
        work: Work, refs: Sequence[Ref], on: date | None = None, tell_about: Sequence[int] = ()
    ) -> None:
        items, promises, steps, goals, occasions = (
            [ref.number for ref in refs if ref.letter == kind.letter] for kind in _KINDS
        )
        mark_done(
            work,
            item_ids=items,
            promise_ids=promises,
            step_ids=steps,
            goal_ids=goals,
            occasion_ids=occasions,
            tell_about=tell_about,
            on=on,
            note=words,
        )

    def action(work: Work) -> Reply:
        board = work.connection
        day = None if on is None else parse_day(call, board, on, toward="back")
        views = goals_by_id(board, goals)
        telling = [_tell_helpers(call, goal, tell) for goal in views]
        tell_about = [goal_id for goal_id, (tells, _) in zip(goals, telling, strict=True) if tells]
        change(work, refs, day, tell_about)
        private = private_echo(work.connection, refs, noted=bool(words))
        hints = "".join(
            f"{_how_known(goal, noted=bool(words))}{hint}"
            for goal, (_, hint) in zip(views, telling, strict=True)
        )
        return Reply(
            done_json(work.connection, refs, today=work.today),
            f"{echo_day(call, day, 'done')}{private}{hints}",
            notices=pass_it_on(work.connection) if goals else (),
        )

    change_all(call, refs, change, action)


def _ask(call: Call) -> list[str]:
    """Asks on a terminal what is done, below all that is open.

    Raises:
        MissingArgument: there is no terminal.
        NotFound: nothing is open.
    """
    call.check_asks_for("ID")
    from boardroom.cli.choices import ask_id, check_is_there  # noqa: PLC0415  for a question alone

    def check(answer: str) -> None:
        for text in ids_in(answer):
            _ref(call, text)
            check_is_there(call, text)

    kinds = (PROMISE, *(kind for kind in _KINDS if kind is not PROMISE))
    return ids_in(ask_id(call, kinds, "What is done? One id or more", check, verb="done"))


def _tell_helpers(call: Call, goal: GoalView, given: bool | None) -> tuple[bool, str]:
    """Whether to promise to tell the helpers of a goal, and a hint to add to the reply.

    Without the option, this asks on a terminal. Elsewhere no promise is made, and the hint says how
    to make one.
    """
    if given is not None or goal.status != "open" or not goal.helpers:
        return bool(given), ""
    names = join_words([helper.name for helper in goal.helpers])
    if call.may_ask:
        question = f"Promise to tell {names} that you achieved {brief(goal.title)}?"
        return call.ask_yes_no(question, default=True), ""
    who = goal.helpers[0].handle if len(goal.helpers) == 1 else "WHO"
    return False, f" · to tell {names}: boardroom promise add {who} TEXT"


def _how_known(goal: GoalView, *, noted: bool) -> str:
    """The measure of an achieved goal, and the command that notes how it came out."""
    if not goal.measure:
        return ""
    noting = "" if noted else f" (how it came out: boardroom goal edit {goal.ref} --note TEXT)"
    return f" · you would know by: {brief(goal.measure)}{noting}"


def _ref(call: Call, text: str) -> Ref:
    ref = parse(text)
    if ref.letter == MEETING.letter:
        raise call.read(lambda board: _is_meeting(board, ref))
    if ref.letter == ADVICE.letter:
        raise call.read(lambda board: _is_advice(board, ref))
    return parse_kind(text, *(kind.letter for kind in _KINDS))


def _is_meeting(board: sqlite3.Connection, ref: Ref) -> BadInput:
    """The error for the id of a meeting, with a command for its status."""
    view = meeting(board, ref.number)
    if view.status == "planned":
        instead = f"Use instead: boardroom log {view.handle} --meeting {ref}"
        return BadInput(f"{ref} is a meeting, which is logged instead.", instead)
    return BadInput(
        f"{ref} is a meeting, and was {view.status}.", f"See it with: boardroom meeting show {ref}"
    )


def _is_advice(board: sqlite3.Connection, ref: Ref) -> BadInput:
    """The error for the id of advice, with a command for its status."""
    [view] = advice_by_id(board, [ref.number])
    return BadInput(
        f"{ref} is advice, which gets an outcome instead.",
        f"Use instead: boardroom advice outcome {ref} {next_outcome(view.status)}",
    )
