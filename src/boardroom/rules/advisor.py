"""What is kept about a person, and what each field of it may hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from boardroom.errors import BadInput
from boardroom.rules.text import NOTES_LIMIT, clean, quoted
from boardroom.rules.windows import parse_minutes, parse_window

KINDS = ("informal", "formal")
WAYS = ("coffee", "lunch", "call", "video", "walk", "other")


def one_of(value: str, choices: tuple[str, ...], what: str) -> str:
    """The choice that `value` names, capitals ignored.

    Raises:
        BadInput: it names none of them.
    """
    wanted = value.strip().lower()
    if wanted not in choices:
        raise BadInput(f"{quoted(value)} is not a {what}.", f"Use one of {', '.join(choices)}.")
    return wanted


def optional(value: str | None, what: str, *, limit: int | None = None) -> str | None:
    """A field that may be left out (None) or emptied (""); else its text.

    Raises:
        BadInput: the text can't be kept; see `boardroom.rules.text.clean`.
    """
    if value is None or value == "":
        return None
    return clean(value, what=what) if limit is None else clean(value, what=what, limit=limit)


def notes(value: str | None) -> str | None:
    """Free notes, up to a million characters; None where left out or emptied."""
    return optional(value, "notes", limit=NOTES_LIMIT)


def several(values: Iterable[str], what: str) -> list[str]:
    """A field of several texts, empty ones left out, each kept once."""
    return list(dict.fromkeys(clean(value, what=what) for value in values if value))


def perspectives(given: Iterable[str]) -> dict[str, str]:
    """`DIMENSION=VALUE` pairs; an empty value takes the dimension away (`industry=`).

    Raises:
        BadInput: one has no `=`, or no dimension.

    Source: a diversity of experience, gender, function, background and contacts (articles 000, 002, 004); the user names the
    dimensions that matter.
    """
    found = {}
    for pair in given:
        dimension, equals, value = pair.partition("=")
        if not equals or not dimension.strip():
            raise BadInput(
                f"{quoted(pair)} is not a perspective.",
                "Write it as DIMENSION=VALUE, like industry=retail.",
            )
        found[clean(dimension, what="dimension").lower()] = (
            clean(value, what="perspective") if value.strip() else ""
        )
    return found


def _text(what: str) -> Callable[[str], str | None]:
    return lambda value: optional(value, what)


FIELDS: dict[str, Callable[[Any], Any]] = {
    "seat": _text("seat"),
    "org": _text("organisation"),
    "how_met": _text("text of how you met"),
    "kind": lambda value: one_of(value, KINDS, "kind of relationship"),
    "strengths": lambda values: several(values, "strength"),
    "perspectives": perspectives,
    "their_goals": _text("text of their goals"),
    "email": _text("email address"),
    "phone": _text("phone number"),
    "link": _text("link"),
    "city": _text("city"),
    "way": lambda value: one_of(value, WAYS, "way to meet") if value else None,
    "window": lambda value: str(parse_window(value)) if value else None,
    "minutes": lambda value: parse_minutes(value) if value else None,
    "nicknames": lambda values: several(values, "nickname"),
    "notes": notes,
}
"""Every field but the name and the handle: from what the user gave to what is kept, or BadInput. An empty text empties it."""
