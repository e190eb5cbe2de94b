"""What two people did together, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from boardroom.queries.advisors import AdvisorView
from boardroom.queries.promises import PromiseView
from boardroom.render.formatting import plural
from boardroom.render.page import Cell, Fields, Heading, Page
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.shared_history import Piece, SharedHistory
from boardroom.rules.text import brief

_SHOWN = 3


def together_json(done: SharedHistory) -> dict[str, Any]:
    """What the two did together, inside another record."""
    return {
        "since": done.since_on.isoformat(),
        "until": done.until_on.isoformat(),
        "meetings": done.meetings_count,
        "minutes": done.minutes,
        "goals": [f"g{goal.id}" for goal in done.goals],
        "advice": [f"v{piece.id}" for piece in done.advice],
        "given": done.given_count,
        "received": done.received_count,
    }


def together_page(
    view: AdvisorView, done: SharedHistory, open_promises: Sequence[PromiseView], today: date
) -> Page:
    """What the two did together, and what is still open between them, for whoever is about to part."""
    fields = (
        ("since", f"{format_day(done.since_on)} ({from_today(done.since_on, today)})"),
        (
            "met",
            f"{plural(done.meetings_count, 'time')}, {_length(done.minutes)}"
            if done.meetings_count
            else "never",
        ),
        ("achieved", _listed(done.goals, "g")),
        ("worked", _listed(done.advice, "v")),
        ("give, take", _exchanged(done)),
        ("still open", "; ".join(_open(view, open_promises))),
    )
    heading = Heading(view.name, (Cell("what you did together", "quiet"),))
    return Page((heading, Fields(tuple((label, Cell(text)) for label, text in fields if text))))


def _length(minutes: int) -> str:
    hours, rest = divmod(minutes, 60)
    return " ".join(
        plural(count, noun) for count, noun in ((hours, "hour"), (rest, "minute")) if count
    )


def _listed(pieces: Sequence[Piece], letter: str) -> str:
    """The newest first, and how many more there are."""
    shown = [f"{letter}{piece.id} {brief(piece.text)}" for piece in reversed(pieces[-_SHOWN:])]
    more = len(pieces) - len(shown)
    return "; ".join([*shown, f"and {more} more"] if more else shown)


def _exchanged(done: SharedHistory) -> str:
    if not done.given_count and not done.received_count:
        return "nothing given or got"
    return f"you gave {done.given_count or 'nothing'}, got {done.received_count or 'nothing'}"


def _open(view: AdvisorView, open_promises: Sequence[PromiseView]) -> list[str]:
    refs = {
        whose: [f"p{promise.id}" for promise in open_promises if promise.by_whom == whose]
        for whose in ("me", "them")
    }
    found = [
        f"{who} {', '.join(refs[whose])}"
        for whose, who in (("me", "you promised"), ("them", "they promised"))
        if refs[whose]
    ]
    if view.next_meeting_on:
        found.append(f"you meet on {format_day(view.next_meeting_on)}")
    return found
