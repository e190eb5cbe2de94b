from __future__ import annotations

import errno
import os
from pathlib import Path
from unittest.mock import patch

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed

CANARY = "Zanzibar"


@pytest.fixture
def told(board: Board) -> Board:
    """A board with a word in a meeting, a promise, an agenda item and a name, all changed since."""
    board.recorded = True
    board.advisor("Ana Lima")
    board.advisor(f"{CANARY} Jones", handle="jones")
    typed("log", "ana", f"Notes on {CANARY}", "--i-owe", f"Visit {CANARY}")
    typed("agenda", "add", "ana", f"Is {CANARY} far?")
    typed("agenda", "edit", "a1", "--text", f"How far is {CANARY}?")
    return board


def _holds(path: str | Path) -> bool:
    return CANARY.encode() in Path(path).read_bytes()


def test_nothing_of_a_record_stays(told: Board) -> None:
    for ref in ("m1", "a1", "jones"):
        assert _holds(told.path)
        ran = typed("purge", ref, "--yes", "--backups")
        assert ran.code == 0, ran.err

    assert not _holds(told.path)
    assert not any(map(_holds, (Path(told.path).parent / "backups").iterdir()))
    assert told.sql("PRAGMA integrity_check") == [("ok",)]
    assert told.sql("SELECT name FROM advisor") == [("Ana Lima",)]
    assert told.sql("SELECT count(*) FROM promise") == [(0,)]


def test_a_record_removed_before_can_be_purged(told: Board) -> None:
    typed("agenda", "rm", "a1")
    for ref in ("a1", "m1", "jones"):
        assert typed("purge", ref, "--yes").code == 0

    assert not _holds(told.path)


@pytest.mark.usefixtures("told")
def test_copies_that_hold_it_are_listed(tmp_path: Path) -> None:
    copy = tmp_path / "backups" / "board.db-2026-11-21-before-purge.db"

    ran = typed("purge", "a1", "--yes")

    assert ran.out == (
        "Purged a1 (How far is Zanzibar?), an agenda item with Ana Lima.\n"
        "Exports and copies made elsewhere up to Sat 21 Nov 2026 may still hold it.\n"
    )
    assert ran.err == (
        f"1 copy still holds it. To take it out: boardroom purge a1 --backups\n{copy}\n"
    )
    assert typed("purge", "m1", "--yes", "--json").json["copies"]


def test_a_damaged_copy_keeps_no_other_from_being_purged(told: Board, tmp_path: Path) -> None:
    damaged = tmp_path / "backups" / "board.db-2026-11-19.db"
    typed("backup")
    (sound,) = (tmp_path / "backups").glob("*by-hand*")
    damaged.write_bytes(sound.read_bytes()[:5000])

    ran = typed("purge", "m1", "--yes", "--backups")

    assert (ran.code, ran.err) == (
        0,
        (
            "1 copy can't be changed, and may still hold it. Delete what you don't need:\n"
            f"{damaged}\n"
        ),
    )
    assert "Taken out of 1 copy too.\n" in ran.out
    assert f"Notes on {CANARY}".encode() not in sound.read_bytes()
    assert f"Notes on {CANARY}".encode() not in Path(told.path).read_bytes()


def test_the_history_says_only_that_something_was_purged(told: Board) -> None:
    typed("purge", "a1", "--yes")

    summaries = [row[0] for row in told.sql("SELECT summary FROM operation ORDER BY id DESC")]
    assert summaries[:3] == ["Purged an agenda item", *["Changed something purged since"] * 2]
    assert summaries[3] == "Logged m1: coffee with Ana Lima, Sat 21 Nov 2026"
    refused = typed("undo")
    assert (refused.code, refused.err.startswith("There is nothing to undo.")) == (6, True)


def test_drafts_of_the_person_go_too(told: Board) -> None:
    folder = Path(told.path).parent / "drafts"
    folder.mkdir()
    for name in ("jones.md", "jones-2026-11-21.md", "jonesy.md", "ana.md"):
        (folder / name).write_text("words")

    typed("purge", "jones", "--yes")

    assert sorted(path.name for path in folder.iterdir()) == ["ana.md", "jonesy.md"]


@pytest.mark.parametrize(("ref", "code"), [("a77", 3), ("r1", 2), ("nobody", 3)])
def test_what_is_not_there_is_not_purged(told: Board, ref: str, code: int) -> None:
    before = told.dump()

    assert typed("purge", ref, "--yes").code == code
    assert told.dump() == before


def test_a_purge_needs_a_yes(told: Board) -> None:
    assert typed("purge", "a1") == Ran(
        2,
        "",
        "This removes a1, an agenda item, for good, with all that depends on it."
        " This needs confirmation. Confirm with --yes.\n",
    )
    assert _holds(told.path)


@pytest.mark.usefixtures("told")
def test_a_purge_names_the_record_and_counts_the_copies_it_changed() -> None:
    assert typed("backup").code == 0
    typed("promise", "rm", "p1")

    person = typed("purge", "jones", "--backups", "--yes").out
    removed = typed("purge", "p1", "--backups", "--yes").out

    assert person.startswith(f"Purged {CANARY} Jones (jones).\nTaken out of 1 copy too.\n")
    assert removed.startswith(
        f"Purged p1 (Visit {CANARY}), a promise with Ana Lima.\nTaken out of 1 copy too.\n"
    )


@pytest.mark.parametrize("ref", ["a1", "m1", "jones"])
def test_what_only_copies_hold_is_taken_out_of_them(told: Board, ref: str) -> None:
    assert typed("purge", ref, "--yes").code == 0
    before = told.dump()

    refused = typed("purge", ref, "--yes")
    ran = typed("purge", ref, "--backups", "--yes")

    assert (refused.code, refused.err) == (
        3,
        (
            f"Only copies hold '{ref}' still."
            f" To take it out of them: boardroom purge {ref} --backups\n"
        ),
    )
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Took out of 1 copy: ")
    assert told.dump() == before
    assert typed("purge", ref, "--backups", "--yes").code == 3


def test_the_whole_name_of_somebody_purged_is_no_start_of_another(told: Board) -> None:
    told.advisor("Jonesy Smith")
    typed("purge", "jones", "--yes")

    asked = typed("purge", "jones", "--backups")
    typed("purge", "jones", "--backups", "--yes")

    assert asked.err.startswith("Only copies hold Zanzibar Jones, a person. ")
    assert told.sql("SELECT name FROM advisor ORDER BY name") == [("Ana Lima",), ("Jonesy Smith",)]


def test_the_old_name_of_somebody_on_file_is_not_one_that_only_copies_hold(told: Board) -> None:
    typed("backup")
    typed("advisor", "edit", "jones", "--name", "Nia Cole", "--handle", "nia")

    ran = typed("purge", "jones", "--backups", "--yes")

    assert (ran.code, ran.err.partition(".")[0]) == (3, "Nobody matches 'jones'")
    assert told.sql("SELECT count(*) FROM advisor") == [(2,)]


def test_copies_that_can_not_be_listed_may_still_hold_it(told: Board) -> None:
    listing = os.listdir

    def refused(folder: str) -> list[str]:
        if folder.endswith("backups"):
            raise PermissionError(errno.EACCES, "Permission denied", folder)
        return listing(folder)

    with patch("boardroom.store.copies.os.listdir", refused):
        ran = typed("purge", "a1", "--yes")

    folder = Path(told.path).parent / "backups"
    assert (ran.code, ran.out) == (23, "")
    assert ran.err.endswith(
        f"The copies in {folder} can't be listed, and may still hold it: Permission denied. The"
        " change is stored all the same: Purged an agenda item. Check the permissions of that"
        " folder.\n"
    )
    assert told.sql("SELECT count(*) FROM agenda_item") == [(0,)]


def test_on_a_board_named_by_an_option_the_way_to_the_copies_names_it(told: Board) -> None:
    ran = typed("--db", told.path, "purge", "a1", "--yes")

    assert f"To take it out: boardroom --db {told.path} purge a1 --backups\n" in ran.err
    assert typed("--db", told.path, "purge", "a1", "--backups", "--yes").code == 0
