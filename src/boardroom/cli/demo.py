"""`boardroom demo`: runs a command on a temporary demonstration board."""

from __future__ import annotations

import os
from tempfile import TemporaryDirectory

from boardroom.actions.demo import make_demo
from boardroom.cli.call import Call
from boardroom.cli.run import run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer


def demo(
    context: typer.Context,
    command: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[COMMAND]...", show_default=False, help="The command to run (default: due)."
        ),
    ] = None,
) -> int:
    """Run a command on a demonstration board.

    The board is temporary, and yours is never touched.

    Examples:
        boardroom demo
        boardroom demo board
        boardroom demo advisor show marcus --json
    """
    call = Call.of(context)
    with TemporaryDirectory(prefix="boardroom-demo-") as folder:
        path = os.path.join(folder, "board.db")
        inner = call.for_demo(path)
        make_demo(path, today=call.today)
        return run(command or ["due"], call=inner)
