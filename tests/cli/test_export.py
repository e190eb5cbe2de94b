"""The board's own JSON, out and in again."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from boardroom.actions.demo import make_demo
from tests.boards import TODAY, Board
from tests.cli.typed import Ran, typed

WHOLE = ("export", "--include-private")


@pytest.fixture
def exported(board: Board, tmp_path: Path) -> Path:
    """The demonstration board's JSON, of a board that is gone."""
    make_demo(board.path, today=TODAY)
    path = tmp_path / "export.json"
    assert typed(*WHOLE, "-o", str(path)).code == 0
    os.unlink(board.path)
    return path


def _changed(path: Path, change: Any) -> str:  # noqa: ANN401  a function of the record
    record = json.loads(path.read_text(encoding="utf-8"))
    change(record)
    path.write_text(json.dumps(record), encoding="utf-8")
    return str(path)


def test_a_board_comes_back_whole(exported: Path) -> None:
    before = exported.read_text(encoding="utf-8")

    assert typed("import", str(exported)).code == 0

    assert typed(*WHOLE).out == before
    again = typed("import", str(exported))
    assert again == Ran(0, "Nothing to import: everything is on file already.\n", "")
    assert typed("history", "--json").out.count('"kind": "change"') == 1


def test_the_export_is_as_its_schema_says(exported: Path) -> None:
    schema = json.loads(typed("export", "--schema").out)

    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(json.loads(exported.read_text(encoding="utf-8")))


def test_a_dry_run_changes_nothing(board: Board, exported: Path) -> None:
    board.advisor("Lena Vogt")
    before = board.dump()

    ran = typed("import", str(exported), "--dry-run")

    assert (ran.code, ran.out.startswith("Imported ")) == (0, True)
    assert board.dump() == before


def test_a_board_with_records_gives_new_ids(board: Board, exported: Path) -> None:
    lena = board.advisor("Lena Vogt")
    board.promise(lena, "Call her")

    assert typed("import", str(exported)).code == 0

    texts = dict(board.sql("SELECT text, id FROM promise"))
    assert texts["Call her"] == 1
    assert board.sql(
        "SELECT handle FROM advisor JOIN promise ON advisor.id = advisor_id WHERE text LIKE '%editor%'"
    ) == [("ana",)]
    assert typed("import", str(exported)).out.startswith("Nothing to import")
    assert typed("undo").code == 0
    assert board.sql("SELECT name FROM advisor") == [("Lena Vogt",)]


def test_a_person_on_file_is_not_made_twice(board: Board, exported: Path) -> None:
    board.advisor("Ana Lima", seat="Mirror")

    assert typed("import", str(exported)).code == 0

    assert board.sql("SELECT handle, seat FROM advisor WHERE name = 'Ana Lima'") == [
        ("ana", "Mirror")
    ]


def test_two_people_of_one_name_in_a_file_stay_two(board: Board, exported: Path) -> None:
    board.advisor("Lena Vogt")
    path = _changed(exported, lambda record: record["advisors"][0].update(name="Ana Lima"))

    assert typed("import", path).code == 0

    assert board.sql("SELECT count(*) FROM advisor WHERE name = 'Ana Lima'") == [(2,)]


def test_what_differs_is_left_or_updated(board: Board, exported: Path) -> None:
    typed("import", str(exported))
    typed("agenda", "edit", "a1", "--text", "Another question?")
    changed = board.dump()

    left = typed("import", str(exported))

    assert left.out == (
        "Nothing changed: 73 records are the same, left 1 that differs as it is (a1: text).\n"
    )
    assert board.dump() == changed
    assert typed("import", str(exported), "--on-conflict", "update").code == 0
    assert board.sql("SELECT text FROM agenda_item WHERE id = 1") != [("Another question?",)]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda record: record["promises"][0].update(due_on="2026-13-45"), "promises[0].due_on: "),
        (lambda record: record["promises"][0].update(advisor_id=77), "promises[0].advisor_id: "),
        (lambda record: record["meetings"][1].update(minutes=0), "meetings[1].minutes: "),
        (lambda record: record["meetings"][1].update(shoe_size=44), "meetings[1].shoe_size: "),
        (lambda record: record["meetings"][1].pop("met_on"), "meetings[1].met_on: it is missing."),
        (lambda record: record["advisors"][1].update(id=1), "advisors[1].id: advisors[0] has"),
        (lambda record: record["advisors"][0].update(name="a\0b"), "advisors[0].name: a NUL"),
        (lambda record: record["advisors"][0].update(nicknames=["\ud800"]), "advisors[0].nick"),
        (lambda record: record.update(songs=[]), "songs: there is no such kind of record."),
        (lambda record: record.update(promises={}), "promises: it has to be a list."),
        (lambda record: record.update(version=99), "A newer boardroom made this file"),
        (lambda record: record.update(schema="song/1"), "This is no board"),
        (
            lambda record: record["meetings"][0].update(status="held", met_on="2027-01-01"),
            "After the import, m",
        ),
    ],
)
def test_a_file_with_a_fault_changes_nothing(
    board: Board,
    exported: Path,
    change: Any,  # noqa: ANN401  a function of the record
    message: str,
) -> None:
    path = _changed(exported, change)

    ran = typed("import", path)

    assert (ran.code, ran.err.startswith(message)) == (24, True), ran.err
    assert not os.path.exists(board.path)


@pytest.mark.parametrize(
    ("file", "why"), [("away.json", "No such file"), ("a\0b", "embedded null")]
)
def test_a_file_that_cannot_be_read_is_named(board: Board, file: str, why: str) -> None:
    ran = typed("import", file)

    assert (ran.code, f"{file} can't be read: {why}" in ran.err.replace("\\x00", "\0")) == (2, True)
    assert not os.path.exists(board.path)


def test_a_large_file_is_not_read(board: Board, tmp_path: Path) -> None:
    with open(tmp_path / "large.json", "wb") as file:
        file.truncate(33 * 1024 * 1024)

    assert typed("import", str(tmp_path / "large.json")).code == 24
    assert not os.path.exists(board.path)


@pytest.mark.skipif(os.name == "nt", reason="making a link needs a right there")
def test_nothing_is_written_through_a_link(board: Board, tmp_path: Path) -> None:
    board.advisor()
    (tmp_path / "letter.txt").write_text("Dear Marcus")
    (tmp_path / "export.json").symlink_to(tmp_path / "letter.txt")

    assert typed("export", "-o", str(tmp_path / "export.json")).code == 0

    assert (tmp_path / "letter.txt").read_text() == "Dear Marcus"
    assert (tmp_path / "export.json").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_is_not_there_is_no_place_for_an_export(board: Board, tmp_path: Path) -> None:
    board.advisor()

    assert typed("export", "-o", str(tmp_path / "away" / "export.json")).code == 23


def test_what_is_private_stays_out_and_is_counted(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    typed("agreement", "set", "ana", "--hopes", "CANARY", "--confidential")
    typed("log", "ana", "CANARY", "--place", "CANARY", "--i-owe", "CANARY", "--advice", "CANARY")
    typed("goal", "add", "CANARY", "--private")
    typed("goal", "step", "add", "g1", "CANARY")
    typed("agenda", "add", "ana", "CANARY")
    board.promise(ana, "Said before", made="2026-11-01")

    ran = typed("export")
    record = json.loads(ran.out)

    assert "CANARY" not in ran.out
    assert [promise["text"] for promise in record["promises"]] == ["Said before"]
    assert [meeting["notes"] for meeting in record["meetings"]] == [None]
    assert record["steps"] == []
    assert ran.err == (
        "Left out as private: the text of the agreement, 1 agenda item, 1 piece of advice,"
        " 2 promises, 1 goal, 1 step, 1 meeting's place and 1 meeting's notes."
        " Nothing is left out with --include-private.\n"
    )
    assert typed("export", "--include-private").out.count("CANARY") == 8
    assert typed("import", "-", stdin=ran.out).out.startswith("Nothing to import")


def test_an_export_without_private_records_blanks_nothing(board: Board, tmp_path: Path) -> None:
    board.advisor("Ana Lima")
    typed("agreement", "set", "ana", "--hopes", "CANARY", "--confidential")
    typed("log", "ana", "CANARY")
    assert typed("export", "-o", str(tmp_path / "shared.json")).code == 0
    before = board.dump()

    ran = typed("import", str(tmp_path / "shared.json"), "--on-conflict", "update")

    assert ran.out.startswith("Nothing to import")
    assert board.dump() == before
