"""`boardroom undo`, `redo` and `history`."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from boardroom.cli.call import Call
from boardroom.cli.messages import print_message
from boardroom.queries.history import operations
from boardroom.queries.kept_calendar import keeps_calendar
from boardroom.render.history import history_page, operations_json
from boardroom.render.page import Page
from boardroom.rules.text import parse_count
from boardroom.store import reversal
from boardroom.store.oplog import Operation

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any, Protocol, TypeAlias

    import typer

    class _Reverse(Protocol):
        """`undo` or `redo` of the store."""

        def __call__(
            self, path: str, count: int, *, today: date, then: reversal.Then | None
        ) -> list[Operation]: ...


Count: TypeAlias = (
    "Annotated[int | None, typer.Argument(metavar='[N]', parser=parse_count, "
    "help='The number of changes (default: 1).')]"
)


def undo(context: typer.Context, count: Count = None) -> None:
    """Undo the last change, or the last N.

    Several changes are undone together, all or none. redo restores them until you make another
    change.

    Examples:
        boardroom undo
        boardroom undo 3
    """
    call = Call.of(context)
    call.check_board()
    _reverse(call, reversal.undo, count or 1, "Took back", "redo", "brings {} back")


def redo(context: typer.Context, count: Count = None) -> None:
    """Redo the last change that was undone, or the last N.

    Several changes are redone together, all or none.

    Examples:
        boardroom redo
    """
    call = Call.of(context)
    call.check_board()
    _reverse(call, reversal.redo, count or 1, "Brought back", "undo", "takes {} back")


def history(
    context: typer.Context,
    limit: Annotated[
        int | None, typer.Option(metavar="N", parser=parse_count, help="Number of changes to list.")
    ] = None,
    all_: Annotated[
        bool, typer.Option("--all", help="List all of them, even on a terminal.")
    ] = False,
) -> None:
    """List changes, newest first.

    An undo is listed as a change of its own, and the change it took back is marked as undone.

    Examples:
        boardroom history
        boardroom history --limit 5
    """
    call = Call.of(context)
    rows = call.screenful(all_=all_) if limit is None else limit

    def query(board: sqlite3.Connection) -> tuple[Page, dict[str, Any]]:
        view = operations(board, limit=rows)
        return history_page(view, call.today), operations_json(view)

    call.show_list(query)


def _reverse(
    call: Call, reverse: _Reverse, count: int, done: str, opposite: str, way_back: str
) -> None:
    """Undoes or redoes changes, and says so."""
    kept: list[bool] = []
    operations = reverse(
        call.path,
        count,
        today=call.today,
        then=lambda board: kept.append(keeps_calendar(board)),
    )
    _say(call, operations, done, opposite, way_back)
    if any(kept):
        call.keep_calendar()


def _say(
    call: Call, operations: Sequence[Operation], done: str, opposite: str, way_back: str
) -> None:
    *others, last = [f"{done}: {operation.summary}" for operation in operations]
    call.stored = "; ".join([*others, last])
    if call.json:
        call.print_json(operations_json(operations))
        return
    for line in others:
        print_message(line)
    number, them = (f" {len(operations)}", "them") if others else ("", "it")
    call.print_change(last, f"boardroom {opposite}{number} {way_back.format(them)}")
