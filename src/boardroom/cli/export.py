"""`boardroom export`."""

from __future__ import annotations

import sys
from functools import partial

from boardroom.cli.call import Call
from boardroom.cli.messages import warn
from boardroom.cli.output_file import output_path, write_output
from boardroom.cli.privacy import IncludePrivate
from boardroom.errors import BadInput
from boardroom.formats.board_content import LIMIT_BYTES, BoardContent
from boardroom.queries.export import COLUMN_TYPES, all_records
from boardroom.queries.shared_records import shared_records
from boardroom.record import Record
from boardroom.render.exported import no_place_words
from boardroom.render.privacy import left_out_words
from boardroom.rules.text import one_of
from boardroom.store.file import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from typing import Annotated

    import typer


def export(
    context: typer.Context,
    to: Annotated[
        str,
        typer.Option(
            "--to", metavar="json|csv|md|vcard|ics|friends", help="The format of the export."
        ),
    ] = "json",
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="The file to write (default: -)."),
    ] = None,
    vcard: Annotated[
        str | None,
        typer.Option(metavar="VERSION", help="The version of vCard, 3.0 or 4.0 (default: 3.0)."),
    ] = None,
    include_private: IncludePrivate = False,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema of the export instead.")
    ] = False,
) -> None:
    """Export the board in one of several formats.

    The JSON holds every record, as --schema describes it. The CSV is a zip with a file for each
    kind of record, for a spreadsheet; a text that a spreadsheet would run as a formula has an
    apostrophe before it. "import" reads both back whole.

    The others hold what their format has a place for, and "import" reads them too: md is a note on
    everybody with front matter, vcard their contacts for an address book (3.0, which Apple and
    Google read, or --vcard 4.0), friends a journal for the program of that name. ics is every
    meeting as iCalendar, with its notes, which "calendar read" reads; "calendar write" makes one to
    subscribe to.

    What is private stays out, and what was left out is counted on standard error; with
    --include-private the whole board is exported, to be imported elsewhere. A file is readable by
    you alone, and replaced only once the new one is whole.

    Examples:
        boardroom export -o board.json
        boardroom export --to csv -o board.zip
        boardroom export --to vcard -o board.vcf
        boardroom export --include-private -o board.json
        boardroom export --schema
    """
    call = Call.of(context)
    if to in _PAGES:
        raise BadInput(
            f"An export has no {to.upper()}.", "For a page to look at or print: boardroom report"
        )
    name = one_of(to, (*_FORMATS, _CALENDAR), "format")
    format_ = _FORMATS.get(name, _FORMATS["json"])
    if vcard is not None:
        if name != "vcard":
            raise BadInput("--vcard goes with --to vcard alone.", "Add it, or leave --vcard out.")
        version = one_of(vcard, ("3.0", "4.0"), "version of vCard")
        format_ = format_._replace(write=partial(_write_vcard, version=version))
    path = output_path(output)
    if path is None and format_.is_binary and not schema and sys.stdout.isatty():
        raise BadInput(
            "A zip can't be shown on a terminal.",
            f"Write it to a file: boardroom export --to {name} -o board.zip",
        )
    if schema:
        content = _schema()
    elif name == _CALENDAR:
        content = _calendar(call, include_private=include_private)
    else:
        content = _content(call, format_, include_private=include_private)
    write_output(path, content)


def _calendar(call: Call, *, include_private: bool) -> bytes:
    from boardroom.cli.calendar import whole_calendar_text  # noqa: PLC0415  one of the formats

    return whole_calendar_text(call, include_private=include_private).encode()


def _content(call: Call, format_: _Format, *, include_private: bool) -> bytes:
    def query(board: sqlite3.Connection) -> tuple[BoardContent, dict[str, int]]:
        if include_private:
            return BoardContent(all_records(board), has_private=True), {}
        shared, left_out = shared_records(board)
        return BoardContent(shared, has_private=False), left_out

    content, left_out = call.read(query)
    written = format_.write(content)
    if format_.tables:
        left_out = {kind: left_out[kind] for kind in left_out if kind in format_.private_kinds}
    if words := left_out_words(left_out):
        warn(words)
    if words := no_place_words(content, format_.tables, format_.person_fields):
        warn(words)
    if written.unpacked_bytes > LIMIT_BYTES:
        megabytes = LIMIT_BYTES // 1024 // 1024
        warn(f"Import reads no more than {megabytes} MB, and this export is larger.")
    return written.content


def _schema() -> bytes:
    from boardroom.models.json_schema import board_schema  # noqa: PLC0415  SQLModel (400 ms)

    return board_schema().encode()


def _write_json(content: BoardContent) -> _Written:
    from boardroom.formats.board_json import write_board  # noqa: PLC0415  only one of the formats

    written = write_board(content, version=VERSION).encode()
    return _Written(written, len(written))


def _write_csv(content: BoardContent) -> _Written:
    from boardroom.formats.board_csv import write_board_csv  # noqa: PLC0415  csv and zipfile
    from boardroom.formats.csv_zip import zipped  # noqa: PLC0415  (10 ms)

    files = write_board_csv(content, version=VERSION, types=COLUMN_TYPES)
    return _Written(zipped(files), sum(map(len, files.values())))


def _write_md(content: BoardContent) -> _Written:
    from boardroom.formats.board_notes import write_notes  # noqa: PLC0415  one of the formats

    return _text(write_notes(content))


def _write_vcard(content: BoardContent, *, version: str = "3.0") -> _Written:
    from boardroom.formats.board_vcard import write_vcards  # noqa: PLC0415  one of the formats

    return _text(write_vcards(content, version=version))


def _write_friends(content: BoardContent) -> _Written:
    from boardroom.formats.board_friends import write_friends  # noqa: PLC0415  one of the formats

    return _text(write_friends(content))


def _text(text: str) -> _Written:
    written = text.encode()
    return _Written(written, len(written))


class _Written(Record):
    """The bytes of an export, and how many they are unpacked."""

    content: bytes
    unpacked_bytes: int


class _Format(Record):
    """A format of the export: what makes it, whether it is no text, and what it holds.

    Without `tables`, it holds all of them. `private_kinds` are those of what may be left out of it.
    """

    write: Callable[[BoardContent], _Written]
    is_binary: bool = False
    tables: frozenset[str] = frozenset()
    private_kinds: frozenset[str] = frozenset()
    person_fields: frozenset[str] = frozenset()


_PAGES = ("html", "pdf")
_CALENDAR = "ics"
"""The format that is no file of records, but of the events that "calendar" makes."""

_FRIEND = frozenset(("name", "nicknames", "city", "notes"))
_CONTACT = _FRIEND.union(
    ("seat", "title", "org", "email", "phone", "link", "timezone", "how_met", "window")
)

_FORMATS = {
    "json": _Format(_write_json),
    "csv": _Format(_write_csv, is_binary=True),
    "md": _Format(
        _write_md,
        tables=frozenset({"advisor", "meeting", "promise", "exchange", "advice", "occasion"}),
        private_kinds=frozenset({"place", "notes", "promise", "exchange", "advice", "occasion"}),
        person_fields=_CONTACT,
    ),
    "vcard": _Format(
        _write_vcard,
        tables=frozenset({"advisor", "occasion"}),
        private_kinds=frozenset({"occasion"}),
        person_fields=_CONTACT,
    ),
    "friends": _Format(
        _write_friends,
        tables=frozenset({"advisor", "meeting"}),
        private_kinds=frozenset({"place", "notes"}),
        person_fields=_FRIEND,
    ),
}
"""Every format of the export, by the word for `--to`."""
