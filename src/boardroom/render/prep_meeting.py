"""The next meeting, as `prep` begins with it."""

from __future__ import annotations

from boardroom.queries.prep import PrepView
from boardroom.render.formatting import plural, their_time_words
from boardroom.render.privacy import private_words
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.meetings import noun

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    _Mark = Callable[[str, str], str]


def planned_words(view: PrepView, mark: _Mark, *, commands: bool) -> str:
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
    reach = "" if plan.private and not commands else _reach(view, plan.way)
    parts = (f"{day}{theirs}", noun(plan.way), reach, plan.place, plural(plan.minutes, "minute"))
    return mark(", ".join(part for part in parts if part), private_words(plan.private))


def _reach(view: PrepView, way: str) -> str:
    """The phone number for a call, or the link for a video; the other one where it is missing."""
    phone, link = view.advisor.phone or "", view.advisor.link or ""
    return phone or link if way == "call" else link or phone if way == "video" else ""
