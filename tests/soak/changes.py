"""The changes that are killed, refused a disk and cut off by a crash, each on a board of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from boardroom.actions.demo import make_demo
from boardroom.store.file import reading
from tests.boards import TODAY, Board
from tests.soak.program import Ran, boardroom

BOARD = "board.db"
TARGET = "target.json"
"""The file that an export replaces."""

_YESTERDAY = "backups/board.db-2026-11-20.db"
_DRAFTS = (".copy-", ".board-", ".boardroom-")
_COMPANIONS = ("-journal", "-wal", "-shm")
_RANDOM = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ"
)


class Change(NamedTuple):
    """A command line that writes, run in a folder of `lay`; `write_ahead` is the board's mode."""

    name: str
    words: tuple[str, ...]
    stdin: bytes = b""
    without: tuple[str, ...] = ()
    write_ahead: bool = False

    def argv(self, folder: Path) -> list[str]:
        """The words, with the paths of the folder."""
        return [word.replace("{}", str(folder)) for word in self.words]

    def run(self, folder: Path, *, under: tuple[str, ...] = ()) -> Ran:
        """Runs it on the board in the folder, `under` another program if given."""
        db = str(folder / BOARD)
        return boardroom(*self.argv(folder), db=db, stdin=self.stdin, under=under)


CHANGES = (
    Change("add", ("agenda", "add", "marcus", "Half a sentence")),
    Change("add, a new board", ("advisor", "add", "Lena Vogt"), without=(BOARD, "backups")),
    Change("edit", ("advisor", "edit", "marcus", "--org", "Harbour", "--strength", "tact")),
    Change(
        "log",
        ("log", "tom", "-"),
        b"## Notes\nWe spoke.\n## Advice\n- Ask\n## Promises\n- me: send it by 1 Dec\n",
    ),
    Change("review", ("review", "--answers", "{}/answers.json")),
    Change("import", ("import", "{}/import.json")),
    Change("import, a new board", ("import", "{}/import.json"), without=(BOARD, "backups")),
    Change("undo", ("undo",)),
    Change("restore", ("restore", "{}/copy.db", "--yes")),
    Change("restore, WAL", ("restore", "{}/copy.db", "--yes"), write_ahead=True),
    Change("restore, no board", ("restore", "{}/copy.db", "--yes"), without=(BOARD,)),
    Change("purge", ("purge", "p1", "--yes")),
    Change("purge --backups", ("purge", "p1", "--backups", "--yes")),
    Change("export -o", ("export", "-o", f"{{}}/{TARGET}")),
    Change("backup PATH", ("backup", "{}/mine.db")),
)


def make_template(folder: Path) -> None:
    """Fills a folder with a board, a copy of yesterday and of before, and files to import."""
    folder.mkdir()
    path = folder / BOARD
    make_demo(str(path), today=TODAY)
    board = Board(path, recorded=True)
    backups = folder / "backups"
    backups.mkdir(mode=0o700)
    shutil.copy(path, folder / _YESTERDAY)
    shutil.copy(path, folder / "copy.db")
    with patch("boardroom.store.work.prepare"):  # the day's copy is made by the change under test
        board.item(2, "Budget?")
    other = Board(folder / "other.db")
    lena = other.advisor("Lena Vogt", notes="Met in Lyon")
    meeting = other.meeting(lena, "2026-11-02", notes="A first talk")
    other.item(lena, "How did you begin?", meeting_id=meeting)
    other.promise(lena, "Send the article", due_on="2026-12-01")
    exported = boardroom("export", "--include-private", db=other.path)
    (folder / "import.json").write_bytes(exported.out)
    os.unlink(other.path)
    decided = {active.handle: {"decision": "keep", "trust": 4} for active in board.due().advisors}
    answers = {"advisors": decided, "board": {"note": "must: has run a P&L"}}
    (folder / "answers.json").write_text(json.dumps(answers), encoding="utf-8")
    (folder / TARGET).write_text("An older export\n", encoding="utf-8")


def lay(template: Path, folder: Path, change: Change) -> None:
    """Lays a fresh copy of the template for a change."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder)
    for name in change.without:
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    if change.write_ahead:
        with closing(sqlite3.connect(folder / BOARD)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")


State = Mapping[str, str]
"""Everything in a folder, in a form to compare: boards by their rows, other files by their bytes."""


def state(folder: Path, *, by_program: bool = True) -> dict[str, str]:
    """The state of a folder. Drafts and forms that were kept are left out, and journals once
    they were rolled back.

    The board is opened as the program does, and every board must pass SQLite's own check.
    """
    path = folder / BOARD
    if by_program and path.exists():
        with reading(str(path)) as connection:
            connection.execute("SELECT count(*) FROM advisor").fetchone()
    found = {}
    for file in sorted(folder.rglob("*")):
        name = str(file.relative_to(folder))
        is_kept = file.parent.name == "drafts"  # a form that could not be stored
        if file.is_dir() or is_kept or file.name.startswith(_DRAFTS) or name.endswith(_COMPANIONS):
            continue
        found[name] = rows(file) if file.suffix == ".db" else file.read_text("utf-8")
    return found


def drafts(folder: Path) -> list[str]:
    """The drafts and journals left in a folder.

    Not a board's journal that SQLite has closed: where it can't be sure that the disk has all, it
    keeps one with an empty header, which no read takes into account and the next change removes.
    Nor the log of a board in write-ahead mode, which SQLite could not copy into the board when it
    closed it: every read takes it into account.
    """
    may_have_log = _is_in_write_ahead_mode(folder / BOARD)
    return [
        file.name
        for file in folder.rglob("*")
        if file.name.startswith(_DRAFTS)
        or (
            file.name.endswith(_COMPANIONS)
            and not _is_closed_journal(file)
            and not (may_have_log and file.name in (f"{BOARD}-wal", f"{BOARD}-shm"))
        )
    ]


def _is_in_write_ahead_mode(board: Path) -> bool:
    return board.exists() and board.read_bytes()[18:20] == b"\x02\x02"


def _is_closed_journal(file: Path) -> bool:
    return file.name == f"{BOARD}-journal" and file.read_bytes()[:28] == bytes(28)


def rows(path: Path) -> str:
    """Every row of a board file as text, without uids and times; what is wrong with it, if damaged."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
            if verdict != "ok":
                return f"damaged: {verdict}"
            loose = connection.execute("PRAGMA foreign_key_check").fetchall()
            dump = "\n".join(connection.iterdump())
    except sqlite3.Error as error:
        return f"damaged: {error}"
    return _RANDOM.sub("…", dump) + (f"loose: {loose}" if loose else "")


class Trial(NamedTuple):
    """A change that was made once without trouble: the state before it and after it."""

    change: Change
    template: Path
    before: State
    after: State

    @staticmethod
    def of(change: Change, template: Path, folder: Path) -> Trial:
        """Makes the change once, in a folder of its own."""
        lay(template, folder, change)
        before = state(folder)
        ran = change.run(folder)
        assert ran.code == 0, ran
        return Trial(change, template, before, state(folder))

    def lay(self, folder: Path) -> None:
        """Lays a fresh folder for the change."""
        lay(self.template, folder, self.change)

    def half_done(self, found: State) -> list[str]:
        """The files of a state that are neither as before the change nor as after it."""
        return [
            name
            for name in sorted({*found, *self.before, *self.after})
            if found.get(name) not in (self.before.get(name), self.after.get(name))
        ]
