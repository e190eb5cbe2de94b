"""What was agreed with an advisor, for `agreement show`, for the brief before a meeting, and for what is said of one logged."""

from __future__ import annotations

import json
import sqlite3
from datetime import date
from typing import NamedTuple

from boardroom.queries.lifecycle import day


class AgreementView(NamedTuple):
    """What both agreed, beside the window and the minutes."""

    uid: str
    hopes: str | None
    focus: tuple[str, ...]
    boundaries: str | None
    confidential: bool
    agreed_on: date
    until_on: date | None


def agreement(connection: sqlite3.Connection, advisor_id: int) -> AgreementView | None:
    """The agreement with an advisor; None where nothing is agreed yet."""
    row = connection.execute(
        "SELECT uid, hopes, focus, boundaries, confidential, agreed_on, until_on FROM agreement WHERE advisor_id = ?",
        (advisor_id,),
    ).fetchone()
    if row is None:
        return None
    uid, hopes, focus, boundaries, confidential, agreed_on, until_on = row
    return AgreementView(
        uid,
        hopes,
        tuple(json.loads(focus)),
        boundaries,
        bool(confidential),
        date.fromisoformat(agreed_on),
        day(until_on),
    )


def stays_between_the_two(connection: sqlite3.Connection, meeting_id: int) -> bool:
    """Whether a meeting is private, and the agreement with its advisor confidential."""
    found = connection.execute(
        "SELECT 1 FROM meeting JOIN agreement USING (advisor_id) WHERE meeting.id = ? AND private AND confidential",
        (meeting_id,),
    )
    return found.fetchone() is not None
