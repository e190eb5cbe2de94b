"""The pictures that the README shows are those that the program draws now."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.boards import Board
from tests.pictures import COMMANDS, FOLDER, draw_pictures


def test_the_pictures_show_the_demonstration_board_as_it_is_drawn_now(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.lay_demo()
    monkeypatch.setenv("NO_COLOR", "1")  # nor does anything else of the terminal show in them
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "dumb")

    drawn = {path.name: path.read_text(encoding="utf-8") for path in draw_pictures(tmp_path)}

    assert drawn == {name: (FOLDER / name).read_text(encoding="utf-8") for name in COMMANDS}
