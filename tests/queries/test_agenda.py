from __future__ import annotations

from datetime import date

import pytest

from boardroom.errors import NotFound
from boardroom.queries.agenda import AgendaView, agenda, agenda_items, covered_in
from boardroom.store.file import reading
from tests.boards import Board


def test_open_items_come_by_advisor_then_by_id(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    first = board.item(marcus, "first")
    hers = board.item(ana, "hers")
    second = board.item(marcus, "second")
    board.item(marcus, "gone", status="dropped", closed_on=date(2026, 11, 2))

    with reading(board.path) as connection:
        listed = agenda(connection)

    assert ([item.id for item in listed.items], listed.left_out_count) == ([hers, first, second], 0)


def test_closed_items_are_listed_if_wanted(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    dropped = board.item(marcus, "gone", status="dropped", closed_on=date(2026, 11, 2))
    still_open = board.item(marcus, "first")
    board.item(ana, "hers")

    with reading(board.path) as connection:
        listed = agenda(connection, advisor_id=marcus, closed=True)

    assert [(item.id, item.status) for item in listed.items] == [
        (dropped, "dropped"),
        (still_open, "open"),
    ]


def test_a_limit_counts_what_it_leaves_out(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.item(ana, "oldest")
    board.item(marcus, "closed", status="dropped", closed_on=date(2026, 11, 2))
    newer = board.item(marcus, "newer")
    newest = board.item(ana, "newest")

    with reading(board.path) as connection:
        listed = agenda(connection, limit=2)

    assert ([item.id for item in listed.items], listed.left_out_count) == ([newest, newer], 1)


def test_an_item_is_covered_in_its_meeting(board: Board) -> None:
    marcus = board.advisor()
    meeting_id = board.meeting(marcus, "2026-11-10")
    item_id = board.item(
        marcus,
        "Budget?",
        added="2026-11-03",
        status="covered",
        answer="Ask Dana",
        meeting_id=meeting_id,
        closed_on=date(2026, 11, 10),
    )
    board.item(marcus, "still open")

    with reading(board.path) as connection:
        covered = covered_in(connection, meeting_id)

    assert covered == (
        AgendaView(
            id=item_id,
            uid=board.sql("SELECT uid FROM agenda_item ORDER BY id")[0][0],
            handle="marcus",
            name="Marcus Ojo",
            kind="topic",
            text="Budget?",
            status="covered",
            answer="Ask Dana",
            goal_id=None,
            meeting_id=meeting_id,
            added_on=date(2026, 11, 3),
            closed_on=date(2026, 11, 10),
        ),
    )


def test_items_come_in_the_order_of_the_ids(board: Board) -> None:
    marcus = board.advisor()
    first, second = board.item(marcus, "first"), board.item(marcus, "second")

    with reading(board.path) as connection:
        listed = agenda_items(connection, [second, first])

    assert [item.text for item in listed] == ["second", "first"]


def test_an_unknown_item_is_not_found(board: Board) -> None:
    item_id = board.item(board.advisor())

    with reading(board.path) as connection, pytest.raises(NotFound) as caught:
        agenda_items(connection, [item_id, 99])

    assert caught.value.message == "There is no agenda item a99."
