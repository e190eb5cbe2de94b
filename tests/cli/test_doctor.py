from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed

LOOSE = "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;"


@pytest.fixture
def sound(board: Board) -> Board:
    """A board with a copy, on which nothing is wrong."""
    marcus = board.advisor("Marcus Ojo")
    held = board.meeting(marcus, "2026-11-10")
    board.item(marcus, status="covered", meeting_id=held, closed_on=date(2026, 11, 10))
    board.promise(marcus, "Send the deck")
    typed("backup")
    os.chmod(board.path, 0o600)
    return board


def _damage(board: Board, sql: str) -> None:
    with closing(sqlite3.connect(board.path)) as connection:
        connection.executescript(f"{LOOSE} {sql}")


def _findings(*options: str) -> list[tuple[str, str, str, str]]:
    return [
        (finding["level"], finding["kind"], finding["subject"], finding["message"])
        for finding in typed("doctor", *options, "--json").json["findings"]
    ]


@pytest.mark.usefixtures("sound")
def test_a_sound_board_is_said_to_be_sound() -> None:
    assert typed("doctor") == Ran(0, "The board is sound.\n", "")


@pytest.mark.parametrize(
    ("sql", "subject", "message"),
    [
        (
            "UPDATE promise SET advisor_id = 77",
            "promise 1",
            "Row 1 of promise refers to a row of advisor that is not there.",
        ),
        ("DROP TABLE rating", None, "rating is missing."),
        (
            "CREATE TRIGGER t AFTER INSERT ON meeting BEGIN DELETE FROM advisor; END",
            None,
            "It holds a trigger, t, that boardroom did not make.",
        ),
    ],
)
def test_damage_is_named(sound: Board, sql: str, subject: str | None, message: str) -> None:
    _damage(sound, sql)

    level, _, about, words = _findings()[0]

    assert (level, about, words) == ("damage", subject or sound.path, message)
    assert typed("doctor").code == 21


def test_a_file_that_is_no_board_is_named(sound: Board) -> None:
    Path(sound.path).write_text("a shopping list")

    assert [finding[:2] for finding in _findings()] == [("damage", "structure")]


@pytest.mark.parametrize(
    ("sql", "expected"),
    [
        (
            "UPDATE advisor SET nicknames = '[oops]'",
            ("error", "record", "advisor 1", "nicknames: this is no JSON."),
        ),
        (
            "UPDATE meeting SET minutes = 0",
            (
                "error",
                "record",
                "m1",
                "minutes: Input should be greater than or equal to 1.",
            ),
        ),
        (
            "DELETE FROM transition",
            ("error", "lifecycle", "marcus", "This person has no status."),
        ),
        (
            "UPDATE transition SET status = 'alumni'",
            ("error", "lifecycle", "marcus", "The first step is “alumni”."),
        ),
        (
            "UPDATE meeting SET met_on = '2026-12-24'",
            ("error", "future", "m1", "It was held on a day still to come."),
        ),
        (
            (
                "INSERT INTO occasion (uid, advisor_id, text, occurs_on, done_on, added_on)"
                " SELECT uid, id, 'Exam', '2026-11-20', '2026-11-22', '2026-11-01'"
                " FROM advisor LIMIT 1"
            ),
            ("error", "future", "o1", "It was asked after on a day still to come."),
        ),
        (
            "UPDATE meeting SET status = 'cancelled'",
            ("error", "meeting", "a1", "It was covered in a meeting that was not held."),
        ),
        (
            "UPDATE promise SET status = 'kept'",
            (
                "error",
                "closing",
                "p1",
                "Its status and the day it was closed contradict each other.",
            ),
        ),
    ],
)
def test_a_record_that_is_wrong_is_named(
    sound: Board, sql: str, expected: tuple[str, str, str | None, str]
) -> None:
    _damage(sound, sql)

    level, kind, subject, message = expected
    assert _findings()[0] == (level, kind, subject or sound.path, message)


def test_doubles_are_a_warning(sound: Board) -> None:
    other = sound.advisor("Marcus  Ojo", handle="marcus-2")
    sound.item(other, "How?")
    sound.item(other, "How?")

    assert _findings() == [
        ("warning", "double", "marcus-2", "marcus has the same name. Are they one person?"),
        ("warning", "double", "a3", "a2 says the same."),
    ]
    assert typed("doctor").code == 0


def test_fixing_mends_what_needs_no_decision_and_can_be_undone(sound: Board) -> None:
    _damage(sound, "UPDATE promise SET status = 'kept'; UPDATE agenda_item SET closed_on = NULL")
    before = sound.dump()

    ran = typed("doctor", "--fix")

    assert ran == Ran(0, "The board is sound.\n", "Mended a1, p1 · boardroom undo takes it back\n")
    assert sound.sql("SELECT closed_on FROM agenda_item") == [("2026-11-10",)]
    assert sound.sql("SELECT status, done_on FROM promise") == [("kept", "2026-11-21")]
    copy = Board(Path(sound.path).parent / "backups" / "board.db-2026-11-21-before-doctor.db")
    assert copy.dump() == before
    assert typed("undo").code == 0
    assert sound.dump() == before


@pytest.mark.skipif(os.name == "nt", reason="who may read a file is not in its mode there")
def test_files_that_others_can_read_are_made_private(sound: Board) -> None:
    os.chmod(sound.path, 0o644)

    assert _findings() == [
        ("warning", "mode", sound.path, "Others may read or write it (its mode is 0644).")
    ]
    assert typed("doctor", "--fix").err == f"Made {sound.path} private.\n"
    assert os.stat(sound.path).st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name == "nt", reason="who may read a file is not in its mode there")
def test_a_folder_that_others_can_write_is_named(sound: Board, tmp_path: Path) -> None:
    tmp_path.chmod(0o1777)

    assert _findings() == [
        ("warning", "mode", str(tmp_path), "Others may put files into it (its mode is 1777).")
    ]
    assert typed("doctor").code == 0
    assert sound.path == str(tmp_path / "board.db")


def test_unsaved_words_of_an_editor_are_listed_with_the_way_back(sound: Board) -> None:
    folder = Path(sound.path).parent / "drafts"
    folder.mkdir(mode=0o700)
    for name in ("log-ana.md", ".log-ana.md.swp", "log-bo.md.save"):
        (folder / name).touch(mode=0o600)

    found = [
        (finding["subject"], finding["next"])
        for finding in typed("doctor", "--json").json["findings"]
        if finding["kind"] == "draft"
    ]

    assert found == [
        (f"{folder}/log-ana.md", f"Bring that back first: vim -r {folder}/log-ana.md"),
        (
            f"{folder}/log-bo.md.save",
            f"Bring them back: diff {folder}/log-bo.md {folder}/log-bo.md.save",
        ),
    ]


def test_leftovers_copies_and_drafts_are_listed(sound: Board) -> None:
    folder = Path(sound.path).parent
    leftover, draft = folder / ".board-0123456789ab", folder / "drafts" / "marcus.md"
    copy = folder / "backups" / "board.db-2026-10-01.db"
    (folder / "drafts").mkdir(mode=0o700)
    for file in (leftover, draft, copy):
        file.write_text("words")
    os.utime(leftover, (0, 0))
    os.chmod(leftover, 0o600)

    assert _findings() == [
        ("warning", "copy", str(copy), "This is no copy of a board."),
        ("warning", "leftover", str(leftover), "A program that was killed left this file."),
        ("note", "draft", str(draft), "A text that was never stored waits here."),
    ]
    assert typed("doctor", "--fix").err == f"Removed {leftover}.\n"
    assert not leftover.exists()


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("log-marcus-ojo-2026-11-20", "boardroom log marcus-ojo - < "),
        ("log-marcus-2026-11-20.2", "boardroom log marcus - < "),
        ("agreement-marcus", "boardroom agreement set marcus - < "),
        ("m12", "boardroom meeting edit m12 - < "),
        ("letter-ask-marcus", ""),
    ],
)
def test_of_a_draft_it_says_what_stores_it_and_what_removes_it(
    sound: Board, name: str, command: str
) -> None:
    draft = Path(sound.path).parent / "drafts" / f"{name}.md"
    draft.parent.mkdir(mode=0o700)
    draft.write_text("words")

    [finding] = [
        finding
        for finding in json.loads(typed("doctor", "--json").out)["findings"]
        if finding["kind"] == "draft"
    ]

    store = f"{command}{draft} or " if command else "Store it, or discard it: "
    assert finding["next"] == f"{store}rm {draft}"


def test_a_board_without_a_recent_copy_is_advised_to_make_one(board: Board) -> None:
    board.advisor()
    os.chmod(board.path, 0o600)

    assert _findings() == [("note", "copy", board.path, "There is no copy yet.")]


@pytest.mark.usefixtures("board")
def test_a_board_that_is_not_there_is_not_found() -> None:
    assert typed("doctor").code == 3


def test_a_locked_board_is_not_said_to_be_damaged(
    sound: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("boardroom.store.file.WAIT_SECONDS", 0.01)

    with closing(sqlite3.connect(sound.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        assert typed("doctor").code == 20
