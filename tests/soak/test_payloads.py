"""Hostile text in every field, in every view: shown whole, and never as a control."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.typed import typed
from tests.soak.changes import BOARD
from tests.soak.conftest import Measured
from tests.soak.program import boardroom

PAYLOADS = (
    *(
        "\x1b[31m",
        "\x1b[2J\x1b[H",
        "\x1b]0;title\x07",
        "\x1b]8;;http://x\x1b\\link",
        "\x1bP1;2|x\x1b\\",
    ),
    *(
        "\x9b2J",
        "\x9d0;t\x9c",
        "\x85",
        "\x07\x08",
        "\x0b\x0c",
        "\x7f",
        "\x01\x02\x1f",
        "\x1b(0",
        "\x1bc",
    ),
    *(
        "\u202egnp.exe",
        "\u2066\u2067\u2068\u2069",
        "\u200e\u200f",
        "\u061c",
        "\u202a\u202b\u202c\u202d",
    ),
    *(
        "[/]",
        "[bold]x[/bold]",
        "[link=http://x]",
        ":smile:",
        "[red]",
        "\\[x]",
        "{{ 7*7 }}",
        "<b>&amp;",
    ),
    *("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|'/C calc'!A0", "%s%n", "$HOME `id` $(id)"),
    *("\u200b", "\u2060\ufeff", "\u00ad", "\U000e0041\U000e007f", "\ufff9\ufffa\ufffb", "👩🏽‍🚀"),
    *("# x", "| a | b |", "```", "<!-- x -->"),
)
BEGIN, END = "Begin", "End"

VIEWS = """
due
board
prep marcus
prep marcus --md
advisor show marcus
advisor list
advisor list --prospects
goal list
goal show g1
agreement show marcus
criterion list
agenda list
meeting list
meeting show m1
meeting show m2
promise list
advice list
exchange list
search Begin
review --facts
review --list
review --show r1
review --md
history
config list
""".strip().splitlines()

_RAW = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_STYLE = re.compile(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\")
_FIELDS = (
    "UPDATE advisor SET seat = ?1, org = ?1, how_met = ?1, their_goals = ?1, email = ?1, name = ?1",
    "UPDATE advisor SET phone = ?1, link = ?1, city = ?1, notes = ?1, nicknames = json_array(?1)",
    "UPDATE advisor SET strengths = json_array(?1), perspectives = json_object('industry', ?1)",
    "UPDATE transition SET how = ?1, about = ?1, note = ?1",
    "UPDATE goal SET title = ?1, why = ?1, note = ?1",
    "UPDATE goal_step SET text = ?1, note = ?1",
    "UPDATE meeting SET place = ?1, notes = ?1",
    "UPDATE agenda_item SET text = ?1, answer = iif(status = 'covered', ?1, NULL)",
    "UPDATE promise SET text = ?1, note = iif(status = 'open', NULL, ?1)",
    "UPDATE advice SET text = ?1, outcome = iif(outcome IS NULL, NULL, ?1)",
    "UPDATE exchange SET text = ?1, person = iif(person IS NULL, NULL, ?1)",
    "UPDATE agreement SET hopes = ?1, boundaries = ?1, focus = json_array(?1)",
    "UPDATE criterion SET text = ?1",
    "UPDATE snooze SET why = ?1",
    "UPDATE review SET board_note = ?1",
    "UPDATE review_answer SET name = ?1, note = ?1",
    "UPDATE operation SET summary = ?1",
)


@pytest.fixture
def reviewed(template: Path, tmp_path: Path) -> Path:
    """A board with a completed review, to be copied."""
    path = tmp_path / "reviewed.db"
    shutil.copy(template / BOARD, path)
    ran = boardroom("review", "--answers", str(template / "answers.json"), db=str(path))
    assert ran.code == 0, ran
    return path


def _fill(reviewed: Path, path: Path, payload: str) -> None:
    shutil.copy(reviewed, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in _FIELDS:
            connection.execute(statement, (f"{BEGIN}{payload}{END}",))


def _printable(text: str) -> str:
    """The characters of a text that a screen shows, without blanks, where it may be broken."""
    return "".join(_RAW.sub("", text).split())


@pytest.mark.parametrize("output", ["a terminal", "a pipe"])
def test_every_view_shows_a_payload_whole_and_harmless(
    output: str,
    reviewed: Path,
    tmp_path: Path,
    measured: Measured,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / BOARD
    monkeypatch.setenv("BOARDROOM_DB", str(path))
    if output == "a terminal":
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("COLUMNS", "200")
    wrong = []
    for payload in PAYLOADS:
        _fill(reviewed, path, payload)
        for view in VIEWS:
            ran = typed(*view.split())
            shown = _STYLE.sub("", ran.out) if output == "a terminal" else ran.out
            if ran.code != 0:
                wrong.append(f"{payload!r} in {view}: exit {ran.code} {ran.err[:200]!r}")
            if raw := _RAW.search(shown + ran.err):
                wrong.append(f"{payload!r} in {view}: raw {raw.group()!r}")
            if BEGIN in shown and not _is_whole(shown, payload):
                wrong.append(f"{payload!r} in {view}: eaten")

    count = len(PAYLOADS) * len(VIEWS)
    measured(f"payloads in every field, {output}", count, "views", wrong=wrong)
    assert (len(PAYLOADS) >= 40, wrong) == (True, [])


def _is_whole(shown: str, payload: str) -> bool:
    """Whether the printable characters of the payload are all there, in their order."""
    letters = (re.escape(letter) for letter in _printable(payload))
    # Between them may be breaks of a line, a frame, and how a control is made visible.
    between = r"(?:[\s│|\\]|\\?x[0-9a-f]{2}|\\?u[0-9a-f]{4}|\\?U[0-9a-f]{8}|&\w+;)*"
    return re.search(between.join((BEGIN, *letters, END)), shown) is not None
