"""The fields of a person: their labels, and the values they accept."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from boardroom.errors import BadInput
from boardroom.rules.characters import without_invisible
from boardroom.rules.fields import Field
from boardroom.rules.text import NOTES_LIMIT, clean, one_of, optional, quoted, several
from boardroom.rules.windows import parse_minutes, parse_window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

KINDS = ("informal", "formal")
ROLES = ("advisor", "mentee", "both")
WAYS = ("coffee", "lunch", "call", "video", "walk", "other")
OTHER_WAYS = {
    **dict.fromkeys(("phone", "telephone", "phone call"), "call"),
    **dict.fromkeys(("zoom", "teams", "skype", "facetime", "webex", "video call"), "video"),
}
"""What people call a way to meet, and the way."""


def usual_words(rule: str) -> str:
    """A usual slot in words, as the user gives it: “thu 16:00”."""
    from boardroom.rules import usual_slots  # noqa: PLC0415  slots, only if one is on file

    return usual_slots.usual_words(rule)


FIELDS = (
    Field("name", "name"),
    Field("since", "since"),
    Field("role", "role"),
    Field("seat", "seat"),
    Field("title", "title"),
    Field("org", "org"),
    Field("how_met", "how-met"),
    Field("kind", "kind"),
    Field("email", "email"),
    Field("phone", "phone"),
    Field("link", "link"),
    Field("city", "city"),
    Field("timezone", "timezone"),
    Field("way", "way"),
    Field("usual", "usual", words=usual_words),
    Field("window", "window"),
    Field("minutes", "minutes"),
    Field("handle", "handle"),
    Field("nicknames", "nickname", several=True),
    Field("strengths", "strength", several=True),
    Field("perspectives", "perspective", several=True),
    Field("their_goals", "Their goals", text=True),
    Field("notes", "Notes", text=True, silent=True),
)
"""The editable fields of a person. `since` is the day of a step; the others are columns."""


def plays(role: str, wanted: str) -> bool:
    """Whether somebody of a role is an `advisor`, a `mentee` or `both`, as wanted."""
    return role in (wanted, "both")


def role_of_both(first: str, second: str) -> str:
    """The role of one person who was on file twice."""
    return first if first == second else "both"


def clean_name(text: str) -> str:
    """The full name of somebody, as `clean` returns it.

    Raises:
        BadInput: nothing of it can be seen, or the text is not valid; see `clean`.
    """
    return clean(text if without_invisible(text).strip() else "", what="name")


def parse_notes(value: str | None) -> str | None:
    """Cleans free notes of up to a million characters; None if missing or empty.

    Raises:
        BadInput: the text is not valid.
    """
    return optional(value, "notes", limit=NOTES_LIMIT)


def parse_perspectives(pairs: Iterable[str]) -> dict[str, str]:
    """Parses `DIMENSION=VALUE` pairs; an empty value (`industry=`) removes the dimension.

    Raises:
        BadInput: a pair has no `=` or no dimension, or a dimension has two values.

    Source: a diversity of experience, gender, function, background and contacts (articles 000,
    002, 004); the user names the dimensions that matter.
    """
    perspectives: dict[str, str] = {}
    for pair in pairs:
        dimension, equals, value = pair.partition("=")
        if not equals or not dimension.strip():
            raise BadInput(
                f"{quoted(pair)} is not a perspective.",
                "Write it as DIMENSION=VALUE, like industry=retail.",
            )
        name = clean(dimension, what="dimension").lower()
        words = clean(value, what="perspective") if value.strip() else ""
        if perspectives.setdefault(name, words) != words:
            raise BadInput(
                f"{name} is given twice, as {quoted(perspectives[name])} and {quoted(words)}.",
                "Leave one of them out.",
            )
    return perspectives


def parse_way(value: str) -> str:
    """Parses a way to meet, by its own word or another: `zoom` is video.

    Raises:
        BadInput: there is no such way.
    """
    word = " ".join(value.lower().split())
    return OTHER_WAYS.get(word) or one_of(value, WAYS, "way to meet")


def parse_timezone(value: str | None) -> str | None:
    """The name of a time zone as it is listed; None if missing or empty.

    Raises:
        BadInput: there is no such zone.
    """
    if not value or not value.strip():
        return None
    from boardroom.rules.timezones import check_timezone  # noqa: PLC0415  zoneinfo, only if given

    return check_timezone(value)


def parse_usual(value: str | None) -> str | None:
    """The recurrence rule of a usual slot; None if missing or empty.

    Raises:
        BadInput: it is not such a slot.
    """
    if not value or not value.strip():
        return None
    from boardroom.rules import typed_slots  # noqa: PLC0415  the grammar of days, only if given

    return typed_slots.parse_usual(value)


def _text(what: str) -> Callable[[str], str | None]:
    return lambda value: optional(value, what)


PARSERS: dict[str, Callable[[Any], Any]] = {
    "role": lambda value: one_of(value, ROLES, "role"),
    "seat": _text("seat"),
    "title": _text("title"),
    "org": _text("organisation"),
    "how_met": _text("text of how you met"),
    "kind": lambda value: one_of(value, KINDS, "kind of relationship"),
    "strengths": lambda values: several(values, "strength"),
    "perspectives": parse_perspectives,
    "their_goals": _text("text of their goals"),
    "email": _text("email address"),
    "phone": _text("phone number"),
    "link": _text("link"),
    "city": _text("city"),
    "timezone": parse_timezone,
    "way": lambda value: parse_way(value) if value else None,
    "usual": parse_usual,
    "window": lambda value: str(parse_window(value)) if value else None,
    "minutes": lambda value: parse_minutes(value) if value else None,
    "nicknames": lambda values: several(values, "nickname"),
    "notes": parse_notes,
}
"""The parser of each column but name and handle; each raises BadInput.

An empty text clears the field.
"""
