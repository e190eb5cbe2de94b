"""`boardroom completion`: the script that makes a shell complete commands, names and ids."""

from __future__ import annotations

from boardroom.cli.call import Call
from boardroom.cli.completion_scripts import SHELLS, loading_line, script
from boardroom.cli.records import Yes
from boardroom.rules.text import one_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer


def completion(
    context: typer.Context,
    shell: Annotated[
        str | None,
        typer.Argument(
            metavar="SHELL", show_default=False, help="bash, zsh, fish, powershell or pwsh."
        ),
    ] = None,
) -> None:
    call = Call.of(context)
    shell_name = one_of(call.ask_if_missing(shell, "SHELL", "Which shell?"), SHELLS, "shell")
    print(script(shell_name), end="")
