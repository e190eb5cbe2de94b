"""Reads a FILE argument: a file, or standard input for `-`."""

from __future__ import annotations

import os
import stat
import sys

from boardroom.cli.text_input import BYTE_ORDER_MARK
from boardroom.errors import BadInput


def read_text_file(file: str, *, hint: str) -> str:
    """The text of a file, without its byte order mark.

    Raises:
        BadInput: it can't be read; `hint` says what to use.
        UnicodeDecodeError: it is not UTF-8 text.
    """
    text = sys.stdin.read() if file == "-" else read_file(file, hint=hint).decode()
    return text.removeprefix(BYTE_ORDER_MARK)


def read_file(file: str, *, hint: str, limit: int = -1) -> bytes:
    """The content of a file, at most `limit` bytes.

    Raises:
        BadInput: it can't be read; `hint` says what to use.
    """
    try:
        if file == "-":
            return sys.stdin.buffer.read(limit)
        path = os.path.expanduser(file)
        if _would_wait(path):
            raise BadInput(f"{file} is a pipe, and nobody may ever write into it.", hint)
        with open(path, "rb") as source:
            return source.read(limit)
    except (OSError, ValueError) as error:  # ValueError: the name contains NUL
        why = error.strerror if isinstance(error, OSError) else error
        raise BadInput(f"{file} can't be read: {why}.", hint) from None


def _would_wait(path: str) -> bool:
    """Whether it is a named pipe, and not one that a shell has opened for this command."""
    opened_already = ("/dev/fd/", "/dev/stdin", "/proc/")
    return stat.S_ISFIFO(os.stat(path).st_mode) and not path.startswith(opened_already)
