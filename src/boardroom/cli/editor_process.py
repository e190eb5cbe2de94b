"""The user's editor as a process: which command it is, and what signals do while it runs."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from boardroom.cli.failures import Exit
from boardroom.errors import BadInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import NoReturn

VARIABLES = ("BOARDROOM_EDITOR", "VISUAL", "EDITOR")
"""The environment variables that name the editor, in the order of preference."""

_FALLBACKS = ("notepad",) if sys.platform == "win32" else ("sensible-editor", "nano", "vim", "vi")
_SIGNALLED = 128
_SAVE_SECONDS = 5
CTRL_C = (-signal.SIGINT, _SIGNALLED + signal.SIGINT)
"""The exit codes of an editor that Ctrl-C ended."""


def editor_command() -> list[str]:
    """The words of the command that opens the user's editor.

    Raises:
        BadInput: there is no editor, or the variable names none that is installed.
    """
    for variable in VARIABLES:
        given = os.environ.get(variable, "").strip()
        if given:
            command = _split(given, variable)
            if shutil.which(command[0]) is None:
                raise BadInput(
                    f"The editor that {variable} names is not to be found: {command[0]}.",
                    "Name one that is installed, like nano.",
                )
            return command
    for name in _FALLBACKS:
        if shutil.which(name) is not None:
            return [name]
    raise BadInput(
        "There is no editor to open.",
        "Name yours in EDITOR, or give the words on the command line.",
    )


def run_editor(command: list[str], path: str) -> int:
    """Runs the editor on a file to its end.

    Returns its exit code, or the signal that killed it as a negative number.

    Raises:
        BadInput: it can't be started.
        Exit: this program was told to end, or its terminal was closed.
    """
    with _signals_for_editor():
        try:
            # If standard output is redirected, the editor still gets the terminal.
            stdout = 1 if sys.stdout.isatty() else 2
            process = subprocess.Popen([*command, path], stdout=stdout)  # noqa: S603  theirs
        except OSError as error:
            raise BadInput(
                f"{command[0]} can't be started: {error.strerror}.",
                "Name another editor in EDITOR.",
            ) from None
        try:
            return process.wait()
        except Exit as told:
            process.send_signal(told.exit_code - _SIGNALLED)
            # It may be asking something that nobody answers any more.
            with suppress(subprocess.TimeoutExpired):
                process.wait(_SAVE_SECONDS)
            raise


def _split(given: str, variable: str) -> list[str]:
    if shutil.which(given) is not None:  # a path with spaces in it
        return [given]
    try:
        return [word.strip('"') for word in shlex.split(given, posix=os.name != "nt")]
    except ValueError:
        raise BadInput(
            f"{variable} has a quote that does not end: {given}.",
            "Write it as in a shell, like: code --wait",
        ) from None


@contextmanager
def _signals_for_editor() -> Iterator[None]:
    """Leaves Ctrl-C to the editor, and passes on the signals that end this program.

    Some editors take Ctrl-C for “back to the commands”, and none must lose its text by it. An
    editor that is told to end can still save what it has.
    """

    def end(number: int, _: FrameType | None) -> NoReturn:
        raise Exit(_SIGNALLED + number)

    # Not SIG_IGN, which the editor would inherit.
    handlers: dict[str, Callable[[int, FrameType | None], None]] = {
        "SIGINT": lambda *_: None,
        "SIGQUIT": lambda *_: None,
        "SIGTERM": end,
        "SIGHUP": end,
    }
    numbers = {name: getattr(signal, name) for name in handlers if hasattr(signal, name)}
    before = {number: signal.getsignal(number) for number in numbers.values()}
    try:
        for name, number in numbers.items():
            if before[number] is not signal.SIG_IGN:  # as nohup sets it
                signal.signal(number, handlers[name])
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
