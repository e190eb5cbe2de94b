"""What is no export of a board is refused with a sentence, and changes nothing."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed
from tests.hostile_files import SMALL, board_file, odd_values
from tests.hostile_incoming import BYTES
from tests.hostile_incoming import SMALL as INCOMING
from tests.large_hostile_files import LARGE, LIMIT, check_large


def _imported(folder: Path, content: bytes) -> Ran:
    (folder / "file").write_bytes(content)
    return typed("import", str(folder / "file"))


def test_the_file_that_the_hostile_ones_are_made_from_is_sound(
    board: Board, tmp_path: Path
) -> None:
    assert _imported(tmp_path, board_file()).code == 0
    assert typed("doctor").code == 0
    assert board.sql("SELECT count(*) FROM promise") == [(1,)]


def test_there_are_hostile_files_enough() -> None:
    assert len(SMALL) + len(LARGE) > 120


@pytest.mark.parametrize("name", SMALL)
def test_a_hostile_file_is_refused(board: Board, tmp_path: Path, name: str) -> None:
    ran = _imported(tmp_path, SMALL[name])

    assert (ran.code, ran.out, len(ran.err) < 40_000) == (24, "", True)
    assert "unexpected" not in ran.err.replace("unexpected end of data", "")
    assert not os.path.exists(board.path)


def test_a_hostile_file_changes_no_board(board: Board, tmp_path: Path) -> None:
    board.advisor("Bo")
    before = board.dump()
    files = random.Random(12).sample(sorted(SMALL), 20)  # noqa: S311  no secret

    assert {_imported(tmp_path, SMALL[name]).code for name in files} == {24}
    assert board.dump() == before


def test_an_odd_value_is_refused_or_stored(board: Board, tmp_path: Path) -> None:
    odd = odd_values()
    codes = set()
    for name in random.Random(12).sample(sorted(odd), 150):  # noqa: S311  no secret
        codes.add(_imported(tmp_path, odd[name]).code)
        Path(board.path).unlink(missing_ok=True)

    assert codes <= {0, 24}


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="memory is measured there")
@pytest.mark.parametrize("name", ["32 MB of lists", "32 MB of nicknames"])
def test_a_large_hostile_file_takes_little_time_and_memory(tmp_path: Path, name: str) -> None:
    check_large(tmp_path, name)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_named_pipe_is_not_waited_for(board: Board, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "folder" / "goals.csv")

    for given in (tmp_path / "pipe", tmp_path / "folder"):
        ran = typed("import", str(given))
        assert (ran.code, "is a pipe, and nobody may ever write into it." in ran.err) == (2, True)
    assert not os.path.exists(board.path)


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="there is no such device")
def test_a_device_without_end_is_not_read_to_the_end(board: Board) -> None:
    ran = typed("import", "/dev/zero")

    assert ran == Ran(
        24, "", "/dev/zero is larger than 32 MB, so it was not read. Nothing was imported.\n"
    )
    assert not os.path.exists(board.path)


def test_a_folder_is_refused_by_its_size(tmp_path: Path, board: Board) -> None:
    for name in ("goals.csv", "promises.csv"):
        with open(tmp_path / name, "wb") as file:
            file.truncate(LIMIT // 2 + 1)

    ran = typed("import", str(tmp_path))

    assert (ran.code, "larger than 32 MB, so it was not read" in ran.err) == (24, True)
    assert not os.path.exists(board.path)


def test_a_folder_without_an_export_is_refused(tmp_path: Path, board: Board) -> None:
    (tmp_path / "notes.txt").write_text("Hello")

    ran = typed("import", str(tmp_path))

    assert (ran.code, "is a file that import reads." in ran.err) == (24, True)
    assert not os.path.exists(board.path)


def test_a_board_is_no_export(board: Board) -> None:
    board.advisor()

    ran = typed("import", board.path)

    assert ran == Ran(
        24,
        "",
        f"{board.path} is a board itself, and no export of one."
        " Use it with --db, or put it back with: boardroom restore PATH\n",
    )


def test_every_bad_record_is_named(board: Board, tmp_path: Path) -> None:
    content = board_file(
        promises=[
            {"id": 1, "advisor_id": 1, "by_whom": "us", "text": "It", "made_on": "2026-01-10"},
            {"id": 2, "advisor_id": 1, "by_whom": "me", "text": "It", "made_on": "soon"},
        ],
        goals=[{"id": 1, "title": "Run", "horizon": "near"}],
    )

    ran = _imported(tmp_path, content)

    assert ran.err.splitlines() == [
        "goals[0].added_on: it is missing.",
        "promises[0].by_whom: has to be one of me, them.",
        "promises[1].made_on: a day is written YYYY-MM-DD.",
        "The file has 3 faults. Nothing was imported.",
    ]
    as_json = typed("import", str(tmp_path / "file"), "--json")
    assert as_json.err.count("\n") == 1
    assert "goals[0].added_on: it is missing" in as_json.err
    assert not os.path.exists(board.path)


@pytest.mark.parametrize("family", INCOMING)
def test_another_programs_hostile_file_is_all_or_nothing(
    board: Board, tmp_path: Path, family: str
) -> None:
    board.advisor("Bo")
    before = board.dump()
    files = INCOMING[family]
    for name in random.Random(12).sample(sorted(files), 12):  # noqa: S311  no secret
        (tmp_path / family).write_bytes(files[name])
        ran = typed("import", str(tmp_path / family), "--yes", "--skip-bad")
        assert ran.code in (0, 2, 24), f"{name}: {ran}"
        assert "unexpected" not in ran.err, f"{name}: {ran}"
        if ran.code == 0:
            assert typed("doctor").code == 0, name
            if board.dump() != before:
                assert typed("undo").code == 0
        assert board.dump() == before, name


@pytest.mark.parametrize("name", BYTES)
def test_bytes_that_are_no_text_change_nothing(board: Board, tmp_path: Path, name: str) -> None:
    assert _imported(tmp_path, BYTES[name]).code == 24
    assert not os.path.exists(board.path)
