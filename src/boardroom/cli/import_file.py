"""Reads the FILEs to import, and finds out by their content what they are."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from boardroom.cli.input_folder import read_folder, read_limited
from boardroom.errors import BadInput, ImportRejected
from boardroom.formats.board_content import NOTHING_IMPORTED, BoardContent
from boardroom.formats.incoming.decoding import decoded
from boardroom.formats.incoming.kinds import BOARD, ICALENDAR, kind_of
from boardroom.formats.incoming.lookalikes import lookalike
from boardroom.queries.export import COLUMN_TYPES
from boardroom.record import Record
from boardroom.rules.board_file import KEYS
from boardroom.store.file import VERSION

_HINT = "Use a file that import reads, or - for standard input."
_ZIP = b"PK"
_DATABASE = b"SQLite format 3\0"
_ENDINGS = (".csv", ".tsv", ".md", ".markdown", ".vcf", ".json")
"""What is read of a folder or a zip that is no board's."""
_LINKEDIN = "Connections.csv"
_CALENDAR = ".ics"


class OtherFile(Record):
    """A file of another program: its name, its kind, its text, and what is doubtful of it."""

    name: str
    kind: str
    text: str
    doubtful: tuple[str, ...] = ()


def read_imports(
    givens: Iterable[str], from_: str | None
) -> tuple[list[BoardContent], list[OtherFile]]:
    """The boards in the files, folders and zips, and the files of other programs.

    Raises:
        BadInput: one can't be read.
        ImportRejected: one is too large, or nothing that import reads.
    """
    boards: list[BoardContent] = []
    others: list[OtherFile] = []
    for given in givens:
        for read in _read(given, from_):
            (boards if isinstance(read, BoardContent) else others).append(read)  # type: ignore[arg-type]  # by its class
    return boards, others


def _read(given: str, from_: str | None) -> Iterator[BoardContent | OtherFile]:
    path = os.path.expanduser(given)
    if given != "-" and os.path.isdir(path):
        files, others_count = read_folder(path, given, (*_ENDINGS, _CALENDAR), hint=_HINT)
        yield from _files_read(files, from_, given, others_count)
        return
    content = read_limited(given, hint=_HINT)
    if from_ is None and (other := lookalike(content)):
        raise ImportRejected(f"{given} is {other.words}.", f"{other.advice} {NOTHING_IMPORTED}")
    if content.startswith(_ZIP):
        from boardroom.formats.csv_zip import unzipped  # noqa: PLC0415  zipfile takes 8 ms

        yield from _files_read(unzipped(content), from_, given, 0)
        return
    if content.startswith(_DATABASE):
        raise ImportRejected(
            f"{given} is a board itself, and no export of one.",
            "Use it with --db, or put it back with: boardroom restore PATH",
        )
    held = [content]
    del content  # it may be 32 MB, and is to go as soon as its text is there
    if given == "-":
        yield _one("standard input", held, from_, "standard input", path=given)
    else:
        yield _one(os.path.basename(path), held, from_, given)


def _files_read(
    files: Mapping[str, bytes], from_: str | None, given: str, others_count: int
) -> Iterator[BoardContent | OtherFile]:
    """The board in the files of a folder or a zip, or what is read of each.

    `others_count` are those in it beside `files`.
    """
    tables = {name: content for name, content in files.items() if name.lower().endswith(".csv")}
    is_board = any(_is_board_csv(name, content) for name, content in tables.items())
    is_board = is_board or (bool(tables) and all(map(_is_board_name, tables)))
    if from_ == BOARD or (from_ is None and is_board):
        yield _board_csv(tables)
        return
    names = [name for name in files if name.lower().endswith(_ENDINGS)]
    if _LINKEDIN in names:  # of all that LinkedIn puts into its zip, the people
        names = [_LINKEDIN]
    if not names and any(name.lower().endswith(_CALENDAR) for name in files):
        raise _is_a_calendar(given, given)
    if not names:
        raise ImportRejected(f"Nothing in {given} is a file that import reads.", NOTHING_IMPORTED)
    others_count += len(files) - len(names)
    for name in names:
        with naming(name):
            read = _one(name, [files[name]], from_, name)
        if others_count and isinstance(read, OtherFile):
            words = (
                f"{others_count} other file{'' if others_count == 1 else 's'} in {given} not read."
            )
            read, others_count = read._replace(doubtful=(words, *read.doubtful)), 0
        yield read


@contextmanager
def naming(name: str) -> Iterator[None]:
    """Says of what goes wrong in which of several files it does."""
    try:
        yield
    except (BadInput, ImportRejected) as error:
        if name not in error.message:
            error.message = f"{name}: {error.message}"
        raise


def _one(
    name: str, held: list[bytes], from_: str | None, given: str, *, path: str = ""
) -> BoardContent | OtherFile:
    """What a file is, whose content is `held` alone, and let go.

    `given` names it for errors; its `path` on the command line is another for standard input.
    """
    if from_ in (None, BOARD) and _is_board_csv(name, held[0]):
        return _board_csv({name: held[0]})
    text, encoding = decoded(held.pop(), given)
    kind = from_ or kind_of(text, name)
    if kind == BOARD:
        from boardroom.formats.board_json import read_board  # noqa: PLC0415  one of the formats

        return read_board(text, version=VERSION)
    if kind == ICALENDAR:
        raise _is_a_calendar(given, path or given)
    if not kind:
        raise ImportRejected(
            f"{given} is nothing that import reads: no export of a board, friends.md, Monica's"
            " JSON, vCard, CSV or note in Markdown.",
            f"If it is one of them, say which with --from. {NOTHING_IMPORTED}",
        )
    return OtherFile(name, kind, text, (f"Read as {encoding}.",) if encoding else ())


def _is_a_calendar(given: str, path: str) -> BadInput:
    from shlex import quote  # noqa: PLC0415  only for what is refused

    return BadInput(
        f"{given} is a calendar, of which each event is looked at.",
        f"Compare it with the board: boardroom calendar read {quote(path)}",
    )


def _is_board_csv(name: str, content: bytes) -> bool:
    """Whether it is a file of a board's CSV: by its name, and by a column that only those have."""
    if not _is_board_name(name):
        return False
    header = content[:1000].replace(b"\0", b"").split(b"\n")[0]
    columns = header.translate(None, b'\xef\xbb\xbf\xff\xfe"\r ').replace(b";", b",")
    return bool({b"id", b"schema"} & {*columns.replace(b"\t", b",").split(b",")})


def _is_board_name(name: str) -> bool:
    key, ending = os.path.splitext(name)
    return ending == ".csv" and key in (*KEYS.values(), "board")


def _board_csv(files: Mapping[str, bytes]) -> BoardContent:
    from boardroom.formats.board_csv import read_board_csv  # noqa: PLC0415  csv takes 2 ms

    return read_board_csv(files, version=VERSION, types=COLUMN_TYPES)
