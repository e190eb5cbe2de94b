"""Importing the board's own JSON: what is added, matched, left and refused."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.boards import Board
from tests.cli.typed import typed, typed_on_terminal

WHOLE = ("export", "--include-private")


def _changed(path: Path, change: Any) -> str:  # noqa: ANN401  a function of the record
    record = json.loads(path.read_text(encoding="utf-8"))
    change(record)
    path.write_text(json.dumps(record), encoding="utf-8")
    return str(path)


def _count(path: Path) -> int:
    """The number of records in a file."""
    lists = json.loads(path.read_text(encoding="utf-8")).values()
    return sum(len(records) for records in lists if isinstance(records, list))


def test_a_dry_run_changes_nothing(board: Board, exported: Path) -> None:
    board.advisor("Lena Vogt")
    before = board.dump()

    ran = typed("import", str(exported), "--dry-run")

    assert (ran.code, ran.out.startswith("Would import ")) == (0, True)
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


def test_an_export_of_version_5_comes_back(board: Board, exported: Path) -> None:
    def without_version_6(record: dict[str, Any]) -> None:
        record["version"] = 5
        del record["occasions"], record["letters"]
        for key, fields in {
            "advisors": ("role", "title", "timezone", "usual"),
            "transitions": ("by_whom",),
            "agreements": ("programme", "outcome"),
            "goals": ("measure",),
            "reviews": ("need", "seek", "bring"),
            "review_answers": ("outcome_met",),
        }.items():
            for row in record[key]:
                for field in fields:
                    del row[field]

    path = _changed(exported, without_version_6)

    assert typed("import", path).code == 0
    assert board.sql("SELECT DISTINCT role, title FROM advisor") == [("advisor", None)]


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
        f"Nothing changed: {_count(exported) - 1} records are the same, left 1 that differs as it is (a1: text).\n"
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


def test_every_record_that_differs_is_listed(board: Board, exported: Path) -> None:
    typed("import", str(exported))
    board.put("UPDATE agenda_item SET text = text || '!' WHERE id <= 6")
    before = board.dump()

    ran = typed("import", str(exported))

    assert ran.out == (
        f"Nothing changed: {_count(exported) - 6} records are the same, left 6 that differ as they are"
        " (a1: text; a2: text; a3: text; a4: text; a5: text; and 1 more).\n"
    )
    assert ran.err == (
        "".join(f"  a{number}: text\n" for number in range(1, 7))
        + "To change what differs to what the file says, add --on-conflict update.\n"
    )
    assert board.dump() == before


def test_a_setting_joins_one_on_the_board(board: Board, exported: Path) -> None:
    board.setting("soon", "9d")
    path = _changed(
        exported,
        lambda record: record.update(settings=[{"id": 1, "key": "minutes", "value": "45"}]),
    )

    assert typed("import", path).code == 0

    assert board.sql("SELECT key, value FROM setting") == [("soon", "9d"), ("minutes", "45")]
    assert board.sql("SELECT min(id) FROM promise") == [(1,)]
    assert typed("import", path).out.startswith("Nothing to import")


def test_several_snoozes_of_one_thing_are_known_again(board: Board, exported: Path) -> None:
    typed("import", str(exported))
    for until in ("1 Dec", "5 Dec", "1 Dec"):
        assert typed("snooze", "marcus", "--until", until).code == 0
    whole = typed(*WHOLE).out

    assert typed("import", "-", stdin=whole).out.startswith("Nothing to import")
    os.unlink(board.path)
    assert typed("import", "-", stdin=whole).code == 0
    assert typed(*WHOLE).out == whole


def test_a_record_without_a_uid_is_not_made_twice(board: Board, exported: Path) -> None:
    def without_uids(record: Any) -> None:  # noqa: ANN401  the file
        for goal in record["goals"]:
            del goal["uid"]

    path = _changed(exported, without_uids)
    board.advisor("Lena Vogt")

    assert typed("import", path).code == 0
    assert typed("import", path).out.startswith("Nothing to import")

    assert board.sql("SELECT count(*), count(DISTINCT uid) FROM goal") == [(3, 3)]


def test_an_import_is_undone_and_redone(board: Board, exported: Path) -> None:
    board.advisor("Lena Vogt")
    before = board.dump()
    typed("import", str(exported))
    after = board.dump()

    assert typed("undo").code == 0
    assert board.dump() == before
    assert typed("redo").code == 0
    assert board.dump() == after


def test_a_file_without_a_version_says_so(exported: Path) -> None:
    path = _changed(exported, lambda record: record.pop("version"))

    ran = typed("import", path)

    assert (ran.code, ran.err.split(".")[0]) == (
        24,
        "The file does not say which version of boardroom made it",
    )


@pytest.mark.usefixtures("plain_screen")
def test_a_terminal_is_asked_before_a_board_is_imported(board: Board, exported: Path) -> None:
    no = typed_on_terminal("import", str(exported), answers="n\n")

    assert (no.code, no.err.startswith("Would import ")) == (5, True)
    assert not os.path.exists(board.path)
    assert typed_on_terminal("import", str(exported), answers="y\n").code == 0
    assert typed_on_terminal("import", str(exported), answers="").out.startswith("Nothing to")


@pytest.mark.parametrize(
    "option", [("--only", "ana"), ("--map", "a=name"), ("--skip-bad",)], ids=lambda words: words[0]
)
def test_a_board_is_imported_whole(exported: Path, option: tuple[str, ...]) -> None:
    ran = typed("import", str(exported), *option)

    assert (ran.code, f"so {option[0]} can't be used" in ran.err) == (2, True)
