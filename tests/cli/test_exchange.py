from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import ASKED_WHO, Ran, typed, typed_on_terminal

UNDO = "boardroom undo takes it back"
STORED = "SELECT direction, kind, text, person, exchanged_on FROM exchange ORDER BY id"
PROMISED = "SELECT text, due_on FROM promise ORDER BY id"


def test_give_notes_the_words_typed(board: Board) -> None:
    board.advisor()

    ran = typed("give", "marcus", "Notes", "on the stack", "--kind", "Resource", "--on", "last tue")

    assert ran == (
        0,
        (
            "Gave Marcus Ojo x1: Notes on the stack"
            f" · given on Tue 17 Nov 2026 (4 days ago) · {UNDO}\n"
        ),
        "",
    )
    assert board.sql(STORED) == [("given", "resource", "Notes on the stack", None, "2026-11-17")]


def test_an_introduction_makes_a_promise_undone_with_it(board: Board) -> None:
    board.advisor()

    ran = typed("got", "marcus", "intro to Dana Reyes, head of FP&A")

    assert ran.out == (
        "Got x1 from Marcus Ojo: intro to Dana Reyes, head of FP&A;"
        f" your promise p1: Contact Dana Reyes, by Sat 28 Nov 2026 · {UNDO}\n"
    )
    assert board.sql(PROMISED) == [("Contact Dana Reyes", "2026-11-28")]
    assert typed("undo").code == 0
    assert (board.sql(STORED), board.sql(PROMISED)) == ([], [])


def test_a_pipe_gives_one_exchange_and_its_record(board: Board) -> None:
    board.step(board.advisor(), "alumni", "2026-11-01")

    ran = typed(
        "got",
        "marcus",
        "-",
        "--person",
        "Dana",
        "--kind",
        "introduction",
        "--json",
        stdin="Met\r\nat [/] lunch\n",
    )

    assert ran.json == {
        "schema": "boardroom.exchange/1",
        "id": "x1",
        "uid": board.sql("SELECT uid FROM exchange")[0][0],
        "advisor": "marcus",
        "direction": "received",
        "kind": "introduction",
        "text": "Met\nat [/] lunch",
        "person": "Dana",
        "on": "2026-11-21",
        "meeting": None,
        "private": False,
    }
    assert board.sql(PROMISED) == [("Contact Dana", "2026-11-28")]


@pytest.mark.parametrize(
    ("command", "question"),
    [
        ("give", "What did you give Marcus Ojo? (like an intro to Lena Vogt)"),
        ("got", "What did you get from Marcus Ojo? (like feedback on the deck)"),
    ],
)
def test_a_terminal_asks_who_and_what(board: Board, command: str, question: str) -> None:
    board.advisor()

    ran = typed_on_terminal(command, answers="mar\nNotes\n")

    assert ran.err == f"{ASKED_WHO}{question} "
    assert board.sql("SELECT text FROM exchange") == [("Notes",)]


def test_a_pipe_lists_one_exchange_a_line_newest_first(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.exchange(marcus, "given", "Notes\n[/bold]")
    board.exchange(
        ana, "received", "intro to Dana", kind="introduction", person="Dana", on="2026-11-02"
    )

    assert typed("exchange", "list").out == (
        "x2\tana\t2026-11-02\treceived\tintroduction\tintro to Dana\tDana\t\n"
        "x1\tmarcus\t2026-11-01\tgiven\tother\tNotes\\n[/bold]\t\t\n"
    )
    assert (
        typed("exchange", "list", "marcus").out
        == "x1\tmarcus\t2026-11-01\tgiven\tother\tNotes\\n[/bold]\t\t\n"
    )
    assert [
        exchange["id"] for exchange in typed("exchange", "list", "--json").json["exchanges"]
    ] == [
        "x2",
        "x1",
    ]


def test_a_screen_lists_the_newest_fifty(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    marcus = board.advisor()
    for _ in range(51):
        board.exchange(marcus)
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert "1 older: boardroom exchange list marcus --all" in typed("exchange", "list", "mar").out
    assert "older" not in typed("exchange", "list", "--all").out


def test_an_empty_list_says_how_to_begin(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    board.advisor()

    assert typed("exchange", "list") == (0, "", "")
    assert typed("exchange", "list", "--json").json == {
        "schema": "boardroom.exchanges/1",
        "exchanges": [],
    }
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "140")
    assert typed("exchange", "list", "mar").out == (
        "There are no exchanges with Marcus Ojo yet. Add one: boardroom give marcus TEXT, or boardroom got marcus TEXT\n"
    )


def test_an_exchange_is_edited_and_removed_with_its_promise(board: Board) -> None:
    board.advisor()
    typed("got", "marcus", "intro to Dana")

    edited = typed(
        "exchange", "edit", "X1", "--text", "-", "--on", "yesterday", stdin="intro to Dee\n"
    )
    assert edited.out == (
        "Changed x1, received from Marcus Ojo: person Dana → Dee,"
        " on Sat 21 Nov 2026 → Fri 20 Nov 2026, text “intro to Dana” → “intro to Dee”;"
        f" your promise p1: Contact Dee · received yesterday · {UNDO}\n"
    )
    assert typed("exchange", "edit", "x1", "--person", "Lena").out == (
        "Changed x1 (intro to Dee), received from Marcus Ojo: person Dee → Lena;"
        f" your promise p1: Contact Lena · {UNDO}\n"
    )
    assert typed("exchange", "edit", "x1", "--person", "").out == (
        "Changed x1 (intro to Dee), received from Marcus Ojo: person Lena → none;"
        f" your promise p1: Follow up: intro to Dee · {UNDO}\n"
    )
    assert typed("undo", "2").code == 0
    assert board.sql(STORED) == [("received", "introduction", "intro to Dee", "Dee", "2026-11-20")]
    assert typed("exchange", "edit", "x1", "--person", "").code == 0
    assert board.sql(PROMISED) == [("Follow up: intro to Dee", "2026-11-28")]
    assert (
        typed("exchange", "rm", "x1").out
        == f"Removed x1, received from Marcus Ojo: intro to Dee, and with it p1 · {UNDO}\n"
    )
    assert (board.sql(STORED), board.sql(PROMISED)) == ([], [])
    assert typed("undo").code == 0
    assert board.sql(STORED) == [("received", "introduction", "intro to Dee", None, "2026-11-20")]
    edited = typed("exchange", "edit", "x1", "--kind", "help", "--direction", "given", "--json")
    assert (edited.json["kind"], edited.json["direction"]) == ("help", "given")
    assert board.sql(PROMISED) == []


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (
            ["give"],
            2,
            (
                "WHO is missing. "
                "Usage: boardroom give [OPTIONS] WHO TEXT...|- · "
                "Example: boardroom give marcus Notes on the new analytics stack"
            ),
        ),
        (
            ["got", "marcus"],
            2,
            (
                "TEXT is missing. "
                "Usage: boardroom got [OPTIONS] WHO TEXT...|- · "
                "Example: boardroom got marcus 'introduction to Lena Vogt (head of FP&A)'"
            ),
        ),
        (
            ["give", "nobody", "T"],
            3,
            "Nobody matches 'nobody'. List everybody with: boardroom advisor list --all",
        ),
        (["give", "marcus", ""], 2, "The text can't be empty. Write at least one word."),
        (["got", "marcus", "-"], 2, "The text can't be empty. Write at least one word."),
        (
            ["give", "marcus", "T", "--kind", "joke"],
            2,
            (
                "'joke' is not a kind of exchange."
                " Use one of introduction, insight, feedback, help, invitation, resource, other."
            ),
        ),
        (
            ["give", "marcus", "T", "--on", "tomorrow"],
            2,
            "Sun 22 Nov 2026 is in the future, so nothing was given then. Use today or an earlier day.",
        ),
        (
            ["exchange", "edit"],
            2,
            (
                "ID is missing. "
                "Usage: boardroom exchange edit [OPTIONS] xID [-] · "
                "Example: boardroom exchange edit x1 --kind insight --on 'last fri'"
            ),
        ),
        (
            ["exchange", "edit", "x1"],
            2,
            "No change was given. Use --text, --kind, --person, --on, --direction, --private or --no-private.",
        ),
        (
            ["exchange", "edit", "x1", "--direction", "lent"],
            2,
            "'lent' is not a direction. Use one of given, received.",
        ),
        (
            ["exchange", "edit", "x99", "--text", "T"],
            3,
            "There is no exchange x99. List the ids with: boardroom exchange list",
        ),
        (
            ["exchange", "edit", "v1", "--text", "T"],
            2,
            "v1 is advice, not an exchange. Use instead: boardroom advice edit v1",
        ),
        (
            ["exchange", "rm", "x99"],
            3,
            "There is no exchange x99. List the ids with: boardroom exchange list",
        ),
        (
            ["exchange", "rm", "m1"],
            2,
            "m1 is a meeting, not an exchange. Use instead: boardroom meeting rm m1",
        ),
        (
            ["exchange", "list", "nobody"],
            3,
            "Nobody matches 'nobody'. List everybody with: boardroom advisor list --all",
        ),
    ],
)
def test_bad_input_is_one_sentence_and_changes_nothing(
    board: Board, words: list[str], code: int, error: str
) -> None:
    board.exchange(board.advisor())
    before = board.dump()

    assert typed(*words) == Ran(code, "", f"{error}\n")
    assert board.dump() == before


@pytest.mark.parametrize(
    ("text", "kind", "person", "owed"),
    [
        ("an introduction to Lee", "introduction", "Lee", [("Contact Lee", "2026-11-28")]),
        ("introduced me to Kim", "introduction", "Kim", [("Contact Kim", "2026-11-28")]),
        (
            "put me in touch with Kim Vale",
            "introduction",
            "Kim Vale",
            [("Contact Kim Vale", "2026-11-28")],
        ),
        ("introduction to statistics, the book", "other", None, []),
    ],
)
def test_an_introduction_is_read_from_how_people_say_it(
    board: Board, text: str, kind: str, person: str | None, owed: list[tuple[str, str]]
) -> None:
    board.advisor("Ana Lima")

    assert typed("got", "ana", text).code == 0
    assert board.sql("SELECT kind, person FROM exchange") == [(kind, person)]
    assert board.sql(PROMISED) == owed


def test_an_introduction_to_nobody_named_offers_to_name_them(board: Board) -> None:
    board.advisor("Ana Lima")
    offer = "(to whom? boardroom exchange edit x1 --kind introduction --person NAME)"

    assert typed("got", "ana", "intro to her CFO").out == (
        f"Got x1 from Ana Lima: intro to her CFO {offer} · {UNDO}\n"
    )
    named = typed("exchange", "edit", "x1", "--kind", "introduction", "--person", "Jo Park")
    assert named.code == 0
    assert board.sql(PROMISED) == [("Contact Jo Park", "2026-11-28")]
    assert "--person NAME" not in typed("got", "ana", "Intro to her CEO", "--kind", "other").out
    assert "edit x3 --kind" in typed("log", "ana", "--got", "intro to her CTO").out


def test_an_introduction_to_two_says_how_to_add_the_second(board: Board) -> None:
    board.advisor()

    ran = typed("got", "marcus", "intro to Rui Reis and Lena Vogt")
    again = typed("got", "marcus", "introduction to Lena Vogt")

    assert (
        " (to Rui Reis alone; add the other: boardroom got marcus 'introduction to Lena Vogt')"
        in ran.out
    )
    assert again.code == 0
    assert board.sql("SELECT text FROM promise") == [("Contact Rui Reis",), ("Contact Lena Vogt",)]


def test_a_second_introduction_to_somebody_makes_no_second_promise(board: Board) -> None:
    board.advisor()

    typed("got", "marcus", "intro to Dana Reyes")
    ran = typed("got", "marcus", "an intro to Dana Reyes")

    assert "; your promise p1 stands: Contact Dana Reyes" in ran.out
    assert board.sql("SELECT text FROM promise") == [("Contact Dana Reyes",)]
