"""`boardroom demo`: any command on a throwaway board, and never on the user's own."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import typed

NO_DB = "A demo runs on a temporary board, so --db can't be used. Leave it out.\n"


@pytest.fixture(autouse=True)
def throwaway(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the boards that are thrown away are made."""
    folder = tmp_path / "throwaway"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_demo_shows_the_morning_list_of_five_people() -> None:
    due = typed("demo", "--json").json
    assert (due["schema"], due["as_of"]) == ("boardroom.due/1", "2026-11-21")
    assert {item["severity"] for item in due["items"]} == {"overdue", "due", "soon"}
    people = typed("demo", "advisor", "list", "--json").json["advisors"]
    assert len({person["status"] for person in people}) > 1
    assert len(people) == 5


@pytest.mark.parametrize(
    "words",
    [
        "demo due --json",
        "demo --json due",
        "--json demo due",
        "demo --json",
        "demo --no-input due --json",
        "demo -- due --json",
    ],
)
def test_the_options_before_its_command_count_for_it(words: str) -> None:
    assert typed(*words.split()).json == typed("demo", "due", "--json").json


@pytest.mark.parametrize(
    "words",
    [
        "--db X demo",
        "demo --db X",
        "demo --db X due",
        "demo due --db X",
        "demo advisor --db=X list",
    ],
)
def test_demo_refuses_a_board_of_the_users(board: Board, words: str) -> None:
    board.advisor()
    before = Path(board.path).read_bytes()
    assert typed(*words.replace("X", board.path).split()) == (2, "", NO_DB)
    assert Path(board.path).read_bytes() == before


@pytest.mark.parametrize(
    "words",
    ["advisor rm marcus --yes", "advisor add Six Seven --beyond", "config set window 3-5w", "undo"],
)
def test_a_change_in_demo_leaves_the_users_board_byte_identical(
    board: Board, throwaway: Path, tmp_path: Path, words: str
) -> None:
    board.advisor()
    before, files = Path(board.path).read_bytes(), sorted(tmp_path.rglob("*"))
    ran = typed("demo", *words.split())
    assert (ran.code, ran.err) == (0, "")
    assert (Path(board.path).read_bytes(), sorted(tmp_path.rglob("*"))) == (before, files)
    assert list(throwaway.iterdir()) == []


def test_demo_says_so_where_there_is_no_room_for_its_board(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    ran = typed("demo", "due")
    assert (ran.code, ran.out) == (23, "")
    assert ran.err.startswith(str(tmp_path / "gone"))
    assert ran.err.endswith(
        " can't be written: No such file or directory. Check the free space and the permissions.\n"
    )


def test_demo_makes_no_board_on_a_new_machine(throwaway: Path, tmp_path: Path) -> None:
    assert typed("demo", "advisor", "rm", "marcus", "--yes").code == 0
    assert [*tmp_path.iterdir()] == [throwaway]
    assert list(throwaway.iterdir()) == []


def test_its_command_ends_with_its_own_exit_code_and_leaves_nothing(throwaway: Path) -> None:
    assert typed("demo", "advisor", "show", "nobody-at-all").code == 3
    assert typed("demo", "due", "--exit-code").code == 11
    assert (
        typed("demo", "advsor").err
        == "No such command 'advsor'. Did you mean 'advisor'? See: boardroom -h\n"
    )
    assert list(throwaway.iterdir()) == []
