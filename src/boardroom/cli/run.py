"""Runs a command line: in the lane if it is plain, otherwise with Typer; or completes one."""

from __future__ import annotations

import os
import sys

from boardroom.cli import lane
from boardroom.cli.call import Call
from boardroom.cli.failures import exit_code_of
from boardroom.errors import BadInput
from boardroom.render.formatting import DRAW_IN_ASCII
from boardroom.rules.text import quoted

COMPLETING = "_BOARDROOM_COMPLETE"
"""The environment variable by which a shell asks for completions, with its own name."""


def run(argv: list[str], *, call: Call | None = None) -> int:
    """Runs a command line and returns its exit code; prints any error."""
    _set_up_streams()
    call = call or Call()
    call.own_words = tuple(argv)
    shell = os.environ.get(COMPLETING)
    if shell:
        from boardroom.cli import tab  # noqa: PLC0415  a command needs none of it

        return exit_code_of(lambda: tab.answer(shell, call), call, argv)
    command = lane.plain_command(argv, call) or (lambda: _with_typer(argv, call))

    def checked() -> object:
        _check_readable(argv)
        return command()

    return exit_code_of(checked, call, argv)


def _check_readable(argv: list[str]) -> None:
    """Checks that the words are text.

    Raises:
        BadInput: one holds bytes that are not UTF-8, which become surrogates.
    """
    for word in argv:
        if not word.isprintable() and any("\ud800" <= letter <= "\udfff" for letter in word):
            raise BadInput(
                f"{quoted(word)} holds bytes that are not UTF-8.",
                "Type it again in a terminal that is set to UTF-8, or rename the file.",
            )


def _with_typer(argv: list[str], call: Call) -> object:
    # A seam: importing Typer takes longer than most plain commands.
    from boardroom.cli.program import with_typer  # noqa: PLC0415

    return with_typer(argv, call)


def _set_up_streams() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a program gets escapes that it can decode
            stream.reconfigure(errors=DRAW_IN_ASCII if stream.isatty() else "backslashreplace")
