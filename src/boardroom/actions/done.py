"""`done`: closes records of several kinds in one change."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardroom.actions.agenda import cover_items
from boardroom.actions.goal_steps import take_steps
from boardroom.actions.goals import achieve_goal
from boardroom.actions.occasions import ask_after
from boardroom.actions.promises import keep_promises
from boardroom.rules.text import join_sentences
from boardroom.store.work import Done, Work


def mark_done(
    work: Work,
    *,
    item_ids: Sequence[int] = (),
    promise_ids: Sequence[int] = (),
    step_ids: Sequence[int] = (),
    goal_ids: Sequence[int] = (),
    occasion_ids: Sequence[int] = (),
    tell_about: Sequence[int] = (),
    on: date | None = None,
    note: str | None = None,
) -> Done:
    """Covers items, keeps promises, takes steps, achieves goals, asks after occasions: all or none.

    `on` (default: today) and `note` apply to each. Achieving a goal in `tell_about` makes a promise
    to tell each helper.

    Raises:
        NotFound: there is no such record.
        Refused: one is not open, or an occasion is too far ahead.
        BadInput: the day is in the future, or the note is not valid.
    """
    results = []
    if item_ids:
        results.append(cover_items(work, item_ids, on=on, answer=note))
    if promise_ids:
        results.append(keep_promises(work, promise_ids, on=on, note=note))
    if step_ids:
        results.append(take_steps(work, step_ids, on=on, note=note))
    for goal_id in goal_ids:
        tell = goal_id in tell_about
        results.append(achieve_goal(work, goal_id, on=on, note=note, tell=tell))
    if occasion_ids:
        results.append(ask_after(work, occasion_ids, on=on, note=note))
    return work.did(join_sentences([result.summary for result in results]))
