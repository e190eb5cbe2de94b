"""Odd text is accepted, stored and shown literally: on a screen, in a pipe and as JSON."""

from __future__ import annotations

import re

import pytest

from tests.boards import Board
from tests.cli.typed import typed

# A name and how it is printed: control characters made visible, everything else literal.
ODD = {
    "[/bold]": "[/bold]",
    "[red]Anna[/red] :smile:": "[red]Anna[/red] :smile:",
    "\x1b[31mRed\x1b[0m": "\\x1b[31mRed\\x1b[0m",
    "Beep\a\x9b2J": "Beep\\x07\\x9b2J",
    "Evil \u202etxt.exe": "Evil \\u202etxt.exe",
    "👩🏽‍🚀 Ada": "👩🏽‍🚀 Ada",
    "🙂": "🙂",
    "王小明": "王小明",
    "O'Brien; DROP TABLE advisor": "O'Brien; DROP TABLE advisor",
    '"; rm -rf ~ #': '"; rm -rf ~ #',
    "-Dash": "-Dash",
    "--json": "--json",
    "100% %s {0} $HOME": "100% %s {0} $HOME",
    "Zoë\u0301 Ŋ": "Zoë\u0301 Ŋ",
}
SCREENS = [
    ("advisor", "show"),
    ("advisor", "list"),
    ("due",),
    ("board",),
    ("meeting", "list"),
    ("agenda", "list"),
    ("history",),
]


@pytest.mark.parametrize("name", ODD)
def test_an_odd_name_is_shown_literally_everywhere(
    empty_board: Board, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    added = typed("advisor", "add", "--json", "--", name)
    assert (added.code, added.err, added.json["name"]) == (0, "", name)
    handle = added.json["handle"]
    assert typed("plan", handle, "tomorrow", f"--place={name}").code == 0
    assert typed("agenda", "add", handle, "--", name).code == 0
    assert typed("advisor", "show", "--json", "--", handle).json["name"] == name
    assert typed("agenda", "list", "--json").json["agenda_items"][0]["text"] == name
    for forced in (False, True):
        if forced:
            monkeypatch.setenv("FORCE_COLOR", "1")
            monkeypatch.setenv("COLUMNS", "200")
        for words in SCREENS:
            shown = typed(*words, *([handle] if words[-1] == "show" else []))
            assert (shown.code, shown.err) == (0, "")
            assert ODD[name] in _without_styles(shown.out), words
            assert not re.search(
                r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", _without_styles(shown.out)
            ), words
    assert _without_styles(typed("advisor", "rm", handle, "--yes").out).startswith(
        f"Removed {ODD[name]} and all their records\nboardroom undo takes it back"
    )
    assert empty_board.sql("SELECT count(*) FROM advisor") == [(0,)]


@pytest.mark.parametrize(
    "name", ["[/bold] x", "\x1b[31mRed", "王小明", "O'Brien; DROP TABLE advisor"]
)
def test_an_odd_name_can_be_typed_as_who(board: Board, name: str) -> None:
    board.advisor(name)
    assert typed("advisor", "show", name, "--json").json["name"] == name


def test_notes_keep_their_line_breaks(board: Board) -> None:
    board.advisor()
    notes = "Line one\n\n  [/indented]\twith a tab"
    assert typed("advisor", "edit", "marcus", "--notes", notes).code == 0
    assert typed("advisor", "show", "marcus", "--json").json["notes"] == notes


def test_an_odd_who_is_quoted_safely(board: Board) -> None:
    board.advisor()
    assert typed("advisor", "show", "\x1b[31m[/bold]").err == (
        "Nobody matches '\\x1b[31m[/bold]'. List everybody with: boardroom advisor list --all\n"
    )


def _without_styles(screen: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", screen)
