"""`boardroom review --answers`: answers a whole review from a file, then completes it."""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.actions.reviews import answer_board, answer_review, complete_review
from boardroom.cli.call import Call
from boardroom.cli.input_file import read_text_file
from boardroom.cli.printer import Reply
from boardroom.cli.who import find_person
from boardroom.errors import BadInput
from boardroom.formats.review_answers import read_answers
from boardroom.queries.reviews import ReviewView, open_review, people_to_review, review
from boardroom.render.review_record import review_json
from boardroom.rules.ids import REVIEW
from boardroom.rules.names import Named
from boardroom.rules.reviews import UNANSWERED, done_count, nobody_active, not_active
from boardroom.rules.text import join_words
from boardroom.store.work import Work


def take_answers(call: Call, file: str, who: str | None) -> None:
    """Reviews the board or one person from a file of answers (`-`: standard input).

    This starts or continues a review and completes it. If a review of the board is open, answers
    about one person are only saved in it. Saving and completing are two changes, so that undoing
    the review leaves it open with its answers, however these were given. Both are stored, or none.

    Raises:
        BadInput: the file can't be read, or its answers are not valid.
        Refused: nobody is active, or this person is not; or an answer is missing.
    """
    text = _read(file)

    def save(work: Work) -> Reply:
        review_id, echo = _save_answers(call, work, who, text)
        if echo is None:
            work.finish()
            complete_review(work, review_id)
        return Reply(review_json(review(work.connection, review_id)), echo or "")

    call.change(save)


def _save_answers(call: Call, work: Work, who: str | None, text: str) -> tuple[int, str | None]:
    """Saves everything in the file; returns the id of the review.

    The text is what to say if the review is not completed by this, None if it is.
    """
    board = work.connection
    person = None if who is None else find_person(call, board, who)
    advisor_id = None if person is None else person.id
    people = people_to_review(board, today=work.today, advisor_id=advisor_id)
    if not people:
        raise not_active(person.name, person.handle) if person else nobody_active()
    current = open_review(board, advisor_id=advisor_id)
    review_id = _save(work, people, current, text, advisor_alone=person is not None)
    if person is not None and current is not None and current.of_board:
        return review_id, _progress(work, review_id)
    names = join_words([person.name for person in people])
    work.did(f"Answered {REVIEW.ref(review_id)} for {names}", review_id)
    return review_id, None


def _save(
    work: Work,
    people: Sequence[Named],
    current: ReviewView | None,
    text: str,
    *,
    advisor_alone: bool,
) -> int:
    """Saves everything in the file. Returns the id of the review.

    Raises:
        BadInput: the answers are not valid.
    """
    saved = {view.advisor_id: view.answer for view in current.answers} if current else {}
    answers = read_answers(
        text,
        {person.handle: saved.get(person.id, UNANSWERED) for person in people},
        of_board=not advisor_alone,
        today=work.today,
    )
    review_id = None if current is None else current.id
    for person in people:
        if changes := answers.advisors.get(person.handle):
            review_id = answer_review(
                work, advisor_id=person.id, advisor_alone=advisor_alone, changes=changes
            ).id
    if answers.board:
        review_id = answer_board(work, answers.board).id
    assert review_id is not None  # the file of a new review has an answer about everybody
    return review_id


def _progress(work: Work, review_id: int) -> str:
    view = review(work.connection, review_id)
    answers = {about.advisor_id: about.answer for about in view.answers}
    people = people_to_review(work.connection, today=work.today)
    done = done_count(answers.get(person.id) for person in people)
    return (
        f", in the review of the board ({done} of {len(people)} done);"
        " continue it with: boardroom review"
    )


def _read(file: str) -> str:
    """Reads the file.

    Raises:
        BadInput: there is no such file, or it is not text.
    """
    try:
        return read_text_file(file, hint="Use a file of answers, or - for standard input.")
    except UnicodeDecodeError:
        raise BadInput(
            f"{'Standard input' if file == '-' else file} is not UTF-8 text.",
            "Convert it and try again.",
        ) from None
