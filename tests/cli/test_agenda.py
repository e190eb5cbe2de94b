from __future__ import annotations

import shutil
from datetime import date

import pytest

from tests.boards import Board
from tests.cli.typed import ASKED_WHO, Ran, typed, typed_on_terminal

UNDO = "boardroom undo takes it back"
STORED = "SELECT kind, text, status, answer FROM agenda_item ORDER BY id"


def test_the_words_of_an_item_are_joined(board: Board) -> None:
    board.advisor()

    ran = typed("agenda", "add", "marcus", "How", "do I", "get P&L exposure?")

    assert ran == Ran(
        0, f"Put a1 on the agenda with Marcus Ojo: How do I get P&L exposure? · {UNDO}\n", ""
    )
    assert board.sql(STORED) == [("question", "How do I get P&L exposure?", "open", None)]


def test_each_line_of_a_pipe_is_an_item(board: Board) -> None:
    board.advisor()

    ran = typed("agenda", "add", "marcus", "-", "--json", stdin="Budget\r\n\n  Is it [/] live?  \n")

    assert ran.json["schema"] == "boardroom.agenda_items/1"
    assert [(item["id"], item["kind"], item["text"]) for item in ran.json["agenda_items"]] == [
        ("a1", "topic", "Budget"),
        ("a2", "question", "Is it [/] live?"),
    ]
    assert (
        typed("agenda", "add", "marcus", "-", stdin="One\ntwo\n").out
        == f"Put a3, a4 on the agenda with Marcus Ojo · {UNDO}\na3 One\na4 two\n"
    )


def test_a_pasted_list_keeps_its_wrapped_items_and_names_what_is_none(board: Board) -> None:
    board.advisor()
    pasted = (
        "---\ntitle: Tom\ntags: [work]\n---\n# Questions\n\n- [ ] How do I get the CFO when she has\n"
        "      refused it twice already?\n- Second\nand on\n\n---\n> a quote\n\nA paragraph\n"
    )

    ran = typed("agenda", "add", "marcus", "-", stdin=pasted)

    assert ran.out == (
        f"Put a1, a2, a3 on the agenda with Marcus Ojo · {UNDO}\n"
        "Left out, as no items: the front matter, “# Questions”, “---”, “> a quote”\n"
        "a1 How do I get the CFO when she has refused it twice…\n"
        "a2 Second and on\na3 A paragraph\n"
    )
    assert board.sql("SELECT text FROM agenda_item WHERE id < 3") == [
        ("How do I get the CFO when she has refused it twice already?",),
        ("Second and on",),
    ]


def test_a_pipe_without_an_item_adds_none(board: Board) -> None:
    board.advisor()

    assert typed("agenda", "add", "marcus", "-", stdin="# Questions\n---\n").code == 2
    assert board.sql("SELECT count(*) FROM agenda_item") == [(0,)]


def test_a_pipe_of_one_line_is_one_record(board: Board) -> None:
    board.advisor()

    ran = typed(
        "agenda", "add", "marcus", "-", "--kind", "update", "--json", stdin="The pilot is live?"
    )

    assert ran.json == {
        "schema": "boardroom.agenda_item/1",
        "id": "a1",
        "uid": board.sql("SELECT uid FROM agenda_item")[0][0],
        "advisor": "marcus",
        "kind": "update",
        "text": "The pilot is live?",
        "status": "open",
        "answer": None,
        "goal": None,
        "meeting": None,
        "private": False,
    }


def test_a_terminal_asks_who_and_what(board: Board) -> None:
    board.advisor()

    ran = typed_on_terminal("agenda", "add", answers="mar\nBudget\n")

    assert ran.err == f"{ASKED_WHO}What do you want to raise with Marcus Ojo? (like Which budget?) "
    assert board.sql(STORED) == [("topic", "Budget", "open", None)]


def test_a_list_in_a_pipe_has_a_line_for_each_item(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.item(marcus, "Budget\n[/bold]")
    board.item(marcus, "Deck", status="covered", answer="Ask Dana", closed_on=date(2026, 11, 2))
    board.item(ana, "Pilot", goal_id=board.goal())

    assert (
        typed("agenda", "list").out
        == "a3\tana\ttopic\topen\tPilot\t\tg1\t\na1\tmarcus\ttopic\topen\tBudget\\n[/bold]\t\t\t\n"
    )
    assert typed("agenda", "list", "marcus", "--all").out == (
        "a1\tmarcus\ttopic\topen\tBudget\\n[/bold]\t\t\t\n"
        "a2\tmarcus\ttopic\tcovered\tDeck\tAsk Dana\t\t\n"
    )
    assert [item["id"] for item in typed("agenda", "list", "--json").json["agenda_items"]] == [
        "a3",
        "a1",
    ]


def test_a_screen_lists_the_newest_fifty(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    board.advisor()
    typed("agenda", "add", "marcus", "-", stdin="".join(f"Budget {n}\n" for n in range(51)))
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert "1 older: boardroom agenda list --all" in typed("agenda", "list").out
    assert "older" not in typed("agenda", "list", "marcus", "--all").out


def test_an_empty_agenda_is_an_empty_list(board: Board) -> None:
    board.advisor()

    assert typed("agenda", "list", "--json").json == {
        "schema": "boardroom.agenda_items/1",
        "agenda_items": [],
    }


def test_an_item_is_edited_dropped_and_removed(board: Board) -> None:
    board.item(board.advisor(), "Budget")

    assert typed(
        "agenda",
        "edit",
        "a1",
        "--text",
        "-",
        "--kind",
        "Question",
        "--answer",
        "Ask Dana",
        stdin="Which round?\n",
    ).out == (
        "Changed a1 on the agenda with Marcus Ojo: kind topic → question,"
        f" text “Budget” → “Which round?”, answer none → “Ask Dana” · {UNDO}\n"
    )
    assert board.sql(STORED) == [("question", "Which round?", "open", "Ask Dana")]
    assert typed("agenda", "edit", "a1", "--answer", "").code == 0
    assert (
        typed("agenda", "drop", "A1").out
        == f"Dropped a1 from the agenda with Marcus Ojo: Which round? · {UNDO}\n"
    )
    assert board.sql(STORED) == [("question", "Which round?", "dropped", None)]
    assert (
        typed("agenda", "rm", "a1").out
        == f"Removed a1 from the agenda with Marcus Ojo: Which round? · {UNDO}\n"
    )
    assert board.sql(STORED) == []
    assert typed("undo").code == 0
    assert board.sql(STORED) == [("question", "Which round?", "dropped", None)]


def test_an_item_takes_only_an_open_goal(board: Board) -> None:
    board.advisor()
    board.goal()
    board.goal("Speak", status="dropped", closed_on="2026-11-02")

    assert (
        typed("agenda", "add", "marcus", "Which", "line?", "--goal", "G1", "--json").json["goal"]
        == "g1"
    )
    assert typed("agenda", "edit", "a1", "--goal", "", "--json").json["goal"] is None
    assert (
        typed("agenda", "edit", "a1", "--goal", "g1").out
        == f"Changed a1 (Which line?) on the agenda with Marcus Ojo: goal none → g1 · {UNDO}\n"
    )
    before = board.dump()
    for goal, code, message in (
        (
            "g2",
            6,
            (
                "g2 was dropped, so nothing can be put on an agenda for it. To reopen it:"
                " boardroom goal edit g2 --open\n"
            ),
        ),
        ("g9", 3, "There is no goal g9. List the ids with: boardroom goal list --all\n"),
        ("p1", 2, "p1 is a promise, not a goal. Give the id of a goal, like g12.\n"),
    ):
        assert typed("agenda", "add", "marcus", "Another", "--goal", goal) == Ran(code, "", message)
        assert typed("agenda", "edit", "a1", "--goal", goal) == Ran(code, "", message)
    assert board.dump() == before


@pytest.fixture(scope="module")
def two_items(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A board with an open item, a covered one and two Anas, made once and copied by each test."""
    board = Board(tmp_path_factory.mktemp("model") / "board.db")
    marcus = board.advisor()
    board.advisor("Ana Lima", handle="ana-lima")
    board.advisor("Ana Ray", handle="ana-ray")
    board.item(marcus, "Budget")
    board.item(marcus, "Pilot", status="covered", closed_on=date(2026, 11, 2))
    return board.path


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (
            ["add"],
            2,
            (
                "WHO is missing. "
                "Usage: boardroom agenda add [OPTIONS] WHO TEXT...|- · "
                "Example: boardroom agenda add marcus 'How do I get exposure to a P&L?'"
            ),
        ),
        (
            ["add", "marcus"],
            2,
            (
                "TEXT is missing. "
                "Usage: boardroom agenda add [OPTIONS] WHO TEXT...|- · "
                "Example: boardroom agenda add marcus 'How do I get exposure to a P&L?'"
            ),
        ),
        (
            ["add", "nobody", "Budget"],
            3,
            "Nobody matches 'nobody'. List everybody with: boardroom advisor list --all",
        ),
        (
            ["add", "ana", "Budget"],
            4,
            (
                "'ana' matches 2 people: ana-lima (Ana Lima), ana-ray (Ana Ray)."
                " Use one of these handles."
            ),
        ),
        (["add", "marcus", ""], 2, "The agenda item can't be empty. Write at least one word."),
        (["add", "marcus", "-"], 2, "The agenda item can't be empty. Write at least one word."),
        (
            ["add", "marcus", "a\0b"],
            2,
            (
                "The agenda item can't contain a NUL character. Remove it; it often comes from a file that is not text."
            ),
        ),
        (
            ["add", "marcus", "x" * 10_001],
            2,
            (
                "The agenda item can't be longer than 10,000 characters; this has 10,001."
                " Shorten or split it."
            ),
        ),
        (
            ["add", "marcus", "Budget", "--kind", "joke"],
            2,
            "'joke' is not a kind of agenda item. Use one of topic, question, update.",
        ),
        (
            ["edit"],
            2,
            (
                "ID is missing. "
                "Usage: boardroom agenda edit [OPTIONS] aID [-] · "
                "Example: boardroom agenda edit a2 --text 'Which budget round?' --kind question"
            ),
        ),
        (
            ["edit", "a1"],
            2,
            "No change was given. Use --text, --kind, --answer, --goal, --private or --no-private.",
        ),
        (
            ["edit", "a1", "--text", ""],
            2,
            "The agenda item can't be empty. Write at least one word.",
        ),
        (
            ["edit", "a1", "--kind", ""],
            2,
            "'' is not a kind of agenda item. Use one of topic, question, update.",
        ),
        (
            ["edit", "a99", "--text", "T"],
            3,
            "There is no agenda item a99. List the ids with: boardroom agenda list",
        ),
        (
            ["edit", "m1", "--text", "T"],
            2,
            "m1 is a meeting, not an agenda item. Use instead: boardroom meeting edit m1",
        ),
        (
            ["drop", "a2"],
            6,
            (
                "a2 was covered, so it can't be dropped. To raise it again:"
                " boardroom agenda add marcus TEXT"
            ),
        ),
        (
            ["drop", "m1"],
            2,
            "m1 is a meeting, not an agenda item. Use instead: boardroom meeting cancel m1",
        ),
        (
            ["drop", "a99"],
            3,
            "There is no agenda item a99. List the ids with: boardroom agenda list",
        ),
        (["rm", "a99"], 3, "There is no agenda item a99. List the ids with: boardroom agenda list"),
        (
            ["rm", "m1"],
            2,
            "m1 is a meeting, not an agenda item. Use instead: boardroom meeting rm m1",
        ),
        (
            ["rm", "p1"],
            2,
            "p1 is a promise, not an agenda item. Use instead: boardroom promise rm p1",
        ),
        (
            ["rm", "g1"],
            2,
            "g1 is a goal, not an agenda item. Use instead: boardroom goal rm g1",
        ),
    ],
)
def test_an_error_is_one_sentence_and_changes_nothing(
    two_items: str, board: Board, words: list[str], code: int, message: str
) -> None:
    shutil.copyfile(two_items, board.path)
    before = board.dump()

    assert typed("agenda", *words) == Ran(code, "", f"{message}\n")
    assert board.dump() == before
