"""Occasions in words: on the morning list, and in the brief before a meeting."""

from __future__ import annotations

from datetime import date

from boardroom.render.formatting import short_day
from boardroom.render.privacy import marked, private_words
from boardroom.rules.day_format import from_today
from boardroom.rules.due_items import OccasionDay
from boardroom.rules.occasions import calls_for_wishes
from boardroom.rules.text import brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    # For their types alone: `due` shows occasions too, and needs none of what a brief reads.
    from collections.abc import Callable

    from boardroom.queries.occasions import OccasionView
    from boardroom.queries.prep import PrepView

_MOST_ON_SCREEN = 3
_DETERMINERS = ("a", "an", "the", "her", "his", "their")


def due_phrase(occasion: OccasionDay, on: date, today: date) -> str:
    """An occasion on the morning list: good wishes on the day, a question after it."""
    text = marked(brief(occasion.text), private_words(occasion.private))
    if on > today:
        day = "tomorrow" if (on - today).days == 1 else f"on {short_day(on, today)}"
        return f"{text} {day}"
    if on == today:
        return f"{text} today: {_wishes(occasion)}"
    day = "yesterday" if (today - on).days == 1 else f"on {short_day(on, today)}"
    is_for_wishes = calls_for_wishes(occasion.text, occasion.yearly)
    return f"{text} {day}: {'wish them well, late' if is_for_wishes else 'ask how it went'}"


def lines_to_raise(
    view: PrepView, mark: Callable[[str, str], str], *, whole: bool
) -> list[tuple[str, str]]:
    """The occasions since last time and ahead; a screen has three, and the command for the rest."""
    shown = view.occasions if whole else view.occasions[:_MOST_ON_SCREEN]
    lines = [
        (occasion.ref, mark(_to_raise(occasion, view.today), private_words(occasion.private)))
        for occasion in shown
    ]
    more = len(view.occasions) - len(shown)
    if more:
        lines.append(("", f"and {more} more: boardroom occasion list {view.advisor.handle}"))
    return lines


def _to_raise(occasion: OccasionView, today: date) -> str:
    on = occasion.to_raise_on(today)
    assert on is not None  # or it would not be in the brief
    text = occasion.text
    if on == today:
        return f"{text} today: {_wishes(occasion)}"
    day = f"{short_day(on, today)}, {from_today(on, today)}"
    if on > today:
        return f"{text} ({day})"
    if calls_for_wishes(text, occasion.yearly):
        return f"wish them well, late: {text} ({day})"
    article = "" if text.split()[0].lower() in _DETERMINERS else "the "
    return f"ask how {article}{text} went ({day})"


def _wishes(occasion: OccasionDay | OccasionView) -> str:
    return f"wish them {'well' if calls_for_wishes(occasion.text, occasion.yearly) else 'luck'}"
