"""The review: each answer saved as it is given, and all of it completed at once, with what was decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import col, select

from boardroom.actions.advisors import edit_advisor
from boardroom.actions.criteria import add_criterion
from boardroom.actions.lifecycle import take_step
from boardroom.actions.parting import part
from boardroom.actions.promises import and_promised
from boardroom.errors import BadInput, Refused
from boardroom.models import Advisor, Promise, Review, ReviewAnswer
from boardroom.queries.criteria import criteria
from boardroom.queries.review_dates import last_reviews
from boardroom.queries.review_facts import board_facts, facts
from boardroom.queries.reviews import ToReview, open_review, to_review
from boardroom.rules.advisor import optional
from boardroom.rules.criteria import looked_for
from boardroom.rules.day_format import format_day
from boardroom.rules.names import fold
from boardroom.rules.review_facts import as_kept
from boardroom.rules.reviews import Answer, lacks, merged, not_active, said
from boardroom.rules.text import join_words
from boardroom.store.work import Work


def answer(work: Work, *, advisor_id: int, advisor_alone: bool, given: Mapping[str, Any]) -> int:
    """Saves what is `given` of one advisor's Answer, by the names of its fields; returns the row id of the review.

    It is that of the board, or (`advisor_alone`, while none of the board is open) of this person; begun with its first answer.

    Raises:
        NotFound: the person is gone.
        Refused: they are not active.
        BadInput: an answer can't be so; see `rules.reviews.merged`.
    """
    advisor = work.get(Advisor, advisor_id)
    if not to_review(work.connection, today=work.today, advisor_id=advisor_id):
        raise not_active(advisor.name, advisor.handle)
    review = _open(work, advisor_id if advisor_alone else None) or _start(
        work, of_board=not advisor_alone
    )
    row = _row(work, review, advisor)
    before = _answer(row)
    after = merged(before, given)
    if after.until_on is not None and "until_on" in given and after.until_on <= work.today:
        raise BadInput(
            f"The pause would end on {format_day(after.until_on)}, before it begins.",
            "Give a later day.",
        )
    for field, value in after._asdict().items():
        setattr(row, field, value)
    work.session.flush()
    work.summary = f"Answered for {advisor.name}: {said(after, given)}"
    return _id(review)


def note_board(work: Work, *, note: str | None) -> int:
    """Saves what is to be noted about the board, in place of what was; begins its review if none is open. Returns its row id.

    Raises:
        BadInput: the note can't be kept.
    """
    review = _open(work, None) or _start(work, of_board=True)
    review.board_note = optional(note, "note")
    work.session.flush()
    work.summary = (
        f"Noted about the board in r{review.id}"
        if review.board_note
        else f"Took the note about the board out of r{review.id}"
    )
    return _id(review)


def complete(work: Work, review_id: int) -> None:
    """Completes a review: freezes the facts of everybody active and of the board, then does what was decided.

    Whoever is not active any more is left out; their answers stay. Each line of the note about the board that says so becomes a
    criterion of the next advisor, see `rules.criteria.looked_for`.

    Raises:
        NotFound: there is no such review.
        Refused: it was completed before, somebody still lacks an answer, or nobody is to be reviewed.
    """
    review = work.get(Review, review_id)
    if review.completed_on is not None:
        raise Refused(
            f"r{review_id} was completed on {format_day(review.completed_on)}.",
            f"See it with: boardroom review --show r{review_id}",
        )
    rows = {row.advisor_id: row for row in _call_them_as_now(work, review)}
    people = to_review(work.connection, today=work.today)
    covered = [person for person in people if review.of_board or person.id in rows]
    _check_whole(work, review, covered, rows)
    since = last_reviews(work.connection, today=work.today)
    for person in covered:
        found = facts(work.connection, person.id, since=since.get(person.id), until=work.today)
        assert found is not None  # whoever is active is on the board
        rows[person.id].facts = as_kept(found)
        review.from_on = found.from_on
    if review.of_board:
        of_board = board_facts(work.connection, since=since.get(None), until=work.today)
        review.board_facts, review.from_on = as_kept(of_board), of_board.from_on
    review.completed_on = work.today
    work.session.flush()
    done = _decided(work, [(person, _answer(rows[person.id])) for person in covered])
    wanted = _wanted(work, review.board_note or "")
    work.session.flush()
    work.summary = f"Completed r{review_id}: {done}{wanted}"


def _decided(work: Work, answers: Sequence[tuple[ToReview, Answer]]) -> str:
    """Does what was decided, and says it."""
    kept, adjusted, paused, parted, promised = [], [], [], [], []
    for person, told in answers:
        if told.decision == "keep":
            kept.append(person.name)
        elif told.decision == "adjust":
            edit_advisor(work, person.id, {"window": told.window})
            adjusted.append(f"{person.name}'s window is {told.window} now")
        elif told.decision == "pause":
            take_step(work, person.id, "paused", until=told.until_on)
            paused.append(
                f"{person.name}{f' until {format_day(told.until_on)}' if told.until_on else ''}"
            )
        else:
            promise_id = part(work, person.id)
            parted.append(person.name)
            if promise_id is not None:
                promised.append(_promised(work, promise_id))
    done = [
        f"{doing} {join_words(names)}"
        for doing, names in (("kept", kept), ("paused", paused), ("parted with", parted))
        if names
    ]
    return ", ".join([*done[: bool(kept)], *adjusted, *done[bool(kept) :]]) + "".join(promised)


def _wanted(work: Work, note: str) -> str:
    """Makes the criteria that a note asks for, but for those that there are; what that adds to the summary."""
    known = {fold(known.text) for known in criteria(work.connection)}
    wanted = [
        (text, must)
        for must, text in map(looked_for, note.splitlines())
        if must is not None and fold(text) not in known
    ]
    added = [f"c{add_criterion(work, text, must=must)}" for text, must in wanted]
    return f"; looking for {', '.join(added)}" if added else ""


def _promised(work: Work, promise_id: int) -> str:
    promise = work.get(Promise, promise_id)
    assert promise.due_on is not None  # thanks have a day
    return and_promised(promise_id, promise.text, promise.due_on)


def _check_whole(
    work: Work, review: Review, covered: Sequence[ToReview], rows: Mapping[int | None, ReviewAnswer]
) -> None:
    """Whether everybody has what a review needs.

    Raises:
        Refused: somebody has not, or there is nobody.
    """
    if not covered:
        raise Refused(
            "Nobody whom this review is about is active now.",
            "Whoever is paused comes back with: boardroom advisor resume WHO",
        )
    lacking = []
    for person in covered:
        told = _answer(rows[person.id]) if person.id in rows else Answer()
        late = told.until_on is not None and told.until_on <= work.today
        if lacked := lacks(told) or ("a later day to be paused until" if late else ""):
            lacking.append(f"{person.name} lacks {lacked}")
    if lacking:
        alone = "" if review.of_board else f" --advisor {covered[0].handle}"
        raise Refused(
            f"The review can't be completed yet: {join_words(lacking)}.",
            f"Go on with: boardroom review{alone}",
        )


def _open(work: Work, advisor_id: int | None) -> Review | None:
    found = open_review(work.connection, advisor_id=advisor_id)
    return None if found is None else work.get(Review, found.id)


def _start(work: Work, *, of_board: bool) -> Review:
    """Begins a review; one of the board takes up what was begun with people alone."""
    begun = (
        work.session.exec(select(Review).where(col(Review.completed_on).is_(None))).all()
        if of_board
        else []
    )
    review = work.add(Review(started_on=work.today, of_board=of_board))
    for alone in begun:
        for row in _rows(work, alone):
            row.review_id = _id(review)
        work.session.flush()
        work.session.delete(alone)
    work.session.flush()
    return review


def _row(work: Work, review: Review, advisor: Advisor) -> ReviewAnswer:
    rows = _call_them_as_now(work, review)
    found = next((row for row in rows if row.advisor_id == advisor.id), None)
    return found or work.add(
        ReviewAnswer(
            review_id=_id(review), advisor_id=advisor.id, handle=advisor.handle, name=advisor.name
        )
    )


def _rows(work: Work, review: Review) -> Sequence[ReviewAnswer]:
    return work.session.exec(select(ReviewAnswer).where(ReviewAnswer.review_id == review.id)).all()


def _call_them_as_now(work: Work, review: Review) -> Sequence[ReviewAnswer]:
    """The answers of an open review, under the names that people have now."""
    rows = _rows(work, review)
    called = {
        row.id: work.get(Advisor, row.advisor_id) for row in rows if row.advisor_id is not None
    }
    changed = [row for row in rows if row.id in called and row.handle != called[row.id].handle]
    for row in changed:
        row.handle = f"{row.id} "  # nobody's: two may have taken each other's
    work.session.flush()
    for row in rows:
        if row.id in called:
            row.handle, row.name = called[row.id].handle, called[row.id].name
    work.session.flush()
    return rows


def _answer(row: ReviewAnswer) -> Answer:
    return Answer(*(getattr(row, field) for field in Answer._fields))


def _id(review: Review) -> int:
    assert review.id is not None  # it has been flushed
    return review.id
