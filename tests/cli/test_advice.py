from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import ASKED_WHO, Ran, typed, typed_on_terminal

UNDO = "boardroom undo takes it back"
STORED = "SELECT text, given_on, status, outcome, outcome_on, reported_on FROM advice ORDER BY id"


def test_advice_goes_from_new_to_told(board: Board) -> None:
    board.advisor()

    assert typed("advice", "add", "marcus", "Ask", "to shadow", "--on", "last tue") == (
        0,
        (
            "Noted v1 from Marcus Ojo: Ask to shadow"
            f" · said on Tue 17 Nov 2026 (4 days ago) · {UNDO}\n"
        ),
        "",
    )
    assert (
        typed("advice", "outcome", "V1", "trying").out
        == f"Marked v1 from Marcus Ojo as “trying”: Ask to shadow · {UNDO}\n"
    )
    assert typed(
        "advice", "outcome", "v1", "worked", "They", "said yes", "--on", "yesterday"
    ).out == (
        "Marked v1 from Marcus Ojo as “worked”: Ask to shadow"
        f" · that was on Fri 20 Nov 2026 (yesterday) · {UNDO}\n"
    )
    assert typed("advice", "reported", "v1", "--on", "today").out == (
        "Reported v1 back to Marcus Ojo, “worked”: Ask to shadow"
        f" · told on Sat 21 Nov 2026 (today) · {UNDO}\n"
    )
    assert board.sql(STORED) == [
        ("Ask to shadow", "2026-11-17", "worked", "They said yes", "2026-11-20", "2026-11-21")
    ]
    assert typed("undo", "4").code == 0
    assert board.sql(STORED) == []


def test_a_pipe_gives_one_advice_and_its_record(board: Board) -> None:
    board.step(board.advisor(), "alumni", "2026-11-01")

    ran = typed("advice", "add", "marcus", "-", "--json", stdin="One\r\nand [/] two\n")

    assert ran.json == {
        "schema": "boardroom.advice/1",
        "id": "v1",
        "uid": board.sql("SELECT uid FROM advice")[0][0],
        "advisor": "marcus",
        "text": "One\nand [/] two",
        "on": "2026-11-21",
        "status": "new",
        "outcome": None,
        "reported_on": None,
        "meeting": None,
        "private": False,
    }
    assert (
        typed("advice", "outcome", "v1", "worked", "-", "--json", stdin="Yes\n").json["outcome"]
        == "Yes"
    )
    assert typed("advice", "reported", "v1", "--json").json["reported_on"] == "2026-11-21"


def test_a_terminal_asks_for_what_is_missing(board: Board) -> None:
    board.advisor()

    added = typed_on_terminal("advice", "add", answers="mar\nAsk\n")
    outcome = typed_on_terminal("advice", "outcome", answers="v1\ndid not work\n")

    assert added.err == f"{ASKED_WHO}What did Marcus Ojo advise? (like Answer first) "
    assert (
        outcome.err
        == "  v1  Ask\nWhich advice? (like v1) Outcome: trying, worked, did_not_work or set_aside? "
    )
    assert board.sql(STORED) == [("Ask", "2026-11-21", "did_not_work", None, "2026-11-21", None)]


def test_a_pipe_lists_open_advice_and_with_all_the_rest(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.advice(marcus, "Budget\n[/bold]")
    board.advice(marcus, "Deck", status="worked", outcome="Yes", reported_on="2026-11-02")
    board.advice(ana, "Pilot", status="set_aside")

    assert typed("advice", "list").out == (
        "v3\tana\t2026-11-01\tset_aside\t\tPilot\t\t\n"
        "v1\tmarcus\t2026-11-01\tnew\t\tBudget\\n[/bold]\t\t\n"
    )
    assert typed("advice", "list", "marcus", "--all").out == (
        "v1\tmarcus\t2026-11-01\tnew\t\tBudget\\n[/bold]\t\t\n"
        "v2\tmarcus\t2026-11-01\tworked\t2026-11-02\tDeck\tYes\t\n"
    )
    assert [piece["id"] for piece in typed("advice", "list", "--json").json["advice_list"]] == [
        "v3",
        "v1",
    ]
    assert [
        piece["id"] for piece in typed("advice", "list", "--all", "--json").json["advice_list"]
    ] == [
        "v3",
        "v1",
        "v2",
    ]


def test_a_screen_lists_the_first_fifty(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    marcus = board.advisor()
    for _ in range(51):
        board.advice(marcus)
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert "1 more: boardroom advice list marcus --all" in typed("advice", "list", "mar").out
    assert "more" not in typed("advice", "list", "--all").out


def test_an_empty_list_says_how_to_begin(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    board.advisor()

    assert typed("advice", "list") == (0, "", "")
    assert typed("advice", "list", "--json").json == {
        "schema": "boardroom.advice_list/1",
        "advice_list": [],
    }
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    assert (
        typed("advice", "list").out
        == "There is no open advice. Add some: boardroom advice add WHO TEXT\n"
    )
    assert (
        typed("advice", "list", "mar").out
        == "There is no open advice from Marcus Ojo. Add some: boardroom advice add marcus TEXT\n"
    )


def test_advice_is_edited_and_removed(board: Board) -> None:
    board.advice(board.advisor(), status="worked", outcome="Yes", outcome_on="2026-11-10")

    edited = typed(
        "advice",
        "edit",
        "v1",
        "--text",
        "-",
        "--outcome",
        "No",
        "--on",
        "2 Nov",
        stdin="Shadow it\n",
    )
    assert edited.out == (
        "Changed v1 from Marcus Ojo: on Sun 1 Nov 2026 → Mon 2 Nov 2026,"
        " text “Shadow the budget round” → “Shadow it”, outcome “Yes” → “No”"
        f" · said 19 days ago · {UNDO}\n"
    )
    assert board.sql(STORED) == [("Shadow it", "2026-11-02", "worked", "No", "2026-11-10", None)]
    assert typed("advice", "edit", "v1", "--outcome", "").code == 0
    assert typed("advice", "rm", "v1", "--json").json["text"] == "Shadow it"
    assert board.sql(STORED) == []
    assert typed("undo").code == 0
    assert board.sql(STORED) == [("Shadow it", "2026-11-02", "worked", None, "2026-11-10", None)]


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (
            ["add"],
            2,
            (
                "WHO is missing. "
                "Usage: boardroom advice add [OPTIONS] WHO TEXT...|- · "
                "Example: boardroom advice add marcus Ask to shadow the budget round"
            ),
        ),
        (
            ["add", "marcus"],
            2,
            (
                "TEXT is missing. "
                "Usage: boardroom advice add [OPTIONS] WHO TEXT...|- · "
                "Example: boardroom advice add marcus Ask to shadow the budget round"
            ),
        ),
        (
            ["add", "nobody", "Ask"],
            3,
            "Nobody matches 'nobody'. List everybody with: boardroom advisor list --all",
        ),
        (["add", "marcus", ""], 2, "The advice can't be empty. Write at least one word."),
        (["add", "marcus", "-"], 2, "The advice can't be empty. Write at least one word."),
        (
            ["add", "marcus", "Ask", "--on", "tomorrow"],
            2,
            "Sun 22 Nov 2026 is in the future, so nothing was said then. Use today or an earlier day.",
        ),
        (
            ["edit"],
            2,
            (
                "ID is missing. "
                "Usage: boardroom advice edit [OPTIONS] vID [-] · "
                "Example: boardroom advice edit v1 --outcome 'They said yes at once'"
            ),
        ),
        (
            ["edit", "v1"],
            2,
            "No change was given. Use --text, --on, --outcome, --private or --no-private.",
        ),
        (
            ["edit", "v99", "--text", "T"],
            3,
            "There is no advice v99. List the ids with: boardroom advice list",
        ),
        (
            ["edit", "v1", "--outcome", "T"],
            6,
            (
                "v1 has no outcome yet."
                " Set its outcome first: boardroom advice outcome v1 worked TEXT"
            ),
        ),
        (
            ["outcome", "v1"],
            2,
            (
                "STATUS is missing. Use trying, worked, did_not_work or set_aside,"
                " like: boardroom advice outcome v1 worked"
            ),
        ),
        (
            ["outcome", "v1", "failed"],
            2,
            (
                "'failed' is not an outcome of advice. Use trying, worked, did_not_work or set_aside."
            ),
        ),
        (
            ["outcome", "v1", "worked", ""],
            2,
            "The outcome can't be empty. Write at least one word.",
        ),
        (
            ["outcome", "v2", "worked"],
            6,
            (
                "v2 is already marked “worked”."
                " To add details: boardroom advice edit v2 --outcome TEXT"
            ),
        ),
        (
            ["outcome", "v99", "worked"],
            3,
            "There is no advice v99. List the ids with: boardroom advice list",
        ),
        (
            ["outcome", "m1", "worked"],
            2,
            "m1 is a meeting, not advice. Use instead: boardroom meeting edit m1",
        ),
        (
            ["reported", "v1"],
            6,
            (
                "v1 has no outcome yet, so there is nothing to report."
                " Set its outcome first: boardroom advice outcome v1"
            ),
        ),
        (
            ["reported", "v2"],
            6,
            (
                "v2 was already reported back, on Tue 10 Nov 2026."
                " To correct the day, use --on DATE."
            ),
        ),
        (
            ["reported", "v2", "--on", "30 Oct"],
            2,
            (
                "v2 was given on Sun 1 Nov 2026, so it can't be reported back on Fri 30 Oct 2026."
                " Use another day, or change the day it was given: boardroom advice edit v2 --on DATE"
            ),
        ),
        (
            ["reported", "a1"],
            2,
            "a1 is an agenda item, not advice. Use instead: boardroom agenda edit a1",
        ),
        (["rm", "v99"], 3, "There is no advice v99. List the ids with: boardroom advice list"),
        (
            ["rm", "x1"],
            2,
            "x1 is an exchange, not advice. Use instead: boardroom exchange rm x1",
        ),
        (
            ["rm", "1"],
            2,
            "'1' is not an id. An id is a letter and a number, like m12.",
        ),
        (
            ["list", "nobody"],
            3,
            "Nobody matches 'nobody'. List everybody with: boardroom advisor list --all",
        ),
    ],
)
def test_bad_input_is_one_sentence_and_changes_nothing(
    board: Board, words: list[str], code: int, error: str
) -> None:
    marcus = board.advisor()
    board.advice(marcus)
    board.advice(marcus, status="worked", outcome_on="2026-11-05", reported_on="2026-11-10")
    before = board.dump()

    assert typed("advice", *words) == Ran(code, "", f"{error}\n")
    assert board.dump() == before


@pytest.mark.parametrize(
    ("words", "status", "outcome"),
    [
        (["did", "not", "work"], "did_not_work", None),
        (["did_not_work"], "did_not_work", None),
        (["did not work", "No seat"], "did_not_work", "No seat"),
        (["Did", "Not", "Work", "No", "seat"], "did_not_work", "No seat"),
        (["set", "aside"], "set_aside", None),
        (["set", "aside", "-"], "set_aside", "Later"),
        (["worked", "did not work at first"], "worked", "did not work at first"),
    ],
)
def test_an_outcome_takes_the_words(
    board: Board, words: list[str], status: str, outcome: str | None
) -> None:
    board.advice(board.advisor())

    assert typed("advice", "outcome", "v1", *words, stdin="Later\n").code == 0
    assert board.sql("SELECT status, outcome FROM advice") == [(status, outcome)]


@pytest.mark.parametrize(
    ("words", "status", "outcome"),
    [
        ("worked They said yes", "worked", "They said yes"),
        ("worked: They said yes", "worked", "They said yes"),
        ("did not work: No seat", "did_not_work", "No seat"),
        ("Didn't work No seat", "did_not_work", "No seat"),
        ("did-not-work", "did_not_work", None),
    ],
)
def test_an_outcome_may_be_written_as_it_is_said(
    board: Board, words: str, status: str, outcome: str | None
) -> None:
    board.advice(board.advisor())

    assert typed("advice", "outcome", "v1", *words.split()).code == 0
    assert board.sql("SELECT status, outcome FROM advice") == [(status, outcome)]


def test_a_second_id_is_no_outcome(board: Board) -> None:
    board.advice(board.advisor())

    assert typed("advice", "outcome", "v1", "v2", "worked").err == (
        "This takes one id at a time. Begin with: boardroom advice outcome v1 STATUS\n"
    )
