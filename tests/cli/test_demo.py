"""`boardroom demo`: any command on a throwaway board, and never on the user's own."""

from __future__ import annotations

import re
import shlex
import tempfile
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import typed, typed_on_terminal

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
        == "No such command 'advsor'. Did you mean: boardroom demo advisor\n"
    )
    assert list(throwaway.iterdir()) == []


_STYLES = re.compile(r"\x1b\[[0-9;]*m")
_PRINTED = re.compile(r"boardroom (?:-h|[a-z].*?)(?=[\n\t·;,)`?]| or |$)")
_ASKING = (
    ["demo", "review"],
    ["demo", "advisor", "part", "ana"],
    ["demo", "agreement", "set", "ana"],
    ["demo", "agreement", "set", "noor"],
    ["demo", "agreement", "set", "dana"],
    ["demo", "advisor", "edit", "dana"],
    ["demo", "advisor", "edit", "noor"],
)
_PLACEHOLDERS = {
    "WHEN": "fri",
    "DATE": "fri",
    "NAME": "Kim",
    "TITLE": "Lead",
    "TEXT": "words",
    "WHO": "tom",
    "gID": "g2",
    "pID": "p3",
    "cID": "c1",
    "yes|no": "yes",
}


@pytest.mark.parametrize(
    "words",
    [
        *("due", "board", "history", "review --list", "prep ana", "prep marcus", "prep noor"),
        *("advisor list --prospects", "goal show g3", "promise list noor", "exchange list noor"),
        *("done p99", "plan ana 20 Nov", "plan fri ana", "advisor resume ana", "goal drop g99"),
        *("advisor add Marcus Ojo", "log dana", "meeting missed m13", "config get windw"),
        *("advisor decline yusuf", "advisor seat noor", "undo 99", "promise add -h"),
        *("promise add ana send it", "done g1", "log ana hi --i-owe x --got introduction"),
        "prep dana",
    ],
)
def test_each_command_that_a_demo_prints_is_a_demos_and_works(
    monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    in_a_pipe = typed("demo", *words.split())
    monkeypatch.setenv("FORCE_COLOR", "1")
    on_a_screen = typed("demo", *words.split())
    output = _STYLES.sub("", "".join((*in_a_pipe[1:], *on_a_screen[1:])))

    assert "takes it back" not in output
    commands = _PRINTED.findall(re.sub("Usage: .*", "", output))
    for command in commands:
        assert command.startswith("boardroom demo"), command
        for placeholder, word in _PLACEHOLDERS.items():
            command = command.replace(placeholder, word)  # noqa: PLW2901
        _, *argv = shlex.split(command.rstrip("."))
        if argv not in _ASKING:
            assert typed(*argv).code == 0, command


def test_the_next_commands_of_a_demo_in_json_are_its_own() -> None:
    items = typed("demo", "due", "--json").json["items"]

    assert {item["next"].partition(" ")[2].partition(" ")[0] for item in items} == {"demo"}


def test_what_a_change_in_a_demo_made_is_not_offered() -> None:
    assert typed("demo", "promise", "add", "ana", "send", "it").out == (
        "Promised Ana Lima p6: send it (no day) · in a demo nothing is kept\n"
    )
    assert typed("demo", "undo").out == (
        "Took back: Made a demonstration board · in a demo nothing is kept\n"
    )


def test_a_review_in_a_demo_is_not_to_be_continued() -> None:
    assert typed_on_terminal("demo", "review", answers="q\n").out == "In a demo nothing is kept.\n"
