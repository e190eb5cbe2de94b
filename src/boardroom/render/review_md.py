"""A completed review as Markdown, for the user's own files: its facts are counts, and its notes the user's own, so nothing is left out."""

from __future__ import annotations

from datetime import date

from boardroom.queries.reviews import AnswerView, ReviewView
from boardroom.render.markdown import markdown
from boardroom.render.page import Block, Cell, Fields, Heading, Page, Prose
from boardroom.render.review_facts import facts_fields
from boardroom.render.review_words import LABELS, Before, beside_words, covered, decision_words
from boardroom.render.reviews import answer_fields, board_blocks, change_blocks, judged
from boardroom.rules.day_format import long_day
from boardroom.rules.text import join_words


def review_markdown(view: ReviewView, before: Before) -> str:
    """The summary, each advisor, the board, and what changes from here."""
    assert view.completed_on is not None  # there is no report of half a review
    of = "the board" if view.of_board else join_words([about.name for about in covered(view)])
    blocks: list[Block] = [
        Heading(f"Review of {of}"),
        Prose(long_day(view.completed_on)),
        *_summary(view, before),
    ]
    for about in covered(view):
        assert about.facts is not None  # what tells that it covers them
        # One list: Markdown would take two, one after the other, for one as well.
        rows = (
            *facts_fields(about.facts, _ANY_DAY).rows,
            *answer_fields(about, before, _ANY_DAY).rows,
        )
        blocks += [Heading(about.name), Fields(rows)]
    blocks += board_blocks(view, _ANY_DAY)
    return markdown(Page((*blocks, *change_blocks(view, _ANY_DAY))))


def _summary(view: ReviewView, before: Before) -> tuple[Block, ...]:
    beside = beside_words(view, before, _ANY_DAY)
    heading = Heading("Summary", (Cell(beside),) if beside else ())
    return heading, Fields(
        tuple((about.name, Cell(_sentence(about, before))) for about in covered(view))
    )


def _sentence(about: AnswerView, before: Before) -> str:
    """“value 4 (was 3), chemistry 5, trust 4 (same), fits next yes; keep”."""
    answers = ", ".join(
        f"{LABELS.get(key, key)} {words}" for key, words in judged(about, before) if words
    )
    return "; ".join(part for part in (answers, decision_words(about.answer, _ANY_DAY)) if part)


# A report is read again years later, so no day goes without its year, and it says the same whenever it is printed.
_ANY_DAY = date.min
