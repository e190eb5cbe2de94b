"""Reviews: saving each answer, and completing a review by carrying out its decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from boardroom.actions.criteria import add_criterion
from boardroom.actions.review_decisions import carry_out
from boardroom.errors import BadInput, Refused
from boardroom.queries.criteria import criteria
from boardroom.queries.review_dates import last_reviews
from boardroom.queries.review_facts import board_facts, facts
from boardroom.queries.reviews import open_review, people_to_review
from boardroom.rules.criteria import parse_criterion
from boardroom.rules.day_format import format_day
from boardroom.rules.ids import CRITERION
from boardroom.rules.names import Named, fold
from boardroom.rules.review_facts import facts_to_json
from boardroom.rules.reviews import (
    BOARD_ANSWERS,
    Answer,
    check_open,
    format_answer,
    format_missing,
    merge_answer,
    not_active,
)
from boardroom.rules.text import join_words, optional
from boardroom.store.rows import Advisor, Review, ReviewAnswer
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def answer_review(
    work: Work, *, advisor_id: int, advisor_alone: bool, changes: Mapping[str, Any]
) -> Done:
    """Saves `changes` to the answer about one advisor. The returned id is the review's.

    The answer goes into the open review of the board, or else (`advisor_alone`) of this advisor.
    The first answer starts that review.

    Raises:
        NotFound: there is no such person.
        Refused: the person is not active.
        BadInput: an answer is not valid; see `rules.reviews.merge_answer`.
    """
    advisor = work.get(Advisor, advisor_id)
    if not people_to_review(work.connection, today=work.today, advisor_id=advisor_id):
        raise not_active(advisor.name, advisor.handle)
    review = _open_review(work, advisor_id if advisor_alone else None)
    if review is None:
        review = _start_review(work, of_board=not advisor_alone)
    row = _answer_row(work, review, advisor)
    answer = merge_answer(_answer_in(row), changes)
    if answer.until_on is not None and "until_on" in changes and answer.until_on <= work.today:
        raise BadInput(
            f"{format_day(answer.until_on)} is not in the future, so the pause can't end then.",
            "Use a later day.",
        )
    for field, value in answer._asdict().items():
        setattr(row, field, value)
    return work.did(f"Answered for {advisor.name}: {format_answer(answer, changes)}", review.id)


def answer_board(work: Work, changes: Mapping[str, str | None]) -> Done:
    """Saves some of the `BOARD_ANSWERS` in the open review of the board, or starts one.

    None, or an empty text, clears an answer. Returns the review's id.

    Raises:
        BadInput: an answer is not valid.
    """
    review = _open_review(work, None) or _start_review(work, of_board=True)
    for field, text in changes.items():
        words = optional(text, "note" if field == "note" else "answer")
        setattr(review, "board_note" if field == "note" else field, words)
    verb = "Saved" if any(changes.values()) else "Cleared"
    names = join_words([BOARD_ANSWERS[field] for field in changes])
    return work.did(f"{verb} {names} in {review.ref}", review.id)


def complete_review(work: Work, review_id: int) -> Done:
    """Completes a review: stores today's facts, then carries out the decisions.

    It covers the active advisors; answers about others stay, without facts. Each line of the note
    about the board with a criterion is added as one; see `rules.criteria.parse_criterion`.

    Raises:
        NotFound: there is no such review.
        Refused: it was already completed, an answer is incomplete, or nobody is covered.
    """
    review = work.get(Review, review_id)
    check_open(review.ref, review.completed_on)
    rows = {row.advisor_id: row for row in _renamed_rows(work, review)}
    people = people_to_review(work.connection, today=work.today)
    covered = [person for person in people if review.of_board or person.id in rows]
    _check_complete(review, covered, rows, today=work.today)
    _freeze_facts(work, review, [rows[person.id] for person in covered])
    review.completed_on = work.today
    words, decisions = carry_out(
        work, [(person, _answer_in(rows[person.id])) for person in covered]
    )
    new_criteria = _add_criteria(work, review.board_note or "")
    looking = f"; looking for {new_criteria}" if new_criteria else ""
    if new_criteria:
        decisions.append(("looking for", new_criteria))
    return work.did(f"Completed {review.ref}: {words}{looking}", review.id, rows=tuple(decisions))


def _check_complete(
    review: Review,
    covered: Sequence[Named],
    rows: Mapping[int | None, ReviewAnswer],
    *,
    today: date,
) -> None:
    """Checks that the answers about everybody covered are complete.

    Raises:
        Refused: an answer is missing, a pause would already be over, or nobody is covered.
    """
    if not covered:
        raise Refused(
            "Nobody in this review is active now.",
            "Resume a paused advisor with: boardroom advisor resume WHO",
        )
    incomplete = []
    for person in covered:
        answer = _answer_in(rows[person.id]) if person.id in rows else Answer()
        is_over = answer.until_on is not None and answer.until_on <= today
        missing = format_missing(answer) or ("a later end of the pause" if is_over else "")
        if missing:
            incomplete.append(f"{person.name} needs {missing}")
    if incomplete:
        alone = "" if review.of_board else f" --advisor {covered[0].handle}"
        raise Refused(
            f"The review can't be completed yet: {join_words(incomplete)}.",
            f"Continue with: boardroom review{alone}",
        )


def _freeze_facts(work: Work, review: Review, rows: Sequence[ReviewAnswer]) -> None:
    """Stores today's facts with each answer, and those of the board with its review."""
    since = last_reviews(work.connection, today=work.today)
    for row in rows:
        assert row.advisor_id is not None  # the advisor is active
        advisor_facts = facts(
            work.connection, row.advisor_id, since=since.get(row.advisor_id), until=work.today
        )
        assert advisor_facts is not None  # an active advisor is on the board
        row.facts = facts_to_json(advisor_facts)
        review.from_on = advisor_facts.from_on
    if review.of_board:
        of_board = board_facts(work.connection, since=since.get(None), until=work.today)
        review.board_facts, review.from_on = facts_to_json(of_board), of_board.from_on


def _add_criteria(work: Work, note: str) -> str:
    """Adds the new criteria in a note. Returns their ids."""
    known = {fold(criterion.text) for criterion in criteria(work.connection)}
    added = []
    for must, text in map(parse_criterion, note.splitlines()):
        if must is not None and fold(text) not in known:
            known.add(fold(text))
            added.append(CRITERION.ref(add_criterion(work, text, must=must).id))
    return ", ".join(added)


def _open_review(work: Work, advisor_id: int | None) -> Review | None:
    view = open_review(work.connection, advisor_id=advisor_id)
    return None if view is None else work.get(Review, view.id)


def _start_review(work: Work, *, of_board: bool) -> Review:
    """Starts a review. One of the board takes over open reviews of single advisors."""
    taken_over = work.find(Review, completed_on=None) if of_board else []
    review = work.add(Review(started_on=work.today, of_board=of_board))
    for alone in taken_over:
        for row in work.find(ReviewAnswer, review_id=alone.id):
            row.review_id = review.id
        work.flush()  # otherwise the answers would be deleted too
        work.delete(alone)
    return review


def _answer_row(work: Work, review: Review, advisor: Advisor) -> ReviewAnswer:
    rows = _renamed_rows(work, review)
    row = next((row for row in rows if row.advisor_id == advisor.id), None)
    return row or work.add(
        ReviewAnswer(
            review_id=review.id, advisor_id=advisor.id, handle=advisor.handle, name=advisor.name
        )
    )


def _renamed_rows(work: Work, review: Review) -> Sequence[ReviewAnswer]:
    """The answers of an open review, updated to the current handles and names."""
    rows = work.find(ReviewAnswer, review_id=review.id)
    advisors = {
        row.id: work.get(Advisor, row.advisor_id) for row in rows if row.advisor_id is not None
    }
    for row in rows:
        if row.id in advisors and row.handle != advisors[row.id].handle:
            row.handle = f"{row.id} "  # temporary, since two people may have swapped handles
    work.flush()
    for row in rows:
        if row.id in advisors:
            row.handle, row.name = advisors[row.id].handle, advisors[row.id].name
    work.flush()
    return rows


def _answer_in(row: ReviewAnswer) -> Answer:
    return Answer(**{field: getattr(row, field) for field in Answer._fields})
