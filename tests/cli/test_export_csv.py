"""The board as a zip of CSV files, out and in again."""

from __future__ import annotations

import csv
import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from boardroom.actions.demo import make_demo
from tests.boards import TODAY, Board
from tests.cli.typed import Ran, typed, typed_at_screen

NOTHING_NEW = Ran(0, "Nothing to import: everything is on file already.\n", "")


@pytest.fixture
def unzipped(board: Board, tmp_path: Path) -> Path:
    """The folder of the demonstration board's files, with all that is private."""
    make_demo(board.path, today=TODAY)
    assert (
        typed("export", "--to", "csv", "--include-private", "-o", str(tmp_path / "b.zip")).code == 0
    )
    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        archive.extractall(tmp_path / "unzipped")
    return tmp_path / "unzipped"


def _rows(file: Path) -> list[dict[str, str]]:
    with open(file, encoding="utf-8-sig", newline="") as text:
        return [*csv.DictReader(text)]


def _saved_by_a_spreadsheet(file: Path, change: Callable[[str], bytes]) -> None:
    file.write_bytes(change(file.read_text(encoding="utf-8-sig")))


def test_every_kind_of_record_has_a_file(unzipped: Path) -> None:
    assert sorted(file.name for file in unzipped.iterdir()) == [
        "advice_list.csv",
        "advisors.csv",
        "agenda_items.csv",
        "agreement_terms.csv",
        "agreements.csv",
        "board.csv",
        "confidential_periods.csv",
        "criteria.csv",
        "exchanges.csv",
        "goal_helpers.csv",
        "goals.csv",
        "meetings.csv",
        "plan_days.csv",
        "promises.csv",
        "ratings.csv",
        "review_answers.csv",
        "reviews.csv",
        "settings.csv",
        "snoozes.csv",
        "steps.csv",
        "transitions.csv",
    ]
    assert (unzipped / "board.csv").read_bytes() == (
        b'\xef\xbb\xbf"schema","version","private"\r\n"boardroom.export/1",4,"included"\r\n'
    )
    assert _rows(unzipped / "advisors.csv")[1]["strengths"] == "P&L; pricing"


def test_the_same_board_gives_the_same_bytes(board: Board) -> None:
    board.advisor()

    first, second = (typed("export", "--to", "csv") for _ in range(2))

    assert (first.code, first.out[:2]) == (0, "PK")
    assert second == first


def test_a_zip_is_not_written_to_a_terminal(board: Board) -> None:
    board.advisor()

    ran = typed_at_screen("export", "--to", "CSV")

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.replace("\n", " ") == (
        "A zip can't be shown on a terminal."
        " Write it to a file: boardroom export --to csv -o board.zip "
    )


def test_an_unknown_format_is_refused_with_those_there_are(board: Board) -> None:
    board.advisor()

    ran = typed("export", "--to", "xml")

    assert ran == Ran(2, "", "'xml' is not a format. Use one of json, csv.\n")


def test_an_export_replaces_no_board(board: Board) -> None:
    board.advisor()
    before = Path(board.path).read_bytes()

    ran = typed("export", "-o", board.path)

    assert ran == Ran(
        2,
        "",
        f"{board.path} is a board, which an export would replace. Give the export another name.\n",
    )
    assert Path(board.path).read_bytes() == before


@pytest.mark.parametrize("format_", ["json", "csv"])
def test_an_export_too_large_to_be_imported_says_so(
    board: Board, tmp_path: Path, format_: str
) -> None:
    board.advisor()
    for number in range(34):
        board.meeting(1, "2026-11-20", notes=f"{number:02}{'x' * 999_998}")

    ran = typed("export", "--to", format_, "-o", str(tmp_path / "large"))

    assert ran.code == 0
    assert ran.err == "Import reads no more than 32 MB, and this export is larger.\n"


def test_no_cell_is_a_formula(board: Board, tmp_path: Path) -> None:
    board.advisor("=cmd|' /C calc'!A0", handle="calc", nicknames=["=1", "@x"], notes="+1\n=2")
    typed("export", "--to", "csv", "-o", str(tmp_path / "b.zip"))

    with zipfile.ZipFile(tmp_path / "b.zip") as archive:
        cells = [
            cell
            for name in archive.namelist()
            for row in csv.reader(io.StringIO(archive.read(name).decode("utf-8-sig"), newline=""))
            for cell in row
        ]

    assert {"'=cmd|' /C calc'!A0", "'=1; @x", "'+1\n=2"} <= {*cells}
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_what_is_private_stays_out_and_is_counted(board: Board, tmp_path: Path) -> None:
    board.advisor("Ana Lima")
    typed("agreement", "set", "ana", "--focus", "CANARY", "--confidential")
    typed("log", "ana", "CANARY", "--i-owe", "CANARY")
    before = board.dump()

    ran = typed("export", "--to", "csv", "-o", str(tmp_path / "shared.zip"))

    assert ran.err == typed("export").err
    with zipfile.ZipFile(tmp_path / "shared.zip") as archive:
        assert not any(b"CANARY" in archive.read(name) for name in archive.namelist())
    again = typed("import", str(tmp_path / "shared.zip"), "--on-conflict", "update")
    assert again == NOTHING_NEW
    assert board.dump() == before


def test_a_folder_and_a_zip_of_a_folder_are_read(unzipped: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "folder.zip", "w") as archive:
        for file in unzipped.iterdir():
            archive.write(file, f"board/{file.name}")
        archive.writestr("__MACOSX/board/._goals.csv", b"\0")
    (unzipped / ".DS_Store").write_bytes(b"\0")

    assert typed("import", str(unzipped)) == NOTHING_NEW
    assert typed("import", str(tmp_path / "folder.zip")) == NOTHING_NEW


def test_a_zip_from_standard_input_is_read(board: Board) -> None:
    make_demo(board.path, today=TODAY)
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
@pytest.mark.parametrize("name", ["criteria.csv", "goals.csv", "settings.csv", "advisors.csv"])
def test_what_a_spreadsheet_saved_is_read(
    board: Board, unzipped: Path, name: str, change: Callable[[str], bytes]
) -> None:
    board.setting("soon", "9d")
    before = board.dump()
    if len(_rows(unzipped / name)):
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
