"""Meetings to log and the next one, as `prep` begins with them."""

from __future__ import annotations

from boardroom.queries.prep import PrepView
from boardroom.render.formatting import plural, their_time_words
from boardroom.render.open_questions import unlogged_words
from boardroom.render.privacy import private_words
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.meetings import noun, reach

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    _Lines = list[tuple[str, str]]
    _Mark = Callable[[str, str], str]

_MOST_UNLOGGED = 2


def meet_lines(view: PrepView, mark: _Mark, *, whole: bool, commands: bool) -> _Lines:
    """The plans that have passed and are not logged, the newest of many, and the next meeting.

    What to log is for the user alone, so a brief without `commands` leaves it out.
    """
    unlogged = view.unlogged if commands else ()
    shown = unlogged if whole else unlogged[-_MOST_UNLOGGED:]
    lines = [("", unlogged_words(plan, view.today, mark)) for plan in shown]
    more = len(unlogged) - len(shown)
    if more:
        lines.append(("", f"and {more:,} more: boardroom meeting list {view.advisor.handle}"))
    if unlogged and view.planned is None:  # what to plan depends on what became of them
        return lines
    return [*lines, ("", _planned(view, mark, commands=commands))]


def _planned(view: PrepView, mark: _Mark, *, commands: bool) -> str:
    """When, where and how the two meet, and how long; or that nothing is planned.

    A call has the phone number and a video the link, and the time is also theirs where it differs.
    """
    plan = view.planned
    if plan is None:
        when = "next" if view.advisor.usual else "WHEN"
        command = f": boardroom plan {view.advisor.handle} {when}" if commands else ""
        return f"nothing is planned{command}"
    day = f"{format_day(plan.on, plan.at)} ({from_today(plan.on, view.today)})"
    theirs = their_time_words(plan.on, plan.at, plan.timezone)
    is_said = commands or not plan.private
    way_to = reach(plan.way, view.advisor.phone, view.advisor.link) if is_said else ""
    parts = (f"{day}{theirs}", noun(plan.way), way_to, plan.place, plural(plan.minutes, "minute"))
    return mark(", ".join(part for part in parts if part), private_words(plan.private))
