"""`boardroom review` on a terminal: each advisor, then the board, then a confirmation.

Each answer is saved before the next question, and the board is closed during questions.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable
from datetime import date

from boardroom.cli.call import Call
from boardroom.cli.failures import INTERRUPTED, Exit
from boardroom.cli.printer import Result
from boardroom.cli.review.advisor import ask_about, ask_last
from boardroom.cli.review.board import ask_about_board
from boardroom.cli.review.messages import opening, say_answered, say_left
from boardroom.cli.review.prompt import Back, Quit, ask_with_back, remark
from boardroom.cli.review.questions import QUESTIONS, first_open
from boardroom.cli.review.session import ReviewSession
from boardroom.cli.who import find_person
from boardroom.errors import BadInput
from boardroom.queries.review_progress import (
    AdvisorInReview,
    review_due_from,
    review_progress,
)
from boardroom.render.page import Page, Prose
from boardroom.rules.names import find_matches
from boardroom.rules.reviews import UNANSWERED, missing_fields, nobody_active, not_active
from boardroom.rules.text import join_words, quoted


def walk(call: Call, who: str | None) -> None:
    """Asks all questions of the open review, or of a new one, of the board or of one person.

    Raises:
        BadInput: there is no terminal to ask on.
        Refused: nobody is active, or this person is not.
    """
    if not call.may_ask:
        raise BadInput(
            "The review asks its questions on a terminal, and there is none.",
            "Use --facts to print the facts, and --answers FILE to answer.",
        )
    session, due_from = call.read(lambda board: _start(call, board, who))
    call.show_with_question(Page((Prose(opening(session, due_from)),)))
    try:
        result = _ask(session)
    except Quit:
        say_left(session)
        return
    except KeyboardInterrupt:
        if not call.was_interrupted:
            raise
        say_left(session)
        raise Exit(INTERRUPTED) from None
    if result is None:
        say_answered(session)
    else:
        call.print_result(result)


def _start(
    call: Call, board: sqlite3.Connection, who: str | None
) -> tuple[ReviewSession, date | None]:
    """The review, and the day it is due from, if that is in the future.

    Raises:
        Refused: nobody is active, or this person is not.
    """
    person = None if who is None else find_person(call, board, who)
    advisor_id = None if person is None else person.id
    progress = review_progress(board, today=call.today, advisor_id=advisor_id)
    if not progress.advisors:
        raise not_active(person.name, person.handle) if person else nobody_active()
    due_from = review_due_from(board, progress, today=call.today)
    return ReviewSession(call, person, progress), due_from


def _ask(session: ReviewSession) -> Result | None:
    """Asks everything and completes the review.

    Returns None if this was one person in the review of the board, which stays open.

    Raises:
        Quit: the user left.
        Refused: nobody is active any more, or the review was completed elsewhere.
    """
    _ask_about_open(session)
    if session.progress.of_board and session.person is None:
        ask_about_board(session)
    while True:
        if session.person is not None and session.progress.of_board:
            return None
        result = _confirm(session)
        if result is not None:
            return result
        remark(
            session.call, "The review was changed elsewhere meanwhile; this is its current state."
        )
        print(file=sys.stderr)
        _ask_about(session, lambda advisor: bool(missing_fields(advisor.answer)))


def _ask_about_open(session: ReviewSession) -> None:
    """Asks the open questions, starting after the last answer.

    Optional questions skipped before that stay open. A pause that would already be over needs a new
    last day.
    """
    advisors, today = session.progress.advisors, session.call.today
    answered = [number for number, advisor in enumerate(advisors) if advisor.answer != UNANSWERED]
    last = len(advisors) if session.lines else max(answered, default=-1)
    settled = {
        advisor.person.id
        for advisor in advisors[: max(last, 0)]
        if not missing_fields(advisor.answer) and not _is_over(advisor, today)
    }
    _ask_about(session, lambda advisor: advisor.person.id not in settled)


def _ask_about(session: ReviewSession, is_open: Callable[[AdvisorInReview], bool]) -> None:
    """Asks once about each advisor for whom `is_open`, including those who join meanwhile."""
    visited: set[int] = set()
    while advisor := next(
        (advisor for advisor in session.progress.advisors if advisor.person.id not in visited), None
    ):
        visited.add(advisor.person.id)
        if is_open(advisor):
            _ask_rest(session, advisor)


def _ask_rest(session: ReviewSession, advisor: AdvisorInReview) -> None:
    """Asks the questions about an advisor that follow the last one answered."""
    if _is_over(advisor, session.call.today):
        session.save_answer(advisor.person.id, "until_on", lambda _: None)
        current = session.advisor(advisor.person.id)
        if current is None:  # no longer active
            return
        advisor = current
    start = first_open(advisor.answer)
    if any(question.applies(advisor) for question in QUESTIONS[start:]):
        ask_about(session, advisor, start)
    elif session.person is not None and session.progress.of_board:
        ask_about(session, advisor, again=True)


def _confirm(session: ReviewSession) -> Result | None:
    """Shows the summary and asks for confirmation, then completes the review.

    If the user types a name, it asks about that advisor again. Returns None if the summary was out
    of date.

    Raises:
        Quit: the answer was no.
        Refused: nobody is active any more, or the review was completed elsewhere.
    """
    why = (
        "Yes carries out your decisions, as one change; until then only your answers are saved."
        " A name asks about that advisor again."
    )
    while True:
        if not session.progress.advisors:
            raise nobody_active()
        if session.progress.review is None:  # all answers came from reviews of single advisors
            session.change_lines(lambda lines: lines)
        summary = session.summary()
        session.call.show_with_question(summary)
        try:
            text = ask_with_back(
                session.call, "Complete the review? [y/N, or a name to ask again]", why
            )
        except Back:
            _ask_last(session)
            continue
        if text.lower() in ("y", "yes"):
            return session.complete(summary)
        if text.lower() in ("", "n", "no"):
            raise Quit
        _ask_again(session, text)


def _ask_last(session: ReviewSession) -> None:
    """Asks the last question before the confirmation again."""
    if session.progress.of_board and session.person is None:
        ask_about_board(session, again=True)
    else:
        ask_last(session, session.progress.advisors[-1])


def _ask_again(session: ReviewSession, who: str) -> None:
    """Asks again about the advisor that `who` means; prints a remark if it means none."""
    people = [advisor.person for advisor in session.progress.advisors]
    matches = find_matches(who, people)
    if len(matches) != 1:
        handles = join_words([person.handle for person in matches or people], "or")
        remark(
            session.call,
            f"{quoted(who)} is neither yes nor no, nor in this review: {handles}.",
        )
        return
    print(file=sys.stderr)
    advisor = session.advisor(matches[0].id)
    assert advisor is not None  # one of those just listed
    ask_about(session, advisor, again=True)


def _is_over(advisor: AdvisorInReview, today: date) -> bool:
    """Whether the pause in the answer would already be over."""
    until_on = advisor.answer.until_on
    return until_on is not None and until_on <= today
