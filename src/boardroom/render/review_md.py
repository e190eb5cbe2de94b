"""A completed review as Markdown, for the user's own files: its facts are counts, and its notes the user's own, so nothing is left out."""

from __future__ import annotations

from datetime import date

from boardroom.queries.reviews import AnswerView, ReviewView
from boardroom.render.markdown import markdown
from boardroom.render.page import Block, Cell, Fields, Heading, Page, Prose
from boardroom.render.review_words import LABELS, Before, beside_words, decision_words
from boardroom.render.reviews import about_blocks, board_blocks, change_blocks, judged
from boardroom.rules.spoken import long_day
from boardroom.rules.text import together


def review_markdown(view: ReviewView, before: Before, today: date) -> str:
    """The summary, each advisor, the board, and what changes from here."""
    assert view.completed_on is not None  # there is no report of half a review
    of = "the board" if view.of_board else together([about.name for about in view.answers])
    blocks: list[Block] = [Heading(f"Review of {of}"), Prose(long_day(view.completed_on)), *_summary(view, before, today)]
    for about in view.answers:
        blocks += [Heading(about.name), *about_blocks(about, before, today)]
    if view.of_board:
        blocks += board_blocks(view, today)
    return markdown(Page((*blocks, *change_blocks(view, today))))


def _summary(view: ReviewView, before: Before, today: date) -> tuple[Block, ...]:
    beside = beside_words(view, before, today)
    heading = Heading("Summary", (Cell(beside),) if beside else ())
    return heading, Fields(tuple((about.name, Cell(_sentence(about, before, today))) for about in view.answers))


def _sentence(about: AnswerView, before: Before, today: date) -> str:
    """“value 4 (was 3), chemistry 5, trust 4 (same), fits next yes; keep”."""
    answers = ", ".join(f"{LABELS.get(key, key)} {words}" for key, words in judged(about, before) if words)
    return "; ".join(part for part in (answers, decision_words(about.answer, today)) if part)
