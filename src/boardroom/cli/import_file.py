"""Reads a FILE to import, and finds out by its content what it is."""

from __future__ import annotations

import os

from boardroom.cli.input_file import read_file
from boardroom.errors import ImportRejected
from boardroom.formats.board_content import (
    LIMIT_BYTES,
    NOTHING_IMPORTED,
    UTF_16_MARKS,
    BoardContent,
)
from boardroom.queries.export import COLUMN_TYPES
from boardroom.store.file import VERSION

_HINT = "Use a file of boardroom export, or - for standard input."
_ZIP = b"PK"
_DATABASE = b"SQLite format 3\0"


def read_import(given: str) -> BoardContent:
    """The records in a file, in a folder, or on standard input for `-`.

    Raises:
        BadInput: it can't be read.
        ImportRejected: it is too large, or no export of a board.
    """
    path = os.path.expanduser(given)
    if given != "-" and os.path.isdir(path):
        return _csv(_files_in(path, given))
    content = _content(path, given)
    if content.startswith(_ZIP):
        from boardroom.formats.csv_zip import unzipped  # noqa: PLC0415  zipfile takes 8 ms

        return _csv(unzipped(content))
    if path.lower().endswith(".csv"):
        return _csv({os.path.basename(path): content})
    if content.startswith(_DATABASE):
        raise ImportRejected(
            f"{given} is a board itself, and no export of one.",
            "Use it with --db, or put it back with: boardroom restore PATH",
        )
    text = _decoded(content, given)
    del content  # it may be 32 MB
    from boardroom.formats.board_json import read_board  # noqa: PLC0415  one of the formats

    return read_board(text, version=VERSION)


def _csv(files: dict[str, bytes]) -> BoardContent:
    from boardroom.formats.board_csv import read_board_csv  # noqa: PLC0415  csv takes 2 ms

    return read_board_csv(files, version=VERSION, types=COLUMN_TYPES)


def _decoded(content: bytes, given: str) -> str:
    try:
        return content.decode("utf-16" if content.startswith(UTF_16_MARKS) else "utf-8-sig")
    except UnicodeDecodeError:
        raise ImportRejected(f"{given} is not UTF-8 text.", NOTHING_IMPORTED) from None


def _files_in(folder: str, given: str) -> dict[str, bytes]:
    """The CSV files in a folder, by name."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.lower().endswith(".csv"))
    except OSError as error:
        raise ImportRejected(
            f"{given} can't be read: {error.strerror}.", NOTHING_IMPORTED
        ) from None
    paths = {name: os.path.join(folder, name) for name in names if not name.startswith(".")}
    if sum(map(os.path.getsize, filter(os.path.isfile, paths.values()))) > LIMIT_BYTES:
        raise _too_large(given)
    return {name: _content(path, path) for name, path in paths.items()}


def _content(path: str, given: str) -> bytes:
    """The content of a file or of standard input; a file that is too large is not read."""
    if given != "-" and os.path.isfile(path) and os.path.getsize(path) > LIMIT_BYTES:
        raise _too_large(given)
    content = read_file(given, hint=_HINT, limit=LIMIT_BYTES + 1)
    if len(content) > LIMIT_BYTES:
        raise _too_large(given)
    return content


def _too_large(given: str) -> ImportRejected:
    return ImportRejected(
        f"{given} is larger than {LIMIT_BYTES // 1024 // 1024} MB, so it was not read.",
        NOTHING_IMPORTED,
    )
