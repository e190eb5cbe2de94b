"""The ids that users read and type: a letter for the kind and a number, never reused (`m12`)."""

from __future__ import annotations

import os

from boardroom.errors import BadInput, NotFound
from boardroom.record import Record
from boardroom.rules.text import join_words, quoted


class Kind(Record):
    """A kind of record with ids: its letter, its name, its table and its commands.

    `command` is the group of its subcommands, and `list_command` the one that lists its ids.
    """

    letter: str
    noun: str
    table: str
    command: str
    list_command: str

    def ref(self, number: int) -> str:
        """The id of record `number`, as shown: `m12`."""
        return f"{self.letter}{number}"


MEETING = Kind("m", "meeting", "meeting", "meeting", "meeting list")
AGENDA_ITEM = Kind("a", "agenda item", "agenda_item", "agenda", "agenda list")
PROMISE = Kind("p", "promise", "promise", "promise", "promise list")
ADVICE = Kind("v", "advice", "advice", "advice", "advice list")
EXCHANGE = Kind("x", "exchange", "exchange", "exchange", "exchange list")
GOAL = Kind("g", "goal", "goal", "goal", "goal list --all")
STEP = Kind("s", "step", "goal_step", "goal step", "goal show gID")
CRITERION = Kind("c", "criterion", "criterion", "criterion", "criterion list")
REVIEW = Kind("r", "review", "review", "review", "review --list")
OCCASION = Kind("o", "occasion", "occasion", "occasion", "occasion list")

KINDS = {
    kind.letter: kind
    for kind in (
        MEETING,
        AGENDA_ITEM,
        PROMISE,
        ADVICE,
        EXCHANGE,
        GOAL,
        STEP,
        CRITERION,
        REVIEW,
        OCCASION,
    )
}
"""Every kind of record with ids, by its letter: the only list of the letters."""

_LARGEST = 2**63 - 1


class Ref(Record):
    """One record, by its kind's letter and its number."""

    letter: str
    number: int

    def __str__(self) -> str:
        return f"{self.letter}{self.number}"


def not_found(kind: Kind, number: int) -> NotFound:
    """The error for an id that no record has, with the command that lists the ids."""
    return NotFound(
        f"There is no {kind.noun} {kind.ref(number)}.",
        f"List the ids with: boardroom {kind.list_command}",
    )


def looks_like_id(text: str) -> bool:
    """Whether a text has the form of an id, a known letter and ASCII digits: no name has it."""
    text = text.strip().lower()
    return text[:1] in KINDS and text[1:].isascii() and text[1:].isdigit()


def ids_in(text: str) -> list[str]:
    """The ids in a text, parted by commas or blanks; a text without any is one by itself."""
    return text.replace(",", " ").split() or [text]


def parse(text: str) -> Ref:
    """Parses an id; capitals are allowed.

    Raises:
        BadInput: the text has another form, or a number that no record can have.
    """
    as_typed = quoted(text.strip())
    if not looks_like_id(text):
        raise BadInput(
            f"{as_typed} is not an id.",
            "An id is a letter and a number, like m12.",
        )
    text = text.strip().lower()
    # The length is checked first: int() raises an error of its own for thousands of digits.
    if text[1] == "0" or len(text) > 20 or int(text[1:]) > _LARGEST:
        raise BadInput(
            f"{as_typed} is not an id: no record has that number.",
            "Ids count up from 1, like m12.",
        )
    return Ref(text[0], int(text[1:]))


def parse_kind(text: str, *letters: str) -> Ref:
    """Parses the id of a record of one of these kinds.

    Raises:
        BadInput: the text is not an id, or is that of another kind.
    """
    ref = parse(text)
    if ref.letter not in letters:
        kinds = join_words([_a(KINDS[letter].noun) for letter in letters], "or")
        examples = join_words([f"{letter}12" for letter in letters], "or")
        raise BadInput(
            f"{ref} is {_a(KINDS[ref.letter].noun)}, not {kinds}.",
            f"Give the id of {kinds}, like {examples}.",
        )
    return ref


def new_uid() -> str:
    """A new random UUID (version 4) as text. The uuid module would cost every write 2.5 ms."""
    return _uuid(os.urandom(16), version=4)


def uid_of(*words: str) -> str:
    """The UUID (version 8) that is always the same for these words."""
    from hashlib import sha256  # noqa: PLC0415  for an import alone

    return _uuid(sha256("\0".join(words).encode("utf-8", "surrogatepass")).digest()[:16], version=8)


def _uuid(octets: bytes, *, version: int) -> str:
    digits = bytearray(octets)
    digits[6] = digits[6] & 0x0F | version << 4
    digits[8] = digits[8] & 0x3F | 0x80
    text = digits.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _a(noun: str) -> str:
    if noun == "advice":
        return noun
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
