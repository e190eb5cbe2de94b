"""Agreements with advisors, for `agreement show` and `list`, and for `prep`."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.private import AGREEMENT, CONFIDENTIAL_SINCE
from boardroom.queries.views import views
from boardroom.record import Record


class AgreementView(Record):
    """An agreement; `private` if its text is. Its window and minutes are in the advisor's view."""

    uid: str
    hopes: str | None
    focus: tuple[str, ...]
    boundaries: str | None
    confidential_since: date | None
    agreed_on: date
    until_on: date | None
    programme: str | None = None
    outcome: str | None = None
    private: bool = False

    @property
    def confidential(self) -> bool:
        """Whether what happens with the advisor is confidential now."""
        return self.confidential_since is not None

    def has_ended(self, today: date) -> bool:
        """Whether today is its last day, or later."""
        return self.until_on is not None and self.until_on <= today


def agreement(connection: sqlite3.Connection, advisor_id: int) -> AgreementView | None:
    """The agreement with an advisor; None if nothing is agreed yet."""
    rows = connection.execute(_AGREEMENT, (advisor_id,))
    return next(views(AgreementView, rows), None)


def agreements(connection: sqlite3.Connection) -> dict[str, AgreementView]:
    """Every agreement by the handle of whom it is with, the first to end first."""
    handles = [handle for (handle,) in connection.execute(_HANDLES)]
    return dict(zip(handles, views(AgreementView, connection.execute(_AGREEMENTS)), strict=True))


def own_rhythm(connection: sqlite3.Connection, advisor_id: int) -> tuple[str | None, int | None]:
    """A person's own window and minutes; None if they have the board's default."""
    window, minutes = connection.execute(
        "SELECT window, minutes FROM advisor WHERE id = ?", (advisor_id,)
    ).fetchone()
    return window, minutes


_SELECT = f"""
SELECT agreement.*, {CONFIDENTIAL_SINCE} AS confidential_since, {AGREEMENT} AS private
FROM agreement"""
_AGREEMENT = f"{_SELECT} WHERE advisor_id = ?"
_IN_ORDER = "JOIN advisor ON advisor.id = advisor_id ORDER BY until_on IS NULL, until_on, handle"
_HANDLES = f"SELECT handle FROM agreement {_IN_ORDER}"
_AGREEMENTS = f"{_SELECT} {_IN_ORDER}"
