"""The recorded operations, for `boardroom history`."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator

from boardroom.queries.long_list import long_list
from boardroom.queries.views import views
from boardroom.store.oplog import Operation


def operations(
    connection: sqlite3.Connection, *, limit: int | None = None
) -> Collection[Operation]:
    """The operations, undos among them, newest first; a long list is read while it is shown.

    `limit` keeps the newest ones.
    """
    ids = connection.execute(
        "SELECT id FROM operation ORDER BY id DESC LIMIT ?", (-1 if limit is None else limit,)
    )
    return long_list(ids, lambda some: _operations(connection, some))


def _operations(connection: sqlite3.Connection, ids: list[int]) -> Iterator[Operation]:
    rows = connection.execute(
        "SELECT operation.* FROM operation JOIN json_each(?) AS listed"
        " ON listed.value = operation.id ORDER BY listed.key",
        (str(ids),),
    )
    return views(Operation, rows)
