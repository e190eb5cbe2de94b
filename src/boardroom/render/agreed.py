"""What was hoped for in an agreement beside what came of it, in words."""

from __future__ import annotations

from boardroom.queries.agreed import Agreed
from boardroom.render.formatting import plural
from boardroom.render.shared_history import listed_pieces
from boardroom.rules.ids import ADVICE, GOAL
from boardroom.rules.shared_history import SharedHistory

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from boardroom.queries.prep import PrepView


def agreed_rows(agreed: Agreed | None, role: str = "advisor") -> list[tuple[str, str]]:
    """Labels and texts: what was hoped for, the outcome to measure by, and what came of it.

    Nothing, if neither a hope nor an outcome is on file.
    """
    if agreed is None or not (agreed.agreement.hopes or agreed.outcome):
        return []
    rows = (("hoped for", agreed.agreement.hopes), ("outcome", agreed.outcome))
    return [
        *((label, text) for label, text in rows if text),
        ("came of it", came_of_it(agreed.history, role)),
    ]


def came_of_it(history: SharedHistory, role: str = "advisor") -> str:
    """“achieved g1 Run a P&L; 3 steps taken; worked: v2 Answer first (1 reported back)”.

    Of the user's own advice to a mentee there is nothing to report.
    """
    goals, advice = listed_pieces(history.goals, GOAL), listed_pieces(history.advice, ADVICE)
    told = f" ({history.reported_count or 'none'} reported back)" if role != "mentee" else ""
    parts = (
        f"achieved {goals}" if goals else "",
        f"{plural(history.steps_count, 'step')} taken" if history.steps_count else "",
        f"worked: {advice}{told}" if advice else "",
    )
    return "; ".join(part for part in parts if part) or "nothing achieved or worked yet"


def first_formal_lines(view: PrepView) -> list[tuple[str, str]]:
    """What to ask at the first meeting of a formal relationship; nothing for any other.

    Source: an assigned mentor's background and wishes (articles 001, 002).
    """
    if view.advisor.kind != "formal" or view.advisor.last_met_on is not None:
        return []
    return [("", "how would you like this to develop, and what would make it worth your time?")]


def ended_lines(view: PrepView) -> list[tuple[str, str]]:
    """What came of an agreement that ends today or has ended, to decide whether to renew it."""
    return [] if view.ended is None else [("", came_of_it(view.ended, view.advisor.role))]


def agreed_json(agreed: Agreed | None) -> dict[str, Any] | None:
    """What was hoped for and what came of it, as part of another record."""
    if agreed is None:
        return None
    return {
        "agreed_on": agreed.agreement.agreed_on.isoformat(),
        "hopes": agreed.agreement.hopes,
        "outcome": agreed.outcome,
        "goals_achieved": [GOAL.ref(goal.id) for goal in agreed.history.goals],
        "steps_taken_count": agreed.history.steps_count,
        "advice_worked": [ADVICE.ref(piece.id) for piece in agreed.history.advice],
        "advice_reported_count": agreed.history.reported_count,
    }
