"""`boardroom review --answers`: a whole review from a file, started or gone on with, answered and completed as one change."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import typer

from boardroom.actions.reviews import answer, complete, note_board
from boardroom.cli.call import Call
from boardroom.cli.who import find
from boardroom.errors import BadInput
from boardroom.formats.review_answers import Answers, read_answers
from boardroom.queries.reviews import ReviewView, ToReview, open_review, review, to_review
from boardroom.render.review_record import review_json
from boardroom.rules.reviews import Answer, done_count, nobody_active, not_active
from boardroom.store.work import Work


def take_answers(context: typer.Context, call: Call, file: str, who: str | None) -> None:
    """Reviews the board, or one person, as a file says; `-` is standard input.

    While a review of the board is open, one person is answered there, and the rest is left for it.

    Raises:
        BadInput: the file can't be read, or its answers can't be taken; nothing has changed.
        Refused: nobody is active, or that person is not.
    """
    person = find(call, who) if who is not None else None
    with call.reading() as board:
        people = to_review(
            board, today=call.today, advisor_id=None if person is None else person.id
        )
        begun = open_review(board, advisor_id=None if person is None else person.id)
    if not people:
        raise not_active(person.name, person.handle) if person else nobody_active()
    before = {} if begun is None else {each.advisor_id: each.answer for each in begun.answers}
    asked = {each.handle: before.get(each.id, Answer()) for each in people}
    given = read_answers(_text(file), asked, of_board=person is None, today=call.today)
    within_board = person is not None and begun is not None and begun.of_board
    with call.changing(context) as work:
        review_id = _answer(work, people, given, begun, alone=person is not None)
        if not within_board:
            complete(work, review_id)
    with call.reading() as board:
        view = review(board, review_id)
        everybody = to_review(board, today=call.today)
    call.did(work, review_json(view), echo=_within(view, everybody) if within_board else "")


def _answer(
    work: Work, people: Sequence[ToReview], given: Answers, begun: ReviewView | None, *, alone: bool
) -> int:
    """Saves everything that the file says; returns the row id of the review."""
    review_id = None if begun is None else begun.id
    for each in people:
        if told := given.advisors.get(each.handle):
            review_id = answer(work, advisor_id=each.id, advisor_alone=alone, given=told)
    if "note" in given.board:
        review_id = note_board(work, note=given.board["note"])
    assert review_id is not None  # of a review not begun yet every advisor has to have an answer
    return review_id


def _text(file: str) -> str:
    """What stands in the file.

    Raises:
        BadInput: there is none, or it is no text.
    """
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise BadInput(
            f"{'Standard input' if file == '-' else file} is not UTF-8 text.",
            "Convert it, then try again.",
        ) from None
    except (OSError, ValueError) as error:  # the latter of a NUL in its name
        why = error.strerror if isinstance(error, OSError) else error
        raise BadInput(
            f"{file} can't be read: {why}.", "Give a file of answers, or - for standard input."
        ) from None


def _within(view: ReviewView, people: Sequence[ToReview]) -> str:
    answers = {each.advisor_id: each.answer for each in view.answers}
    done = done_count(answers.get(each.id) for each in people)
    return f", in the review of the board ({done} of {len(people)} done): boardroom review goes on with it"
