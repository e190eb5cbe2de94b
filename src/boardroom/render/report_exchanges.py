"""Give and take with one person in a report: the bars and their table."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date

from boardroom.queries.report import Exchanged, PersonYear
from boardroom.render.charts import Axis, Bar, Chart, Dot, Label, Line, axis_marks, buckets
from boardroom.render.formatting import short_day
from boardroom.render.report_tables import DataCell, DataTable, Figure
from boardroom.rules.day_format import long_month

_COUNT_HEIGHT = 16.0
"""The pixels that a count over or under its bar takes."""


def exchange_words(year: PersonYear) -> str:
    """What was given and received, in words; empty if nothing was."""
    directions = [exchange.direction for exchange in year.exchanges]
    if not directions:
        return ""
    return f"You gave {directions.count('given')}, and got {directions.count('received')}."


def exchange_figure(year: PersonYear, axis: Axis, today: date) -> Figure:
    """The bars of give and take, and their table."""
    return Figure(
        _bars(year.exchanges, axis, year.person.name, today=today),
        "Above the line what you gave, below it what you got; dotted: today",
        DataTable(
            f"Give and take with {year.person.name}",
            ("From", "You gave", "You got"),
            tuple(_rows(year, axis.first, today)),
        ),
    )


def _rows(year: PersonYear, since: date, today: date) -> Iterator[tuple[DataCell, ...]]:
    for first, given, received in _counts(year.exchanges, since, today):
        if given or received:
            yield (
                DataCell(f"{long_month(first)} {first.year}"),
                DataCell(str(given)),
                DataCell(str(received)),
            )


def _bars(exchanges: Sequence[Exchanged], axis: Axis, name: str, *, today: date) -> Chart:
    """Bars by month, with their counts: above the line what was given, below it received."""
    counts = _counts(exchanges, axis.first, today)
    most_given = max(given for _, given, _ in counts)
    most_received = max(received for _, _, received in counts)
    unit = min(14.0, round(40 / max(most_given, most_received, 1), 2))
    line = round(most_given * unit + _COUNT_HEIGHT, 2)
    bottom = round(line + most_received * unit + _COUNT_HEIGHT, 2)
    ends = [*(first for first, _, _ in counts[1:]), today]
    marks: list[Line | Bar | Dot | Label] = []
    for (first, given, received), end in zip(counts, ends, strict=True):
        x = axis.at(max(first, axis.first))
        width = max(round((axis.at(end) - x) * 0.7, 2), 0.8)
        middle = round(x + width / 2, 2)
        if given:
            top = round(line - given * unit, 2)
            marks.append(Bar(x, top, width, round(given * unit, 2), "given"))
            marks.append(Label(middle, top - 4, str(given)))
        if received:
            height = round(received * unit, 2)
            marks.append(Bar(x, line, width, height, "received"))
            marks.append(Label(middle, line + height + 12, str(received)))
    marks += axis_marks(axis, bottom, today=today)
    marks.append(Line(axis.left, line, 100 - axis.right, line, "axis"))
    return Chart(
        f"Give and take with {name} up to {short_day(today, today)}: you gave"
        f" {sum(given for _, given, _ in counts)}, and got"
        f" {sum(received for _, _, received in counts)}.",
        math.ceil(bottom) + 20,
        tuple(marks),
    )


def _counts(
    exchanges: Sequence[Exchanged], since: date, today: date
) -> list[tuple[date, int, int]]:
    """How much was given and received, by the first day of each month, quarter or year."""
    starts = buckets(since, today)
    counts = []
    for place, first in enumerate(starts):
        end = starts[place + 1] if place + 1 < len(starts) else date.max
        directions = [exchange.direction for exchange in exchanges if first <= exchange.on < end]
        counts.append((first, directions.count("given"), directions.count("received")))
    return counts
