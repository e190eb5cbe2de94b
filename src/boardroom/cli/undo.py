"""`boardroom undo` and `boardroom redo`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from boardroom.cli.call import Call
from boardroom.cli.count import how_many
from boardroom.render.formatting import safe
from boardroom.render.history import operations_json
from boardroom.store import reversal
from boardroom.store.oplog import Operation

Count = Annotated[
    int | None,
    typer.Argument(metavar="N", parser=how_many, help="How many changes; 1 where left out."),
]


def undo(context: typer.Context, count: Count = None) -> None:
    """Take back the last change, or the last N.

    Take changes back.

    Examples:
        boardroom undo
        boardroom undo 3
    """
    call = Call.of(context)
    _say(
        call,
        reversal.undo(call.path, count or 1, today=call.today),
        "Took back",
        "redo",
        "brings {} back",
    )


def redo(context: typer.Context, count: Count = None) -> None:
    """Bring back what undo took.

    Bring changes back.

    Examples:
        boardroom redo
    """
    call = Call.of(context)
    _say(
        call,
        reversal.redo(call.path, count or 1, today=call.today),
        "Brought back",
        "undo",
        "takes {} back",
    )


def _say(
    call: Call, operations: Sequence[Operation], doing: str, opposite: str, way_back: str
) -> None:
    if call.json:
        call.print_json(operations_json(operations))
        return
    for operation in operations[:-1]:
        print(safe(f"{doing}: {operation.summary}"))
    several = len(operations) > 1
    command = f"boardroom {opposite} {len(operations)}" if several else f"boardroom {opposite}"
    print(
        safe(
            f"{doing}: {operations[-1].summary} · {command} {way_back.format('them' if several else 'it')}"
        )
    )
