"""The state of a review on a terminal; saves each answer as a change."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from boardroom.actions.reviews import answer_board, answer_review, complete_review
from boardroom.cli.call import Call
from boardroom.cli.printer import Reply, Result
from boardroom.queries.review_progress import AdvisorInReview, ReviewProgress, review_progress
from boardroom.queries.reviews import open_review, people_to_review
from boardroom.render.page import Page
from boardroom.render.review_record import review_json
from boardroom.render.review_words import note_lines
from boardroom.render.reviews import summary_blocks
from boardroom.rules.names import Named
from boardroom.rules.reviews import check_open
from boardroom.store.rows import Review
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class ReviewSession:
    """One walk through a review, of the board or of one `person`.

    `progress` is read at the start, then again with each answer. During a question, the board is
    closed and may change elsewhere; the transaction of the next answer notices.
    """

    def __init__(self, call: Call, person: Named | None, progress: ReviewProgress) -> None:
        self.call, self.person, self.progress = call, person, progress

    @property
    def lines(self) -> list[str]:
        """The lines of the note on what to look for next."""
        current = self.progress.review
        return note_lines(None if current is None else current.board_note)

    def advisor(self, advisor_id: int) -> AdvisorInReview | None:
        """An advisor in the review; None if it no longer covers them."""
        return next(
            (advisor for advisor in self.progress.advisors if advisor.person.id == advisor_id), None
        )

    def save_answer(
        self, advisor_id: int, field: str, parse: Callable[[sqlite3.Connection], Any]
    ) -> None:
        """Saves one field of the answer about an advisor, if they are still active.

        Raises:
            BadInput: the answer is not valid.
            Refused: the review was completed elsewhere; or it covers only this person, who is no
                longer active.
        """

        def action(work: Work) -> ReviewProgress:
            people = people_to_review(work.connection, today=work.today, advisor_id=advisor_id)
            if not people and self.person is None:
                return self._read(work, None)
            done = answer_review(
                work,
                advisor_id=advisor_id,
                advisor_alone=self.person is not None,
                changes={field: parse(work.connection)},
            )
            return self._read(work, done.id)

        self._transact(action)

    def change_lines(self, change: Callable[[list[str]], list[str]]) -> None:
        """Changes the current lines on what to look for next.

        Raises:
            BadInput: the lines are not valid.
            Refused: the review was completed elsewhere.
        """

        def action(work: Work) -> ReviewProgress:
            current = open_review(work.connection)
            lines = note_lines(None if current is None else current.board_note)
            done = answer_board(work, {"note": "\n".join(change(lines))})
            return self._read(work, done.id)

        self._transact(action)

    def summary(self) -> Page:
        """All answers, and the changes that completing the review makes."""
        return _summary(self.progress, self.call)

    def complete(self, shown: Page) -> Result | None:
        """Completes the review if its summary is still the one `shown`; None if it has changed.

        Raises:
            Refused: a rule forbids it; see `boardroom.actions.reviews.complete_review`.
        """
        is_completed = False

        def action(work: Work) -> ReviewProgress:
            nonlocal is_completed
            assert self.progress.review is not None  # it was shown
            row = work.first(Review, id=self.progress.review.id)
            if row is None:  # undone, or merged into a review of the board
                return self._read(work, None)
            current = self._read(work, row.id, with_facts=True)
            is_completed = _summary(current, self.call) == shown
            if not is_completed:
                return current
            complete_review(work, row.id)
            return self._read(work, row.id)

        result = self._transact(action)
        return result if is_completed else None

    def _transact(self, action: Callable[[Work], ReviewProgress]) -> Result:
        """Makes a change, and updates the progress of the review."""
        progress = self.progress

        def run(work: Work) -> Reply:
            nonlocal progress
            self._check_open(work)
            progress = action(work)
            current = progress.review
            return Reply({} if current is None else review_json(current))

        result = self.call.transact(run)
        self.progress = progress
        return result

    def _check_open(self, work: Work) -> None:
        """Checks that the review was not completed elsewhere.

        A missing review was undone, or merged into a review of the board, which continues.

        Raises:
            Refused: it was.
        """
        if self.progress.review is None:
            return
        row = work.first(Review, id=self.progress.review.id)
        if row is not None:
            check_open(row.ref, row.completed_on)

    def _read(
        self, work: Work, review_id: int | None, *, with_facts: bool = False
    ) -> ReviewProgress:
        return review_progress(
            work.connection,
            today=work.today,
            advisor_id=None if self.person is None else self.person.id,
            review_id=review_id,
            earlier=None if with_facts else self.progress,
        )


def _summary(progress: ReviewProgress, call: Call) -> Page:
    return Page(summary_blocks(progress.as_completed(call.today), progress.previous, call.today))
