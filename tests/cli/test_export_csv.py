"""The board as a zip of CSV files."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest

from boardroom.store.file import VERSION
from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_at_screen


def _rows(file: Path) -> list[dict[str, str]]:
    with open(file, encoding="utf-8-sig", newline="") as text:
        return [*csv.DictReader(text)]


def test_every_kind_of_record_has_a_file(unzipped: Path) -> None:
    assert sorted(file.name for file in unzipped.iterdir()) == [
        "advice_list.csv",
        "advisors.csv",
        "agenda_items.csv",
        "agreement_terms.csv",
        "agreements.csv",
        "board.csv",
        "calendar_answers.csv",
        "column_mappings.csv",
        "confidential_periods.csv",
        "criteria.csv",
        "exchanges.csv",
        "goal_helpers.csv",
        "goals.csv",
        "letters.csv",
        "meetings.csv",
        "occasions.csv",
        "plan_days.csv",
        "promises.csv",
        "ratings.csv",
        "review_answers.csv",
        "reviews.csv",
        "settings.csv",
        "snoozes.csv",
        "sources.csv",
        "steps.csv",
        "transitions.csv",
    ]
    assert (unzipped / "board.csv").read_bytes() == (
        b'\xef\xbb\xbf"schema","version","private"\r\n"boardroom.export/1",%d,"included"\r\n'
        % VERSION
    )
    assert _rows(unzipped / "advisors.csv")[1]["strengths"] == "P&L; pricing"
    assert _rows(unzipped / "promises.csv")[0]["advisor"] == "marcus"


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

    assert ran == Ran(
        2, "", "'xml' is not a format. Use one of json, csv, md, vcard, friends, ics.\n"
    )


def test_an_export_replaces_no_board(board: Board) -> None:
    board.advisor()
    before = Path(board.path).read_bytes()

    ran = typed("export", "-o", board.path)

    assert ran == Ran(
        2,
        "",
        f"{board.path} is a board, and would be replaced. Give another name.\n",
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
    assert again.out.startswith("Nothing to import")
    assert board.dump() == before
