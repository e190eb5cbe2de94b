"""A word in every private text, looked for in all that is shared and in every error; no network."""

from __future__ import annotations

import random
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import typed
from tests.secret_boards import SecretBoard
from tests.soak.changes import BOARD, CHANGES, Change, lay
from tests.soak.conftest import Measured
from tests.soak.program import boardroom
from tests.soak.syscalls import needs_strace

BOARDS = 30
_CANARY = re.compile(rb"canary\d{3}x")

ERRORS = (
    "done p999",
    "promise edit p1 --by nonsense",
    "promise edit p1 --kept tomorrow",
    "meeting edit m1 --on 31-Feb",
    "meeting move m1 tue",
    "meeting cancel m1",
    "agenda edit a1 --kind nonsense",
    "agenda drop a2",
    "advice outcome v1 nonsense",
    "advice reported v999",
    "exchange edit x1 --kind nonsense",
    "goal edit g1 --target nonsense",
    "goal link g1 nobody",
    "goal step edit s1 --by nonsense",
    "agreement set ana --until nonsense",
    "advisor seat ana",
    "advisor rm ana",
    "advisor part ana",
    "review --answers missing.json",
    "review --show r99",
    "purge p1",
    "import board.json",
    "restore missing.db",
    "undo 99",
    "redo",
    "prep nobody",
    "due --within nonsense",
    "search --since nonsense x",
)

READS = (
    *("due", "board", "prep marcus --md", "review --facts", "doctor --fix", "backup list", "-h"),
    *("--version", "demo due", "completion bash", "export --schema", "search budget", "history"),
)


def _secret(path: Path, seed: int) -> SecretBoard:
    return SecretBoard(Board(path), random.Random(seed))  # noqa: S311  no secret


@pytest.mark.parametrize(
    "form", ["prep ana --last 99 --md", "review --md", "export", "report -o -"]
)
def test_no_private_word_is_in_what_is_shared(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, measured: Measured
) -> None:
    wrong, words = [], 0
    for seed in range(BOARDS):
        path = tmp_path / f"{seed}.db"
        monkeypatch.setenv("BOARDROOM_DB", str(path))
        secret = _secret(path, seed)
        ran = typed(*form.split())
        private = secret.export.private
        words += len(private)
        wrong += [f"board {seed}: {word}" for word in private if word in ran.out + ran.err]

    measured(
        f"canaries in {form.split(maxsplit=1)[0]}",
        words,
        "private words",
        wrong=wrong,
        what="let out",
    )
    assert (wrong, words > BOARDS) == ([], True)


def test_no_error_says_a_private_word(tmp_path: Path, measured: Measured) -> None:
    wrong, failed = [], 0
    for seed in range(3):
        path = tmp_path / f"{seed}.db"
        _secret(path, seed)
        for words in ERRORS:
            ran = boardroom(*words.split(), "--no-input", db=str(path))
            failed += ran.code != 0
            if ran.code != 0 and (said := _CANARY.findall(ran.err)):
                wrong.append(f"{words}: {said}")
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(
                "PRAGMA ignore_check_constraints = ON; UPDATE promise SET made_on = 'canary999x';"
                " UPDATE meeting SET status = 'canary998x'"
            )
        for words in (
            "due",
            "board",
            "prep ana",
            "doctor",
            "export",
            "history",
            "agenda add ana x",
        ):
            ran = boardroom(*words.split(), db=str(path))
            if said := _CANARY.findall(ran.err):
                wrong.append(f"{words} of a damaged board: {said}")

    measured("canaries in errors", failed, "errors", wrong=wrong, what="let out")
    assert (wrong, failed > len(ERRORS)) == ([], True)


@needs_strace
def test_no_command_opens_a_socket(template: Path, tmp_path: Path, measured: Measured) -> None:
    changes = [change for change in CHANGES if BOARD not in change.without]
    changes += [Change(words, tuple(words.split())) for words in READS]
    wrong = []
    log = tmp_path / "log"
    for change in changes:
        lay(template, tmp_path / "home", change)
        under = ("strace", "-f", "--seccomp-bpf", "-o", str(log), "-e", "trace=%network")
        ran = change.run(tmp_path / "home", under=under)
        calls = [line for line in log.read_text("utf-8").splitlines() if "+++" not in line]
        wrong += [f"{change.name}: {line}" for line in calls]
        assert ran.code == 0, (change, ran)

    measured("network sockets", len(changes), "commands", wrong=wrong, what="sockets")
    assert wrong == []
