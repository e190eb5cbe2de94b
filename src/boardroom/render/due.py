"""The morning list: grouped into entries on a screen, item by item in a pipe and as JSON."""

from __future__ import annotations

from datetime import date

from boardroom.queries.due import DueView
from boardroom.queries.undated import Undated
from boardroom.render.due_entries import entry_shown, folded_entry
from boardroom.render.due_words import item_text, next_command
from boardroom.render.formatting import OF_TODAY, iso, plural
from boardroom.render.page import Block, Cell, Column, Entries, Entry, Heading, Page, Prose, Table
from boardroom.rules.day_format import long_day
from boardroom.rules.due_items import ActiveAdvisor, Item

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

SCHEMA = "boardroom.due/1"


def due_json(view: DueView) -> dict[str, Any]:
    """The list as JSON; `days` are counted from `as_of`."""
    return {
        "schema": SCHEMA,
        "as_of": view.as_of.isoformat(),
        "counts": view.counts,
        "advisors": [_advisor_json(advisor, view.as_of) for advisor in view.advisors],
        "entries": [
            {
                "severity": entry.severity,
                "advisor": entry.handle,
                "goal": entry.goal,
                "items": list(entry.items),
                "next": next_command(view.items[entry.next_item], entry.next_kind),
            }
            for entry in view.entries
        ],
        "items": [
            {
                "kind": item.kind,
                "severity": item.severity,
                "advisor": item.handle,
                "ref": item.ref,
                "on": item.on.isoformat(),
                "days": item.days,
                "booked_on": iso(item.booked_on),
                "text": item_text(item, view.as_of),
                "next": next_command(item),
            }
            for item in view.items
        ],
    }


def due_page(
    view: DueView,
    *,
    rest_command: str = "boardroom due --all",
    coming: Item | None = None,
    undated: Undated | None = None,
    in_past: bool = False,
) -> Page:
    """The list: entries, those merely `soon` in a paragraph; in a pipe, a row per item.

    A terminal leaves out what does not fit its height, and names `rest_command`; if that is empty,
    the list is whole. `coming` is what comes next if nothing is due. `undated` is what can't be due
    for want of a day: the heading counts what is new in the last week, and the whole list ends in
    all of it. Of a day `in_past`, the heading says what is of today.
    """
    if view.is_new:
        return welcome_page()
    first = [
        entry for entry in view.entries if entry.severity != "soon" or entry.meets_first is not None
    ]
    folded = [entry for entry in view.entries if entry not in first]
    counts = [
        Cell(f"{count} {severity}", severity) for severity, count in view.counts.items() if count
    ]
    if undated and rest_command and (new := _new_undated_words(undated)):
        counts.append(Cell(f"{new} without a day", "quiet"))
    if in_past:
        counts.append(Cell(OF_TODAY, "quiet"))
    blocks: list[Block] = [Heading(long_day(view.as_of), tuple(counts))]
    if not view.counts["overdue"] and not view.counts["due"]:
        blocks.append(Prose(_nothing_words(view, coming)))
    if view.entries:
        blocks.append(
            Entries(
                tuple(entry_shown(entry, view) for entry in first),
                tuple(folded_entry(entry, view) for entry in folded),
                rest_command,
            )
        )
    if undated and not rest_command and (undated.promises_count or undated.steps_count):
        blocks.append(Prose(_undated_words(undated), "quiet"))
    pipe = Entries(
        tuple(
            Entry(
                item.severity,
                item.handle or _WITHOUT_HANDLE[item.kind],
                item_text(item, view.as_of),
                next_command(item),
            )
            for item in view.items
        )
    )
    return Page(tuple(blocks), (pipe,))


def _nothing_words(view: DueView, coming: Item | None) -> str:
    if view.left_out_count:
        return f"Nothing is overdue; {view.left_out_count} due."
    return f"Nothing is due.{'' if coming is None else f' Next: {item_text(coming, view.as_of)}.'}"


def _new_undated_words(undated: Undated) -> str:
    """“1 new promise”, or of both kinds “2 new”, short for the heading."""
    counts = {"promise": undated.new_promises_count, "step": undated.new_steps_count}
    if all(counts.values()):
        return f"{sum(counts.values())} new"
    return "".join(plural(count, f"new {noun}") for noun, count in counts.items() if count)


def _undated_words(undated: Undated) -> str:
    parts = (
        f"{plural(count, noun)} (boardroom {noun_list})"
        for count, noun, noun_list in (
            (undated.promises_count, "promise", "promise list"),
            (undated.steps_count, "step", "goal list"),
        )
        if count
    )
    return f"Without a day: {', '.join(parts)}."


def welcome_page() -> Page:
    """The page for an empty board, with three commands to start."""
    return Page(
        (
            Heading("Welcome to your board of advisors"),
            Prose(
                "Three to five people, about an hour each every four to six weeks."
                " Three commands to start:"
            ),
            Table(
                (Column("", lead=True), Column("", fixed=True)),
                (
                    (Cell("begin here", "quiet"), Cell("boardroom init", "strong")),
                    (
                        Cell("or by hand", "quiet"),
                        Cell('boardroom advisor add "Marcus Ojo" --last-met "3 Nov"', "strong"),
                    ),
                    (Cell("every morning", "quiet"), Cell("boardroom due", "strong")),
                ),
            ),
            Prose("To look around first: boardroom demo", "quiet"),
        )
    )


def _advisor_json(advisor: ActiveAdvisor, today: date) -> dict[str, Any]:
    clock, review = advisor.meeting_clock, advisor.review_clock
    met_on = advisor.last_met_on
    return {
        "handle": advisor.handle,
        "name": advisor.name,
        "role": advisor.role,
        "seat": advisor.seat,
        "state": clock.state,
        "last_met_on": iso(met_on),
        "days_since": None if met_on is None else (today - met_on).days,
        "due_from": clock.due_from.isoformat(),
        "due_by": clock.due_by.isoformat(),
        "days_overdue": clock.days_overdue(today),
        "next_meeting_on": iso(advisor.booked_on),
        "snoozed_until": iso(advisor.snoozed_until),
        "review": {
            "state": review.state,
            "last_on": iso(advisor.reviewed_on),
            "due_from": review.due_from.isoformat(),
            "due_by": review.due_by.isoformat(),
        },
    }


_WITHOUT_HANDLE = {"review": "board", "goal": "goal"}
"""What a pipe shows instead of a handle."""
