"""What the review asks about an advisor, one question after the other; what an answer may be is decided by the rules."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from boardroom.cli.call import Call
from boardroom.cli.when import on_day
from boardroom.rules.reviews import Answer, parse_decision, parse_rating, parse_yes_no
from boardroom.rules.windows import parse_window


class Question(NamedTuple):
    """A question: the field of the Answer that it fills, how it is put, what `?` says, and how an answer to it is read.

    `goes_with` is the decision that it is asked after (None: whatever was decided); one that is `needed` can't be left open.
    """

    field: str
    put: str
    why: str
    read: Callable[[Call, str], Any]
    goes_with: str | None = None
    needed: bool = False

    def applies(self, answer: Answer) -> bool:
        """Whether it is asked of somebody about whom that was answered."""
        return self.goes_with in (None, answer.decision)


QUESTIONS = (
    Question(
        "value",
        "Value, 1-5?",
        "Do you come away with something to use: 1 for next to nothing, 5 for far more than an hour's worth.",
        lambda _, text: parse_rating(text),
    ),
    Question(
        "chemistry",
        "Chemistry, 1-5?",
        "Is it easy to talk, and do you look forward to it: 1 for an effort each time, 5 for never long enough.",
        lambda _, text: parse_rating(text),
    ),
    Question(
        "trust",
        "Trust, 1-5?",
        "Could you tell them what went wrong, and would it stay between you: 1 for hardly, 5 for anything.",
        lambda _, text: parse_rating(text),
    ),
    Question(
        "fits_next",
        "Fits your next six months, y/n?",
        "Needs change: is what they know and whom they know what you need for the goals ahead of you?",
        lambda _, text: parse_yes_no(text),
    ),
    Question(
        "note",
        "A note?",
        "What was good and what should be otherwise, in a line: you will see it beside this question next time.",
        lambda _, text: text,
    ),
    Question(
        "decision",
        "Decision: keep, adjust, pause or part?",
        "Keep goes on as it is, adjust sets another window, pause stops the clock, part frees the seat and thanks them;"
        " nothing happens before you say yes at the end.",
        lambda _, text: parse_decision(text),
        needed=True,
    ),
    Question(
        "window",
        "The new window, like 6-8w?",
        "How often to meet from now on: the shortest and the longest wait, in days, weeks or months.",
        lambda _, text: str(parse_window(text)),
        goes_with="adjust",
        needed=True,
    ),
    Question(
        "until_on",
        "Paused until when?",
        "A day, like 1 Mar or in 3m, on which to think of them again; Enter for an open end.",
        lambda call, text: on_day(call, text, toward="forward"),
        goes_with="pause",
    ),
)
"""In the order in which they are asked, so that the decision comes last.

Sources: measured outcomes (value; articles 001, 002); chemistry and trust, and who is no fit or was outgrown (001, 002, 003); needs
change, and so should advisors (fits, decision; 004); acknowledge the good work (note; 001-003); the window agreed up front (002, 003).
"""

LOOKED_FOR = "Whom the board lacks: a strength, a background, contacts, another view; “must: has run a P&L” makes it a criterion of your search."
"""What `?` says where the board is looked at. Source: diversity of experience, background and contacts (articles 000, 002, 004)."""


def first_open(answer: Answer) -> int:
    """The place in `QUESTIONS` after the last one that was answered: what stands open before it was left so."""
    answered = [
        place
        for place, question in enumerate(QUESTIONS, 1)
        if getattr(answer, question.field) is not None
    ]
    return max(answered, default=0)
