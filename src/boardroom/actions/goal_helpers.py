"""The advisors who help with a goal: linking and unlinking them."""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.rules.text import brief, join_words
from boardroom.store.rows import Advisor, Goal, GoalHelper
from boardroom.store.work import Done, Work


def link_helpers(work: Work, goal_id: int, advisor_ids: Sequence[int]) -> Done:
    """Links a goal to the advisors who help with it; existing links stay.

    Raises:
        NotFound: there is no such goal or advisor.
    """
    goal = work.get(Goal, goal_id)
    names = join_words(add_helpers(work, goal, advisor_ids))
    return work.did(f"Linked {_name(goal)} to {names}", goal.id)


def unlink_helpers(work: Work, goal_id: int, advisor_ids: Sequence[int]) -> Done:
    """Removes the links between a goal and these advisors.

    Raises:
        NotFound: there is no such goal or advisor.
    """
    goal = work.get(Goal, goal_id)
    for link in work.find(GoalHelper, goal_id=goal_id):
        if link.advisor_id in advisor_ids:
            work.delete(link)
    names = [work.get(Advisor, advisor_id).name for advisor_id in dict.fromkeys(advisor_ids)]
    return work.did(f"Unlinked {_name(goal)} from {join_words(names)}", goal.id)


def add_helpers(work: Work, goal: Goal, advisor_ids: Sequence[int]) -> list[str]:
    """Adds the missing links. Returns the names of all these advisors."""
    linked = {link.advisor_id for link in work.find(GoalHelper, goal_id=goal.id)}
    advisors = [work.get(Advisor, advisor_id) for advisor_id in dict.fromkeys(advisor_ids)]
    for advisor in advisors:
        if advisor.id not in linked:
            work.add(GoalHelper(goal_id=goal.id, advisor_id=advisor.id))
    return [advisor.name for advisor in advisors]


def _name(goal: Goal) -> str:
    return f"{goal.ref} ({brief(goal.title)})"
