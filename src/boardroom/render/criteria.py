"""The criteria for the next advisor."""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.queries.criteria import CriterionView
from boardroom.render.formatting import plural
from boardroom.render.page import Cell, Column, Page, Prose, Table, for_pipe
from boardroom.rules.criteria import kind_words
from boardroom.rules.text import brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_NOTHING = "There are no criteria yet. Whom do you look for? To start with:"
_STARTERS = (
    "boardroom criterion add 'Has an hour a month now' --must",
    "boardroom criterion add 'Walked a similar path' --must",
    "boardroom criterion add 'Somebody unlike me' --nice",
)


def criterion_json(view: CriterionView) -> dict[str, Any]:
    """The record of one criterion."""
    return {"schema": "boardroom.criterion/1", **_record(view)}


def criteria_json(views: Sequence[CriterionView]) -> dict[str, Any]:
    """The record of several criteria."""
    return {"schema": "boardroom.criteria/1", "criteria": [_record(view) for view in views]}


def criteria_page(views: Sequence[CriterionView]) -> Page:
    """The criteria, one per row."""
    if not views:
        starters = tuple((Cell(command, "strong"),) for command in _STARTERS)
        return Page((Prose(_NOTHING), Table((Column("", fixed=True),), starters)), ())
    columns = (
        Column("id", fixed=True, lead=True),
        Column("kind", fixed=True, lead=True),
        Column("what", bare=True, least=24),
    )
    rows = tuple(
        (Cell(view.ref, "strong"), Cell(kind_words(must=view.must)), Cell(view.text))
        for view in views
    )
    pipe = for_pipe((view.ref, "must" if view.must else "nice", view.text) for view in views)
    return Page((Table(columns, rows),), (pipe,))


def removal(view: CriterionView, ratings_count: int) -> str:
    """A sentence that says what is removed with a criterion."""
    return f"This removes {view.ref}, {brief(view.text)}, with {plural(ratings_count, 'rating')}."


def _record(view: CriterionView) -> dict[str, Any]:
    return {"id": view.ref, "uid": view.uid, "text": view.text, "must": view.must}
