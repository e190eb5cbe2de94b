"""What a view looks like before it has a face: headings, tables, fields, due lines and prose, made of literal text and roles.

`terminal` draws a page with rich, `plain` writes it for a pipe; neither knows what it is about.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple


class Cell(NamedTuple):
    """A piece of text and its role, which a terminal gives a style: `overdue`, `due`, `soon`, `good`, `strong`, `quiet` or none.

    `mark` is the part of the text, from one place to another, that is to stand out from the rest.
    """

    text: str
    role: str = ""
    mark: tuple[int, int] = (0, 0)


class Column(NamedTuple):
    """A column of a table. A `fixed` one (ids, dates, words of a state) is never wrapped; another may shrink to `least` cells.

    On a screen too narrow for that, `lead` ones make a row's first line, and `bare` ones go without their title.
    """

    title: str
    fixed: bool = False
    lead: bool = False
    bare: bool = False
    least: int = 10


class Heading(NamedTuple):
    """The title of what follows, and an aside to it."""

    title: str
    aside: tuple[Cell, ...] = ()


class Table(NamedTuple):
    """Rows of cells under columns. `more` is how many further rows there are, shown where rows were left out on a screen.

    `below` is what else there is to say of each row, in pieces, which a screen sets in under it; a pipe is given columns instead.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    more: str = ""
    below: tuple[tuple[Cell, ...], ...] = ()


class Fields(NamedTuple):
    """A record: labels and values, empty ones left out by whoever made it."""

    rows: tuple[tuple[str, Cell], ...]


class Entry(NamedTuple):
    """One thing to see to: how severe, who, what about it, and the command to type next."""

    severity: str
    who: str
    what: str
    next: str


class Entries(NamedTuple):
    """Things to see to, the most severe first."""

    rows: tuple[Entry, ...]


class Prose(NamedTuple):
    """A paragraph, wrapped."""

    text: str
    role: str = ""


class Text(NamedTuple):
    """The user's own words, their lines kept."""

    text: str


def for_pipe(rows: Iterable[Iterable[str | int | date | None]]) -> Table:
    """Rows for a program to read: days in ISO, and an empty field where there is none."""
    return Table(
        (), tuple(tuple(Cell("" if value is None else str(value)) for value in row) for row in rows)
    )


Block = Heading | Table | Fields | Entries | Prose | Text


class Page(NamedTuple):
    """A whole answer. `pipe` is what goes into a pipe instead, where a screen's arrangement would be no use there."""

    blocks: tuple[Block, ...]
    pipe: tuple[Block, ...] | None = None
