"""`boardroom export` and `boardroom import`."""

from __future__ import annotations

import os
import sys

from boardroom.cli.call import Call
from boardroom.cli.messages import print_message, warn
from boardroom.cli.printer import Reply
from boardroom.cli.privacy import IncludePrivate
from boardroom.cli.text_file import read_text_file
from boardroom.errors import ImportRejected
from boardroom.formats.board_json import LIMIT_BYTES, BoardContent, read_board, write_board
from boardroom.queries.export import all_records
from boardroom.queries.shared_records import shared_records
from boardroom.render.imported import imported_json
from boardroom.render.page import Page, Text
from boardroom.render.privacy import left_out_words
from boardroom.rules.board_file import KEYS
from boardroom.rules.imports import format_imported
from boardroom.rules.text import one_of
from boardroom.store.backup import back_up
from boardroom.store.file import VERSION, is_there
from boardroom.store.private_files import write_private_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from typing import Annotated

    import typer

    from boardroom.store.work import Work

_CONFLICTS = ("skip", "update")


def export(
    context: typer.Context,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="The file to write (default: -)."),
    ] = None,
    include_private: IncludePrivate = False,
    schema: Annotated[
        bool, typer.Option("--schema", help="Print the JSON Schema of the export instead.")
    ] = False,
) -> None:
    """Export the board as JSON.

    The file holds every record, as --schema describes it. What is private stays out, and what was
    left out is counted on standard error; with --include-private the whole board is exported, to be
    imported elsewhere. A file is readable by you alone, and replaced only once the new one is
    whole.

    Examples:
        boardroom export -o board.json
        boardroom export --include-private -o board.json
        boardroom export --schema
    """
    call = Call.of(context)
    if schema:
        from boardroom.models.json_schema import board_schema  # noqa: PLC0415  SQLModel (400 ms)

        text = board_schema()
    else:

        def query(board: sqlite3.Connection) -> tuple[BoardContent, dict[str, int]]:
            if include_private:
                return BoardContent(all_records(board), has_private=True), {}
            shared, left_out = shared_records(board)
            return BoardContent(shared, has_private=False), left_out

        content, left_out = call.read(query)
        text = write_board(content, version=VERSION)
        if words := left_out_words(left_out):
            warn(words)
    if output is None or output == "-":
        sys.stdout.write(text)
        return
    path = os.path.abspath(os.path.expanduser(output))
    write_private_file(path, text.encode())
    print_message(f"Wrote {path}.")


def import_(
    context: typer.Context,
    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE|-", show_default=False, help="A file of boardroom export."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be imported, and change nothing.")
    ] = False,
    on_conflict: Annotated[
        str,
        typer.Option(metavar="skip|update", help="For records that differ: leave or change them."),
    ] = "skip",
) -> None:
    """Import a board's JSON.

    Every record is checked before anything changes: all are imported, or none. A record that the
    board has already, by its uid, is not made again; one that differs is left as it is and listed,
    or changed with --on-conflict update. People are known by their full name too. The import is one
    change for undo, and the same file a second time changes nothing.

    Examples:
        boardroom import board.json --dry-run
        boardroom import board.json
        boardroom import board.json --on-conflict update
    """
    call = Call.of(context)
    update = one_of(on_conflict, _CONFLICTS, "way to solve conflicts") == "update"
    given = call.ask_if_missing(file, "FILE", "Which file?")
    content = read_board(_text(given), version=VERSION)
    _check_records(content)

    def action(work: Work) -> Reply:
        from boardroom.actions.importing import import_board  # noqa: PLC0415  as SQLModel before

        imported = import_board(work, content, update=update)
        sentence = format_imported(imported)
        work.did(sentence)
        return Reply(imported_json(imported), unchanged=f"{sentence}.")

    if dry_run:
        reply = call.rehearse(action)
        call.show(Page((Text(reply.unchanged),)), reply.record)
        return
    if is_there(call.path):
        back_up(call.path, "before-import", today=call.today)
    call.change(action)


def _check_records(content: BoardContent) -> None:
    from boardroom.models.checking import first_problem  # noqa: PLC0415  SQLModel takes 400 ms

    for table, rows in content.rows.items():
        for place, row in enumerate(rows):
            problem = first_problem(table, row)
            if problem:
                raise ImportRejected(f"{KEYS[table]}[{place}].{problem}.", "Nothing was imported.")


def _text(given: str) -> str:
    """The text of a file or of standard input; a file that is too large is not read."""
    path = os.path.expanduser(given)
    if given != "-" and os.path.isfile(path) and os.path.getsize(path) > LIMIT_BYTES:
        raise _too_large(given)
    try:
        hint = "Use a file of boardroom export, or - for standard input."
        text = read_text_file(given, hint=hint, limit=LIMIT_BYTES + 1)
    except UnicodeDecodeError:
        raise ImportRejected(f"{given} is not UTF-8 text.", "Nothing was imported.") from None
    if len(text) > LIMIT_BYTES:
        raise _too_large(given)
    return text


def _too_large(given: str) -> ImportRejected:
    return ImportRejected(
        f"{given} is larger than {LIMIT_BYTES // 1024 // 1024} MB, so it was not read.",
        "Nothing was imported.",
    )
