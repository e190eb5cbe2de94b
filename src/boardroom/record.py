"""`typing.NamedTuple` without importing `typing`, for the records of the prompt lane.

`typing`, and the `re` that it loads, are two fifths of what `boardroom due --short` costs beyond `import sqlite3` (measured), and a
shell pays it at every line. To a type checker a Record is a NamedTuple, and at run time it is the same named tuple.
"""

from __future__ import annotations

from collections import namedtuple

__all__ = ["Record"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as Record
else:

    class _Maker(type):
        """Makes a class of annotated fields into a named tuple with the class's defaults and methods."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict) -> type:
            if not bases:
                return super().__new__(cls, name, bases, body)
            fields = body.pop("__annotations__")
            defaults = [body.pop(field) for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])  # noqa: PYI024  it is what this spares us
            for key, value in body.items():
                if key not in ("__classcell__", "__module__", "__qualname__"):
                    setattr(made, key, value)
            return made

    class Record(metaclass=_Maker):
        """The base of a record; see the module."""
