from __future__ import annotations

from datetime import date

from boardroom.queries.review_progress import ReviewProgress, review_due_from, review_progress
from boardroom.rules.reviews import UNANSWERED, Answer
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def progress_of(
    board: Board, advisor_id: int | None = None, earlier: ReviewProgress | None = None
) -> ReviewProgress:
    with reading(board.path) as connection:
        return review_progress(connection, today=TODAY, advisor_id=advisor_id, earlier=earlier)


def answers_in(progress: ReviewProgress) -> dict[str, Answer]:
    return {advisor.person.handle: advisor.answer for advisor in progress.advisors}


def test_a_review_not_started_has_the_answers_of_single_advisors(board: Board) -> None:
    marcus, dana = board.advisor(), board.advisor("Dana Reyes")
    board.answer(marcus, alone=True)

    progress = progress_of(board)
    alone = progress_of(board, dana)

    assert (progress.of_board, progress.review) == (True, None)
    assert answers_in(progress) == {"dana": UNANSWERED, "marcus": Answer(decision="keep")}
    assert (progress.done_count, progress.covered_count) == (1, 2)
    assert (alone.of_board, alone.done_count, alone.covered_count) == (False, 0, 1)


def test_one_advisor_is_asked_about_in_the_open_board_review(board: Board) -> None:
    marcus, dana = board.advisor(), board.advisor("Dana Reyes")
    board.answer(marcus)

    progress = progress_of(board, dana)

    assert (progress.of_board, progress.done_count, progress.covered_count) == (True, 1, 2)
    assert answers_in(progress) == {"dana": UNANSWERED}
    assert progress.board_facts is None


def test_facts_are_taken_from_an_earlier_reading(board: Board) -> None:
    marcus = board.advisor()
    earlier = progress_of(board)
    board.meeting(marcus, "2026-11-20")
    board.advisor("Ana Lima")

    progress = progress_of(board, earlier=earlier)

    newcomer, known = progress.advisors
    assert (known, progress.board_facts) == (earlier.advisors[0], earlier.board_facts)
    assert newcomer.facts.from_on == date(2026, 1, 10)
    assert progress_of(board).advisors[1].facts.meetings_count == 1


def test_an_early_review_has_a_day_to_come(board: Board) -> None:
    board.advisor("Ana Lima", joined="2026-10-01")
    with reading(board.path) as connection:
        early = review_due_from(connection, progress_of(board), today=TODAY)
        due = review_due_from(connection, progress_of(board), today=date(2027, 4, 1))

    assert (early, due) == (date(2027, 4, 1), None)
