from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boardroom.actions.advisors import edit_advisor, remove_advisor
from boardroom.errors import BadInput, BoardroomError, NotFound, Refused
from boardroom.rules.fields import Change
from boardroom.store.reversal import undo
from tests.actions.advisor_fields import AS_KEPT, GIVEN, NOTHING_KEPT, kept
from tests.boards import TODAY, Board


def edit(
    board: Board,
    advisor_id: int,
    given: dict[str, Any] | None = None,
    **how: Any,  # noqa: ANN401  the keywords of edit_advisor
) -> None:
    with board.change() as work:
        edit_advisor(work, advisor_id, given or {}, **how)


def steps(board: Board) -> list[tuple[Any, ...]]:
    return board.sql("SELECT advisor_id, changed_on, status FROM transition ORDER BY id")


def refusal(error: BoardroomError) -> tuple[str, str]:
    return error.message, error.hint


def test_every_field_can_be_changed(board: Board) -> None:
    row_id = board.advisor("M")

    edit(board, row_id, {"handle": "mo", **GIVEN}, name="Marcus Ojo")

    assert kept(board) == [("mo", "Marcus Ojo", *AS_KEPT)]
    assert board.summary() == (
        "Changed Marcus Ojo: name M → Marcus Ojo, role advisor → both, seat none → Finance, title none → CFO, org none → Northgate Foods,"
        " how met none → Alumni dinner, kind informal → formal, email none → m@example.com,"
        " phone none → +351, link none → https://example.com, city none → Porto, timezone none → Europe/Lisbon, way none → lunch,"
        " usual none → thu 16:00, window 4-6w → 6w, minutes 60 → 90, handle m → mo, nickname none → Marc,"
        " strength none → P&L, perspective none → industry=food,"
        " their goals none → “A second board seat”, notes"
    )


def test_an_empty_text_empties_a_field(board: Board) -> None:
    row_id = board.advisor(**GIVEN)
    emptied = {field: [""] if isinstance(value, list) else "" for field, value in GIVEN.items()}

    edit(
        board,
        row_id,
        {**emptied, "kind": "informal", "role": "advisor", "perspectives": ["industry="]},
    )

    assert kept(board) == [("marcus", "Marcus Ojo", *NOTHING_KEPT)]


def test_a_new_perspective_joins_the_others(board: Board) -> None:
    row_id = board.advisor(perspectives=["industry=food", "function=finance"])

    edit(board, row_id, {"perspectives": ["industry=", "Place=abroad", "function=sales"]})

    assert board.sql("SELECT perspectives FROM advisor") == [
        ('{"function": "sales", "place": "abroad"}',)
    ]


def test_only_one_person_is_changed(board: Board) -> None:
    board.advisor("Ana Lima", seat="Truth-teller")
    row_id = board.advisor("Marcus Ojo")

    edit(board, row_id, {"seat": "Finance"})

    assert board.sql("SELECT handle, seat FROM advisor ORDER BY id") == [
        ("ana", "Truth-teller"),
        ("marcus", "Finance"),
    ]


def test_a_handle_may_be_kept_but_not_taken(board: Board) -> None:
    board.advisor("Ana Lima")
    row_id = board.advisor()
    edit(board, row_id, {"handle": "Marcus"})
    before = board.dump()

    with pytest.raises(Refused) as caught:
        edit(board, row_id, {"handle": "Ana"})

    assert refusal(caught.value) == ("The handle ana is taken.", "Choose another with --handle.")
    assert board.dump() == before


def test_the_day_of_joining_can_be_moved(board: Board) -> None:
    row_id = board.advisor(joined="2026-09-01")
    board.step(row_id, "paused", "2026-10-01")

    edit(board, row_id, since=date(2026, 10, 1))

    assert steps(board) == [(row_id, "2026-10-01", "active"), (row_id, "2026-10-01", "paused")]


def test_an_edit_reports_each_field_old_and_new(board: Board) -> None:
    row_id = board.advisor("Ana Lima", seat="Truth-teller", perspectives=["place=abroad"])
    given = {"seat": "Mirror", "window": "6-8w", "perspectives": ["industry=food"]}

    with board.change() as work:
        done = edit_advisor(work, row_id, given, since=date(2026, 2, 1))

    assert done.changes == (
        Change("seat", "Truth-teller", "Mirror"),
        Change("window", "4-6w", "6-8w"),
        Change("perspective", "place=abroad", "place=abroad, industry=food"),
        Change("joined", "Sat 10 Jan 2026", "Sun 1 Feb 2026"),
    )
    assert done.summary == (
        "Changed Ana Lima: seat Truth-teller → Mirror, window 4-6w → 6-8w,"
        " perspective place=abroad → place=abroad, industry=food,"
        " joined Sat 10 Jan 2026 → Sun 1 Feb 2026"
    )


def test_the_day_of_joining_stays_after_the_step_before(board: Board) -> None:
    row_id = board.prospect("Marcus Ojo")
    board.step(row_id, "active", "2026-11-21")
    before = board.dump()

    with pytest.raises(BadInput) as caught:
        edit(board, row_id, since=date(2026, 11, 20))

    assert refusal(caught.value) == (
        "Fri 20 Nov 2026 is before the last step with Marcus Ojo, on Sat 21 Nov 2026.",
        "Steps must be in order.",
    )
    assert board.dump() == before


@pytest.mark.parametrize(
    ("paused", "since", "message"),
    [
        (
            True,
            date(2026, 10, 2),
            "Fri 2 Oct 2026 is too late: the latest possible day is Thu 1 Oct 2026.",
        ),
        (
            False,
            date(2026, 11, 22),
            "Sun 22 Nov 2026 is too late: the latest possible day is Sat 21 Nov 2026.",
        ),
    ],
)
def test_the_day_of_joining_stays_before_the_next_step(
    board: Board, since: date, message: str, *, paused: bool
) -> None:
    row_id = board.advisor(joined="2026-09-01")
    if paused:
        board.step(row_id, "paused", "2026-10-01")

    with pytest.raises(BadInput) as caught:
        edit(board, row_id, since=since)

    assert refusal(caught.value) == (message, "Use an earlier day.")


def test_since_moves_the_first_step_of_a_prospect(board: Board) -> None:
    row_id = board.prospect("Noor Haddad", since="2026-10-01")
    board.step(row_id, "asked", "2026-10-05")

    edit(board, row_id, since=date(2026, 10, 5))

    assert board.sql("SELECT changed_on, status FROM transition ORDER BY id") == [
        ("2026-10-05", "prospect"),
        ("2026-10-05", "asked"),
    ]
    assert board.summary() == (
        "Changed Noor Haddad: considered since Thu 1 Oct 2026 → Mon 5 Oct 2026"
    )
    with pytest.raises(BadInput) as caught:
        edit(board, row_id, since=date(2026, 10, 6))
    assert refusal(caught.value) == (
        "Tue 6 Oct 2026 is too late: the latest possible day is Mon 5 Oct 2026.",
        "Use an earlier day.",
    )


def test_a_removed_person_goes_with_all_records_and_comes_back(board: Board) -> None:
    ana, marcus = board.advisor("Ana Lima"), board.advisor()
    board.meeting(marcus, "2026-09-01")
    board.item(marcus)
    board.item(ana)
    board.snooze(marcus, "2026-12-01")
    before = board.dump()

    with board.change() as work:
        remove_advisor(work, marcus)
    after = {table: len(rows) for table, rows in board.dump().items() if rows}

    assert (after, kept(board)[0][0], board.summary()) == (
        {"advisor": 1, "transition": 1, "agenda_item": 1},
        "ana",
        "Removed Marcus Ojo and all their records",
    )
    undo(board.path, 1, today=TODAY)
    assert board.dump() == before


def test_somebody_gone_cannot_be_changed_or_removed(board: Board) -> None:
    board.advisor()

    with pytest.raises(NotFound, match=r"^There is no such person\.$"):
        edit(board, 99, {"seat": "Finance"})
    with board.change() as work, pytest.raises(NotFound, match=r"^There is no such person\.$"):
        remove_advisor(work, 99)
