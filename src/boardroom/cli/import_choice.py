"""Which of the new people of a file are taken: those named, or those chosen on the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from boardroom.actions.incoming.matching import named_people
from boardroom.cli.call import Call
from boardroom.errors import Ambiguous, BadInput, NotFound
from boardroom.formats.incoming.records import Person
from boardroom.rules.names import Named, find_matches, fold, nearest
from boardroom.rules.text import join_words, quoted

MOST_AT_ONCE = 20
"""How many new people are listed to choose from, and taken by one yes."""
_ALL, _NONE = ("all", "a"), ("none", "n", "")


def named_only(people: Sequence[Person], only: Sequence[str]) -> set[str]:
    """The `source_id`s of the people of a file whom `--only` names.

    Raises:
        NotFound: nobody of the file has one of the names.
        Ambiguous: several have.
    """
    everybody = named_people(people)
    return {people[_one(name, everybody).id].source_id for name in only}


def chosen_on_terminal(call: Call, new: Sequence[Person]) -> set[str]:
    """Asks which of the new people to take; many are searched and not listed."""
    if not new:
        return set()
    if len(new) > MOST_AT_ONCE:
        return _searched(call, new)
    lines = "\n".join(f"  {number}  {_line(person)}" for number, person in enumerate(new, 1))
    question = "Whom to take? [numbers like 1,3-5, all, none]"
    listed = [number for number, person in enumerate(new) if person.listed]
    numbers = call.ask_until(
        question, lambda answer: _numbers(answer, len(new), listed), about=f"New people:\n{lines}"
    )
    return {new[number].source_id for number in numbers}


def check_yes(new: Sequence[Person]) -> None:
    """Checks that one yes may take all new people.

    Raises:
        BadInput: they are too many to have been looked at.
    """
    if len(new) > MOST_AT_ONCE:
        raise BadInput(
            f"{len(new):,} people in it are new, too many to take with one --yes.",
            "Name those to take: --only NAME, once for each.",
        )


def _searched(call: Call, new: Sequence[Person]) -> set[str]:
    """Asks for parts of names until the answer is empty."""
    everybody = named_people(new)
    taken: dict[str, Person] = {}
    about = f"{len(new):,} people are new, too many to list."
    while True:
        answer = call.ask("Part of a name or company? [Enter: done]", about=about)
        if not answer:
            return set(taken)
        found = _search(answer, new, everybody)
        if not found:
            about = f"Nobody matches {quoted(answer)}."
            continue
        more = "\n  (more: add another letter)" if len(found) > MOST_AT_ONCE else ""
        found = found[:MOST_AT_ONCE]
        lines = "\n".join(f"  {number}  {_line(person)}" for number, person in enumerate(found, 1))
        numbers = call.ask_until(
            "Whom to take? [numbers, all, none]",
            partial(_numbers, count=len(found), everybody=range(len(found))),
            about=f"{lines}{more}",
        )
        taken |= {found[number].source_id: found[number] for number in numbers}
        names = join_words([person.name for person in taken.values()])
        about = f"To take: {names}." if taken else ""


def _search(part: str, new: Sequence[Person], everybody: Sequence[Named]) -> list[Person]:
    found = [new[named.id] for named in find_matches(part, everybody)]
    word = fold(part)
    companies = [person for person in new if word in fold(str(person.fields.get("org") or ""))]
    return [*{person.source_id: person for person in (*found, *companies)}.values()]


def _one(name: str, everybody: Sequence[Named]) -> Named:
    found = find_matches(name, everybody)
    if not found:
        close = nearest(name, everybody[:1_000])
        names = join_words([person.name for person in close], "or")
        raise NotFound(
            f"Nobody in the file matches {quoted(name)}.",
            f"Did you mean {names}?" if close else "See who is in it with --dry-run.",
            tuple(person.name for person in close),
        )
    if len(found) > 1:
        names_shown = [person.name for person in found[:MOST_AT_ONCE]]
        raise Ambiguous(
            f"{quoted(name)} matches {len(found)} people in the file: {join_words(names_shown)}.",
            "Write the full name.",
            tuple(names_shown),
        )
    return found[0]


def _line(person: Person) -> str:
    about = [str(person.fields[key]) for key in ("title", "org", "email") if person.fields.get(key)]
    aside = "" if person.listed else "only mentioned, perhaps no person"
    return ", ".join(part for part in (person.name, *about[:2], aside) if part)


def _numbers(answer: str, count: int, everybody: Iterable[int]) -> list[int]:
    """The places that an answer like `1,3-5` names, from 0; `everybody` are those of `all`."""
    word = answer.strip().lower()
    if word in _NONE:
        return []
    if word in _ALL:
        return [*everybody]
    places: list[int] = []
    for part in word.replace(",", " ").split():
        first, dash, last = part.partition("-")
        ends = (first, last if dash else first)
        if not all(end.isascii() and end.isdigit() and len(end) < 6 for end in ends):
            raise BadInput(f"{quoted(part)} is no number.", "Answer like 1,3-5, or all, or none.")
        start, end = map(int, ends)
        if not 1 <= start <= end <= count:
            raise BadInput(f"{quoted(part)} is not in the list.", f"It goes from 1 to {count}.")
        places += range(start - 1, end)
    return [*dict.fromkeys(places)]
