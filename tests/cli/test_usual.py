"""The usual slot of a person: words for the user, a recurrence rule on file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed

UNDO = "boardroom undo takes it back"
THURSDAYS = "FREQ=WEEKLY;BYDAY=TH;BYHOUR=16;BYMINUTE=0"


def test_a_slot_is_kept_as_a_rule_and_said_in_words(board: Board) -> None:
    board.advisor()

    assert typed("advisor", "edit", "marcus", "--usual", "Thursdays at 4pm") == Ran(
        0, f"Changed Marcus Ojo: usual none → thu 16:00 · {UNDO}\n", ""
    )
    assert board.sql("SELECT usual FROM advisor") == [(THURSDAYS,)]
    assert typed("advisor", "show", "marcus", "--json").json["usual"] == "thu 16:00"
    assert "\nusually\tthu 16:00\n" in typed("advisor", "show", "marcus").out


def test_the_same_slot_in_other_words_changes_nothing(board: Board) -> None:
    board.advisor(usual="thu 16:00")

    assert typed("advisor", "edit", "marcus", "--usual", "every thursday 4pm") == Ran(
        0, "Nothing changed: already up to date.\n", ""
    )


def test_what_is_no_slot_is_refused(board: Board) -> None:
    board.advisor()

    assert typed("advisor", "edit", "marcus", "--usual", "now and then") == Ran(
        2,
        "",
        "'now and then' is not a usual slot. Write it like 'thu 16:00' or 'first tue 16:00'.\n",
    )


@pytest.mark.parametrize("option", ["--slot", "--usually"])
def test_other_names_of_the_option_are_understood(board: Board, option: str) -> None:
    board.advisor()

    ran = typed("advisor", "edit", "marcus", option, "thu")

    assert "boardroom advisor edit marcus --usual thu" in ran.err


def test_people_merged_differ_in_words(board: Board) -> None:
    board.advisor(usual="thu 16:00")
    board.advisor("Tom Reed", usual="first tue")

    ran = typed("advisor", "merge", "marcus", "tom", "--yes")

    assert "usual" in ran.err
    assert "thu 16:00" in ran.err
    assert "FREQ" not in ran.err


def test_an_export_comes_back_with_the_slot(
    board: Board, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.advisor(usual="thu 16:00")
    exported = json.loads(typed("export").out)
    assert exported["advisors"][0]["usual"] == THURSDAYS

    monkeypatch.setenv("BOARDROOM_DB", str(tmp_path / "other.db"))
    assert typed("import", "-", stdin=json.dumps(exported)).code == 0
    assert typed("advisor", "show", "marcus", "--json").json["usual"] == "thu 16:00"


def test_a_rule_that_no_slot_has_is_not_imported(board: Board) -> None:
    board.advisor(usual="thu 16:00")
    text = typed("export").out.replace(THURSDAYS, "FREQ=SECONDLY")

    ran = typed("import", "-", stdin=text)

    assert ran.code == 24
    assert "is not the recurrence rule of a usual slot" in ran.err


def test_doctor_names_a_rule_that_no_slot_has(board: Board) -> None:
    board.advisor()
    board.put("UPDATE advisor SET usual = 'FREQ=SECONDLY'")

    assert "usual" in typed("doctor").out
