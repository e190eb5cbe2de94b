"""Several processes change one board; nothing reported as done may be lost."""

from __future__ import annotations

from boardroom.store.work import change
from tests.boards import TODAY, Board
from tests.children import start

PROCESSES = 4
STEPS = 10

COUNT = """
import sys
from datetime import date
from boardroom.store.rows import Setting
from boardroom.store import file
from boardroom.store.work import change

file.WAIT_SECONDS = 60  # a slow machine may keep one waiting for long; nobody may lose
print("ready", flush=True)
sys.stdin.readline()
for _ in range(int(sys.argv[2])):
    with change(sys.argv[1], "count", today=date(2026, 11, 21)) as work:
        setting = work.find(Setting, key="count")[0]
        setting.value = str(int(setting.value) + 1)
        work.did(f"Counted to {setting.value}")
"""

MAKE = """
import sys
from pathlib import Path
from boardroom.errors import Locked
from boardroom.store.work import change
from tests.boards import TODAY, Board

print("ready", flush=True)
sys.stdin.readline()
try:
    Board(Path(sys.argv[1]), recorded=True).advisor(sys.argv[2])
    print("done")
except Locked:
    print("locked")
"""


ADD = """
import sys
from tests.cli.typed import typed

print("ready", flush=True)
sys.stdin.readline()
code, _, err = typed("advisor", "add", sys.argv[1], "--prospect")
sys.exit(code and err)
"""


def _at_once(script: str, *arguments: tuple[str, ...]) -> list[tuple[int, str, str]]:
    """Runs the script in a process for each of these arguments, all at the same moment."""
    children = [start("-c", script, *own, measured=False) for own in arguments]
    for child in children:
        assert child.stdout is not None
        assert child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    said = [child.communicate(timeout=120) for child in children]
    return [(child.returncode, out, err) for child, (out, err) in zip(children, said, strict=True)]


def test_concurrent_changes_lose_no_update(board: Board) -> None:
    board.advisor()
    with change(board.path, "config set", today=TODAY) as work:
        work.connection.execute("INSERT INTO setting (key, value) VALUES ('count', '0')")

    ended = _at_once(COUNT, *[(board.path, str(STEPS))] * PROCESSES)

    assert ended == [(0, "", "")] * PROCESSES
    assert board.sql("SELECT value FROM setting WHERE key = 'count'") == [(str(PROCESSES * STEPS),)]
    counted = [f"Counted to {number}" for number in range(1, PROCESSES * STEPS + 1)]
    assert board.sql("SELECT summary FROM operation WHERE command = 'count' ORDER BY id") == [
        (summary,) for summary in counted
    ]


def test_concurrent_first_commands_all_go_on(board: Board) -> None:
    names = ["Ana", "Ben", "Cleo", "Dana"]

    ended = _at_once(ADD, *[(name,) for name in names])

    assert ended == [(0, "", "")] * len(names)
    assert sorted(name for (name,) in board.sql("SELECT name FROM advisor")) == names


def test_concurrent_first_changes_report_the_truth(board: Board) -> None:
    names = ["Ana", "Ben", "Cleo"]

    ended = _at_once(MAKE, *[(board.path, name) for name in names])

    assert {(code, err) for code, _, err in ended} == {(0, "")}
    assert {out for _, out, _ in ended} <= {"done\n", "locked\n"}
    told = sorted(name for name, (_, out, _) in zip(names, ended, strict=True) if out == "done\n")
    assert len(told) >= 1
    assert [name for (name,) in board.sql("SELECT name FROM advisor ORDER BY name")] == told
