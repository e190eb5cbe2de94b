"""The criteria of the advisor looked for: a list, and one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from boardroom.queries.criteria import CriterionView
from boardroom.render.formatting import plural
from boardroom.render.page import Cell, Column, Page, Prose, Table, for_pipe
from boardroom.rules.criteria import kind_words
from boardroom.rules.text import brief


def criterion_json(view: CriterionView) -> dict[str, Any]:
    """One criterion."""
    return {"schema": "boardroom.criterion/1", **_record(view)}


def criteria_json(views: Sequence[CriterionView]) -> dict[str, Any]:
    """Several criteria."""
    return {"schema": "boardroom.criteria/1", "criteria": [_record(view) for view in views]}


def criteria_page(views: Sequence[CriterionView]) -> Page:
    """One row a criterion, the must-haves first."""
    if not views:
        return Page(
            (
                Prose(
                    "You have not said yet whom you look for. Begin with: boardroom criterion add TEXT --must"
                ),
            ),
            (),
        )
    columns = (
        Column("id", fixed=True, lead=True),
        Column("kind", fixed=True, lead=True),
        Column("what", bare=True, least=24),
    )
    rows = tuple(
        (Cell(f"c{view.id}", "strong"), Cell(kind_words(must=view.must)), Cell(view.text))
        for view in views
    )
    pipe = for_pipe((f"c{view.id}", "must" if view.must else "nice", view.text) for view in views)
    return Page((Table(columns, rows),), (pipe,))


def removal(view: CriterionView, ratings_count: int) -> str:
    """What goes along with a criterion, as a sentence."""
    return f"This removes c{view.id}, {brief(view.text)}, with {plural(ratings_count, 'rating')}."


def _record(view: CriterionView) -> dict[str, Any]:
    return {"id": f"c{view.id}", "uid": view.uid, "text": view.text, "must": view.must}
