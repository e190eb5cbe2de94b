"""Opens a link or a file with the program that the system has for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

from boardroom.errors import BadInput

_WAIT_SECONDS = 5
"""An opener that is still running after that has found its program."""


def opener() -> str | None:
    """The program that opens things on this system; None on Windows, which does it itself.

    Raises:
        BadInput: there is none.
    """
    if sys.platform == "win32":
        return None
    name = "open" if sys.platform == "darwin" else "xdg-open"
    path = shutil.which(name)
    if path is None:
        raise BadInput(
            f"Nothing here opens a mail program: {name} was not found.",
            "Install it, or leave out --open.",
        )
    return path


def open_with(program: str | None, target: str) -> None:
    """Opens a target with the `opener`.

    Raises:
        BadInput: it failed.
    """
    try:
        if program is None:
            os.startfile(target)  # type: ignore[attr-defined,unused-ignore]  # noqa: S606
            return
        process = subprocess.Popen(  # noqa: S603  the system's own program
            [program, target],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # not ended with this program's terminal
        )
        code = process.wait(_WAIT_SECONDS)
    except subprocess.TimeoutExpired:
        return
    except OSError as error:
        raise BadInput(
            f"{program or 'Windows'} can't open it: {error.strerror}.", "Leave out --open."
        ) from None
    if code:
        raise BadInput(
            f"{program} can't open it, and ended with exit code {code}.",
            "Set up a mail program, or leave out --open.",
        )
