"""Files that people try to import and that another form of is read."""

from __future__ import annotations

from boardroom.record import Record

_LOOKED_AT = 4_000
_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_A_WORKBOOK = (b"xl/workbook", b"opendocument.spreadsheet", b"Index/Document.iwa")
_SQL = b"insert ignore into"
_PAGE = (b"<!doctype html", b"<html")


class Lookalike(Record):
    """What a file is, and what to do to have it imported."""

    words: str
    advice: str


_WORKBOOK = Lookalike("a workbook", "Save the sheet as CSV, and import that.")
_DATABASE = Lookalike("a database as SQL", "Export it as JSON, in Monica's settings.")
_WEB_PAGE = Lookalike("a web page", "Export a table as CSV, or contacts as vCard.")


def lookalike(content: bytes) -> Lookalike | None:
    """What a file is that import does not read, but would in another form; None for others."""
    start = content[:_LOOKED_AT].lower().lstrip(b"\xef\xbb\xbf \t\r\n")
    if content.startswith(_OLD_OFFICE):
        return _WORKBOOK
    if content.startswith(_ZIP):
        return _WORKBOOK if any(mark in content for mark in _IN_A_WORKBOOK) else None
    if _SQL in start:
        return _DATABASE
    return _WEB_PAGE if start.startswith(_PAGE) else None
