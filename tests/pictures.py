"""Draws the pictures of the README: `make pictures`. A test compares those that are checked in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from boardroom.actions.demo import make_demo
from boardroom.cli.run import run
from tests.boards import TODAY

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
COMMANDS = {
    "due.svg": "due",
    "board.svg": "board",
    "prep.svg": "prep ana",
    "review.svg": "review --facts --advisor marcus",
}
"""The command that draws each picture of the demonstration board."""


def draw_pictures(folder: Path) -> Iterator[Path]:
    """Draws each picture into a folder, with BOARDROOM_TODAY and BOARDROOM_DB as they are set."""
    for name, command in COMMANDS.items():
        path = folder / name
        code = run([*command.split(), "--svg", str(path)])
        assert code == 0
        path.chmod(0o644)  # a part of the project, and nobody's own
        yield path


if __name__ == "__main__":
    with TemporaryDirectory() as temporary:
        board = str(Path(temporary, "board.db"))
        os.environ.update(BOARDROOM_DB=board, BOARDROOM_TODAY=TODAY.isoformat())
        make_demo(board, today=TODAY)
        FOLDER.mkdir(parents=True, exist_ok=True)
        for drawn in draw_pictures(FOLDER):
            assert drawn.is_file()
