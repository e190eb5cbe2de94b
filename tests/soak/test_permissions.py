"""Who can read what the program writes, and what it writes through."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.installed import PROGRAM
from tests.soak.changes import BOARD, CHANGES, TARGET, Change, lay
from tests.soak.conftest import Measured
from tests.soak.program import Ran, boardroom, environment

EVERYBODY = 65534
"""The user id of nobody."""


_WRITING = (
    "advisor add Lena",
    "agenda add lena Budget",
    "log lena -",  # leaves a draft
    "backup",
    "backup {}/copy.db",
    "export -o {}/out.json",
    "import {}/out.json --on-conflict update",
    "restore {}/copy.db --yes",
    "purge a1 --yes",
    "doctor --fix",
)


def _open_to_others(folder: Path) -> Iterator[str]:
    """Yields what others may read or enter below a folder."""
    for path in folder.rglob("*"):
        mode = stat.S_IMODE(path.lstat().st_mode)
        wanted = 0o700 if path.is_dir() else 0o600
        if not path.is_symlink() and mode != wanted:
            yield f"{path.relative_to(folder)}: {mode:o}"


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_what_is_written_is_the_users_alone(umask: int, tmp_path: Path, measured: Measured) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    where = {"HOME": str(home), "XDG_DATA_HOME": str(home / "deep" / "data")}

    for words in _WRITING:
        ran = subprocess.run(
            [PROGRAM, *words.replace("{}", str(home)).split()],
            env=environment(**where),
            umask=umask,
            input=b"## Promises\n- nobody: send it\n",
            capture_output=True,
            check=False,
        )
        assert ran.returncode == (2 if words.startswith("log") else 0), ran

    files = sum(1 for _ in home.rglob("*"))
    wrong = [f"umask {umask:03o}: {name}" for name in _open_to_others(home)]
    measured(f"umask {umask:03o}", files, "files and folders", wrong=wrong, what="open to others")
    assert wrong == []


_LINKED = {
    "export -o": TARGET,
    "backup PATH": "mine.db",
    "add": "backups/board.db-2026-11-21.db",
    "import": "backups/board.db-2026-11-21-before-import.db",
    "purge": "backups/board.db-2026-11-21-before-purge.db",
    "restore": "backups/board.db-2026-11-21-before-restore.db",
}
"""Where each change writes, which is a link here."""


@pytest.mark.parametrize("leads_to", ["a file", "nothing", "a folder"])
def test_nothing_is_written_through_a_link(
    leads_to: str, template: Path, tmp_path: Path, measured: Measured
) -> None:
    wrong, count = [], 0
    for change in CHANGES:
        if change.name not in _LINKED:
            continue
        if (change.name, leads_to) == ("backup PATH", "a folder"):
            continue  # the folder that the user named
        count += 1
        folder, away = tmp_path / "home", tmp_path / "away"
        lay(template, folder, change)
        shutil.rmtree(away, ignore_errors=True)
        away.mkdir()
        target = away / "target"
        if leads_to == "a file":
            target.write_bytes(b"precious")
        elif leads_to == "a folder":
            target.mkdir()
        link = folder / _LINKED[change.name]
        link.unlink(missing_ok=True)
        link.parent.mkdir(exist_ok=True)
        link.symlink_to(target)
        ran = change.run(folder)
        wrong += [
            f"{change.name} to {leads_to}: {fault}" for fault in _written(away, leads_to, ran)
        ]

    measured("links at output paths", count, "links", wrong=wrong, what="written through")
    assert wrong == []


def _written(away: Path, leads_to: str, ran: Ran) -> Iterator[str]:
    """Yields what was written to where a link leads."""
    target = away / "target"
    if ran.crashed:
        yield f"exit {ran.code} {ran.err[-200:]!r}"
    if leads_to == "nothing" and os.path.lexists(target):
        yield "made"
    if leads_to == "a file" and target.read_bytes() != b"precious":
        yield "overwritten"
    if leads_to == "a folder" and list(target.iterdir()):
        yield f"filled with {os.listdir(target)}"
    if extra := set(os.listdir(away)) - {"target"}:
        yield f"made {extra} beside"


@pytest.mark.parametrize("kind", ["backups that are a link", "backups of another user"])
def test_a_folder_of_somebody_elses_is_not_filled(
    kind: str, template: Path, tmp_path: Path, measured: Measured
) -> None:
    """In a sticky folder that everybody may write, somebody puts `backups` in the way."""
    if os.geteuid() != 0:
        pytest.skip("giving a folder to another user needs root")
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    shutil.copy(template / BOARD, shared / BOARD)
    trap = tmp_path / "trap" if kind == "backups that are a link" else shared / "backups"
    trap.mkdir()
    trap.chmod(0o777)
    os.chown(trap, EVERYBODY, EVERYBODY)
    if kind == "backups that are a link":
        (shared / "backups").symlink_to(trap)

    ran = boardroom("agenda", "add", "marcus", "Budget", db=str(shared / BOARD))

    filled = os.listdir(trap)
    wrong = [f"{kind}: {filled}, exit {ran.code}, {ran.err!r}"] if filled and not ran.err else []
    measured("a sticky, shared folder", 1, "change", wrong=wrong, what="copies let out in silence")
    assert wrong == []


def test_a_board_that_others_can_read_is_not_so_in_silence(
    template: Path, tmp_path: Path, measured: Measured
) -> None:
    lay(template, tmp_path / "home", CHANGES[0])
    path = tmp_path / "home" / BOARD
    path.chmod(0o644)

    ran = Change("add", ("agenda", "add", "marcus", "Budget")).run(tmp_path / "home")

    is_open = stat.S_IMODE(path.stat().st_mode) != 0o600
    wrong = [ran] if is_open and b"read" not in ran.err else []
    measured("a board of mode 0644", 1, "change", wrong=wrong, what="left open in silence")
    assert wrong == []
