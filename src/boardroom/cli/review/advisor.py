"""Asks the questions about one advisor, below the facts since the last review."""

from __future__ import annotations

import sqlite3
import sys
from datetime import date
from functools import partial

from boardroom.cli.review.prompt import Back, ask_with_back, remark
from boardroom.cli.review.questions import QUESTIONS, Question
from boardroom.cli.review.session import ReviewSession
from boardroom.errors import BadInput
from boardroom.queries.review_progress import AdvisorInReview
from boardroom.render.formatting import short_day
from boardroom.render.page import Block, Cell, Heading, Page, Prose
from boardroom.render.review_facts import facts_fields
from boardroom.render.review_words import decision_words, judgement_words
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.reviews import UNANSWERED, Answer, format_answer
from boardroom.rules.text import brief

_BRIEF = 34


def ask_about(
    session: ReviewSession, advisor: AdvisorInReview, start: int = 0, *, again: bool = False
) -> None:
    """Shows the facts about an advisor and asks the questions from `start` on.

    With `again`, each question shows the current answer, which Enter keeps. `b` at the first
    question goes back to the last one about the advisor before.
    """
    while True:
        try:
            _ask_from(session, advisor, start, again=again)
        except Back:
            _ask_before(session, advisor)
            start, again = 0, True
        else:
            return


def ask_last(session: ReviewSession, advisor: AdvisorInReview) -> None:
    """Asks the last question about an advisor again."""
    applying = [n for n, question in enumerate(QUESTIONS) if question.applies(advisor)]
    ask_about(session, advisor, applying[-1], again=True)


def _ask_before(session: ReviewSession, advisor: AdvisorInReview) -> None:
    """Asks the last question about the advisor before; says so if this is the first one."""
    advisors = session.progress.advisors
    ids = [other.person.id for other in advisors]
    place = ids.index(advisor.person.id) if advisor.person.id in ids else 0
    if place == 0:
        remark(session.call, "This is the first question.")
    else:
        ask_last(session, advisors[place - 1])


def _ask_from(session: ReviewSession, advisor: AdvisorInReview, start: int, *, again: bool) -> None:
    """Asks the questions about an advisor from `start` on.

    Raises:
        Back: the user went back from the first of all.
    """
    session.call.show_with_question(_page(session, advisor, with_answer=not again))
    name, advisor_id = advisor.person.name, advisor.person.id
    number = furthest = start
    while number < len(QUESTIONS) and (current := session.advisor(advisor_id)) is not None:
        if QUESTIONS[number].applies(current):
            try:
                _ask(session, current, QUESTIONS[number], again=again or number < furthest)
            except Back:
                number = _number_before(current, number)
                continue
        number += 1
        furthest = max(furthest, number)
    if session.advisor(advisor_id) is None:
        remark(session.call, f"{name} is no longer active, so this review leaves them out.")
    print(file=sys.stderr)


def _number_before(advisor: AdvisorInReview, number: int) -> int:
    """The index of the question before that one.

    Raises:
        Back: there is none.
    """
    earlier = [n for n in range(number) if QUESTIONS[n].applies(advisor)]
    if not earlier:
        raise Back
    return earlier[-1]


def _page(session: ReviewSession, advisor: AdvisorInReview, *, with_answer: bool) -> Page:
    today, advisors = session.call.today, session.progress.advisors
    previous = session.progress.previous.get(advisor.person.handle)
    asides = (
        "mentee" if advisor.role == "mentee" else advisor.seat,
        f"{advisors.index(advisor) + 1} of {len(advisors)}" if len(advisors) > 1 else "",
        f"last reviewed {short_day(previous.completed_on, today)}" if previous else "",
    )
    cells = tuple(Cell(text, "quiet") for text in asides if text)
    blocks: list[Block] = [
        Heading(advisor.person.name, cells),
        facts_fields(advisor.facts, today, advisor.agreed, role=advisor.role),
    ]
    answered = [field for field, value in advisor.answer._asdict().items() if value is not None]
    if answered and with_answer:
        blocks.append(Prose(f"So far: {format_answer(advisor.answer, answered)}.", "quiet"))
    return Page(tuple(blocks))


def _ask(
    session: ReviewSession, advisor: AdvisorInReview, question: Question, *, again: bool
) -> None:
    """Asks a question until its answer is saved, or it is skipped."""
    call, person = session.call, advisor.person
    previous = session.progress.previous.get(person.handle)
    current_words = _answer_words(session, advisor.answer, question) if again else ""
    last_words = _answer_words(session, previous.answer if previous else UNANSWERED, question)
    asides = (
        f"now {current_words}" if current_words else "",
        f"last {last_words}" if last_words else "",
    )
    while True:
        text = ask_with_back(call, question.text, question.why_of(advisor), asides=asides)
        if not text:
            if current_words or not question.required:
                return
            remark(call, "The review can't be completed without this answer. ? explains it.")
            continue
        is_cleared = text == "-" and again and not question.required
        parse = _clear if is_cleared else partial(question.parse, call, text)
        try:
            session.save_answer(person.id, question.field, parse)
        except BadInput as error:
            remark(call, f"{error.message} {error.hint}")
        else:
            _echo_day(session, person.id, question)
            return


def _echo_day(session: ReviewSession, advisor_id: int, question: Question) -> None:
    """Says which day was understood, if the question was about one."""
    advisor = session.advisor(advisor_id)
    day = getattr(advisor.answer, question.field) if advisor else None
    if isinstance(day, date):
        remark(session.call, f"{format_day(day)} ({from_today(day, session.call.today)}).")


def _clear(_board: sqlite3.Connection) -> None:
    """Parses nothing: the value of a cleared field is None."""


def _answer_words(session: ReviewSession, answer: Answer, question: Question) -> str:
    """An earlier answer to a question in a few words; empty if there is none."""
    value = getattr(answer, question.field)
    match question.field:
        case "decision":
            return decision_words(answer, session.call.today)
        case "note":
            return f"“{brief(value, _BRIEF)}”" if value else ""
        case "until_on":
            return short_day(value, session.call.today) if value else ""
        case "window":
            return value or ""
        case field:
            return judgement_words(answer, field)
