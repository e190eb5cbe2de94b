"""Reminders at a time of day, read and run as their programs would."""

from __future__ import annotations

import configparser
import plistlib
import shlex
import shutil
import subprocess
from datetime import date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from cronsim import CronSim

from boardroom.formats.schedules import cron, launchd, systemd, systemd_script, windows
from tests.formats.reminded import BOARD, DUE, command_in, run_reminder, stand_in, words_of_call

MORNING = datetime(2026, 11, 21, 6)  # noqa: DTZ001  cron's local time


@pytest.mark.parametrize(("at", "first"), [("08:30", (21, 8, 30)), ("00:05", (22, 0, 5))])
def test_a_crontab_line_runs_each_day(at: str, first: tuple[int, int, int]) -> None:
    [file] = cron(["boardroom"], at, "again").files
    *fields, command = file.text.rstrip("\n").split(" ", 5)

    days = CronSim(" ".join(fields), MORNING)

    assert next(days) == datetime(2026, 11, *first)  # noqa: DTZ001
    assert (next(days) - datetime(2026, 11, *first)).days == 1  # noqa: DTZ001
    assert command == "boardroom due --severity due"


def test_cron_calls_the_program_as_it_is(tmp_path: Path) -> None:
    [file] = cron(command_in(tmp_path), "08:30", "again").files
    command = file.text.rstrip("\n").split(" ", 5)[5]
    assert "%" not in command.replace("\\%", "")  # a bare one would end the command

    assert run_reminder(["sh", "-c", command.replace("\\%", "%")], tmp_path) == f"{DUE}\n"
    assert words_of_call(tmp_path) == ["--db", BOARD, "due", "--severity", "due"]


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """The folder of units that the printed script writes."""
    stand_in(tmp_path / "bin" / "systemctl", f"echo \"$@\" >> '{tmp_path}/systemctl'")
    script = systemd_script(systemd(command_in(tmp_path), "07:45", "again"))

    assert run_reminder(["sh", "-eu", "-c", script], tmp_path) == ""
    return tmp_path / ".config/systemd/user"


def _unit(path: Path) -> configparser.RawConfigParser:
    unit = configparser.RawConfigParser(strict=True)
    unit.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their capitals
    unit.read_string(path.read_text(encoding="utf-8"))
    return unit


def test_the_script_writes_a_timer_that_catches_up_and_starts_it(
    units: Path, tmp_path: Path
) -> None:
    timer = _unit(units / "boardroom.timer")

    assert dict(timer["Timer"]) == {"OnCalendar": "*-*-* 07:45:00", "Persistent": "true"}
    assert dict(timer["Install"]) == {"WantedBy": "timers.target"}
    assert (tmp_path / "systemctl").read_text(encoding="utf-8").splitlines() == [
        "--user daemon-reload",
        "--user enable --now boardroom.timer",
    ]


@pytest.mark.parametrize(("due", "shown"), [(DUE, f"boardroom\n{DUE}\n"), ("", None)])
def test_the_service_shows_what_is_due(
    due: str, shown: str | None, units: Path, tmp_path: Path
) -> None:
    command_in(tmp_path, due=due)
    stand_in(tmp_path / "bin" / "notify-send", f"printf '%s\\n' \"$@\" > '{tmp_path}/shown'")
    words = shlex.split(_unit(units / "boardroom.service")["Service"]["ExecStart"])

    run_reminder([word.replace("$$", "$").replace("%%", "%") for word in words], tmp_path)

    file = tmp_path / "shown"
    assert (file.read_text(encoding="utf-8") if file.exists() else None) == shown
    assert words_of_call(tmp_path) == ["--db", BOARD, "due", "--short"]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd is not installed")
def test_systemd_finds_nothing_wrong_with_the_units(units: Path) -> None:
    verified = subprocess.run(
        ["systemd-analyze", "verify", "--user", *map(str, units.iterdir())],  # noqa: S607  on the PATH
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    complaints = [line for line in verified.stderr.splitlines() if "boardroom" in line]

    assert complaints == []


@pytest.mark.parametrize(
    ("time", "due", "shown"),
    [("0745", DUE, [DUE]), ("1900", DUE, [DUE]), ("0744", DUE, []), ("0800", "", [])],
)
def test_launchd_shows_what_is_due_once_a_day(
    time: str, due: str, shown: list[str], tmp_path: Path
) -> None:
    [file] = launchd(command_in(tmp_path, due=due), "07:45", "again").files
    agent = plistlib.loads(file.text.encode())
    (tmp_path / "Library/Caches").mkdir(parents=True)
    stand_in(tmp_path / "bin/date", f'[ "$1" = +%F ] && echo 2026-11-21 || echo {time}')
    stand_in(tmp_path / "bin/osascript", 'for word; do :; done; echo "$word"')

    said = "".join(
        run_reminder(agent["ProgramArguments"], tmp_path) for _ in ("at login", "at its time")
    )

    assert said.splitlines() == shown
    assert {key: agent[key] for key in agent if key != "ProgramArguments"} == {
        "Label": "boardroom.due",
        "StartCalendarInterval": {"Hour": 7, "Minute": 45},
        "RunAtLoad": True,
    }


SCHEMA = {
    "Task": {"RegistrationInfo", "Triggers", "Principals", "Settings", "Actions"},
    "RegistrationInfo": {"Author", "Date", "Description", "Documentation", "Source", "URI"},
    "Triggers": {"CalendarTrigger", "LogonTrigger", "TimeTrigger"},
    "CalendarTrigger": {"Enabled", "StartBoundary", "EndBoundary", "ScheduleByDay"},
    "ScheduleByDay": {"DaysInterval"},
    "Principals": {"Principal"},
    "Principal": {"UserId", "LogonType", "RunLevel"},
    "Settings": {"StartWhenAvailable", "DisallowStartIfOnBatteries", "StopIfGoingOnBatteries"},
    "Actions": {"Exec"},
    "Exec": {"Command", "Arguments", "WorkingDirectory"},
}
"""The children of elements by the schema of the Task Scheduler, as far as they are used."""


def test_the_task_of_windows_keeps_to_the_schema() -> None:
    [file] = windows(["boardroom"], "08:30", "again", today=date(2026, 11, 21)).files
    space = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"
    task = ET.fromstring(file.text)  # noqa: S314  made by us

    assert task.tag == f"{space}Task"
    for element in task.iter():
        children = [child.tag.removeprefix(space) for child in element]
        assert set(children) <= SCHEMA.get(element.tag.removeprefix(space), set())
        assert len(set(children)) == len(children)
    assert task.findtext(f".//{space}StartBoundary") == "2026-11-21T08:30:00"
    assert task.findtext(f".//{space}StartWhenAvailable") == "true"
    assert task.findtext(f".//{space}LogonType") == "InteractiveToken"


def test_the_task_of_windows_opens_a_window_that_stays_if_something_is_due() -> None:
    command = [r"C:\Users\Zoë Ø\boardroom.exe", "--db", r"C:\my boards\b&w.db"]
    [file] = windows(command, "08:30", "again", today=date(2026, 11, 21)).files
    task = ET.fromstring(file.text)  # noqa: S314  made by us

    assert file.text.isascii()
    assert [element.text for element in task.iter() if element.tag.endswith("Arguments")] == [
        r'/d /s /c ""C:\Users\Zoë Ø\boardroom.exe" --db "C:\my boards\b&w.db" due --exit-code || pause"'
    ]
