"""The notices about a short name that means somebody else once a person is added or renamed."""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.rules.names import Named, find_matches, fold


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
