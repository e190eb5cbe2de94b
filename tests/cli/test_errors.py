"""Errors: the exit code, and the message on standard error, as text and as JSON."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from boardroom.errors import BoardroomError
from boardroom.store.file import VERSION
from tests.boards import Board
from tests.cli.typed import typed, typed_on_terminal


@pytest.fixture
def board(board: Board) -> Board:
    """A board of two people called Marcus."""
    board.advisor("Marcus Ojo")
    board.advisor("Marcus Webb")
    return board


REFUSALS: dict[str, dict[str, Any]] = {
    "advisor edit marcus --window 6-4w": {
        "code": "bad_input",
        "exit": 2,
        "message": "'6-4w' is backwards.",
        "hint": "Write the shorter wait first: 4-6w.",
        "candidates": [],
    },
    "due --colour 3d": {
        "code": "bad_input",
        "exit": 2,
        "message": "No such option: --colour.",
        "hint": "See: boardroom due -h",
        "candidates": [],
    },
    "advisor show marcos": {
        "code": "not_found",
        "exit": 3,
        "message": "Nobody matches 'marcos'.",
        "hint": "Did you mean marcus (Marcus Ojo) or marcus-webb (Marcus Webb)?",
        "candidates": ["marcus", "marcus-webb"],
    },
    "advisor rm mar --yes": {
        "code": "ambiguous",
        "exit": 4,
        "message": "'mar' matches 2 people: marcus (Marcus Ojo), marcus-webb (Marcus Webb).",
        "hint": "Use one of these handles.",
        "candidates": ["marcus", "marcus-webb"],
    },
    "advisor decline marcus": {
        "code": "refused",
        "exit": 6,
        "message": "Marcus Ojo is on the board, so can't be declined.",
        "hint": "Possible commands: boardroom advisor pause marcus or boardroom advisor part marcus",
        "candidates": [],
    },
}


@pytest.mark.parametrize("command", REFUSALS)
def test_an_error_is_a_sentence_on_stderr(board: Board, command: str) -> None:
    before = board.dump()
    error = REFUSALS[command]
    assert typed(*command.split()) == (error["exit"], "", f"{error['message']} {error['hint']}\n")
    assert board.dump() == before


@pytest.mark.parametrize("command", REFUSALS)
def test_an_error_with_json_is_one_object_on_stderr(board: Board, command: str) -> None:
    before = board.dump()
    for words in (["--json", *command.split()], [*command.split(), "--json"]):
        ran = typed(*words)
        assert (ran.code, ran.out, json.loads(ran.err)) == (
            REFUSALS[command]["exit"],
            "",
            {"error": REFUSALS[command]},
        )
        assert ran.err.count("\n") == 1
    assert board.dump() == before


@pytest.mark.usefixtures("board")
def test_a_full_board_lists_who_could_leave() -> None:
    typed("config", "set", "seats", "1-2")
    ran = typed("advisor", "add", "Ana Lima", "--json")
    assert (ran.code, ran.out) == (6, "")
    assert json.loads(ran.err)["error"] == {
        "code": "refused",
        "exit": 6,
        "message": "The board is full: 2 of 2 seats are taken, so Ana Lima can't have one.",
        "hint": "Pause or part with one of marcus, marcus-webb first, or use --beyond.",
        "candidates": ["marcus", "marcus-webb"],
    }


@pytest.mark.usefixtures("board")
def test_answering_no_is_an_error() -> None:
    ran = typed_on_terminal("advisor", "rm", "webb", "--json", answers="n\n")
    question, _, error = ran.err.partition("[y/N] ")
    assert (ran.code, ran.out, question) == (5, "", "This removes Marcus Webb. Continue? ")
    assert json.loads(error) == {
        "error": {
            "code": "cancelled",
            "exit": 5,
            "message": "Nothing changed.",
            "hint": "",
            "candidates": [],
        }
    }


def test_a_locked_board_says_so(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boardroom.store.file.WAIT_SECONDS", 0.01)
    assert typed("config", "set", "soon", "7d").code == 0  # makes the daily backup
    with closing(sqlite3.connect(board.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        for verb in ("undo", "config set soon 9d"):
            assert _error(*verb.split()) == {
                "code": "locked",
                "exit": 20,
                "message": f"{board.path} is locked: another program is changing it.",
                "hint": "Wait for it to finish, then try again.",
                "candidates": [],
            }
        assert typed("config", "get", "soon").out == "7d\n"


@pytest.mark.parametrize("command", ["due", "undo", "config set soon 9d"])
@pytest.mark.parametrize("content", [b"", b"Dear diary", bytes(5_000)])
def test_a_file_that_is_not_a_board_is_left_alone(
    tmp_path: Path, command: str, content: bytes
) -> None:
    path = tmp_path / "diary.db"
    path.write_bytes(content)
    error = _error(*command.split(), "--db", str(path))
    assert (error["code"], error["exit"]) == ("not_a_board", 21)
    assert error["message"].startswith(str(path))
    assert path.read_bytes() == content


@pytest.mark.parametrize("command", ["due", "undo", "config set soon 9d"])
def test_a_folder_is_not_a_board(tmp_path: Path, command: str) -> None:
    assert _error(*command.split(), "--db", str(tmp_path)) == {
        "code": "not_a_board",
        "exit": 21,
        "message": f"{tmp_path} is a folder, not a board.",
        "hint": "Name the file: --db FOLDER/board.db.",
        "candidates": [],
    }
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["due", "undo", "config set soon 9d"])
def test_a_newer_board_is_left_alone(board: Board, command: str) -> None:
    with closing(sqlite3.connect(board.path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    before = Path(board.path).read_bytes()
    assert _error(*command.split()) == {
        "code": "newer_version",
        "exit": 22,
        "message": f"{board.path} was made by a newer boardroom"
        f" (its version is {VERSION + 1}, this program knows {VERSION}).",
        "hint": "Upgrade boardroom-cli.",
        "candidates": [],
    }
    assert Path(board.path).read_bytes() == before


@pytest.mark.parametrize("command", ["undo", "config set soon 9d"])
def test_an_unwritable_board_says_so(tmp_path: Path, command: str) -> None:
    (tmp_path / "file").write_text("no folder")
    error = _error(*command.split(), "--db", str(tmp_path / "file" / "board.db"))
    assert (error["code"], error["exit"]) == ("cannot_write", 23)


def test_every_error_has_its_own_exit_code() -> None:
    kinds = BoardroomError.__subclasses__()
    assert (
        len({kind.exit_code for kind in kinds}) == len({kind.code for kind in kinds}) == len(kinds)
    )


def _error(*words: str) -> dict[str, Any]:
    """The error of a command with `--json`, which prints nothing else."""
    ran = typed(*words, "--json")
    error: dict[str, Any] = json.loads(ran.err)["error"]
    assert (ran.code, ran.out) == (error["exit"], "")
    return error
