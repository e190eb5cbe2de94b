"""What the columns of a table are to the board, as the user says it, and as it is told and kept."""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.errors import BadInput
from boardroom.formats.incoming.columns import Columns
from boardroom.formats.incoming.headers import (
    FIELDS,
    IGNORED,
    NAME_FIELDS,
    SEVERAL,
    SINCE_1904,
    plain_header,
)
from boardroom.formats.incoming.tables import Table
from boardroom.rules.names import fold
from boardroom.rules.text import join_words, quoted


def parse_map(texts: Sequence[str], table: Table) -> dict[str, str]:
    """Parses `COLUMN=FIELD` pairs; an empty field or `ignore` leaves a column out.

    Raises:
        BadInput: there is no such column, or no such field.
    """
    given: dict[str, str] = {}
    headers = {plain_header(header): header for header in table.header}
    for text in texts:
        column, equals, field = text.rpartition("=")
        name = "_".join(fold(field).replace("-", " ").split()) or IGNORED
        if not equals or name not in (*FIELDS, IGNORED):
            raise BadInput(
                f"{quoted(text)} names no field that a column can be.",
                f"Write COLUMN=FIELD, with one of {', '.join(FIELDS)}, or {IGNORED}.",
            )
        if plain_header(column) not in headers:
            raise BadInput(
                f"There is no column {quoted(column)}.",
                f"The columns are {join_words(list(map(quoted, table.header)))}.",
                tuple(table.header),
            )
        if name in given.values() and name not in (*SEVERAL, IGNORED):
            raise BadInput(f"Two columns are {name}.", "Map one of them to another field.")
        given[headers[plain_header(column)]] = name
    return given


def mapping_of(table: Table, columns: Columns) -> dict[str, str]:
    """The mapping by headers, to be remembered; what is left out is among it."""
    mapping = {
        header: columns.fields.get(place, columns.more.get(place, IGNORED))
        for place, header in enumerate(table.header)
        if header
    }
    if columns.since_1904:
        mapping = {h: SINCE_1904 if field == "date" else field for h, field in mapping.items()}
    return mapping


def format_mapping(table: Table, columns: Columns) -> str:
    """The mapping in words: “First Name and Last Name → name; Company → org”."""
    by_field: dict[str, list[str]] = {}
    for place, field in sorted(columns.fields.items()):
        if field != "prefix":
            words = "name" if field in NAME_FIELDS else field.replace("_", " ")
            by_field.setdefault(words, []).append(table.header[place])
    for place, field in sorted(columns.more.items()):
        words = field if field == "notes" else "one more, in the notes"
        by_field.setdefault(words, []).append(table.header[place])
    return "; ".join(f"{join_words(headers)} → {field}" for field, headers in by_field.items())
