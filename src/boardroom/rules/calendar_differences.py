"""What a calendar may have otherwise than the board, and by what an answer to it is remembered."""

from __future__ import annotations

from datetime import UTC, date, datetime

from boardroom.record import Record
from boardroom.rules.calendar_events import Contact, Occurrence
from boardroom.rules.ids import uid_of
from boardroom.rules.names import fold

ANSWERS = {
    "held": "logged",
    "moved": "moved",
    "cancelled": "cancelled",
    "unplanned": "planned",
}
"""What differs, and the answer that takes it."""
LEFT, NEVER = "left", "never"
"""The answers that leave a difference, and all of its series."""


class Known(Record):
    """A meeting on file, the `places` it had before, and how often it was changed."""

    id: int
    ref: str
    uid: str
    advisor_id: int
    status: str
    on: date
    at: str | None
    places: frozenset[tuple[date, str | None]] = frozenset()
    changes_count: int = 0


class Attended(Record):
    """An occurrence with one person on file, who is meant surely or likely."""

    occurrence: Occurrence
    contact: Contact
    sure: bool


class Difference(Record):
    """What a calendar has otherwise than the board: `held`, `moved`, `cancelled` or `unplanned`.

    `plan` is the meeting on file that it is about. What is `sure` may be taken unasked. One that
    was held may be that logged `near` by, on a wrong day.
    """

    kind: str
    event: Attended
    plan: Known | None
    sure: bool
    near: Known | None = None

    @property
    def key(self) -> tuple[str, str]:
        """What an answer to it is remembered by: whose it is, and when it begins."""
        return answer_key(self.event, self.event.occurrence.start, self.kind)


def answer_key(event: Attended, start: datetime, kind: str) -> tuple[str, str]:
    """What an answer to a difference is remembered by, if the event begins at `start`."""
    return event.contact.uid, f"{start.astimezone(UTC):%Y%m%dT%H%MZ} {kind}"


def series_keys(event: Attended) -> tuple[str, str]:
    """What “never this series” is remembered by: its UID, and whose it is with its title.

    The title is a hash, so that no words of a calendar are kept.
    """
    return event.occurrence.uid, uid_of(event.contact.uid, fold(event.occurrence.title))


def link_key(meeting_uid: str, event: Attended) -> tuple[str, str]:
    """What it is remembered by that a meeting was planned or moved as an event says."""
    return meeting_uid, event_key(event.occurrence)


def event_key(occurrence: Occurrence) -> str:
    """What tells an event from all others, wherever it is moved: of a series, its place in that.

    It is a hash, as `series_keys` is.
    """
    if not occurrence.is_series:
        return uid_of(occurrence.uid)
    on, at = occurrence.was_on or occurrence.on, occurrence.was_at or occurrence.at
    return series_place_key(occurrence.uid, on, at)


def series_place_key(uid: str, on: date, at: str | None) -> str:
    """The `event_key` of what a series of that UID has there."""
    return uid_of(uid, f"{on} {at or ''}")
