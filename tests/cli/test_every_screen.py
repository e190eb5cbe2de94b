"""Every screen in every face: at 40, 80 and 120 columns, piped, without colour, and accessible.

After an intended change, run this file with `--update-golden` and look at the difference.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from rich.cells import cell_len

from boardroom.actions.demo import make_demo
from boardroom.cli.tree import TREE, commands
from tests.boards import TODAY
from tests.cli.typed import STYLES, typed, typed_at_screen, typed_in_colour

Golden = Callable[[str, str], None]
SAMPLES = Path(__file__).parents[1] / "samples"

SCREENS = {
    "due": "due",
    "due-all": "due --all",
    "due-later": "due --as-of 2027-01-10",
    "board": "board",
    "prep": "prep ana",
    "prep-paused": "prep priya",
    "advisor-list": "advisor list",
    "advisor-list-all": "advisor list --all",
    "prospects": "advisor list --prospects",
    "alumni": "advisor list --alumni",
    "advisor-show": "advisor show marcus",
    "advisor-show-prospect": "advisor show noor",
    "agenda-list": "agenda list",
    "agenda-list-all": "agenda list --all",
    "meeting-list": "meeting list",
    "meeting-show": "meeting show m4",
    "promise-list": "promise list",
    "promise-list-all": "promise list --all",
    "advice-list": "advice list",
    "advice-list-all": "advice list --all",
    "exchange-list": "exchange list",
    "goal-list": "goal list",
    "goal-show": "goal show g1",
    "agreement-list": "agreement list",
    "agreement-show": "agreement show tom",
    "criterion-list": "criterion list",
    "review-facts": "review --facts",
    "review-list": "review --list",
    "review-show": "review --show r1",
    "search": "search deck",
    "search-none": "search zebra",
    "occasion-list": "occasion list",
    "mentee-list": "mentee list",
    "import-journal": f"import {SAMPLES / 'friends.md'} --only ana --only noor --dry-run --skip-bad",
    "import-table": f"import {SAMPLES / 'meetings-dmy.csv'} --dry-run --skip-bad",
    "history": "history",
    "calendar-read": f"calendar read {SAMPLES / 'ical-work.ics'} --dry-run",
    "config-list": "config list",
    "config-get": "config get window",
    "backup-list": "backup list",
    "doctor": "doctor",
    "help": "help",
    "help-all": "help all",
    "help-noun": "help meeting",
    "help-command": "help plan",
    "help-topic": "help dates",
}
"""The commands whose screens are compared, by the names of their files."""
FACES = {
    **{f"{width} columns": {"COLUMNS": str(width)} for width in (40, 80, 120)},
    "ACCESSIBLE": {"COLUMNS": "80", "ACCESSIBLE": "1", "NO_COLOR": "1"},
}
_ELSEWHERE = {"completion", "config path", "calendar"}
"""Reads that print no screen of ours, but lines for a shell, a path or a file."""
_COLOUR = re.compile(r"\x1b\[[0-9;]*[349][0-9]")
_UID = re.compile(r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b")
_SIZE = re.compile(r"\b\d{3} KB|(?<=\t)\d{6}(?=\t)")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the demonstration board after a review, some changes and a copy."""
    path = tmp_path_factory.mktemp("filled") / "board.db"
    make_demo(str(path), today=TODAY)
    answers = {
        "ana": {"value": 5, "chemistry": 5, "trust": 5, "fits_next": True, "decision": "keep"},
        "dana": {"value": 2, "chemistry": 4, "trust": 4, "fits_next": False, "decision": "part"},
        "lia": {"note": "Growing fast", "decision": "keep"},
        "marcus": {"value": 4, "trust": 4, "note": "Sharp", "decision": "adjust", "window": "6-8w"},
        "tom": {"value": 3, "chemistry": 2, "decision": "pause", "until_on": "2027-01-15"},
    }
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("BOARDROOM_DB", str(path))
        environment.setenv("BOARDROOM_TODAY", TODAY.isoformat())
        environment.setenv("HOME", str(path.parent))
        for words in (
            ("promise", "add", "ana", "Send her the salary survey that she asked for", "--private"),
            ("agenda", "add", "ana", "Whom do I tell first?", "--private"),
            ("advisor", "rate", "noor", "c3", "no"),
            ("snooze", "marcus", "--until", "in 3w", "--why", "He closes the year"),
            ("done", "p1", "--note", "He wants the appendix too"),
            ("undo",),
        ):
            assert typed(*words).code == 0, words
        review = json.dumps({"advisors": answers, "board": {"note": "Nice: Knows logistics too"}})
        ran = typed("review", "--answers", "-", stdin=review)
        assert ran.code == 0, ran
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE operation SET at = format('2026-11-21T20:%02d:30Z', id)")
    return path.parent


@pytest.fixture
def shown(filled: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """Shows what a command prints in every face."""
    monkeypatch.setenv("BOARDROOM_DB", str(filled / "board.db"))
    return _shown


@pytest.fixture(autouse=True)
def _height_and_zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("a process can't change its time zone on this platform")
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_looks_the_same(screen: str, shown: Callable[[str], str], golden: Golden) -> None:
    golden(f"screens/{screen}", shown(SCREENS[screen]))


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("screen", SCREENS)
def test_no_word_is_cut_at_80_columns(screen: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = SCREENS[screen].split()
    monkeypatch.setenv("LINES", "999")
    monkeypatch.setenv("COLUMNS", "80")
    narrow = typed_at_screen(*words).out
    monkeypatch.setenv("COLUMNS", "300")
    wide = typed_at_screen(*words).out

    assert max(map(cell_len, narrow.splitlines())) <= 80
    assert set(narrow.split()) <= set(wide.split())


def test_the_welcome_looks_the_same(golden: Golden) -> None:
    golden("screens/welcome", _shown("due"))


@pytest.mark.usefixtures("shown")
@pytest.mark.parametrize("screen", SCREENS)
def test_without_colour_a_screen_has_the_same_letters(
    screen: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = SCREENS[screen].split()
    monkeypatch.setenv("COLUMNS", "80")
    coloured = typed_in_colour(*words).out
    monkeypatch.setenv("NO_COLOR", "1")

    plain = typed_in_colour(*words).out

    assert STYLES.sub("", plain) == STYLES.sub("", coloured)
    assert _COLOUR.search(plain) is None


def test_every_read_has_a_screen() -> None:
    reads = {
        name
        for name, _ in commands(TREE)
        if name.split()[-1] in ("list", "show", "get", "due", "board", "prep", "search", "history")
    }

    assert (
        reads
        - {" ".join(line.split()[:2]) for line in SCREENS.values()}
        - {line.split()[0] for line in SCREENS.values()}
        == set()
    )


def _shown(command: str) -> str:
    """What a command prints in each face, below a line as wide as its screen."""
    words = command.split()
    screens = []
    for name, variables in FACES.items():
        with pytest.MonkeyPatch.context() as environment:
            for variable, value in variables.items():
                environment.setenv(variable, value)
            ran = typed_in_colour(*words)
        assert ran.code == 0, ran
        out = f"{STYLES.sub('', ran.out)}{ran.err}"
        screens.append(f"{f'── {name} ':─<{variables['COLUMNS']}}\n{out}")
    piped = typed(*words)
    text = "".join([*screens, f"{'── piped ':─<80}\n{piped.out}{piped.err}"])
    if board := os.environ.get("BOARDROOM_DB"):
        text = text.replace(os.path.dirname(board), "FOLDER")
    return _SIZE.sub(lambda size: re.sub(r"\d", "0", size.group()), _UID.sub("UID", text))
