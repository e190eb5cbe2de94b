"""Asks the questions of `init`, one a line, and keeps each answer."""

from __future__ import annotations

import sys

from boardroom.cli.call import Call
from boardroom.cli.init.answers import Answers
from boardroom.cli.init.questions import Question
from boardroom.cli.review.prompt import Quit, ask_line, remark
from boardroom.errors import BadInput
from boardroom.render.page import Cell, Heading, Page
from boardroom.rules.text import brief

_SHOWN = 40
_CONFIRM = "Begin this board? [Y/n]"
_WHY_CONFIRM = (
    "Yes stores all of it as one change, which one boardroom undo takes back. No keeps your answers"
    " for another boardroom init; b goes back to the last question."
)


def ask_all(call: Call, answers: Answers) -> None:
    """Asks every open question.

    Raises:
        Quit: the user left.
        CannotWrite: an answer can't be kept.
    """
    section = ("", "")
    while (question := answers.first_open()) is not None:
        if question.section != section:
            print(file=sys.stderr)
            _show_heading(call, question.section)
            section = question.section
        _ask(call, answers, question)


def confirm(call: Call, answers: Answers) -> bool:
    """Asks whether to store the board shown; False if the user went back to a question.

    Raises:
        Quit: the answer was no, or the user left.
    """
    while True:
        text = ask_line(call, _CONFIRM, _WHY_CONFIRM).lower()
        if text in ("", "y", "yes"):
            return True
        if text in ("n", "no"):
            raise Quit
        if text == "b":
            answers.reopened.add(answers.questions[-1].key)
            return False
        remark(call, f"{text!r} is neither yes nor no. Press Enter for yes, or write n or b.")


def _ask(call: Call, answers: Answers, question: Question) -> None:
    """Asks a question until its answer is kept, or the user goes back."""
    current = answers.parsed(question)
    enter = question.default if current is None else brief(current.text, _SHOWN) or question.default
    asides = (question.example, f"Enter: {enter}" if enter else "")
    while True:
        text = ask_line(call, question.text, question.why, asides=asides)
        if text.lower() == "b":
            if _go_back(answers, question):
                return
            remark(call, "This is the first question.")
            continue
        try:
            parsed = question.parse(current.text if current is not None and not text else text)
        except BadInput as error:
            remark(call, f"{error.message} {error.hint}")
            continue
        answers.keep(question.key, parsed.text)
        if parsed.echo:
            remark(call, parsed.echo)
        return


def _go_back(answers: Answers, question: Question) -> bool:
    """Reopens the question before this one; False if there is none."""
    keys = [earlier.key for earlier in answers.questions]
    place = keys.index(question.key)
    if place == 0:
        return False
    answers.reopened.add(keys[place - 1])
    return True


def _show_heading(call: Call, section: tuple[str, str]) -> None:
    title, aside = section
    call.show_on_terminal(
        Page((Heading(title, (Cell(aside, "quiet"),) if aside else ()),)),
    )
