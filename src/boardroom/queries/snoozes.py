"""Snoozes of people, promises and reviews.

The prompt lane loads this module, so it imports nothing slow.
"""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.views import views
from boardroom.record import Record


class Snooze(Record):
    """A snooze; `subject_id` is that of the advisor or promise, None for reviews."""

    subject_id: int | None
    until_on: date
    snoozed_on: date


def review_snoozed_until(connection: sqlite3.Connection, *, today: date) -> date | None:
    """The day that a snooze of the reviews ends; None if they are not snoozed."""
    snooze = newest_snoozes(connection, "review", today).get(None)
    return snooze.until_on if snooze and snooze.until_on > today else None


def newest_snoozes(
    connection: sqlite3.Connection, subject: str, today: date
) -> dict[int | None, Snooze]:
    """The newest snooze up to `today`, by id of the advisor or promise; None for reviews."""
    rows = connection.execute(_SNOOZES, {"subject": subject, "today": today.isoformat()})
    return {snooze.subject_id: snooze for snooze in views(Snooze, rows)}


_SNOOZES = """
SELECT coalesce(advisor_id, promise_id) AS subject_id, until_on, snoozed_on
FROM snooze WHERE subject = :subject AND snoozed_on <= :today ORDER BY id"""
