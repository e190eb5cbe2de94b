"""The seats at a glance."""

from __future__ import annotations

from datetime import date
from typing import Any

from boardroom.queries.advisors import AdvisorView
from boardroom.queries.board import BoardView
from boardroom.render.advisors import advisors_json, state_cell
from boardroom.render.page import Block, Cell, Column, Heading, Page, Prose, Table
from boardroom.render.words import plural, short_day

COLUMNS = (
    Column("seat", lead=True),
    Column("advisor", lead=True),
    Column("state", fixed=True, bare=True),
    Column("window", fixed=True, bare=True),
    Column("last met", fixed=True),
    Column("next", fixed=True),
    Column("agenda", fixed=True),
)


def board_json(view: BoardView) -> dict[str, Any]:
    """The board: its seats, and the people on it as in a list of advisors, with their clock and next meeting."""
    people = (*view.active, *view.paused)
    records = advisors_json(people)["advisors"]
    for person, record in zip(people, records, strict=True):
        record["state"] = person.active.seen.state if person.active else None
        record["due_from"] = person.active.seen.due_from.isoformat() if person.active else None
        record["due_by"] = person.active.seen.due_by.isoformat() if person.active else None
        record["last_met_on"] = person.last_met_on.isoformat() if person.last_met_on else None
        record["next_meeting_on"] = person.next_meeting_on.isoformat() if person.next_meeting_on else None
        record["agenda_count"] = person.agenda_count
    return {
        "schema": "boardroom.board/1",
        "as_of": view.today.isoformat(),
        "seats": {"taken": len(view.active), "fewest": view.seats.fewest, "most": view.seats.most},
        "advisors": records,
    }


def board_page(view: BoardView) -> Page:
    """One row a seat, and what is missing."""
    heading = Heading("Your board", (Cell(f"{len(view.active)} of {view.seats.most} seats taken", "quiet"),))
    rows = tuple(_row(person, view.today) for person in (*view.active, *view.paused))
    if not rows:
        return Page((heading, Prose('Nobody is on the board yet. Begin with: boardroom advisor add "NAME"')), ())
    table = Table(COLUMNS, rows)
    missing = _missing(view)
    blocks: tuple[Block, ...] = (heading, table, *((Prose(missing),) if missing else ()))
    return Page(blocks, (table,))


def _row(person: AdvisorView, today: date) -> tuple[Cell, ...]:
    back_on = person.standing.paused_until
    following = short_day(person.next_meeting_on, today) if person.next_meeting_on else ""
    return (
        Cell(person.seat or ""),
        Cell(person.name, "strong"),
        state_cell(person.standing.status, person.active),
        Cell(person.window),
        Cell(short_day(person.last_met_on, today) if person.last_met_on else "never"),
        Cell(following or (f"back {short_day(back_on, today)}" if back_on else "")),
        Cell(f"{person.agenda_count} open" if person.agenda_count else ""),
    )


def _missing(view: BoardView) -> str:
    lacking = view.seats.fewest - len(view.active)
    if lacking <= 0:
        return ""
    return f"{plural(lacking, 'seat')} to fill: a board wants {view.seats} people. Note a prospect: boardroom advisor add NAME --prospect"
