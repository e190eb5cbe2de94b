"""Days in a column: one order for all of it, and nothing filled in."""

from __future__ import annotations

from datetime import date

import pytest

from boardroom.errors import ImportRejected
from boardroom.formats.incoming.birthdays import read_birthday
from boardroom.formats.incoming.column_days import Day, read_day
from boardroom.formats.incoming.day_order import UndecidedOrder, order_of
from boardroom.formats.incoming.records import Birthday


def _order(*cells: str, setting: str | None = None) -> str | None:
    placed = [(f"line {number}", cell) for number, cell in enumerate(cells, 2)]
    return order_of(placed, "Date", setting).order


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (("03/08/2026", "16/10/2026"), "dmy"),
        (("3/8/26", "10/16/26"), "mdy"),
        (("31.06.2026", "1.2.2026"), "dmy"),
        (("2026-07-02", "5 Mar 2021"), None),
        (("5/5/2026",), None),
        (("Fri 16-10-2026", "1-2-2026"), "dmy"),
    ],
)
def test_the_rows_that_can_decide_the_order(cells: tuple[str, ...], order: str | None) -> None:
    assert _order(*cells) == order
    if order:
        assert _order(*cells, setting="mdy" if order == "dmy" else "dmy") == order


def test_where_none_decides_it_is_asked_or_set() -> None:
    with pytest.raises(UndecidedOrder, match=r"No row of Date says if “03/08/2026” has the day"):
        _order("2026-07-02", "03/08/2026")
    assert _order("03/08/2026", setting="mdy") == "mdy"


def test_both_orders_in_one_column_are_refused() -> None:
    with pytest.raises(ImportRejected, match=r"both orders: “16/10/2026” in line 2"):
        _order("16/10/2026", "10/16/2026")


def test_a_setting_decides_between_rows_that_contradict_each_other() -> None:
    cells = [("line 2", "16/10/2026"), ("line 3", "10/16/2026")]

    order = order_of(cells, "Date", "mdy")

    assert order.words("Date") == (
        "Date: read month first, as the setting date_order says (10/16/2026)."
    )


@pytest.mark.parametrize(
    ("cell", "order", "day"),
    [
        ("2026-07-02", "dmy", Day(date(2026, 7, 2))),
        ("2026/7/2", None, Day(date(2026, 7, 2))),
        ("20260702", None, Day(date(2026, 7, 2))),
        ("3/8/26", "dmy", Day(date(2026, 8, 3))),
        ("3/8/26", "mdy", Day(date(2026, 3, 8))),
        ("31.05.2026", "dmy", Day(date(2026, 5, 31))),
        ("05 Mar 2021", None, Day(date(2021, 3, 5))),
        ("1 Feb 2025", None, Day(date(2025, 2, 1))),
        ("5. März 2021", None, Day(date(2021, 3, 5))),
        ("05 mars 2021", None, Day(date(2021, 3, 5))),
        ("5 de marzo de 2021", None, Day(date(2021, 3, 5))),
        ("Jul 2, 2026", None, Day(date(2026, 7, 2))),
        ("October 16, 2026", None, Day(date(2026, 10, 16))),
        ("November 24, 2026 3:30 PM", None, Day(date(2026, 11, 24), "15:30")),
        ("September 1, 2026 → September 2, 2026", None, Day(date(2026, 9, 1))),
        ("16-Oct-26", None, Day(date(2026, 10, 16))),
        ("Fri, 16 Oct 2026", None, Day(date(2026, 10, 16))),
        ("10/16/2026 09:05", "mdy", Day(date(2026, 10, 16), "09:05")),
        ("2026-10-16T14:30:00", None, Day(date(2026, 10, 16), "14:30")),
        ("46311", None, Day(date(2026, 10, 16))),
        ("46311.75", None, Day(date(2026, 10, 16), "18:00")),
        ("2026年3月5日", None, Day(date(2026, 3, 5))),
    ],
)
def test_a_full_day_is_read(cell: str, order: str | None, day: Day) -> None:
    assert read_day(cell, order) == day


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("31.06.2026", "there is no “31.06.2026”"),
        ("2026-02-29", "there is no “2026-02-29”"),
        ("13/13/2026", "there is no “13/13/2026”"),
        ("16-Oct", "“16-Oct” has no year"),
        ("16/10", "“16/10” has no year"),
        ("########", "the column was too narrow when the table was saved, so its day is lost"),
        ("0/0/00", "it has no day"),
        ("may", "“may” is no date like 2026-11-24"),
        ("2026", "“2026” is no date like 2026-11-24"),
        ("yesterday", "“yesterday” is no date like 2026-11-24"),
        ("x" * 70, f"“{'x' * 60}…” is no date"),
    ],
)
def test_nothing_is_filled_in(cell: str, why: str) -> None:
    with pytest.raises(ValueError, match=r".") as caught:
        read_day(cell, "dmy")
    assert str(caught.value) == why


@pytest.mark.parametrize(
    ("cell", "birthday"),
    [
        ("--03-07", Birthday(3, 7)),
        ("03-07", Birthday(3, 7)),
        ("7 March", Birthday(3, 7)),
        ("1970-02-01", Birthday(2, 1, 1970)),
        ("3/7/84", Birthday(3, 7, 1984)),
        ("3/7/11", Birthday(3, 7, 2011)),
        ("0/0/00", None),
        ("", None),
    ],
)
def test_a_birthday_may_lack_its_year(cell: str, birthday: Birthday | None) -> None:
    assert read_birthday(cell, "mdy", this_year=2026) == birthday
