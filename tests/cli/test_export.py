"""The board's own JSON, out and in again."""

from __future__ import annotations

import json
import os
import random
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.boards import Board
from tests.cli.typed import Ran, typed
from tests.random_boards import fill_at_random

WHOLE = ("export", "--include-private")


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


def test_random_records_are_as_the_schema_says(board: Board) -> None:
    fill_at_random(board, random.Random(12), 200)  # noqa: S311  no secret
    schema = Draft202012Validator(json.loads(typed("export", "--schema").out))

    for words in (WHOLE, ("export",)):
        schema.validate(typed(*words).json)


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


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_an_export_replaces_no_pipe_or_device(board: Board, tmp_path: Path) -> None:
    board.advisor()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to(tmp_path / "pipe")

    for name in ("pipe", "link"):
        assert typed("export", "-o", str(tmp_path / name)) == Ran(
            2,
            "",
            f"{tmp_path / name} is no file, and would be replaced."
            " Use - to write to standard output.\n",
        )
    assert (tmp_path / "pipe").is_fifo()
    assert (tmp_path / "link").is_symlink()


def test_a_file_that_was_there_is_said_to_be_replaced(board: Board, tmp_path: Path) -> None:
    board.advisor()
    path = tmp_path / "out.json"

    echoes = [typed("export", "-o", str(path)).out for _ in range(2)]

    assert echoes == [f"Wrote {path}.\n", f"Replaced {path}.\n"]


@pytest.mark.parametrize(
    ("format_", "start"),
    [("md", "---\nname: "), ("vcard", "BEGIN:VCARD\r\n"), ("friends", "### Activities:\n")],
)
def test_other_formats_come_back(board: Board, format_: str, start: str, tmp_path: Path) -> None:
    board.lay_demo()
    file = tmp_path / f"board.{format_}"

    ran = typed("export", "--to", format_, "-o", str(file))

    assert (ran.code, file.read_bytes().startswith(start.encode())) == (0, True)
    assert ran.err.startswith("The format has no place for 3 goals")
    new = Board(tmp_path / "new.db")
    assert typed("--db", new.path, "import", str(file), "--yes").code == 0
    assert typed("--db", new.path, "doctor").code == 0
    names = "SELECT name FROM advisor ORDER BY name"
    assert new.sql(names) == board.sql(names)


def test_notes_seat_again_whoever_has_a_seat_and_nobody_else(board: Board, tmp_path: Path) -> None:
    board.advisor("Ana Lima")
    left = board.advisor("Bo Ek")
    board.meeting(left, "2026-05-01")
    board.step(left, "alumni", "2026-06-01")
    board.step(board.advisor("Cy Rau"), "paused", "2026-11-01")
    board.meeting(board.mentee("Di Moe"), "2026-11-01")
    file = tmp_path / "board.md"
    typed("export", "--to", "md", "-o", str(file))
    new = Board(tmp_path / "new.db")

    ran = typed("--db", new.path, "import", str(file), "--yes")

    assert ran.code == 0, ran.err
    assert new.sql(
        "SELECT name, status FROM advisor JOIN transition ON advisor_id = advisor.id ORDER BY name"
    ) == [
        ("Ana Lima", "active"),
        ("Bo Ek", "prospect"),
        ("Cy Rau", "active"),
        ("Di Moe", "prospect"),
    ]


@pytest.mark.parametrize("words", ["--to html", "html"])
@pytest.mark.usefixtures("board")
def test_a_page_is_made_by_report(words: str) -> None:
    ran = typed("export", *words.split())

    assert ran.code == 2
    assert ran.err.endswith("boardroom report\n")


def test_what_is_private_is_in_no_other_format(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    board.meeting(ana, "2026-10-16", notes="SECRET", private=True)
    board.promise(ana, "SECRET", private=True)

    for format_, left_out in (
        ("md", "Left out as private: 1 promise and 1 meeting's notes."),
        ("friends", "Left out as private: 1 meeting's notes."),
        ("vcard", "The format has no place for 1 meeting."),
    ):
        ran = typed("export", "--to", format_)
        assert "SECRET" not in ran.out
        assert ran.err.startswith(left_out)
    assert "SECRET" in typed("export", "--to", "md", "--include-private").out


@pytest.mark.parametrize(
    ("format_", "fields"),
    [
        ("md", "role, strengths, perspectives and their goals"),
        ("vcard", "role, strengths, perspectives and their goals"),
        ("friends", "role, seat, email, strengths, perspectives and their goals"),
        ("csv", None),
    ],
)
def test_the_fields_of_people_that_a_format_does_not_hold_are_named(
    format_: str, fields: str | None, board: Board, tmp_path: Path
) -> None:
    typed("advisor", "add", "Ana Lima", "--seat", "Finance", "--email", "ana@x.org")
    typed("advisor", "edit", "ana", "--strength", "pricing", "--perspective", "industry=food")
    typed("advisor", "edit", "ana", "--their-goals", "A board seat")
    board.mentee()

    ran = typed("export", "--to", format_, "-o", str(tmp_path / "file"))

    assert ran.err == (f"The format has no place for people's {fields}.\n" if fields else "")


@pytest.mark.usefixtures("board")
def test_notes_on_somebody_never_met_have_the_day_they_came_on_file() -> None:
    typed("advisor", "add", "Ana Lima", "--prospect", "--notes", "Runs a bakery")

    assert "- 2026-11-21: **Ana Lima**: Runs a bakery" in typed("export", "--to", "friends").out


def test_a_version_of_vcard_goes_with_vcard_alone(board: Board) -> None:
    board.advisor()

    assert "VERSION:4.0" in typed("export", "--to", "vcard", "--vcard", "4.0").out
    assert typed("export", "--vcard", "4.0").code == 2
    assert typed("export", "--to", "vcard", "--vcard", "2.1").code == 2


def test_a_journal_of_friends_leaves_as_it_came(board: Board) -> None:
    sample = (Path(__file__).parents[1] / "samples" / "friends.md").read_text(encoding="utf-8")
    typed("import", "-", "--yes", "--skip-bad", stdin=sample)

    written = typed("export", "--to", "friends").out

    held = [line for line in sample.splitlines() if "**Ana" in line or "**Marcus" in line][:2]
    assert written.splitlines()[:4] == ["### Activities:", *held, ""]
    before = board.dump()
    again = typed("import", "-", stdin=written)
    assert again.out == "Nothing to import: everything is on file already.\n"
    assert board.dump() == before


@pytest.mark.parametrize("to", ["friends", "vcard", "md"])
def test_the_own_export_changes_nothing_where_it_came_from(board: Board, to: str) -> None:
    typed("advisor", "add", "Ana Lima", "--last-met", "16 oct", "--city", "Porto")
    notes = "met at QCon\nwith _others_ **too**\n\n2026-10-17: Ana Lima likes tea.\n\nsecond"
    typed("advisor", "edit", "ana", "--notes", notes, "--email", "a@x.org")
    typed("log", "ana", "two lines\non **Ana Lima** and snake_case", "--on", "16 nov")
    written = typed("export", "--to", to).out
    before = board.dump()

    ran = typed("import", "-", stdin=written)

    assert (ran.out, board.dump()) == (
        "Nothing to import: everything is on file already.\n",
        before,
    )
