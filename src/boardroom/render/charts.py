"""The geometry of charts: days and counts to places on a drawing.

Across, a place is a percentage, so that a chart is as wide as its page and its words keep their
size; down, it is in pixels. A mark's `kind` is its class in the style sheet.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boardroom.record import Record
from boardroom.rules.calendar import add_months
from boardroom.rules.day_format import MONTHS, format_day

_MARGIN = 2.0
"""The percentage kept free on each side, so that no mark is cut off."""
_MOST_TICKS = 6
_MOST_IN_CELL = 4
"""The most ticks in a cell of a table, which is a hundred pixels wide on a telephone."""
_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 24000)
"""The months that may lie between two ticks."""
_LAST_YEAR = 9999


class Line(Record):
    """A line from one place to another."""

    x1: float
    y1: float
    x2: float
    y2: float
    kind: str


class Bar(Record):
    """A rectangle, by its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    kind: str


class Dot(Record):
    """A circle, by its centre."""

    x: float
    y: float
    radius: float
    kind: str


class Label(Record):
    """Words at a place: they begin, end or have their middle there, by `anchor`."""

    x: float
    y: float
    text: str
    anchor: str = "middle"
    kind: str = "label"


class Chart(Record):
    """A drawing, `height` pixels high; its `title` says in words what it shows."""

    title: str
    height: int
    marks: tuple[Line | Bar | Dot | Label, ...]


class Axis(Record):
    """The days along a chart; the percentages `left` and `right` of its width are kept free."""

    first: date
    last: date
    left: float = _MARGIN
    right: float = _MARGIN

    def at(self, day: date) -> float:
        """The place of a day; a day beyond an end is at that end."""
        days = max((self.last - self.first).days, 1)
        share = min(max((day - self.first).days / days, 0.0), 1.0)
        return round(self.left + share * (100 - self.left - self.right), 2)

    def holds(self, day: date) -> bool:
        """Whether a day is on the axis."""
        return self.first <= day <= self.last


class Tick(Record):
    """A day on an axis, mostly the first of a month, and its name."""

    on: date
    text: str


def axis_of(days: Iterable[date | None]) -> Axis:
    """The axis that holds all these days, of which at least one is no None."""
    known = [day for day in days if day is not None]
    return Axis(min(known), max(known))


def _named(axis: Axis, most: int) -> tuple[Tick, ...]:
    """The months to name on an axis, or its ends if it is too short for two of them."""
    months = ticks(axis, most)
    if len(months) > 1:
        return months
    ends = dict.fromkeys((axis.first, axis.last))
    return tuple(Tick(day, f"{day.day} {MONTHS[day.month - 1][:3]}") for day in ends)


def ticks(axis: Axis, most: int = _MOST_TICKS) -> tuple[Tick, ...]:
    """The months to name on an axis, at most `most`: “Feb”, “2026” for January, or only years."""
    months = (axis.last.year - axis.first.year) * 12 + axis.last.month - axis.first.month
    step = next((step for step in _STEPS if months // step < most), _STEPS[-1])
    found = []
    number = axis.first.year * 12 + axis.first.month - 1
    number += -number % step
    while number // 12 <= min(axis.last.year, _LAST_YEAR):
        on = date(number // 12, number % 12 + 1, 1)
        if axis.holds(on):
            found.append(Tick(on, str(on.year) if on.month == 1 else MONTHS[on.month - 1][:3]))
        number += step
    return tuple(found)


def axis_marks(
    axis: Axis, y: float, *, today: date | None = None, top: float = 0
) -> list[Line | Label]:
    """The line of an axis with its ticks, their names under it.

    The day of `today` is an upright line down from `top`.
    """
    marks: list[Line | Label] = [Line(axis.left, y, 100 - axis.right, y, "axis")]
    for tick in _named(axis, _MOST_TICKS):
        x = axis.at(tick.on)
        marks += [
            Line(x, y, x, y + 4, "axis"),
            Label(x, y + 17, tick.text, anchor_at(x), "tick"),
        ]
    if today is not None:
        marks.append(Line(axis.at(today), top, axis.at(today), y, "today"))
    return marks


def scale(axis: Axis) -> Chart:
    """The names of the months, or both ends of a short axis, to stand over a column of charts."""
    marks: list[Line | Label] = []
    for tick in _named(axis, _MOST_IN_CELL):
        x = axis.at(tick.on)
        marks += [Label(x, 13, tick.text, anchor_at(x), "tick"), Line(x, 18, x, 22, "axis")]
    title = f"From {format_day(axis.first)} to {format_day(axis.last)}"
    return Chart(title, 22, tuple(marks))


def anchor_at(x: float) -> str:
    """How to lay words at a place so that the edge cuts none off."""
    if x < 10:
        return "start"
    return "end" if x > 90 else "middle"


def buckets(first: date, last: date) -> tuple[date, ...]:
    """The first days of the months, quarters or years from one day to another, few enough for bars.

    The first may be before `first`.
    """
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    step = 1 if months <= 24 else 3 if months <= 72 else 12
    number = first.year * 12 + first.month - 1
    start = number - number % step
    begin = date(start // 12, start % 12 + 1, 1)
    count = (number + months - 1 - start) // step + 1
    return tuple(add_months(begin, step * place) for place in range(count))
