from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boardroom.actions.advisors import add_advisor
from boardroom.errors import BadInput, BoardroomError, Refused
from tests.actions.advisor_fields import AS_KEPT, GIVEN, NOTHING_KEPT, kept
from tests.boards import TODAY, Board


def add(
    board: Board,
    name: str = "Marcus Ojo",
    given: dict[str, Any] | None = None,
    **how: Any,  # noqa: ANN401  the keywords of add_advisor
) -> int:
    with board.change() as work:
        return add_advisor(work, name, given or {}, **how).id


def steps(board: Board) -> list[tuple[Any, ...]]:
    return board.sql("SELECT advisor_id, changed_on, status FROM transition ORDER BY id")


def refusal(error: BoardroomError) -> tuple[str, str]:
    return error.message, error.hint


def test_a_name_is_enough_to_seat_somebody_today(board: Board) -> None:
    row_id = add(board)

    assert kept(board) == [("marcus", "Marcus Ojo", *NOTHING_KEPT)]
    assert (steps(board), board.summary()) == (
        [(row_id, "2026-11-21", "active")],
        "Seated Marcus Ojo (marcus), Sat 21 Nov 2026",
    )


def test_every_field_is_kept_in_its_canonical_form(board: Board) -> None:
    add(board, " Marcus Ojo ", GIVEN)

    assert kept(board) == [("marcus", "Marcus Ojo", *AS_KEPT)]


def test_people_of_one_first_name_get_different_handles(board: Board) -> None:
    for name in ("Marcus Ojo", "Marcus Reed", "Marcus Aurelius", "王小明"):
        add(board, name)

    assert [row[0] for row in kept(board)] == ["marcus", "marcus-reed", "marcus-aurelius", "王小明"]


def test_a_handle_may_be_chosen(board: Board) -> None:
    add(board, "Marcus Ojo", {"handle": "Finanças"})

    assert kept(board)[0][:2] == ("financas", "Marcus Ojo")


@pytest.mark.parametrize(
    ("how", "expected"),
    [
        ({"since": date(2026, 1, 10)}, [("active", "2026-01-10")]),
        ({"last_met": date(2026, 9, 1)}, [("active", "2026-09-01")]),
        ({"since": date(2026, 10, 1), "last_met": date(2026, 9, 1)}, [("active", "2026-10-01")]),
        ({"since": TODAY, "last_met": TODAY}, [("active", "2026-11-21")]),
        ({"prospect": True}, [("prospect", "2026-11-21")]),
        ({"prospect": True, "last_met": date(2026, 9, 1)}, [("prospect", "2026-11-21")]),
    ],
)
def test_the_first_step_is_on_the_day_of_joining(
    board: Board, how: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    add(board, **how)

    assert [(status, on) for _, on, status in steps(board)] == expected


def test_last_met_is_kept_as_a_held_meeting(board: Board) -> None:
    row_id = add(board, "Marcus Ojo", {"way": "lunch", "minutes": "45"}, last_met=date(2026, 9, 1))
    other_id = add(board, "Ana Lima", last_met=date(2026, 9, 2))

    assert board.sql(
        "SELECT advisor_id, status, met_on, way, minutes FROM meeting ORDER BY id"
    ) == [
        (row_id, "held", "2026-09-01", "lunch", 45),
        (other_id, "held", "2026-09-02", "coffee", 60),
    ]


def test_a_prospect_can_be_added_to_a_full_board(board: Board) -> None:
    board.setting("seats", "1")
    add(board)

    add(board, "Noor Haddad", prospect=True)

    assert board.summary() == "Noted the prospect Noor Haddad (noor), Sat 21 Nov 2026"


def test_a_prospect_may_date_from_the_past(board: Board) -> None:
    add(board, "Noor Haddad", prospect=True, since=date(2026, 10, 1))

    assert board.summary() == "Noted the prospect Noor Haddad (noor), Thu 1 Oct 2026"
    assert board.sql("SELECT changed_on, status FROM transition") == [("2026-10-01", "prospect")]


@pytest.mark.parametrize(
    ("name", "given", "how", "refused"),
    [
        (" ", {}, {}, ("The name can't be empty.", "Write at least one word.")),
        ("\u200b \ufeff\u3164", {}, {}, ("The name can't be empty.", "Write at least one word.")),
        (
            "a\0",
            {},
            {},
            (
                "The name can't contain a NUL character.",
                "Remove it; it often comes from a file that is not text.",
            ),
        ),
        (
            "Marcus",
            {"window": "0w"},
            {},
            ("'0w' leaves no time between meetings.", "Start at 1 or more, like 1-2w."),
        ),
        (
            "Marcus",
            {},
            {"prospect": True, "since": date(2026, 11, 22)},
            (
                "Marcus can't be considered on Sun 22 Nov 2026, which is in the future.",
                "Use today or an earlier day.",
            ),
        ),
        (
            "Marcus",
            {},
            {"since": date(2026, 11, 22)},
            (
                "Marcus can't join on Sun 22 Nov 2026, which is in the future.",
                "Use today or an earlier day.",
            ),
        ),
        (
            "Marcus",
            {},
            {"last_met": date(2026, 11, 22)},
            (
                "Marcus can't meet on Sun 22 Nov 2026, which is in the future.",
                "Use today or an earlier day.",
            ),
        ),
    ],
)
def test_a_refusal_adds_nobody(
    board: Board, name: str, given: dict[str, Any], how: dict[str, Any], refused: tuple[str, str]
) -> None:
    add(board, "Ana Lima")
    before = board.dump()

    with pytest.raises(BadInput) as caught:
        add(board, name, given, **how)

    assert refusal(caught.value) == refused
    assert board.dump() == before


def test_a_sixth_advisor_is_refused_with_candidates(board: Board) -> None:
    for name in ("Tom Berg", "Ana Lima", "Dana Reyes", "Priya Nair", "Marcus Ojo"):
        add(board, name)
    before = board.dump()

    with pytest.raises(Refused) as caught:
        add(board, "Noor Haddad")

    assert (*refusal(caught.value), caught.value.candidates) == (
        "The board is full: 5 of 5 seats are taken, so Noor Haddad can't have one.",
        "Pause or part with one of ana, dana, marcus, priya, tom first, or use --beyond.",
        ("ana", "dana", "marcus", "priya", "tom"),
    )
    assert board.dump() == before


def test_paused_and_former_advisors_take_no_seat(board: Board) -> None:
    board.setting("seats", "1-2")
    board.step(add(board, "Ana Lima"), "paused", "2026-11-21")
    board.step(add(board, "Tom Berg"), "alumni", "2026-11-21")
    add(board, "Dana Reyes")

    add(board)

    assert [active.handle for active in board.due().advisors] == ["dana", "marcus"]


def test_beyond_seats_a_sixth(board: Board) -> None:
    board.setting("seats", "1")
    add(board, "Ana Lima")

    add(board, beyond=True)

    assert [active.handle for active in board.due().advisors] == ["ana", "marcus"]
