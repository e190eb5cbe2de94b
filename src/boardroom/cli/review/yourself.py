"""The review's three questions on the user: what they need, seek and bring.

Source: self-awareness comes before choosing mentors (article 004).
"""

from __future__ import annotations

import sys

from boardroom.cli.review.advisor import ask_last
from boardroom.cli.review.prompt import Back, ask_with_back, remark
from boardroom.cli.review.session import ReviewSession
from boardroom.errors import BadInput
from boardroom.record import Record
from boardroom.rules.reviews import nobody_active
from boardroom.rules.text import brief

_BRIEF = 40


class SelfQuestion(Record):
    """A question on the user; `field` is one of the `BOARD_ANSWERS`, `why` what `?` prints."""

    field: str
    text: str
    why: str


SELF_QUESTIONS = (
    SelfQuestion(
        "need",
        "What do you need now?",
        "What your work asks of you in the next six months that you can't do, or don't know, yet.",
    ),
    SelfQuestion(
        "seek",
        "What do you seek in your advisors?",
        "Advice, candour, contacts, a door opened, encouragement: what would help you most.",
    ),
    SelfQuestion(
        "bring",
        "What do you bring them?",
        "What you give back: insight from your place, technical advice, contacts, feedback, time to"
        " prepare.",
    ),
)


def ask_about_yourself(session: ReviewSession) -> None:
    """Asks the questions on the user that follow the last one answered.

    Raises:
        Quit: the user left.
        Refused: the review was completed elsewhere, or nobody is active any more.
    """
    answered = [
        number
        for number, question in enumerate(SELF_QUESTIONS, 1)
        if session.board_answer(question.field)
    ]
    _ask_from(session, max(answered, default=0))


def ask_last_about_yourself(session: ReviewSession) -> None:
    """Asks the last question on the user again; `b` goes back further."""
    _ask_from(session, len(SELF_QUESTIONS) - 1)


def _ask_from(session: ReviewSession, number: int) -> None:
    while number < len(SELF_QUESTIONS):
        try:
            _ask(session, SELF_QUESTIONS[number])
        except Back:
            if number == 0:
                if not session.progress.advisors:
                    raise nobody_active() from None
                ask_last(session, session.progress.advisors[-1])
            else:
                number -= 1
        else:
            number += 1
    print(file=sys.stderr)


def _ask(session: ReviewSession, question: SelfQuestion) -> None:
    """Asks one question until its answer is saved or it is skipped; “-” clears the answer."""
    current = session.board_answer(question.field)
    last = session.progress.previous_board[question.field]
    asides = [
        f"{when} “{brief(answer, _BRIEF)}”"
        for when, answer in (("now", current), ("last", last))
        if answer
    ]
    while True:
        text = ask_with_back(session.call, question.text, question.why, asides=asides)
        if not text:
            return
        try:
            session.save_board_answer(question.field, None if text == "-" and current else text)
        except BadInput as error:
            remark(session.call, f"{error.message} {error.hint}")
        else:
            return
