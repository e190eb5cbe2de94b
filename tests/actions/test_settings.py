from __future__ import annotations

import pytest

from boardroom.actions.settings import change_setting
from boardroom.errors import BadInput, BoardroomError, NotFound
from tests.boards import Board


def change(board: Board, key: str, value: str) -> str | None:
    """Changes the setting; returns the sentence of the history, or None if nothing changed."""
    with board.change() as work:
        done = change_setting(work, key, value)
    return done.summary if work.changed else None


def stored(board: Board) -> list[tuple[str, str]]:
    return [
        (str(key), str(value))
        for key, value in board.sql("SELECT key, value FROM setting ORDER BY key")
    ]


def test_a_setting_is_kept_in_its_canonical_form(board: Board) -> None:
    summary = change(board, "window", "8 – 10 weeks")

    assert (summary, stored(board)) == ("Set window to 8-10w", [("window", "8-10w")])


def test_a_setting_can_be_changed_again_and_beside_others(board: Board) -> None:
    for key, value in (("soon", "7d"), ("seats", "4"), ("soon", "3w")):
        change(board, key, value)

    assert stored(board) == [("seats", "4"), ("soon", "3w")]


@pytest.mark.parametrize("value", ["default", "14d", "14 days"])
def test_a_default_is_not_kept(board: Board, value: str) -> None:
    change(board, "soon", "7d")

    summary = change(board, "soon", value)

    assert (summary, stored(board)) == ("Set soon to 14d", [])


@pytest.mark.parametrize(
    ("key", "value"), [("soon", "7 days"), ("seats", "3-5"), ("seats", "default")]
)
def test_setting_the_current_value_is_no_change(board: Board, key: str, value: str) -> None:
    change(board, "soon", "7d")

    assert (change(board, key, value), stored(board)) == (None, [("soon", "7d")])


@pytest.mark.parametrize(
    ("key", "value", "error", "message"),
    [
        ("colour", "blue", NotFound, "There is no setting 'colour'."),
        ("colour", "default", NotFound, "There is no setting 'colour'."),
        ("window", "6-4w", BadInput, "'6-4w' is backwards."),
        ("window", "", BadInput, "A window can't be empty."),
    ],
)
def test_an_invalid_value_is_refused_and_changes_nothing(
    board: Board, key: str, value: str, error: type[BoardroomError], message: str
) -> None:
    change(board, "soon", "7d")

    with pytest.raises(error) as caught:
        change(board, key, value)

    assert (caught.value.message, stored(board)) == (message, [("soon", "7d")])
