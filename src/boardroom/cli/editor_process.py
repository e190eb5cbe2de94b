"""Finds and runs the user's editor, and handles signals while it runs."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from boardroom.cli.failures import Exit
from boardroom.errors import BadInput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import FrameType
    from typing import NoReturn

VARIABLES = ("BOARDROOM_EDITOR", "VISUAL", "EDITOR")
"""The environment variables for the editor, in order of precedence."""

_FALLBACKS = ("notepad",) if sys.platform == "win32" else ("sensible-editor", "nano", "vim", "vi")
_HAS_SHELL = sys.platform != "win32"
_SHELL = "/bin/sh"
# The characters for which git asks the shell.
_FOR_SHELL = re.compile(r"""[|&;<>()$`\\"' \t\n*?\[#~=%]""")
_COMPOUND = re.compile(r"[|&;<>()\n]")
_ASSIGNMENT = re.compile(r"[A-Za-z_]\w*=")
_SIGNALLED = 128
_SAVE_SECONDS = 5
CTRL_C = (-signal.SIGINT, _SIGNALLED + signal.SIGINT)
"""The exit codes of an editor that Ctrl-C ended."""


class Editor(NamedTuple):
    """The command of the user's editor, without the file, and how it is named in errors."""

    words: list[str]
    name: str


def is_named() -> bool:
    """Whether a variable names an editor."""
    return any(os.environ.get(variable, "").strip() for variable in VARIABLES)


def editor_command() -> Editor:
    """The command of the user's editor.

    Raises:
        BadInput: there is no editor, or the one in the variable is not installed.
    """
    for variable in VARIABLES:
        text = os.environ.get(variable, "").strip()
        if text:
            return Editor(_command(text, variable), text)
    for name in _FALLBACKS:
        if shutil.which(name) is not None:
            return Editor([name], name)
    raise BadInput(
        "No editor was found.",
        "Set EDITOR, or use options on the command line.",
    )


def run_editor(editor: Editor, path: str) -> int:
    """Runs the editor on a file and waits for it.

    Returns its exit code, or the signal that killed it as a negative number.

    Raises:
        BadInput: it can't be started.
        Exit: this program was terminated, or its terminal was closed.
    """
    with _signals_for_editor():
        try:
            # If standard output is redirected, the editor still gets the terminal.
            stdout = 1 if sys.stdout.isatty() else 2
            process = subprocess.Popen([*editor.words, path], stdout=stdout)  # noqa: S603  the user's command
        except OSError as error:
            raise BadInput(
                f"{editor.name} can't be started: {error.strerror}.",
                "Set another editor in EDITOR.",
            ) from None
        try:
            return process.wait()
        except Exit as termination:
            process.send_signal(termination.exit_code - _SIGNALLED)
            # The editor may be waiting for an answer that never comes.
            with suppress(subprocess.TimeoutExpired):
                process.wait(_SAVE_SECONDS)
            raise


def _command(text: str, variable: str) -> list[str]:
    """The words to run for the value of a variable.

    The path of an existing program is taken whole. As git does, any other value with a character
    that means something to a shell is handed to the shell, with the file as its argument.
    """
    if shutil.which(text) is not None:
        return [text]
    words = _words(text, variable)
    if _HAS_SHELL and _FOR_SHELL.search(text):
        # A variable, a home folder or an assignment is found by the shell alone.
        if not _FOR_SHELL.search(words[0]) and shutil.which(words[0]) is None:
            raise _not_found(variable, words[0])
        return [_SHELL, "-c", f'{_run_by_shell(text)} "$@"', text]
    if shutil.which(words[0]) is None:
        raise _not_found(variable, words[0])
    return words


def _run_by_shell(text: str) -> str:
    """The command line, run in place of the shell, so that signals reach the editor itself."""
    if _COMPOUND.search(text):
        return text
    return f"exec env {text}" if _ASSIGNMENT.match(text) else f"exec {text}"


def _words(text: str, variable: str) -> list[str]:
    try:
        return [word.strip('"') for word in shlex.split(text, posix=_HAS_SHELL)]
    except ValueError:
        raise BadInput(
            f"{variable} has an unclosed quote: {text}.",
            "Write it as in a shell, like: code --wait",
        ) from None


def _not_found(variable: str, name: str) -> BadInput:
    return BadInput(
        f"The editor in {variable} was not found: {name}.",
        "Set it to an installed editor, like nano.",
    )


@contextmanager
def _signals_for_editor() -> Iterator[None]:
    """Leaves Ctrl-C to the editor, and passes on signals that terminate this program.

    Some editors use Ctrl-C as a command, and none may lose its text because of it. A terminated
    editor can still save its text.
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
