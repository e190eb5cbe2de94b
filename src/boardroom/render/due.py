"""The morning list: grouped into entries on a screen, item by item in a pipe and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.queries.due import DueView
from boardroom.queries.undated import Undated
from boardroom.render.due_words import (
    item_text,
    next_command,
    phrase,
    second_command,
    subject_name,
    window_phrase,
)
from boardroom.render.formatting import iso, plural
from boardroom.render.page import Block, Cell, Column, Entries, Entry, Heading, Page, Prose, Table
from boardroom.rules import due_entries as rule
from boardroom.rules.day_format import long_day
from boardroom.rules.due_items import ActiveAdvisor, Item, PlannedMeeting

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
    whole: bool = False,
    coming: Item | None = None,
    undated: Undated | None = None,
) -> Page:
    """The list: entries, those merely `soon` in a paragraph; in a pipe, a row per item.

    A terminal leaves out what does not fit its height, unless `whole`. `coming` is what comes next
    if nothing is due. `undated` is what can't be due for want of a day: the heading counts what
    is new in the last week, and the whole list ends in all of it.
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
    if undated and not whole and (new := _new_undated_words(undated)):
        counts.append(Cell(f"{new} without a day", "quiet"))
    blocks: list[Block] = [Heading(long_day(view.as_of), tuple(counts))]
    if not view.counts["overdue"] and not view.counts["due"]:
        next_words = "" if coming is None else f" Next: {item_text(coming, view.as_of)}."
        blocks.append(Prose(f"Nothing is due.{next_words}"))
    if view.entries:
        blocks.append(
            Entries(
                tuple(_entry(entry, view) for entry in first),
                tuple(_folded(entry, view) for entry in folded),
                "" if whole else "boardroom due --all",
            )
        )
    if undated and whole and (undated.promises_count or undated.steps_count):
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


def still_listed_words(view: DueView, handle: str) -> str:
    """What is listed of a person, as the end of a sentence; empty if nothing is."""
    entry = next((entry for entry in view.entries if entry.handle == handle), None)
    return "" if entry is None else f"; still listed: {_what(entry, view)}"


def _entry(entry: rule.Entry, view: DueView) -> Entry:
    item = view.items[entry.next_item]
    return Entry(
        entry.severity,
        _who(entry, view),
        _what(entry, view),
        next_command(item, entry.next_kind),
        _also(entry, view),
    )


def _also(entry: rule.Entry, view: DueView) -> str:
    """A second command: for the item of the first, or to snooze a review due for long."""
    reviews = [view.items[place] for place in entry.items if view.items[place].kind == "review"]
    items = [view.items[entry.next_item], *reviews]
    return next(filter(None, (second_command(item, view.as_of) for item in items)), "")


def _folded(entry: rule.Entry, view: DueView) -> str:
    """An entry as a part of the closing paragraph."""
    return f"{_who(entry, view)}: {_what(entry, view)}"


def _who(entry: rule.Entry, view: DueView) -> str:
    return subject_name(view.items[entry.items[0]])


def _what(entry: rule.Entry, view: DueView) -> str:
    """The most pressing facts of an entry, and how many more there are."""
    places = rule.facts(entry, view.items, today=view.as_of)
    shown = rule.most_pressing(places, view.items, today=view.as_of)
    items = [view.items[place] for place in shown]
    has_plan = any(isinstance(item.subject, PlannedMeeting) for item in items)
    with_ref = sum(item.ref is not None and item.kind in _WITH_REF for item in items) > 1
    phrases = []
    for item in items:
        words = (
            window_phrase(item.subject, view.as_of)
            if has_plan and isinstance(item.subject, ActiveAdvisor)
            else phrase(item, view.as_of)
        )
        phrases.append(f"{words} ({item.ref})" if with_ref and item.kind in _WITH_REF else words)
    if len(places) > len(shown):
        phrases.append(f"and {len(places) - len(shown)} more: {_more_command(entry)}")
    return _sentence(phrases)


def _sentence(phrases: Sequence[str]) -> str:
    """The phrases in one text; a new sentence begins after a question."""
    text = phrases[0]
    for words in phrases[1:]:
        is_after_question = text.endswith("?")
        text += f" {words[:1].upper()}{words[1:]}" if is_after_question else f"; {words}"
    return text


def _more_command(entry: rule.Entry) -> str:
    """The command that shows all of an entry."""
    return f"boardroom prep {entry.handle}" if entry.handle else f"boardroom goal show {entry.goal}"


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


_WITH_REF = ("promise", "goal")
"""Kinds of items that are told apart by their ids."""
_WITHOUT_HANDLE = {"review": "board", "goal": "goal"}
"""What a pipe shows instead of a handle."""
