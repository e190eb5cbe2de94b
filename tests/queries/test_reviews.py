from __future__ import annotations

from datetime import date

import pytest

from boardroom.actions.advisors import edit_advisor, remove_advisor
from boardroom.errors import NotFound
from boardroom.queries.review_dates import begun_reviews, last_reviews
from boardroom.queries.reviews import (
    ToReview,
    answered_before,
    open_review,
    review,
    reviews,
    to_review,
)
from boardroom.rules.due import Begun
from boardroom.rules.reviews import Answer
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def _handles_of_review(board: Board, advisor_id: int | None = None) -> list[str]:
    with reading(board.path) as connection:
        return [
            person.handle for person in to_review(connection, today=TODAY, advisor_id=advisor_id)
        ]


def _before(board: Board, before: int | None) -> dict[str, tuple[date, Answer]]:
    with reading(board.path) as connection:
        return answered_before(connection, before=before)


def test_reviews_are_listed_the_open_ones_first_and_then_the_newest(board: Board) -> None:
    marcus = board.advisor()
    for on in ("2026-05-20", "2026-06-01", "2026-06-01"):
        board.complete(board.answer(marcus, alone=True, on=on), on)
    board.answer(marcus)

    with reading(board.path) as connection:
        found, first = reviews(connection), reviews(connection, limit=3)

    assert ([view.id for view in found.reviews], found.left_out_count) == ([4, 3, 2, 1], 0)
    assert ([view.id for view in first.reviews], first.left_out_count) == ([4, 3, 2], 1)
    assert found.reviews[0].answers[0].answer == Answer(decision="keep")


def test_a_review_that_is_not_there_is_not_found(board: Board) -> None:
    with (
        reading(board.path) as connection,
        pytest.raises(NotFound, match="There is no review r3") as caught,
    ):
        review(connection, 3)
    assert caught.value.hint == "The ids are in: boardroom review --list"


def test_a_board_review_that_is_open_is_everybodys(board: Board) -> None:
    marcus, dana = board.advisor(), board.advisor("Dana Reyes")
    found: list[list[int | None]] = []

    def look() -> None:
        with reading(board.path) as connection:
            views = [open_review(connection, advisor_id=row_id) for row_id in (None, marcus, dana)]
        found.append([view and view.id for view in views])

    look()
    board.answer(marcus, alone=True)
    look()
    board.answer(dana)
    look()
    board.complete(board.answer(marcus))
    look()

    assert found == [[None, None, None], [None, 1, None], [2, 2, 2], [None, None, None]]


def test_who_is_active_is_to_be_reviewed(board: Board) -> None:
    marcus, dana, tom = board.advisor(), board.advisor("Dana Reyes"), board.advisor("Tom Berg")
    board.prospect("Noor Haddad")
    board.step(tom, "paused", "2026-11-21")

    assert _handles_of_review(board) == ["dana", "marcus"]
    assert (_handles_of_review(board, dana), _handles_of_review(board, tom)) == (["dana"], [])
    with reading(board.path) as connection:
        assert to_review(connection, today=TODAY, advisor_id=marcus) == (
            ToReview(marcus, "marcus", "Marcus Ojo"),
        )


def test_what_was_said_last_is_of_completed_reviews_before_that_one(board: Board) -> None:
    marcus, dana = board.advisor(), board.advisor("Dana Reyes")
    board.answer(marcus, value=1, decision="keep", on="2026-05-20")
    board.complete(
        board.answer(dana, value=2, fits_next=True, decision="keep", on="2026-05-20"), "2026-05-20"
    )
    board.complete(
        board.answer(marcus, alone=True, value=3, decision="keep", on="2026-06-01"), "2026-06-01"
    )
    board.answer(marcus, value=5)

    first = {"dana": (date(2026, 5, 20), Answer(value=2, fits_next=True, decision="keep"))}
    marcus_first = (date(2026, 5, 20), Answer(value=1, decision="keep"))
    marcus_second = (date(2026, 6, 1), Answer(value=3, decision="keep"))
    assert _before(board, 1) == {}
    assert _before(board, 2) == {**first, "marcus": marcus_first}
    assert _before(board, 3) == _before(board, None) == {**first, "marcus": marcus_second}


def test_what_was_said_is_of_the_person_and_not_of_the_handle(board: Board) -> None:
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

    assert {handle: said.value for handle, (_, said) in _before(board, None).items()} == {"mo": 3}
    assert {handle: said.value for handle, (_, said) in _before(board, 2).items()} == {
        "marcus": 1,
        "dana": 2,
    }


def test_whoever_was_left_out_was_told_nothing_of(board: Board) -> None:
    marcus, dana = board.advisor(), board.advisor("Dana Reyes")
    board.answer(dana, value=2)
    board.answer(marcus, on="2026-11-20")
    board.step(dana, "paused", "2026-11-20")
    board.complete(1)

    assert set(_before(board, None)) == {"marcus"}
    with reading(board.path) as connection:
        assert last_reviews(connection, today=TODAY) == {None: TODAY, marcus: TODAY}


def test_what_is_begun_says_how_far_it_is_of_who_is_active(board: Board) -> None:
    marcus, dana, tom = board.advisor(), board.advisor("Dana Reyes"), board.advisor("Tom Berg")
    names = {"dana": "Dana Reyes", "marcus": "Marcus Ojo", "tom": "Tom Berg"}

    def begun(*handles: str, today: date = TODAY) -> list[Begun]:
        with reading(board.path) as connection:
            return begun_reviews(
                connection, {handle: names[handle] for handle in handles}, today=today
            )

    board.answer(marcus, alone=True, value=3, on="2026-11-03")
    board.answer(tom, alone=True, on="2026-11-04")
    alone = Begun("marcus", "Marcus Ojo", date(2026, 11, 3), 0, 1)
    assert begun("marcus", "dana", "tom") == [
        alone,
        Begun("tom", "Tom Berg", date(2026, 11, 4), 1, 1),
    ]
    assert begun("marcus", "tom", today=date(2026, 11, 3)) == [alone]
    assert begun("dana") == []

    board.answer(dana, decision="adjust", on="2026-11-05")
    assert begun("marcus", "dana", "tom") == [Begun(None, None, date(2026, 11, 5), 1, 3)]
    board.answer(dana, window="6w")
    assert begun("marcus", "dana") == [Begun(None, None, date(2026, 11, 5), 1, 2)]
    assert begun() == []
