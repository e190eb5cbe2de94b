"""The facts of a review as rows for a pipe."""

from __future__ import annotations

from collections.abc import Mapping

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


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
