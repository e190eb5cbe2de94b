"""Which of the new people of a file get a seat: those whom one meets, while seats are free."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from boardroom.formats.incoming.records import Incoming, Person
from boardroom.queries.people import standings
from boardroom.queries.settings import settings
from boardroom.store.work import Work

_WITH_SEAT = ("active", "paused")


def last_met(incoming: Incoming, *, today: date) -> dict[str, date]:
    """The last day on which each person of a file was met, by `source_id`."""
    days: dict[str, date] = {}
    for meeting in incoming.meetings:
        if meeting.on <= today:
            days[meeting.who] = max(meeting.on, days.get(meeting.who, meeting.on))
    return days


def seated(work: Work, new: Sequence[Person], met: Mapping[str, date]) -> set[str]:
    """The `source_id`s of new people who get a seat: kept in touch with, then met last.

    Who has a status gets one if they had one.
    """
    candidates = [
        person
        for person in new
        if person.status in _WITH_SEAT
        or (not person.status and ("window" in person.fields or person.source_id in met))
    ]
    candidates.sort(
        key=lambda person: (
            "window" not in person.fields,
            -met.get(person.source_id, date.min).toordinal(),
        )
    )
    free = max(0, settings(work.connection).seats.most - _taken(work))
    return {person.source_id for person in candidates[:free]}


def _taken(work: Work) -> int:
    """How many seats are taken. A mentee takes none."""
    mentees = {
        advisor_id
        for (advisor_id,) in work.connection.execute("SELECT id FROM advisor WHERE role = 'mentee'")
    }
    return sum(
        standing.status == "active"
        for advisor_id, standing in standings(work.connection).items()
        if advisor_id not in mentees
    )
