"""`undo`, `redo` and `history` as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import typed

NOTHING = "Nothing was changed. List the changes with: boardroom history\n"


@pytest.fixture
def board(board: Board) -> Board:
    """Two changes typed on it."""
    typed("config", "set", "soon", "7d")
    typed("config", "set", "window", "3-5w")
    return board


@pytest.mark.usefixtures("board")
def test_undo_and_redo_say_what_they_did() -> None:
    assert typed("undo") == (
        0,
        "Took back: Set window to 3-5w · boardroom redo brings it back\n",
        "",
    )
    assert typed("config", "get", "window").out == "4-6w\n"
    assert typed("redo") == (
        0,
        "Brought back: Set window to 3-5w · boardroom undo takes it back\n",
        "",
    )
    assert typed("config", "get", "window").out == "3-5w\n"


@pytest.mark.usefixtures("board")
def test_several_are_taken_and_brought_back_together() -> None:
    taken = (
        "Took back: Set window to 3-5w\n"
        "Took back: Set soon to 7d · boardroom redo 2 brings them back\n"
    )
    assert typed("undo", "2") == (0, taken, "")
    brought = (
        "Brought back: Set soon to 7d\n"
        "Brought back: Set window to 3-5w · boardroom undo 2 takes them back\n"
    )
    assert typed("redo", "2") == (0, brought, "")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["undo"], 6),
        (["redo"], 6),
        (["done", "p1"], 3),
        (["done", "a1"], 3),
        (["promise", "edit", "p1", "--note", "x"], 3),
        (["advice", "outcome", "v1", "worked"], 3),
        (["snooze", "review", "--until", "1 Dec"], 6),
        (["config", "set", "window", "soon"], 2),
    ],
)
def test_a_first_change_that_fails_leaves_nothing_behind(
    tmp_path: Path, words: list[str], code: int
) -> None:
    ran = typed(*words)

    assert (ran.code, list(tmp_path.iterdir())) == (code, [])


def test_a_first_change_that_fails_leaves_existing_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "here"))

    assert typed("undo").code == 6
    assert list(tmp_path.rglob("*")) == [tmp_path / "here"]


def test_more_than_there_are_is_refused_and_nothing_changes(board: Board) -> None:
    before = board.dump()
    undone, redone = typed("undo", "3"), typed("redo")
    assert (undone.code, undone.out) == (6, "")
    assert undone.err.endswith(NOTHING)
    assert redone == (6, "", f"There is nothing to redo. {NOTHING}")
    assert board.dump() == before


@pytest.mark.usefixtures("board")
def test_undo_and_redo_print_the_operations_as_json() -> None:
    for verb, undone in (("undo", True), ("redo", False)):
        ran = typed(verb, "--json")
        (operation,) = ran.json["operations"]
        assert ran.json["schema"] == "boardroom.operations/1"
        assert {key: operation[key] for key in ("id", "kind", "command", "summary")} == {
            "id": 2,
            "kind": "change",
            "command": "config set",
            "summary": "Set window to 3-5w",
        }
        assert operation["undone"] is undone


@pytest.mark.usefixtures("board")
def test_history_is_newest_first_and_lists_an_undo_too() -> None:
    typed("undo")
    rows = [line.split("\t")[1:] for line in typed("history").out.splitlines()]
    assert rows == [
        ["undo: Set window to 3-5w", ""],
        ["Set window to 3-5w", "undone"],
        ["Set soon to 7d", ""],
    ]
    operations = typed("history", "--json").json["operations"]
    assert [
        (operation["id"], operation["kind"], operation["undone"]) for operation in operations
    ] == [
        (3, "undo", False),
        (2, "change", True),
        (1, "change", False),
    ]
    assert typed("history", "--limit", "1", "--json").json["operations"] == operations[:1]


@pytest.mark.usefixtures("board")
def test_history_has_nothing_that_failed_or_changed_nothing() -> None:
    before = typed("history", "--json").json
    assert typed("config", "set", "window", "3-5w") == (
        0,
        "Nothing changed: already up to date.\n",
        "",
    )
    assert typed("config", "set", "window", "0w").code == 2
    assert typed("history", "--json").json == before


def test_a_summary_is_printed_literally(board: Board) -> None:
    typed("advisor", "add", "[/bold] \x1b[31mRed")
    assert board.path
    assert typed("undo").out == (
        "Took back: Seated [/bold] \\x1b[31mRed (bold), Sat 21 Nov 2026"
        " · boardroom redo brings it back\n"
    )
    assert (
        json.loads(typed("redo", "--json").out)["operations"][0]["summary"]
        == "Seated [/bold] \x1b[31mRed (bold), Sat 21 Nov 2026"
    )
