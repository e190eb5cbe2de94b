"""The gaps of a board, each with the command that fills it."""

from __future__ import annotations

from itertools import islice

from boardroom.render.formatting import plural
from boardroom.render.page import Block, Cell, Column, Heading, Table
from boardroom.rules.board_gaps import Gaps
from boardroom.rules.settings import Seats
from boardroom.rules.text import brief, join_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from boardroom.rules.board_gaps import Member

_MOST_GOALS = 3


def gaps_json(gaps: Gaps) -> dict[str, Any]:
    """The gaps, as part of another record."""
    return {
        "seats": gaps.seats,
        "goal_ids": [goal.ref for goal in gaps.goals],
        "alike": [shared._asdict() for shared in gaps.alike],
        "idle": [person.handle for person in gaps.idle],
        "unagreed": [person.handle for person in gaps.unagreed],
        "open_ended": [person.handle for person in gaps.open_ended],
    }


def gap_blocks(gaps: Gaps, seats: Seats) -> tuple[Block, ...]:
    """A table with a row per gap and the command to type; no blocks without gaps."""
    rows = [(Cell(gap), Cell(command, "quiet")) for gap, command in _rows(gaps, seats)]
    columns = (Column("", lead=True, least=24), Column("", fixed=True, bare=True))
    return (Heading("What is missing"), Table(columns, tuple(rows))) if rows else ()


def _rows(gaps: Gaps, seats: Seats) -> list[tuple[str, str]]:
    rows = []
    if gaps.seats:
        rows.append(
            (
                f"{plural(gaps.seats, 'seat')} to fill: a board wants {seats}",
                "boardroom advisor add NAME --prospect",
            )
        )
    helpless = (
        (f"Nobody helps with {goal.ref} {brief(goal.title)}", f"boardroom goal link {goal.ref} WHO")
        for goal in gaps.goals
    )
    rows += islice(helpless, _MOST_GOALS)
    if (more := len(gaps.goals) - _MOST_GOALS) > 0:
        rows.append((f"Nobody helps with {plural(more, 'more goal')}", "boardroom goal list"))
    rows += [
        (
            f"Everybody has {shared.dimension}: {brief(shared.value)}",
            "boardroom criterion add TEXT --nice",
        )
        for shared in gaps.alike
    ]
    if gaps.idle:
        helps = "helps" if len(gaps.idle) == 1 else "help"
        command = f"boardroom goal link gID {_who(gaps.idle)}"
        rows.append((f"{_names(gaps.idle)} {helps} with no open goal", command))
    if gaps.unagreed:
        command = f"boardroom agreement set {_who(gaps.unagreed)}"
        rows.append((f"Nothing is agreed with {_names(gaps.unagreed)}", command))
    if gaps.open_ended:
        command = f"boardroom agreement set {_who(gaps.open_ended)} --until DATE"
        rows.append((f"What is agreed with {_names(gaps.open_ended)} has no end", command))
    return rows


def _names(people: Sequence[Member]) -> str:
    return join_words([person.name for person in people])


def _who(people: Sequence[Member]) -> str:
    return people[0].handle if len(people) == 1 else "WHO"
