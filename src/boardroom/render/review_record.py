"""Reviews as JSON."""

from __future__ import annotations

from boardroom.queries.reviews import AnswerView, ReviewView
from boardroom.render.formatting import iso
from boardroom.rules.review_facts import facts_to_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def review_json(view: ReviewView) -> dict[str, Any]:
    """The record of one review.

    `advisor` is null for a review of the board. `facts` are null until it is completed, and for an
    advisor it left out.
    """
    return {"schema": "boardroom.review/1", **review_record(view)}


def review_record(view: ReviewView) -> dict[str, Any]:
    """The fields of one review."""
    alone = None if view.of_board else next((answer.handle for answer in view.answers), None)
    return {
        "id": view.ref,
        "uid": view.uid,
        "advisor": alone,
        "started_on": iso(view.started_on),
        "completed_on": iso(view.completed_on),
        "from_on": iso(view.from_on),
        "advisors": {answer.handle: _answer(answer) for answer in view.answers},
        "board": {
            "facts": facts_to_json(view.board_facts) if view.board_facts else None,
            "note": view.board_note,
            "need": view.need,
            "seek": view.seek,
            "bring": view.bring,
        },
    }


def _answer(view: AnswerView) -> dict[str, Any]:
    return {
        "name": view.name,
        "facts": facts_to_json(view.facts) if view.facts else None,
        **view.answer._asdict(),
        "until_on": iso(view.answer.until_on),
    }
