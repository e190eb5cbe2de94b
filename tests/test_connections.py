"""Each command connects to the file once, and once more for the day's copy."""

from __future__ import annotations

import shlex
import shutil
import sqlite3
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from boardroom.actions.demo import make_demo
from boardroom.cli.tree import TREE, commands, documented, function_of
from tests.boards import TODAY, Board
from tests.cli.typed import typed

_ELSEWHERE = ("demo", "review", "completion")
"""Commands that make their own board, that ask, or that need no board."""

EXAMPLES = [
    example
    for name, leaf in commands(TREE)
    for example in documented(function_of(leaf))[1]
    if name.split()[0] not in _ELSEWHERE and "|" not in example and " < " not in example
]


AGAIN = tuple(
    f"boardroom {name}"
    for name in ("backup", "restore", "doctor", "import", "purge", "config set calendar")
)


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration board, made once; each test has a copy."""
    path = tmp_path_factory.mktemp("demonstration") / "board.db"
    make_demo(str(path), today=TODAY)
    return path


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Counts the connections made from Python."""
    counts: Counter[str] = Counter()
    connect = sqlite3.connect

    def connecting(*arguments: Any, **how: Any) -> sqlite3.Connection:  # noqa: ANN401  passed on
        counts["connections"] += 1
        connection: sqlite3.Connection = connect(*arguments, **how)
        return connection

    monkeypatch.setattr(sqlite3, "connect", connecting)
    return counts


@pytest.mark.parametrize(
    "example",
    # These open copies too, each as often as it is verified. A calendar is written after its
    # change is stored, from a snapshot of its own.
    [
        *(example for example in EXAMPLES if not example.startswith(AGAIN)),
        "boardroom log marcus ojo great chat",
    ],
)
def test_a_command_opens_the_board_once(
    example: str,
    board: Board,
    demonstration: Path,
    counted: Counter[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(Path(board.path).parent)  # some examples write files
    shutil.copy(demonstration, board.path)
    typed("config", "set", "soon", "9d")  # with the copy of the day
    counted.clear()

    typed(*shlex.split(example)[1:])

    assert counted["connections"] <= 1


def test_the_days_first_change_opens_its_copy_too(
    board: Board, demonstration: Path, counted: Counter[str]
) -> None:
    shutil.copy(demonstration, board.path)

    typed("agenda", "add", "marcus", "Budget")

    assert counted["connections"] == 2


@pytest.mark.usefixtures("board")
def test_a_new_board_is_made_on_the_connection_that_fills_it(counted: Counter[str]) -> None:
    typed("advisor", "add", "Marcus Ojo")

    assert counted["connections"] == 1
