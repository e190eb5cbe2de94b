from __future__ import annotations

from datetime import date

import pytest

from boardroom.errors import NotFound
from boardroom.queries.meetings import (
    Belongings,
    MeetingView,
    belongings,
    meeting,
    meetings,
)
from boardroom.store.file import reading
from boardroom.store.work import change
from tests.boards import TODAY, Board


def _ids(
    board: Board, advisor_id: int | None = None, limit: int | None = None
) -> tuple[list[int], int]:
    with reading(board.path) as connection:
        listed = meetings(connection, advisor_id=advisor_id, limit=limit)
    return [view.id for view in listed.meetings], listed.left_out_count


def test_the_newest_meeting_comes_first_plans_before_it(board: Board) -> None:
    marcus = board.advisor()
    older = board.meeting(marcus, "2026-09-01")
    ahead = board.meeting(marcus, "2026-12-04", "planned")
    newer = board.meeting(marcus, "2026-11-10")

    assert _ids(board) == ([ahead, newer, older], 0)


def test_on_one_day_the_later_time_then_the_later_id_is_first(board: Board) -> None:
    marcus = board.advisor()
    unknown = board.meeting(marcus, "2026-11-10")
    morning = board.meeting(marcus, "2026-11-10", start_time="09:00")
    evening = board.meeting(marcus, "2026-11-10", start_time="18:00")
    second = board.meeting(marcus, "2026-11-10")

    assert _ids(board) == ([evening, morning, second, unknown], 0)


def test_a_limited_list_counts_those_left_out(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.meeting(marcus, "2026-09-01")
    newest = board.meeting(marcus, "2026-09-03")
    board.meeting(marcus, "2026-09-02")
    board.meeting(ana, "2026-09-04")

    assert _ids(board, marcus, limit=1) == ([newest], 2)


def test_a_meeting_has_all_its_fields(board: Board) -> None:
    marcus = board.advisor()
    meeting_id = board.meeting(
        marcus,
        "2026-11-10",
        start_time="15:30",
        way="lunch",
        place="Canteen",
        minutes=45,
        notes="Margins",
        private=True,
    )

    with reading(board.path) as connection:
        view = meeting(connection, meeting_id)

    assert view == MeetingView(
        id=meeting_id,
        uid=board.sql("SELECT uid FROM meeting")[0][0],
        handle="marcus",
        name="Marcus Ojo",
        status="held",
        at="15:30",
        way="lunch",
        place="Canteen",
        minutes=45,
        notes="Margins",
        private=True,
        on=date(2026, 11, 10),
    )


def test_an_unknown_meeting_is_not_found(board: Board) -> None:
    board.advisor()

    with reading(board.path) as connection, pytest.raises(NotFound) as caught:
        meeting(connection, 99)

    assert caught.value.message == "There is no meeting m99."


def test_belongings_count_what_followed_from_an_exchange(board: Board) -> None:
    marcus = board.advisor()
    meeting_id = board.meeting(marcus, "2026-11-10")
    other = board.meeting(marcus, "2026-11-11")
    board.item(marcus, status="covered", meeting_id=meeting_id)
    with change(board.path, "test", today=TODAY) as work:
        work.connection.execute(
            "INSERT INTO exchange (id, uid, advisor_id, direction, kind, text, exchanged_on,"
            " meeting_id)"
            " VALUES (1, printf('%036d', 1), 1, 'received', 'introduction', 'Dana', '2026-11-10',"
            " ?)",
            (meeting_id,),
        )
        for number, (of_meeting, of_exchange) in enumerate(
            [(meeting_id, None), (None, 1), (other, None)], 1
        ):
            work.connection.execute(
                "INSERT INTO promise (uid, advisor_id, by_whom, text, made_on, meeting_id,"
                " exchange_id) VALUES (?, 1, 'me', 'T', ?, ?, ?)",
                (f"{number:036}", "2026-11-10", of_meeting, of_exchange),
            )

    with reading(board.path) as connection:
        assert belongings(connection, meeting_id) == Belongings(
            promises=2, advice=0, exchanges=1, covered=1
        )
