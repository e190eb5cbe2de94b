"""A review as `--json` prints it."""

from __future__ import annotations

from typing import Any

from boardroom.queries.reviews import AnswerView, ReviewView
from boardroom.render.formatting import iso
from boardroom.rules.review_facts import as_kept


def review_json(view: ReviewView) -> dict[str, Any]:
    """One review; `advisor` is null for one of the board, `facts` are while it is open, and of an advisor whom it left out."""
    return {"schema": "boardroom.review/1", **review_record(view)}


def review_record(view: ReviewView) -> dict[str, Any]:
    """The same as it stands in a list."""
    return {
        "id": f"r{view.id}",
        "uid": view.uid,
        "advisor": None
        if view.of_board
        else next((answer.handle for answer in view.answers), None),
        "started_on": iso(view.started_on),
        "completed_on": iso(view.completed_on),
        "from_on": iso(view.from_on),
        "advisors": {answer.handle: _answer(answer) for answer in view.answers},
        "board": {
            "facts": as_kept(view.board_facts) if view.board_facts else None,
            "note": view.board_note,
        },
    }


def _answer(view: AnswerView) -> dict[str, Any]:
    facts = as_kept(view.facts) if view.facts else None
    return {
        "name": view.name,
        "facts": facts,
        **view.answer._asdict(),
        "until_on": iso(view.answer.until_on),
    }
