"""The kinds of file that import reads, and how each is told by its content."""

from __future__ import annotations

import re

from boardroom.formats.incoming.friends import HAS_HEADER

BOARD = "boardroom"
ICALENDAR = "ics"
NOTES = "notes"
CSV = "csv"

KINDS = {
    BOARD: "an export of a board",
    "friends": "a journal of friends",
    "monica": "an export of Monica",
    "vcard": "contacts (vCard)",
    "google": "contacts of Google",
    "linkedin": "connections of LinkedIn",
    "outlook": "contacts of Outlook",
    CSV: "a table of people (CSV)",
    "meetings": "a table of meetings (CSV)",
    NOTES: "notes in Markdown",
    ICALENDAR: "a calendar (iCalendar)",
}
"""What every kind is in words, by the word for `--from`."""

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
