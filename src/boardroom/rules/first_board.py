"""The answers that begin a board: several names in a line, and the rule that nobody is on file.

Source: three to five people on a personal leadership team (articles 000, 004).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardroom.errors import BadInput, Refused
from boardroom.rules.handles import handle_for
from boardroom.rules.names import Named, find_matches, same_name
from boardroom.rules.settings import Seats
from boardroom.rules.text import clean, join_words, quoted

EVERYBODY = ("all", "both", "everybody", "everyone")
_BETWEEN = re.compile(r",|;|&|\band\b", re.IGNORECASE)
_SHOWN = 3


def check_nobody(names: Sequence[str]) -> None:
    """Checks that nobody is on file, so that a board can begin.

    Raises:
        Refused: somebody is. The hint has the commands that add to a board.
    """
    if not names:
        return
    more = len(names) - _SHOWN
    shown = [*names[:_SHOWN], *([f"{more} more"] if more > 0 else [])]
    raise Refused(
        f"This board has begun: {join_words(shown)} {'is' if len(names) == 1 else 'are'} on file.",
        "Add to it with: boardroom advisor add NAME or boardroom agreement set WHO or"
        " boardroom goal add TITLE",
    )


def parse_people(text: str, seats: Seats) -> tuple[Named, ...]:
    """Parses names in one line, parted by commas or “and”, into people in that order.

    A line with a semicolon is parted at semicolons alone, for names that hold a comma.

    Raises:
        BadInput: there is no name, a name is not valid, is given twice or may be those of two
            people, or there are more names than seats.
    """
    parts = text.split(";") if ";" in text else _BETWEEN.split(text)
    names = [clean(part, what="name") for part in parts if part.strip()]
    if not names:
        raise BadInput(
            "A board begins with at least one person.", "Write their name, like Marcus Ojo."
        )
    for name in names:
        _check_one_person(name)
    persons: list[Named] = []
    for number, name in enumerate(names, 1):
        if same_name(name, persons) is not None:
            raise BadInput(f"{quoted(name)} is named twice.", "Name each person once.")
        handle = handle_for(name, {person.handle for person in persons})
        persons.append(Named(number, handle, name, ()))
    if len(persons) > seats.most:
        raise BadInput(
            f"That is {len(persons)} people, and the board has {seats.most} seats.",
            f"Name {seats.most} at most, like {join_words(names[: seats.most])}; the others can"
            " follow as prospects.",
        )
    return tuple(persons)


def _check_one_person(name: str) -> None:
    """Refuses “Ana Lima, Dave Okafor”; “Lima, Ana” is one person, and so is “Ana Lima, PhD”.

    Raises:
        BadInput: a comma stands between what may be two names.
    """
    parts = name.split(",")
    if len([part for part in parts if len(part.split()) > 1]) > 1:
        raise BadInput(
            f"{quoted(name)} may be one person or several.",
            f"Between people write the same sign: {'; '.join(map(str.strip, parts))}",
        )


def format_people(persons: Sequence[Named]) -> str:
    """The names in one line, as `parse_people` reads them."""
    names = [person.name for person in persons]
    if any(_BETWEEN.search(name) for name in names):
        return "; ".join(names) if len(names) > 1 else f"{names[0]};"
    return ", ".join(names)


def parse_helpers(text: str, persons: Sequence[Named]) -> tuple[Named, ...]:
    """Parses who helps: names or handles in one line, or “all”.

    Raises:
        BadInput: a name means nobody on the board, or several people.
    """
    if text.strip().lower() in EVERYBODY:
        return tuple(persons)
    whole = find_matches(text, persons)
    if len(whole) == 1:
        return whole
    helpers = [_helper(part.strip(), persons) for part in _BETWEEN.split(text) if part.strip()]
    return tuple(dict.fromkeys(helpers))


def _helper(who: str, persons: Sequence[Named]) -> Named:
    matches = find_matches(who, persons)
    if len(matches) == 1:
        return matches[0]
    handles = join_words([person.handle for person in matches or persons], "or")
    if matches:
        raise BadInput(f"{quoted(who)} can be several people.", f"Write {handles}.")
    raise BadInput(f"{quoted(who)} is not on your board.", f"Write {handles}, or all.")
