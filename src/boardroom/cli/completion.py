"""`boardroom completion`: the script that makes a shell complete commands and handles."""

from __future__ import annotations

from typing import Annotated

import typer

# Typer declares no exports there.
from typer.completion import get_completion_script  # type: ignore[attr-defined]

from boardroom.cli.call import Call
from boardroom.cli.tab import COMPLETING
from boardroom.rules.text import one_of

SHELLS = ("bash", "zsh", "fish", "powershell", "pwsh")


def completion(
    context: typer.Context,
    shell: Annotated[
        str | None,
        typer.Argument(
            metavar="SHELL", show_default=False, help="bash, zsh, fish, powershell or pwsh."
        ),
    ] = None,
) -> None:
    """Print a shell completion script.

    Examples:
        boardroom completion bash
    """
    call = Call.of(context)

    def parse(name: str) -> str:
        return one_of(name, SHELLS, "shell")

    shell_name = parse(call.ask_if_missing(shell, "SHELL", "Which shell?", check=parse))
    print(get_completion_script(prog_name="boardroom", complete_var=COMPLETING, shell=shell_name))
