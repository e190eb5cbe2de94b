"""What a calendar has otherwise than the board, in words and as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from boardroom.render.page import Cell, Column, Page, Prose, Table, for_pipe
from boardroom.rules.calendar_differences import Difference
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.text import brief, join_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LEFT_OUT = {
    "all_day": "{} all-day",
    "declined": "{} declined",
    "private": "{} private",
    "big": "{} with more than five people",
    "unclear": "{} whose title may mean several people",
    "unfollowed": "{} that repeats in a way that is not followed",
    "proposed": "{} that only proposes another time",
    "unread": "{} that can't be read",
    "nobody": "{} with nobody on file",
}
"""Why events of a calendar are left out."""


def difference_words(difference: Difference, *, as_sentence: bool = False) -> str:
    """“held with Ana Lima on Thu 12 Nov 2026 10:00, and not logged”."""
    words = _words(difference)
    return f"{words[0].upper()}{words[1:]}" if as_sentence else words


def _words(difference: Difference) -> str:
    occurrence, plan = difference.event.occurrence, difference.plan
    name = difference.event.contact.named.name
    day = format_day(occurrence.on, occurrence.at)
    if difference.kind == "held":
        return _held(difference, name, day)
    if plan is None:
        return f"{name}, {day}, is not planned here"
    planned = format_day(plan.on, plan.at)
    if difference.kind == "moved" and plan.at is None and plan.on == occurrence.on:
        return f"{name}, {planned}, is at {occurrence.at} ({plan.ref})"
    if difference.kind == "cancelled" and not occurrence.is_cancelled:
        return f"{name}, {planned}, is gone from its series ({plan.ref})"
    if difference.kind == "cancelled":
        verb = "declined" if occurrence.is_declined else "cancelled"
        return f"{name}, {planned}, was {verb} ({plan.ref})"
    return f"{name} was moved from {planned} to {day} ({plan.ref})"


def _held(difference: Difference, name: str, day: str) -> str:
    plan, near = difference.plan, difference.near
    if plan is not None and plan.on == difference.event.occurrence.on and not difference.sure:
        return f"{name}, {day}{_of_plan(difference)}, is over and not logged"
    logged = f" ({near.ref} is, on {format_day(near.on)})" if near else ""
    return f"held with {name} on {day}{_of_plan(difference)}, and not logged{logged}"


def _of_plan(difference: Difference) -> str:
    """“ (m3, planned for Tue 10 Nov 2026)”; empty without a plan."""
    plan = difference.plan
    if plan is None:
        return ""
    if plan.on == difference.event.occurrence.on:
        return f" ({plan.ref})"
    return f" ({plan.ref}, planned for {format_day(plan.on)})"


def about_event(difference: Difference, today: date) -> str:
    """“in 3 days · Coffee w/ Ana · Blue Bottle · weekly”: the event as its calendar has it."""
    occurrence = difference.event.occurrence
    return " · ".join(
        part
        for part in (
            from_today(occurrence.on, today),
            f"“{brief(occurrence.title)}”" if occurrence.title else "",
            brief(occurrence.place or ""),
            "of a series" if occurrence.is_series else "",
        )
        if part
    )


def differences_page(differences: Sequence[Difference], today: date) -> Page:
    """A row for each difference, and how certain it is."""
    if not differences:
        return Page((Prose("The calendar says nothing new."),), ())
    columns = (Column("sure", fixed=True), Column("what differs", lead=True, least=30))
    rows = tuple(
        (
            Cell(_certainty(difference), "good" if difference.sure else "soon"),
            Cell(difference_words(difference, as_sentence=True), "strong"),
        )
        for difference in differences
    )
    below = tuple((Cell(about_event(difference, today), "quiet"),) for difference in differences)
    piped = (
        (
            difference.kind,
            difference.event.occurrence.on.isoformat(),
            difference.event.occurrence.at,
            difference.event.contact.named.handle,
            "" if difference.plan is None else difference.plan.ref,
            _certainty(difference),
            difference_words(difference),
        )
        for difference in differences
    )
    return Page((Table(columns, rows, below=below),), (for_pipe(piped),))


def _certainty(difference: Difference) -> str:
    return "certain" if difference.sure else "likely"


def reading_json(
    file: str,
    differences: Sequence[Difference],
    left_out: Mapping[str, int],
    answers: Sequence[str | None],
    refs: Mapping[tuple[str, str], str] | None = None,
) -> dict[str, Any]:
    """The differences, each with the answer that was taken, and what was left out.

    `refs` are the ids of the meetings that were taken, by the keys of the differences.
    """
    return {
        "schema": "boardroom.calendar_reading/1",
        "file": file,
        "items": [
            _item(
                difference,
                answers[index] if index < len(answers) else None,
                (refs or {}).get(difference.key),
            )
            for index, difference in enumerate(differences)
        ],
        "left_out": dict(left_out),
    }


def left_out_words(left_out: Mapping[str, int]) -> str:
    """“Left out: 1 all-day event and 2 with nobody on file.”; empty if nothing is."""
    parts = [words.format(left_out[key]) for key, words in _LEFT_OUT.items() if left_out.get(key)]
    return f"Events left out: {join_words(parts)}." if parts else ""


def _item(difference: Difference, answer: str | None, taken: str | None) -> dict[str, Any]:
    occurrence, plan = difference.event.occurrence, difference.plan
    return {
        "kind": difference.kind,
        "advisor": difference.event.contact.named.handle,
        "on": occurrence.on.isoformat(),
        "at": occurrence.at,
        "minutes": occurrence.minutes,
        "title": occurrence.title,
        "place": occurrence.place,
        "meeting": taken if plan is None else plan.ref,
        "planned_on": None if plan is None else plan.on.isoformat(),
        "certain": difference.sure,
        "answer": answer,
    }
