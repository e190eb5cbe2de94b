"""Lists of any length, read a slice at a time while they are shown.

A pager may take the rows of a pipe for hours, and nobody can write while SQLite reads. So a query
first reads the ids, in order; each slice of rows is a query of its own, with no lock in between.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator

SLICE = 500
"""How many records are read at once."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    Made = TypeVar("Made")
    View = TypeVar("View")


class LongList:
    """The records of `ids`, in that order, read anew each time they are gone through.

    A change made meanwhile appears in the slices that are read after it.
    """

    def __init__(self, ids: Iterable[int], read: Callable[[list[int]], Iterable[Any]]) -> None:
        self._ids = array("q", ids)
        self._read = read

    def __iter__(self) -> Iterator[Any]:
        for start in range(0, len(self._ids), SLICE):
            yield from tuple(self._read(self._ids[start : start + SLICE].tolist()))

    def __len__(self) -> int:
        return len(self._ids)

    def __contains__(self, view: object) -> bool:
        return any(view == other for other in self)


def long_list(
    ids: Iterable[tuple[int]], read: Callable[[list[int]], Iterable[View]]
) -> Collection[View]:
    """The records of a query of row ids: a tuple if one slice holds them, else a `LongList`.

    `read` reads the records of a slice of ids, in that order, without those that are gone.
    """
    records = LongList((number for (number,) in ids), read)
    return records if len(records) > SLICE else tuple(records)


def convert(records: Collection[View], make: Callable[[View], Made]) -> Iterable[Made]:
    """What `make` makes of each record: a list, or an iterator for a `LongList`."""
    made = map(make, records)
    return made if isinstance(records, LongList) else list(made)
