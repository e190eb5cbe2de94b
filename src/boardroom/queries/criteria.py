"""The criteria for the next advisor, and the ratings of people against them."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from boardroom.queries.views import views
from boardroom.record import Record
from boardroom.rules.ids import CRITERION, not_found


class CriterionView(Record):
    """One criterion: a must-have if `must`, else a nice-to-have."""

    id: int
    uid: str
    text: str
    must: bool

    @property
    def ref(self) -> str:
        """The id as the user types it."""
        return CRITERION.ref(self.id)


class RatingView(Record):
    """Whether somebody meets a criterion; None if unknown."""

    criterion: CriterionView
    meets: bool | None


def criteria(connection: sqlite3.Connection) -> list[CriterionView]:
    """Every criterion: must-haves first, each kind oldest first."""
    rows = connection.execute("SELECT * FROM criterion ORDER BY must DESC, id")
    return list(views(CriterionView, rows))


def criterion(connection: sqlite3.Connection, criterion_id: int) -> CriterionView:
    """One criterion.

    Raises:
        NotFound: there is no such criterion.
    """
    rows = connection.execute("SELECT * FROM criterion WHERE id = ?", (criterion_id,))
    for view in views(CriterionView, rows):
        return view
    raise not_found(CRITERION, criterion_id)


def ratings_count(connection: sqlite3.Connection, criterion_id: int) -> int:
    """How many people were rated against a criterion."""
    count: int = connection.execute(
        "SELECT count(*) FROM rating WHERE criterion_id = ?", (criterion_id,)
    ).fetchone()[0]
    return count


def ratings(connection: sqlite3.Connection, advisor_id: int) -> tuple[RatingView, ...]:
    """A person's rating against each criterion, sorted as in `criteria`."""
    verdicts: dict[int, int] = dict(
        connection.execute(
            "SELECT criterion_id, meets FROM rating WHERE advisor_id = ?", (advisor_id,)
        ).fetchall()
    )
    return _with_criteria(criteria(connection), verdicts)


def all_ratings(connection: sqlite3.Connection) -> dict[str, tuple[RatingView, ...]]:
    """Everybody's ratings, as in `ratings`, by handle."""
    everything = criteria(connection)
    verdicts: dict[str, dict[int, int]] = {}
    for handle, criterion_id, meets in connection.execute(
        "SELECT handle, criterion_id, meets FROM advisor"
        " LEFT JOIN rating ON advisor_id = advisor.id"
    ):
        by_criterion = verdicts.setdefault(handle, {})
        if criterion_id is not None:
            by_criterion[criterion_id] = meets
    return {handle: _with_criteria(everything, of_one) for handle, of_one in verdicts.items()}


def _with_criteria(
    everything: Sequence[CriterionView], verdicts: dict[int, int]
) -> tuple[RatingView, ...]:
    return tuple(
        RatingView(view, bool(verdicts[view.id]) if view.id in verdicts else None)
        for view in everything
    )
