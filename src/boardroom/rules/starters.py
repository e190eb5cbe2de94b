"""What to raise with somebody if nothing is on the agenda: goals, their steps, and untold news.

Source: topics prepared in advance, and reporting back what came of advice (articles 000, 004).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from boardroom.record import Record

MOST_STARTERS = 3


class Starter(Record):
    """An agenda item made of a record: of its id and its `subject`, in a `text` to raise."""

    ref: str
    subject: str
    text: str
    kind: str
    goal_id: int | None
    private: bool


def choose_starters(about_goals: Sequence[Starter], news: Sequence[Starter]) -> list[Starter]:
    """At most three, of open goals and of news in turn, the most pressing of each first."""
    in_turn: Iterator[Starter | None] = chain.from_iterable(zip_longest(about_goals, news))
    return [starter for starter in in_turn if starter is not None][:MOST_STARTERS]


def goal_starter(ref: str, goal_id: int, title: str, *, private: bool) -> Starter:
    """A question about a goal that has no open step."""
    return Starter(ref, title, f"{title}: what should I do next?", "question", goal_id, private)


def step_starter(ref: str, goal_id: int, text: str, *, late: bool, private: bool) -> Starter:
    """The next step towards a goal; if it is late, a question about what is in the way."""
    if late:
        return Starter(ref, text, f"{text}: what keeps me from it?", "question", goal_id, private)
    return Starter(ref, text, f"Next step: {text}", "topic", goal_id, private)


def advice_starter(ref: str, text: str, *, tried: bool, private: bool) -> Starter:
    """News of advice: what came of it, or, before it is `tried` out, how it goes."""
    news = f"What came of “{text}”" if tried else f"How it goes with “{text}”"
    return Starter(ref, text, news, "update", None, private)


def outcome_starter(ref: str, title: str, *, private: bool) -> Starter:
    """A goal that was achieved since the last meeting, to somebody who helped with it.

    The item has no goal: it is closed.
    """
    return Starter(ref, f"achieved: {title}", f"Achieved: {title}", "update", None, private)


def own_advice_starter(ref: str, text: str, *, private: bool) -> Starter:
    """What came of advice that the user gave a mentee."""
    return Starter(ref, text, f"What came of it: {text}", "question", None, private)
