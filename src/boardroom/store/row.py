"""The base class of every row: its constructor, and the conversion of values to and from SQLite.

The classes are in `rows`, which `make rows` writes. A row is plain data; `Work` loads and stores
it.
"""

from __future__ import annotations

from datetime import date
from operator import attrgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, ClassVar, Self, dataclass_transform

    Conversion = Callable[[Any], Any]
else:  # typing takes 2.5 ms to import

    def dataclass_transform(**_):  # noqa: D103  see typing
        return lambda decorated: decorated


@dataclass_transform(kw_only_default=True)
class Row:
    """One row of a table, its columns as attributes; `id` is 0 until it is added to a board.

    Adding it also sets `uid`, unless it has one. Days are dates, flags are bools, and JSON columns
    are lists or dicts.
    """

    TABLE: ClassVar[str]
    COLUMNS: ClassVar[tuple[str, ...]]
    LETTER: ClassVar[str] = ""
    DAYS: ClassVar[frozenset[str]] = frozenset()
    FLAGS: ClassVar[frozenset[str]] = frozenset()
    JSON: ClassVar[frozenset[str]] = frozenset()

    _VALUES: ClassVar[attrgetter[tuple[Any, ...]]]
    _CONVERTED: ClassVar[tuple[tuple[int, Conversion, Conversion], ...]]
    """The places of the columns that SQLite stores as another type: from SQLite, and to it."""

    id: int = 0

    def __init_subclass__(cls) -> None:
        cls.COLUMNS = tuple(cls.__annotations__)
        cls._VALUES = attrgetter(*cls.COLUMNS)
        cls._CONVERTED = tuple(
            (place, from_sqlite, to_sqlite)
            for columns, from_sqlite, to_sqlite in (
                (cls.DAYS, date.fromisoformat, date.isoformat),
                (cls.FLAGS, bool, int),
                (cls.JSON, from_json, to_json),
            )
            for place, column in enumerate(cls.COLUMNS)
            if column in columns
        )

    def __init__(self, **values: Any) -> None:
        for column in self.COLUMNS:
            if column in values:
                setattr(self, column, values.pop(column))
            elif column in self.JSON:
                setattr(self, column, type(getattr(type(self), column))())
            else:
                setattr(self, column, getattr(type(self), column))
        if values:
            raise TypeError(f"{type(self).__name__} has no {', '.join(values)}")

    @property
    def ref(self) -> str:
        """The id as the user reads and types it: `m12`."""
        return f"{self.LETTER}{self.id}"

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.id}>"  # none of the user's text

    @classmethod
    def from_sql(cls, stored: tuple[Any, ...]) -> Self:
        """A row made from what SQLite returns for its columns."""
        row = cls.__new__(cls)
        row.load(stored)
        return row

    def load(self, stored: tuple[Any, ...]) -> None:
        """Sets every column to what SQLite returns for it."""
        values = list(stored)
        for place, from_sqlite, _ in self._CONVERTED:
            if values[place] is not None:
                values[place] = from_sqlite(values[place])
        vars(self).update(zip(self.COLUMNS, values, strict=True))

    def to_sql(self) -> tuple[Any, ...]:
        """Every column as SQLite stores it."""
        values = list(self._VALUES(self))
        for place, _, to_sqlite in self._CONVERTED:
            if values[place] is not None:
                values[place] = to_sqlite(values[place])
        return tuple(values)


def from_json(text: str) -> Any:
    """The list or dict in a JSON column. Empty ones are read without importing json (3 ms)."""
    if text == "[]":
        return []
    if text == "{}":
        return {}
    import json  # noqa: PLC0415  see above

    return json.loads(text)


def to_json(value: Any) -> str:
    """A list or a dict as text for a JSON column."""
    if not value:
        return "{}" if isinstance(value, dict) else "[]"
    import json  # noqa: PLC0415  see `from_json`

    return json.dumps(value, ensure_ascii=False)
