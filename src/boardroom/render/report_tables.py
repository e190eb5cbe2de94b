"""The tables and figures that a report is made of."""

from __future__ import annotations

from boardroom.record import Record
from boardroom.render.charts import Chart


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
