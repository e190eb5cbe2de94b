from __future__ import annotations

from boardroom.queries.advisors import advisor
from boardroom.queries.board import board as board_view
from boardroom.render.advisors import advisor_json
from boardroom.render.board import board_json, board_page
from boardroom.render.page import Cell, Heading, Page, Prose, Table
from boardroom.render.plain import plain
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def page(board: Board) -> Page:
    with reading(board.path) as connection:
        return board_page(board_view(connection, today=TODAY))


def notes(board: Board) -> list[str]:
    """What is said below the table."""
    return [block.text for block in page(board).blocks if isinstance(block, Prose)]


def test_the_board_is_given_with_its_seats_and_everybodys_clock(board: Board) -> None:
    marcus, ana = board.advisor(seat="Finance"), board.advisor("Ana Lima", joined="2026-11-01")
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, "2026-12-24", "planned")
    board.item(marcus)
    board.exchange(marcus, "given", on="2026-06-30")
    board.step(ana, "paused", "2026-11-10", until="2027-01-10")

    with reading(board.path) as connection:
        shown = board_json(board_view(connection, today=TODAY))
        records = [advisor_json(advisor(connection, row_id, today=TODAY)) for row_id in (marcus, ana)]

    for record in records:
        del record["schema"]
    assert shown == {
        "schema": "boardroom.board/1",
        "as_of": "2026-11-21",
        "review_snoozed_until": None,
        "seats": {"taken": 1, "fewest": 3, "most": 5},
        "advisors": [
            {
                **records[0],
                "state": "overdue",
                "due_from": "2026-09-29",
                "due_by": "2026-10-13",
                "last_met_on": "2026-09-01",
                "next_meeting_on": "2026-12-24",
                "agenda_count": 1,
                "balance": {"given": 1, "received": 0, "since": "2026-06-30"},
            },
            {
                **records[1],
                "state": None,
                "due_from": None,
                "due_by": None,
                "last_met_on": None,
                "next_meeting_on": None,
                "agenda_count": 0,
                "balance": {"given": 0, "received": 0, "since": None},
            },
        ],
    }


def test_a_snooze_and_a_pause_are_said_with_their_day(board: Board) -> None:
    board.setting("seats", "0-5")
    marcus, ana, tom, dana = (board.advisor(name) for name in ("Marcus Ojo", "Ana Lima", "Tom Berg", "Dana Reyes"))
    board.snooze(marcus, "2026-12-01")
    board.snooze(None, "2027-01-05")
    board.step(ana, "paused", "2026-11-10", until="2027-01-10")
    board.step(tom, "paused", "2026-11-10", until="2026-11-21")
    board.step(dana, "paused", "2026-11-10")

    assert notes(board) == [
        (
            "The six-month review is snoozed until Tue 5 Jan 2027. Marcus Ojo is snoozed until Tue 1 Dec."
            " Ana Lima is paused until Sun 10 Jan 2027. Tom Berg was to be back on Sat 21 Nov."
        )
    ]


def test_seats_below_the_lower_number_are_said_to_be_missing(board: Board) -> None:
    board.step(board.advisor(), "paused", "2026-11-10")
    board.advisor("Ana Lima")
    board.advisor("Tom Berg")

    assert notes(board) == ["1 seat to fill: a board wants 3-5 people. Note a prospect: boardroom advisor add NAME --prospect"]


def test_a_board_with_enough_people_wants_nobody(board: Board) -> None:
    board.setting("seats", "1-2")
    board.advisor()

    assert (page(board).blocks[0], notes(board)) == (Heading("Your board", (Cell("1 of 2 seats taken", "quiet"),)), [])


def test_a_pipe_is_given_handles_and_days_in_iso(board: Board) -> None:
    marcus, ana = board.advisor(seat="Finance"), board.advisor("Ana Lima", joined="2026-11-21")
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, "2026-12-24", "planned")
    board.item(marcus)
    board.snooze(ana, "2026-12-01")
    board.exchange(marcus, "received", on="2026-06-30")

    assert plain(page(board)) == (
        "ana\tAna Lima\t\tsnoozed\t4-6w\t\t\t0\t2026-12-01\t0\t0\t\n"
        "marcus\tMarcus Ojo\tFinance\toverdue\t4-6w\t2026-09-01\t2026-12-24\t1\t\t0\t1\t2026-06-30\n"
    )  # fmt: skip


def test_give_and_take_stand_in_words_beside_each_name_once_anything_went_to_or_fro(board: Board) -> None:
    marcus = board.advisor()
    board.step(board.advisor("Ana Lima"), "paused", "2026-11-10")
    ines = board.advisor("Inês Duarte")
    board.step(ines, "alumni", "2026-11-10")
    board.exchange(marcus, "given", on="2026-05-20")
    board.exchange(ines, "given")
    before = page(board).blocks

    board.exchange(marcus, "received", on="2026-06-30")

    tables = [block for block in page(board).blocks if isinstance(block, Table)]
    assert Heading("Give and take") not in before
    assert Heading("Give and take") in page(board).blocks
    assert [[cell.text for cell in row] for row in tables[1].rows] == [
        ["Marcus Ojo", "you gave nothing, got 1 since June"],
        ["Ana Lima", "nothing given or got in six months"],
    ]


def test_an_empty_board_leaves_a_pipe_empty(board: Board) -> None:
    board.prospect("Noor Haddad")

    assert page(board) == Page(
        (
            Heading("Your board", (Cell("0 of 5 seats taken", "quiet"),)),
            Prose('Nobody is on the board yet. Begin with: boardroom advisor add "NAME"'),
        ),
        (),
    )


def test_a_state_is_a_word_with_an_accent_of_its_own(board: Board) -> None:
    overdue, due, on_track, snoozed, paused = (board.advisor(name) for name in ("Al", "Bo", "Cy", "Di", "Ed"))
    for row_id, met in ((overdue, "2026-09-01"), (due, "2026-10-24"), (on_track, "2026-11-20"), (snoozed, "2026-09-01")):
        board.meeting(row_id, met)
    board.snooze(snoozed, "2026-12-01")
    board.step(paused, "paused", "2026-11-01")

    states = [row[2] for block in page(board).blocks if isinstance(block, Table) for row in block.rows]

    assert states == [
        Cell("overdue", "overdue"),
        Cell("due", "due"),
        Cell("on track", "good"),
        Cell("snoozed", "quiet"),
        Cell("paused", "quiet"),
    ]
