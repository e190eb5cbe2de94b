"""The events of a calendar that are meetings with people on file, and how many are left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from boardroom.errors import ImportRejected
from boardroom.formats.board_content import NOTHING_IMPORTED
from boardroom.formats.calendar_reading import CalendarEvent
from boardroom.formats.calendar_series import Versions, occurrences_of, versions_of
from boardroom.record import Record
from boardroom.rules.calendar_differences import Attended
from boardroom.rules.calendar_events import (
    MOST_PEOPLE,
    Contact,
    Directory,
    Guest,
    Match,
)
from boardroom.rules.calendar_uids import is_of_meeting
from boardroom.rules.names import fold, same_name

_MOST_SERIES = 100
_MOST_MEETINGS = 5_000


class Meetings(Record):
    """Meetings with people on file, and how many events are left out, by the reason."""

    attended: tuple[Attended, ...]
    left_out: dict[str, int]


class _Verdict(Record):
    """Who an event is a meeting with, and with whom not, as it was declined.

    If it is with nobody, the reason why it is left out.
    """

    matches: Sequence[Match]
    reason: str = ""
    declined: Sequence[Match] = ()


def meetings_with(
    events: Iterable[CalendarEvent],
    contacts: Sequence[Contact],
    *,
    own_events: Mapping[str, Contact],
    own_address: str | None,
    first: date,
    last: date,
) -> Meetings:
    """The meetings with people on file between two days, declined ones as cancelled.

    All-day, declined and private events are left out, and those with more than five people. A
    series counts once for each reason. `own_events` are those made of meetings on file, by their
    UID: they are with whom the meeting is with, whatever they look like.

    Raises:
        ImportRejected: there are more than 5,000.
    """
    groups: dict[str, list[CalendarEvent]] = {}
    for event in events:
        groups.setdefault(event.uid, []).append(event)
    judge = _Judge(contacts, own_events, _own_addresses(groups.values(), contacts, own_address))
    attended: list[Attended] = []
    left_out: Counter[str] = Counter()
    series_count = 0
    for group in groups.values():
        versions = versions_of(group)
        verdicts = judge.verdicts(versions)
        left_out.update({verdict.reason for verdict in verdicts.values() if verdict.reason})
        if not any(verdict.matches or verdict.declined for verdict in verdicts.values()):
            continue
        series_count += any(event.rule for event in group)
        if series_count > _MOST_SERIES:
            left_out["unfollowed"] += 1
            continue
        series = occurrences_of(versions, first, last)
        left_out["unfollowed"] += not series.is_followed
        for event, occurrence in series.occurrences:
            verdict = verdicts[id(event)]
            off = occurrence._replace(is_cancelled=True, is_declined=True)
            attended += (Attended(occurrence, one.contact, one.sure) for one in verdict.matches)
            attended += (Attended(off, one.contact, one.sure) for one in verdict.declined)
        if len(attended) > _MOST_MEETINGS:
            raise ImportRejected(
                f"The calendar has more than {_MOST_MEETINGS:,} meetings with people on file.",
                f"Export a shorter time. {NOTHING_IMPORTED}",
            )
    return Meetings(tuple(attended), {reason: count for reason, count in left_out.items() if count})


class _Judge:
    """Finds whom events are with, and why others are left out."""

    def __init__(
        self, contacts: Sequence[Contact], own_events: Mapping[str, Contact], own: set[str]
    ) -> None:
        self._directory = Directory(contacts)
        self._own_events, self._own = own_events, own

    def verdicts(self, versions: Versions) -> dict[int, _Verdict]:
        """The verdict on each event of a UID, by the identity of its object.

        A changed one that names nobody is with those of its series.
        """
        owner = self._own_events.get(versions.all[0].uid)
        if owner is not None:
            verdict = _Verdict((Match(owner, sure=True),))
            return {id(event): verdict for event in versions.all}
        verdicts: dict[int, _Verdict] = {}
        of_series: Sequence[Match] = ()
        for event in versions.all:
            matches, is_unclear = self._directory.meant(event.title, event.guests)
            if event is versions.main:
                of_series = matches
            verdicts[id(event)] = self._verdict(event, matches or of_series, is_unclear=is_unclear)
        return verdicts

    def _verdict(
        self, event: CalendarEvent, matches: Sequence[Match], *, is_unclear: bool
    ) -> _Verdict:
        if not matches:
            return _Verdict((), "unclear" if is_unclear else "nobody")
        if not isinstance(event.start, datetime) and not is_of_meeting(event.uid):
            return _Verdict((), "all_day")
        if event.is_private:
            return _Verdict((), "private")
        if event.guests_count > MOST_PEOPLE:
            return _Verdict((), "big")
        kept = [match for match in matches if not self._is_declined(event, match.contact)]
        may_be_mine = not self._own and any(guest.declined for guest in event.guests)
        if may_be_mine or (event.is_open and not is_of_meeting(event.uid)):
            kept = [match._replace(sure=False) for match in kept]
        declined = [match for match in matches if self._is_declined(event, match.contact)]
        return _Verdict(kept, "" if kept else "declined", declined)

    def _is_declined(self, event: CalendarEvent, contact: Contact) -> bool:
        """Whether one of the two has declined: of two guests, either is."""
        return any(
            guest.address in self._own or len(event.guests) == 2 or _is(guest, contact)
            for guest in event.guests
            if guest.declined
        )


def _is(guest: Guest, contact: Contact) -> bool:
    if guest.address and contact.email and fold(guest.address) == fold(contact.email):
        return True
    return bool(guest.name) and same_name(guest.name, [contact.named]) is not None


def _own_addresses(
    groups: Iterable[Sequence[CalendarEvent]], contacts: Sequence[Contact], named: str | None
) -> set[str]:
    """The user's own addresses: what the calendar is `named` by, and the one most events share.

    Whose an address is can't be told if only one event has it, or if others are as frequent.
    """
    theirs = {fold(contact.email) for contact in contacts if contact.email}
    counts = Counter(
        address
        for group in groups
        for address in {guest.address for event in group for guest in event.guests}
        if address and address not in theirs
    )
    (most, count), (_, next_count) = (*counts.most_common(2), ("", 0), ("", 0))[:2]
    own = {named.lower()} if named else set()
    return own | {most} if count > max(1, next_count) else own
