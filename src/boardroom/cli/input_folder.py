"""Reads files of other programs, one or a whole folder, up to a size that memory can hold."""

from __future__ import annotations

import os
from collections.abc import Sequence

from boardroom.cli.input_file import read_file
from boardroom.errors import ImportRejected
from boardroom.formats.board_content import LIMIT_BYTES, NOTHING_IMPORTED

_MOST_FILES = 30_000


def read_limited(given: str, *, hint: str) -> bytes:
    """The content of a file or of standard input; a file that is too large is not read.

    Raises:
        BadInput: it can't be read; `hint` says what to use.
        ImportRejected: it is too large.
    """
    path = os.path.expanduser(given)
    if given != "-" and os.path.isfile(path) and os.path.getsize(path) > LIMIT_BYTES:
        raise _too_large(given)
    content = read_file(given, hint=hint, limit=LIMIT_BYTES + 1)
    if len(content) > LIMIT_BYTES:
        raise _too_large(given)
    return content


def read_folder(
    folder: str, given: str, endings: Sequence[str], *, hint: str
) -> tuple[dict[str, bytes], int]:
    """The files in a folder and below it with one of the endings, by their path; how many have not.

    Hidden ones are left out. `given` is the folder as the user typed it.

    Raises:
        BadInput, ImportRejected: as `read_limited`; all of it counts.
    """
    paths: dict[str, str] = {}
    others_count = 0
    try:
        for where, folders, names in os.walk(folder, onerror=_raise):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(name for name in names if not name.startswith(".")):
                if name.lower().endswith(tuple(endings)):
                    path = os.path.join(where, name)
                    paths[os.path.relpath(path, folder)] = path
                else:
                    others_count += 1
            if len(paths) > _MOST_FILES:
                raise ImportRejected(
                    f"{given} holds more than {_MOST_FILES:,} files.", NOTHING_IMPORTED
                )
    except OSError as error:
        raise ImportRejected(
            f"{given} can't be read: {error.strerror}.", NOTHING_IMPORTED
        ) from None
    if sum(map(os.path.getsize, filter(os.path.isfile, paths.values()))) > LIMIT_BYTES:
        raise _too_large(given)
    return {name: read_limited(path, hint=hint) for name, path in paths.items()}, others_count


def _raise(error: OSError) -> None:
    raise error


def _too_large(given: str) -> ImportRejected:
    return ImportRejected(
        f"{given} is larger than {LIMIT_BYTES // 1024 // 1024} MB, so it was not read.",
        NOTHING_IMPORTED,
    )
