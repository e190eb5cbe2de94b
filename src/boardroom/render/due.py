"""The morning list in words: on a screen one coffee is one entry; a pipe and JSON keep every item."""

from __future__ import annotations

from datetime import date
from typing import Any

from boardroom.queries.due import DueView
from boardroom.render.due_words import (
    name_of,
    next_of,
    phrase,
    promises_phrase,
    text_of,
    window_phrase,
)
from boardroom.render.formatting import iso
from boardroom.render.page import Block, Cell, Column, Entries, Entry, Heading, Page, Prose, Table
from boardroom.rules.day_format import long_day
from boardroom.rules.due import Active, Aimed, Item, Planned, Reviewing

SCHEMA = "boardroom.due/1"


def due_json(view: DueView) -> dict[str, Any]:
    """The list as SPEC'd JSON: dates in ISO, `days` counted from `as_of`."""
    return {
        "schema": SCHEMA,
        "as_of": view.as_of.isoformat(),
        "counts": view.counts,
        "advisors": [_advisor_json(active, view.as_of) for active in view.advisors],
        "items": [
            {
                "kind": item.kind,
                "severity": item.severity,
                "advisor": item.handle,
                "ref": item.ref,
                "on": item.on.isoformat(),
                "days": item.days,
                "booked_on": iso(item.booked_on),
                "text": text_of(item, view.as_of),
                "next": next_of(item),
            }
            for item in view.items
        ],
    }


def due_page(view: DueView) -> Page:
    """The list for a screen, what is merely soon folded into a closing paragraph; and item by item for a pipe."""
    if view.is_new:
        return welcome_page()
    blocks: list[Block] = [Heading(long_day(view.as_of))]
    entries = _entries(view)
    blocks.append(Entries(entries) if entries else Prose("Nothing is due."))
    soon = _soon(view)
    if soon:
        blocks.append(Prose(soon))
    pipe = Entries(
        tuple(
            Entry(
                item.severity,
                item.handle or _NOBODYS[item.kind],
                text_of(item, view.as_of),
                next_of(item),
            )
            for item in view.items
        )
    )
    return Page(tuple(blocks), (pipe,))


def welcome_page() -> Page:
    """What somebody sees first: the three commands to start with."""
    return Page(
        (
            Heading("Welcome to your board of advisors"),
            Prose(
                "Three to five people, about an hour each every four to six weeks. Three commands to start:"
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


def _entries(view: DueView) -> tuple[Entry, ...]:
    """One entry a coffee, one for somebody's promises, or whatever else is due, under the most severe item in it."""
    return tuple(
        _entry(items, view.as_of) for items in _coffees(view.items) if items[0].severity != "soon"
    )


def _entry(items: list[Item], today: date) -> Entry:
    worst = items[0]
    urgent = min(
        items, key=lambda item: item.kind != "unlogged"
    )  # to log what took place may settle the rest
    if isinstance(worst.about, Reviewing):
        of_board = worst.about.of_board
        names = f": {', '.join(worst.about.names)}" if of_board and worst.about.names else ""
        who = "Six-month review" if of_board else worst.about.names[0]
        return Entry(
            worst.severity,
            who,
            f"{'' if of_board else 'six-month review, '}{phrase(worst, today)}{names}",
            next_of(worst),
        )
    if isinstance(worst.about, Aimed):
        return Entry(worst.severity, "Goal", text_of(worst, today), next_of(worst))
    several = worst.kind == "promise" and len(items) > 1
    return Entry(
        worst.severity,
        name_of(worst.about),
        "; ".join(_phrases(items, today)),
        next_of(urgent, of_several=several),
    )


def _coffees(items: tuple[Item, ...]) -> list[list[Item]]:
    """The items by what they are about: a window joins the first planned meeting of that advisor, or else the first not logged.

    The promises between the user and somebody are together, whoever made them, but for those that are merely soon.
    """
    first_plan: dict[str | None, str | None] = {}
    for item in sorted(items, key=lambda item: (item.kind == "unlogged", item.on)):
        if item.kind in _PLANNED:
            first_plan.setdefault(item.handle, item.ref)
    groups: dict[tuple[str | None, ...], list[Item]] = {}
    for item in items:
        kind = "coffee" if item.kind == "meeting" or item.kind in _PLANNED else item.kind
        ref = first_plan.get(item.handle) if item.kind == "meeting" else item.ref
        if item.kind == "promise":
            ref = "soon" if item.severity == "soon" else None
        groups.setdefault((kind, item.handle, ref), []).append(item)
    return list(groups.values())


_NOBODYS = {"review": "board", "goal": "goal"}
_PLANNED = ("upcoming", "agenda", "unlogged")


def _phrases(items: list[Item], today: date) -> list[str]:
    """What one coffee's items say together: an empty agenda is said by its planned meeting, where that is listed too."""
    if items[0].kind == "promise" and len(items) > 1:
        return [promises_phrase(items, today)]
    plans = {item.kind for item in items}
    kept = [item for item in items if not (item.kind == "agenda" and "upcoming" in plans)]
    ordered = sorted(kept, key=lambda item: item.kind == "meeting")
    booked = [item.about for item in kept if isinstance(item.about, Planned)]
    return [
        window_phrase(item.about, today)
        if booked and isinstance(item.about, Active)
        else phrase(item, today)
        for item in ordered
    ]


def _soon(view: DueView) -> str:
    """The closing paragraph; empty where nothing is merely soon."""
    said: dict[
        tuple[str | None, str], list[str]
    ] = {}  # by whom or what it is about, each named once
    for items in _coffees(view.items):
        item = items[0]
        if item.severity != "soon":
            continue
        if isinstance(item.about, Reviewing):
            of_board = item.about.of_board
            name = text_of(item, view.as_of) if of_board else item.about.names[0]
            phrases = [] if of_board else [f"six-month review, {phrase(item, view.as_of)}"]
        else:
            name, phrases = name_of(item.about), _phrases(items, view.as_of)
        said.setdefault((item.handle, name), [name]).extend(phrases)
    return (
        " · ".join(
            (
                "Soon",
                *(
                    ": ".join(filter(None, (name, "; ".join(phrases))))
                    for name, *phrases in said.values()
                ),
            )
        )
        if said
        else ""
    )


def _advisor_json(active: Active, today: date) -> dict[str, Any]:
    return {
        "handle": active.handle,
        "name": active.name,
        "seat": active.seat,
        "state": active.seen.state,
        "last_met_on": iso(active.last_met_on),
        "days_since": None if active.last_met_on is None else (today - active.last_met_on).days,
        "due_from": active.seen.due_from.isoformat(),
        "due_by": active.seen.due_by.isoformat(),
        "days_overdue": active.seen.days_overdue(today),
        "next_meeting_on": iso(active.booked_on),
        "snoozed_until": iso(active.snoozed_until),
        "review": {
            "state": active.review.state,
            "last_on": iso(active.reviewed_on),
            "due_from": active.review.due_from.isoformat(),
            "due_by": active.review.due_by.isoformat(),
        },
    }
