"""Events of another program's calendar, and who on file is meant by their guests and titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from boardroom.record import Record
from boardroom.rules.names import Named, fold, fold_letters, person_spellings, spellings

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
    `sequence` counts its changes. One that somebody declined is cancelled.
    """

    uid: str
    title: str
    place: str | None
    start: datetime
    on: date
    at: str | None
    minutes: int | None
    is_cancelled: bool = False
    is_declined: bool = False
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


class Directory:
    """Finds the people on file whom an event is with, without comparing it with each of them."""

    def __init__(self, contacts: Sequence[Contact]) -> None:
        self._by_address: dict[str, Contact] = {}
        self._by_name: dict[str, Contact] = {}
        self._by_other_name: dict[str, Contact] = {}
        self._by_first_word: dict[str, list[Contact]] = {}
        # What a text may hold, whole and in a row, by its first word.
        self._runs: dict[str, list[tuple[list[str], Contact]]] = {}
        for contact in contacts:
            named = contact.named
            if contact.email:
                self._by_address[fold(contact.email)] = contact
            for spelling in spellings(named.name):
                self._by_name.setdefault(spelling, contact)
            handles = {way for way in spellings(named.handle) if " " in way}
            for spelling in person_spellings(named) | handles:
                self._by_other_name.setdefault(spelling, contact)
            for word in _first_words(named):
                self._by_first_word.setdefault(word, []).append(contact)
            for run in filter(None, map(_words, (named.name, *named.nicknames))):
                self._runs.setdefault(run[0], []).append((run, contact))

    def meant(self, title: str, guests: Iterable[Guest]) -> tuple[tuple[Match, ...], bool]:
        """The people whom an event is with, and whether a name in it may be one of several.

        An address, a full name or a nickname is sure. The first word of a name in the title is
        likely, where it is nobody else's and no guest is known.
        """
        found = {}
        for guest in guests:
            contact = self._guest(guest)
            if contact is not None:
                found[contact.named.id] = contact
        words = _words(title)
        for contact in self._named_in(words):
            found[contact.named.id] = contact
        if found:
            return tuple(Match(contact, sure=True) for contact in found.values()), False
        likely = {
            contact.named.id: contact
            for word in words
            for contact in self._by_first_word.get(word, ())
        }
        if len(likely) == 1:
            return tuple(Match(contact, sure=False) for contact in likely.values()), False
        return (), bool(likely)

    def _guest(self, guest: Guest) -> Contact | None:
        """Who a guest is, by the address, or by a name that may have more around it."""
        if contact := self._by_address.get(fold(guest.address)):
            return contact
        ways = spellings(guest.name)
        for names in (self._by_name, self._by_other_name):
            if contact := next((names[way] for way in ways if way in names), None):
                return contact
        return next(self._named_in(_words(guest.name), least=2), None)

    def _named_in(self, words: Sequence[str], *, least: int = 1) -> Iterator[Contact]:
        """The people whose name or nickname, of so many words at least, is among some words."""
        for start, word in enumerate(words):
            for run, contact in self._runs.get(word, ()):
                if len(run) >= least and run == words[start : start + len(run)]:
                    yield contact


def _words(text: str) -> list[str]:
    letters = "".join(letter if letter.isalnum() else " " for letter in fold(text))
    return letters.split()


def _first_words(named: Named) -> set[str]:
    """What a title may call a person; initials tell nobody."""
    texts = map(_words, (named.handle, named.name))
    return {words[0] for words in texts if _is_telling(words)}


def _is_telling(words: Sequence[str]) -> bool:
    return bool(words) and (len(words[0]) > 2 or not words[0].isascii())
