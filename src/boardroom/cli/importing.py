"""`boardroom import`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from boardroom.cli.call import Call
from boardroom.cli.import_file import read_imports
from boardroom.cli.import_others import Wishes, import_others
from boardroom.cli.messages import warn
from boardroom.cli.printer import SCREENFUL, Reply
from boardroom.cli.progress import Progress
from boardroom.errors import BadInput, Cancelled, ImportRejected
from boardroom.formats.board_content import BoardContent, reject_any
from boardroom.formats.incoming.kinds import KINDS
from boardroom.render.imported import imported_json
from boardroom.render.page import Page, Text
from boardroom.rules.imports import HOW_TO_UPDATE, NAMES_SHOWN, Imported, format_imported
from boardroom.rules.text import brief, one_of
from boardroom.store.backup import back_up
from boardroom.store.file import is_there

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any

    import typer

    from boardroom.store.work import Work

_CONFLICTS = ("skip", "update")
_FAULTS_SHOWN = 10
_LONGEST_FAULT = 160


def import_(
    context: typer.Context,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE...|-", show_default=False, help="Files, folders or zips."),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option("--from", metavar="KIND", help="What it is (default: told by its content)."),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be imported, and change nothing.")
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Take these people alone, new ones too; repeatable."),
    ] = None,
    map_: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="COLUMN=FIELD", help="What a column is; repeatable."),
    ] = None,
    on_conflict: Annotated[
        str,
        typer.Option(metavar="skip|update", help="For records that differ: leave or change them."),
    ] = "skip",
    skip_bad: Annotated[
        bool, typer.Option("--skip-bad", help="Leave out the rows that can't be read.")
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Take everybody new, and don't ask.")
    ] = False,
) -> None:
    """Import a board, or people and meetings from elsewhere.

    A file is told by its content: an export of a board (JSON, or CSV as a zip, a folder or one
    file), the journal of friends, Monica's JSON, vCard, contacts of Google, LinkedIn and Outlook,
    any other table of people or of meetings as CSV, and notes in Markdown.

    What another program's file holds is shown first: what becomes of it, what is lost, what is
    doubtful, and who on the board its people are. Nobody new is added without a yes: on a terminal
    you are asked, elsewhere --only names them or --yes takes them all, up to 20. Whom the file
    shows you meeting gets a seat while one is free; everybody else becomes a prospect.

    Every record is checked before anything changes: all are imported, or none, or with --skip-bad
    those that are sound. A record that differs from the board is left as it is and listed, or
    changed with --on-conflict update. The import is one change for undo, and the same file a second
    time changes nothing; of a newer one, what differs.

    Examples:
        boardroom import board.json --dry-run
        boardroom import friends.md
        boardroom import Connections.csv --only 'Noor Haddad'
        boardroom import people.csv --map 'Keep in touch=window' --yes
        boardroom import board.zip --on-conflict update
    """
    call = Call.of(context)
    update = one_of(on_conflict, _CONFLICTS, "way to solve conflicts") == "update"
    kind = None if from_ is None else one_of(from_, tuple(KINDS), "kind of file")
    given = files or [call.ask_if_missing(None, "FILE", "Which file? (like board.json)")]
    wishes = Wishes(dry_run, tuple(only or ()), tuple(map_ or ()), update, skip_bad, yes)
    try:
        boards, others = read_imports(given, kind)
        if (others and boards) or len(boards) > 1:
            raise BadInput("An export of a board is imported alone.", "Give one file at a time.")
        for board in boards:
            wishes.check_for_a_board()
            _check_records(board)
            _import(call, board, wishes)
    except ImportRejected as rejected:
        if not call.json:
            _list_faults(rejected.candidates)
        raise
    if others:
        import_others(call, others, wishes, check=_problem_of)


def _problem_of(table: str, row: Mapping[str, Any]) -> str:
    """Why the model of a table refuses a row; empty if it does not."""
    from boardroom.models.checking import first_problem  # noqa: PLC0415  SQLModel takes 400 ms

    return first_problem(table, row)


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


def _import(call: Call, content: BoardContent, wishes: Wishes) -> None:
    imported: list[Imported] = []
    update, dry_run = wishes.update, wishes.dry_run

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
        if call.may_ask and not (wishes.yes or call.json):
            dry_run = True
            reply = call.rehearse(action)
            if imported[0].changes and not call.ask_yes_no(
                "Import this?", default=True, about=reply.unchanged
            ):
                raise Cancelled("Nothing changed.")
            dry_run = False
        if is_there(call.path):
            back_up(call.path, "before-import", today=call.today)
        call.change(action)
    if not call.json:
        _list_left(call, imported[0].left)
        if imported[0].left and not update:
            warn(HOW_TO_UPDATE)


def _list_left(call: Call, left: tuple[str, ...]) -> None:
    """Lists the records that differ, if the sentence on the import has not named them all."""
    if len(left) <= NAMES_SHOWN:
        return
    shown = left[: SCREENFUL if call.on_screen else None]
    for record in shown:
        warn(f"  {record}")
    if len(shown) < len(left):
        warn(f"  and {len(left) - len(shown)} more: see them all with --json")
