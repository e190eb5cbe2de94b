"""Whether the day or the month comes first in a column of another program's table.

That is decided once for a column, by the rows in which only one can be: a cell alone can't tell.
"""

from __future__ import annotations

from collections.abc import Iterable

from boardroom.errors import BadInput, ImportRejected
from boardroom.formats.board_content import NOTHING_IMPORTED
from boardroom.formats.incoming.column_days import LONGEST, NUMERIC, WEEKDAY
from boardroom.formats.incoming.records import shown
from boardroom.record import Record


class UndecidedOrder(BadInput):
    """No row of a column says if the day or the month comes first, and no setting does."""

    def __init__(self, column: str, example: str) -> None:
        super().__init__(
            f"No row of {column} says if {shown(example)} has the day or the month first.",
            "Say so: boardroom config set date_order dmy (or mdy).",
        )
        self.column, self.example = column, example


BY_SETTING = "as the setting date_order says"
"""Who decides the order of a column in which no cell does."""


class Order(Record):
    """Which comes first in a column, `dmy` or `mdy`, and the first cell of which this matters.

    The cell decides it, unless that is left to the setting.
    """

    order: str | None
    cell: str = ""
    place: str = ""
    is_by_setting: bool = False

    def words(self, column: str) -> str:
        """What to say of a column of this order; empty if no cell of it depends on it."""
        if not self.cell:
            return ""
        first = "day" if self.order == "dmy" else "month"
        by = BY_SETTING if self.is_by_setting else f"as {self.place} says"
        return f"{column}: read {first} first, {by} ({self.cell})."


def order_of(cells: Iterable[tuple[str, str]], column: str, date_order: str | None) -> Order:
    """The order of a column, whose cells each come with their place.

    Raises:
        UndecidedOrder: no cell decides, and there is no `date_order`.
        ImportRejected: two cells contradict each other, and there is no `date_order`.
    """
    deciding: dict[str, tuple[str, str]] = {}
    undecided = ""
    for place, cell in cells:
        shape = NUMERIC.match(_bare(cell))
        if shape is None:
            continue
        first, second = int(shape["first"]), int(shape["second"])
        if first > 12 >= second:
            deciding.setdefault("dmy", (place, cell))
        elif second > 12 >= first:
            deciding.setdefault("mdy", (place, cell))
        elif first != second and first and second:
            undecided = undecided or cell
    if len(deciding) > 1:
        (one, day_first), (other, month_first) = deciding["dmy"], deciding["mdy"]
        if date_order is not None:  # the rows of the other order are bad
            cell = deciding[date_order][1]
            return Order(date_order, cell.strip(), is_by_setting=True)
        raise ImportRejected(
            f"{column} has days in both orders: {shown(day_first)} in {one}, {shown(month_first)}"
            f" in {other}.",
            "Write them all as 2026-11-24, or say which is right: boardroom config set date_order"
            f" dmy (or mdy). {NOTHING_IMPORTED}",
        )
    for order, (place, cell) in deciding.items():
        return Order(order, cell.strip(), place)
    if undecided and date_order is None:
        raise UndecidedOrder(column, undecided)
    return Order(date_order, undecided.strip(), is_by_setting=bool(undecided))


def _bare(cell: str) -> str:
    return WEEKDAY.sub("", " ".join(cell[:LONGEST].split()), count=1)
