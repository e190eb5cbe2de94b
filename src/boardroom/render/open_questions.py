"""The questions that an unlogged plan, an unanswered ask and meetings called off leave open."""

from __future__ import annotations

from datetime import date

from boardroom.render.formatting import short_day
from boardroom.render.privacy import private_words
from boardroom.rules.called_off import REPEATEDLY
from boardroom.rules.meetings import UNLOGGED, noun

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.queries.meetings import MeetingView


def unlogged_words(view: MeetingView, today: date, mark: Callable[[str, str], str]) -> str:
    """The question what became of a plan, whose privacy is marked, and the command that logs it."""
    at = f" at {view.at}" if view.at else ""
    plan = f"{noun(view.way)} on {short_day(view.on, today)}{at}"
    command = f"boardroom log {view.handle} --meeting {view.ref}"
    return f"{mark(plan, private_words(view.private))}: {UNLOGGED} {command}"


def unanswered_words(asked_on: date, count: int, today: date) -> str:
    """The question about an ask without an answer, which was the last of `count`."""
    asked = short_day(asked_on, today)
    if count < REPEATEDLY:
        return f"asked {asked}, no answer yet: ask again, or accept a no?"
    return f"asked {count} times, last {asked}, no answer yet: accept a no, and look elsewhere?"


def always_busy_words(count: int) -> str:
    """The question about meetings that fell through since the last one; empty for fewer than two.

    Whoever called them off, the two have not found the time.
    """
    if count < REPEATEDLY:
        return ""
    return f"{count} meetings fell through: always busy? Look elsewhere"
