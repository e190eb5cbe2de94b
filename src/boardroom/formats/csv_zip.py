"""A zip of CSV files: packed the same every time, and unpacked in memory, with distrust."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from boardroom.errors import ImportRejected
from boardroom.formats.board_content import LIMIT_BYTES, NOTHING_IMPORTED

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
_OWNERS_ALONE = 0o600 << 16
_ENTRY = b"PK\x01\x02"
_MOST_ENTRIES = 1_000
_IS_ENCRYPTED = 1
_ENDING = ".zip"
_TABLE = ".csv"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip of files. The same files give the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = _OWNERS_ALONE
            archive.writestr(entry, content)
    return packed.getvalue()


def unzipped(content: bytes) -> dict[str, bytes]:
    """The files in a zip by name, without their folder unless the name of a note recurs.

    A zip in it, as Notion makes them, is unpacked too.

    Raises:
        ImportRejected: it is damaged, holds more than `LIMIT_BYTES`, or two files of one name.
    """
    if content.count(_ENTRY) > _MOST_ENTRIES:  # each would take memory before the size is known
        raise _rejected(f"holds more than {_MOST_ENTRIES:,} files")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = _read(archive, {})
        for name in [name for name in files if name.lower().endswith(_ENDING)]:
            with zipfile.ZipFile(io.BytesIO(files.pop(name))) as archive:
                files = _read(archive, files)
    except _BROKEN:
        raise _rejected("is damaged") from None
    return files


def _read(archive: zipfile.ZipFile, others: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a zip, and the `others` that are unpacked already."""
    entries = [*_entries(archive)]
    size = sum(entry.file_size for _, entry in entries) + sum(map(len, others.values()))
    if size > LIMIT_BYTES:
        raise _rejected(f"holds more than {LIMIT_BYTES // 1024 // 1024} MB, so it was not unpacked")
    if len(entries) + len(others) > _MOST_ENTRIES:
        raise _rejected(f"holds more than {_MOST_ENTRIES:,} files")
    files = dict(others)
    for bare, entry in entries:
        is_table = bare.lower().endswith(_TABLE)
        name = bare if is_table or bare not in files else entry.filename
        if entry.flag_bits & _IS_ENCRYPTED:
            raise _rejected("is encrypted")
        if entry.compress_type not in _METHODS:
            raise _rejected("is packed in a way that is not read here")
        if name in files:
            raise _rejected(f"holds {name} twice")
        files[name] = archive.read(entry)  # no more than its size, whatever it unpacks to
    return files


def _entries(archive: zipfile.ZipFile) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """The files of a zip, without those that a file manager adds."""
    for entry in archive.infolist():
        folder, name = posixpath.split(entry.filename)
        if ".." in folder.split("/"):
            raise _rejected("names a file outside of its folder")
        is_hidden = any(part.startswith(".") for part in (*folder.split("/"), name))
        if name and not is_hidden and not folder.startswith("__MACOSX"):
            yield name, entry


def _rejected(problem: str) -> ImportRejected:
    return ImportRejected(f"The zip {problem}.", NOTHING_IMPORTED)
