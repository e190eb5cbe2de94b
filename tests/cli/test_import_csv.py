"""Importing the board's own CSV, as it was exported and as a spreadsheet has saved it."""

from __future__ import annotations

import csv
import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed

NOTHING_NEW = Ran(0, "Nothing to import: everything is on file already.\n", "")


def _saved_by_a_spreadsheet(file: Path, change: Callable[[str], bytes]) -> None:
    file.write_bytes(change(file.read_text(encoding="utf-8-sig")))


def test_a_folder_and_a_zip_of_a_folder_are_read(unzipped: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "folder.zip", "w") as archive:
        for file in unzipped.iterdir():
            archive.write(file, f"board/{file.name}")
        archive.writestr("__MACOSX/board/._goals.csv", b"\0")
    (unzipped / ".DS_Store").write_bytes(b"\0")

    assert typed("import", str(unzipped)) == NOTHING_NEW
    assert typed("import", str(tmp_path / "folder.zip")) == NOTHING_NEW


def test_a_zip_from_standard_input_is_read(board: Board) -> None:
    board.lay_demo()
    zipped = typed("export", "--to", "csv", "--include-private").out
    whole = typed("export", "--include-private").out
    os.unlink(board.path)

    assert typed("import", "-", stdin=zipped).code == 0

    assert typed("export", "--include-private").out == whole


def test_one_file_alone_changes_its_records(board: Board, unzipped: Path) -> None:
    file = unzipped / "advisors.csv"
    _saved_by_a_spreadsheet(file, lambda text: text.replace("P&L; pricing", "P&L").encode())

    left = typed("import", str(file))
    updated = typed("import", str(file), "--on-conflict", "update")

    assert left.out.endswith("left 1 that differs as it is (marcus: strengths).\n")
    assert updated.out.startswith("Changed 1 advisor")
    assert board.sql("SELECT strengths FROM advisor WHERE handle = 'marcus'") == [('["P&L"]',)]


def test_a_handle_that_contradicts_its_id_is_refused(unzipped: Path) -> None:
    _saved_by_a_spreadsheet(
        unzipped / "promises.csv", lambda text: text.replace('2,"marcus"', '2,"ines"').encode()
    )

    ran = typed("import", str(unzipped))

    assert ran == Ran(
        24,
        "",
        "promises.csv line 2, advisor: ines is not the handle of 2 in advisors.csv."
        " Nothing was imported.\n",
    )


def _with_semicolons(text: str) -> bytes:
    saved = io.StringIO(newline="")
    writer = csv.writer(saved, delimiter=";", lineterminator="\n")
    writer.writerows([*row, ""] for row in csv.reader(io.StringIO(text, newline="")))
    return f"{saved.getvalue()};;;\n".encode()


def _turned_around(text: str) -> bytes:
    saved = io.StringIO(newline="")
    writer = csv.writer(saved)
    writer.writerows(reversed(row) for row in csv.reader(io.StringIO(text, newline="")))
    return saved.getvalue().encode()


def _with_few_columns(text: str) -> bytes:
    saved = io.StringIO(newline="")
    rows = [*csv.DictReader(io.StringIO(text, newline=""))]
    kept = [column for column in rows[0] if column not in ("note", "notes", "private", "org")]
    writer = csv.DictWriter(saved, kept, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return saved.getvalue().encode()


@pytest.mark.parametrize(
    "change",
    [
        _with_semicolons,
        _turned_around,
        _with_few_columns,
        lambda text: text.encode(),
        lambda text: _with_semicolons(text).decode().encode("utf-16"),
        lambda text: text.replace('"yes"', "TRUE").replace('"no"', "FALSE").encode(),
    ],
)
@pytest.mark.parametrize("name", ["criteria.csv", "goals.csv", "advisors.csv"])
def test_what_a_spreadsheet_saved_is_read(
    board: Board, unzipped: Path, name: str, change: Callable[[str], bytes]
) -> None:
    before = board.dump()
    _saved_by_a_spreadsheet(unzipped / name, change)

    ran = typed("import", str(unzipped), "--on-conflict", "update")

    assert ran == NOTHING_NEW
    assert board.dump() == before


def test_a_bad_cell_is_named_by_file_line_and_column(board: Board, unzipped: Path) -> None:
    before = board.dump()
    _saved_by_a_spreadsheet(
        unzipped / "promises.csv", lambda text: text.replace("2026-11-16", "16.11.2026").encode()
    )

    ran = typed("import", str(unzipped))

    assert ran == Ran(
        24,
        "",
        "promises.csv line 2, due_on: a day is written YYYY-MM-DD. Nothing was imported.\n",
    )
    assert board.dump() == before
