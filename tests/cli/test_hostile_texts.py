"""Fifty texts that would take over a terminal, in every field of every record, in every view."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from boardroom.queries.search_sources import JSON_COLUMNS, SOURCES
from boardroom.render.formatting import safe
from tests.boards import Board
from tests.cli.typed import typed, typed_at_screen

PAYLOADS = (
    *(
        "\x1b[31m",
        "\x1b[2J",
        "\x1b]0;t\x07",
        "\x1b]8;;http://x\x1b\\",
        "\x1bP1$r\x1b\\",
        "\x1b_x\x1b\\",
    ),
    *(
        "\x07",
        "\x08\x08",
        "\x7f",
        "\x0b",
        "\x0c",
        "\x85",
        "\x9b2J",
        "\x9d0;t\x9c",
        "\x90q",
        "\r",
    ),
    *("\u202e", "\u2066\u2069", "\u200f", "\u061c", "\u2028", "\u2029"),
    *(
        "\u200b",
        "\u2060",
        "\ufeff",
        "\u00ad",
        "\ufff9\ufffb",
        "\U000e0041\U000e007f",
        "\u034f",
        "\u3164",
    ),
    *(
        "[bold]",
        "[/]",
        "[/bold]",
        "[link=x]",
        "\\[",
        "**",
        "_x_",
        "`x",
        "<b>",
        "&amp;",
        "|",
        "#",
        "{x}",
    ),
    *(
        "=1+1",
        "+cmd|'/C'!A0",
        "@SUM(1)",
        "-2",
        "%s%n",
        "$(id)",
        "'; DROP",
        '"',
        "👩\u200d💻",
        "❤\ufe0f",
    ),
)
MARKED = [f"A{payload}Z" for payload in PAYLOADS]
"""Each between two letters, so that nothing of it can be missed."""
TEXT = " ".join(MARKED)
VIEWS = """
due --all
board
prep marcus --last 9
advisor list
advisor list --prospects
advisor show marcus --all
meeting list --all
meeting show m1
agenda list --all
goal list --all
goal show g1
promise list --all
advice list --all
exchange list --all
criterion list
agreement list
agreement show marcus
review --facts
history
search A
config list
""".strip().splitlines()


@pytest.fixture(scope="module")
def hostile_board(tmp_path_factory: pytest.TempPathFactory) -> Board:
    """The demonstration board with the text in place of every text on it."""
    board = Board(tmp_path_factory.mktemp("hostile") / "board.db")
    board.lay_demo()
    for source in SOURCES:
        for column in source.columns:
            value = TEXT
            if column in JSON_COLUMNS:
                value = json.dumps({"a": TEXT} if column == "perspectives" else [TEXT])
            board.put(
                f"UPDATE {source.table} SET {column} = ? WHERE {column} IS NOT NULL",  # noqa: S608
                value,
            )
    board.put("UPDATE operation SET summary = ?", TEXT)
    return board


@pytest.fixture(autouse=True)
def _on_it(hostile_board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDROOM_DB", str(hostile_board.path))
    monkeypatch.setenv("TERM", "dumb")


def _raw(shown: str) -> list[str]:
    """The lines with a character that has an effect, or that nobody sees."""
    return [
        line
        for line in shown.split("\n")
        if safe(line.replace("\t", " ")) != line.replace("\t", " ")
    ]


def _texts(value: Any) -> Iterator[str]:  # noqa: ANN401  JSON
    if isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif isinstance(value, str):
        yield value


@pytest.mark.parametrize("view", VIEWS)
def test_a_pipe_shows_every_text_whole_and_nothing_raw(view: str) -> None:
    ran = typed(*view.split())

    assert (ran.code, _raw(ran.out), ran.err) == (0, [], "")
    if not view.startswith(("config", "search")):  # an excerpt has the words around a match
        shown = "".join(ran.out.split())
        assert [text for text in MARKED if "".join(safe(text).split()) not in shown] == []


@pytest.mark.parametrize("columns", ["40", "120"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_terminal_shows_nothing_raw(
    view: str, columns: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    ran = typed_at_screen(*view.split())

    assert (ran.code, _raw(ran.out), _raw(ran.err)) == (0, [], [])


@pytest.mark.parametrize("view", VIEWS)
def test_json_has_every_text_as_typed_and_nothing_raw(view: str) -> None:
    ran = typed(*view.split(), "--json")

    assert (ran.code, _raw(ran.out), ran.err) == (0, [], "")
    texts = list(_texts(ran.json))
    assert TEXT in texts or view in ("config list", "search A", "due --all")


@pytest.mark.parametrize("view", ["prep marcus --md", "review --md"])
def test_markdown_has_nothing_raw(view: str) -> None:
    ran = typed(*view.split())

    assert _raw(ran.out) == []


def test_a_text_goes_in_and_comes_out_as_typed(board: Board) -> None:
    board.advisor("Ana Lima")

    ran = typed("agenda", "add", "ana", TEXT)

    assert (ran.code, _raw(ran.out)) == (0, [])
    assert board.sql("SELECT text FROM agenda_item") == [(TEXT,)]
