"""A board as the journal of friends: held meetings, dated notes and people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from boardroom.formats.board_content import BoardContent
from boardroom.formats.board_people import BoardPerson, one_line, people_of
from boardroom.formats.incoming.friends import NAME, PLACE
from boardroom.rules.meetings import noun
from boardroom.rules.text import join_words

_DATED = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2}): (?P<text>.+)", re.DOTALL)
_NOT_IN_NAMES = re.compile(r"[(\[@*]")


def write_friends(content: BoardContent) -> str:
    """The file, newest first, as friends itself writes it."""
    people = people_of(content)
    places = {one_line(row["place"]) for person in people for row in person.held if row["place"]}
    sections = {
        "Activities": sorted(_activities(people), reverse=True),
        "Notes": sorted((note for person in people for note in _notes(person)), reverse=True),
        "Friends": [_friend(person) for person in people],
        "Locations": sorted(places),
    }
    return "\n".join(
        "".join([f"### {title}:\n", *(f"- {line}\n" for line in lines)])
        for title, lines in sections.items()
    )


def _name(person: BoardPerson) -> str:
    """A name without the signs that mean something in a friend's line."""
    return one_line(_NOT_IN_NAMES.sub(" ", person.advisor["name"])) or person.advisor["handle"]


def _friend(person: BoardPerson) -> str:
    nicknames = [one_line(re.sub(r"[()]", " ", nick)) for nick in person.advisor["nicknames"]]
    aka = f" (a.k.a. {' a.k.a. '.join(nicknames)})" if nicknames else ""
    city = one_line(re.sub(r"[\[\]]", " ", person.advisor["city"] or ""))
    return f"{_name(person)}{aka}{f' [{city}]' if city else ''}"


def _activities(people: list[BoardPerson]) -> Iterator[str]:
    """An activity for each meeting; one with several people is one."""
    together: dict[tuple[str, str, str, str], list[str]] = {}
    for person in people:
        alone = 0
        for row in person.held:
            notes, place = one_line(row["notes"] or ""), one_line(row["place"] or "")
            alone += not notes
            key = (row["met_on"], notes, place, row["way"] if notes else f"{row['way']} {alone}")
            together.setdefault(key, []).append(_name(person))
    for (day, notes, place, way), names in together.items():
        yield f"{day}: {_activity(notes, place, way.partition(' ')[0], names)}"


def _activity(notes: str, place: str, way: str, names: list[str]) -> str:
    """The text with its people and place marked; they come before it unless it names them all."""
    text = _unmarked(notes)
    if all(_whole(name).search(text) for name in names):
        for name in names:
            text = _marked(text, name, "**")
        is_apart = not any(place in name for name in names)
        if place and is_apart and _whole(place).search(text):
            return _marked(text, place, "_")
        return f"{text} (at _{place}_)" if place else text
    marked = join_words([f"**{name}**" for name in names])
    what = noun(way)
    start = f"{what[:1].upper()}{what[1:]} with {marked}{f' at _{place}_' if place else ''}"
    return f"{start}: {text}" if text else f"{start}."


def _notes(person: BoardPerson) -> Iterator[str]:
    """The paragraphs of notes, those without a day under that of the first meeting."""
    first = next(iter(person.meetings), None)
    usual = first["met_on"] if first else person.since
    name = _name(person)
    for paragraph in (person.advisor["notes"] or "").split("\n\n"):
        if not paragraph.strip():
            continue
        dated = _DATED.fullmatch(paragraph)
        day, text = (dated["day"], dated["text"]) if dated else (usual, paragraph)
        text = _unmarked(one_line(text))
        is_named = _whole(name).search(text)
        marked = _marked(text, name, "**") if is_named else f"**{name}**: {text}"
        yield f"{day}: {marked}"


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")


def _marked(text: str, words: str, mark: str) -> str:
    """A text with a mark around the first of these words."""
    return _whole(words).sub(lambda match: f"{mark}{match[0]}{mark}", text, count=1)


def _unmarked(text: str) -> str:
    """A text in which no word of the user's stands for a name or a place."""
    text = NAME.sub(lambda match: match[0].replace("*", "\\*"), text)
    return PLACE.sub(lambda match: f"\\{match[0]}", text)
