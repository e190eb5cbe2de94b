"""Events of another program's calendar, and who on file is meant by their guests and titles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from boardroom.record import Record
from boardroom.rules.names import Named, fold, fold_letters, same_name, spelt_as

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

MOST_PEOPLE = 5
"""How many people, the user among them, are a meeting with an advisor, and no assembly."""


class Guest(Record):
    """Somebody invited to an event; the address is in small letters, empty if there is none."""

    name: str
    address: str
    declined: bool = False


class Occurrence(Record):
    """One event of a calendar, or one of a series, at a local day and time like `15:30`.

    `start` is the instant it begins at; without a time, it is on the whole day. `was_on` and
    `was_at` are where its series had it, if it was moved. `is_series` is true for one of several.
    `sequence` counts its changes.
    """

    uid: str
    title: str
    place: str | None
    start: datetime
    on: date
    at: str | None
    minutes: int | None
    is_cancelled: bool = False
    is_series: bool = False
    was_on: date | None = None
    was_at: str | None = None
    sequence: int = 0


class Contact(Record):
    """A person on file, with the address by which a calendar knows them."""

    named: Named
    uid: str
    email: str | None


class Match(Record):
    """A person who is meant by an event, surely or only likely."""

    contact: Contact
    sure: bool


def may_name(contacts: Sequence[Contact]) -> Callable[[str], bool]:
    """A quick test whether a text may name one of these people; it is never wrong with a no."""
    needles = {fold(contact.email) for contact in contacts if contact.email}
    for contact in contacts:
        for spelling in (contact.named.name, *contact.named.nicknames):
            words = _words(spelling)
            needles.update(words[:1] if _is_telling(words) else sorted(words, key=len)[-1:])
        needles |= _first_words(contact.named)

    def names_somebody(text: str) -> bool:
        folded = fold_letters(text)
        return any(needle in folded for needle in needles)

    return names_somebody


def people_meant(
    title: str, guests: Iterable[Guest], contacts: Sequence[Contact]
) -> tuple[tuple[Match, ...], bool]:
    """The people on file whom an event is with, and whether a name in it may be one of several.

    An address, a full name or a nickname is sure. The first word of a name in the title is likely,
    where it is nobody else's and no guest is known.
    """
    matches: dict[int, Match] = {}
    people = [contact.named for contact in contacts]
    by_id = {contact.named.id: contact for contact in contacts}
    by_address = {fold(contact.email): contact for contact in contacts if contact.email}
    for guest in guests:
        contact = by_address.get(fold(guest.address)) if guest.address else None
        if contact is None and guest.name:
            named = same_name(guest.name, people) or spelt_as(guest.name, people)
            contact = by_id[named.id] if named else None
        if contact is not None:
            matches[contact.named.id] = Match(contact, sure=True)
    words = _words(title)
    for contact in contacts:
        named = contact.named
        if any(_contains(words, _words(name)) for name in (named.name, *named.nicknames)):
            matches.setdefault(named.id, Match(contact, sure=True))
    if matches:
        return tuple(matches.values()), False
    likely = [contact for contact in contacts if _first_words(contact.named) & set(words)]
    if len(likely) == 1:
        return (Match(likely[0], sure=False),), False
    return (), bool(likely)


def _words(text: str) -> list[str]:
    letters = "".join(letter if letter.isalnum() else " " for letter in fold(text))
    return letters.split()


def _first_words(named: Named) -> set[str]:
    """What a title may call a person; initials tell nobody."""
    texts = map(_words, (named.handle, named.name))
    return {words[0] for words in texts if _is_telling(words)}


def _is_telling(words: Sequence[str]) -> bool:
    return bool(words) and (len(words[0]) > 2 or not words[0].isascii())


def _contains(words: Sequence[str], run: Sequence[str]) -> bool:
    """Whether the words have the run in them, whole and in a row."""
    size = len(run)
    return size > 0 and any(
        list(words[start : start + size]) == list(run) for start in range(len(words) - size + 1)
    )
