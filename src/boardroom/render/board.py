"""The board at a glance: each advisor's window and dealings, and the gaps."""

from __future__ import annotations

from datetime import date

from boardroom.queries.advisors import AdvisorView
from boardroom.queries.board import BoardView, Dealings, PromiseCounts
from boardroom.render.advisors import advisor_record, away_until, state_cell
from boardroom.render.board_gaps import gap_blocks, gaps_json
from boardroom.render.board_mentees import meeting_days, mentee_blocks, window_words
from boardroom.render.exchanges import balance_json
from boardroom.render.formatting import NOBODY, OF_TODAY, iso, plural, short_day
from boardroom.render.page import Block, Cell, Column, Heading, Page, Prose, Table, for_pipe
from boardroom.render.perspectives import diversity_blocks, perspectives_json
from boardroom.render.window_bar import LEGEND, window_bar
from boardroom.rules.balance import Balance
from boardroom.rules.day_format import format_day
from boardroom.rules.due_items import ActiveAdvisor, ReviewInProgress
from boardroom.rules.window_state import Clock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

COLUMNS = (
    Column("seat", lead=True),
    Column("advisor", lead=True),
    Column("window", fixed=True, bare=True),
    Column("", fixed=True, bare=True),
    Column("last met", fixed=True),
    Column("next", fixed=True),
)
_MANY_GAPS, _MOST_GAPS = 3, 5  # with so many, a full board fills a screen of 24 lines


def board_json(view: BoardView) -> dict[str, Any]:
    """The board: its seats, the records of its advisors with their dealings, and its gaps."""
    people = (*view.active, *view.paused)
    records = [_record(person) for person in people]
    for person, record in zip(people, records, strict=True):
        dealings = view.dealings[person.handle]
        record["promise_counts"] = dealings.promises._asdict()
        record["balance"] = balance_json(dealings.balance)
        record["goal_ids"] = list(dealings.goal_refs)
    return {
        "schema": "boardroom.board/1",
        "as_of": view.today.isoformat(),
        "review_snoozed_until": iso(view.review_snoozed_until),
        "review": {
            "state": view.review.state if view.review else None,
            "last_on": iso(view.reviewed_on),
            "begun_on": iso(view.open_review.on if view.open_review else None),
            "due_from": iso(view.review.due_from if view.review else None),
            "due_by": iso(view.review.due_by if view.review else None),
        },
        "seats": {"taken": len(view.active), "fewest": view.seats.fewest, "most": view.seats.most},
        "advisors": records,
        "mentees": [_record(mentee) for mentee in view.mentees],
        "perspectives": perspectives_json(view.diversity),
        "missing": gaps_json(view.gaps),
    }


def board_page(view: BoardView, *, dated: bool = False, in_past: bool = False) -> Page:
    """One row per advisor, their dealings under it, and the gaps of the board.

    The heading of a `dated` page says which day it shows, and of a day `in_past` what is of today.
    """
    title = f"Your board on {format_day(view.today)}" if dated else "Your board"
    people = (*view.active, *view.paused)
    count, most = len(view.active), view.seats.most
    taken = Cell(f"{count} {'on' if count > most else 'of'} {plural(most, 'seat')}", "quiet")
    of_today = (Cell(OF_TODAY, "quiet"),) if in_past else ()
    mentees = mentee_blocks(view.mentees, view.today)
    pipe_mentees = tuple(_pipe_row(mentee, view.dealings[mentee.handle]) for mentee in view.mentees)
    if not people:
        heading = Heading(title, (taken, *of_today))
        pipe = (for_pipe(pipe_mentees),) if pipe_mentees else ()
        return Page((heading, Prose(NOBODY), *mentees), pipe)
    legend = (Cell(sign, "quiet", drawn=True) for sign in LEGEND)
    table = Table(
        COLUMNS,
        tuple(_row(person, view.today) for person in people),
        below=tuple(_below(person, view.dealings[person.handle], view.today) for person in people),
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
        else (Cell(_review(view.review, view.open_review, view.today), "quiet"),)
    )
    blocks = (
        Heading(title, (taken, *review, *of_today, *legend)),
        table,
        *notes,
        *_diversity(view),
        *mentees,
        *gap_blocks(view.gaps, view.seats, has_prospects=view.has_prospects),
    )
    pipe_people = (_pipe_row(person, view.dealings[person.handle]) for person in people)
    return Page(blocks, (for_pipe((*pipe_people, *pipe_mentees)),))


def _record(person: AdvisorView) -> dict[str, Any]:
    """The record of a person, with their window and what is open."""
    clock = person.active.meeting_clock if person.active else None
    return {
        **advisor_record(person),
        "state": clock and clock.state,
        "due_from": iso(clock and clock.due_from),
        "due_by": iso(clock and clock.due_by),
        "last_met_on": iso(person.last_met_on),
        "next_meeting_on": iso(person.next_meeting_on),
        "agenda_count": person.agenda_count,
    }


def _diversity(view: BoardView) -> tuple[Block, ...]:
    """How the advisors differ, while what is missing leaves room for it; the review has it all."""
    gaps = view.gaps
    others = (gaps.seats, gaps.idle, gaps.unagreed, gaps.open_ended)
    count = len(gaps.goals) + len(gaps.alike) + sum(map(bool, others))
    if count >= _MOST_GAPS:
        return ()
    return diversity_blocks(view.diversity, with_hint=count < _MANY_GAPS)


def _review(clock: Clock, open_review: ReviewInProgress | None, today: date) -> str:
    """When the next review is due, or the progress of the open one, for the heading."""
    if open_review:
        return f"review started: {open_review.done_count} of {open_review.of_count} done"
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
        Cell(_bar(person.active, today), state.role, drawn=True),
        state,
        *meeting_days(person, today),
    )


def _bar(active: ActiveAdvisor | None, today: date) -> str:
    """The bar of an advisor's window; empty if they are paused or snoozed."""
    if active is None or active.snoozed_until is not None:
        return ""
    return window_bar(active.window_start, active.meeting_clock, today=today)


def _below(person: AdvisorView, dealings: Dealings, today: date) -> tuple[Cell, ...]:
    goals = dealings.goal_refs
    texts = (
        "also your mentee" if person.role == "both" else "",
        window_words(person, today),
        f"agenda {person.agenda_count}" if person.agenda_count else "",
        _owed(dealings.promises),
        _balance(dealings.balance),
        f"{'goal' if len(goals) == 1 else 'goals'} {', '.join(goals)}" if goals else "",
    )
    return tuple(Cell(text, "quiet") for text in texts if text)


def _owed(promises: PromiseCounts) -> str:
    counts = (("you", promises.mine), ("they", promises.theirs))
    return ", ".join(f"{who} owe {count}" for who, count in counts if count)


def _balance(balance: Balance) -> str:
    """“gave 0, got 1”: counts of the last six months, never a score."""
    return (
        "no give and take"
        if balance.since is None
        else f"gave {balance.given}, got {balance.received}"
    )


def _pipe_row(person: AdvisorView, dealings: Dealings) -> tuple[str | int | date | None, ...]:
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
        *dealings.balance,
        *dealings.promises,
        ",".join(dealings.goal_refs),
        person.role,
    )
