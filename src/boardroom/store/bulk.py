"""Stores many new rows at once. `Work.add` looks at every loaded row for each."""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.rules.ids import new_uid
from boardroom.store.before_change import next_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.store.row import Row
    from boardroom.store.work import Work


def add_all(work: Work, rows: Sequence[Row]) -> None:
    """Stores new rows of one table, and sets their ids and uids unless they have them.

    Raises:
        sqlite3.IntegrityError: the schema refuses one.
    """
    if not rows:
        return
    work.watch_all()
    connection, kind = work.connection, type(rows[0])
    for row in rows:
        row.id = row.id or next_id(connection, kind.TABLE)
        if not getattr(row, "uid", "set"):
            row.uid = new_uid()  # type: ignore[attr-defined]  # it has the column
    marks = ", ".join("?" * len(kind.COLUMNS))
    connection.executemany(
        f"INSERT INTO {kind.TABLE} ({', '.join(kind.COLUMNS)}) VALUES ({marks})",
        [row.to_sql() for row in rows],
    )
