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


def gap_blocks(gaps: Gaps, seats: Seats, *, has_prospects: bool = True) -> tuple[Block, ...]:
    """A table with a row per gap and the command to type; no blocks without gaps.

    For a seat to fill, that is the list of prospects while it is empty: it says where to look.
    """
    found = gap_rows(gaps, seats, has_prospects=has_prospects)
    rows = [(Cell(gap), Cell(command, "quiet")) for gap, command in found]
    columns = (Column("", lead=True, least=24), Column("", fixed=True, bare=True))
    return (Heading("What is missing"), Table(columns, tuple(rows))) if rows else ()


def gap_rows(
    gaps: Gaps, seats: Seats, *, has_prospects: bool = True, most_named: int = 1
) -> list[tuple[str, str]]:
    """Each gap in words, and the command that fills it; more than `most_named` are counted."""
    rows = []
    if gaps.seats:
        rows.append(
            (
                f"{plural(gaps.seats, 'seat')} to fill: a board wants {seats}",
                "boardroom advisor add NAME --prospect"
                if has_prospects
                else "boardroom advisor list --prospects",
            )
        )
    helpless = (
        (f"No help with {goal.ref} {brief(goal.title)}", f"boardroom goal link {goal.ref} WHO")
        for goal in gaps.goals
    )
    rows += islice(helpless, _MOST_GOALS)
    if (more := len(gaps.goals) - _MOST_GOALS) > 0:
        rows.append((f"No help with {plural(more, 'more goal')}", "boardroom goal list"))
    rows += [
        (
            f"Everybody has {shared.dimension}: {brief(shared.value)}",
            "boardroom criterion add TEXT --nice",
        )
        for shared in gaps.alike
    ]
    if gaps.idle:
        helps = "helps" if len(gaps.idle) == 1 else "help"
        who = gaps.idle[0].handle if len(gaps.idle) == 1 else "WHO"
        command = f"boardroom goal link gID {who}"
        rows.append((f"{_who(gaps.idle, most_named)} {helps} with no open goal", command))
    if gaps.unagreed:
        command = f"boardroom agreement set {gaps.unagreed[0].handle}"
        rows.append((f"Nothing is agreed with {_who(gaps.unagreed, most_named)}", command))
    if gaps.open_ended:
        agreements = "agreement" if len(gaps.open_ended) == 1 else "agreements"
        have = "has" if len(gaps.open_ended) == 1 else "have"
        command = f"boardroom agreement set {gaps.open_ended[0].handle} --until DATE"
        rows.append(
            (f"The {agreements} with {_who(gaps.open_ended, most_named)} {have} no end", command)
        )
    return rows


def _who(people: Sequence[Member], most_named: int) -> str:
    """The names, or how many they are, so that a full board fits a screen."""
    if len(people) > most_named:
        return f"{len(people)} advisors"
    return join_words([person.name for person in people])
