"""The prompt lane, which must answer exactly like the whole program, and the end of the process."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from boardroom.store.file import VERSION
from tests.boards import Board
from tests.children import kill_in_mid_change, ran, start
from tests.cli.typed import typed, typed_with_typer

TWO_OVERDUE = "2 overdue, 1 due\n"


def _both_ways(*argv: str) -> tuple[int, str, str]:
    """The answer of `boardroom`, checked against that of the whole program."""
    by_lane = ran("-m", "boardroom", *argv)
    assert by_lane == typed_with_typer(*argv)
    return by_lane


@pytest.fixture(scope="module")
def two_overdue(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """A board with two overdue advisors and an unlogged meeting."""
    board = Board(tmp_path_factory.mktemp("model") / "board.db")
    for name in ("Marcus Ojo", "Ana Lima"):
        board.meeting(board.advisor(name, joined="2026-07-01"), "2026-09-01")
    board.meeting(board.prospect("Tom Berg"), "2026-11-20", "planned")
    return board


@pytest.fixture
def busy_board(two_overdue: Board, board: Board) -> Board:
    """The user's board, with two overdue advisors and an unlogged meeting."""
    shutil.copyfile(two_overdue.path, board.path)
    return board


@pytest.mark.parametrize(
    "argv",
    [
        ("due", "--short"),
        ("due", "--no-input", "--short"),
        ("--no-input", "due", "--short"),
        ("due", "--short", "--debug"),
        ("due", "--short", "--exit-code"),
        ("due", "--short", "--exit-code", "--within", "2w"),
    ],
)
@pytest.mark.usefixtures("busy_board")
def test_the_prompt_is_one_line_and_succeeds(argv: tuple[str, ...]) -> None:
    assert _both_ways(*argv) == (0, TWO_OVERDUE, "")


@pytest.mark.parametrize(
    "argv",
    [
        "due --short --db {}",
        "due --db {} --short",
        "--db {} due --short",
        "due --short --db={}",
        "--db={} due --no-input --short",
    ],
)
def test_the_prompt_takes_db_anywhere(
    argv: str, busy_board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDROOM_DB", str(tmp_path / "another.db"))

    assert _both_ways(*(word.format(busy_board.path) for word in argv.split())) == (
        0,
        TWO_OVERDUE,
        "",
    )


def test_the_prompt_uses_the_given_day(busy_board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDROOM_TODAY", "2026-10-01")

    assert busy_board.sql("SELECT count(*) FROM advisor") == [(3,)]
    assert _both_ways("due", "--short") == (0, "2 due\n", "")


def test_the_prompt_is_empty_if_nothing_is_due(board: Board) -> None:
    board.meeting(board.advisor(joined="2026-11-01"), "2026-11-20")

    assert _both_ways("due", "--short") == (0, "", "")


@pytest.mark.usefixtures("board")
@pytest.mark.parametrize("today", ["2026-11-21", "never"])
def test_the_prompt_without_a_board_is_empty(
    today: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDROOM_TODAY", today)

    assert _both_ways("due", "--short") == (0, "", "")
    assert list(tmp_path.iterdir()) == []


def _damaged(board: Board) -> None:
    path = Path(board.path)
    path.write_bytes(path.read_bytes()[:4096] + b"\xa5" * 200_000)


def _newer(board: Board) -> None:
    board.sql(f"PRAGMA user_version = {VERSION + 1}")


def _emptied(board: Board) -> None:
    Path(board.path).write_bytes(b"")


def _a_folder(board: Board) -> None:
    Path(board.path).unlink()
    Path(board.path).mkdir()


@pytest.mark.parametrize("spoil", [_damaged, _newer, _emptied, _a_folder])
def test_a_prompt_is_silent_about_a_bad_board(
    spoil: Callable[[Board], None], busy_board: Board
) -> None:
    spoil(busy_board)

    assert _both_ways("due", "--short") == (0, "", "")
    assert typed("due").code in {21, 22}


def test_a_prompt_is_silent_about_a_locked_board(busy_board: Board) -> None:
    with closing(sqlite3.connect(busy_board.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        assert _both_ways("due", "--short") == (0, "", "")


def test_a_prompt_survives_a_killed_change(busy_board: Board) -> None:
    kill_in_mid_change(busy_board.path, "UPDATE meeting SET notes = printf('%.*c', 300000, 'x')")

    assert _both_ways("due", "--short") == (0, TWO_OVERDUE, "")
    assert busy_board.sql("SELECT DISTINCT notes FROM meeting") == [(None,)]


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (
            "yesterday",
            "BOARDROOM_TODAY is 'yesterday', which is not a date. Write it as BOARDROOM_TODAY=2026-11-24, or unset it.\n",
        ),
        (
            "9999-12-31",
            "BOARDROOM_TODAY is '9999-12-31', a year outside 1900 to 2200. Write it as BOARDROOM_TODAY=2026-11-24, or unset it.\n",
        ),
    ],
)
@pytest.mark.usefixtures("busy_board")
def test_a_prompt_survives_an_unreadable_day(
    today: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDROOM_TODAY", today)

    assert _both_ways("due", "--short") == (0, "", said)


@pytest.mark.usefixtures("busy_board")
def test_a_json_error_at_the_prompt_is_no_failure(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BOARDROOM_TODAY", "yesterday")

    code, out, err = _both_ways("due", "--short", "--json")

    assert (code, out, err.startswith('{"error": {"code": "bad_input", "exit": 0, ')) == (
        0,
        "",
        True,
    )


@pytest.mark.parametrize(
    "argv",
    [
        ("due", "--short", "--db"),
        ("due", "--short", "--db="),
        ("due", "--short", "--db", "one.db", "--db", "two.db"),
        ("--db", "--no-input", "due", "--short"),
        ("--short", "due"),
        ("due", "--short", "now"),
        ("due", "--shor"),
    ],
)
def test_the_lane_agrees_on_other_words(
    argv: tuple[str, ...], busy_board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    code, out, _ = _both_ways(*argv)

    assert busy_board.sql("SELECT count(*) FROM advisor") == [(3,)]
    assert (code, out) in {(0, ""), (2, "")}


on_posix = pytest.mark.skipif(
    os.name == "nt", reason="a POSIX shell is asked to close or fill a stream"
)

on_full_disk = pytest.mark.skipif(
    not os.path.exists("/dev/full"), reason="this system has no full disk to write to"
)


def _shell(script: str) -> tuple[int, str]:
    """The exit code and standard error of a shell script; `$0` is Python."""
    with start(
        "-c",
        "import os, sys; os.execv('/bin/sh', ['sh', '-c', *sys.argv[1:]])",
        script,
        sys.executable,
    ) as child:
        _, err = child.communicate(timeout=60)
    return child.returncode, err


@on_posix
@pytest.mark.parametrize("command", ["due --short", "due", "board --json", "config path"])
@pytest.mark.usefixtures("busy_board")
def test_a_closed_pipe_is_no_error(command: str) -> None:
    assert _shell(f'{{ "$0" -m boardroom {command}; echo "$?" >&2; }} | true') == (0, "0\n")


@on_posix
@pytest.mark.parametrize("command", ["due --short", "due", "config path"])
@pytest.mark.usefixtures("busy_board")
def test_closed_streams_are_no_error(command: str) -> None:
    assert _shell(f'"$0" -m boardroom {command} <&- >&- 2>&-') == (0, "")


@on_posix
@on_full_disk
@pytest.mark.usefixtures("busy_board")
def test_an_unwritten_answer_is_an_error() -> None:
    full = "The output can't be written: No space left on device."
    assert _shell('"$0" -m boardroom due --short > /dev/full') == (23, f"{full}\n")
    # Where it is long, the disk is found full before the end.
    assert _shell('"$0" -u -m boardroom board > /dev/full') == (
        23,
        f"{full} Check the free space and the permissions.\n",
    )


_FULL = "The output can't be written: No space left on device"
_PUT = "Put a1 on the agenda with Marcus Ojo: Budget"
_AGAIN = "Don't repeat it. See: boardroom history"


@on_posix
@on_full_disk
@pytest.mark.parametrize("unbuffered", ["", "-u"])
def test_a_change_that_cannot_be_printed_says_that_it_is_stored(
    unbuffered: str, busy_board: Board
) -> None:
    script = f'"$0" {unbuffered} -m boardroom agenda add marcus Budget > /dev/full'

    assert _shell(script) == (23, f"{_FULL}, but the change is stored: {_PUT}. {_AGAIN}\n")
    assert busy_board.sql("SELECT text FROM agenda_item") == [("Budget",)]


@on_posix
@on_full_disk
@pytest.mark.usefixtures("busy_board")
def test_the_json_error_says_that_a_change_is_stored() -> None:
    code, err = _shell('"$0" -m boardroom agenda add marcus Budget --json > /dev/full')

    assert (code, json.loads(err)) == (
        23,
        {
            "error": {
                "code": "not_printed",
                "exit": 23,
                "message": f"{_FULL}, but the change is stored: {_PUT}.",
                "hint": _AGAIN,
                "candidates": [],
            }
        },
    )


@on_posix
@on_full_disk
@pytest.mark.usefixtures("busy_board")
def test_an_undo_that_cannot_be_printed_says_so() -> None:
    assert _shell('"$0" -m boardroom agenda add marcus Budget > /dev/null')[0] == 0

    assert _shell('"$0" -m boardroom undo > /dev/full') == (
        23,
        f"{_FULL}, but the change is stored: Took back: {_PUT}. {_AGAIN}\n",
    )


@on_posix
@pytest.mark.usefixtures("busy_board")
def test_a_change_with_standard_output_closed_says_that_it_is_stored() -> None:
    assert _shell('"$0" -m boardroom agenda add marcus Budget >&-') == (
        0,
        f"Standard output is closed, but the change is stored: {_PUT}. {_AGAIN}\n",
    )


@on_posix
@on_full_disk
@pytest.mark.parametrize("command", ["agenda add marcus Budget", "search Budget"])
@pytest.mark.usefixtures("busy_board")
def test_a_full_standard_error_is_no_failure(command: str) -> None:
    assert _shell(f'"$0" -m boardroom {command} 2> /dev/full > /dev/null') == (0, "")


@on_posix
@on_full_disk
@pytest.mark.usefixtures("board")
def test_a_demo_stores_nothing_that_it_could_tell() -> None:
    assert _shell('"$0" -m boardroom demo agenda add marcus Budget > /dev/full') == (
        23,
        f"{_FULL}. Check the free space and the permissions.\n",
    )


INTERRUPTED = """
import sys
del sys.argv[0]
moment = sys.argv[0]

class CtrlC:
    def find_spec(self, name, *_):
        if name == moment:
            raise KeyboardInterrupt
    def read(self):
        raise KeyboardInterrupt

sys.meta_path.insert(0, CtrlC())
sys.stdin = CtrlC()
from boardroom.__main__ import main
main()
"""


@pytest.mark.parametrize(
    "words",
    [
        "boardroom.queries.due due --short",
        "typer plan --nonsense",
        "boardroom.store.rows advisor add Bo",
        "reading agenda add marcus -",
    ],
)
@pytest.mark.usefixtures("busy_board")
def test_an_interruption_is_always_quiet(words: str) -> None:
    assert ran("-c", INTERRUPTED, *words.split()) == (130, "", "")
