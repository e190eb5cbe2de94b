"""The progress of a review, for the questions of `boardroom review`."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.agreed import Agreed
from boardroom.queries.due import due
from boardroom.queries.perspectives import Diversity, diversity
from boardroom.queries.previous_answers import PreviousAnswer, previous_answers
from boardroom.queries.review_dates import last_reviews
from boardroom.queries.review_facts import advisor_facts, board_facts
from boardroom.queries.reviews import (
    AnswerView,
    ReviewView,
    answers_alone,
    last_board_answers,
    open_review,
    people_to_review,
    review,
)
from boardroom.record import Record
from boardroom.rules.names import Named
from boardroom.rules.review_facts import BoardFacts, Facts
from boardroom.rules.reviews import UNANSWERED, Answer, done_count


class AdvisorInReview(Record):
    """Somebody to ask about, the answer so far, and the facts since the last review."""

    person: Named
    seat: str | None
    answer: Answer
    facts: Facts
    agreed: Agreed | None
    role: str = "advisor"

    @property
    def outcome(self) -> str | None:
        """What a formal relationship is measured by; None if that is not agreed."""
        return None if self.agreed is None else self.agreed.outcome


class ReviewProgress(Record):
    """A review, started or not, as the board has it at one moment.

    It is of the board (`of_board`) or of one advisor. `advisors` are those to ask about, sorted by
    handle; even a review of the board may ask about one alone. It covers `covered_count` advisors,
    of whom `done_count` have a complete answer. `previous` are the last answers by handle, and
    `previous_board` those about the board in its last review, by field. `diversity` is how the
    active advisors differ.
    """

    of_board: bool
    review: ReviewView | None
    advisors: tuple[AdvisorInReview, ...]
    done_count: int
    covered_count: int
    previous: dict[str, PreviousAnswer]
    previous_board: dict[str, str | None]
    board_facts: BoardFacts | None
    diversity: Diversity | None

    def as_completed(self, today: date) -> ReviewView:
        """The review as it would be if it were completed today, about the advisors active now."""
        assert self.review is not None  # there is an answer, so it was started
        answers = tuple(
            AnswerView(person.id, person.handle, person.name, answer, facts, role=role)
            for person, _, answer, facts, _, role in self.advisors
        )
        return self.review._replace(completed_on=today, answers=answers)


def review_progress(
    connection: sqlite3.Connection,
    *,
    today: date,
    advisor_id: int | None = None,
    review_id: int | None = None,
    earlier: ReviewProgress | None = None,
) -> ReviewProgress:
    """The review of that id, or (None) the one that the next answer belongs to or would start.

    `advisor_id` limits the questions to one advisor. Facts are reused from `earlier`, since
    counting them takes long on a large board.

    Raises:
        NotFound: there is no such review.
    """
    current = (
        open_review(connection, advisor_id=advisor_id)
        if review_id is None
        else review(connection, review_id)
    )
    of_board = advisor_id is None if current is None else current.of_board
    people = people_to_review(connection, today=today)
    to_ask = [person for person in people if advisor_id in (None, person.id)]
    covered = people if of_board else to_ask
    views = () if current is None else current.answers
    if current is None and advisor_id is None:  # the board's review will take these over
        views = answers_alone(connection)
    answers = {view.advisor_id: view.answer for view in views}
    known = {advisor.person.id: advisor for advisor in earlier.advisors} if earlier else {}
    advisors = []
    for person in to_ask:
        advisor = known.get(person.id) or _advisor(connection, person, today)
        answer = answers.get(person.id, UNANSWERED)
        advisors.append(advisor._replace(person=person, answer=answer))
    return ReviewProgress(
        of_board,
        current,
        tuple(advisors),
        done_count(answers.get(person.id) for person in covered),
        len(covered),
        previous_answers(connection, before_review=None),
        last_board_answers(connection),
        earlier.board_facts if earlier else _board_facts(connection, advisor_id, today),
        diversity(connection, today=today) if advisor_id is None else None,
    )


def review_due_from(
    connection: sqlite3.Connection, progress: ReviewProgress, *, today: date
) -> date | None:
    """The first day that a review of these advisors is due; None if it is due already."""
    handles = {advisor.person.handle for advisor in progress.advisors}
    first = min(
        advisor.review_clock.due_from
        for advisor in due(connection, today=today).advisors
        if advisor.handle in handles
    )
    return first if first > today else None


def _advisor(connection: sqlite3.Connection, person: Named, today: date) -> AdvisorInReview:
    # There is one, since an active advisor is on the board.
    [view] = advisor_facts(connection, person.id, today=today).advisors
    return AdvisorInReview(person, view.seat, UNANSWERED, view.facts, view.agreed, view.role)


def _board_facts(
    connection: sqlite3.Connection, advisor_id: int | None, today: date
) -> BoardFacts | None:
    if advisor_id is not None:
        return None
    since = last_reviews(connection, today=today).get(None)
    return board_facts(connection, since=since, until=today)
