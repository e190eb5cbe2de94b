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
        self._new: list[Source] = []

    def find(self, table: type[Row], source_id: str) -> Source | None:
        """What is remembered of a record of a file; None if nothing is."""
        return self._sources.get((table.TABLE, origin_id(self._kind, source_id)))

    def remember(self, row: Row, source_id: str, values: Mapping[str, Any]) -> None:
        """Remembers that a record became this row, and what it said."""
        uid: str = row.uid  # type: ignore[attr-defined]  # every row of an import has one
        key = (row.TABLE, origin_id(self._kind, source_id))
        source = self._sources.get(key)
        digests = {column: digest(uid, value) for column, value in values.items()}
        if source is None:
            source = Source(
                kind=self._kind,
                origin_id=key[1],
                table_name=row.TABLE,
                row_uid=uid,
                columns=digests,
                read_on=self._work.today,
            )
            self._sources[key] = source
            self._new.append(source)
        elif (source.row_uid, source.columns) != (uid, digests):
            source.row_uid, source.columns, source.read_on = uid, digests, self._work.today

    def store(self) -> None:
        """Stores what is new to remember."""
        add_all(self._work, self._new)
        self._new = []

    def rows_of(self, table: type[Row]) -> set[str]:
        """The uids of the rows that records of this kind of file became."""
        return {
            source.row_uid for (name, _), source in self._sources.items() if name == table.TABLE
        }


def digest(uid: str, value: object) -> str:
    """A digest of a value, of which nobody can guess the words without the record."""
    return sha256(f"{uid}\0{value!r}".encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
