"""Reviews: a list of them, newest first, and one whole; what was frozen in a completed one, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

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
    JUDGED,
    LABELS,
    Before,
    answer_words,
    beside_words,
    changes,
    covered,
    decided_words,
    decision_words,
    moved_words,
)
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.reviews import Answer
from boardroom.rules.text import join_words

NOTHING = "There is no review yet. Begin one with: boardroom review"
LEFT_OUT = "Left out: not active any more when the review was completed."
NO_CHANGE = "Nothing changes: everybody is kept as they are."


def reviews_json(found: ReviewList) -> dict[str, Any]:
    """Several reviews."""
    return {
        "schema": "boardroom.reviews/1",
        "reviews": [review_record(view) for view in found.reviews],
    }


def reviews_page(found: ReviewList, today: date) -> Page:
    """One row a review: its day, of whom it is, and what was decided."""
    if not found.reviews:
        return Page((Prose(NOTHING),), ())
    columns = (
        Column("id", fixed=True, lead=True),
        Column("day", fixed=True, lead=True),
        Column("of", lead=True),
        Column("decisions", bare=True),
    )
    rows = tuple(
        (
            Cell(f"r{view.id}", "strong"),
            _day(view, today),
            Cell(_of(view)),
            Cell(decided_words(view)),
        )
        for view in found.reviews
    )
    more = (
        f"{found.left_out_count:,} older: boardroom review --list --json"
        if found.left_out_count
        else ""
    )
    pipe = for_pipe(
        (
            f"r{view.id}",
            "" if view.of_board else view.answers[0].handle,
            view.started_on,
            view.completed_on,
            decided_words(view),
        )
        for view in found.reviews
    )
    return Page((Table(columns, rows, more),), (pipe,))


def review_page(view: ReviewView, before: Before, today: date) -> Page:
    """One review, whole; for a pipe a row an answer and a fact, under the names of JSON."""
    aside = (Cell(f"r{view.id}", "quiet"), _day(view, today))
    blocks: list[Block] = [
        Heading(f"Review of {_of(view)}", aside),
        *summary_blocks(view, before, today),
    ]
    for about in view.answers:
        blocks.append(Heading(about.name, (Cell(about.handle, "quiet"),)))
        blocks += (
            [facts_fields(about.facts, today)]
            if about.facts
            else [Prose(LEFT_OUT, "quiet")]
            if view.completed_on
            else []
        )
        blocks += [answers] if (answers := answer_fields(about, before, today)).rows else []
    if view.of_board:
        blocks += board_blocks(view, today)
    return Page(tuple(blocks), (for_pipe(_pipe_rows(view)),))


def summary_blocks(view: ReviewView, before: Before, today: date) -> tuple[Block, ...]:
    """One row an advisor, each answer beside the last one; then what changes from here."""
    beside = beside_words(view, before, today)
    heading = Heading("Summary", (Cell(beside, "quiet"),) if beside else ())
    columns = (
        Column("", lead=True),
        *(Column(LABELS.get(key, key), least=len(LABELS.get(key, key))) for key in JUDGED),
        Column("decision", bare=True, least=16),
    )
    rows = tuple(
        (
            Cell(about.name),
            *(Cell(words) for _, words in judged(about, before)),
            Cell(decision_words(about.answer, today), "strong"),
        )
        for about in covered(view)
    )
    return (heading, Table(columns, rows), *change_blocks(view, today))


def change_blocks(view: ReviewView, today: date) -> tuple[Block, ...]:
    """What changes from here, a row a thing; of a review not completed yet, what is decided so far."""
    rows = changes(view, today)
    heading = Heading("What changes from here")
    if not rows:
        return (heading, Prose(NO_CHANGE)) if view.completed_on else ()
    return heading, Fields(tuple((who, Cell(what)) for who, what in rows))


def answer_fields(about: AnswerView, before: Before, today: date) -> Fields:
    """What was answered about an advisor, each judgement beside the last one."""
    rows = [(LABELS.get(key, key), Cell(words)) for key, words in judged(about, before) if words]
    rows += [("note", Cell(about.answer.note))] if about.answer.note else []
    rows += (
        [("decision", Cell(decision_words(about.answer, today), "strong"))]
        if about.answer.decision
        else []
    )
    return Fields(tuple(rows))


def board_blocks(view: ReviewView, today: date) -> tuple[Block, ...]:
    """What happened with the board, and what to look for next."""
    if view.board_facts is None and not view.board_note:
        return ()
    facts = () if view.board_facts is None else (board_fields(view.board_facts, today),)
    note = (Heading("To look for next"), Text(view.board_note)) if view.board_note else ()
    return (Heading("The board"), *facts, *note)


def judged(about: AnswerView, before: Before) -> list[tuple[str, str]]:
    """Each judgement of an advisor in words, beside the last one."""
    last = before[about.handle][1] if about.handle in before else Answer()
    return [
        (key, moved_words(answer_words(about.answer, key), answer_words(last, key)))
        for key in JUDGED
    ]


def _of(view: ReviewView) -> str:
    return "the board" if view.of_board else join_words([about.name for about in view.answers])


def _day(view: ReviewView, today: date) -> Cell:
    if view.completed_on is None:
        return Cell(f"begun {short_day(view.started_on, today)}", "due")
    return Cell(
        f"{format_day(view.completed_on)} ({from_today(view.completed_on, today)})", "quiet"
    )


def _pipe_rows(view: ReviewView) -> Iterable[tuple[str | int | None, ...]]:
    """Whom it is about (nobody: the review or the board), what it is, and its value; what is in an object of JSON after a point."""
    record = review_record(view)
    for key in ("id", "uid", "advisor", "started_on", "completed_on", "from_on"):
        yield "", key, record[key]
    for handle, about in record["advisors"].items():
        yield from _with_facts(
            handle,
            "",
            about | {"fits_next": answer_words(Answer(fits_next=about["fits_next"]), "fits_next")},
        )
    if view.of_board:
        yield from _with_facts("", "board.", record["board"])


def _with_facts(
    who: str, under: str, record: dict[str, Any]
) -> Iterable[tuple[str | int | None, ...]]:
    facts = record["facts"] or {}
    return pipe_rows(
        who, {f"{under}facts.{key}": value for key, value in facts.items()}
    ) + pipe_rows(who, {f"{under}{key}": value for key, value in record.items() if key != "facts"})
