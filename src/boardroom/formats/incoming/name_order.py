"""Names with the family name first, as address books list them: “Lima, Ana”."""

from __future__ import annotations

from collections.abc import Mapping

from boardroom.formats.incoming.records import shown
from boardroom.rules.names import fold

_AFTER_A_NAME = frozenset(
    {"jr", "sr", "esq", "phd", "ph.d", "md", "mba", "cpa", "dds", "dr", "prof", "ing", "lda", "ltd"}
    | {"inc", "llc", "gmbh", "msc", "bsc", "ma", "ba", "pe", "rn"}
)
_MOST_WORDS = 4


def given_first(name: str) -> str:
    """“Ana Lima” of “Lima, Ana”; a name without a comma, or with letters after it, as it is."""
    family, _, given = (part.strip() for part in name.partition(","))
    words = given.split()
    is_name = family and 0 < len(words) <= _MOST_WORDS and "," not in given
    if not is_name or not all(_is_given_name(word, family) for word in words):
        return name
    return f"{given} {family}"


def turned_doubt(turned: Mapping[str, str], column: str) -> str:
    """What to say of the names that were turned, which come with their place; empty if none was."""
    if not turned:
        return ""
    (name, place), *others = turned.items()
    more = f", and {len(others)} more like it" if others else ""
    return f"{column}: {shown(name)} in {place} is read as {given_first(name)}{more}."


def _is_given_name(word: str, family: str) -> bool:
    if not word[0].isupper() or any(letter.isdigit() for letter in word):
        return False
    if fold(word).rstrip(".") in _AFTER_A_NAME:
        return False
    is_initial = len(word.rstrip(".")) == 1
    return is_initial or not word.isupper() or family.isupper()
