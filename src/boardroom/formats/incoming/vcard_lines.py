"""The lines of vCard files: folded, quoted-printable or escaped, in versions 2.1, 3.0 and 4.0.

Source: RFC 2426 and 6350, and vCard 2.1; Apple and Google escape colons, which no version does.
"""

from __future__ import annotations

import quopri
from collections.abc import Iterator, Mapping, Sequence

from boardroom.formats.incoming.records import TOO_LONG
from boardroom.record import Record
from boardroom.rules.text import NOTES_LIMIT

_ESCAPES = {"n": "\n", "N": "\n"}
_ESCAPED = "\\,;:"
_QUOTED_PRINTABLE = "QUOTED-PRINTABLE"
_BINARY = ("B", "BASE64")
_LONGEST_NAME = 100
_LONGEST = NOTES_LIMIT + 1_000
_LOOKED_AT = 500


class Property(Record):
    """A line of a card: its number, group, name, parameters and value.

    Names and groups are in capitals. The parameters have lists of values; those without a name, as
    version 2.1 writes them, are types. The value is None if it can't be read, for this `problem`.
    """

    line: int
    group: str
    name: str
    parameters: Mapping[str, Sequence[str]]
    value: str | None
    problem: str = ""

    @property
    def types(self) -> list[str]:
        """The types, in small letters: `work`, `pref`."""
        return [
            type_.lower() for value in self.parameters.get("TYPE", ()) for type_ in value.split(",")
        ]

    @property
    def is_binary(self) -> bool:
        """Whether the value is a picture or a sound, and no text."""
        encodings = [value.upper() for value in self.parameters.get("ENCODING", ())]
        return any(encoding in _BINARY for encoding in encodings)

    @property
    def preference(self) -> int:
        """How much it is preferred: 1 is the most, 101 not at all."""
        for value in self.parameters.get("PREF", ()):
            if value.isascii() and value.isdigit() and len(value) < 4:
                return int(value)
        return 1 if "pref" in self.types else 101

    @property
    def text(self) -> str:
        """The value as one text."""
        return unescaped(self.value or "").strip()

    @property
    def parts(self) -> list[str]:
        """The components of a structured value, which semicolons part."""
        return [unescaped(part).strip() for part in split_at(self.value or "", ";")]

    @property
    def items(self) -> list[str]:
        """The texts of a list, which commas part, without empty ones."""
        items = [unescaped(part).strip() for part in split_at(self.value or "", ",")]
        return [item for item in items if item]


def properties(lines: Sequence[str]) -> Iterator[Property | int]:
    """The properties in lines of text, unfolded; the number of a line that is none.

    Of a value that is longer than any that is kept, as that of a photo, only the beginning is.
    """
    number, count = 0, len(lines)
    while number < count:
        first = number
        parts = [lines[number][:_LONGEST]]
        length = len(lines[number])
        is_quoted = _QUOTED_PRINTABLE in lines[number][:_LOOKED_AT].upper()
        number += 1
        while number < count:
            if is_quoted and parts[-1].endswith("="):  # a blank after it is one of the text
                parts[-1] = parts[-1][:-1]
                part = lines[number]
            elif lines[number][:1] in (" ", "\t"):
                part = lines[number][1:]
            else:
                break
            length += len(part)
            if length <= _LONGEST:
                parts.append(part)
            number += 1
        line = "".join(parts)
        if line.strip():
            read = _property(first + 1, line)
            if read is not None and length > _LONGEST:
                read = read._replace(value=None, problem=TOO_LONG)
            yield read or first + 1


def unescaped(text: str) -> str:
    """A text without its backslashes."""
    if "\\" not in text:
        return text
    characters = []
    position = 0
    while position < len(text):
        character, after = text[position], text[position + 1 : position + 2]
        if character == "\\" and (after in _ESCAPES or (after and after in _ESCAPED)):
            characters.append(_ESCAPES.get(after, after))
            position += 2
        else:
            characters.append(character)
            position += 1
    return "".join(characters)


def split_at(text: str, separator: str) -> list[str]:
    """The parts of a text at every separator without a backslash before it."""
    parts = [""]
    pieces = text.split(separator)
    for index, piece in enumerate(pieces):
        parts[-1] += piece
        backslashes = len(piece) - len(piece.rstrip("\\"))
        if index < len(pieces) - 1:
            if backslashes % 2:
                parts[-1] += separator
            else:
                parts.append("")
    return parts


def _property(number: int, line: str) -> Property | None:
    head, value = _split_value(line)
    if value is None:
        return None
    name, *given = _split_quoted(head, ";")
    group, dot, bare = name.rpartition(".")
    if not bare.strip() or len(bare) > _LONGEST_NAME:
        return None
    parameters: dict[str, list[str]] = {}
    for parameter in given:
        key, equals, text = parameter.partition("=")
        if not equals:  # version 2.1: a bare type or encoding
            is_encoding = key.upper() in (_QUOTED_PRINTABLE, *_BINARY)
            key, text = ("ENCODING" if is_encoding else "TYPE"), key
        parameters.setdefault(key.strip().upper(), []).append(text.strip().strip('"'))
    encodings = [text.upper() for text in parameters.get("ENCODING", ())]
    decoded: str | None = value
    if _QUOTED_PRINTABLE in encodings:
        decoded = _from_quoted_printable(value, next(iter(parameters.get("CHARSET", ())), "utf-8"))
    problem = "" if decoded is not None else "it is not in the charset that it names"
    group = group.upper() if dot else ""
    return Property(number, group, bare.strip().upper(), parameters, decoded, problem)


def _split_value(line: str) -> tuple[str, str | None]:
    """What is before and after the first colon outside of quotes."""
    position = line.find(":")
    quote = line.find('"')
    while 0 <= quote < position:
        end = line.find('"', quote + 1)
        if end < 0:
            break
        if end > position:
            position = line.find(":", end)
        quote = line.find('"', end + 1)
    return (line, None) if position < 0 else (line[:position], line[position + 1 :])


def _split_quoted(text: str, separator: str) -> list[str]:
    """The parts of a text at every separator outside of quotes."""
    parts = [""]
    for index, piece in enumerate(text.split('"')):
        if index % 2:
            parts[-1] += f'"{piece}"'
        else:
            first, *others = piece.split(separator)
            parts[-1] += first
            parts += others
    return parts


def _from_quoted_printable(value: str, charset: str) -> str | None:
    try:
        text = quopri.decodestring(value.encode("ascii")).decode(charset)
    except (LookupError, UnicodeError, ValueError):
        return None
    return text.replace("\r\n", "\n")
