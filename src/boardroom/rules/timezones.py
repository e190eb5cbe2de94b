"""The names of time zones, as the IANA lists them. Loaded only where one is given or used."""

from __future__ import annotations

from difflib import get_close_matches
from zoneinfo import available_timezones

from boardroom.errors import BadInput
from boardroom.rules.text import join_words, quoted

ZONES = sorted(available_timezones())
"""Every name, as this machine knows them."""

_MOST = 3
_ALIKE = 0.75
_HINT = "Write it as REGION/CITY, like Europe/Lisbon."


def check_timezone(text: str) -> str:
    """The name of a time zone as it is listed; capitals and blanks are forgiven.

    Raises:
        BadInput: there is no such zone, and the hint names the nearest; or the machine has none.
    """
    if not ZONES:
        raise BadInput("This machine has no list of time zones.", "Install it: pip install tzdata")
    by_words = {_words(name): name for name in ZONES}
    if known := by_words.get(_words(text)):
        return known
    near = _nearest(_words(text), by_words)
    raise BadInput(
        f"{quoted(text.strip())} is not a time zone.",
        f"Did you mean {join_words(near, 'or')}?" if near else _HINT,
    )


def _nearest(words: str, by_words: dict[str, str]) -> list[str]:
    """The zones of that city, or else those whose city or name is spelt most like it."""
    city = words.rpartition("/")[2]
    same_city = sorted(name for key, name in by_words.items() if key.rpartition("/")[2] == city)
    if same_city:
        return same_city[:_MOST]
    cities: dict[str, str] = {}
    for key, name in sorted(by_words.items()):
        cities.setdefault(key.rpartition("/")[2], name)
    close = [cities[key] for key in get_close_matches(city, cities, _MOST, _ALIKE)]
    return close or [by_words[key] for key in get_close_matches(words, by_words, _MOST, _ALIKE)]


def _words(name: str) -> str:
    return "_".join(name.casefold().split())
