"""The board that the answers of `init` make: as values, as a page, and as commands."""

from __future__ import annotations

from shlex import quote

from boardroom.actions.first_board import FirstAdvisor, FirstBoard, FirstGoal
from boardroom.cli.init.answers import Answers
from boardroom.cli.init.questions import (
    GOAL_KEY,
    HELPERS,
    HOPES,
    LAST_MET,
    PEOPLE,
    SEAT,
    STEP_KEY,
    WINDOW,
    key_of,
)
from boardroom.render.formatting import short_day
from boardroom.render.page import Block, Cell, Column, Fields, Heading, Page, Table
from boardroom.rules.handles import handle_for
from boardroom.rules.ids import GOAL
from boardroom.rules.names import Named, same_name
from boardroom.rules.text import join_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

_EXAMPLE = FirstBoard(
    (FirstAdvisor("Marcus Ojo", "Finance", None, "4-6w", "A line of the budget"),),
    FirstGoal("Lead a region", None, "Ask the CFO for a budget line", None, (0,)),
)


def first_board(answers: Answers) -> FirstBoard:
    """The board that the answers make; of open questions nothing."""
    parsed = {question.key: answers.parsed(question) for question in answers.questions}
    values = {key: answer.value for key, answer in parsed.items() if answer is not None}
    persons = values.get(PEOPLE, ())
    advisors = tuple(
        FirstAdvisor(
            person.name,
            *(values.get(key_of(field, person)) for field in (SEAT, LAST_MET, WINDOW, HOPES)),
        )
        for person in persons
    )
    goal = values.get(GOAL_KEY)
    if goal is None:
        return FirstBoard(advisors)
    step, step_due_on = values.get(STEP_KEY) or (None, None)
    helpers = values.get(HELPERS, ())
    return FirstBoard(advisors, FirstGoal(goal.text, goal.due_on, step, step_due_on, helpers))


def summary_page(first: FirstBoard, window: str, today: date) -> Page:
    """What is about to be stored; `window` is that of people without one of their own."""
    columns = (
        Column("", lead=True),
        Column("seat", lead=True),
        Column("last met", fixed=True),
        Column("window", fixed=True),
        Column("hopes"),
    )
    rows = tuple(
        (
            Cell(advisor.name, "strong"),
            Cell(advisor.seat or ""),
            Cell(short_day(advisor.last_met_on, today) if advisor.last_met_on else "never"),
            Cell(advisor.window or window),
            Cell(advisor.hopes or "", "quiet"),
        )
        for advisor in first.advisors
    )
    blocks: list[Block] = [Heading("Your board"), Table(columns, rows)]
    goal = first.goal
    if goal is not None:
        helpers = join_words([first.advisors[place].name for place in goal.helpers])
        fields = (
            ("goal", _with_day(goal.title, goal.target_on, today)),
            ("first step", _with_day(goal.step, goal.step_due_on, today) if goal.step else ""),
            ("helped by", helpers),
        )
        blocks.append(Fields(tuple((label, Cell(text)) for label, text in fields if text)))
    return Page(tuple(blocks))


def commands(first: FirstBoard, everybody: Sequence[Named], goal_id: int) -> tuple[str, ...]:
    """The commands that make the same board; those of an example if nobody is on it.

    Of a name that `everybody` on file has, they edit what is there. The goal becomes `goal_id`.
    """
    lines: list[str] = []
    handles: list[str] = []
    for advisor in (first if first.advisors else _EXAMPLE).advisors:
        known = same_name(advisor.name, everybody)
        met = advisor.last_met_on.isoformat() if advisor.last_met_on else None
        given = {"--seat": advisor.seat, "--window": advisor.window}
        if known is None:
            handle = handle_for(advisor.name, {*handles, *(person.handle for person in everybody)})
            lines.append(_command(("advisor", "add", advisor.name), {**given, "--last-met": met}))
        else:
            handle = known.handle
            if any(given.values()):
                lines.append(_command(("advisor", "edit", handle), given))
            if met:
                lines.append(_command(("log", handle), {"--on": met}))
        handles.append(handle)
        if advisor.hopes:
            lines.append(_command(("agreement", "set", handle), {"--hopes": advisor.hopes}))
    goal = first.goal if first.advisors else _EXAMPLE.goal
    if goal is not None:
        target = goal.target_on.isoformat() if goal.target_on else None
        helps = "".join(f" --helps {handles[place]}" for place in goal.helpers)
        lines.append(f"{_command(('goal', 'add', goal.title), {'--target': target})}{helps}")
        if goal.step:
            by = goal.step_due_on.isoformat() if goal.step_due_on else None
            step = ("goal", "step", "add", str(GOAL.ref(goal_id)), goal.step)
            lines.append(_command(step, {"--by": by}))
    return (*lines, "boardroom due")


def _command(words: tuple[str, ...], options: dict[str, str | None]) -> str:
    given = (f" {option} {quote(value)}" for option, value in options.items() if value is not None)
    return f"boardroom {' '.join(map(quote, words))}{''.join(given)}"


def _with_day(text: str, day: date | None, today: date) -> str:
    return f"{text} by {short_day(day, today)}" if day else text
