"""Reviews, with an answer for each advisor."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import field_validator

from boardroom.models.fields import (
    WINDOW_LIMIT,
    Model,
    choice,
    json_object,
    optional_reference,
    optional_text,
    primary_key,
    rating_score,
    reference,
    required_text,
    uid_field,
)
from boardroom.rules import reviews
from boardroom.rules.review_facts import are_facts


class Review(Model, table=True):
    """A review of the board, or of one person (not `of_board`); frozen once `completed_on`."""

    __tablename__ = "review"

    id: int | None = primary_key()
    uid: str = uid_field()
    started_on: date
    completed_on: date | None = None
    from_on: date | None = None
    of_board: bool = False
    board_facts: dict[str, Any] = json_object()
    board_note: str | None = optional_text()
    need: str | None = optional_text()
    seek: str | None = optional_text()
    bring: str | None = optional_text()

    @field_validator("board_facts")
    @classmethod
    def _are_facts(cls, value: dict[str, Any]) -> dict[str, Any]:
        return _check_facts(value, of_board=True)


class ReviewAnswer(Model, table=True):
    """The answers about one advisor in a review; once it is completed, the facts beside them."""

    __tablename__ = "review_answer"

    id: int | None = primary_key()
    review_id: int = reference("review")
    advisor_id: int | None = optional_reference("advisor", "SET NULL")
    handle: str
    name: str = required_text()
    facts: dict[str, Any] = json_object()
    value: int | None = rating_score()
    chemistry: int | None = rating_score()
    trust: int | None = rating_score()
    fits_next: bool | None = None
    note: str | None = optional_text()
    decision: str | None = choice(reviews.DECISIONS, None)
    window: str | None = optional_text(WINDOW_LIMIT)
    until_on: date | None = None
    private: bool | None = None
    """None while the advisor is on file, whose confidential periods decide."""
    outcome_met: bool | None = None

    @field_validator("facts")
    @classmethod
    def _are_facts(cls, value: dict[str, Any]) -> dict[str, Any]:
        return _check_facts(value, of_board=False)


def _check_facts(value: dict[str, Any], *, of_board: bool) -> dict[str, Any]:
    if value and not are_facts(value, of_board=of_board):
        raise ValueError("this holds no facts of a review")
    return value
