"""Agreements with advisors, for `agreement show` and `prep`."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.views import views
from boardroom.record import Record


class AgreementView(Record):
    """An agreement. Its window and minutes are in the advisor's view."""

    uid: str
    hopes: str | None
    focus: tuple[str, ...]
    boundaries: str | None
    confidential: bool
    agreed_on: date
    until_on: date | None


def agreement(connection: sqlite3.Connection, advisor_id: int) -> AgreementView | None:
    """The agreement with an advisor; None if nothing is agreed yet."""
    rows = connection.execute("SELECT * FROM agreement WHERE advisor_id = ?", (advisor_id,))
    return next(views(AgreementView, rows), None)


def own_rhythm(connection: sqlite3.Connection, advisor_id: int) -> tuple[str | None, int | None]:
    """A person's own window and minutes; None if they have the board's default."""
    window, minutes = connection.execute(
        "SELECT window, minutes FROM advisor WHERE id = ?", (advisor_id,)
    ).fetchone()
    return window, minutes


def is_confidential_meeting(connection: sqlite3.Connection, meeting_id: int) -> bool:
    """Whether a meeting is private, and the agreement with its advisor confidential."""
    rows = connection.execute(
        "SELECT 1 FROM meeting JOIN agreement USING (advisor_id)"
        " WHERE meeting.id = ? AND private AND confidential",
        (meeting_id,),
    )
    return rows.fetchone() is not None
