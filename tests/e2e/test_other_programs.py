"""What khal and vdirsyncer make of a folder of events; `make test-calendars` runs these."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import typed


def _needs(program: str) -> list[pytest.MarkDecorator]:
    missing = shutil.which(program) is None
    return [
        pytest.mark.calendars,
        pytest.mark.skipif(missing, reason=f"{program} is not installed"),
    ]


NEEDS_KHAL = _needs("khal")
NEEDS_VDIRSYNCER = _needs("vdirsyncer")

_KHAL = """
[calendars]
[[boardroom]]
path = {folder}
type = calendar
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {home}/khal.db
"""
_VDIRSYNCER = """
[general]
status_path = "{home}/status"
[pair boardroom]
a = "board"
b = "phone"
collections = null
conflict_resolution = "a wins"
[storage board]
type = "filesystem"
path = "{folder}"
fileext = ".ics"
[storage phone]
type = "filesystem"
path = "{home}/phone"
fileext = ".ics"
"""


@pytest.fixture
def folder(board: Board, tmp_path: Path) -> Path:
    """A folder of events: a coffee at a time, a lunch without one, and one that was cancelled."""
    ana = board.advisor("Ana Lima", email="ana@example.org")
    board.meeting(
        ana, "2026-11-24", "planned", start_time="15:30", place="Rua Nova 1; “Zé”, Lisboa"
    )
    board.meeting(ana, "2026-12-03", "planned", way="lunch", minutes=90)
    board.meeting(ana, "2026-11-20", "cancelled", start_time="10:00")
    folder = tmp_path / "events"
    assert typed("calendar", "vdir", str(folder)).code == 0
    return folder


def _ran(home: Path, *words: str) -> str:
    """What another program prints, run on its own Python, with a home of its own."""
    return subprocess.run(
        words,
        env={"HOME": str(home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TZ": "UTC"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout


def _khal(folder: Path, home: Path) -> list[str]:
    config = home / "khal.conf"
    config.write_text(_KHAL.format(folder=folder, home=home))
    shown = ("--format", "{start-long} {cancelled}{title} {location}", "--day-format", "")
    listed = _ran(home, "khal", "-c", str(config), "list", *shown, "2026-11-20", "30d")
    return [line.strip() for line in listed.splitlines() if line.strip()]


def _synced(folder: Path, home: Path) -> Path:
    """Syncs the folder with that of a phone, both ways; returns the phone's."""
    phone = home / "phone"
    phone.mkdir(exist_ok=True)
    config = home / "vdirsyncer.conf"
    config.write_text(_VDIRSYNCER.format(folder=folder, home=home))
    for command in ("discover", "sync"):
        _ran(home, "vdirsyncer", "-c", str(config), command)
    return phone


def _contents(folder: Path) -> list[bytes]:
    """The files of a folder, whatever their names, which vdirsyncer chooses anew."""
    return sorted(path.read_bytes() for path in folder.glob("*.ics"))


class TestKhal:
    pytestmark = NEEDS_KHAL

    def test_it_lists_the_events(self, folder: Path, tmp_path: Path) -> None:
        assert _khal(folder, tmp_path) == [
            "2026-11-20 10:00 CANCELLED Coffee: Ana Lima",
            "2026-11-24 15:30 Coffee: Ana Lima Rua Nova 1; “Zé”, Lisboa",
            "2026-12-03 Lunch: Ana Lima",
        ]

    def test_it_sees_what_was_moved(self, folder: Path, tmp_path: Path) -> None:
        _khal(folder, tmp_path)
        typed("meeting", "move", "m1", "26 Nov 9:00")
        typed("calendar", "vdir", str(folder))

        assert "2026-11-26 09:00 Coffee: Ana Lima Rua Nova 1; “Zé”, Lisboa" in _khal(
            folder, tmp_path
        )

    def test_what_it_writes_is_read(self, folder: Path, tmp_path: Path) -> None:
        _khal(folder, tmp_path)
        new = ("2026-12-16", "11:00", "12:00", "Ana Lima")
        _ran(tmp_path, "khal", "-c", str(tmp_path / "khal.conf"), "new", "-a", "boardroom", *new)
        (own,) = (path for path in folder.iterdir() if "@boardroom" not in path.name)

        items = typed("calendar", "read", str(own), "--json").json["items"]

        assert [(one["kind"], one["on"], one["at"]) for one in items] == [
            ("unplanned", "2026-12-16", "11:00")
        ]


class TestVdirsyncer:
    pytestmark = NEEDS_VDIRSYNCER

    def test_it_takes_the_events_elsewhere(self, folder: Path, tmp_path: Path) -> None:
        assert _contents(_synced(folder, tmp_path)) == _contents(folder)

    def test_changes_and_removals_follow(self, folder: Path, tmp_path: Path) -> None:
        _synced(folder, tmp_path)
        typed("meeting", "move", "m1", "26 Nov 9:00")
        typed("meeting", "rm", "m2", "--yes")
        typed("calendar", "vdir", str(folder))

        phone = _synced(folder, tmp_path)

        assert _contents(phone) == _contents(folder)
        assert len(_contents(phone)) == 2

    def test_what_the_phone_adds_stays(self, folder: Path, tmp_path: Path) -> None:
        phone = _synced(folder, tmp_path)
        (phone / "dentist.ics").write_text(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:phone\r\nBEGIN:VEVENT\r\nUID:dentist\r\n"
            "DTSTAMP:20261121T080000Z\r\nDTSTART:20261125T090000Z\r\nSUMMARY:Dentist\r\n"
            "END:VEVENT\r\nEND:VCALENDAR\r\n"
        )
        _synced(folder, tmp_path)
        typed("calendar", "vdir", str(folder))

        assert len(_contents(_synced(folder, tmp_path))) == len(_contents(folder)) == 4

    def test_a_move_on_the_phone_is_read(self, folder: Path, tmp_path: Path) -> None:
        phone = _synced(folder, tmp_path)
        (coffee,) = (path for path in phone.iterdir() if b"20261124T153000Z" in path.read_bytes())
        coffee.write_bytes(coffee.read_bytes().replace(b"20261124T1", b"20261127T1"))
        _synced(folder, tmp_path)

        (moved,) = (path for path in folder.iterdir() if b"20261127T1" in path.read_bytes())

        typed("calendar", "read", str(moved), "--yes")

        assert typed("meeting", "show", "m1", "--json").json["on"] == "2026-11-27"
