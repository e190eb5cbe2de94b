"""The fields of a record that a user may edit, and what an edit says that it changed.

A field is declared once, beside the rules of its kind: its column, its line in the editor's text
and its name in “seat Truth-teller → Mirror” all come from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from boardroom.record import Record
from boardroom.rules.day_format import format_day
from boardroom.rules.text import brief

_BRIEF = 30
_NOTHING = "none"


class Field(Record):
    """A field that can be edited: its column `name`, and the `label` that the user knows it by.

    In the editor a long `text` has a heading, and a field of `several` values a line for each.
    `letter` is that of the kind of record whose id the column holds, and `flag` the words for
    False and True.
    """

    name: str
    label: str
    text: bool = False
    several: bool = False
    letter: str = ""
    flag: tuple[str, str] = ("no", "yes")


class Change(Record):
    """An edit of one field: its label, and its value before and after, as shown."""

    label: str
    old: str
    new: str


def change_of(field: Field, old: object, new: object, *, default: object = None) -> Change | None:
    """The change of one field; None if both values are the same. `default` stands in for None."""
    if old == new:
        return None
    shown = [_shown(field, default if value is None else value) for value in (old, new)]
    return Change(field.label.lower(), *shown)


def format_changes(changes: Sequence[Change]) -> str:
    """“seat Truth-teller → Mirror, window 4-6w → 6-8w”; empty if nothing changed."""
    return ", ".join(_format(change) for change in changes)


def _format(change: Change) -> str:
    if change.old == change.new:
        # A long text that differs only after the part shown; or a default, now set as such.
        return change.label if change.old.endswith("…”") else f"{change.label} {change.new}"
    return f"{change.label} {change.old} → {change.new}"


def _shown(field: Field, value: object) -> str:
    match value:
        case bool():
            shown = field.flag[value]
        case date():
            shown = format_day(value)
        case str():
            shown = f"“{brief(value, _BRIEF)}”" if field.text and value else brief(value, _BRIEF)
        case dict():
            shown = _listed(f"{key}={part}" for key, part in value.items())
        case list() | tuple():
            shown = _listed(str(part) for part in value)
        case int():
            shown = f"{field.letter}{value}"
        case _:
            shown = ""
    return shown or _NOTHING


def _listed(parts: Iterable[str]) -> str:
    return brief(", ".join(parts), 2 * _BRIEF)
