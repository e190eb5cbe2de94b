"""Files that are damaged, cut short, another program's, hostile or no file at all."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from boardroom.store.file import VERSION
from tests.soak.changes import BOARD, rows
from tests.soak.conftest import Measured
from tests.soak.program import Ran, boardroom

FILES = 50
LIMIT_SECONDS = 2.0
REFUSED = (21, 22)
PAGE = 4096
READS = ("due", "board", "search budget", "prep marcus", "advisor show marcus")
WRITE = "agenda add marcus Is it whole?"


class Used(NamedTuple):
    """What came of using a file: each command, and whether the file was changed by a refusal."""

    runs: dict[str, Ran]
    changed_by: str

    @property
    def is_found(self) -> bool:
        """Whether `doctor` says that something is wrong."""
        return self.runs["doctor"].code in REFUSED

    def faults(self) -> Iterator[str]:
        """Yields what is wrong whatever the file."""
        for words, ran in self.runs.items():
            if ran.crashed:
                yield f"{words}: exit {ran.code} {ran.err[-200:]!r}"
            if ran.seconds > LIMIT_SECONDS:
                yield f"{words}: {ran.seconds:.1f} s"
        if self.changed_by:
            yield f"changed by {self.changed_by}"


def _use(path: Path, *commands: str) -> Used:
    """Runs commands on a file, at last one that changes it."""
    runs, changed_by = {}, ""
    for words in (*commands, "doctor", WRITE):
        before = path.read_bytes() if path.is_file() else b""
        runs[words] = boardroom(*words.split(), db=str(path), seconds=20)
        is_refused = runs[words].code != 0
        if is_refused and path.is_file() and path.read_bytes() != before:
            changed_by = words
    return Used(runs, changed_by)


def _note(measured: Measured, bar: str, used: dict[str, Used], wrong: list[str]) -> None:
    slowest = max(ran.seconds for one in used.values() for ran in one.runs.values())
    measured(bar, len(used), "files", wrong=wrong, seconds=slowest)
    assert wrong == []


def _zeroed_page(content: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(content) // PAGE) * PAGE
    return content[:at] + b"\0" * PAGE + content[at + PAGE :]


def _cut_short(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content))]


def _flipped_bits(content: bytes, chance: random.Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(8):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


_FLIPPED = "eight flipped bits"
_DAMAGES = {
    "a zeroed page": _zeroed_page,
    "a file cut short": _cut_short,
    _FLIPPED: _flipped_bits,
}


@pytest.mark.parametrize("damage", _DAMAGES)
def test_damage_is_refused_found_or_without_effect(
    damage: str, template: Path, tmp_path: Path, measured: Measured
) -> None:
    sound = (template / BOARD).read_bytes()
    whole = rows(template / BOARD)
    used, wrong = {}, []
    for number in range(FILES):
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / BOARD
        path.write_bytes(_DAMAGES[damage](sound, random.Random(number)))  # noqa: S311  no secret
        shutil.copy(path, folder / "before.db")
        one = used[str(number)] = _use(path, *READS)
        wrong += [f"{number}: {fault}" for fault in one.faults()]
        # A flipped bit may make one text of another, which nothing can tell.
        is_seen = one.is_found or damage == _FLIPPED or rows(folder / "before.db") == whole
        wrong += [] if is_seen else [f"{number}: not found"]

    _note(measured, damage, used, wrong)


def _sql(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(f"PRAGMA ignore_check_constraints = ON; {script}")


def _foreign(path: Path) -> None:
    path.unlink()
    _sql(path, "CREATE TABLE song (title TEXT)")


def _newer(path: Path) -> None:
    _sql(path, f"PRAGMA user_version = {VERSION + 1}")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


_NO_BOARDS: dict[str, bytes | Callable[[Path], None]] = {
    "empty": b"",
    "text": b"Dear diary,\n" * 500,
    "one byte": b"x",
    "zeros": b"\0" * 100_000,
    "a picture": b"\x89PNG\r\n\x1a\n" + b"\x5a\xa5" * 50_000,
    "foreign": _foreign,
    "newer": _newer,
    "a folder": _folder,
    "a FIFO": _fifo,
    "a device": _device,
}

_HOSTILE = {
    "a trigger that deletes": "CREATE TRIGGER t AFTER INSERT ON agenda_item BEGIN DELETE FROM advisor; END",
    "a trigger on the history": "CREATE TRIGGER t AFTER INSERT ON operation BEGIN DELETE FROM meeting; END",
    "an endless view": (
        "DROP TABLE advisor; CREATE VIEW advisor AS WITH RECURSIVE n (id) AS"
        " (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT id, 'x' AS name FROM n"
    ),
    "a view beside": "CREATE VIEW people AS SELECT * FROM advisor",
    "a virtual table": "CREATE VIRTUAL TABLE words USING fts5 (text)",
    "a table beside": "CREATE TABLE song (title TEXT)",
    "an index on an expression": "CREATE INDEX i ON advisor (abs(id))",
    "a column with a default": "ALTER TABLE advisor ADD COLUMN shoe TEXT DEFAULT 'x'",
}

_EDITED = {
    "a table dropped": "DROP TABLE rating",
    "no people": "DROP TABLE advisor",
    "no history": "DROP TABLE operation",
    "a person without a transition": "DELETE FROM transition WHERE advisor_id = 2",
    "nicknames that are no JSON": "UPDATE advisor SET nicknames = '[oops]' WHERE id = 2",
    "a list of numbers": "UPDATE advisor SET strengths = '[1, 2]' WHERE id = 2",
    "a day that is none": "UPDATE meeting SET met_on = '2026-13-45' WHERE id = 1",
    "a status that is none": "UPDATE meeting SET status = 'lost' WHERE id = 1",
    "a window that is none": "UPDATE advisor SET window = 'often' WHERE id = 2",
    "a setting that is none": "INSERT OR REPLACE INTO setting (key, value) VALUES ('window', 'often')",
    "a list that is no JSON": "UPDATE agreement SET focus = '{'",
    "an orphan": "PRAGMA foreign_keys = OFF; UPDATE promise SET advisor_id = 77 WHERE id = 1",
    "images that are no JSON": "UPDATE row_image SET before = '{', after = '{'",
}


def _made(template: Path, folder: Path, make: str | bytes | Callable[[Path], None]) -> Path:
    """A board that something was done to: SQL, other content, or what a function does."""
    folder.mkdir()
    path = folder / BOARD
    shutil.copy(template / BOARD, path)
    if isinstance(make, str):
        _sql(path, make)
    elif isinstance(make, bytes):
        path.write_bytes(make)
    else:
        make(path)
    return path


def test_what_is_no_board_is_refused(template: Path, tmp_path: Path, measured: Measured) -> None:
    used = {
        name: _use(_made(template, tmp_path / name, make), *READS, "undo")
        for name, make in _NO_BOARDS.items()
    }

    wrong = [f"{name}: {fault}" for name, one in used.items() for fault in one.faults()]
    wrong += [
        f"{name}: {words}: exit {ran.code}"
        for name, one in used.items()
        for words, ran in one.runs.items()
        if ran.code not in REFUSED
    ]
    _note(measured, "no board", used, wrong)


def test_a_hostile_schema_is_refused(template: Path, tmp_path: Path, measured: Measured) -> None:
    used = {
        name: _use(_made(template, tmp_path / name, sql), *READS, "due --short", "undo")
        for name, sql in _HOSTILE.items()
    }

    wrong = [f"{name}: {fault}" for name, one in used.items() for fault in one.faults()]
    wrong += [
        f"{name}: {words}: exit {ran.code}"
        for name, one in used.items()
        for words, ran in one.runs.items()
        if ran.code not in REFUSED and words != "due --short"
    ]
    _note(measured, "a hostile schema", used, wrong)


def test_an_outside_edit_is_found(template: Path, tmp_path: Path, measured: Measured) -> None:
    everything = (*READS, "history", "export", "review --facts", "meeting list", "config list")
    used = {
        name: _use(_made(template, tmp_path / name, sql), *everything)
        for name, sql in _EDITED.items()
    }

    wrong = [f"{name}: {fault}" for name, one in used.items() for fault in one.faults()]
    wrong += [f"{name}: not found" for name, one in used.items() if not one.is_found]
    _note(measured, "an edit from outside", used, wrong)
