"""Characters that nobody sees, and signs that are written in several ways.

Texts are stored as typed. They are compared without invisible characters and with plain signs, and
shown with every invisible character as an escape, unless its neighbours need it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

_JOINERS = "\u200c\u200d"
# Invisible though their category is not Cf: fillers, variation selectors and the like (the
# property Default_Ignorable_Code_Point).
_IGNORABLE = frozenset(
    chr(code)
    for code in (
        *(0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B, 0x180C, 0x180D, 0x180F, 0x2065),
        *(0x3164, *range(0xFE00, 0xFE10), 0xFFA0, *range(0xFFF0, 0xFFF9)),
        *range(0xE0100, 0xE01F0),
    )
)
# Of category Cf, but drawn: signs of Arabic, Syriac and Kaithi numbers and verses.
_DRAWN = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd")
# Scripts in which a joiner between letters changes a word: Arabic to Malayalam and Sinhala,
# Myanmar, Khmer, Mongolian, and the presentation forms of Arabic.
_JOINING = ((0x600, 0xDFF), (0x1000, 0x109F), (0x1780, 0x18AF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
_VIRAMA = 9
"""The combining class of signs after which a joiner chooses the form of a letter."""
_PICTURES = (
    (0x203C, 0x2049),
    (0x2190, 0x23FF),
    (0x25A0, 0x27BF),
    (0x2900, 0x297F),
    (0x2B00, 0x2BFF),
    (0x1F000, 0x1FAFF),
)
_KEYCAPS = frozenset("0123456789#*\u2139\u3030")
_VARYING = ("So", "Sm", "Lo")
_FLAGS = frozenset(
    "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in region) + "\U000e007f"
    for region in ("gbeng", "gbsct", "gbwls")
)
_FLAG_LENGTH = 7
_SIGNS = {
    **dict.fromkeys(map(ord, "\u2018\u2019\u201a\u201b\u02bc\u2032"), "'"),
    **dict.fromkeys(map(ord, "\u201c\u201d\u201e\u201f\u2033"), '"'),
    **dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-"),
}


def is_invisible(character: str) -> bool:
    """Whether a character is never drawn by itself, and is no whitespace."""
    return character in _IGNORABLE or (
        unicodedata.category(character) == "Cf" and character not in _DRAWN
    )


def has_invisible(text: str) -> bool:
    """Whether the text may hold an invisible character; quick, and never wrong about “no”."""
    return not (text.isascii() or (text.isprintable() and _IGNORABLE.isdisjoint(text)))


def without_invisible(text: str) -> str:
    """The text as it is compared: without characters that nobody sees."""
    if not has_invisible(text):
        return text
    return "".join(character for character in text if not is_invisible(character))


def with_plain_signs(text: str) -> str:
    """The text as it is compared: quotes and dashes as on a keyboard, and nothing invisible."""
    return text if text.isascii() else without_invisible(text).translate(_SIGNS)


def with_escapes(text: str, escape: Callable[[str], str]) -> str:
    """The text with its invisible characters escaped, but for those that their neighbours need.

    These are a joiner in an emoji or in a word whose script has joiners, a variation selector after
    what it varies, and the tags of a flag.
    """
    if not has_invisible(text):
        return text
    return "".join(
        escape(character)
        if is_invisible(character) and not _is_needed(text, position)
        else character
        for position, character in enumerate(text)
    )


def _is_needed(text: str, position: int) -> bool:
    """Whether the invisible character at a position belongs to the characters around it."""
    character = text[position]
    before = text[position - 1] if position else ""
    if not before:
        return False
    if character in _JOINERS:
        after = text[position + 1 : position + 2]
        return _joins_letters(before, after) or (
            character == "\u200d" and _joins_pictures(text[:position][-2:], after)
        )
    if "\ufe00" <= character <= "\ufe0f":
        return (
            before in _KEYCAPS or unicodedata.category(before) in _VARYING or _in(_PICTURES, before)
        )
    if character >= "\U000e0100":
        return before >= "\u2e80" and unicodedata.category(before) == "Lo"
    if "\u180b" <= character <= "\u180f":
        return "\u1800" <= before <= "\u18af" and not is_invisible(before)
    return "\U000e0020" <= character <= "\U000e007f" and _is_in_flag(text, position)


def _joins_letters(before: str, after: str) -> bool:
    if unicodedata.combining(before) == _VIRAMA:
        return True
    return bool(after) and all(
        _in(_JOINING, letter) and unicodedata.category(letter)[0] in "LM"
        for letter in (before, after)
    )


def _joins_pictures(before: str, after: str) -> bool:
    picture = before.removesuffix("\ufe0f")
    return bool(picture and after) and _in(_PICTURES, picture[-1]) and _in(_PICTURES, after)


def _is_in_flag(text: str, position: int) -> bool:
    start = text.rfind("\U0001f3f4", max(0, position - _FLAG_LENGTH), position)
    return start >= 0 and text[start : start + _FLAG_LENGTH] in _FLAGS


def _in(ranges: tuple[tuple[int, int], ...], character: str) -> bool:
    return any(first <= ord(character) <= last for first, last in ranges)
