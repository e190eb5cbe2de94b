"""The people whom the user mentors: added, listed, and without a seat."""

from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import typed, typed_at_screen

FULL = ("Ana Lima", "Ben Okri", "Cid Moor", "Dee Rao", "Eve Lund")
BOTH = "If each of you mentors the other: boardroom advisor edit zoe --role both\n"


def _handles(*argv: str) -> list[str]:
    return [person["handle"] for person in typed(*argv, "--json").json["advisors"]]


def _full_board(board: Board) -> None:
    for name in FULL:
        board.advisor(name)


def test_a_mentee_joins_today(board: Board) -> None:
    assert board.path
    added = typed("mentee", "add", "Zoe", "Park", "--their-goals", "Lead a team")

    shown = typed("advisor", "show", "zoe", "--json").json
    assert added.out == (
        "Mentoring Zoe Park (zoe), Sat 21 Nov 2026 (today);"
        " nothing is agreed yet: boardroom agreement set zoe · boardroom undo takes it back\n"
    )
    assert (shown["role"], shown["status"], shown["joined_on"], shown["their_goals"]) == (
        "mentee",
        "active",
        "2026-11-21",
        "Lead a team",
    )


def test_a_mentee_has_a_window_counted_from_the_last_meeting(board: Board) -> None:
    assert board.path
    typed("mentee", "add", "Zoe Park", "--last-met", "2026-11-01", "--window", "2-3w")

    assert [
        (mentee["role"], mentee["due_from"], mentee["due_by"])
        for mentee in typed("due", "--json").json["advisors"]
    ] == [("mentee", "2026-11-15", "2026-11-22")]


def test_a_mentee_is_given_no_seat(board: Board) -> None:
    board.mentee()

    added = typed("mentee", "add", "Rui Reis", "--seat", "Tech")
    assert (added.code, added.err) == (
        6,
        (
            "Rui Reis is your mentee, and mentees take no seat."
            " If each of you mentors the other: boardroom advisor add NAME --role both\n"
        ),
    )
    edited = typed("advisor", "edit", "zoe", "--seat", "Tech")
    assert (edited.code, edited.err) == (
        6,
        f"Zoe Park is your mentee, and mentees take no seat. {BOTH}",
    )


def test_a_mentee_is_no_prospect(board: Board) -> None:
    assert board.path
    assert typed("advisor", "add", "Zoe Park", "--role", "mentee", "--prospect").code == 6


def test_mentees_leave_a_full_board_open_to_more_mentees(board: Board) -> None:
    _full_board(board)

    assert typed("mentee", "add", "Zoe Park").code == 0
    assert typed("advisor", "add", "Rui Reis").code == 6


def test_the_list_of_advisors_counts_mentees_and_names_their_list(board: Board) -> None:
    board.advisor()
    board.advisor("Ana Lima", role="both")
    board.mentee()

    assert typed_at_screen("advisor", "list").out.splitlines()[-1] == (
        "And 1 mentee: boardroom mentee list"
    )
    assert _handles("advisor", "list") == ["ana", "marcus"]
    assert _handles("mentee", "list") == ["ana", "zoe"]


@pytest.mark.parametrize(
    ("argv", "handles"),
    [
        ("advisor list --role advisor", ["ana", "marcus"]),
        ("advisor list --role mentee", ["ana", "zoe"]),
        ("advisor list --role both", ["ana"]),
        ("advisor list --all", ["ana", "marcus", "zoe"]),
    ],
)
def test_a_list_is_filtered_by_role(board: Board, argv: str, handles: list[str]) -> None:
    board.advisor()
    board.advisor("Ana Lima", role="both")
    board.mentee()

    assert _handles(*argv.split()) == handles


def test_a_list_without_mentees_names_the_command_that_adds_one(board: Board) -> None:
    board.advisor()

    assert typed_at_screen("mentee", "list").out == (
        'You mentor nobody yet. Start with: boardroom mentee add "NAME"\n'
    )


def test_who_becomes_a_mentee_gives_up_the_seat_and_keeps_the_window(board: Board) -> None:
    board.advisor(seat="Finance", window="2-3w")

    changed = typed("advisor", "edit", "marcus", "--role", "mentee")

    shown = typed("advisor", "show", "marcus", "--json").json
    assert changed.out == (
        "Changed Marcus Ojo: role advisor → mentee, seat Finance → none"
        " · boardroom undo takes it back\n"
    )
    assert (shown["seat"], shown["window"], shown["joined_on"]) == (None, "2-3w", "2026-01-10")


@pytest.mark.parametrize("role", ["advisor", "both"])
def test_a_mentee_takes_a_seat_only_if_one_is_free(board: Board, role: str) -> None:
    _full_board(board)
    board.mentee()

    refused = typed("advisor", "edit", "zoe", "--role", role)
    assert (refused.code, refused.err) == (
        6,
        (
            "The board is full: 5 of 5 seats are taken, so Zoe Park can't have one."
            " Pause or part with one of ana, ben, cid, dee, eve first, or use --beyond.\n"
        ),
    )
    assert typed("advisor", "edit", "zoe", "--role", role, "--seat", "Tech", "--beyond").code == 0


def test_a_paused_mentee_takes_the_seat_on_the_return(board: Board) -> None:
    _full_board(board)
    board.step(board.mentee(), "paused", "2026-11-10")

    assert typed("advisor", "edit", "zoe", "--role", "both").code == 0
    assert typed("advisor", "resume", "zoe").code == 6


def test_a_mentee_is_paused_and_resumed_on_a_full_board(board: Board) -> None:
    _full_board(board)
    board.mentee()

    assert typed("advisor", "pause", "zoe").code == 0
    assert typed("advisor", "resume", "zoe").out.startswith("Resumed Zoe Park")


def test_a_former_mentee_is_mentored_again_on_a_full_board(board: Board) -> None:
    _full_board(board)
    board.step(board.mentee(), "alumni", "2026-11-10")

    assert typed("advisor", "ask", "zoe").code == 0
    assert typed("advisor", "seat", "zoe").out.startswith("Mentoring Zoe Park")


@pytest.mark.parametrize("command", ["goal add Lead --helps zoe", "goal link g1 zoe"])
def test_a_mentee_helps_with_no_goal(board: Board, command: str) -> None:
    board.goal("Run a P&L")
    board.mentee()

    refused = typed(*command.split())

    assert (refused.code, refused.err) == (
        6,
        f"Zoe Park is your mentee; goals and criteria are for advisors. {BOTH}",
    )


def test_who_is_both_helps_with_goals(board: Board) -> None:
    board.advisor("Ana Lima", role="both")

    assert typed("goal", "add", "Lead", "--helps", "ana").code == 0


def test_a_mentee_is_not_rated(board: Board) -> None:
    board.mentee()
    board.criterion("Has run a P&L")

    assert typed("advisor", "rate", "zoe", "c1", "yes").code == 6


def test_a_goal_achieved_asks_who_could_use_it_while_there_is_no_mentee(board: Board) -> None:
    board.goal("Run a P&L")
    board.goal("Speak")

    assert typed("done", "g1").err == (
        "Who could use what you learnt here? boardroom mentee add NAME\n"
    )
    zoe = board.mentee()
    assert typed("done", "g2").err == ""
    board.step(zoe, "alumni", "2026-11-20")
    board.goal("Write")
    assert "Who could use what you learnt here?" in typed("done", "g3").err


def test_a_parting_asks_who_could_use_what_you_learnt(board: Board) -> None:
    board.advisor()

    assert typed("advisor", "part", "marcus", "--yes").err == (
        "Who could use what you learnt here? boardroom mentee add NAME\n"
    )


def test_a_mentee_merged_with_a_prospect_takes_only_a_free_seat(board: Board) -> None:
    _full_board(board)
    board.mentee()
    board.prospect("Zoe Parks", since="2026-10-10")
    options = ("--keep", "first", "--yes")

    refused = typed("advisor", "merge", "zoe", "zoe-parks", *options)
    assert (refused.code, refused.err) == (
        6,
        (
            "As mentee and advisor, Zoe Park would take a seat, and all 5 are taken."
            " Leave them your mentee with --role mentee, or pause or part with somebody first.\n"
        ),
    )
    assert typed("advisor", "merge", "zoe", "zoe-parks", "--role", "mentee", *options).code == 0


def test_whom_the_user_thinks_of_mentoring_is_among_the_mentees_alone(board: Board) -> None:
    board.advisor()
    board.step(board.mentee(), "alumni", "2026-11-20")
    typed("advisor", "consider", "zoe")

    assert "Zoe Park" in typed("mentee", "list").out
    assert "Zoe Park" not in typed("advisor", "list", "--prospects").out
    # There is no prospect, so the board points to the list that says where to look.
    assert "boardroom advisor list --prospects" in typed_at_screen("board").out
