"""Lists of any length, read in slices while they are shown.

A pager may keep a pipe open for hours, and nothing can be written while SQLite reads. So a query
first reads all ids; each slice of rows is then a query of its own, with no lock in between.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Iterable, Iterator

SLICE = 500
"""How many records are read at once."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    Result = TypeVar("Result")
    View = TypeVar("View")


class LongList:
    """The records of `ids`, in that order, read again by each iteration.

    A change made during an iteration shows in the slices read after it.
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

    `read` returns the records of a slice of ids, in that order, without those that are gone.
    """
    records = LongList((number for (number,) in ids), read)
    return records if len(records) > SLICE else tuple(records)


def convert(records: Collection[View], function: Callable[[View], Result]) -> Iterable[Result]:
    """Applies `function` to each record. Returns a list, or an iterator for a `LongList`."""
    results = map(function, records)
    return results if isinstance(records, LongList) else list(results)
