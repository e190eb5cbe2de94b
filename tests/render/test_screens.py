"""Pages of unusual boards in every face, compared with `tests/golden`.

`tests/cli/test_every_screen.py` compares what each command shows of a usual board. After an intended
change, run `pytest tests/render/test_screens.py --update-golden` and check the diff.
"""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from rich.console import Console

from boardroom.actions.demo_people import MARCUS, TOM
from boardroom.queries.advisors import advisor, advisors
from boardroom.queries.board import board as board_view
from boardroom.queries.due import due
from boardroom.queries.history import operations
from boardroom.queries.settings import setting_list
from boardroom.queries.timeline import timeline
from boardroom.render.advisor_page import advisor_page
from boardroom.render.advisors import advisors_page
from boardroom.render.board import board_page
from boardroom.render.due import due_page
from boardroom.render.history import history_page
from boardroom.render.labelled import labelled_lines
from boardroom.render.page import Page
from boardroom.render.settings import settings_page
from boardroom.render.terminal import print_page
from boardroom.render.timeline import with_timeline
from boardroom.store.file import reading
from boardroom.store.reversal import undo
from tests.boards import TODAY, Board
from tests.render.drawing import piped

Golden = Callable[[str, str], None]
PAGES: dict[str, Callable[[sqlite3.Connection], Page]] = {
    "due": lambda connection: due_page(due(connection, today=TODAY)),
    "board": lambda connection: board_page(board_view(connection, today=TODAY)),
    "advisor-list": lambda connection: advisors_page(
        advisors(connection, today=TODAY), TODAY, "Nobody."
    ),
    "advisor-show": lambda connection: with_timeline(
        advisor_page(advisor(connection, MARCUS, today=TODAY), TODAY),
        timeline(connection, MARCUS, today=TODAY, limit=10),
        TODAY,
        since=None,
        all_="boardroom advisor show marcus --all",
    ),
    "config": lambda connection: settings_page(setting_list(connection)),
}


def on_terminal(page: Page, width: int, *, colours: bool = False) -> str:
    console = Console(
        file=io.StringIO(),
        force_terminal=True,
        width=width,
        height=100,
        color_system="256" if colours else None,
        legacy_windows=False,
    )
    print_page(page, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def faces(page: Page) -> str:
    """The page in every form, each below a line that is as wide as its screen."""
    shown = [
        f"{f'── {width} columns ':─<{width}}\n{on_terminal(page, width)}" for width in (40, 80, 120)
    ]
    accessible = "".join(f"{line}\n" for line in labelled_lines(page))
    return "".join(
        [
            *shown,
            f"{'── ACCESSIBLE ':─<80}\n{accessible}",
            f"{'── piped ':─<80}\n{piped(page)}",
        ]
    )


def page_of(board: Board, screen: str) -> Page:
    with reading(board.path) as connection:
        return PAGES[screen](connection)


@pytest.fixture
def demo(board: Board) -> Board:
    """The demonstration board with a change made and undone, on the evening of the 21st (UTC)."""
    board.lay_demo()
    board.recorded = True
    board.step(TOM, "paused", "2026-11-21", until="2026-12-24")
    undo(board.path, 1, today=TODAY)
    with closing(sqlite3.connect(board.path)) as connection, connection:
        connection.execute("UPDATE operation SET at = format('2026-11-21T20:0%d:30Z', id)")
    return board


@pytest.fixture
def odd(board: Board) -> Board:
    """A board of people with odd names, one in each state, who meet in odd places."""
    wang, bold, escape, brien, family = (
        board.advisor(name, joined="2026-09-10", seat=seat)
        for name, seat in (
            ("王小明", "供应链与物流"),
            ("[/bold]", "[red]Finance"),
            ("Eve \x1b[31mred\x1b[0m", None),
            ("O'Brien; DROP TABLE", "Truth-teller; --"),
            ("👨‍👩‍👧‍👦 Família Araújo", "❤️"),
        )
    )
    board.meeting(wang, "2026-09-20")
    board.meeting(bold, "2026-10-20")
    board.meeting(escape, "2026-10-31")
    board.meeting(escape, "2026-11-28", "planned", place="\x1b]0;Bar\x07 [i]")
    board.meeting(brien, "2026-11-19", "planned", way="call")
    board.meeting(family, "2026-11-22", "planned", start_time="15:30", place="东京の喫茶店 ☕")
    board.step(bold, "paused", "2026-11-01", until="2027-02-28")
    board.snooze(wang, "2026-12-03")
    return board


@pytest.mark.parametrize("screen", ["due", "board", "advisor-list"])
def test_odd_names_keep_their_columns(odd: Board, golden: Golden, screen: str) -> None:
    golden(f"{screen}-odd", faces(page_of(odd, screen)))


@pytest.mark.parametrize("screen", ["due", "board"])
def test_each_severity_has_one_colour(demo: Board, golden: Golden, screen: str) -> None:
    golden(
        f"{screen}-colours",
        on_terminal(page_of(demo, screen), 80, colours=True).replace("\x1b", "␛"),
    )


@pytest.mark.parametrize("screen", PAGES)
def test_colours_change_no_letter(demo: Board, screen: str) -> None:
    page = page_of(demo, screen)

    coloured = on_terminal(page, 80, colours=True)

    assert "".join(
        part.partition("m")[2] if index else part
        for index, part in enumerate(coloured.split("\x1b["))
    ) == on_terminal(page, 80)


def test_a_board_with_one_person_says_what_is_missing(board: Board, golden: Golden) -> None:
    board.advisor()

    golden("board-lacking", faces(page_of(board, "board")))


def test_a_full_board_fits_a_small_terminal(board: Board, golden: Golden) -> None:
    made = (
        ("Marcus Ojo", "Finance"),
        ("Ana Lima", "Truth-teller"),
        ("Tom Berg", "Retail"),
        ("Priya Nair", "Tech"),
        ("Dana Reyes", "People"),
    )
    marcus, ana, tom, priya, dana = (
        board.advisor(name, seat=seat, perspectives=["industry=Food", f"city={name[0]}"])
        for name, seat in made
    )
    for row_id, met, agenda, mine, theirs in (
        (marcus, "2026-09-21", 2, 1, 0),
        (ana, "2026-10-16", 1, 0, 1),
        (tom, "2026-11-05", 1, 2, 1),
        (priya, "2026-09-18", 0, 0, 0),
        (dana, "2026-10-30", 12, 10, 0),
    ):
        board.meeting(row_id, met)
        for number in range(agenda):
            board.item(row_id, f"Item {number}?")
        for whose, count in (("me", mine), ("them", theirs)):
            for number in range(count):
                board.promise(row_id, f"Promise {number}", by_whom=whose)
    board.meeting(tom, "2026-12-03", "planned")
    board.exchange(ana, "received")
    board.exchange(tom, "given")
    board.step(priya, "paused", "2026-11-01", until="2027-01-10")
    board.setting("seats", "5")
    board.goal("Run a P&L", marcus, dana)
    board.goal("Speak at the retail summit", priya)

    page = page_of(board, "board")

    golden("board-missing", faces(page))
    assert on_terminal(page, 80).count("\n") < 24


def test_an_empty_board_says_how_to_begin(board: Board, golden: Golden) -> None:
    board.setting("soon", "7d")

    golden("board-empty", faces(page_of(board, "board")))


def test_the_history_looks_the_same(
    demo: Board, move_to: Callable[[str], None], golden: Golden
) -> None:
    move_to("UTC")
    with reading(demo.path) as connection:
        page = history_page(operations(connection), TODAY)

    golden("history", faces(page))


def test_the_history_has_local_times(demo: Board, move_to: Callable[[str], None]) -> None:
    move_to("Asia/Tokyo")
    with reading(demo.path) as connection:
        page = history_page(operations(connection, limit=1), TODAY)

    assert on_terminal(page, 80) == (
        "when              what\n"
        "Sun 22 Nov 05:03  undo: Paused Tom Berg until Thu 24 Dec 2026\n"
    )  # fmt: skip
    assert piped(page) == "2026-11-22 05:03\tundo: Paused Tom Berg until Thu 24 Dec 2026\t\n"
