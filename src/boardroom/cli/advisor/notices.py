"""What is said after a person was added or changed: names and dimensions that may surprise."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from shlex import quote

from boardroom.queries.people import people
from boardroom.rules.advisor import parse_perspectives
from boardroom.rules.names import Named, find_matches, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def notices_of(
    board: sqlite3.Connection, before: Sequence[Named], advisor_id: int, fields: Mapping[str, Any]
) -> tuple[str, ...]:
    """The notices about a person whose `fields` were set; `before` are the people on file then."""
    is_new = all(person.id != advisor_id for person in before)
    names: tuple[str, ...] = ()
    if is_new or {"handle", "nicknames"} & fields.keys():
        names = short_name_notices(before, people(board), advisor_id)
    if "perspectives" not in fields:
        return names
    from boardroom.queries.perspectives import near_dimensions  # noqa: PLC0415  json and difflib

    given = parse_perspectives(fields["perspectives"])
    return (
        *names,
        *(
            f"{near.dimension} is a dimension of its own beside {near.known}. If both are one:"
            f" boardroom advisor edit {near.handle}"
            f" --perspective {quote(f'{near.known}={near.value}')}"
            f" --perspective {quote(f'{near.dimension}=')}"
            for near in near_dimensions(board, advisor_id)
            if near.dimension in given
        ),
    )


def short_name_notices(
    before: Sequence[Named], after: Sequence[Named], advisor_id: int
) -> tuple[str, ...]:
    """What the names of a person who was added or changed mean now, where that may surprise.

    “max” meant Maximiliane until a Max came; “jo” goes on meaning the first Jo.
    """
    person = next(found for found in after if found.id == advisor_id)
    others = [found for found in before if found.id != advisor_id]
    notices: list[str] = []
    for word in dict.fromkeys(map(fold, (*person.nicknames, person.handle))):
        meant = find_matches(word, before)
        means = find_matches(word, after)
        if len(meant) == 1 and meant[0] in others and [found.id for found in means] == [person.id]:
            notices.append(f"{word} means {person.name} now, no longer {meant[0].name}.")
    first = fold(person.name.split()[0])
    known = next((found for found in others if fold(found.handle) == first), None)
    if known is not None and known.name != person.name and not notices:
        notices.append(
            f"{known.handle} still means {known.name}; {person.name} is {person.handle}."
        )
    return tuple(notices)
