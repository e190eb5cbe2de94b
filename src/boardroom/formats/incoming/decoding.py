"""Turns the bytes of another program's file into text, strictly: nothing is replaced or guessed."""

from __future__ import annotations

import re

from boardroom.errors import ImportRejected
from boardroom.formats.board_content import NOTHING_IMPORTED, UTF_16_MARKS
from boardroom.record import Record

_LINE_END = re.compile(r"\r\n|\r|\n")
_LOOKED_AT = 200
MOST_LINES = 200_000
"""The most lines of a text for people to read."""
_UTF_32_MARKS = (b"\xff\xfe\0\0", b"\0\0\xfe\xff")


_ANSI = "Windows text (cp1252); if letters look wrong, save it as UTF-8"


class Decoded(Record):
    """A text and what it was read as, if that is not UTF-8."""

    text: str
    encoding: str = ""


def decoded(content: bytes, name: str) -> Decoded:
    """The text of a file: UTF-8, UTF-16, else what Windows calls ANSI (cp1252).

    Raises:
        ImportRejected: it is none of them.
    """
    if content.startswith(_UTF_32_MARKS):
        raise _not_text(name)
    if content.startswith(UTF_16_MARKS):
        return _by(content, "utf-16", "UTF-16", name)
    if width := _utf_16_without_mark(content):
        return _by(content, width, "UTF-16", name)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _by(content, "cp1252", _ANSI, name)
    return Decoded(_checked(text, name))


def lines_of(text: str, *, most: int = MOST_LINES) -> list[str]:
    """The lines of a text, whatever ends them, and nothing but line ends.

    Raises:
        ImportRejected: they are more than `most`.
    """
    if max(text.count("\n"), text.count("\r")) > most:
        raise ImportRejected(f"It has more than {most:,} lines.", NOTHING_IMPORTED)
    return _LINE_END.split(text)


def _by(content: bytes, codec: str, words: str, name: str) -> Decoded:
    try:
        return Decoded(_checked(content.decode(codec), name), words)
    except UnicodeDecodeError:
        raise _not_text(name) from None


def _checked(text: str, name: str) -> str:
    if "\0" in text:
        raise _not_text(name)
    return text


def _utf_16_without_mark(content: bytes) -> str:
    """The byte order, if every other byte of the beginning is zero, as in Latin text."""
    start = content[:_LOOKED_AT]
    if len(start) < 4 or len(start) % 2:
        return ""
    even, odd = start[::2].count(0), start[1::2].count(0)
    if odd > len(start) * 0.4 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > len(start) * 0.4 and not odd else ""


def _not_text(name: str) -> ImportRejected:
    return ImportRejected(
        f"{name} is no text in UTF-8, UTF-16 or cp1252.",
        f"If it is a text, save it as UTF-8. {NOTHING_IMPORTED}",
    )
