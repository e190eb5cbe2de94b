"""What the user and an advisor did together, and the thanks at a parting.

Source: if it is no longer a fit, acknowledge the good work, part amiably and stay in touch
(articles 001, 002, 003).
"""

from __future__ import annotations

from datetime import date

from boardroom.record import Record
from boardroom.rules.text import brief, join_words
from boardroom.rules.windows import Span

_MOST_GOALS = 2  # a promise is one line


class Piece(Record):
    """An achieved goal or advice that worked, and whether it is private."""

    id: int
    text: str
    private: bool = False


class SharedHistory(Record):
    """What an advisor and the user did from `since_on` to `until_on`, both included.

    Held meetings and their minutes, goals achieved with the advisor's help, advice that worked, and
    the number of exchanges each way. `steps_count` is that of steps taken towards goals they help
    with, `reported_count` how much of the advice that worked they were told of.
    """

    since_on: date
    until_on: date
    meetings_count: int
    minutes: int
    goals: tuple[Piece, ...]
    advice: tuple[Piece, ...]
    given_count: int
    received_count: int
    steps_count: int = 0
    reported_count: int = 0


def thanks_text(name: str, history: SharedHistory) -> str:
    """The text of the thank-you promise at a parting: for goals, else advice, else meetings.

    What is private is never quoted, because the promise itself may not be private.
    """
    return f"Thank {name} for {_best_of(history)}"


def thanks_due_on(parted_on: date, thanks: Span | None, *, today: date) -> date | None:
    """The day to thank by: `thanks` after the parting, but never before today.

    None if thanks are off.
    """
    return None if thanks is None else max(thanks.after(parted_on), today)


def _best_of(history: SharedHistory) -> str:
    goals = [goal for goal in history.goals if not goal.private]
    if goals:
        last = goals[-_MOST_GOALS:]
        return f"helping with {join_words([brief(goal.text) for goal in last])}"
    advice = [piece for piece in history.advice if not piece.private]
    if advice:
        return f"the advice “{brief(advice[-1].text)}”"
    if history.meetings_count:
        count = history.meetings_count
        return "the meeting" if count == 1 else f"{count} meetings"
    return "being on your board"
