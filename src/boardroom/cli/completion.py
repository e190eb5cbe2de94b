"""`boardroom completion`: the script that a shell needs to complete commands and handles."""

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
    shell: Annotated[str | None, typer.Argument(metavar="SHELL", show_default=False)] = None,
) -> None:
    """Print a shell's completion script.

    Print a completion script.

    Examples:
        boardroom completion bash
    """
    call = Call.of(context)
    wanted = one_of(call.needed(shell, "SHELL", "Which shell?"), SHELLS, "shell")
    print(get_completion_script(prog_name="boardroom", complete_var=COMPLETING, shell=wanted))
