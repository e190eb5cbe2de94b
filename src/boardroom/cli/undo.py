"""`boardroom undo` and `boardroom redo`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from boardroom.cli.call import Call
from boardroom.render.history import operations_json
from boardroom.render.words import safe
from boardroom.store import reversal
from boardroom.store.oplog import Operation

Count = Annotated[int, typer.Argument(metavar="[N]", min=1, show_default=False, help="How many changes; 1 where left out.")]


def undo(context: typer.Context, count: Count = 1) -> None:
    """Take changes back."""
    call = Call.of(context)
    _say(call, reversal.undo(call.path, count, today=call.today), "Took back", "boardroom redo brings it back")


def redo(context: typer.Context, count: Count = 1) -> None:
    """Bring changes back."""
    call = Call.of(context)
    _say(call, reversal.redo(call.path, count, today=call.today), "Brought back", "boardroom undo takes it back")


def _say(call: Call, operations: Sequence[Operation], doing: str, way_back: str) -> None:
    if call.json:
        call.print_json(operations_json(operations))
        return
    for operation in operations:
        print(safe(f"{doing}: {operation.summary} · {way_back}"))
