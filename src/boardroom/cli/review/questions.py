"""The questions about an advisor. Their answers are parsed by `rules.reviews`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from boardroom.cli.call import Call
from boardroom.cli.when import parse_day
from boardroom.queries.review_progress import AdvisorInReview
from boardroom.record import Record
from boardroom.rules.reviews import (
    MENTEE_FIELDS,
    Answer,
    parse_decision,
    parse_rating,
    parse_yes_no,
)
from boardroom.rules.windows import parse_window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Question(Record):
    """A question about one advisor.

    `field` is the field of the Answer, `text` the question, and `why` the explanation that `?`
    prints; `why_of_mentee` stands for it where it is given and they are a mentee. `parse` parses
    the typed text, with the board open. The question is asked only after the decision `decision`
    (None: any), and if it is `of_outcome`, only where one was agreed for a formal relationship. It
    can't be skipped if it is `required`.
    """

    field: str
    text: str
    why: str
    parse: Callable[[Call, str, sqlite3.Connection], Any]
    decision: str | None = None
    required: bool = False
    of_outcome: bool = False
    why_of_mentee: str = ""

    def why_of(self, advisor: AdvisorInReview) -> str:
        """The explanation about somebody; a mentee has no seat and is not thanked."""
        is_mentee = advisor.role == "mentee"
        return self.why_of_mentee if is_mentee and self.why_of_mentee else self.why

    def applies(self, advisor: AdvisorInReview) -> bool:
        """Whether to ask the question, given the answer so far; a mentee is not rated."""
        if advisor.role == "mentee" and self.field not in MENTEE_FIELDS:
            return False
        if self.of_outcome and advisor.outcome is None:
            return False
        return self.decision in (None, advisor.answer.decision)


QUESTIONS = (
    Question(
        "value",
        "Value, 1-5?",
        "Do you come away with something useful? 1 is next to nothing, 5 far more than an hour's"
        " worth.",
        lambda _call, text, _board: parse_rating(text),
    ),
    Question(
        "chemistry",
        "Chemistry, 1-5?",
        "Is it easy to talk, and do you look forward to it? 1 is an effort each time, 5 never long"
        " enough.",
        lambda _call, text, _board: parse_rating(text),
    ),
    Question(
        "trust",
        "Trust, 1-5?",
        "Could you tell them what went wrong, and would it stay between you? 1 is hardly, 5"
        " anything.",
        lambda _call, text, _board: parse_rating(text),
    ),
    Question(
        "fits_next",
        "Fits your next six months, y/n?",
        "Do their knowledge and their contacts fit the goals ahead of you? Needs change.",
        lambda _call, text, _board: parse_yes_no(text),
    ),
    Question(
        "outcome_met",
        "The outcome: met, y/n?",
        "Did you come to what the programme was to be measured by? It stands above, as you agreed"
        " it.",
        lambda _call, text, _board: parse_yes_no(text),
        of_outcome=True,
    ),
    Question(
        "note",
        "A note?",
        "What was good and what should change, in one line. You will see it beside this question"
        " next time.",
        lambda _call, text, _board: text,
    ),
    Question(
        "decision",
        "Decision: keep, adjust, pause or part?",
        "Keep changes nothing, adjust sets another window, pause stops the clock, part frees the"
        " seat and thanks them. Nothing happens before you say yes at the end.",
        lambda _call, text, _board: parse_decision(text),
        required=True,
        why_of_mentee="Keep changes nothing, adjust sets another window, pause stops the clock,"
        " part ends the mentoring. Nothing happens before you say yes at the end.",
    ),
    Question(
        "window",
        "The new window, like 6-8w?",
        "How often to meet from now on: the shortest and the longest wait, in days, weeks or"
        " months.",
        lambda _call, text, _board: str(parse_window(text)),
        decision="adjust",
        required=True,
    ),
    Question(
        "until_on",
        "Paused until when, like 1 Mar or in 3m?",
        "The last day of the pause; Enter for an open end.",
        lambda call, text, board: parse_day(call, board, text, toward="forward", bare_length=True),
        decision="pause",
    ),
)
"""The questions in order; the decision comes after the judgements.

Sources: measured outcomes (value; articles 001, 002); chemistry and trust, and advisors who do not
fit or were outgrown (001, 002, 003); needs change, and so should advisors (fits, decision; 004);
acknowledge the good work (note; 001-003); the window agreed up front (002, 003).
"""

LOOK_FOR = (
    "What the board lacks: a strength, a background, contacts, another view. “must: has run a P&L”"
    " makes the line a criterion."
)
"""The explanation of the question about what to look for next.

Source: diversity of experience, background and contacts (articles 000, 002, 004).
"""


def first_open(answer: Answer) -> int:
    """The index in `QUESTIONS` after the last one answered; open ones before it were skipped."""
    answered = [
        number
        for number, question in enumerate(QUESTIONS, 1)
        if getattr(answer, question.field) is not None
    ]
    return max(answered, default=0)
