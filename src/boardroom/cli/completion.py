"""`boardroom completion`: the script that makes a shell complete commands, names and ids."""

from __future__ import annotations

from boardroom.cli.call import Call
from boardroom.cli.completion_scripts import SHELLS, loading_line, script
from boardroom.cli.messages import print_message
from boardroom.cli.records import Yes
from boardroom.cli.startup_file import startup_file
from boardroom.rules.text import join_words, one_of

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
    install: Annotated[
        bool, typer.Option("--install", help="Add the line that loads it to the startup file.")
    ] = False,
    yes: Yes = False,
) -> None:
    """Print a shell completion script.

    The Tab key then completes commands, options and their choices, people by any part of a name,
    ids with their words, settings and their values, and file names where a file is meant. In zsh
    the script also makes boardroom take an unquoted ? or * as text.

    "--install" shows the line and the file first. If the line is there already, nothing changes.
    In fish, the file is one that only completion loads.

    Examples:
        boardroom completion bash
        boardroom completion bash --install --yes
    """
    call = Call.of(context)

    def parse(name: str) -> str:
        return one_of(name, SHELLS, "shell")

    name = parse(
        call.ask_if_missing(
            shell, "SHELL", f"Which shell? ({join_words(SHELLS, 'or')})", check=parse
        )
    )
    if install:
        _install(call, name, yes=yes)
    elif call.json:
        call.print_json(_record(name))
    else:
        print(script(name), end="")


def _install(call: Call, shell: str, *, yes: bool) -> None:
    line = loading_line(shell)
    file = startup_file(shell, line)
    is_new = not file.has_line_with(f"boardroom completion {shell}")
    if is_new:
        if call.may_ask:
            call.confirm(f"This adds the line to {file.description}.", yes=yes, about=f"  {line}")
        else:
            call.confirm(f"This adds a line to {file.description}: {line}.", yes=yes)
        file.add(line)
    if call.json:
        call.print_json({**_record(shell), "file": file.path, "added": is_new})
    elif is_new:
        added = "the line" if call.on_screen else f"the line {line}"
        print_message(f"Added {added} to {file.description}. A new shell has it.")
    else:
        print_message(f"{file.path} loads the completion already, so nothing changed.")


def _record(shell: str) -> dict[str, object]:
    return {
        "schema": "boardroom.completion/1",
        "shell": shell,
        "line": loading_line(shell),
        "script": script(shell),
        "file": None,
        "added": False,
    }
