"""`boardroom doctor`."""

from __future__ import annotations

import os
import sqlite3

from boardroom.cli.calendar_if_kept import keep_calendar_if_set
from boardroom.cli.call import Call
from boardroom.cli.messages import warn
from boardroom.errors import NotABoard
from boardroom.queries.invariants import broken_rules
from boardroom.render.findings import findings_json, findings_page
from boardroom.rules.findings import Finding
from boardroom.store.backup import back_up
from boardroom.store.examination import examine_content, examine_surroundings
from boardroom.store.file import is_there
from boardroom.store.private_files import make_private

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer


def doctor(
    context: typer.Context,
    fix: Annotated[
        bool, typer.Option("--fix", help="Mend what can be mended without asking.")
    ] = False,
) -> int:
    """Examine the board, its records and its copies.

    It reads the whole file, checks every record by its definition and by the rules, and looks at
    permissions, the folder, free space, copies and drafts. Each finding says what to do. --fix
    mends what needs no decision, after a copy: what another program put into the schema, who may
    read the files, leftovers of killed programs, and closing days that contradict a status. The
    exit code is 21 if the file is damaged or a record is wrong.

    Examples:
        boardroom doctor
        boardroom doctor --fix
    """
    call = Call.of(context)
    call.require_board()
    findings = _examine(call)
    if fix:
        _fix(call, findings)
        findings = _examine(call)
    call.show(findings_page(findings), findings_json(call.path, findings))
    return NotABoard.exit_code if any(map(_is_wrong, findings)) else 0


def first_wrong(call: Call) -> Finding | None:
    """What is wrong with the file, or the first record that is wrong; None if the board is sound.

    For a command that could not read it.
    """
    if not is_there(call.path):
        return None
    return next(filter(_is_wrong, _examine_board(call)), None)


def _examine(call: Call) -> list[Finding]:
    return [*_examine_board(call), *examine_surroundings(call.path, today=call.today)]


def _examine_board(call: Call) -> list[Finding]:
    findings = list(examine_content(call.path))
    if not any(finding.level == "damage" for finding in findings):
        findings += call.read(lambda board: _examine_records(call, board))
    return findings


def _is_wrong(finding: Finding) -> bool:
    return finding.level in ("damage", "error")


def _examine_records(call: Call, board: sqlite3.Connection) -> list[Finding]:
    from boardroom.models.checking import invalid_records  # noqa: PLC0415  SQLModel takes 400 ms

    invalid = [
        Finding(
            "record",
            "error",
            record.ref,
            f"{record.problem.removesuffix('.')}.",
            "boardroom backup list",
        )
        for record in invalid_records(board)
    ]
    # The rules read days and words, which only a valid record is sure to have.
    return invalid or list(broken_rules(board, today=call.today))


def _fix(call: Call, findings: list[Finding]) -> None:
    """Mends what is fixable, after a copy of the board, and says what was done."""
    from boardroom.actions.mending import mend_records  # noqa: PLC0415  only to change something
    from boardroom.store.work import change  # noqa: PLC0415  as above

    if any(finding.is_fixable and finding.kind == "schema" for finding in findings):
        _mend_schema(call)
        findings = _examine(call)
    fixable = [finding for finding in findings if finding.is_fixable]
    for finding in fixable:
        if finding.kind == "mode":
            make_private(finding.subject)
            warn(f"Made {finding.subject} private.")
        elif finding.kind == "leftover":
            os.unlink(finding.subject)
            warn(f"Removed {finding.subject}.")
    if any(finding.level == "error" for finding in fixable):
        back_up(call.path, "before-doctor", today=call.today)
        with change(call.path, call.command, today=call.today) as work:
            done = mend_records(work)
        keep_calendar_if_set(call)
        warn(call.with_commands(f"{done.summary} · boardroom undo takes it back"))


def _mend_schema(call: Call) -> None:
    from boardroom.store.schema_mending import mend_schema  # noqa: PLC0415  only to change it

    mended = mend_schema(call.path, today=call.today)
    for removed in mended.removed:
        warn(f"Removed {removed.words} that boardroom did not make.")
    for name in mended.made:
        warn(f"Made {name} again.")
    warn(f"The board as it was is kept as {mended.kept}.")
