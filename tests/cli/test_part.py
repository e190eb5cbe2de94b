from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_on_terminal

SEAT = "This frees Marcus Ojo's seat and keeps the history. Continue? [y/N] "
NOTE = "Closing note, like what was good or how you stay in touch (Enter for none): "
DID = (
    "Parted with Marcus Ojo, Sat 21 Nov 2026 (today);"
    " your promise p1: Thank Marcus Ojo for 2 meetings, by Sun 22 Nov 2026;"
    " the letter that thanks them: boardroom letter part marcus;"
    " you can ask again later: boardroom advisor ask marcus · boardroom undo takes it back\n"
)


@pytest.fixture(autouse=True)
def marcus(board: Board, monkeypatch: pytest.MonkeyPatch) -> int:
    """Marcus, met twice."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    advisor_id = board.advisor()
    board.meeting(advisor_id, "2026-09-01")
    board.meeting(advisor_id, "2026-10-01", minutes=30)
    return advisor_id


def last_step(board: Board) -> tuple[str | None, ...]:
    (row,) = board.sql("SELECT status, changed_on, note FROM transition ORDER BY id DESC LIMIT 1")
    return row


def test_the_shared_history_is_shown_before_the_questions(board: Board) -> None:
    ran = typed_on_terminal("advisor", "part", "marcus", answers="y\nWe write each spring\n")

    together = (
        "Marcus Ojo  what you did together\n"
        "\n"
        "since       Sat 10 Jan 2026 (315 days ago)\n"
        "met         2 times, 1 hour 30 minutes\n"
        "give, take  nothing given or got\n"
        "\n"
    )  # fmt: skip
    assert ran == Ran(0, DID, f"{together}{SEAT}{NOTE}")
    assert last_step(board) == ("alumni", "2026-11-21", "We write each spring")


def test_a_history_that_changed_meanwhile_is_shown_again(board: Board) -> None:
    ran = typed_on_terminal(
        "advisor",
        "part",
        "marcus",
        answers="y\ny\n\n",
        meanwhile=lambda: board.meeting(1, "2026-11-01"),
    )

    assert ran.out == DID.replace("2 meetings", "3 meetings")
    assert ran.err.endswith(f"{SEAT}{NOTE}")
    assert [line for line in ran.err.splitlines() if line.startswith("met")] == [
        "met         2 times, 1 hour 30 minutes",
        "met         3 times, 2 hours 30 minutes",
    ]


def test_the_closing_note_may_be_empty(board: Board) -> None:
    assert typed_on_terminal("advisor", "part", "marcus", answers="y\n\n").out == DID
    assert last_step(board) == ("alumni", "2026-11-21", None)


@pytest.mark.parametrize(("note", "kept"), [("Thank you", "Thank you"), ("", None)])
def test_a_note_given_by_option_is_not_asked_for(board: Board, note: str, kept: str | None) -> None:
    ran = typed_on_terminal("advisor", "part", "marcus", "--note", note, answers="y\n")

    assert (ran.out, ran.err.endswith(SEAT)) == (DID, True)
    assert last_step(board) == ("alumni", "2026-11-21", kept)


def test_yes_asks_and_shows_nothing(board: Board) -> None:
    assert typed_on_terminal("advisor", "part", "marcus", "--yes", answers="") == Ran(0, DID, "")
    assert last_step(board) == ("alumni", "2026-11-21", None)


@pytest.mark.parametrize("answers", ["n\n", "\n", "", "y\n"])
def test_nothing_changes_without_all_answers(board: Board, answers: str) -> None:
    before = board.dump()

    assert typed_on_terminal("advisor", "part", "marcus", answers=answers).code == 5
    assert board.dump() == before


def test_without_a_terminal_yes_is_needed(board: Board) -> None:
    before = board.dump()
    needs_yes = Ran(
        2,
        "",
        "This frees Marcus Ojo's seat and keeps the history."
        " This needs confirmation. Confirm with --yes.\n",
    )

    assert typed("advisor", "part", "marcus") == needs_yes
    assert typed_on_terminal("advisor", "part", "marcus", "--no-input", answers="y\n") == needs_yes
    assert board.dump() == before


def test_a_refusal_comes_before_the_questions(board: Board) -> None:
    board.prospect("Noor Haddad")

    refused = typed_on_terminal("advisor", "part", "noor", answers="y\n")
    early = typed_on_terminal("advisor", "part", "marcus", "--on", "2026-01-09", answers="y\n")
    late = typed("advisor", "part", "marcus", "--on", "2026-11-22", "--yes")

    assert (refused.code, refused.err.partition(".")[0]) == (
        6,
        "Noor Haddad is a prospect, so can't be parted with",
    )
    assert (early.code, early.err.partition(",")[0]) == (
        2,
        "Fri 9 Jan 2026 is before the last step with Marcus Ojo",
    )
    assert late.code == 2


def test_a_past_day_is_echoed_and_ends_the_history(board: Board) -> None:
    ran = typed("advisor", "part", "marcus", "--on", "30 Sep", "--yes")

    assert ran.out.startswith(
        "Parted with Marcus Ojo, Wed 30 Sep 2026 (52 days ago);"
        " your promise p1: Thank Marcus Ojo for the meeting, by Sat 21 Nov 2026; "
    )
    assert last_step(board) == ("alumni", "2026-09-30", None)


def test_no_promise_is_named_if_thanks_are_off() -> None:
    typed("config", "set", "thanks", "off")

    ran = typed("advisor", "part", "marcus", "--yes")

    sentence = "Parted with Marcus Ojo, Sat 21 Nov 2026 (today)"
    door = (
        "the letter that thanks them: boardroom letter part marcus;"
        " you can ask again later: boardroom advisor ask marcus"
    )
    assert ran.out == f"{sentence}; {door} · boardroom undo takes it back\n"


def test_json_is_the_person_as_they_now_are() -> None:
    parted = typed("advisor", "part", "marcus", "--yes", "--json").json

    assert parted == typed("advisor", "show", "marcus", "--json").json
    assert (parted["status"], parted["ended_on"]) == ("alumni", "2026-11-21")


def test_one_undo_takes_all_of_a_parting_back(board: Board) -> None:
    before = board.dump()
    typed("advisor", "part", "marcus", "--yes", "--note", "We write")
    after = board.dump()

    typed("undo")
    assert board.dump() == before
    typed("redo")
    assert board.dump() == after
    assert typed("advisor", "ask", "marcus").code == 0
