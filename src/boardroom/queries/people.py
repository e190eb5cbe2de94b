"""Everybody on file: their names, for resolving a WHO, and their standing in the lifecycle."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.queries.views import day, views
from boardroom.rules.lifecycle import ENDED, Standing, Step, standing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.rules.names import Named


def people(connection: sqlite3.Connection) -> list[Named]:
    """Everybody on file, whatever their status, in the order of handles."""
    # A seam: the prompt line reads standings alone, and names bring in unicodedata.
    from boardroom.rules.names import Named  # noqa: PLC0415

    rows = connection.execute("SELECT id, handle, name, nicknames FROM advisor ORDER BY handle")
    return [*views(Named, rows)]


def timezone_of(connection: sqlite3.Connection, handle: str) -> str | None:
    """The time zone of the person with that handle, if one is on file."""
    query = "SELECT timezone FROM advisor WHERE handle = ?"
    zone: str | None = connection.execute(query, (handle,)).fetchone()[0]
    return zone


def is_mentee(connection: sqlite3.Connection, advisor_id: int) -> bool:
    """Whether somebody is a mentee, and no advisor."""
    query = "SELECT role FROM advisor WHERE id = ?"
    return bool(connection.execute(query, (advisor_id,)).fetchone()[0] == "mentee")


def has_mentee(connection: sqlite3.Connection) -> bool:
    """Whether the user mentors anybody now, or thinks of it."""
    rows = connection.execute("SELECT id FROM advisor WHERE role <> 'advisor'").fetchall()
    current = standings(connection).items() if rows else ()
    return any((row_id,) in rows and now.status not in ENDED for row_id, now in current)


def standings(
    connection: sqlite3.Connection, *, as_of: date | None = None, in_past: bool = False
) -> dict[int, Standing]:
    """Everybody's standing, by advisor id; people without a step by `as_of` are left out.

    With `in_past`, pauses recorded after `as_of` are left out too.
    """
    by_advisor = {
        advisor_id: standing(advisor_steps, as_of=as_of)
        for advisor_id, advisor_steps in steps(
            connection, recorded_by=as_of if in_past else None
        ).items()
    }
    return {
        advisor_id: current for advisor_id, current in by_advisor.items() if current is not None
    }


def steps(
    connection: sqlite3.Connection, *, recorded_by: date | None = None
) -> dict[int, list[Step]]:
    """Everybody's lifecycle steps in the order they were taken, by advisor id.

    Pauses recorded after `recorded_by` (default: none) are left out.
    """
    by_advisor: dict[int, list[Step]] = {}
    which = " WHERE status <> 'paused' OR coalesce(recorded_on, changed_on) <= :day"
    rows = connection.execute(
        "SELECT advisor_id, changed_on, status, until_on, by_whom FROM transition"
        f"{which if recorded_by else ''} ORDER BY advisor_id, changed_on, id",
        {"day": recorded_by.isoformat()} if recorded_by else {},
    )
    for advisor_id, on, status, until, by_whom in rows:
        step = Step(date.fromisoformat(on), status, day(until), by_whom)
        by_advisor.setdefault(advisor_id, []).append(step)
    return by_advisor
