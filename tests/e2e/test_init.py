"""The first five minutes on a terminal: whole screens, and what becomes of an interrupted one."""

from __future__ import annotations

import io
import os
import re
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from boardroom.store.place import default_path
from tests.e2e.installed import PROGRAM, boardroom
from tests.pages import README

if sys.platform == "win32":
    pytest.skip("pexpect needs a pseudo-terminal", allow_module_level=True)

import pexpect

CTRL_C = "\x03"
ANSWERS = (
    "Marcus Ojo, Ana Lima",
    *("Finance", "1 Sep", "", "A line of the budget"),
    *("Truth-teller", "31 feb", "16 oct", "monthly", ""),
    *("Lead a region", "Ask the CFO by 15 Dec", "marcus", ""),
)
LEFT = "Nothing is stored yet; your answers are kept. Continue any day with: boardroom init\r\n"
_STYLES = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(autouse=True)
def _interruptible() -> Iterator[None]:
    """Lets Ctrl-C through: tests in the background ignore it, and a child inherits that."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_the_first_five_minutes_look_the_same(golden: Callable[[str, str], None]) -> None:
    screens = []
    for width in (40, 80, 120):
        screen = _session(ANSWERS, {"COLUMNS": str(width)})
        screens.append(f"{f'── {width} columns ':─<{width}}\n{screen}")
        Path(default_path()).unlink()
    screen = _session(ANSWERS, {"COLUMNS": "80", "ACCESSIBLE": "1"})
    screens.append(f"{'── ACCESSIBLE ':─<80}\n{screen}")
    Path(default_path()).unlink()
    screens.append(f"{'── piped ':─<80}\n{boardroom('init').out}")

    golden("init", "".join(screens))


def test_no_color_takes_away_colours_alone() -> None:
    answers = ("Tom Berg", *[""] * 6)
    coloured = _session(answers, {})
    Path(default_path()).unlink()

    plain = _session(answers, {"NO_COLOR": "1"}, styled=True)

    assert re.findall(r"\x1b\[[34][0-9]", plain) == []
    assert _STYLES.sub("", plain) == coloured


def test_the_readme_shows_a_part_of_it() -> None:
    tests = Path(__file__).parents[1]
    screens = (tests / "golden" / "init.txt").read_text(encoding="utf-8")

    [shown] = re.findall(
        r"^```text\n(Who is on your board\?.*?)^```$", README, re.DOTALL | re.MULTILINE
    )

    assert shown in screens.partition("── 80 columns")[2]


def test_ctrl_c_keeps_the_answers() -> None:
    child = _started({})
    child.expect_exact("Who is on your board? ")
    child.send("Tom Berg\r")
    child.expect_exact("What seat do they take? ")
    child.send(CTRL_C)
    output = child.read()
    child.wait()

    assert (child.exitstatus, output.partition("^C\r\n")[2]) == (130, LEFT)
    assert _resumes()


@pytest.mark.parametrize("end", ["SIGTERM", "SIGHUP", "SIGKILL", "closed"])
def test_a_killed_init_or_a_closed_terminal_keeps_the_answers(end: str) -> None:
    child = _started({})
    child.expect_exact("Who is on your board? ")
    child.send("Tom Berg\r")
    child.expect_exact("What seat do they take? ")
    if end == "closed":
        child.close()
    else:
        child.kill(getattr(signal, end))
        child.wait()

    assert not Path(default_path()).exists()
    assert _resumes()


def _resumes() -> bool:
    """Whether another init continues at the second question, and says so."""
    child = _started({})
    child.expect_exact("Continues with your answers of Sat 21 Nov (today), on Tom Berg.")
    child.expect_exact("What seat do they take? ")
    child.close(force=True)
    return True


def _session(answers: tuple[str, ...], variables: dict[str, str], *, styled: bool = False) -> str:
    """The screen of a whole init."""
    child = _started(variables)
    child.logfile_read = io.StringIO()
    for answer in answers:
        child.expect(r"(Ana\s+Lima|Enter:[^)]*|Y/n)[)\]](?: |\r\n> )$")
        child.send(f"{answer}\r")
    child.read()
    child.wait()
    assert child.exitstatus == 0
    screen = child.logfile_read.getvalue().replace("\r\n", "\n")
    return screen if styled else _STYLES.sub("", screen)


def _started(variables: dict[str, str]) -> pexpect.spawn[str]:
    return pexpect.spawn(
        PROGRAM,
        ["init"],
        timeout=30,
        encoding="utf-8",
        dimensions=(40, int(variables.get("COLUMNS", "100"))),
        env={**os.environ, **variables},
    )
