"""What an export says of the records and fields that its format has no place for."""

from __future__ import annotations

from collections.abc import Collection

from boardroom.formats.board_content import BoardContent
from boardroom.rules.advisor import FIELDS
from boardroom.rules.board_file import KEYS
from boardroom.rules.imports import format_counts
from boardroom.rules.text import join_words

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


_DEFAULTS = {"role": "advisor", "kind": "informal"}
_DERIVED = ("since", "handle")


def no_place_words(
    content: BoardContent, tables: Collection[str], person_fields: Collection[str]
) -> str:
    """A sentence on what a format leaves out; empty if that is nothing.

    It holds these `tables` and these fields of a person; one without `tables` holds everything.
    """
    if not tables:
        return ""
    counts = {
        KEYS[table]: len(content.rows[table])
        for table in _NAMED
        if table not in tables and content.rows.get(table)
    }
    fields = [
        field.name.replace("_", " ")
        for field in FIELDS
        if field.name not in person_fields
        and field.name not in _DERIVED
        and any(
            row[field.name] and row[field.name] != _DEFAULTS.get(field.name)
            for row in content.rows.get("advisor", ())
        )
    ]
    parts = [
        format_counts(counts),
        f"people's {join_words(fields)}" if fields else "",
    ]
    words = ", nor for ".join(part for part in parts if part)
    return f"The format has no place for {words}." if words else ""
