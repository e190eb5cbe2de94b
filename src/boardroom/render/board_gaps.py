"""What a board lacks, each thing with the command that mends it."""

from __future__ import annotations

from itertools import islice
from typing import Any

from boardroom.render.formatting import plural
from boardroom.render.page import Block, Cell, Column, Heading, Table
from boardroom.rules.board_gaps import Missing
from boardroom.rules.settings import Seats
from boardroom.rules.text import brief, join_words

_SHOWN = 3


def missing_json(missing: Missing) -> dict[str, Any]:
    """What is missing, inside another record."""
    return {
        "seats": missing.seats,
        "goals": [f"g{goal.id}" for goal in missing.goals],
        "alike": [alike._asdict() for alike in missing.alike],
        "idle": [person.handle for person in missing.idle],
    }


def missing_blocks(missing: Missing, seats: Seats) -> tuple[Block, ...]:
    """One row a thing, with what to type; nothing where nothing is missing."""
    rows = [(Cell(what), Cell(command, "quiet")) for what, command in _said(missing, seats)]
    columns = (Column("", lead=True, least=24), Column("", fixed=True, bare=True))
    return (Heading("What is missing"), Table(columns, tuple(rows))) if rows else ()


def _said(missing: Missing, seats: Seats) -> list[tuple[str, str]]:
    said = []
    if missing.seats:
        said.append(
            (
                f"{plural(missing.seats, 'seat')} to fill: a board wants {seats}",
                "boardroom advisor add NAME --prospect",
            )
        )
    helpless = (
        (f"Nobody helps with g{goal.id} {brief(goal.title)}", f"boardroom goal link g{goal.id} WHO")
        for goal in missing.goals
    )
    said += islice(helpless, _SHOWN)
    if (more := len(missing.goals) - _SHOWN) > 0:
        said.append((f"Nor with {plural(more, 'more goal')}", "boardroom goal list"))
    said += [
        (
            f"Everybody has {same.dimension}: {brief(same.value)}",
            "boardroom criterion add TEXT --nice",
        )
        for same in missing.alike
    ]
    if missing.idle:
        names = join_words([person.name for person in missing.idle])
        helps = "helps" if len(missing.idle) == 1 else "help"
        who = missing.idle[0].handle if len(missing.idle) == 1 else "WHO"
        said.append((f"{names} {helps} with no open goal", f"boardroom goal link gID {who}"))
    return said
