"""Reads a spreadsheet of meetings: a row a meeting, with a day and with whom."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from boardroom.formats.incoming.column_days import Day, read_day, serial_doubt
from boardroom.formats.incoming.column_mapping import format_mapping
from boardroom.formats.incoming.columns import Columns
from boardroom.formats.incoming.day_order import order_of
from boardroom.formats.incoming.meeting_lengths import Lengths
from boardroom.formats.incoming.name_order import given_first, turned_doubt
from boardroom.formats.incoming.people_table import unlinked
from boardroom.formats.incoming.records import (
    LONG_NAME,
    NAME_LIMIT,
    Fault,
    HeldMeeting,
    Incoming,
    Person,
    shown,
)
from boardroom.formats.incoming.tables import Row, Table
from boardroom.formats.incoming.ways import way_in
from boardroom.rules.names import fold

_PAIR = 2
_BLANKS = re.compile(r"\s+")
_BETWEEN_NAMES = re.compile(r"\s*(?:;|\n|&|/|\+|\s(?:and|und|et|y|e|en|och|og|i|ja)\s)\s*")
_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?(?::\d{2})?\s*(?P<half>[ap]\.?m\.?)?"
)


def read_meetings(table: Table, columns: Columns, *, date_order: str | None) -> Incoming:
    """The meetings in a table, and the people they were with.

    Raises:
        ImportRejected, BadInput: the days can't be read; see `order_of`.
    """
    reader = _Reader(table, columns, date_order)
    for row in table.rows:
        reader.read(row)
    return reader.incoming()


class _Reader:
    def __init__(self, table: Table, columns: Columns, date_order: str | None) -> None:
        self._table, self._columns = table, columns
        self._people: dict[str, Person] = {}
        self._meetings: list[HeldMeeting] = []
        self._faults = [*table.faults]
        self._doubtful: list[str] = []
        self._lost: Counter[str] = Counter()
        self._repeats: Counter[tuple[str, date]] = Counter()
        place = columns.place_of("date")
        assert place is not None  # checked with the columns
        days = [(row.place, row.cells[place]) for row in table.rows if row.cells[place]]
        order = order_of(days, table.header[place], date_order)
        self._order = order.order
        serials = serial_doubt(
            (cell for _, cell in days), table.header[place], since_1904=columns.since_1904
        )
        self._lengths = Lengths(table, columns)
        self._doubtful += filter(
            None, (order.words(table.header[place]), serials, self._lengths.doubt)
        )
        mapped = {*columns.fields, *columns.more}
        self._unmapped = [at for at in range(len(table.header)) if at not in mapped]
        self._notes_at = [at for at in sorted(mapped) if columns.field_at(at) == "notes"]
        who = columns.place_of("who")
        assert who is not None  # checked with the columns
        self._who = table.header[who]
        parts = {part for row in table.rows for part in _parts_of(row.cells[who])}
        self._alone = {fold(part) for part in parts if "," not in part}
        self._pieces = Counter(fold(piece) for part in parts for piece in _pieces_of(part))
        self._pairs: set[str] = set()
        self._turned: dict[str, str] = {}

    def read(self, row: Row) -> None:
        """Takes the next row."""
        cells = {field: row.cells[place] for place, field in self._columns.fields.items()}
        names = self._names_in(row.place, cells["who"])
        try:
            day = read_day(cells["date"], self._order, since_1904=self._columns.since_1904)
        except ValueError as error:
            self._refuse(row, "date", str(error))
            return
        if not names or max(map(len, names)) > NAME_LIMIT:
            self._refuse(row, "who", LONG_NAME if names else "it names nobody")
            return
        field = "minutes"
        try:
            minutes = self._lengths.minutes(cells)
            field = "time"
            at = _time(cells.get("time", "")) or day.at
        except ValueError as error:
            self._refuse(row, field, str(error))
            return
        for place in self._unmapped:
            if row.cells[place]:
                self._lost[f"the column {self._table.header[place] or place + 1}"] += 1
        for name in names:
            self._add(row, cells, name, Day(day.on, at), minutes)

    def incoming(self) -> Incoming:
        """All that was read."""
        return Incoming(
            "meetings",
            tuple(self._people.values()),
            tuple(self._meetings),
            maps=(format_mapping(self._table, self._columns),),
            lost=dict(self._lost),
            doubtful=(*self._doubtful, *filter(None, [turned_doubt(self._turned, self._who)])),
            faults=tuple(self._faults),
        )

    def _add(
        self, row: Row, cells: dict[str, str], name: str, day: Day, minutes: int | None
    ) -> None:
        who = fold(name)
        self._people.setdefault(who, Person(name, row.place, who, {}))
        self._repeats[who, day.on] += 1
        where, way = cells.get("place", ""), cells.get("way", "")
        known_way = way_in(way) or (way_in(where) if not way else None)
        if way and not known_way:
            self._doubtful.append(f"{row.place}: {shown(way)} is no way to meet, taken as other.")
        self._meetings.append(
            HeldMeeting(
                who,
                day.on,
                row.place,
                f"{who} {day.on} {self._repeats[who, day.on]}",
                start_time=day.at,
                way=known_way or ("other" if way else None),
                where=where or None,
                minutes=minutes,
                notes="\n".join(filter(None, (row.cells[at] for at in self._notes_at))) or None,
            )
        )

    def _names_in(self, place: str, cell: str) -> list[str]:
        """The people whom a cell names.

        A comma parts full names, and names that stand without one elsewhere in the column: “Lima,
        Ana” is Ana Lima.
        """
        names: list[str] = []
        for part in _parts_of(cell):
            pieces = _pieces_of(part)
            are_people = all(" " in piece for piece in pieces)
            if are_people or all(fold(piece) in self._alone for piece in pieces):
                names += pieces
                self._doubt_pair(place, part, pieces)
            else:
                names.append(given_first(part))
                if names[-1] != part:
                    self._turned.setdefault(part, place)
        return [*dict.fromkeys(names)]

    def _doubt_pair(self, place: str, part: str, pieces: list[str]) -> None:
        """Doubts two full names that are in no other cell: family names may stand first."""
        if len(pieces) != _PAIR or part in self._pairs:
            return
        if all(self._pieces[fold(piece)] == 1 for piece in pieces):
            self._pairs.add(part)
            family, given = pieces
            self._doubtful.append(
                f"{place}, {self._who}: {shown(part)} is taken for two people; if it is one, write"
                f" {shown(f'{given} {family}')}."
            )

    def _refuse(self, row: Row, field: str, problem: str) -> None:
        place = self._columns.place_of(field)
        if place is None:
            place = self._columns.place_of("hours")
        header = self._table.header[place] if place is not None else field
        self._faults.append(Fault(row.place, header, problem))


def _time(text: str) -> str | None:
    """The time of day, HH:MM."""
    if not text:
        return None
    shape = _TIME.fullmatch(text.strip().lower())
    hour = int(shape["hour"]) if shape else 24
    if shape and shape["half"] and hour <= 12:
        hour = hour % 12 + (12 if shape["half"].startswith("p") else 0)
    minute = int(shape["minute"] or 0) if shape else 60
    if hour > 23 or minute > 59:
        raise ValueError(f"{shown(text)} is no time of day")
    return f"{hour:02}:{minute:02}"


def _parts_of(cell: str) -> list[str]:
    """The parts of a cell of people that are surely more than one person."""
    text = _BLANKS.sub(lambda blanks: "\n" if "\n" in blanks[0] else " ", unlinked(cell))
    return [part for part in map(str.strip, _BETWEEN_NAMES.split(text)) if part]


def _pieces_of(part: str) -> list[str]:
    return [piece.strip() for piece in part.split(",") if piece.strip()]
