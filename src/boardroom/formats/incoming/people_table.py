"""Reads people from a table: of Google, LinkedIn or Outlook, or any other with columns mapped."""

from __future__ import annotations

import re
from collections import Counter

from boardroom.errors import BadInput
from boardroom.formats.incoming.birthdays import read_birthday
from boardroom.formats.incoming.column_days import read_day, serial_doubt
from boardroom.formats.incoming.column_mapping import format_mapping
from boardroom.formats.incoming.columns import Columns
from boardroom.formats.incoming.day_order import order_of
from boardroom.formats.incoming.headers import is_label, plain_header, value_field
from boardroom.formats.incoming.name_order import given_first, turned_doubt
from boardroom.formats.incoming.records import (
    LONG_NAME,
    NAME_LIMIT,
    Birthday,
    Fault,
    HeldMeeting,
    Incoming,
    Person,
    link_key,
    shown,
)
from boardroom.formats.incoming.tables import Row, Table
from boardroom.rules.names import fold
from boardroom.rules.windows import parse_window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_SEVERAL = " ::: "
_LABELS_OF_NOBODY = ("* mycontacts", "* starred", "mycontacts")
_LINKED = re.compile(r"\[\[([^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
_ADDRESS_AFTER = re.compile(r" \(https?://[^\s)]*\)")
_NUMBERED = re.compile(r"(.+?) \d{1,2}(?: -|:) .+")
_FAMILY_NAME_FIRST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Japanese, Chinese or Korean letters."""
_OWN = ("org", "title", "city", "how_met", "seat", "timezone")
_GOOGLE = ("e-mail 1 - value", "phonetic first name", "group membership")
_OUTLOOK = ("e-mail 2 address", "internet free busy", "business street", "e-mail 2-adresse")
_OUTLOOK_ELSEWHERE = ("benutzer 1", "utilisateur 1", "usuario 1", "utente 1", "gebruiker 1")
_CONNECTED = ("connected on", "verbunden am", "connexion etablie le", "conectado el")


def kind_of_table(table: Table, columns: Columns) -> str:
    """Whose table it is, by its columns."""
    if columns.is_meetings:
        return "meetings"
    headers = {plain_header(header) for header in table.header}
    if headers & {*_GOOGLE} or any(map(value_field, headers)):
        return "google"
    if headers & {*_OUTLOOK, *_OUTLOOK_ELSEWHERE}:
        return "outlook"
    link = columns.place_of("link")
    links = [row.cells[link] for row in table.rows[:20]] if link is not None else []
    is_linkedin = any("linkedin.com/in" in cell.lower() for cell in links)
    if headers & {*_CONNECTED} or (is_linkedin and len(table.header) <= 8):
        return "linkedin"
    return "csv"


def read_people(
    table: Table, columns: Columns, kind: str, *, date_order: str | None, this_year: int
) -> Incoming:
    """The people in a table, and when they were last met.

    Raises:
        ImportRejected, BadInput: the days of a column can't be read; see `order_of`.
    """
    reader = _Reader(table, columns, kind, date_order, this_year)
    for row in table.rows:
        reader.read(row)
    return reader.incoming()


class _Reader:
    def __init__(
        self, table: Table, columns: Columns, kind: str, date_order: str | None, this_year: int
    ) -> None:
        self._table, self._columns, self._kind = table, columns, kind
        self._this_year = this_year
        self._people: dict[str, Person] = {}
        self._meetings: list[HeldMeeting] = []
        self._faults = [*table.faults]
        self._doubtful: list[str] = []
        self._lost: Counter[str] = Counter()
        self._repeats: Counter[str] = Counter()
        self._turned: dict[str, str] = {}
        self._orders = {
            field: self._order(field, date_order)
            for field in ("birthday", "last_met")
            if columns.place_of(field) is not None
        }
        mapped = {*columns.fields, *columns.more}
        self._unmapped = [place for place in range(len(table.header)) if place not in mapped]

    def read(self, row: Row) -> None:
        """Takes the next row."""
        cells = {field: row.cells[place] for place, field in self._columns.fields.items()}
        name = self._name(row.place, cells)
        if not name:
            self._lost["a row without a person's name"] += 1
            return
        if len(name) > NAME_LIMIT:
            self._faults.append(Fault(row.place, "name", LONG_NAME))
            return
        fields, notes = self._fields(row, cells)
        for place in self._unmapped:
            self._count_lost(place, row.cells[place])
        source_id = self._source_id(name, fields)
        if source_id in self._people:
            same = self._people[source_id].place
            self._doubtful.append(f"{row.place}: {name} is in {same} already, taken for the same.")
            self._repeats[source_id] += 1
            source_id = f"{source_id}\n{self._repeats[source_id]}"
        birthday = self._birthday(row, cells.get("birthday", ""))
        self._people[source_id] = Person(name, row.place, source_id, fields, notes, birthday)
        self._last_met(row, source_id, cells.get("last_met", ""))

    def incoming(self) -> Incoming:
        """All that was read."""
        place = self._columns.place_of("name")
        column = self._table.header[place] if place is not None else "name"
        return Incoming(
            self._kind,
            tuple(self._people.values()),
            tuple(self._meetings),
            maps=(format_mapping(self._table, self._columns),),
            lost=dict(self._lost),
            doubtful=(*self._doubtful, *filter(None, [turned_doubt(self._turned, column)])),
            faults=tuple(self._faults),
        )

    def _name(self, place: str, cells: dict[str, str]) -> str:
        last, comma, letters = cells.get("last_name", "").partition(",")
        if comma and letters.strip():
            self._lost["letters after a name"] += 1
        if cells.get("prefix"):
            self._lost["a title before a name"] += 1
        parts = (cells.get("first_name", ""), cells.get("middle_name", ""), last)
        if all(_FAMILY_NAME_FIRST.match(part) for part in (parts[0], last)):
            parts = (last, *parts[:2])
        composed = " ".join(" ".join(parts).split())
        written = unlinked(cells.get("name", ""))
        name = given_first(written) or composed
        if name not in (written, composed):
            self._turned.setdefault(written, place)
        return "" if "@" in name and " " not in name else name

    def _source_id(self, name: str, fields: dict[str, Any]) -> str:
        link = fields.get("link", "") if self._kind == "linkedin" else ""
        return link_key(link) if link else fold(name)

    def _fields(self, row: Row, cells: dict[str, str]) -> tuple[dict[str, Any], tuple[str, ...]]:
        """The columns of a person, and the paragraphs of their notes."""
        over: list[str] = []
        fields: dict[str, Any] = {}
        for field in ("email", "phone", "link"):
            texts = [cells.get(field, "")]
            texts += [row.cells[at] for at, more in self._columns.more.items() if more == field]
            values = [value.strip() for text in texts for value in text.split(_SEVERAL)]
            if field == "email":
                values = [*filter(self._is_email, values)]
            values = [*dict.fromkeys(value for value in values if value)]
            if values:
                fields[field] = values[0]
                over += values[1:]
        for field in _OWN:
            if value := unlinked(cells.get(field, "").split(_SEVERAL)[0]):
                fields[field] = value
        if nicknames := [
            n.strip() for n in re.split("[,;]", cells.get("nickname", "")) if n.strip()
        ]:
            fields["nicknames"] = nicknames
        if window := self._window(row, cells.get("window", "")):
            fields["window"] = window
        notes = [cells.get("notes", "")]
        notes += [row.cells[at] for at, more in self._columns.more.items() if more == "notes"]
        notes.append(f"Also: {', '.join(over)}" if over else "")
        return fields, tuple(note for note in notes if note)

    def _is_email(self, value: str) -> bool:
        if value and "@" not in value:
            self._lost["an address that is no email address"] += 1
        return "@" in value

    def _window(self, row: Row, cell: str) -> str:
        if not cell:
            return ""
        try:
            return str(parse_window(cell))
        except BadInput:
            self._doubtful.append(f"{row.place}: {shown(cell)} is no window, and left out.")
            return ""

    def _order(self, field: str, date_order: str | None) -> str | None:
        place = self._columns.place_of(field)
        assert place is not None  # asked only of columns that are there
        cells = [(row.place, row.cells[place]) for row in self._table.rows if row.cells[place]]
        header = self._table.header[place]
        order = order_of(cells, header, date_order)
        serials = serial_doubt((cell for _, cell in cells), header, since_1904=None)
        self._doubtful += filter(None, (order.words(header), serials))
        return order.order

    def _birthday(self, row: Row, cell: str) -> Birthday | None:
        if not cell:
            return None
        try:
            return read_birthday(cell, self._orders["birthday"], this_year=self._this_year)
        except ValueError as error:
            self._faults.append(self._fault(row, "birthday", error))
            return None

    def _last_met(self, row: Row, source_id: str, cell: str) -> None:
        if not cell:
            return
        try:
            on = read_day(cell, self._orders["last_met"]).on
        except ValueError as error:
            self._faults.append(self._fault(row, "last_met", error))
            return
        self._meetings.append(HeldMeeting(source_id, on, row.place, f"{source_id} {on}"))

    def _fault(self, row: Row, field: str, error: ValueError) -> Fault:
        place = self._columns.place_of(field)
        assert place is not None  # it has a cell
        return Fault(row.place, self._table.header[place], str(error))

    def _count_lost(self, place: int, cell: str) -> None:
        labels = [label.strip().lower() for label in cell.split(_SEVERAL)]
        if any(label and label not in (*_LABELS_OF_NOBODY, "*") for label in labels):
            self._lost[_lost_words(self._table.header[place] or str(place + 1))] += 1


def _lost_words(header: str) -> str:
    """What a column without a field holds: one kind for all of `Event 1 - Label` and its like."""
    header = header.replace("–", "-")
    if header.endswith((" - Label", " - Type")) or is_label(header):
        return "the kind of an address or a number"
    numbered = _NUMBERED.fullmatch(header)
    return f"the column {numbered[1] if numbered else header}"


def unlinked(text: str) -> str:
    """A name without the marks and addresses of links."""
    return _ADDRESS_AFTER.sub("", _LINKED.sub(r"\1", text)).strip()
