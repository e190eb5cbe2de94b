"""Reviews: the list, and one review on a page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boardroom.queries.reviews import AnswerView, ReviewList, ReviewView
from boardroom.render.formatting import short_day
from boardroom.render.page import (
    Block,
    Cell,
    Column,
    Fields,
    Heading,
    Page,
    Prose,
    Table,
    Text,
    for_pipe,
)
from boardroom.render.review_facts import board_fields, facts_fields, pipe_rows
from boardroom.render.review_record import review_record
from boardroom.render.review_words import (
    JUDGEMENTS,
    LABELS,
    YES_NO,
    PreviousAnswers,
    changes,
    compared_words,
    comparison_words,
    decision_words,
    decisions_words,
    judgement_words,
)
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.reviews import Answer
from boardroom.rules.text import join_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NOTHING = "There is no review yet. Start one: boardroom review"
LEFT_OUT = "Left out: no longer active when the review was completed."
NO_CHANGE = "Nothing changes: everybody stays as they are."


def reviews_json(view: ReviewList) -> dict[str, Any]:
    """The record of the list."""
    return {
        "schema": "boardroom.reviews/1",
        "reviews": [review_record(review) for review in view.reviews],
    }


def reviews_page(view: ReviewList, today: date) -> Page:
    """A row per review: its day, its subject and the decisions."""
    if not view.reviews:
        return Page((Prose(NOTHING),), ())
    columns = (
        Column("id", fixed=True, lead=True),
        Column("day", fixed=True, lead=True),
        Column("of", lead=True),
        Column("decisions", bare=True),
    )
    rows = tuple(
        (
            Cell(review.ref, "strong"),
            _day(review, today),
            Cell(_subject(review)),
            Cell(decisions_words(review)),
        )
        for review in view.reviews
    )
    more = (
        f"{view.left_out_count:,} older: boardroom review --list --json"
        if view.left_out_count
        else ""
    )
    pipe = for_pipe(
        (
            review.ref,
            "" if review.of_board else review.answers[0].handle,
            review.started_on,
            review.completed_on,
            decisions_words(review),
        )
        for review in view.reviews
    )
    return Page((Table(columns, rows, more),), (pipe,))


def review_page(view: ReviewView, previous: PreviousAnswers, today: date) -> Page:
    """One review; in a pipe, a row per answer and fact, named as in JSON."""
    aside = (Cell(view.ref, "quiet"), _day(view, today))
    blocks: list[Block] = [
        Heading(f"Review of {_subject(view)}", aside),
        *summary_blocks(view, previous, today),
    ]
    for answer in view.answers:
        blocks.append(Heading(answer.name, (Cell(answer.handle, "quiet"),)))
        if answer.facts:
            blocks.append(facts_fields(answer.facts, today))
        elif view.completed_on:
            blocks.append(Prose(LEFT_OUT, "quiet"))
        fields = answer_fields(answer, previous, today)
        blocks += [fields] if fields.rows else []
    if view.of_board:
        blocks += board_blocks(view, today)
    return Page(tuple(blocks), (for_pipe(_pipe_rows(view)),))


def summary_blocks(view: ReviewView, previous: PreviousAnswers, today: date) -> tuple[Block, ...]:
    """A row per advisor, with each answer compared with the last one; then what changes."""
    comparison = comparison_words(view, previous, today)
    heading = Heading("Summary", (Cell(comparison, "quiet"),) if comparison else ())
    judged = {answer.handle: dict(judgements(answer, previous)) for answer in view.covered}
    is_formal = any(words["outcome_met"] for words in judged.values())
    fields = [field for field in JUDGEMENTS if field != "outcome_met" or is_formal]
    labels = [LABELS.get(field, field) for field in fields]
    columns = (
        Column("", lead=True),
        *(Column(label, least=len(label)) for label in labels),
        Column("decision", bare=True, least=16),
    )
    rows = tuple(
        (
            Cell(answer.name),
            *(Cell(judged[answer.handle][field]) for field in fields),
            Cell(decision_words(answer.answer, today), "strong"),
        )
        for answer in view.covered
    )
    return (heading, Table(columns, rows), *change_blocks(view, today))


def change_blocks(view: ReviewView, today: date) -> tuple[Block, ...]:
    """A row per change that the decisions make."""
    rows = changes(view, today)
    heading = Heading("What changes from here")
    if not rows:
        if any(answer.answer.decision is None for answer in view.covered):
            return ()  # open, or left out as private
        return (heading, Prose(NO_CHANGE)) if view.completed_on else ()
    return heading, Fields(tuple((who, Cell(what)) for who, what in rows))


def answer_fields(view: AnswerView, previous: PreviousAnswers, today: date) -> Fields:
    """The answer about an advisor, each judgement compared with the last one."""
    rows = [
        (LABELS.get(field, field), Cell(words))
        for field, words in judgements(view, previous)
        if words
    ]
    rows += [("note", Cell(view.answer.note))] if view.answer.note else []
    decision = decision_words(view.answer, today)
    rows += [("decision", Cell(decision, "strong"))] if decision else []
    return Fields(tuple(rows))


def board_blocks(view: ReviewView, today: date) -> tuple[Block, ...]:
    """The facts about the board, and the answers of its review."""
    answers = [
        (title, text)
        for title, text in (
            ("What you need now", view.need),
            ("What you seek", view.seek),
            ("What you bring", view.bring),
            ("To look for next", view.board_note),
        )
        if text
    ]
    if view.board_facts is None and not answers:
        return ()
    names = {answer.handle: answer.name for answer in view.answers}
    facts = () if view.board_facts is None else (board_fields(view.board_facts, names, today),)
    texts = [block for title, text in answers for block in (Heading(title), Text(text))]
    return (Heading("The board"), *facts, *texts)


def judgements(view: AnswerView, previous: PreviousAnswers) -> list[tuple[str, str]]:
    """Each judgement by field, in words, compared with the last one."""
    last = previous[view.handle].answer if view.handle in previous else Answer()
    return [
        (field, compared_words(judgement_words(view.answer, field), judgement_words(last, field)))
        for field in JUDGEMENTS
    ]


def _subject(view: ReviewView) -> str:
    return "the board" if view.of_board else join_words([answer.name for answer in view.answers])


def _day(view: ReviewView, today: date) -> Cell:
    if view.completed_on is None:
        return Cell(f"started {short_day(view.started_on, today)}", "due")
    return Cell(
        f"{format_day(view.completed_on)} ({from_today(view.completed_on, today)})", "quiet"
    )


def _pipe_rows(view: ReviewView) -> Iterable[tuple[str | int | None, ...]]:
    """Rows of advisor (empty for the review itself and the board), name and value.

    The name of a nested value is its path in JSON: `facts.window`.
    """
    record = review_record(view)
    for key in ("id", "uid", "advisor", "started_on", "completed_on", "from_on"):
        yield "", key, record[key]
    for handle, answer in record["advisors"].items():
        words = {
            field: judgement_words(Answer(**{field: answer[field]}), field) for field in YES_NO
        }
        yield from _with_facts(handle, "", answer | words)
    if view.of_board:
        yield from _with_facts("", "board.", record["board"])


def _with_facts(
    who: str, prefix: str, record: dict[str, Any]
) -> Iterable[tuple[str | int | None, ...]]:
    facts = {f"{prefix}facts.{key}": value for key, value in (record["facts"] or {}).items()}
    others = {f"{prefix}{key}": value for key, value in record.items() if key != "facts"}
    return pipe_rows(who, facts) + pipe_rows(who, others)
