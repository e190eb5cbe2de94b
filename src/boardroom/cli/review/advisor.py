"""Asks the questions about one advisor, below the facts since the last review."""

from __future__ import annotations

import sqlite3
import sys
from functools import partial

from boardroom.cli.review.prompt import ask_line, remark
from boardroom.cli.review.questions import QUESTIONS, Question
from boardroom.cli.review.session import ReviewSession
from boardroom.errors import BadInput
from boardroom.queries.review_progress import AdvisorInReview
from boardroom.render.formatting import short_day
from boardroom.render.page import Block, Cell, Heading, Page, Prose
from boardroom.render.review_facts import facts_fields
from boardroom.render.review_words import decision_words, judgement_words
from boardroom.rules.reviews import UNANSWERED, Answer, format_answer
from boardroom.rules.text import brief

_BRIEF = 34


def ask_about(
    session: ReviewSession, advisor: AdvisorInReview, start: int = 0, *, again: bool = False
) -> None:
    """Shows the facts about an advisor and asks the questions from `start` on.

    With `again`, each question shows the current answer, which Enter keeps.
    """
    session.call.show_with_question(_page(session, advisor, with_answer=not again))
    name, advisor_id = advisor.person.name, advisor.person.id
    for question in QUESTIONS[start:]:
        current = session.advisor(advisor_id)
        if current is not None and question.applies(current.answer):
            _ask(session, current, question, again=again)
    if session.advisor(advisor_id) is None:
        remark(session.call, f"{name} is no longer active, so this review leaves them out.")
    print(file=sys.stderr)


def _page(session: ReviewSession, advisor: AdvisorInReview, *, with_answer: bool) -> Page:
    today, advisors = session.call.today, session.progress.advisors
    previous = session.progress.previous.get(advisor.person.handle)
    asides = (
        advisor.seat,
        f"{advisors.index(advisor) + 1} of {len(advisors)}" if len(advisors) > 1 else "",
        f"last reviewed {short_day(previous.completed_on, today)}" if previous else "",
    )
    cells = tuple(Cell(text, "quiet") for text in asides if text)
    blocks: list[Block] = [
        Heading(advisor.person.name, cells),
        facts_fields(advisor.facts, today),
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
        text = ask_line(call, question.text, question.why, asides=asides)
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
            return


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
