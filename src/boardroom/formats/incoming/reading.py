"""Reads a file of any other program: the one place that knows every format."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from boardroom.errors import ImportRejected
from boardroom.formats.board_content import NOTHING_IMPORTED
from boardroom.formats.incoming.column_mapping import mapping_of, parse_map
from boardroom.formats.incoming.columns import columns_of, header_id
from boardroom.formats.incoming.friends import read_friends
from boardroom.formats.incoming.kinds import TABLES
from boardroom.formats.incoming.meetings_table import read_meetings
from boardroom.formats.incoming.monica import read_monica
from boardroom.formats.incoming.notes import read_notes
from boardroom.formats.incoming.people_table import kind_of_table, read_people
from boardroom.formats.incoming.records import Incoming
from boardroom.formats.incoming.tables import read_table
from boardroom.formats.incoming.vcard import read_vcards
from boardroom.record import Record

_MOST_PEOPLE = 50_000
_MOST_RECORDS = 20_000


class Options(Record):
    """What is known of a file beside its content.

    `columns` are `COLUMN=FIELD` of the user's, and `remembered` gives the mapping of a header that
    the board remembers.
    """

    date_order: str | None
    this_year: int
    columns: Sequence[str] = ()
    remembered: Callable[[str], Mapping[str, str]] = lambda _: {}


def read_incoming(kind: str, text: str, name: str, options: Options) -> Incoming:
    """What a file of this kind and name holds.

    Raises:
        ImportRejected: it is no such file, or holds more than a board of advisors could.
        BadInput: it is not known what a column is, or how its days are to be read.
    """
    read = _read(kind, text, name, options)
    for count, most, what in (
        (len(read.people), _MOST_PEOPLE, "people"),
        (len(read.records), _MOST_RECORDS, "meetings and other records"),
    ):
        if count > most:
            raise ImportRejected(f"It holds more than {most:,} {what}.", NOTHING_IMPORTED)
    return read


def _read(kind: str, text: str, name: str, options: Options) -> Incoming:
    if kind == "friends":
        return read_friends(text)
    if kind == "vcard":
        return read_vcards(text)
    if kind == "notes":
        return read_notes(text, name, date_order=options.date_order, this_year=options.this_year)
    if kind == "monica":
        return read_monica(text)
    return _read_table(kind, text, options)


def _read_table(kind: str, text: str, options: Options) -> Incoming:
    table = read_table(text)
    header = header_id(table)
    given = parse_map(options.columns, table)
    is_meetings = {"meetings": True, "csv": None}.get(kind, False)
    remembered = options.remembered(header)
    columns = columns_of(table, given, remembered, is_meetings=is_meetings)
    kind = kind if kind in TABLES and kind != "csv" else kind_of_table(table, columns)
    if columns.is_meetings:
        read = read_meetings(table, columns, date_order=options.date_order)
    else:
        read = read_people(
            table, columns, kind, date_order=options.date_order, this_year=options.this_year
        )
    if remembered and not given:
        (words,) = read.maps
        return read._replace(maps=(f"{words} (as mapped before; --map changes it)",))
    if not given:
        return read
    return read._replace(mappings={header: mapping_of(table, columns)})
