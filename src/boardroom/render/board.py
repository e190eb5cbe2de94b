"""The seats at a glance."""

from __future__ import annotations

from datetime import date
from typing import Any

from boardroom.queries.advisors import AdvisorView
from boardroom.queries.board import BoardView
from boardroom.render.advisors import advisors_json, away_until, known_since, state_cell
from boardroom.render.exchanges import balance_json, balance_words
from boardroom.render.page import Block, Cell, Column, Heading, Page, Prose, Table, for_pipe
from boardroom.render.words import iso, plural, short_day

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
    """The board: its seats, and the people on it as in a list of advisors, with their clock, next meeting, and give and take."""
    people = (*view.active, *view.paused)
    records = advisors_json(people)["advisors"]
    for person, record in zip(people, records, strict=True):
        record["state"] = person.active.seen.state if person.active else None
        record["due_from"] = iso(person.active.seen.due_from if person.active else None)
        record["due_by"] = iso(person.active.seen.due_by if person.active else None)
        record["last_met_on"] = iso(person.last_met_on)
        record["next_meeting_on"] = iso(person.next_meeting_on)
        record["agenda_count"] = person.agenda_count
        record["balance"] = balance_json(view.balances[person.handle])
    return {
        "schema": "boardroom.board/1",
        "as_of": view.today.isoformat(),
        "review_snoozed_until": iso(view.review_snoozed_until),
        "seats": {"taken": len(view.active), "fewest": view.seats.fewest, "most": view.seats.most},
        "advisors": records,
    }


def board_page(view: BoardView) -> Page:
    """One row a seat, how give and take stand where anything went to or fro, and what is missing."""
    heading = Heading("Your board", (Cell(f"{len(view.active)} of {view.seats.most} seats taken", "quiet"),))
    rows = tuple(_row(person, view.today) for person in (*view.active, *view.paused))
    if not rows:
        return Page((heading, Prose('Nobody is on the board yet. Begin with: boardroom advisor add "NAME"')), ())
    notes = (Prose(_away(view), "quiet"), Prose(_missing(view)))
    blocks: list[Block] = [heading, Table(COLUMNS, rows), *_give_and_take(view), *(note for note in notes if note.text)]
    return Page(tuple(blocks), (for_pipe(_pipe_row(person, view) for person in (*view.active, *view.paused)),))


def _row(person: AdvisorView, today: date) -> tuple[Cell, ...]:
    return (
        Cell(person.seat or ""),
        Cell(person.name, "strong"),
        state_cell(person.standing.status, person.active),
        Cell(person.window),
        Cell(short_day(person.last_met_on, today) if person.last_met_on else "never"),
        Cell(short_day(person.next_meeting_on, today) if person.next_meeting_on else ""),
        Cell(f"{person.agenda_count} open" if person.agenda_count else ""),
    )


def _give_and_take(view: BoardView) -> list[Block]:
    if all(balance.since is None for balance in view.balances.values()):
        return []
    people = (*view.active, *view.paused)
    rows = tuple(
        (Cell(person.name), Cell(balance_words(view.balances[person.handle], known_since(person), view.today), "quiet"))
        for person in people
    )
    return [Heading("Give and take"), Table((Column("", lead=True), Column("", bare=True, least=34)), rows)]


def _pipe_row(person: AdvisorView, view: BoardView) -> tuple[str | int | date | None, ...]:
    state = state_cell(person.standing.status, person.active).text
    days = person.last_met_on, person.next_meeting_on
    return (
        person.handle,
        person.name,
        person.seat,
        state,
        person.window,
        *days,
        person.agenda_count,
        away_until(person),
        *view.balances[person.handle],
    )


def _away(view: BoardView) -> str:
    """Until when somebody, or the review, is snoozed or paused."""
    said = []
    if view.review_snoozed_until is not None:
        said.append(f"The six-month review is snoozed until {short_day(view.review_snoozed_until, view.today)}.")
    for person in (*view.active, *view.paused):
        until = away_until(person)
        if until is not None and until > view.today:
            how = "snoozed" if person.active else "paused"
            said.append(f"{person.name} is {how} until {short_day(until, view.today)}.")
        elif until is not None:
            said.append(f"{person.name} was to be back on {short_day(until, view.today)}.")
    return " ".join(said)


def _missing(view: BoardView) -> str:
    lacking = view.seats.fewest - len(view.active)
    if lacking <= 0:
        return ""
    return f"{plural(lacking, 'seat')} to fill: a board wants {view.seats} people. Note a prospect: boardroom advisor add NAME --prospect"
