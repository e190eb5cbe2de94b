"""`config set calendar`: a calendar that is brought up to date at every change."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

import pytest

from boardroom.formats.calendar_writing import Event
from boardroom.store.calendar_files import write_calendar_file
from tests.boards import Board
from tests.children import ran
from tests.cli.typed import typed

LISTING = """
import os, sys
def leave(code):
    print(*sys.modules, file=sys.stderr, flush=True)
    end(code)
end, os._exit = os._exit, leave
from boardroom.__main__ import main
main()
"""


@pytest.fixture
def kept(board: Board, tmp_path: Path) -> Path:
    """A file that is kept up to date, with Ana's coffee in it."""
    board.advisor("Ana Lima")
    path = tmp_path / "boardroom.ics"
    assert typed("config", "set", "calendar", str(path)).err == ""
    typed("plan", "ana", "tue", "15:30")
    return path


def test_it_is_written_when_it_is_set(kept: Path) -> None:
    kept.unlink()
    typed("config", "set", "calendar", "default")
    typed("config", "set", "calendar", str(kept))

    assert "SUMMARY:Coffee: Ana Lima" in kept.read_text()


def test_every_change_is_in_it_at_once(kept: Path) -> None:
    assert "DTSTART:20261124T153000Z" in kept.read_text()
    typed("meeting", "move", "m1", "wed 16:00")
    assert "DTSTART:20261125T160000Z" in kept.read_text()
    typed("undo")
    assert "DTSTART:20261124T153000Z" in kept.read_text()
    typed("purge", "m1", "--yes")
    assert "VEVENT" not in kept.read_text()


def test_a_restored_board_is_in_it(kept: Path) -> None:
    typed("backup", str(kept.parent / "copy.db"))
    typed("meeting", "move", "m1", "wed 16:00")
    typed("restore", str(kept.parent / "copy.db"), "--yes")

    assert "DTSTART:20261124T153000Z" in kept.read_text()
    assert "SEQUENCE:2" in kept.read_text()  # it never falls, though the board knows of no change


def test_what_another_process_changes_meanwhile_is_in_it(
    kept: Path, board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []

    def write_slowly(path: str, events: Sequence[Event], *, board: str, now: datetime) -> None:
        if not written:
            other.meeting(1, "2026-12-24", "planned", start_time="09:00")
        written.append(len(events))
        write_calendar_file(path, events, board=board, now=now)

    other = Board(Path(board.path), recorded=True)
    monkeypatch.setattr("boardroom.cli.kept_calendar.write_calendar_file", write_slowly)
    typed("meeting", "move", "m1", "wed 16:00")

    assert written == [1, 2]
    assert "DTSTART:20261224T090000Z" in kept.read_text()


def test_a_folder_is_kept_too(board: Board, tmp_path: Path) -> None:
    board.advisor("Ana Lima")
    typed("config", "set", "calendar", str(tmp_path / "events"))
    typed("plan", "ana", "tue")

    assert len([*(tmp_path / "events").iterdir()]) == 1


def test_a_relative_path_is_kept_whole(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.advisor()
    monkeypatch.chdir(tmp_path)

    typed("config", "set", "calendar", "mine.ics")

    assert typed("config", "get", "calendar").out == f"{tmp_path / 'mine.ics'}\n"


def test_a_file_in_no_folder_is_refused(board: Board, tmp_path: Path) -> None:
    board.advisor()

    ran = typed("config", "set", "calendar", str(tmp_path / "disk" / "mine.ics"))

    assert (ran.code, ran.err) == (2, f"There is no folder {tmp_path / 'disk'}. Make it first.\n")


def test_once_unset_it_is_left_alone(kept: Path) -> None:
    before = kept.read_bytes()
    typed("config", "set", "calendar", "unset")
    typed("meeting", "cancel", "m1")

    assert kept.read_bytes() == before


def test_a_failed_write_takes_no_change_back(kept: Path) -> None:
    kept.write_text("somebody else's")

    moved = typed("meeting", "move", "m1", "wed")

    assert moved.code == 0
    assert moved.out.startswith("Moved m1")
    assert moved.err == (
        f"The calendar is not up to date. {kept} is no calendar that boardroom has written, and"
        " would be replaced. Give another name.\n"
    )
    assert "2026-11-25" in typed("meeting", "list").out


def test_a_calendar_that_is_not_set_costs_nothing(board: Board) -> None:
    board.advisor("Ana Lima")
    for words in (("plan", "ana", "tue"), ("undo",)):
        _, _, loaded = ran("-S", "-c", LISTING, *words)
        assert "boardroom.cli.call" in loaded.split()
        assert "boardroom.cli.kept_calendar" not in loaded.split()


def test_an_export_takes_it_nowhere(kept: Path) -> None:
    assert str(kept) not in typed("export", "--include-private").out


def test_an_import_sets_none(board: Board, tmp_path: Path) -> None:
    board.advisor("Ana Lima")
    content = typed("export", "--include-private").json
    content["settings"] = [{"id": 9, "key": "calendar", "value": str(tmp_path / "leak.ics")}]
    (tmp_path / "board.json").write_text(json.dumps(content))

    typed("import", str(tmp_path / "board.json"))
    typed("plan", "ana", "tue")

    assert typed("config", "get", "calendar").out == "unset\n"
    assert not (tmp_path / "leak.ics").exists()
