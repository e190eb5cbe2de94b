from __future__ import annotations

from datetime import date

import pytest

from boardroom.actions.advisors import edit_advisor, remove_advisor
from boardroom.errors import NotFound
from boardroom.queries.previous_answers import PreviousAnswer, previous_answers
from boardroom.queries.review_dates import last_reviews, reviews_in_progress
from boardroom.queries.reviews import open_review, people_to_review, review, reviews
from boardroom.rules.due_items import ReviewInProgress
from boardroom.rules.names import Named
from boardroom.rules.reviews import Answer
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def _handles_of_review(board: Board, advisor_id: int | None = None) -> list[str]:
    with reading(board.path) as connection:
        return [
            person.handle
            for person in people_to_review(connection, today=TODAY, advisor_id=advisor_id)
        ]


def _previous(board: Board, before: int | None) -> dict[str, PreviousAnswer]:
    with reading(board.path) as connection:
        return previous_answers(connection, before_review=before)


def test_reviews_are_listed_open_ones_first_then_newest(board: Board) -> None:
    marcus = board.advisor()
    for on in ("2026-05-20", "2026-06-01", "2026-06-01"):
        board.complete(board.answer(marcus, alone=True, on=on), on)
    board.answer(marcus)

    with reading(board.path) as connection:
        every, first = reviews(connection), reviews(connection, limit=3)

    assert ([view.id for view in every.reviews], every.left_out_count) == ([4, 3, 2, 1], 0)
    assert ([view.id for view in first.reviews], first.left_out_count) == ([4, 3, 2], 1)
    assert every.reviews[0].answers[0].answer == Answer(decision="keep")


def test_a_missing_review_is_not_found(board: Board) -> None:
    with (
        reading(board.path) as connection,
        pytest.raises(NotFound, match="There is no review r3") as caught,
    ):
        review(connection, 3)
    assert caught.value.hint == "List the ids with: boardroom review --list"


def test_an_open_board_review_is_everybodys(board: Board) -> None:
    marcus, dana = board.advisor(), board.advisor("Dana Reyes")
    open_ids: list[list[int | None]] = []

    def look() -> None:
        with reading(board.path) as connection:
            views = [open_review(connection, advisor_id=row_id) for row_id in (None, marcus, dana)]
        open_ids.append([view and view.id for view in views])

    look()
    board.answer(marcus, alone=True)
    look()
    board.answer(dana)
    look()
    board.complete(board.answer(marcus))
    look()

    assert open_ids == [[None, None, None], [None, 1, None], [2, 2, 2], [None, None, None]]


def test_active_people_are_to_be_reviewed(board: Board) -> None:
    marcus, dana, tom = board.advisor(), board.advisor("Dana Reyes"), board.advisor("Tom Berg")
    board.prospect("Noor Haddad")
    board.step(tom, "paused", "2026-11-21")

    assert _handles_of_review(board) == ["dana", "marcus"]
    assert (_handles_of_review(board, dana), _handles_of_review(board, tom)) == (["dana"], [])
    with reading(board.path) as connection:
        assert people_to_review(connection, today=TODAY, advisor_id=marcus) == (
            Named(marcus, "marcus", "Marcus Ojo", ()),
        )


def test_previous_answers_are_of_completed_earlier_reviews(board: Board) -> None:
    marcus, dana = board.advisor(), board.advisor("Dana Reyes")
    board.answer(marcus, value=1, decision="keep", on="2026-05-20")
    board.complete(
        board.answer(dana, value=2, fits_next=True, decision="keep", on="2026-05-20"), "2026-05-20"
    )
    board.complete(
        board.answer(marcus, alone=True, value=3, decision="keep", on="2026-06-01"), "2026-06-01"
    )
    board.answer(marcus, value=5)

    first = {
        "dana": PreviousAnswer(date(2026, 5, 20), Answer(value=2, fits_next=True, decision="keep"))
    }
    marcus_first = PreviousAnswer(date(2026, 5, 20), Answer(value=1, decision="keep"))
    marcus_second = PreviousAnswer(date(2026, 6, 1), Answer(value=3, decision="keep"))
    assert _previous(board, 1) == {}
    assert _previous(board, 2) == {**first, "marcus": marcus_first}
    assert _previous(board, 3) == _previous(board, None) == {**first, "marcus": marcus_second}


def test_previous_answers_follow_the_person_not_the_handle(board: Board) -> None:
    marcus, dana = board.advisor(), board.advisor("Dana Reyes")
    board.answer(marcus, value=1, decision="keep", on="2026-05-20")
    board.complete(board.answer(dana, value=2, decision="keep", on="2026-05-20"), "2026-05-20")
    board.answer(marcus, value=3, decision="keep", on="2026-06-01")
    board.complete(board.answer(dana, value=4, decision="keep", on="2026-06-01"), "2026-06-01")
    with board.change() as work:
        edit_advisor(work, marcus, {"handle": "mo"})
        remove_advisor(work, dana)
    board.advisor("Dana Scully")
    board.advisor("Marcus Aurelius")

    assert {handle: earlier.answer.value for handle, earlier in _previous(board, None).items()} == {
        "mo": 3
    }
    assert {handle: earlier.answer.value for handle, earlier in _previous(board, 2).items()} == {
        "marcus": 1,
        "dana": 2,
    }


def test_an_advisor_not_covered_has_no_previous_answer(board: Board) -> None:
    marcus, dana = board.advisor(), board.advisor("Dana Reyes")
    board.answer(dana, value=2)
    board.answer(marcus, on="2026-11-20")
    board.step(dana, "paused", "2026-11-20")
    board.complete(1)

    assert set(_previous(board, None)) == {"marcus"}
    with reading(board.path) as connection:
        assert last_reviews(connection, today=TODAY) == {None: TODAY, marcus: TODAY}


def test_a_review_in_progress_counts_active_advisors(board: Board) -> None:
    marcus, dana, tom = board.advisor(), board.advisor("Dana Reyes"), board.advisor("Tom Berg")
    names = {"dana": "Dana Reyes", "marcus": "Marcus Ojo", "tom": "Tom Berg"}

    def in_progress(*handles: str, today: date = TODAY) -> list[ReviewInProgress]:
        with reading(board.path) as connection:
            return reviews_in_progress(
                connection, {handle: names[handle] for handle in handles}, today=today
            )

    board.answer(marcus, alone=True, value=3, on="2026-11-03")
    board.answer(tom, alone=True, on="2026-11-04")
    alone = ReviewInProgress("marcus", "Marcus Ojo", date(2026, 11, 3), 0, 1)
    assert in_progress("marcus", "dana", "tom") == [
        alone,
        ReviewInProgress("tom", "Tom Berg", date(2026, 11, 4), 1, 1),
    ]
    assert in_progress("marcus", "tom", today=date(2026, 11, 3)) == [alone]
    assert in_progress("dana") == []

    board.answer(dana, decision="adjust", on="2026-11-05")
    assert in_progress("marcus", "dana", "tom") == [
        ReviewInProgress(None, None, date(2026, 11, 5), 1, 3)
    ]
    board.answer(dana, window="6w")
    assert in_progress("marcus", "dana") == [ReviewInProgress(None, None, date(2026, 11, 5), 1, 2)]
    assert in_progress() == []
