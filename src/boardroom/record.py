"""`typing.NamedTuple` without importing `typing`, for every module that daily commands load.

`typing`, with the `re` it loads, is two fifths of what `boardroom due --short` costs beyond
`import sqlite3` (measured), and a shell prompt pays that at every line. Type checkers see a
NamedTuple; at run time a Record is the same named tuple.
"""

from __future__ import annotations

from collections import namedtuple

__all__ = ["Record"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as Record
else:

    class _Maker(type):
        """Turns a class of annotated fields into a named tuple with its defaults and methods."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = body.pop("__annotations__")
            defaults = [body.pop(field) for field in fields if field in body]
            record = namedtuple(  # noqa: PYI024  typing.NamedTuple is what this replaces
                name, fields, defaults=defaults, module=body["__module__"]
            )
            record.__annotations__ = fields
            for key, value in body.items():
                if key not in ("__classcell__", "__module__", "__qualname__"):
                    setattr(record, key, value)
            return record

    class Record(metaclass=_Maker):
        """The base class of records; see the module."""
