"""Where the board is: at the default path a new user is welcome; a named path must be right."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from boardroom.cli.run import COMPLETING
from boardroom.render.formatting import NOBODY
from tests.boards import Board
from tests.cli.typed import Ran, typed


@pytest.fixture
def absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A path in `BOARDROOM_DB` in a folder that is there, without a board."""
    path = str(tmp_path / "a board.db")
    monkeypatch.setenv("BOARDROOM_DB", path)
    return path


def test_a_new_user_reads_an_empty_board_at_the_default_path(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert typed("advisor", "list", "--json").json["advisors"] == []
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert typed("board").out.endswith(f"{NOBODY}\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    ["", "due", "board", "prep marcus", "advisor list", "search x", "config list", "undo", "redo"],
)
def test_a_read_of_a_named_path_without_a_board_finds_nothing(absent: str, words: str) -> None:
    assert typed(*words.split()) == Ran(
        3,
        "",
        f"No board at {absent} yet."
        ' Check BOARDROOM_DB, or begin one there: boardroom advisor add "NAME"\n',
    )
    error = json.loads(typed(*words.split(), "--json").err)["error"]
    assert (error["code"], error["exit"]) == ("not_found", 3)
    assert not os.path.exists(absent)


def test_the_hint_of_db_names_it_again(tmp_path: Path) -> None:
    path = tmp_path / "a board.db"

    assert typed("due", "--db", str(path)) == Ran(
        3,
        "",
        f"No board at {path} yet."
        f" Check --db, or begin one there: boardroom --db '{path}' advisor add \"NAME\"\n",
    )
    assert typed("--db", str(path), "advisor", "add", "NAME").code == 0


def test_a_folder_that_is_absent_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "usb"

    assert typed("due", "--db", str(folder / "board.db")) == Ran(
        3,
        "",
        f"No board at {folder / 'board.db'} yet. Check --db: there is no folder {folder}.\n",
    )
    assert typed("advisor", "add", "Ana", "--db", str(folder / "board.db")) == Ran(
        23,
        "",
        f"{folder} does not exist, so no board can be made in it."
        " Connect the disk, make the folder, or name another path with --db.\n",
    )
    assert list(tmp_path.iterdir()) == []


def test_the_prompt_and_tab_say_nothing(absent: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert typed("due", "--short") == Ran(0, "", "")
    assert typed("due", "--short", "--within", "4w") == Ran(0, "", "")
    monkeypatch.setenv(COMPLETING, "fish")
    monkeypatch.setenv("_BOARDROOM_LINE", "boardroom prep ")
    assert typed() == Ran(0, ":words\n", "")
    assert not os.path.exists(absent)


def test_a_write_makes_the_board_and_says_so(absent: str) -> None:
    ran = typed("advisor", "add", "Ana Lima")

    assert (ran.code, ran.err) == (0, f"Made a new board at {absent}.\n")
    assert stat.S_IMODE(os.stat(absent).st_mode) == 0o600
    assert typed("advisor", "add", "Bo Diaz").err == ""


def test_a_refused_write_makes_none(absent: str) -> None:
    ran = typed("done", "p1")

    assert (ran.code, ran.err.startswith("There is no promise p1.")) == (3, True)
    assert not os.path.exists(absent)


def test_the_default_folder_is_made_with_the_board(tmp_path: Path) -> None:
    assert typed("advisor", "add", "Ana Lima").err == ""

    folder = Path(typed("config", "path").out.strip()).parent
    assert folder.is_relative_to(tmp_path)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_path_that_is_named_may_be_the_default_one(monkeypatch: pytest.MonkeyPatch) -> None:
    path = typed("config", "path").out.strip()
    monkeypatch.setenv("BOARDROOM_DB", path)

    assert typed("due").code == 3
    assert typed("advisor", "add", "Ana Lima").err == f"Made a new board at {path}.\n"


def test_a_board_that_is_there_is_read(board: Board) -> None:
    board.advisor()

    assert typed("advisor", "list").code == 0
