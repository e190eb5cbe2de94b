"""Goals: setting and changing them, and closing them as achieved or dropped."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.actions.goal_helpers import add_helpers
from boardroom.actions.new_promises import make_promise
from boardroom.actions.on_file import check_new_words, goal_on_file
from boardroom.actions.privacy import edited_fields, keep_goal_private, set_private
from boardroom.queries.settings import settings
from boardroom.rules import goals as rule
from boardroom.rules.calendar import check_not_future
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import format_changes, format_edit
from boardroom.rules.ids import GOAL, PROMISE
from boardroom.rules.repetition import first_with_words
from boardroom.rules.text import brief, clean, join_words, one_of, optional
from boardroom.store.rows import Advisor, Goal, GoalHelper, Promise
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal


def add_goal(
    work: Work,
    title: str,
    *,
    horizon: str | None = None,
    target_on: date | None = None,
    measure: str | None = None,
    why: str | None = None,
    helper_ids: Sequence[int] = (),
    private: bool | None = None,
) -> Done:
    """Sets a goal, with the advisors who help; `horizon` is near by default.

    If an open goal has the same words, no second one is made.

    Raises:
        BadInput: a text is not valid, or there is no such horizon.
        NotFound: there is no such advisor.
        Refused: an open goal with the same words differs in something given.
    """
    title, reason = clean(title, what=GOAL.noun), optional(why, "reason")
    known_by = optional(measure, "measure")
    term = None if horizon is None else _horizon(horizon)
    known = goal_on_file(
        work,
        title,
        horizon=term,
        target_on=target_on,
        measure=known_by,
        why=reason,
        helper_ids=helper_ids,
        private=private,
        fields=rule.FIELDS,
    )
    if known is not None:
        return work.did(f"Set {known.ref} before", known.id)
    goal = work.add(
        Goal(
            title=title,
            horizon=term or rule.DEFAULT_HORIZON,
            target_on=target_on,
            measure=known_by,
            why=reason,
            added_on=work.today,
        )
    )
    set_private(work, goal, private=private)
    names = add_helpers(work, goal, helper_ids)
    helped = f", helped by {join_words(names)}" if names else ""
    target = f", target {format_day(target_on)}" if target_on else ""
    return work.did(
        f"Set {goal.ref}, {goal.horizon} term{helped}: {brief(goal.title)}{target}", goal.id
    )


def edit_goal(
    work: Work,
    goal_id: int,
    *,
    title: str | None = None,
    horizon: str | None = None,
    target_on: date | Literal[""] | None = None,
    measure: str | None = None,
    why: str | None = None,
    note: str | None = None,
    private: bool | None = None,
    reopen: bool = False,
) -> Done:
    """Changes the given fields; an empty day or text clears the field. `reopen` reopens a goal.

    Raises:
        NotFound: there is no such goal.
        BadInput: a text is not valid, or there is no such horizon.
        Refused: `reopen` is given, and the goal is open; or another open goal has the same words.
    """
    goal = work.get(Goal, goal_id)
    was_private = bool(goal.private)
    if reopen:
        rule.check_transition(goal.ref, goal.status, "open")
        goal.status, goal.closed_on = "open", None
    if title is not None:
        title = clean(title, what=GOAL.noun)
        if goal.status == "open":
            check_new_words(goal, title, work.find(Goal, status="open"), field="title")
        goal.title = title
    if horizon is not None:
        goal.horizon = _horizon(horizon)
    if target_on is not None:
        goal.target_on = target_on or None
    if measure is not None:
        goal.measure = optional(measure, "measure")
    if why is not None:
        goal.why = optional(why, "reason")
    if note is not None:
        goal.note = optional(note, "note")
    set_private(work, goal, private=private)
    changes = edited_fields(work, goal, rule.FIELDS, was_private=was_private)
    summary = format_edit(goal.ref, goal.title, "", changes)
    if reopen:
        details = format_changes(changes)
        summary = f"Reopened {goal.ref}: {brief(goal.title)}"
        summary = f"{summary}, {details}" if details else summary
    return work.did(summary, goal.id, changes=changes)


def achieve_goal(
    work: Work, goal_id: int, *, on: date | None = None, note: str | None = None, tell: bool = False
) -> Done:
    """Closes an open goal as achieved, on a day (default: today).

    `tell` makes a promise to tell each helper.

    Raises:
        NotFound: there is no such goal.
        Refused: it is not open.
        BadInput: the day is in the future, or the note is not valid.
    """
    goal = work.get(Goal, goal_id)
    day = on or work.today
    check_not_future(day, "achieved", today=work.today)
    summary = _close(goal, "achieved", day, note)
    helpers = _helpers(work, goal) if tell else []
    if helpers:
        due_on = rule.tell_due_on(day, settings(work.connection).thanks, today=work.today)
        names = join_words([_promise_to_tell(work, helper, goal, due_on) for helper in helpers])
        summary = f"{summary}; promised to tell {names} by {format_day(due_on)}"
    return work.did(summary, goal.id)


def drop_goal(work: Work, goal_id: int, *, note: str | None = None) -> Done:
    """Drops an open goal, dated today.

    Raises:
        NotFound: there is no such goal.
        Refused: it is not open.
        BadInput: the note is not valid.
    """
    goal = work.get(Goal, goal_id)
    return work.did(_close(goal, "dropped", work.today, note), goal.id)


def remove_goal(work: Work, goal_id: int) -> Done:
    """Removes a goal with its steps and links; its agenda items stay, without the goal.

    Raises:
        NotFound: there is no such goal.
    """
    goal = work.get(Goal, goal_id)
    if goal.private:
        keep_goal_private(work, goal)
    work.delete(goal)
    return work.did(f"Removed {goal.ref}: {brief(goal.title)}", goal_id)


def check_goal_open(work: Work, goal_id: int, what: str) -> None:
    """Checks that a goal is open; `what` is the consequence if not, for the message.

    Raises:
        NotFound: there is no such goal.
        Refused: it was achieved or dropped.
    """
    goal = work.get(Goal, goal_id)
    rule.check_open(goal.ref, goal.status, what)


def _helpers(work: Work, goal: Goal) -> list[Advisor]:
    """The helpers of a goal, in the order of handles."""
    links = work.find(GoalHelper, goal_id=goal.id)
    helpers = [work.get(Advisor, link.advisor_id) for link in links]
    return sorted(helpers, key=lambda advisor: advisor.handle)


def _promise_to_tell(work: Work, helper: Advisor, goal: Goal, due_on: date) -> str:
    """Promises to tell a helper about the goal. Returns “Ana Lima (p12)”."""
    text = rule.tell_promise(helper.name, goal.title)
    mine = work.find(Promise, advisor_id=helper.id, by_whom="me", done_on=None)
    promise = first_with_words(text, mine) or make_promise(
        work, helper.id, text, due_on=due_on, private=goal.private or None
    )
    return f"{helper.name} ({PROMISE.ref(promise.id)})"


def _close(goal: Goal, to: str, on: date, note: str | None) -> str:
    """Closes a goal. Returns the summary."""
    words = None if note is None else clean(note, what="note")
    rule.check_transition(goal.ref, goal.status, to)
    goal.status, goal.closed_on, goal.note = to, on, words or goal.note
    return f"{to.capitalize()} {goal.ref}: {brief(goal.title)}"


def _horizon(text: str) -> str:
    return one_of(text, rule.HORIZONS, "horizon of a goal")
