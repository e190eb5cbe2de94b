"""What each column of a table of people or meetings is: proposed by its header and its cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from boardroom.errors import BadInput
from boardroom.formats.incoming.headers import (
    IGNORED,
    MEETING_FIELDS,
    MEETING_HEADERS,
    NAME_FIELDS,
    PERSON_FIELDS,
    PERSON_HEADERS,
    SEVERAL,
    SINCE_1904,
    first_field,
    plain_header,
    repeated_field,
)
from boardroom.formats.incoming.honorifics import is_honorific
from boardroom.formats.incoming.tables import Table
from boardroom.record import Record
from boardroom.rules.ids import uid_of
from boardroom.rules.text import join_words, quoted

_LOOKED_AT = 200
_TITLES = ("title", "titel", "titulo", "titolo", "titre", "tytul", "tittel", "敬称")
"""The headers that stand for a job in one program, and for “Dr.” in another."""
_LINKEDIN_ORDER = ("first_name", "last_name", "link", "email", "org", "title", IGNORED)

_OF_MEETINGS = frozenset(MEETING_FIELDS) - frozenset(PERSON_FIELDS)
_OF_PEOPLE = frozenset(PERSON_FIELDS) - frozenset(MEETING_FIELDS)
_AS_MEETINGS = {"name": "who"}
"""What a field of people is in a table of meetings."""


class Columns(Record):
    """The field of each column by its place; `more` are further values of a field.

    `is_meetings` if a row is a meeting and not a person, `since_1904` if its days count from then.
    """

    fields: Mapping[int, str]
    more: Mapping[int, str]
    is_meetings: bool
    since_1904: bool = False

    def place_of(self, field: str) -> int | None:
        """The place of the column that is a field; None if none is."""
        return next((place for place, name in self.fields.items() if name == field), None)

    def field_at(self, place: int) -> str:
        """The field of the column at a place, of one that is one more too; empty if it has none."""
        return self.fields.get(place, self.more.get(place, ""))


def header_id(table: Table) -> str:
    """The UUID by which a mapping of these columns is remembered."""
    return uid_of("header", *map(plain_header, table.header))


def columns_of(
    table: Table,
    given: Mapping[str, str],
    remembered: Mapping[str, str],
    *,
    is_meetings: bool | None,
) -> Columns:
    """What the columns are: as `given`, else as `remembered`, else as their headers say.

    Raises:
        BadInput: a name or the day of a meeting is in none of them.
    """
    wanted = {plain_header(column): field for column, field in {**remembered, **given}.items()}
    since_1904 = SINCE_1904 in wanted.values()
    wanted = {h: "date" if field == SINCE_1904 else field for h, field in wanted.items()}
    headers = [plain_header(header) for header in table.header]
    if is_meetings is None:
        is_meetings = _are_meetings(headers, wanted)
    if is_meetings:
        wanted = {header: _AS_MEETINGS.get(field, field) for header, field in wanted.items()}
    by_header = MEETING_HEADERS if is_meetings else PERSON_HEADERS
    fields: dict[int, str] = {}
    more: dict[int, str] = {}
    # The user's own first, and of two columns of one kind that which holds anything.
    order = {place: (h not in wanted, not _cells(table, place)) for place, h in enumerate(headers)}
    for place in sorted(order, key=lambda place: order[place]):
        header = headers[place]
        field = wanted.get(header) or by_header.get(header, "")
        field = field or by_header.get(header.partition(" (")[0], "")
        field = field or ("" if is_meetings else first_field(header))
        if field and field not in fields.values():
            fields[place] = field
        else:
            again = field if field in SEVERAL else repeated_field(header)
            if again and (again == "notes" or not is_meetings):
                more[place] = again
    if not is_meetings:
        _correct_by_cells(table, headers, fields, wanted)
    fields = {place: field for place, field in fields.items() if field != IGNORED}
    columns = Columns(
        fields, {p: f for p, f in more.items() if p not in fields}, is_meetings, since_1904
    )
    _check(table, columns)
    return columns


def _are_meetings(headers: Sequence[str], wanted: Mapping[str, str]) -> bool:
    """Whether the rows are meetings: they have a day and somebody, and no address of them.

    A field that only the one or the other has decides, if the user has given it; a name both have.
    """
    given = {*wanted.values()} - {"name"}
    if given & _OF_MEETINGS or given & _OF_PEOPLE:
        return bool(given & _OF_MEETINGS)
    meeting = {
        _AS_MEETINGS.get(field, field) for field in _fields(headers, MEETING_HEADERS, wanted)
    }
    of_person_alone = {"email", "phone", "last_name", "org", "link", "birthday", "last_met"}
    is_of_person = of_person_alone & {*_fields(headers, PERSON_HEADERS, wanted)}
    return {"date", "who"} <= meeting and not is_of_person


def _fields(
    headers: Sequence[str], by_header: Mapping[str, str], wanted: Mapping[str, str]
) -> list[str]:
    """What the columns are, the user's word before that of the headers."""
    return [wanted.get(header) or by_header.get(header, "") for header in headers]


def _correct_by_cells(
    table: Table, headers: Sequence[str], fields: dict[int, str], wanted: Mapping[str, str]
) -> None:
    """Corrects the proposal by what the cells hold, whatever language the headers are in."""
    free = [place for place, header in enumerate(headers) if header not in wanted]
    texts = {place: _cells(table, place) for place in free}
    for place in free:
        cells = texts[place]
        if headers[place] in _TITLES and place not in fields:
            has_job = "title" in fields.values()
            is_prefix = any(map(is_honorific, cells)) if has_job else _are_all(cells, is_honorific)
            _set(fields, place, "prefix" if is_prefix else "title")
        elif _are_all(cells, lambda cell: "linkedin.com/in" in cell.lower()):
            _set(fields, place, "link")
            if len(headers) == len(_LINKEDIN_ORDER) == len(free) and place == 2:
                _fill_in_order(fields)
        elif "email" not in fields.values() and _are_all(cells, _is_email):
            _set(fields, place, "email")
    names = [field for field in fields.values() if field in NAME_FIELDS]
    if names in (["first_name"], ["last_name"]):
        place = next(place for place, field in fields.items() if field == names[0])
        if headers[place] not in wanted:
            fields[place] = "name"  # “Nome”, “Nombre” and “Nom” alone are the whole


def _fill_in_order(fields: dict[int, str]) -> None:
    for place, field in enumerate(_LINKEDIN_ORDER):
        if place not in fields and field not in fields.values():
            fields[place] = field


def _set(fields: dict[int, str], place: int, field: str) -> None:
    """Makes a column a field, and no other one."""
    for other in [other for other, name in fields.items() if name == field]:
        del fields[other]
    fields[place] = field


def _cells(table: Table, place: int) -> list[str]:
    return [row.cells[place] for row in table.rows[:_LOOKED_AT] if row.cells[place]]


def _are_all(cells: Sequence[str], fits: object) -> bool:
    """Whether nine of ten cells fit, of at least one."""
    assert callable(fits)
    return bool(cells) and sum(map(fits, cells)) >= 0.9 * len(cells)


def _is_email(cell: str) -> bool:
    name, at, domain = cell.partition("@")
    return bool(name and at and "." in domain and " " not in cell.partition(" ::: ")[0].strip())


def _check(table: Table, columns: Columns) -> None:
    fields = columns.fields.values()
    headers = join_words([quoted(header) for header in table.header if header][:30])
    if columns.is_meetings:
        missing = [field for field in ("date", "who") if field not in fields]
    else:
        missing = [] if {"name", "first_name", "last_name"} & {*fields} else ["name"]
    if missing and any("@" in header or "://" in header for header in table.header):
        raise BadInput(
            "Its first line names no columns, but holds somebody.",
            "Put a line like Name,Email,Company above it.",
        )
    if missing:
        raise BadInput(
            f"No column of it is the {missing[0]}: they are {headers}.",
            f"Say which: --map 'COLUMN={missing[0]}'.",
        )
