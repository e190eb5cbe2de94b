"""A program to be called by reminders, and stand-ins for what they call."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

BOARD = "/home/ana's/50% $HOME.db"
"""A path with everything that a format could take for its own."""
DUE = "2 overdue, 1 due"


def stand_in(path: Path, script: str) -> str:
    """Writes an executable shell script; returns its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def command_in(folder: Path, *, due: str = DUE) -> tuple[str, ...]:
    """The words that call a program of an awkward path, which says what is due, and keeps its words.

    They are in the file `words` of the folder.
    """
    script = f"""printf '%s\\n' "$@" > '{folder}/words'; printf '%s\\n' '{due}'"""
    return stand_in(folder / "my 'own' tools" / "boardroom", script), "--db", BOARD


def words_of_call(folder: Path) -> list[str]:
    """The words that the program was called with."""
    return (folder / "words").read_text(encoding="utf-8").splitlines()


def run_reminder(words: list[str], folder: Path, **variables: str) -> str:
    """Runs a command, with stand-ins in `bin` of the folder; returns its standard output."""
    path = f"{folder}/bin{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(  # the words are written by the formats under test
        words,
        env={**os.environ, "HOME": str(folder), "PATH": path, **variables},
        capture_output=True,
        encoding="utf-8",
        timeout=30,
        check=True,
    )
    assert done.stderr == ""
    return done.stdout
