"""A completed review as Markdown: counts, and the user's answers."""

from __future__ import annotations

from datetime import date

from boardroom.queries.reviews import AnswerView, ReviewView
from boardroom.queries.sharing import Sharing
from boardroom.render.markdown import markdown
from boardroom.render.page import Block, Cell, Fields, Heading, Page, Prose
from boardroom.render.privacy import left_out_words
from boardroom.render.review_facts import facts_fields
from boardroom.render.review_words import (
    LABELS,
    PreviousAnswers,
    comparison_words,
    decision_words,
)
from boardroom.render.reviews import answer_fields, board_blocks, change_blocks, judgements
from boardroom.rules.day_format import long_day
from boardroom.rules.text import join_words

_ANY_DAY = date.min
"""The `today` of a report, so that every date has its year."""


def review_markdown(
    view: ReviewView, previous: PreviousAnswers, *, everything: bool = False
) -> tuple[str, str]:
    """The report: the summary, each advisor, the board, and what changes.

    Then a sentence on what was left out as private; empty if nothing was. With `everything`,
    private answers are in it too.
    """
    assert view.completed_on is not None  # an open review has no report
    sharing = Sharing(everything=everything)
    shared, compared = sharing.review(view), sharing.earlier_answers(view, previous)
    subject = "the board" if view.of_board else join_words([answer.name for answer in view.covered])
    blocks: list[Block] = [
        Heading(f"Review of {subject}"),
        Prose(long_day(view.completed_on)),
        *_summary(shared, compared),
    ]
    for answer in shared.covered:
        assert answer.facts is not None  # every covered answer has facts
        # One block, since Markdown joins adjacent lists.
        rows = (
            *facts_fields(answer.facts, _ANY_DAY, role=answer.role).rows,
            *answer_fields(answer, compared, _ANY_DAY).rows,
        )
        blocks += [Heading(answer.name), Fields(rows)]
    blocks += board_blocks(shared, _ANY_DAY)
    text = markdown(Page((*blocks, *change_blocks(shared, _ANY_DAY))))
    return text, left_out_words(sharing.left_out)


def _summary(view: ReviewView, previous: PreviousAnswers) -> tuple[Block, ...]:
    comparison = comparison_words(view, previous, _ANY_DAY)
    heading = Heading("Summary", (Cell(comparison),) if comparison else ())
    sentences = [(answer.name, _sentence(answer, previous)) for answer in view.covered]
    rows = tuple((name, Cell(sentence)) for name, sentence in sentences if sentence)
    return (heading, Fields(rows)) if rows else ()


def _sentence(answer: AnswerView, previous: PreviousAnswers) -> str:
    """“value 4 (was 3), chemistry 5, trust 4 (same), fits next yes; keep”."""
    judged = ", ".join(
        f"{LABELS.get(field, field)} {words}"
        for field, words in judgements(answer, previous)
        if words
    )
    return "; ".join(part for part in (judged, decision_words(answer.answer, _ANY_DAY)) if part)
