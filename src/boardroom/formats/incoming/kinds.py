"""The kinds of file that import reads, and how each is told by its content."""

from __future__ import annotations

import re

from boardroom.formats.incoming.friends import HAS_HEADER
from boardroom.record import Record


class Kind(Record):
    """A kind of file: what it is in words, and what one of its people is called on a screen."""

    words: str
    people: str = "people"


BOARD = "boardroom"
ICALENDAR = "ics"
NOTES = "notes"
CSV = "csv"

KINDS = {
    BOARD: Kind("an export of a board"),
    "friends": Kind("a journal of friends"),
    "monica": Kind("an export of Monica"),
    "vcard": Kind("contacts (vCard)"),
    "google": Kind("contacts of Google"),
    "linkedin": Kind("connections of LinkedIn", "connections"),
    "outlook": Kind("contacts of Outlook"),
    CSV: Kind("a table of people (CSV)"),
    "meetings": Kind("a table of meetings (CSV)"),
    NOTES: Kind("notes in Markdown"),
    ICALENDAR: Kind("a calendar (iCalendar)"),
}
"""Every kind, by the word for `--from`."""

TABLES = ("google", "linkedin", "outlook", CSV, "meetings")
"""The kinds that are CSV; which of them a file is, its columns say."""

_MONICA = re.compile(r'"version"\s*:\s*"1\.0-preview|"account"\s*:\s*\{')
_LOOKED_AT = 4_000
_FRONT_MATTER = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_SEPARATORS = (",", ";", "\t", "|")


def kind_of(text: str, name: str) -> str:
    """The kind of a file by its text; only a note may be told by its `name`. Empty if unknown."""
    start = text[:_LOOKED_AT].lstrip()
    upper = start[:20].upper()
    if upper.startswith("BEGIN:VCARD"):
        return "vcard"
    if upper.startswith("BEGIN:VCALENDAR"):
        return ICALENDAR
    if start.startswith(("{", "[")):
        return "monica" if _MONICA.search(start) else BOARD
    if HAS_HEADER.search(text):
        return "friends"
    is_note = name.lower().endswith((".md", ".markdown"))
    if is_note or _FRONT_MATTER.match(start):
        return NOTES
    first = next((line for line in start.splitlines() if line.strip()), "")
    is_table = name.lower().endswith((".csv", ".tsv")) or any(
        separator in first for separator in _SEPARATORS
    )
    return CSV if is_table else ""
