"""A file that a command writes what it made to, or standard output."""

from __future__ import annotations

import os
import sys

from boardroom.cli.messages import print_message
from boardroom.errors import BadInput
from boardroom.store.header import has_header
from boardroom.store.private_files import write_private_file


def output_path(given: str | None) -> str | None:
    """The path of a file to write; None for standard output, which `-` names too.

    A board there would cost every record, and a device is no file to replace.

    Raises:
        BadInput: the name is empty, or there is a board, a device or the like.
    """
    if given is None or given == "-":
        return None
    if not given.strip():
        raise BadInput("The name of the file is empty.", "Name a file, or - for standard output.")
    path = os.path.abspath(os.path.expanduser(given))
    if not os.path.exists(path) or os.path.isdir(path):
        return path
    if not os.path.isfile(path):
        raise BadInput(
            f"{path} is no file, and would be replaced.", "Use - to write to standard output."
        )
    if os.access(path, os.R_OK) and has_header(path):
        raise BadInput(f"{path} is a board, and would be replaced.", "Give another name.")
    return path


def write_output(path: str | None, content: bytes) -> None:
    """Writes to a file that only the user can read, or to standard output (None).

    A file that exists is replaced in one step, once the new one is whole.

    Raises:
        CannotWrite: the disk is full, or the folder can't be written.
    """
    if path is not None:
        verb = "Replaced" if os.path.exists(path) else "Wrote"
        write_private_file(path, content)
        print_message(f"{verb} {path}.")
    elif sys.stdout.isatty():
        sys.stdout.write(content.decode())
    else:
        sys.stdout.buffer.write(content)  # UTF-8, whatever the locale
