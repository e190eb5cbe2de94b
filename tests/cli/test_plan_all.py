"""`plan --all`: the next meeting with everybody who is not booked. Today is Sat 21 Nov 2026."""

from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import STYLES, Ran, typed, typed_on_terminal

UNDO = "boardroom undo takes it back"
SENTENCE = "Planned 2 meetings: Tom Reed Tue 24 Nov 2026, Ana Lima Thu 3 Dec 2026 16:00"
ROWS = "tom\t2026-11-24\t\tcoffee\t42 days after 4-6w\nana\t2026-12-03\t16:00\tcall\tinside 4-6w\n"
WITHOUT = (
    "No usual slot and no meeting yet: Noor Haddad"
    " (boardroom advisor edit noor --usual 'thu 16:00')"
)


@pytest.fixture
def three(board: Board) -> Board:
    """Ana with a usual slot, Tom with a habit, Noor with neither; Marcus is booked."""
    board.meeting(board.advisor("Ana Lima", usual="thu 16:00", way="call"), "2026-11-01")
    board.meeting(board.advisor("Tom Reed"), "2026-09-01")
    board.advisor("Noor Haddad")
    board.meeting(board.advisor(usual="thu 16:00"), "2026-11-26", "planned")
    return board


@pytest.mark.usefixtures("three")
def test_yes_plans_all_in_a_pipe() -> None:
    assert typed("plan", "--all", "--yes") == Ran(0, f"{SENTENCE} · {UNDO}\n{WITHOUT}.\n", "")


def test_one_undo_takes_all_back(three: Board) -> None:
    before = three.dump()
    typed("plan", "--all", "--yes")

    assert typed("undo").out.startswith(f"Took back: {SENTENCE}")
    assert three.dump() == before


def test_a_pipe_without_yes_is_shown_what_would_be_planned(three: Board) -> None:
    before = three.dump()

    assert typed("plan", "--all") == Ran(
        2, ROWS, "This plans 2 meetings. This needs confirmation. Confirm with --yes.\n"
    )
    assert three.dump() == before


@pytest.mark.usefixtures("three")
def test_the_proposal_as_json_has_those_without_a_slot() -> None:
    record = typed("plan", "--all", "--json").json

    assert record["schema"] == "boardroom.proposals/1"
    assert [(one["advisor"], one["on"], one["at"]) for one in record["proposals"]] == [
        ("tom", "2026-11-24", None),
        ("ana", "2026-12-03", "16:00"),
        ("noor", None, None),
    ]


@pytest.mark.usefixtures("three")
def test_a_terminal_shows_the_table_and_asks_once() -> None:
    ran = typed_on_terminal("plan", "--all", answers="y\n")

    assert ran.out == f"{SENTENCE} · {UNDO}\n"
    assert [STYLES.sub("", line).split() for line in ran.err.splitlines()[1:3]] == [
        ["Tom", "Reed", "Tue", "24", "Nov", "2026", "coffee", "42", "days", "after", "4-6w"],
        ["Ana", "Lima", "Thu", "3", "Dec", "2026", "16:00", "call", "inside", "4-6w"],
    ]
    assert ran.err.count("This plans 2 meetings. Continue? [y/N]") == 1


def test_no_plans_nothing(three: Board) -> None:
    before = three.dump()

    assert typed_on_terminal("plan", "--all", answers="n\n").code == 5
    assert three.dump() == before


@pytest.mark.usefixtures("three")
def test_as_json_the_meetings_are_listed() -> None:
    record = typed("plan", "--all", "--yes", "--json").json

    assert record["schema"] == "boardroom.meetings/1"
    assert [(one["advisor"], one["on"], one["way"]) for one in record["meetings"]] == [
        ("tom", "2026-11-24", "coffee"),
        ("ana", "2026-12-03", "call"),
    ]


def test_a_second_time_nothing_is_planned(three: Board) -> None:
    typed("plan", "--all", "--yes")
    before = three.dump()

    assert typed("plan", "--all") == Ran(0, f"{WITHOUT}.\n", "")
    assert three.dump() == before


def test_where_everybody_is_booked_there_is_nothing_to_plan(board: Board) -> None:
    board.meeting(board.advisor(), "2026-11-26", "planned")

    assert typed("plan", "--all") == Ran(0, "Nothing to plan: everybody active is booked.\n", "")
    assert typed("plan", "--all", "--json").json == {
        "schema": "boardroom.meetings/1",
        "meetings": [],
    }


@pytest.mark.usefixtures("three")
@pytest.mark.parametrize("words", ["ana", "ana next", "--way lunch", "--another", "--private"])
def test_all_takes_nothing_else(words: str) -> None:
    assert typed("plan", "--all", *words.split()) == Ran(
        2,
        "",
        "--all plans the next with everybody, in their usual way."
        " Leave the rest out: boardroom plan --all\n",
    )


def test_yes_without_all_is_refused(board: Board) -> None:
    board.advisor()

    assert typed("plan", "marcus", "tue", "--yes") == Ran(
        2, "", "--yes confirms --all alone. Leave it out, or write: boardroom plan --all\n"
    )


def test_a_meeting_not_logged_is_named(three: Board) -> None:
    [(ana,)] = three.sql("SELECT id FROM advisor WHERE handle = 'ana'")
    three.meeting(ana, "2026-11-17", "planned")

    assert typed("plan", "--all", "--yes").err == (
        "Not logged yet: m4, coffee with Ana Lima, Tue 17 Nov 2026 (boardroom log ana --meeting m4)\n"
    )
