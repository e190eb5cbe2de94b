"""`boardroom demo`: any command on a board made for it, thrown away afterwards."""

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
        typer.Argument(metavar="[COMMAND]...", show_default=False, help="due where left out."),
    ] = None,
) -> int:
    """Run any command on a throwaway board.

    Run a command on a demonstration board.

    Examples:
        boardroom demo
        boardroom demo board
        boardroom demo advisor show marcus --json
    """
    call = Call.of(context)
    with TemporaryDirectory(prefix="boardroom-demo-") as folder:
        path = os.path.join(folder, "board.db")
        inner = call.on_throwaway(path)
        make_demo(path, today=call.today)
        return run(command or ["due"], call=inner)
