"""What two people did together, and what there is to thank for at a parting.

Source: where it is not a fit any more, acknowledge the good work, part amiably and stay in touch (articles 001, 002, 003).
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from boardroom.rules import text
from boardroom.rules.windows import Span


class Piece(NamedTuple):
    """A goal that was achieved, or advice that worked: its number, its text, and whether it was given in a private meeting."""

    id: int
    text: str
    private: bool = False


class SharedHistory(NamedTuple):
    """What came of the days from `since_on` to `until_on`, both included.

    Held meetings and their minutes, the goals achieved that the advisor helped with, the advice that worked, and how often something
    was given and received.
    """

    since_on: date
    until_on: date
    meetings_count: int
    minutes: int
    goals: tuple[Piece, ...]
    advice: tuple[Piece, ...]
    given_count: int
    received_count: int


def thanking(name: str, done: SharedHistory) -> str:
    """What there is to promise at a parting: thanks for the most that came of it, a goal, else advice, else the time.

    Private advice is not named, as the promise itself is not private.
    """
    return f"Thank {name} for {_most(done)}"


def thanks_due_on(parted_on: date, thanks: Span | None, *, today: date) -> date | None:
    """By when to thank: `thanks` after the parting, but never before today; None where thanks are off."""
    return None if thanks is None else max(thanks.after(parted_on), today)


def _most(done: SharedHistory) -> str:
    if done.goals:
        return f"helping with {text.join_words([text.brief(goal.text) for goal in done.goals[-_NAMED:]])}"
    advice = [piece for piece in done.advice if not piece.private]
    if advice:
        return f"the advice “{text.brief(advice[-1].text)}”"
    if done.meetings_count:
        return "the meeting" if done.meetings_count == 1 else f"{done.meetings_count} meetings"
    return "being on your board"


_NAMED = 2  # the last goals: a promise is one line
