"""The events of a calendar that are meetings with people on file, and how many are left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from boardroom.errors import ImportRejected
from boardroom.formats.board_content import NOTHING_IMPORTED
from boardroom.formats.calendar_reading import CalendarEvent
from boardroom.formats.calendar_series import occurrences_of
from boardroom.record import Record
from boardroom.rules.calendar_comparison import Attended
from boardroom.rules.calendar_events import (
    MOST_PEOPLE,
    Contact,
    Guest,
    Match,
    Occurrence,
    people_meant,
)
from boardroom.rules.names import fold, same_name

_MOST_SERIES = 100
_MOST_MEETINGS = 5_000


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

    Raises:
        ImportRejected: there are more than 5,000.
    """
    groups: dict[str, list[CalendarEvent]] = {}
    for event in events:
        groups.setdefault(event.uid, []).append(event)
    own = {own_address.lower()} if own_address else set()
    own |= _own_addresses(groups.values(), contacts)
    attended: list[Attended] = []
    left_out: Counter[str] = Counter()
    series_count = 0
    for group in groups.values():
        main = next((event for event in group if event.recurrence is None), group[0])
        matches, is_unclear = people_meant(main.title, main.guests, contacts)
        reason = _reason(main, matches, is_unclear=is_unclear)
        if reason:
            left_out[reason] += 1
            continue
        series_count += any(event.rule for event in group)
        if series_count > _MOST_SERIES:
            left_out["unfollowed"] += 1
            continue
        series = occurrences_of(group, first, last)
        left_out["unfollowed"] += not series.is_followed
        for match in matches:
            kept = [one for one in series.occurrences if not _is_declined(one, match.contact, own)]
            left_out["declined"] += len(series.occurrences) - len(kept)
            attended += (Attended(one, match.contact, match.sure) for one in kept)
        if len(attended) > _MOST_MEETINGS:
            raise ImportRejected(
                f"The calendar has more than {_MOST_MEETINGS:,} meetings with people on file.",
                f"Export a shorter time. {NOTHING_IMPORTED}",
            )
    return Meetings(tuple(attended), {reason: count for reason, count in left_out.items() if count})


def _reason(main: CalendarEvent, matches: Sequence[Match], *, is_unclear: bool) -> str:
    """Why an event is no meeting with anybody on file; empty if it is one."""
    if not matches:
        return "unclear" if is_unclear else "nobody"
    if not isinstance(main.start, datetime):
        return "all_day"
    if main.is_private:
        return "private"
    return "big" if main.guests_count > MOST_PEOPLE else ""


def _is_declined(occurrence: Occurrence, contact: Contact, own: set[str]) -> bool:
    """Whether one of the two has declined: of two guests, either is."""
    return any(
        guest.address in own or len(occurrence.guests) == 2 or _is(guest, contact)
        for guest in occurrence.guests
        if guest.declined
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
