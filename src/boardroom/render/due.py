"""The morning list: grouped into entries on a screen, item by item in a pipe and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.queries.due import DueView
from boardroom.render.due_words import (
    item_text,
    next_command,
    phrase,
    promises_phrase,
    subject_name,
    window_phrase,
)
from boardroom.render.formatting import iso
from boardroom.render.page import Block, Cell, Column, Entries, Entry, Heading, Page, Prose, Table
from boardroom.rules.day_format import long_day
from boardroom.rules.due_items import ActiveAdvisor, GoalDate, Item, PlannedMeeting, ReviewDue

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


def due_page(view: DueView) -> Page:
    """The list: entries and a closing paragraph of `soon` items; in a pipe, a row per item."""
    if view.is_new:
        return welcome_page()
    groups = _groups(view.items)
    entries = tuple(_entry(group, view.as_of) for group in groups if group[0].severity != "soon")
    blocks: list[Block] = [
        Heading(long_day(view.as_of)),
        Entries(entries) if entries else Prose("Nothing is due."),
    ]
    soon = _soon([group for group in groups if group[0].severity == "soon"], view.as_of)
    if soon:
        blocks.append(Prose(soon))
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
                    (
                        Cell("seat somebody", "quiet"),
                        Cell('boardroom advisor add "Marcus Ojo" --last-met "3 Nov"', "strong"),
                    ),
                    (
                        Cell("plan a coffee", "quiet"),
                        Cell("boardroom plan marcus next tue 15:30", "strong"),
                    ),
                    (Cell("every morning", "quiet"), Cell("boardroom due", "strong")),
                ),
            ),
            Prose("To look around first: boardroom demo", "quiet"),
        )
    )


def _groups(items: Sequence[Item]) -> list[list[Item]]:
    """The items grouped into entries, in the order of each group's first item.

    An advisor's window joins their first planned or unlogged meeting. Promises to and from one
    person form one group, those that are `soon` another.
    """
    first_plan: dict[str | None, str | None] = {}
    for item in sorted(items, key=lambda item: (item.kind == "unlogged", item.on)):
        if item.kind in _PLANNED:
            first_plan.setdefault(item.handle, item.ref)
    groups: dict[tuple[str | None, ...], list[Item]] = {}
    for item in items:
        kind, ref = item.kind, item.ref
        if kind == "meeting":
            ref = first_plan.get(item.handle)
        elif kind == "promise":
            ref = "soon" if item.severity == "soon" else None
        if kind in _PLANNED:
            kind = "meeting"
        groups.setdefault((kind, item.handle, ref), []).append(item)
    return list(groups.values())


def _entry(group: list[Item], today: date) -> Entry:
    """The entry of a group, with the severity of its most severe item."""
    most_severe = group[0]
    if isinstance(most_severe.subject, ReviewDue):
        text = phrase(most_severe, today)
        if not most_severe.subject.of_board:
            text = f"six-month review, {text}"
        elif most_severe.subject.names:
            text = f"{text}: {', '.join(most_severe.subject.names)}"
        return Entry(
            most_severe.severity, subject_name(most_severe), text, next_command(most_severe)
        )
    if isinstance(most_severe.subject, GoalDate):
        return Entry(
            most_severe.severity, "Goal", item_text(most_severe, today), next_command(most_severe)
        )
    # Logging a meeting may settle the other items.
    urgent = min(group, key=lambda item: item.kind != "unlogged")
    several = most_severe.kind == "promise" and len(group) > 1
    return Entry(
        most_severe.severity,
        subject_name(most_severe),
        "; ".join(_phrases(group, today)),
        next_command(urgent, of_several=several),
    )


def _phrases(group: list[Item], today: date) -> list[str]:
    """The phrases of a group's items. An empty agenda is part of its meeting's phrase."""
    if group[0].kind == "promise" and len(group) > 1:
        return [promises_phrase(group, today)]
    kinds = {item.kind for item in group}
    items = [item for item in group if not (item.kind == "agenda" and "upcoming" in kinds)]
    # The window follows the plan, but precedes the question about an unlogged meeting.
    items.sort(key=lambda item: (item.kind == "unlogged", item.kind == "meeting"))
    has_plan = any(isinstance(item.subject, PlannedMeeting) for item in items)
    return [
        window_phrase(item.subject, today)
        if has_plan and isinstance(item.subject, ActiveAdvisor)
        else phrase(item, today)
        for item in items
    ]


def _soon(groups: list[list[Item]], today: date) -> str:
    """The closing paragraph, which names each person or goal once; empty if there is nothing."""
    phrases_of: dict[tuple[str | None, str], list[str]] = {}
    for group in groups:
        item = group[0]
        name, phrases = subject_name(item), _phrases(group, today)
        if isinstance(item.subject, ReviewDue):
            if item.subject.of_board:
                name, phrases = item_text(item, today), []
            else:
                phrases = [f"six-month review, {phrase(item, today)}"]
        phrases_of.setdefault((item.handle, name), []).extend(phrases)
    parts = [
        f"{name}: {'; '.join(phrases)}" if phrases else name
        for (_, name), phrases in phrases_of.items()
    ]
    return " · ".join(("Soon", *parts)) if parts else ""


def _advisor_json(advisor: ActiveAdvisor, today: date) -> dict[str, Any]:
    clock, review = advisor.meeting_clock, advisor.review_clock
    met_on = advisor.last_met_on
    return {
        "handle": advisor.handle,
        "name": advisor.name,
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


_PLANNED = ("upcoming", "agenda", "unlogged")
_WITHOUT_HANDLE = {"review": "board", "goal": "goal"}
"""What a pipe shows instead of a handle."""
