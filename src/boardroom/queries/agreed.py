"""What was hoped for in an agreement, and what came of it so far."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.agreements import AgreementView, agreement
from boardroom.queries.shared_history import shared_history
from boardroom.record import Record
from boardroom.rules.shared_history import SharedHistory


class Agreed(Record):
    """An agreement, and what the two did since; `formal` is the kind of relationship."""

    agreement: AgreementView
    history: SharedHistory
    formal: bool

    @property
    def outcome(self) -> str | None:
        """What a formal relationship is measured by; None if that is not agreed."""
        return self.agreement.outcome if self.formal else None


def agreed(connection: sqlite3.Connection, advisor_id: int, *, today: date) -> Agreed | None:
    """The agreement with an advisor and what came of it until today; None if nothing is agreed."""
    view = agreement(connection, advisor_id)
    if view is None:
        return None
    history = shared_history(connection, advisor_id, until=today, since=view.agreed_on)
    return Agreed(view, history, is_formal_relationship(connection, advisor_id))


def is_formal_relationship(connection: sqlite3.Connection, advisor_id: int) -> bool:
    """Whether a person is an advisor in a formal programme."""
    (kind,) = connection.execute("SELECT kind FROM advisor WHERE id = ?", (advisor_id,)).fetchone()
    return bool(kind == "formal")
