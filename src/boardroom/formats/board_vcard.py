"""The people of a board as contacts: vCard 3.0, which Apple and Google read, or 4.0."""

from __future__ import annotations

from collections.abc import Iterator

from boardroom.formats.board_content import BoardContent
from boardroom.formats.board_people import BoardPerson, people_of

VERSIONS = ("3.0", "4.0")

_LONGEST_OCTETS = 75
_FIELDS = (
    ("org", "ORG:", ""),
    ("title", "TITLE:", ""),
    ("email", "EMAIL:", ""),
    ("phone", "TEL:", ""),
    ("city", "ADR:;;;", ";;;"),
    ("notes", "NOTE:", ""),
    ("seat", "X-BOARDROOM-SEAT:", ""),
    ("how_met", "X-BOARDROOM-HOW-MET:", ""),
    ("window", "X-BOARDROOM-WINDOW:", ""),
)
"""The columns that are texts, with what is written before and after each."""
_NO_YEAR = "1604"


def write_vcards(content: BoardContent, *, version: str) -> str:
    """A card for everybody, with CRLF and lines folded at 75 octets."""
    lines = (line for person in people_of(content) for line in _card(person, version))
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _card(person: BoardPerson, version: str) -> Iterator[str]:
    advisor = person.advisor
    name = _escaped(advisor["name"])
    given, _, family = name.rpartition(" ")
    yield from ("BEGIN:VCARD", f"VERSION:{version}", f"UID:urn:uuid:{advisor['uid']}")
    yield f"FN:{name}"
    yield f"N:{family};{given};;;" if given else f"N:;{family};;;"
    if advisor["nicknames"]:
        yield f"NICKNAME:{','.join(map(_escaped, advisor['nicknames']))}"
    for column, start, end in _FIELDS:
        if advisor[column]:
            yield f"{start}{_escaped(advisor[column])}{end}"
    if advisor["link"]:
        yield f"URL:{_escaped(advisor['link'], special='')}"
    if advisor["timezone"]:
        kind = ";VALUE=text" if version == "3.0" else ""
        yield f"TZ{kind}:{_escaped(advisor['timezone'])}"
    if person.birthday:
        yield _birthday(person.birthday, version)
    yield "END:VCARD"


def _birthday(day: str, version: str) -> str:
    """A birthday; version 3.0 has none without a year, so it is written as Apple does."""
    if version == "4.0":
        return f"BDAY:{day.replace('-', '') if day[0] != '-' else '--' + day[2:].replace('-', '')}"
    if day.startswith("--"):
        return f"BDAY;X-APPLE-OMIT-YEAR={_NO_YEAR}:{_NO_YEAR}-{day[2:]}"
    return f"BDAY:{day}"


def _escaped(text: str, special: str = ",;") -> str:
    text = text.replace("\\", "\\\\").replace("\r\n", "\n").replace("\r", "\n")
    for character in special:
        text = text.replace(character, f"\\{character}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """A line in pieces of 75 octets, none of which ends inside a character."""
    if len(line.encode()) <= _LONGEST_OCTETS:
        return line
    pieces: list[str] = []
    piece: list[str] = []
    octets = 0
    for character in line:
        size = len(character.encode())
        if octets + size > _LONGEST_OCTETS:
            pieces.append("".join(piece))
            piece, octets = [" "], 1
        piece.append(character)
        octets += size
    return "\r\n".join([*pieces, "".join(piece)])
