"""The tables and figures that a report is made of."""

from __future__ import annotations

from datetime import date

from boardroom.record import Record
from boardroom.render.charts import Chart
from boardroom.render.formatting import short_day

_NO_BREAK_SPACE, _NO_BREAK_HYPHEN = "\u00a0", "\u2011"


def unbroken_day(day: date, today: date) -> str:
    """“Tue 1 Sep”, with its year unless that is this year; day and month stay on one line."""
    weekday, number, rest = short_day(day, today).split(" ", 2)
    return f"{weekday} {number}{_NO_BREAK_SPACE}{rest}"


def unbroken(words: str, window: str) -> str:
    """Words in which a window stays on one line."""
    return words.replace(window, window.replace("-", _NO_BREAK_HYPHEN))


class DataCell(Record):
    """Words with a quiet `note` under them, or a chart.

    `kind` is a state to set off, which the words say too.
    """

    text: str
    note: str = ""
    chart: Chart | None = None
    kind: str = ""


class DataTable(Record):
    """A table; the first cell of each row is its heading."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[DataCell, ...], ...]


class Figure(Record):
    """A chart with its legend, and the same in a table."""

    chart: Chart
    legend: str
    table: DataTable
