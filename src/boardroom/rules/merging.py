"""Putting two records of one person together: which values they share, and where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from boardroom.record import Record
from boardroom.rules.day_format import format_day
from boardroom.rules.lifecycle import ENDED, NEXT, STATUS_WORDS, Step, standing
from boardroom.rules.names import fold
from boardroom.rules.text import brief

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal

    Kept = Literal["first", "second", "both"]

JOINED = ("notes", "hopes", "boundaries", "programme", "outcome")
"""The long texts of which both are kept, one after the other."""


class Difference(Record):
    """Something that two records of one person say differently; both texts are for the user."""

    name: str
    label: str
    first: str
    second: str


def merge_value(column: str, first: Any, second: Any, *, default: object = None) -> Any:  # noqa: ANN401  of a column
    """The value of two records together, the first's where they differ.

    Lists and dicts have the entries of both, and long texts follow each other, but for paragraphs
    that both have. The `default` of a column counts as no value.
    """
    if isinstance(first, list):
        known = {fold(text) for text in first}
        return [*first, *(text for text in second if fold(text) not in known)]
    if isinstance(first, dict):
        return {**second, **first}
    if first in (None, default):
        return first if second is None else second
    if column in JOINED and second is not None and fold(second) != fold(first):
        known = {fold(paragraph) for paragraph in first.split("\n\n")}
        new = (part for part in second.split("\n\n") if fold(part) not in known)
        return "\n\n".join([first, *new])
    return first


def differ(column: str, first: object, second: object, *, default: object = None) -> bool:
    """Whether one of two values has to be chosen."""
    if column in JOINED or isinstance(first, list | dict):
        return False
    return first not in (None, default, second) and second not in (None, default)


def differing_keys(first: Mapping[str, str], second: Mapping[str, str]) -> list[str]:
    """The keys under which two dicts have different texts."""
    return [key for key in first if key in second and fold(first[key]) != fold(second[key])]


def lifecycle_to_keep(first: Sequence[Step], second: Sequence[Step]) -> Kept | None:
    """Whose steps of the lifecycle to keep; None if the user has to choose a status.

    Both, if the earlier steps ended before the later began, or lead to them. Else, of two with the
    same status, those that reach further back.
    """
    earlier, later = sorted((first, second), key=lambda steps: steps[0].on)
    last, following = earlier[-1], later[0]
    leads_on = last.status in ENDED or following.status in NEXT[last.status]
    if last.on <= following.on and leads_on:
        return "both"
    if first[-1].status != second[-1].status:
        return None
    return "first" if _reach(first) <= _reach(second) else "second"


def format_steps(steps: Iterable[Step]) -> str:
    """The status after steps of the lifecycle: “on the board since Sat 10 Jan 2026”."""
    current = standing(steps)
    assert current is not None  # everybody has a step
    return f"{STATUS_WORDS[current.status]} since {format_day(current.since)}"


def nicknames_of_both(first: Iterable[str], second: Iterable[str]) -> list[str]:
    """The names of both records, each name once, those of the first before those of the second."""
    names: dict[str, str] = {}
    for name in (*first, *second):
        names.setdefault(fold(name), name)
    return [*names.values()]


def format_differences(differences: Iterable[Difference]) -> str:
    """“org (Acme or Initech), city (Porto or Oslo)”."""
    return ", ".join(
        f"{difference.label} ({brief(difference.first)} or {brief(difference.second)})"
        for difference in differences
    )


def _reach(steps: Sequence[Step]) -> tuple[bool, Any]:
    joined = [step.on for step in steps if step.status == "active"]
    return not joined, min(joined or [steps[0].on])
