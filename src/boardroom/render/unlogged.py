"""Plans whose day has passed, in the words of the morning list."""

from __future__ import annotations

from datetime import date

from boardroom.queries.meetings import MeetingView
from boardroom.render.formatting import short_day
from boardroom.rules.meetings import UNLOGGED, noun


def unlogged_words(view: MeetingView, today: date) -> str:
    """The question what became of a plan, and the command that logs it."""
    at = f" at {view.at}" if view.at else ""
    command = f"boardroom log {view.handle} --meeting {view.ref}"
    return f"{noun(view.way)} on {short_day(view.on, today)}{at}: {UNLOGGED} {command}"
