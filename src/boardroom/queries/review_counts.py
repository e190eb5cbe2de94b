"""The counts among the facts of a review, with the SQL condition of each."""

from __future__ import annotations

import sqlite3

from boardroom.rules.active_periods import Period

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def count_records(
    connection: sqlite3.Connection, advisor_id: int, period: Period
) -> dict[str, int]:
    """The counts about an advisor in a period, named as in `rules.review_facts.Facts`."""
    counts: dict[str, int] = {}
    for query in _QUERIES:
        rows = connection.execute(query, period_values(advisor_id, period))
        names = [description[0] for description in rows.description]
        counts.update(zip(names, rows.fetchone(), strict=True))
    return counts


def period_values(advisor_id: int, period: Period) -> dict[str, Any]:
    """The bound values of a query about an advisor in a period."""
    return {
        "advisor_id": advisor_id,
        "from_on": period.from_on.isoformat(),
        "until_on": period.until_on.isoformat(),
    }


_IN = "BETWEEN :from_on AND :until_on"
_GIVEN = f"given_on {_IN}"
# An outcome after the period does not count.
_TRIED = "status <> 'new' AND coalesce(outcome_on, given_on) <= :until_on"
_UNTOLD = "reported_on IS NULL OR reported_on > :until_on"
_OPEN = "made_on <= :until_on AND (done_on IS NULL OR done_on > :until_on)"
_NO_THANKS = "kind <> 'thanks'"  # never late: `rules.due_items.can_be_overdue`
_CONDITIONS = {
    "meeting": {"meetings_called_off_count": f"status IN ('cancelled', 'missed') AND met_on {_IN}"},
    "agenda_item": {
        "agenda_asked_count": f"status = 'covered' AND closed_on {_IN}",
        "agenda_open_count": (
            "added_on <= :until_on AND (status = 'open' OR closed_on > :until_on)"
        ),
        "agenda_dropped_count": f"status = 'dropped' AND closed_on {_IN}",
    },
    "advice": {
        "advice_given_count": _GIVEN,
        "advice_tried_count": f"{_GIVEN} AND {_TRIED}",
        "advice_worked_count": f"{_GIVEN} AND {_TRIED} AND status = 'worked'",
        "advice_reported_count": f"{_GIVEN} AND reported_on <= :until_on",
        "advice_untold_before_count": f"given_on < :from_on AND {_TRIED} AND ({_UNTOLD})",
    },
    "promise": {
        f"promises_{whose}_{what}_count": f"by_whom = '{by_whom}' AND {condition}"
        for whose, by_whom in (("mine", "me"), ("theirs", "them"))
        for what, condition in (
            ("kept", f"status = 'kept' AND done_on {_IN}"),
            ("late", f"status = 'kept' AND done_on {_IN} AND done_on > due_on AND {_NO_THANKS}"),
            ("open", _OPEN),
            ("overdue", f"{_OPEN} AND due_on < :until_on AND {_NO_THANKS}"),
        )
    },
    "exchange": {
        f"{direction}_count": f"direction = '{direction}' AND exchanged_on {_IN}"
        for direction in ("given", "received")
    },
    "goal_helper JOIN goal_step ON goal_step.goal_id = goal_helper.goal_id": {
        "steps_taken_count": f"done_on {_IN}"
    },
    "goal_helper JOIN goal ON goal.id = goal_id": {
        "goals_achieved_count": f"status = 'achieved' AND closed_on {_IN}"
    },
}
"""By table and by name of the count, the rows of an advisor that it counts."""


def _query(table: str, conditions: dict[str, str]) -> str:
    columns = ", ".join(
        f"count(*) FILTER (WHERE {condition}) AS {name}" for name, condition in conditions.items()
    )
    return f"SELECT {columns} FROM {table} WHERE advisor_id = :advisor_id"


_QUERIES = [_query(table, conditions) for table, conditions in _CONDITIONS.items()]
