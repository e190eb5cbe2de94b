"""Remembers what a file said, so that a second import of it changes nothing.

A column that the user has changed since stays as it is, unless the file has changed there too.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from boardroom.actions.incoming.matching import origin_id
from boardroom.store.bulk import add_all
from boardroom.store.rows import Source
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from boardroom.store.row import Row

_DIGITS = 16


class Origins:
    """The records that files of one kind became."""

    def __init__(self, work: Work, kind: str) -> None:
        self._work, self._kind = work, kind
        self._sources = {
            (source.table_name, source.origin_id): source for source in work.find(Source, kind=kind)
        }
        self._said: dict[tuple[str, str], tuple[str, dict[str, str]]] = {}

    def find(self, table: type[Row], source_id: str) -> Source | None:
        """What is remembered of a record of a file; None if nothing is."""
        return self._sources.get((table.TABLE, origin_id(self._kind, source_id)))

    def remember(self, row: Row, source_id: str, values: Mapping[str, Any]) -> None:
        """Remembers that a record became this row, and what it said, once `store` is called."""
        uid: str = row.uid  # type: ignore[attr-defined]  # every row of an import has one
        key = (row.TABLE, origin_id(self._kind, source_id))
        digests = {column: digest(uid, value) for column, value in values.items()}
        self._said[key] = (uid, digests)

    def said(self, row: Row, source: Source | None, column: str, value: object) -> bool:
        """Whether the file said just this of a column the last time."""
        uid: str = row.uid  # type: ignore[attr-defined]  # as above
        return source is not None and source.columns.get(column) == digest(uid, value)

    def store(self) -> None:
        """Stores what is to be remembered."""
        new = []
        for key, (uid, digests) in self._said.items():
            source = self._sources.get(key)
            if source is None:
                source = Source(
                    kind=self._kind,
                    table_name=key[0],
                    origin_id=key[1],
                    row_uid=uid,
                    read_on=self._work.today,
                )
                new.append(source)
            columns = {**source.columns, **digests}
            if (source.row_uid, source.columns) != (uid, columns):
                source.row_uid, source.columns, source.read_on = uid, columns, self._work.today
        add_all(self._work, new)

    def rows_of(self, table: type[Row]) -> set[str]:
        """The uids of the rows that records of this kind of file became."""
        return {
            source.row_uid for (name, _), source in self._sources.items() if name == table.TABLE
        }


def digest(uid: str, value: object) -> str:
    """A digest of a value, of which nobody can guess the words without the record."""
    return sha256(f"{uid}\0{value!r}".encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
