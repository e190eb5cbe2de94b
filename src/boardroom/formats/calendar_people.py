"""The events of a calendar that are meetings with people on file, and how many are left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from boardroom.formats.calendar_reading import CalendarEvent
from boardroom.formats.calendar_series import occurrences_of
from boardroom.record import Record
from boardroom.rules.calendar_comparison import Attended
from boardroom.rules.calendar_events import (
    MOST_PEOPLE,
    Contact,
    Guest,
    Occurrence,
    people_meant,
)
from boardroom.rules.names import fold, same_name


class Meetings(Record):
    """Meetings with people on file, and how many events are left out, by the reason."""

    attended: tuple[Attended, ...]
    left_out: dict[str, int]


def meetings_with(
    events: Iterable[CalendarEvent],
    contacts: Sequence[Contact],
    *,
    own_address: str | None,
    first: date,
    last: date,
) -> Meetings:
    """The meetings with people on file between two days.

    All-day, declined and private events are left out, and those with more than five people. A
    series counts once.
    """
    groups: dict[str, list[CalendarEvent]] = {}
    for event in events:
        groups.setdefault(event.uid, []).append(event)
    own = {own_address.lower()} if own_address else set()
    own |= _own_addresses(groups.values(), contacts)
    attended: list[Attended] = []
    left_out: Counter[str] = Counter()
    for group in groups.values():
        reason, found = _attended(group, contacts, own, first=first, last=last)
        if reason:
            left_out[reason] += 1
        attended += found
    return Meetings(tuple(attended), dict(left_out))


def _attended(
    group: Sequence[CalendarEvent],
    contacts: Sequence[Contact],
    own: set[str],
    *,
    first: date,
    last: date,
) -> tuple[str, list[Attended]]:
    """The meetings of one UID, or the reason why there are none."""
    main = next((event for event in group if event.recurrence is None), group[0])
    matches, is_unclear = people_meant(main.title, main.guests, contacts)
    if not matches:
        return "unclear" if is_unclear else "nobody", []
    if not isinstance(main.start, datetime):
        return "all_day", []
    if main.is_private:
        return "private", []
    if main.guests_count > MOST_PEOPLE:
        return "big", []
    series = occurrences_of(group, first, last)
    found = [
        Attended(occurrence, match.contact, match.sure)
        for occurrence in series.occurrences
        for match in matches
    ]
    kept = [event for event in found if not _is_declined(event.occurrence, event.contact, own)]
    if not series.is_followed:
        return "unfollowed", kept
    return "declined" if len(kept) < len(found) else "", kept


def _is_declined(occurrence: Occurrence, contact: Contact, own: set[str]) -> bool:
    """Whether one of the two has declined: of two guests, either is."""
    declined = [guest for guest in occurrence.guests if guest.declined]
    return any(
        guest.address in own or len(occurrence.guests) == 2 or _is(guest, contact)
        for guest in declined
    )


def _is(guest: Guest, contact: Contact) -> bool:
    if guest.address and contact.email and fold(guest.address) == fold(contact.email):
        return True
    return bool(guest.name) and same_name(guest.name, [contact.named]) is not None


def _own_addresses(
    groups: Iterable[Sequence[CalendarEvent]], contacts: Sequence[Contact]
) -> set[str]:
    """The user's own address: the one that most events share, if more than one does."""
    theirs = {fold(contact.email) for contact in contacts if contact.email}
    counts = Counter(
        address
        for group in groups
        for address in {guest.address for event in group for guest in event.guests}
        if address and address not in theirs
    )
    (most,) = counts.most_common(1) or [("", 0)]
    return {most[0]} if most[1] > 1 else set()
