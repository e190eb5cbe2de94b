"""Asking, one question at a time: what was typed is kept, said why it can't be, explained where that is wanted, or ends the sitting."""

from __future__ import annotations

import shutil
import sys
from itertools import pairwise

from boardroom.cli.review.questions import QUESTIONS, Question
from boardroom.cli.review.sitting import Sitting
from boardroom.errors import BadInput, Cancelled
from boardroom.queries.reviews import ToReview
from boardroom.render.formatting import safe, short_day
from boardroom.render.page import Block, Cell, Heading, Page, Prose
from boardroom.render.review_facts import facts_fields
from boardroom.render.review_words import answer_words, decision_words
from boardroom.render.wrapping import breaks
from boardroom.rules.reviews import Answer, said
from boardroom.rules.text import brief

_BRIEF = 34


class Left(Exception):
    """The user has left; what was answered is kept."""


def ask_about(sitting: Sitting, person: ToReview, start: int = 0, *, again: bool = False) -> None:
    """Shows the facts about somebody, and asks; where that is done `again`, every question, beside what was answered."""
    answer = sitting.answer(person)
    facts = sitting.facts(person)
    place = (
        f"{sitting.people.index(person) + 1} of {len(sitting.people)}"
        if len(sitting.people) > 1
        else ""
    )
    last = (
        f"last reviewed {short_day(sitting.before[person.handle][0], sitting.call.today)}"
        if person.handle in sitting.before
        else ""
    )
    aside = [text for text in (facts.seat if facts else "", place, last) if text]
    blocks: list[Block] = [Heading(person.name, tuple(Cell(text, "quiet") for text in aside))]
    if facts is not None:
        blocks.append(facts_fields(facts.facts, sitting.call.today))
    given = [field for field in Answer._fields if getattr(answer, field) is not None]
    if given and not again:
        blocks.append(Prose(f"So far: {said(answer, dict.fromkeys(given))}.", "quiet"))
    sitting.call.tell(Page(tuple(blocks)))
    for question in QUESTIONS[start:]:
        if question.applies(sitting.answer(person)):
            _ask(sitting, person, question, again=again)
    print(file=sys.stderr)


def read(sitting: Sitting, put: str, asides: list[str], why: str) -> str:
    """What was typed at a question, explained where that was asked for.

    Raises:
        Left: the user leaves, by `q` or by closing the terminal's input.
    """
    aside = "; ".join(text for text in asides if text)
    question = f"{put} ({aside})" if aside else put
    width = shutil.get_terminal_size().columns
    places = [0, *breaks(question, width), len(question)]
    *first, last = (question[start:end].rstrip() for start, end in pairwise(places))
    while True:
        for line in first:
            print(safe(line), file=sys.stderr)
        try:
            text = sitting.call.ask(last)
        except Cancelled:
            raise Left from None
        if text.lower() == "q":
            raise Left
        if text != "?":
            return text
        sitting.say(why)


def _ask(sitting: Sitting, person: ToReview, question: Question, *, again: bool) -> None:
    """Asks one question until it has an answer, which is kept, or is left open."""
    now = _said(sitting.answer(person), question, sitting) if again else ""
    last = _said(sitting.last(person), question, sitting)
    while True:
        text = read(
            sitting,
            question.put,
            [f"now {now}" if now else "", f"last {last}" if last else ""],
            question.why,
        )
        if not text:
            if now or not question.needed:
                return
            sitting.say("The review can't be completed without that. ? explains it.")
            continue
        try:
            taken_back = text == "-" and again and not question.needed
            sitting.keep(
                person,
                **{question.field: None if taken_back else question.read(sitting.call, text)},
            )
        except BadInput as error:
            sitting.say(f"{error.message} {error.hint}")
        else:
            return


def _said(answer: Answer, question: Question, sitting: Sitting) -> str:
    """An earlier answer to a question, in a few words."""
    value = getattr(answer, question.field)
    match question.field:
        case "decision":
            return decision_words(answer, sitting.call.today)
        case "note":
            return f"“{brief(value, _BRIEF)}”" if value else ""
        case "until_on":
            return short_day(value, sitting.call.today) if value else ""
        case "window":
            return value or ""
        case field:
            return answer_words(answer, field)
