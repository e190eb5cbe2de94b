"""The page: blocks of literal text, with a role for each piece.

`terminal` draws a page with rich, `plain` writes it to a pipe, and `markdown` turns it into
Markdown. None of them knows what the page is about.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boardroom.record import Record


class Cell(Record):
    """A piece of text and its role, which decides its style on a terminal.

    The role is `overdue`, `due`, `soon`, `good`, `strong`, `quiet` or empty. `mark` is the start
    and end of the part to highlight. What is `drawn` of signs says nothing that words beside it
    don't, and is left out where `ACCESSIBLE` is set.
    """

    text: str
    role: str = ""
    mark: tuple[int, int] = (0, 0)
    drawn: bool = False


class Column(Record):
    """A column of a table.

    A `fixed` one (ids, dates, states) is never wrapped; any other may shrink to `least` terminal
    cells. On a screen too narrow for that, the `lead` columns form a row's first line, and `bare`
    ones are shown without their title.
    """

    title: str
    fixed: bool = False
    lead: bool = False
    bare: bool = False
    least: int = 10


class Heading(Record):
    """A title, and what is shown beside it."""

    title: str
    aside: tuple[Cell, ...] = ()


class Table(Record):
    """Rows of cells under columns.

    `rows` is iterated once, so it may be a generator. `more` says how many rows were left out.
    `below` are the details of each row, which a terminal indents below it.
    """

    columns: tuple[Column, ...]
    rows: Iterable[tuple[Cell, ...]]
    more: str = ""
    below: tuple[tuple[Cell, ...], ...] = ()


class Fields(Record):
    """The labels and values of a record, without empty ones.

    A terminal on which the page does not fit puts `shorter` values in place of the rows of these
    numbers, one after the other until it fits; if it never does, it shows the whole ones.
    """

    rows: tuple[tuple[str, Cell], ...]
    shorter: tuple[tuple[int, Cell], ...] = ()

    def shortened(self) -> Fields:
        """The same with the first of its `shorter` values."""
        (number, cell), *others = self.shorter
        label = self.rows[number][0]
        rows = (*self.rows[:number], (label, cell), *self.rows[number + 1 :])
        return Fields(rows, tuple(others))


class Entry(Record):
    """What to do about one person or thing: severity, who, what, and the command to type.

    `also` is a second command, which a terminal shows below the first.
    """

    severity: str
    who: str
    what: str
    next: str
    also: str = ""


class Entries(Record):
    """Things to do, and the `folded` ones, which a terminal shows as one paragraph.

    With `all_command`, a terminal leaves out what does not fit its height, and names this command.
    """

    rows: tuple[Entry, ...]
    folded: tuple[str, ...] = ()
    all_command: str = ""


class Prose(Record):
    """A paragraph of the program's own words, or lines that each stand for themselves."""

    text: str
    role: str = ""


class Text(Record):
    """The user's own text, with its line breaks."""

    text: str


Block = Heading | Table | Fields | Entries | Prose | Text


class Rows(Record):
    """Rows for a program to read, iterated once, while they are written.

    They are plain strings, since a Cell for each of thousands takes a fifth of a long list's time.
    """

    rows: Iterable[Iterable[str]]


class Page(Record):
    """A whole answer. `pipe` replaces `blocks` in a pipe; None if both are the same."""

    blocks: tuple[Block, ...]
    pipe: tuple[Block | Rows, ...] | None = None


def for_pipe(rows: Iterable[Iterable[str | int | date | None]]) -> Rows:
    """The rows for a program to read: dates in ISO, None as an empty field."""
    return Rows(["" if value is None else str(value) for value in row] for row in rows)
