"""Proposed meetings: why a slot is the one, and the table of `plan --all`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from shlex import quote

from boardroom.queries.proposals import Proposal
from boardroom.render.formatting import plural, their_time_words
from boardroom.render.page import Block, Cell, Column, Page, Prose, Table, for_pipe
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.moments import Moment
from boardroom.rules.usual_slots import usual_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_DEFAULT_WAY = "coffee"


def why_words(proposed: Proposal, today: date) -> str:
    """Why the first slot is taken: “the first usual slot (thu 16:00) inside 4-6w”."""
    assert proposed.rule is not None  # it has a slot
    words = usual_words(proposed.rule)
    slot = words if proposed.is_habit else f"usual slot ({words})"
    window, first = proposed.window, proposed.slots[0].on
    early = plural((proposed.due_from - first).days, "day")
    late = plural((first - proposed.due_by).days, "day")
    match _place(proposed, proposed.slots[0]):
        case "inside":
            why = f"the first {slot} inside {window}"
        case "after" if proposed.due_by < today:
            why = f"the next {slot}"
        case "after":
            why = f"no {slot} is free inside {window}: the first after it, {late} late"
        case _:
            why = f"no {slot} is free inside {window}: the last before its end, {early} early"
    if not proposed.is_habit:
        return why
    edit = f"boardroom advisor edit {proposed.handle} --usual {quote(words)}"
    habit = "you last met at a weekend" if proposed.is_beside else "as you last met"
    return f"{why}, {habit} (to keep that: {edit})"


def offer_lines(proposed: Proposal, today: date) -> str:
    """The slots to choose from, numbered, a line each."""
    return "\n".join(
        f"  {number}  {format_day(slot.on, slot.at)} ({from_today(slot.on, today)})"
        f"{their_time_words(slot.on, slot.at, proposed.timezone)}, {_fit(proposed, slot)}"
        for number, slot in enumerate(proposed.slots, 1)
    )


def proposals_page(proposed: Sequence[Proposal]) -> Page:
    """A row for each meeting, and the people with whom there is no slot to propose."""
    fitting = [one for one in proposed if one.slots]
    columns = (
        Column("who", lead=True),
        Column("day", fixed=True, lead=True),
        Column("time", bare=True),
        Column("way", fixed=True, bare=True),
        Column("window", bare=True),
    )
    rows = tuple(
        (
            Cell(one.name, "strong"),
            Cell(format_day(one.slots[0].on)),
            Cell(_times(one)),
            Cell(one.way or _DEFAULT_WAY, "quiet"),
            Cell(_fit(one, one.slots[0])),
        )
        for one in fitting
    )
    blocks: list[Block] = [Table(columns, rows)] if rows else []
    without = without_words(proposed)
    blocks += [Prose(without, "quiet")] if without else []
    pipe = (
        (
            one.handle,
            one.slots[0].on,
            one.slots[0].at,
            one.way or _DEFAULT_WAY,
            _fit(one, one.slots[0]),
        )
        for one in fitting
    )
    return Page(tuple(blocks), (for_pipe(pipe),))


def without_words(proposed: Sequence[Proposal]) -> str:
    """Who has no slot, with the command that sets one; empty if everybody has."""
    without = [one for one in proposed if not one.slots]
    if not without:
        return ""
    names = ", ".join(one.name for one in without)
    edit = f"boardroom advisor edit {without[0].handle} --usual 'thu 16:00'"
    return f"No usual slot and no meeting yet: {names} ({edit})"


def proposals_json(proposed: Sequence[Proposal]) -> dict[str, Any]:
    """What would be planned; people without a slot have neither day nor time."""
    return {
        "schema": "boardroom.proposals/1",
        "proposals": [
            {
                "advisor": one.handle,
                "on": one.slots[0].on.isoformat() if one.slots else None,
                "at": one.slots[0].at if one.slots else None,
                "way": one.way or _DEFAULT_WAY,
                "window": one.window,
                "due_from": one.due_from.isoformat(),
                "due_by": one.due_by.isoformat(),
            }
            for one in proposed
        ],
    }


def _times(proposed: Proposal) -> str:
    slot = proposed.slots[0]
    return f"{slot.at or ''}{their_time_words(slot.on, slot.at, proposed.timezone)}"


def _fit(proposed: Proposal, slot: Moment) -> str:
    """“inside 4-6w”, “12 days after 4-6w”."""
    match _place(proposed, slot):
        case "inside":
            return f"inside {proposed.window}"
        case "after":
            return f"{plural((slot.on - proposed.due_by).days, 'day')} after {proposed.window}"
        case _:
            return f"{plural((proposed.due_from - slot.on).days, 'day')} before {proposed.window}"


def _place(proposed: Proposal, slot: Moment) -> str:
    if slot.on > proposed.due_by:
        return "after"
    return "before" if slot.on < proposed.due_from else "inside"
