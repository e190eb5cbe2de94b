"""Whether those who helped with a goal are to be told that it was achieved: said by an option, asked, or left to the user."""

from __future__ import annotations

from typing import NamedTuple

from boardroom.cli.call import Call
from boardroom.queries.goals import goals_by_id
from boardroom.rules.text import brief, join_words


class Telling(NamedTuple):
    """Whether to promise it, and what to add to the answer where nobody could be asked."""

    tell: bool
    hint: str = ""


def telling(call: Call, goal_id: int, said: bool | None) -> Telling:
    """What is to be done about those who helped with a goal; asked on a terminal where nothing was said.

    Raises:
        NotFound: there is no such goal.
    """
    with call.reading() as board:
        goal = goals_by_id(board, [goal_id])[0]
    if said is not None or goal.status != "open" or not goal.helpers:
        return Telling(bool(said))
    names = join_words([helper.name for helper in goal.helpers])
    if call.may_ask:
        answer = call.ask(f"Promise to tell {names} that you achieved {brief(goal.title)}? [Y/n]")
        return Telling(answer.lower() in ("", "y", "yes"))
    who = goal.helpers[0].handle if len(goal.helpers) == 1 else "WHO"
    return Telling(False, f" · to tell {names}: boardroom promise add {who} TEXT")
