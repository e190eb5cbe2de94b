"""`boardroom calendar write` and `vdir`."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import icalendar
import pytest

from boardroom.rules.advisor import WAYS
from tests.boards import TODAY, Board
from tests.cli.typed import Ran, typed


@pytest.fixture
def ana(board: Board) -> int:
    """Ana Lima, with a coffee at Blue Bottle in three days."""
    ana = board.advisor("Ana Lima", joined="2026-11-20")
    board.meeting(ana, "2026-11-24", "planned", start_time="15:30", place="Blue Bottle")
    return ana


def _titles(*options: str) -> list[str]:
    return [str(event["SUMMARY"]) for event in _events(*options)]


def _events(*options: str) -> Iterator[icalendar.Event]:
    text = typed("calendar", "write", "-", *options).out
    yield from icalendar.Calendar.from_ical(text).events


@pytest.mark.usefixtures("ana")
def test_what_is_planned_is_in_the_calendar() -> None:
    assert _titles() == ["Coffee: Ana Lima"]


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize(
    ("today", "titles"), [("2027-01-20", ["Coffee: Ana Lima"]), ("2027-01-21", [])]
)
def test_a_cancelled_meeting_stays_for_60_days(
    monkeypatch: pytest.MonkeyPatch, today: str, titles: list[str]
) -> None:
    typed("meeting", "cancel", "m1")
    assert [str(event["STATUS"]) for event in _events()] == ["CANCELLED"]

    monkeypatch.setenv("BOARDROOM_TODAY", today)

    assert _titles() == titles


@pytest.mark.usefixtures("ana")
def test_a_private_meeting_has_neither_name_nor_place() -> None:
    typed("meeting", "edit", "m1", "--private")

    ran = typed("calendar", "write")

    assert "SUMMARY:Meeting\r\n" in ran.out
    assert not any(words in ran.out for words in ("Ana", "Blue Bottle", "Coffee"))
    assert ran.err == (
        "Left out as private: 1 meeting's name and place. Nothing is left out with"
        " --include-private.\n"
    )
    assert _titles("--include-private") == ["Coffee: Ana Lima"]


@pytest.mark.usefixtures("ana")
def test_meetings_under_a_confidential_agreement_are_private() -> None:
    typed("agreement", "set", "ana", "--confidential")

    assert _titles() == ["Meeting"]


def test_notes_are_never_in_it(ana: int, board: Board) -> None:
    board.meeting(ana, "2026-11-20", notes="Ana is leaving")

    assert "leaving" not in typed("calendar", "write", "--include-private", "--include-agenda").out


def test_the_agenda_is_in_the_next_meeting_alone(ana: int, board: Board) -> None:
    board.meeting(ana, "2026-12-20", "planned")
    typed("agenda", "add", "ana", "What about pricing?")
    typed("agenda", "add", "ana", "My exit", "--private")

    ran = typed("calendar", "write", "--include-agenda")

    assert ran.out.count("DESCRIPTION:- What about pricing?\r\n") == 1
    assert "exit" not in ran.out
    assert ran.err.startswith("Left out as private: 1 agenda item.")
    assert "DESCRIPTION" not in typed("calendar", "write").out


def test_who_is_due_has_a_whole_day(board: Board) -> None:
    marcus = board.advisor("Marcus Ojo")
    board.meeting(marcus, "2026-11-01")

    (_, due) = _events("--due")

    assert (str(due["SUMMARY"]), due.start.isoformat()) == ("Due: Marcus Ojo", "2026-11-29")
    assert str(due["DESCRIPTION"]) == "Meet by Sun 13 Dec 2026."


@pytest.mark.usefixtures("ana")
def test_who_is_booked_in_time_is_not_due() -> None:
    assert _titles("--due") == ["Coffee: Ana Lima"]


@pytest.mark.usefixtures("ana")
def test_the_sequence_counts_changes() -> None:
    typed("plan", "ana", "3 Jan")
    typed("meeting", "move", "m2", "4 Jan")
    typed("meeting", "move", "m2", "5 Jan")
    typed("undo")

    assert [str(event["SEQUENCE"]) for event in _events()] == ["0", "3"]


@pytest.mark.usefixtures("ana")
def test_a_file_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "boardroom.ics"

    assert typed("calendar", "write", str(path)) == Ran(0, f"Wrote 1 event to {path}.\n", "")

    assert path.stat().st_mode & 0o777 == 0o600 or os.name == "nt"
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert typed("calendar", "write", str(path), "--json").json["events_count"] == 1


@pytest.mark.usefixtures("ana")
def test_a_calendar_in_json_has_its_text() -> None:
    record = typed("calendar", "write", "--json").json

    assert (record["path"], record["text"]) == (None, typed("calendar", "write").out)


@pytest.mark.usefixtures("ana")
def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Dear Ana")

    ran = typed("calendar", "vdir", str(tmp_path / "notes.txt"))

    assert (ran.code, (tmp_path / "notes.txt").read_text()) == (2, "Dear Ana")
    assert ran.err.endswith("Name a folder, or a file that ends in .ics.\n")


@pytest.mark.usefixtures("ana")
def test_another_programs_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "google.ics"
    path.write_text("BEGIN:VCALENDAR\nPRODID:-//Google Inc//EN\nEND:VCALENDAR\n")

    for words in (("calendar", "write"), ("config", "set", "calendar")):
        ran = typed(*words, str(path))
        assert ran == Ran(
            2,
            "",
            f"{path} is no calendar that boardroom has written, and would be replaced. Give another"
            " name.\n",
        )
    assert "Google" in path.read_text()


@pytest.mark.usefixtures("ana")
@pytest.mark.skipif(os.name == "nt", reason="making a link needs a right there")
def test_a_link_to_a_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "link.ics").symlink_to(tmp_path / "far.ics")

    for words in (("calendar", "write"), ("config", "set", "calendar")):
        assert typed(*words, str(tmp_path / "link.ics")) == Ran(
            2,
            "",
            f"{tmp_path / 'link.ics'} is a link, and not followed. Use {tmp_path / 'far.ics'}.\n",
        )


@pytest.mark.usefixtures("ana")
def test_a_folder_is_no_file(tmp_path: Path) -> None:
    folder = tmp_path / "my events"
    folder.mkdir()

    assert typed("calendar", "write", str(folder)).err == (
        f"{folder} is a folder. Fill it with: boardroom calendar vdir '{folder}'\n"
    )


def test_a_folder_has_a_file_for_each_event(ana: int, board: Board, tmp_path: Path) -> None:
    board.meeting(ana, "2026-11-20")
    folder = tmp_path / "events"

    assert typed("calendar", "vdir", str(folder)).out == f"Wrote 2 events to {folder}: 2 new.\n"

    for path in folder.iterdir():
        (event,) = icalendar.Calendar.from_ical(path.read_bytes()).events
        assert path.name == f"{event['UID']}.ics"


def test_only_what_changed_is_written_again(ana: int, board: Board, tmp_path: Path) -> None:
    board.meeting(ana, "2026-11-20")
    typed("calendar", "vdir", str(tmp_path / "events"))
    before = {path: path.stat() for path in (tmp_path / "events").iterdir()}
    typed("meeting", "move", "m1", "25 Nov")

    ran = typed("calendar", "vdir", str(tmp_path / "events"), "--json")

    changes = ("added", "changed", "removed", "unchanged")
    assert [ran.json[key] for key in changes] == [0, 1, 0, 1]
    assert sum(path.stat().st_ino == stat.st_ino for path, stat in before.items()) == 1


@pytest.mark.usefixtures("ana")
def test_a_file_that_another_program_renamed_is_known(tmp_path: Path) -> None:
    typed("calendar", "vdir", str(tmp_path / "events"))
    (event,) = (tmp_path / "events").iterdir()
    event.rename(event.with_name("2f9cec78.ics"))
    typed("meeting", "move", "m1", "25 Nov")

    ran = typed("calendar", "vdir", str(tmp_path / "events"))

    assert ran.out.endswith(": 1 changed.\n")
    assert [path.name for path in (tmp_path / "events").iterdir()] == ["2f9cec78.ics"]


@pytest.mark.usefixtures("ana")
def test_a_removed_meeting_takes_its_file_along(tmp_path: Path) -> None:
    folder = tmp_path / "events"
    typed("calendar", "vdir", str(folder))
    (folder / "holiday.ics").write_text("BEGIN:VCALENDAR")
    typed("meeting", "rm", "m1", "--yes")

    assert typed("calendar", "vdir", str(folder)).out == f"Wrote 0 events to {folder}: 1 removed.\n"

    assert [path.name for path in folder.iterdir()] == ["holiday.ics"]


@pytest.mark.usefixtures("ana")
def test_the_events_of_another_board_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "events"
    typed("calendar", "vdir", str(folder))
    monkeypatch.setenv("BOARDROOM_DB", str(tmp_path / "other.db"))
    typed("advisor", "add", "Marcus Ojo")

    typed("calendar", "vdir", str(folder))

    assert len([*folder.iterdir()]) == 1


@pytest.mark.usefixtures("ana")
@pytest.mark.skipif(os.name == "nt", reason="making a link needs a right there")
def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "events", tmp_path / "letter.txt"
    typed("calendar", "vdir", str(folder))
    (event,) = folder.iterdir()
    shutil.move(event, elsewhere)
    event.symlink_to(elsewhere)
    typed("meeting", "move", "m1", "25 Nov")

    ran = typed("calendar", "vdir", str(folder))

    assert (ran.code, ran.err) == (2, f"{event} is another program's file. Move it away.\n")
    assert b"20261124" in elsewhere.read_bytes()
    (tmp_path / "link").symlink_to(folder)
    assert "is a link, and not followed" in typed("calendar", "vdir", str(tmp_path / "link")).err


@pytest.mark.usefixtures("ana")
def test_a_folder_in_no_folder_is_refused(tmp_path: Path) -> None:
    ran = typed("calendar", "vdir", str(tmp_path / "disk" / "events"))

    assert (ran.code, ran.err) == (2, f"There is no folder {tmp_path / 'disk'}. Make it first.\n")


def test_an_export_has_every_meeting_with_its_notes(ana: int, board: Board) -> None:
    board.meeting(ana, "2019-03-01", notes="How we began")
    board.meeting(ana, "2026-11-01", notes="A secret", private=True)

    ran = typed("export", "--to", "ics")

    assert ran.out.count("BEGIN:VEVENT") == 3
    assert "DESCRIPTION:How we began\r\n" in ran.out
    assert "secret" not in ran.out
    assert ran.err.startswith("Left out as private: 1 meeting's name and place.")
    assert "A secret" in typed("export", "--to", "ics", "--include-private").out


def test_meetings_come_back_the_same(board: Board, tmp_path: Path) -> None:
    chance = random.Random(15)  # noqa: S311  no secret
    people = [board.advisor(name) for name in ("Ana Lima", "Marcus Ojo")]
    for number in range(60):
        day = date(2026, 3, 1) + timedelta(days=4 * number)
        at = f"{chance.randint(0, 23):02}:{chance.randint(0, 59):02}" if number % 5 else None
        board.meeting(
            chance.choice(people),
            day.isoformat(),
            "held" if day < TODAY else "planned",
            way=chance.choice(WAYS),
            minutes=chance.randint(1, 24 * 60) if at else 60,  # a whole day has no length
            start_time=at,
            place=chance.choice((None, "Rua Nova 1; “Zé”, Lisboa", "\\n")),
        )
    before = _meetings()
    (tmp_path / "all.ics").write_text(typed("export", "--to", "ics").out, newline="")
    for number in range(60):
        typed("meeting", "rm", f"m{number + 1}", "--yes")
    assert _meetings() == []

    typed("calendar", "read", str(tmp_path / "all.ics"), "--yes")

    assert _meetings() == before


def _meetings() -> list[tuple[object, ...]]:
    keys = ("advisor", "status", "on", "at", "minutes", "way", "place")
    listed = typed("meeting", "list", "--json").json["meetings"]
    return [tuple(meeting[key] for key in keys) for meeting in listed]
