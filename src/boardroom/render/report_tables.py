"""The tables and figures that a report is made of."""

from __future__ import annotations

import re
from datetime import date

from boardroom.record import Record
from boardroom.render.charts import Chart
from boardroom.render.formatting import plural, short_day
from boardroom.rules.day_format import MONTHS

_NO_BREAK_SPACE, _NO_BREAK_HYPHEN = "\u00a0", "\u2011"
_WHOLE = re.compile(rf"\b\d+-\d+[dwm]\b|\b\d\d? (?:{'|'.join(month[:3] for month in MONTHS)})\b")
"""What stays on one line: a window, a day with its month."""


def unbroken_day(day: date, today: date) -> str:
    """“Tue 1 Sep”, with its year unless that is this year; day and month stay on one line."""
    return unbroken(short_day(day, today))


def unbroken(words: str) -> str:
    """Words of the program in which windows and days stay on one line."""
    return _WHOLE.sub(
        lambda found: found[0].replace("-", _NO_BREAK_HYPHEN).replace(" ", _NO_BREAK_SPACE), words
    )


class DataCell(Record):
    """Words with a quiet `note` under them, or a chart; of several people, their names.

    `kind` is a state to set off, which the words say too.
    """

    text: str | tuple[str, ...]
    note: str = ""
    chart: Chart | None = None
    kind: str = ""


def open_state(due_on: date | None, today: date, *, can_be_late: bool = True) -> DataCell:
    """The state of a promise or a step that is open: late, due, or neither."""
    if due_on is None or due_on > today:
        return DataCell("open")
    if due_on == today:
        return DataCell("open", "due today", kind="due")
    days = plural((today - due_on).days, "day")
    if not can_be_late:
        return DataCell("open", f"{days} ago", kind="due")
    return DataCell("open", f"{days} late", kind="overdue")


class DataTable(Record):
    """A table; the first cell of each row is its heading.

    `scale` stands over the charts of the second column.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[DataCell, ...], ...]
    scale: Chart | None = None


class Figure(Record):
    """A chart with its legend, and the same in a table."""

    chart: Chart
    legend: str
    table: DataTable
