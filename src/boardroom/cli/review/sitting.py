"""One sitting of a review on a terminal: whom it covers, what was answered so far, and each answer kept as it is given."""

from __future__ import annotations

from typing import Any

import typer

from boardroom.actions import reviews as actions
from boardroom.cli.call import Call
from boardroom.queries.review_dates import last_reviews
from boardroom.queries.review_facts import AdvisorFacts, advisor_facts, board_facts, review_facts
from boardroom.queries.reviews import (
    ReviewView,
    ToReview,
    answered_before,
    open_review,
    review,
    reviews,
    to_review,
)
from boardroom.render.page import Page, Prose
from boardroom.render.review_words import lines
from boardroom.rules.names import Named
from boardroom.rules.review_facts import BoardFacts
from boardroom.rules.reviews import Answer
from boardroom.store.work import Work


class Sitting:
    """The review that goes on, or begins with the first answer: of the board, or of one `person`.

    `before` is what was last answered about each, `looked_for` the lines that the last review of the board left.
    """

    def __init__(self, context: typer.Context, person: Named | None) -> None:
        self.context, self.call, self.person = context, Call.of(context), person
        self._alone = None if person is None else person.id
        with self.call.reading() as board:
            self.people: tuple[ToReview, ...] = to_review(
                board, today=self.call.today, advisor_id=self._alone
            )
            self.view: ReviewView | None = open_review(board, advisor_id=self._alone)
            self.before = answered_before(board, before=None)
            everything = reviews(board).reviews
        self.looked_for = lines(
            next(
                (found.board_note for found in everything if found.of_board and found.completed_on),
                None,
            )
        )
        alone = [found for found in everything if not found.of_board and not found.completed_on]
        # The review of the board takes up, with its first answer, what was begun about people alone.
        self._begun = (
            ()
            if self.view or person
            else tuple(about for found in alone for about in found.answers)
        )

    @property
    def of_board(self) -> bool:
        """Whether the answers go into a review of the whole board."""
        return self.person is None if self.view is None else self.view.of_board

    def everybody(self) -> tuple[ToReview, ...]:
        """Everybody whom the review covers, who may be more than are asked about in this sitting."""
        if not self.of_board:
            return self.people
        with self.call.reading() as board:
            return to_review(board, today=self.call.today)

    def answer(self, person: ToReview) -> Answer:
        """What was answered about somebody so far."""
        given = self._begun if self.view is None else self.view.answers
        return next((about.answer for about in given if about.advisor_id == person.id), Answer())

    def last(self, person: ToReview) -> Answer:
        """What was answered about them in their last review."""
        return self.before[person.handle][1] if person.handle in self.before else Answer()

    def keep(self, person: ToReview, **given: Any) -> None:  # noqa: ANN401  the fields of an Answer
        """Saves an answer about somebody.

        Raises:
            BadInput: it can't be one.
            Refused: they are not active any more.
        """
        with self.call.changing(self.context) as work:
            review_id = actions.answer(
                work, advisor_id=person.id, advisor_alone=self.person is not None, given=given
            )
        self._read(review_id)

    @property
    def noted(self) -> list[str]:
        """The lines on what to look for next."""
        return lines(None if self.view is None else self.view.board_note)

    def note(self, noted: list[str]) -> None:
        """Saves the lines on what to look for next.

        Raises:
            BadInput: they can't be kept.
        """
        with self.call.changing(self.context) as work:
            review_id = actions.note_board(work, note="\n".join(noted))
        self._read(review_id)

    def facts(self, person: ToReview) -> AdvisorFacts | None:
        """What happened with somebody since their last review."""
        with self.call.reading() as board:
            return next(iter(advisor_facts(board, person.id, today=self.call.today).advisors), None)

    def board_facts(self) -> BoardFacts:
        """What happened with the board since its last review."""
        with self.call.reading() as board:
            since = last_reviews(board, today=self.call.today).get(None)
            return board_facts(board, since=since, until=self.call.today)

    def so_far(self) -> ReviewView:
        """The review as it would be completed now: about those who are active, with the facts of today."""
        if self.view is None:  # all was answered about people alone
            self.note([])
        assert self.view is not None
        covered = {person.id for person in self.people}
        with self.call.reading() as board:
            facts = {
                about.handle: about.facts
                for about in review_facts(board, today=self.call.today).advisors
            }
        about = (found for found in self.view.answers if found.advisor_id in covered)
        answers = tuple(found._replace(facts=facts.get(found.handle)) for found in about)
        return self.view._replace(completed_on=self.call.today, answers=answers)

    def complete(self) -> Work:
        """Completes the review.

        Raises:
            Refused: a rule forbids it; see `boardroom.actions.reviews.complete`.
        """
        assert self.view is not None  # something was answered
        with self.call.changing(self.context) as work:
            actions.complete(work, self.view.id)
        self._read(self.view.id)
        return work

    def say(self, text: str) -> None:
        """A remark between two questions."""
        self.call.remark(Page((Prose(text, "quiet"),)))

    def _read(self, review_id: int) -> None:
        with self.call.reading() as board:
            self.view = review(board, review_id)
