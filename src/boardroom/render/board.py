"""The seats at a glance: where today stands in each window, what is between the two, and what is missing."""

from __future__ import annotations

from datetime import date
from typing import Any

from boardroom.queries.advisors import AdvisorView
from boardroom.queries.board import Between, BoardView, Promised
from boardroom.render.advisors import advisors_json, away_until, state_cell
from boardroom.render.board_gaps import missing_blocks, missing_json
from boardroom.render.exchanges import balance_json
from boardroom.render.formatting import NOBODY, iso, plural, short_day
from boardroom.render.page import Cell, Column, Heading, Page, Prose, Table, for_pipe
from boardroom.render.window_bar import LEGEND, window_bar
from boardroom.rules.balance import Balance
from boardroom.rules.due import Active, Begun
from boardroom.rules.window_state import Clock, runs_from

COLUMNS = (
    Column("seat", lead=True),
    Column("advisor", lead=True),
    Column("window", fixed=True, bare=True),
    Column("", fixed=True, bare=True),
    Column("last met", fixed=True),
    Column("next", fixed=True),
)


def board_json(view: BoardView) -> dict[str, Any]:
    """The board: its seats, the people on it as in a list of advisors with what `board` shows of each, and what is missing."""
    people = (*view.active, *view.paused)
    records = advisors_json(people)["advisors"]
    for person, record in zip(people, records, strict=True):
        between = view.between[person.handle]
        record["state"] = person.active.seen.state if person.active else None
        record["due_from"] = iso(person.active.seen.due_from if person.active else None)
        record["due_by"] = iso(person.active.seen.due_by if person.active else None)
        record["last_met_on"] = iso(person.last_met_on)
        record["next_meeting_on"] = iso(person.next_meeting_on)
        record["agenda_count"] = person.agenda_count
        record["promises"] = between.promises._asdict()
        record["balance"] = balance_json(between.balance)
        record["goals"] = [f"g{goal_id}" for goal_id in between.goals]
    return {
        "schema": "boardroom.board/1",
        "as_of": view.today.isoformat(),
        "review_snoozed_until": iso(view.review_snoozed_until),
        "review": {
            "state": view.review.state if view.review else None,
            "last_on": iso(view.reviewed_on),
            "begun_on": iso(view.begun.on if view.begun else None),
            "due_from": iso(view.review.due_from if view.review else None),
            "due_by": iso(view.review.due_by if view.review else None),
        },
        "seats": {"taken": len(view.active), "fewest": view.seats.fewest, "most": view.seats.most},
        "advisors": records,
        "missing": missing_json(view.missing),
    }


def board_page(view: BoardView) -> Page:
    """One row a seat, with what is between the two under it, and what is missing."""
    people = (*view.active, *view.paused)
    taken = Cell(f"{len(view.active)} of {view.seats.most} seats", "quiet")
    if not people:
        return Page((Heading("Your board", (taken,)), Prose(NOBODY)), ())
    legend = (Cell(sign, "quiet") for sign in LEGEND)
    table = Table(
        COLUMNS,
        tuple(_row(person, view.today) for person in people),
        below=tuple(_below(person, view.between[person.handle], view.today) for person in people),
    )
    snoozed = (
        f"The six-month review is snoozed until {short_day(view.review_snoozed_until, view.today)}."
        if view.review_snoozed_until
        else ""
    )
    notes = (Prose(snoozed, "quiet"),) if snoozed else ()
    review = (
        ()
        if snoozed or view.review is None
        else (Cell(_review(view.review, view.begun, view.today), "quiet"),)
    )
    blocks = (
        Heading("Your board", (taken, *review, *legend)),
        table,
        *notes,
        *missing_blocks(view.missing, view.seats),
    )
    return Page(
        blocks, (for_pipe(_pipe_row(person, view.between[person.handle]) for person in people),)
    )


def _review(clock: Clock, begun: Begun | None, today: date) -> str:
    """When the next review is due, or how far the one is that is going on: in a few words, since the heading is one line."""
    if begun:
        return f"review begun: {begun.done_count} of {begun.of_count} done"
    if clock.state == "overdue":
        return f"review {plural(clock.days_overdue(today), 'day')} past due"
    _, _, day = short_day(
        clock.due_by if clock.state == "due" else clock.due_from, today
    ).partition(" ")
    return f"review {'by' if clock.state == 'due' else 'from'} {day}"


def _row(person: AdvisorView, today: date) -> tuple[Cell, ...]:
    state = state_cell(person.standing.status, person.active)
    return (
        Cell(person.seat or ""),
        Cell(person.name, "strong"),
        Cell(_bar(person.active, today), state.role),
        state,
        Cell(short_day(person.last_met_on, today) if person.last_met_on else "never"),
        Cell(short_day(person.next_meeting_on, today) if person.next_meeting_on else ""),
    )


def _bar(active: Active | None, today: date) -> str:
    """Nothing where nobody is to be seen: of whoever is paused or snoozed."""
    if active is None or active.snoozed_until is not None:
        return ""
    began_on = max(active.joined_on, active.returned_on or active.joined_on)
    return window_bar(runs_from(began_on, active.last_met_on), active.seen, today=today)


def _below(person: AdvisorView, between: Between, today: date) -> tuple[Cell, ...]:
    goals = f"{'goal' if len(between.goals) == 1 else 'goals'} {', '.join(f'g{goal_id}' for goal_id in between.goals)}"
    said = (
        _when(person, today),
        f"agenda {person.agenda_count}" if person.agenda_count else "",
        _owed(between.promises),
        _balance(between.balance),
        goals if between.goals else "",
    )
    return tuple(Cell(text, "quiet") for text in said if text)


def _when(person: AdvisorView, today: date) -> str:
    """Where today stands in the window, in words, or until when nobody is to be seen."""
    away = away_until(person)
    if away is not None:
        how = (
            "snoozed until"
            if person.active
            else "paused until"
            if away > today
            else "was to be back on"
        )
        return f"{how} {short_day(away, today)} ({person.window})"
    if person.active is None:
        return person.window
    clock = person.active.seen
    match clock.state:
        case "overdue":
            return f"{plural(clock.days_overdue(today), 'day')} past {person.window}"
        case "due":
            return f"due by {short_day(clock.due_by, today)} ({person.window})"
        case _:
            return f"due from {short_day(clock.due_from, today)} ({person.window})"


def _owed(open_: Promised) -> str:
    owing = (("you", open_.mine), ("they", open_.theirs))
    return ", ".join(f"{who} owe {count}" for who, count in owing if count)


def _balance(balance: Balance) -> str:
    """“gave 0, got 1”, of the last six months: counts, and never a score."""
    return (
        "gave and got nothing"
        if balance.since is None
        else f"gave {balance.given}, got {balance.received}"
    )


def _pipe_row(person: AdvisorView, between: Between) -> tuple[str | int | date | None, ...]:
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
        *between.balance,
        *between.promises,
        ",".join(f"g{goal_id}" for goal_id in between.goals),
    )
