"""`boardroom import`."""

from __future__ import annotations

from collections.abc import Iterator

from boardroom.cli.call import Call
from boardroom.cli.import_file import read_import
from boardroom.cli.messages import warn
from boardroom.cli.printer import SCREENFUL, Reply
from boardroom.cli.progress import Progress
from boardroom.errors import ImportRejected
from boardroom.formats.board_content import BoardContent, reject_any
from boardroom.render.imported import imported_json
from boardroom.render.page import Page, Text
from boardroom.rules.imports import NAMES_SHOWN, Imported, format_imported
from boardroom.rules.text import brief, one_of
from boardroom.store.backup import back_up
from boardroom.store.file import is_there

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from boardroom.store.work import Work

_CONFLICTS = ("skip", "update")
_FAULTS_SHOWN = 10
_LONGEST_FAULT = 160


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
    """Import an export of a board, as JSON or CSV.

    FILE is what "export" has written: JSON, a zip of CSV files, the folder it was unzipped to, or
    one of those files. A file that a spreadsheet has saved is read too; a column or a record that
    is not in it stays as it is.

    Every record is checked before anything changes: all are imported, or none. A record that the
    board has already, by its uid, is not made again; one that differs is left as it is and listed,
    or changed with --on-conflict update. People are known by their full name too. The import is one
    change for undo, and the same file a second time changes nothing.

    Examples:
        boardroom import board.json --dry-run
        boardroom import board.json
        boardroom import board.zip --on-conflict update
    """
    call = Call.of(context)
    update = one_of(on_conflict, _CONFLICTS, "way to solve conflicts") == "update"
    given = call.ask_if_missing(file, "FILE", "Which file? (like board.json)")
    try:
        content = read_import(given)
        _check_records(content)
        _import(call, content, update=update, dry_run=dry_run)
    except ImportRejected as rejected:
        if not call.json:
            _list_faults(rejected.candidates)
        raise


def _list_faults(faults: tuple[str, ...]) -> None:
    """Lists the first faults of a file; a program is given all that were found."""
    for fault in faults[:_FAULTS_SHOWN]:
        warn(f"{brief(fault, _LONGEST_FAULT)}.")
    if len(faults) > _FAULTS_SHOWN:
        warn(f"And {len(faults) - _FAULTS_SHOWN} more: see them with --json.")


def _check_records(content: BoardContent) -> None:
    from boardroom.models.checking import first_problem  # noqa: PLC0415  SQLModel takes 400 ms

    def problems() -> Iterator[str]:
        with Progress("Checked", content.records_count) as progress:
            for table, rows in content.rows.items():
                for number, row in enumerate(rows):
                    field, _, problem = first_problem(table, row).partition(": ")
                    if field:
                        yield f"{content.place(table, number, field)}: {problem}"
                    progress.step()

    reject_any(problems())


def _import(call: Call, content: BoardContent, *, update: bool, dry_run: bool) -> None:
    imported: list[Imported] = []

    def action(work: Work) -> Reply:
        from boardroom.actions.importing import import_board  # noqa: PLC0415  as SQLModel before

        with Progress("Imported", content.records_count) as progress:
            result = import_board(work, content, update=update, step=progress.step)
        imported[:] = [result]
        sentence = format_imported(result, dry_run=dry_run)
        work.did(sentence)
        return Reply(imported_json(result), unchanged=f"{sentence}.")

    if dry_run:
        reply = call.rehearse(action)
        call.show(Page((Text(reply.unchanged),)), reply.record)
    else:
        if is_there(call.path):
            back_up(call.path, "before-import", today=call.today)
        call.change(action)
    if not call.json:
        _list_left(call, imported[0].left)
        if imported[0].left and not update:
            warn("To change what differs to what the file says, add --on-conflict update.")


def _list_left(call: Call, left: tuple[str, ...]) -> None:
    """Lists the records that differ, if the sentence on the import has not named them all."""
    if len(left) <= NAMES_SHOWN:
        return
    shown = left[: SCREENFUL if call.on_screen else None]
    for record in shown:
        warn(f"  {record}")
    if len(shown) < len(left):
        warn(f"  and {len(left) - len(shown)} more: see them all with --json")
