"""What an export says of the records that its format has no place for."""

from __future__ import annotations

from collections.abc import Collection

from boardroom.formats.board_content import BoardContent
from boardroom.rules.board_file import KEYS
from boardroom.rules.imports import format_counts

_NAMED = (
    "goal",
    "goal_step",
    "meeting",
    "exchange",
    "promise",
    "agenda_item",
    "advice",
    "agreement",
    "occasion",
    "criterion",
    "review",
)
"""The records that the user knows by name; the others belong to one of them."""


def no_place_words(content: BoardContent, tables: Collection[str]) -> str:
    """A sentence on the records of no table of `tables`; empty if there are none, or no tables."""
    counts = {
        KEYS[table]: len(content.rows[table])
        for table in (_NAMED if tables else ())
        if table not in tables and content.rows.get(table)
    }
    return f"The format has no place for {format_counts(counts)}." if counts else ""
