"""The facts of a review as JSON, and as the rows of a pipe."""

from __future__ import annotations

from collections.abc import Mapping

from boardroom.queries.review_facts import FactsView
from boardroom.render.agreed import agreed_json
from boardroom.render.perspectives import perspectives_json
from boardroom.rules.review_facts import facts_to_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def facts_json(view: FactsView) -> dict[str, Any]:
    """The record of the facts; `board` is null for the facts about one person."""
    return {
        "schema": "boardroom.facts/1",
        "as_of": view.as_of.isoformat(),
        "advisors": [
            {
                "advisor": advisor.handle,
                **facts_to_json(advisor.facts),
                "agreed": agreed_json(advisor.agreed),
            }
            for advisor in view.advisors
        ],
        "board": None if view.board is None else facts_to_json(view.board),
        "perspectives": [] if view.diversity is None else perspectives_json(view.diversity),
    }


def facts_rows(view: FactsView) -> list[tuple[str | int | None, ...]]:
    """The advisor (empty for the board), the name of a fact, and its value."""
    rows = [
        row
        for advisor in view.advisors
        for row in [
            *pipe_rows(advisor.handle, facts_to_json(advisor.facts)),
            *pipe_rows(
                advisor.handle,
                {
                    f"agreed.{key}": value
                    for key, value in (agreed_json(advisor.agreed) or {}).items()
                },
            ),
        ]
    ]
    return rows if view.board is None else [*rows, *pipe_rows("", facts_to_json(view.board))]


def pipe_rows(who: str, record: Mapping[str, Any]) -> list[tuple[str | int | None, ...]]:
    """The values of a JSON object as rows of who, key and value; a list makes several rows."""
    return [(who, key, value) for key, values in record.items() for value in _values(key, values)]


def _values(key: str, value: Any) -> list[str | int | None]:  # noqa: ANN401  any value of JSON
    """The value, or the values of a list. Weekly counts are one value, separated by commas."""
    if key.endswith("weekly_meetings_counts"):
        return [",".join("" if week is None else str(week) for week in value)]
    if isinstance(value, list):
        return [
            ": ".join(text for text in entry.values() if isinstance(text, str))
            if isinstance(entry, dict)
            else entry
            for entry in value
        ]
    return [value]
