"""The error about words between WHO and WHEN that may belong to the name: `plan jo s fri`.

Loaded only when a WHEN can't be read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from boardroom.cli.words_after_who import several_people
from boardroom.errors import BadInput
from boardroom.queries.people import people
from boardroom.rules.advisor import OTHER_WAYS, WAYS
from boardroom.rules.names import find_matches, nearest
from boardroom.rules.text import join_words, quoted

_NOT_OF_A_NAME = (*WAYS, *OTHER_WAYS, "at", "@", "in", "for", "over", "as", "a", "an", "by", "on")


def part_of_name(
    board: sqlite3.Connection, handle: str, words: Sequence[str], day: str, options: str | None
) -> BadInput | None:
    """The error about `words` that stand right behind a WHO, which was read as `handle`.

    `options` are those that they would be, if they may be any. None if a place or a way is plainly
    meant, or nobody of such a name is on file.
    """
    if not set(map(str.lower, words)).isdisjoint(_NOT_OF_A_NAME):
        return None
    everybody = people(board)
    text = " ".join(words)
    [person] = (person for person in everybody if person.handle == handle)
    if error := several_people(f"{handle} {text}", everybody):
        return error
    firsts = dict.fromkeys((handle, person.name.split()[0]))
    others = [other for first in firsts for other in find_matches(f"{first} {text}", everybody)]
    near = [other for other in nearest(f"{handle} {text}", everybody) if nearest(text, [other])]
    found = list(dict.fromkeys(others)) or near
    message = f"{quoted(text)} is not part of the date {quoted(day)}."
    if found:
        lines = [f"boardroom plan {other.handle} {day}" for other in found]
        return BadInput(
            message,
            f"Did you mean {join_words([other.name for other in found], 'or')}?"
            f" {join_words(lines, 'or')}",
            tuple(other.handle for other in found),
        )
    if options is None:
        return None
    return BadInput(
        message,
        f"With {person.name}: boardroom plan {handle} {day}, or with a place:"
        f" boardroom plan {handle} {day} {options}",
    )
