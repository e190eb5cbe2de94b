"""Reads a FILE argument: a text file, or standard input for `-`."""

from __future__ import annotations

import os
import sys

from boardroom.cli.call import BYTE_ORDER_MARK
from boardroom.errors import BadInput


def read_text_file(file: str, *, hint: str, limit: int = -1) -> str:
    """The text of a file, without its byte order mark; at most `limit` characters.

    Raises:
        BadInput: it can't be read; `hint` says what to use.
        UnicodeDecodeError: it is not UTF-8 text.
    """
    try:
        if file == "-":
            text = sys.stdin.read(limit)
        else:
            with open(os.path.expanduser(file), encoding="utf-8") as source:
                text = source.read(limit)
    except UnicodeDecodeError:
        raise
    except (OSError, ValueError) as error:  # ValueError: the name contains NUL
        why = error.strerror if isinstance(error, OSError) else error
        raise BadInput(f"{file} can't be read: {why}.", hint) from None
    return text.removeprefix(BYTE_ORDER_MARK)
