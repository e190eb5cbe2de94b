from __future__ import annotations

from datetime import date

import pytest

from boardroom.actions.agenda import add_items, cover_items, drop_item, edit_item, remove_item
from boardroom.errors import BadInput, NotFound, Refused
from boardroom.rules.text import TEXT_LIMIT
from boardroom.store import reversal
from boardroom.store.work import change
from tests.boards import TODAY, Board

STORED = (
    "SELECT kind, text, status, answer, meeting_id, added_on,"
    " closed_on FROM agenda_item ORDER BY id"
)


def test_a_new_item_is_dated_today(board: Board) -> None:
    marcus = board.advisor()

    with change(board.path, "agenda add", today=TODAY) as work:
        done = add_items(work, marcus, ["  How do I get P&L exposure? ", "Budget [/bold]"])

    assert board.sql(STORED) == [
        ("question", "How do I get P&L exposure?", "open", None, None, "2026-11-21", None),
        ("topic", "Budget [/bold]", "open", None, None, "2026-11-21", None),
    ]
    assert done.ids == (1, 2)
    assert board.summary() == "Put a1, a2 on the agenda with Marcus Ojo"


def test_a_given_kind_overrides_the_question_mark(board: Board) -> None:
    marcus = board.advisor()

    with change(board.path, "agenda add", today=TODAY) as work:
        add_items(work, marcus, ["Guess who said yes?"], kind="UPDATE")

    assert board.sql(STORED) == [
        ("update", "Guess who said yes?", "open", None, None, "2026-11-21", None)
    ]
    assert board.summary() == "Put a1 on the agenda with Marcus Ojo: Guess who said yes?"


@pytest.mark.parametrize(
    ("texts", "message"),
    [
        ([""], "The agenda item can't be empty."),
        (["fine", " \n "], "The agenda item can't be empty."),
        (["a\0b"], "The agenda item can't contain a NUL character."),
        (
            ["fine", "x" * (TEXT_LIMIT + 1)],
            "The agenda item can't be longer than 10,000 characters; this has 10,001.",
        ),
        (["\udcff"], "The agenda item can't contain bytes that are not UTF-8."),
    ],
)
def test_one_bad_text_keeps_all_items_out(board: Board, texts: list[str], message: str) -> None:
    marcus = board.advisor()
    before = board.dump()

    with pytest.raises(BadInput) as caught, change(board.path, "agenda add", today=TODAY) as work:
        add_items(work, marcus, texts)

    assert caught.value.message == message
    assert board.dump() == before


def test_an_edit_changes_the_fields_given(board: Board) -> None:
    item_id = board.item(board.advisor(), "Budget", answer="Old")

    with change(board.path, "agenda edit", today=TODAY) as work:
        edit_item(work, item_id, text="Which budget round?", kind="question", answer="")

    assert board.sql(STORED) == [
        ("question", "Which budget round?", "open", None, None, "2026-11-01", None)
    ]
    assert board.summary() == (
        "Changed a1 on the agenda with Marcus Ojo: kind topic → question,"
        " text “Budget” → “Which budget round?”, answer “Old” → none"
    )


def test_a_dropped_item_is_closed_today(board: Board) -> None:
    item_id = board.item(board.advisor(), "Budget")

    with change(board.path, "agenda drop", today=TODAY) as work:
        drop_item(work, item_id)

    assert board.sql(STORED) == [
        ("topic", "Budget", "dropped", None, None, "2026-11-01", "2026-11-21")
    ]
    assert board.summary() == "Dropped a1 from the agenda with Marcus Ojo: Budget"


def test_a_removed_item_comes_back_by_undo(board: Board) -> None:
    item_id = board.item(board.advisor(), "Budget")
    before = board.dump()

    with change(board.path, "agenda rm", today=TODAY) as work:
        remove_item(work, item_id)

    assert board.sql(STORED) == []
    assert [undone.summary for undone in reversal.undo(board.path, 1, today=TODAY)] == [
        "Removed a1 from the agenda with Marcus Ojo: Budget"
    ]
    assert board.dump() == before


def test_several_items_are_covered_with_one_answer(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    items = [board.item(marcus, "Budget"), board.item(ana, "Pilot")]

    with change(board.path, "done", today=TODAY) as work:
        cover_items(work, [*items, items[0]], on=date(2026, 11, 20), answer="Ask Dana")

    assert board.sql(STORED) == [
        ("topic", "Budget", "covered", "Ask Dana", None, "2026-11-01", "2026-11-20"),
        ("topic", "Pilot", "covered", "Ask Dana", None, "2026-11-01", "2026-11-20"),
    ]
    assert board.summary() == "Covered a1, a2"


def test_covering_without_an_answer_keeps_the_old_one(board: Board) -> None:
    item_id = board.item(board.advisor(), "Budget", answer="Ask Dana")

    with change(board.path, "done", today=TODAY) as work:
        cover_items(work, [item_id])

    assert board.sql(STORED) == [
        ("topic", "Budget", "covered", "Ask Dana", None, "2026-11-01", "2026-11-21")
    ]
    assert board.summary() == "Covered a1 on the agenda with Marcus Ojo: Budget"


def test_one_closed_item_keeps_all_others_open(board: Board) -> None:
    marcus = board.advisor()
    fine = board.item(marcus, "Budget")
    dropped = board.item(marcus, "Pilot", status="dropped", closed_on=date(2026, 11, 2))
    before = board.dump()

    with pytest.raises(Refused) as caught, change(board.path, "done", today=TODAY) as work:
        cover_items(work, [fine, dropped])
    with pytest.raises(NotFound) as gone, change(board.path, "done", today=TODAY) as work:
        cover_items(work, [fine, 99])
    with pytest.raises(BadInput) as ahead, change(board.path, "done", today=TODAY) as work:
        cover_items(work, [fine], on=date(2026, 11, 22))

    assert caught.value.message == f"a{dropped} was dropped, so it can't be covered."
    assert gone.value.message == "There is no agenda item a99."
    assert ahead.value.message == "Sun 22 Nov 2026 is in the future, so nothing was covered then."
    assert board.dump() == before
