"""Pages as labelled lines, for `ACCESSIBLE`."""

from __future__ import annotations

import ast
import re
from datetime import date
from pathlib import Path

import pytest

from boardroom.queries.due import due
from boardroom.queries.prep import prep
from boardroom.queries.review_facts import review_facts
from boardroom.render.due import due_page
from boardroom.render.formatting import DRAW_IN_ASCII, is_accessible
from boardroom.render.labelled import labelled_lines
from boardroom.render.page import (
    Cell,
    Column,
    Entries,
    Entry,
    Fields,
    Heading,
    Page,
    Prose,
    Table,
    Text,
)
from boardroom.render.prep import prep_page
from boardroom.render.review_facts import facts_page
from boardroom.store.file import reading
from tests.boards import TODAY, Board
from tests.render.test_screens import PAGES, page_of

DRAWN = re.compile(r"[━●▁▄█]")


@pytest.fixture
def demonstration(board: Board) -> Board:
    """The demonstration board."""
    board.lay_demo()
    return board


def test_nothing_is_drawn_and_nothing_stands_in_columns(demonstration: Board) -> None:
    with reading(demonstration.path) as board:
        facts = facts_page(review_facts(board, today=TODAY))
    pages = [facts, *(page_of(demonstration, name) for name in PAGES)]
    lines = [line for page in pages for line in labelled_lines(page)]

    assert [line for line in lines if DRAWN.search(line) or "  " in line] == []


def test_every_block_has_its_lines() -> None:
    page = Page(
        (
            Heading("Your board", (Cell("2 seats"), Cell("● today", drawn=True))),
            Table(
                (Column("seat", lead=True), Column("who", lead=True), Column("window"), Column("")),
                (
                    (Cell("Finance"), Cell("Marcus"), Cell("●━", drawn=True), Cell("due")),
                    (Cell(""), Cell("Ana"), Cell(""), Cell("")),
                ),
                more="and 3 more",
                below=((Cell("agenda 2"), Cell("")), ()),
            ),
            Fields((("goals", Cell("g1")), ("", Cell("g2")), ("weeks", Cell("▁▄", drawn=True)))),
            Entries((Entry("due", "Ana", "pause ended", "boardroom x", "boardroom y"),), ("Tom",)),
            Prose("The end."),
            Text("One\nTwo"),
        )
    )

    assert "\n".join(labelled_lines(page)) == (
        "Your board: 2 seats\n\n"
        "Finance, Marcus\nwindow: due\nagenda 2\nAna\n\nand 3 more\n\n"
        "goals: g1\ngoals: g2\n\n"
        "due: Ana: pause ended\nnext: boardroom x\nor: boardroom y\nsoon: Tom\n\n"
        "The end.\n\n"
        "One\nTwo"
    )


@pytest.mark.parametrize(
    ("value", "wanted"), [("1", True), ("yes", True), ("0", False), ("false", False), ("", False)]
)
def test_accessible_is_a_switch(value: str, wanted: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCESSIBLE", value)

    assert is_accessible() is wanted


SEVERITY_WORDS = re.compile(
    r"overdue|\bdue\b|soon|late|past|today|ended|ago|days|tell|planned|none"
)


@pytest.mark.parametrize("day", [TODAY, date(2026, 12, 24), date(2027, 4, 1)])
def test_each_severity_is_a_word_too(demonstration: Board, day: date) -> None:
    with reading(demonstration.path) as board:
        pages = [
            due_page(due(board, today=day), rest_command=""),
            prep_page(prep(board, 1, today=day, notes_count=3)),
            *(page_of(demonstration, name) for name in PAGES),
        ]
    cells = [cell for page in pages for cell in _cells(page) if cell.role in ("overdue", "due")]

    assert cells
    assert [cell for cell in cells if not cell.drawn and not SEVERITY_WORDS.search(cell.text)] == []


def test_every_sign_that_is_drawn_has_one_in_ascii() -> None:
    render = Path(__file__).parents[2] / "src/boardroom/render"
    # A report is HTML, and so UTF-8, whatever the terminal can draw.
    sources = set(render.glob("*.py")) - set(render.glob("report*.py"))
    signs = {
        sign
        for path in sources
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for sign in node.value
        if not sign.isascii()
    }

    assert "●" in signs
    assert [sign for sign in signs if b"\\" in sign.encode("ascii", DRAW_IN_ASCII)] == []


def _cells(value: object) -> list[Cell]:
    """Every cell of a page."""
    if isinstance(value, Cell):
        return [value]
    if isinstance(value, tuple):
        return [cell for part in value for cell in _cells(part)]
    return []
