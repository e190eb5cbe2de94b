"""The columns of a person in the properties of a contact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boardroom.errors import BadInput
from boardroom.formats.incoming.records import link_key
from boardroom.formats.incoming.vcard_lines import Property
from boardroom.rules.windows import parse_window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

NICKNAMES = ("NICKNAME", "X-NICKNAME")
SOCIAL = ("X-SOCIALPROFILE", "SOCIALPROFILE", "X-SOCIAL-PROFILE")
_ZONE = re.compile(r"[A-Z][A-Za-z_+-]+(?:/[A-Za-z0-9_+-]+)+")


def first_text(card: list[Property], *names: str) -> str:
    """The first text of any of these properties; empty if there is none."""
    return next((each.text for each in card if each.name in names and each.text), "")


def lost_of(card: list[Property]) -> Iterator[str]:
    """What of the properties that are read the board has no place for, in words."""
    if _parts_of(card, "N")[3:4] not in ([], [""]):
        yield "a title before a name"
    if any(_parts_of(card, "ORG")[1:]):
        yield "a department"
    for what, names in (("organisation", ("ORG",)), ("title or role", ("TITLE", "ROLE"))):
        texts = {each.text for each in card if each.name in names and each.text}
        yield from [f"one more {what}"] * (len(texts) - 1)
    yield from ["one more birthday"] * (_count(card, "BDAY") - 1)
    yield from ["a note in another language"] * (_count(card, "NOTE") - len([*_notes(card)]))
    city = _city(card)
    for each in card:
        if each.name == "ADR" and any(part for part in each.parts if part != city):
            yield "an address but for its city" if city in each.parts[3:4] else "an address"
    if (zone := first_text(card, "TZ")) and not _ZONE.fullmatch(zone):
        yield "a time zone that is no name like Europe/Paris"


def fields_of(card: list[Property]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The columns of a person, and the paragraphs of their notes."""
    nicknames = [nick for each in card if each.name in NICKNAMES for nick in each.items]
    emails = [*_by_preference(card, "EMAIL")]
    phones = [phone.removeprefix("tel:") for phone in _by_preference(card, "TEL")]
    links = [*_links(card)]
    org = _parts_of(card, "ORG")
    fields = {
        "nicknames": nicknames,
        "org": next((part for part in org if part), ""),
        "title": first_text(card, "TITLE") or first_text(card, "ROLE"),
        "email": next(iter(emails), ""),
        "phone": next(iter(phones), ""),
        "link": next(iter(links), ""),
        "city": _city(card),
        "timezone": next((zone for zone in [first_text(card, "TZ")] if _ZONE.fullmatch(zone)), ""),
        "seat": first_text(card, "X-BOARDROOM-SEAT"),
        "how_met": first_text(card, "X-BOARDROOM-HOW-MET"),
        "window": _window(first_text(card, "X-BOARDROOM-WINDOW")),
    }
    over = [*emails[1:], *phones[1:], *links[1:]]
    notes = [*_notes(card), *([f"Also: {', '.join(over)}"] if over else [])]
    return {name: value for name, value in fields.items() if value}, tuple(notes)


def _parts_of(card: list[Property], name: str) -> list[str]:
    return next((each.parts for each in card if each.name == name), [])


def _city(card: list[Property]) -> str:
    cities = (city for each in card if each.name == "ADR" for city in each.parts[3:4])
    return next(filter(None, cities), "")


def _count(card: list[Property], name: str) -> int:
    return sum(1 for each in card if each.name == name and each.text)


def _by_preference(card: list[Property], name: str) -> list[str]:
    given = [each for each in card if each.name == name and each.text]
    return [*dict.fromkeys(each.text for each in sorted(given, key=lambda each: each.preference))]


def is_page(each: Property) -> bool:
    """Whether it is the address of a page, and not the mere name of an account."""
    return each.name in ("URL", *SOCIAL) and "/" in each.text


def _links(card: list[Property]) -> list[str]:
    """Addresses of pages, LinkedIn's first."""
    links = [each.text for each in card if is_page(each)]
    links.sort(key=lambda link: "linkedin.com" not in link.lower())
    unique: dict[str, str] = {}
    for link in links:
        unique.setdefault(link_key(link), link)
    return [*unique.values()]


def _notes(card: list[Property]) -> Iterator[str]:
    """The notes; of several in different languages the first."""
    seen: set[str] = set()
    for each in card:
        if each.name != "NOTE" or not each.text:
            continue
        alternative = next(iter(each.parameters.get("ALTID", ())), "")
        if alternative not in seen:
            yield each.text
        if alternative:
            seen.add(alternative)


def _window(text: str) -> str:
    try:
        return str(parse_window(text)) if text else ""
    except BadInput:
        return ""
