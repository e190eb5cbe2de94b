from __future__ import annotations

from datetime import date, timedelta

import pytest

from boardroom.queries.promises import PromiseList, PromiseView
from boardroom.render.page import Cell
from boardroom.render.promises import due_cell, promises_page
from tests.boards import TODAY
from tests.render.drawing import drawn

MINE = PromiseView(
    3,
    "0" * 36,
    "marcus",
    "Marcus Ojo",
    "me",
    "Send the revised deck",
    "promise",
    None,
    None,
    private=False,
    made_on=TODAY,
    due_on=None,
    done_on=None,
    status="open",
)
LISTED = PromiseList(
    (
        MINE._replace(due_on=date(2026, 11, 10)),
        MINE._replace(
            id=14,
            name="Ana Lima",
            by_whom="them",
            text="Introduce [/bold] 王小明 to the steering group and its chair",
            due_on=date(2026, 11, 20),
        ),
        MINE._replace(id=2, done_on=date(2026, 11, 3), status="kept", note="They liked it"),
    ),
    1200,
)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (
            40,
            """\
p3  Marcus Ojo  you
  Tue 10 Nov, 11 days late
  Send the revised deck
p14  Ana Lima  they
  Fri 20 Nov, 1 day ago
  Introduce [/bold] 王小明 to the
  steering group and its chair
p2  Marcus Ojo  you
  kept Tue 3 Nov
  Send the revised deck → They liked it

1,200 more: boardroom promise list --all
""",
        ),
        (
            80,
            """\
id   with        who   by                        what was promised
p3   Marcus Ojo  you   Tue 10 Nov, 11 days late  Send the revised deck
p14  Ana Lima    they  Fri 20 Nov, 1 day ago     Introduce [/bold] 王小明 to the
                                                 steering group and its chair
p2   Marcus Ojo  you   kept Tue 3 Nov            Send the revised deck → They
                                                 liked it

1,200 more: boardroom promise list --all
""",
        ),
    ],
)
def test_promises_fit_every_width(width: int, expected: str) -> None:
    assert (
        drawn(promises_page(LISTED, TODAY, "", "boardroom promise list --all"), width) == expected
    )


@pytest.mark.parametrize(
    ("by_whom", "days", "expected"),
    [
        ("me", -11, Cell("Tue 10 Nov, 11 days late", "overdue")),
        ("me", -1, Cell("Fri 20 Nov, 1 day late", "overdue")),
        ("me", 0, Cell("today", "due")),
        ("me", 1, Cell("Sun 22 Nov")),
        ("them", -1, Cell("Fri 20 Nov, 1 day ago", "due")),
        ("them", 0, Cell("today", "due")),
    ],
)
def test_only_my_own_promise_is_called_late(by_whom: str, days: int, expected: Cell) -> None:
    assert (
        due_cell(MINE._replace(by_whom=by_whom, due_on=TODAY + timedelta(days=days)), TODAY)
        == expected
    )


def test_a_thank_you_is_never_called_late() -> None:
    thanks = MINE._replace(kind="thanks", due_on=TODAY - timedelta(days=1))

    assert due_cell(thanks, TODAY) == Cell("Fri 20 Nov, 1 day ago", "due")


def test_a_kept_promise_shows_the_day_it_was_kept() -> None:
    assert due_cell(MINE, TODAY) == Cell("")
    assert due_cell(
        MINE._replace(due_on=TODAY, done_on=date(2025, 12, 31), status="kept"), TODAY
    ) == Cell("kept Wed 31 Dec 2025", "quiet")
    assert due_cell(MINE._replace(done_on=TODAY, status="dropped"), TODAY) == Cell(
        "dropped Sat 21 Nov", "quiet"
    )
