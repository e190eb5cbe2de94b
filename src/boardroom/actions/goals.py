"""Goals: setting and changing them, who helps, and closing them as achieved or dropped. Their steps are in `goal_steps`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from sqlmodel import col, select

from boardroom.actions.promises import add_promise
from boardroom.models import Advisor, Goal, GoalHelper
from boardroom.queries.settings import settings
from boardroom.rules import goals as rule
from boardroom.rules.advisor import one_of, optional
from boardroom.rules.day_format import format_day
from boardroom.rules.past import check_come
from boardroom.rules.text import brief, clean, join_words
from boardroom.store.work import Work


def add_goal(
    work: Work,
    title: str,
    *,
    horizon: str = "near",
    target_on: date | None = None,
    why: str | None = None,
    helper_ids: Sequence[int] = (),
) -> int:
    """Sets a goal that those advisors help with; returns the row id.

    Raises:
        BadInput: a text can't be kept, or there is no such horizon.
    """
    goal = Goal(
        title=clean(title, what="goal"),
        horizon=one_of(horizon, rule.HORIZONS, "horizon of a goal"),
        target_on=target_on,
        why=optional(why, "reason"),
        added_on=work.today,
    )
    work.add(goal)
    helpers = _link(work, goal, helper_ids)
    helped = f", helped by {join_words(helpers)}" if helpers else ""
    work.summary = (
        f"Set {ref(goal)}, {goal.horizon} term{helped}: {brief(goal.title)}{_by(target_on)}"
    )
    return _id(goal)


def edit_goal(
    work: Work,
    goal_id: int,
    *,
    title: str | None = None,
    horizon: str | None = None,
    target_on: date | Literal[""] | None = None,
    why: str | None = None,
    note: str | None = None,
    reopen: bool = False,
) -> None:
    """Changes what is given of a goal; an empty day or text takes it away. `reopen` opens a closed one again.

    Raises:
        NotFound: there is no such goal.
        BadInput: a text can't be kept, or there is no such horizon.
        Refused: it is to be opened again, and is open.
    """
    goal = goal_row(work, goal_id)
    if reopen:
        rule.check_step(ref(goal), goal.status, "open")
        goal.status, goal.closed_on = "open", None
    if title is not None:
        goal.title = clean(title, what="goal")
    if horizon is not None:
        goal.horizon = one_of(horizon, rule.HORIZONS, "horizon of a goal")
    if target_on is not None:
        goal.target_on = target_on or None
    if why is not None:
        goal.why = optional(why, "reason")
    if note is not None:
        goal.note = optional(note, "note")
    work.summary = f"{'Opened' if reopen else 'Changed'} {ref(goal)}{' again' if reopen else ''}: {brief(goal.title)}{_by(target_on or None)}"


def achieve_goal(
    work: Work, goal_id: int, *, on: date | None = None, note: str | None = None, tell: bool = False
) -> list[int]:
    """Closes an open goal as achieved, today where `on` is None; `tell` makes a promise to tell each of those who helped.

    Returns the row ids of these promises.

    Raises:
        NotFound: there is no such goal.
        Refused: it is not open.
        BadInput: the day is ahead, or the note can't be kept.
    """
    goal = goal_row(work, goal_id)
    day = on or work.today
    check_come(day, "achieved", today=work.today)
    said = None if note is None else clean(note, what="note")
    _close(work, goal, "achieved", day, said)
    if not tell:
        return []
    due_on = rule.tell_due_on(day, settings(work.connection).thanks, today=work.today)
    helpers = _helpers(work, goal)
    made = [
        add_promise(
            work, advisor_id, rule.telling(advisor.name, goal.title), by_whom="me", due_on=due_on
        )
        for advisor in helpers
        if (advisor_id := advisor.id) is not None
    ]
    promised = join_words(
        [f"{advisor.name} (p{row_id})" for advisor, row_id in zip(helpers, made, strict=True)]
    )
    work.summary = (
        f"{_closed(goal)}{f'; promised to tell {promised} by {format_day(due_on)}' if made else ''}"
    )
    return made


def drop_goal(work: Work, goal_id: int, *, note: str | None = None) -> None:
    """Lets an open goal go, as of today.

    Raises:
        NotFound: there is no such goal.
        Refused: it is not open.
        BadInput: the note can't be kept.
    """
    _close(
        work,
        goal_row(work, goal_id),
        "dropped",
        work.today,
        None if note is None else clean(note, what="note"),
    )


def remove_goal(work: Work, goal_id: int) -> None:
    """Takes a goal off file, with its steps and links; what it was on the agenda by stays without it.

    Raises:
        NotFound: there is no such goal.
    """
    goal = goal_row(work, goal_id)
    work.summary = f"Removed {ref(goal)}: {brief(goal.title)}"
    work.session.delete(goal)


def link_helpers(work: Work, goal_id: int, advisor_ids: Sequence[int]) -> None:
    """Notes who helps with a goal; who does already stays so.

    Raises:
        NotFound: there is no such goal.
    """
    goal = goal_row(work, goal_id)
    work.summary = (
        f"Linked {ref(goal)} ({brief(goal.title)}) to {join_words(_link(work, goal, advisor_ids))}"
    )


def unlink_helpers(work: Work, goal_id: int, advisor_ids: Sequence[int]) -> None:
    """Notes who helps with a goal no more.

    Raises:
        NotFound: there is no such goal.
    """
    goal = goal_row(work, goal_id)
    of_them = select(GoalHelper).where(
        GoalHelper.goal_id == goal_id, col(GoalHelper.advisor_id).in_(advisor_ids)
    )
    for link in work.session.exec(of_them):
        work.session.delete(link)
    names = [work.get(Advisor, advisor_id).name for advisor_id in dict.fromkeys(advisor_ids)]
    work.summary = f"Unlinked {ref(goal)} ({brief(goal.title)}) from {join_words(names)}"


def goal_row(work: Work, goal_id: int) -> Goal:
    """A goal on file.

    Raises:
        NotFound: there is no such goal.
    """
    return work.get(Goal, goal_id)


def ref(goal: Goal) -> str:
    """The id that the user types."""
    return f"g{goal.id}"


def _link(work: Work, goal: Goal, advisor_ids: Sequence[int]) -> list[str]:
    """Links those who are not yet; the names of all of them."""
    linked = set(
        work.session.exec(select(GoalHelper.advisor_id).where(GoalHelper.goal_id == goal.id))
    )
    advisors = [work.get(Advisor, advisor_id) for advisor_id in dict.fromkeys(advisor_ids)]
    for advisor in advisors:
        if advisor.id is not None and advisor.id not in linked:
            work.add(GoalHelper(goal_id=_id(goal), advisor_id=advisor.id))
    return [advisor.name for advisor in advisors]


def _helpers(work: Work, goal: Goal) -> list[Advisor]:
    """Who helps with a goal, in the order of handles."""
    those = (
        select(Advisor)
        .join(GoalHelper)
        .where(GoalHelper.goal_id == goal.id)
        .order_by(Advisor.handle)
    )
    return list(work.session.exec(those))


def _close(work: Work, goal: Goal, to: str, on: date, note: str | None) -> None:
    rule.check_step(ref(goal), goal.status, to)
    goal.status, goal.closed_on, goal.note = to, on, note or goal.note
    work.summary = _closed(goal)


def _closed(goal: Goal) -> str:
    return f"{goal.status.capitalize()} {ref(goal)}: {brief(goal.title)}"


def _by(target_on: date | None) -> str:
    return f", target {format_day(target_on)}" if target_on else ""


def _id(goal: Goal) -> int:
    assert goal.id is not None  # it has been flushed
    return goal.id
