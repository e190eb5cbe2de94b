"""`typing.NamedTuple` without importing `typing`, for every module that daily commands load.

`typing`, with the `re` it loads, is two fifths of what `boardroom due --short` costs beyond
`import sqlite3` (measured), and a shell prompt pays that at every line. `collections.namedtuple`
compiles a constructor for each class: 40 µs, of which 29 are saved by sharing one, and `prep` has
72 classes, `log` 101. Type checkers see a NamedTuple; at run time a Record behaves like one.
"""

from __future__ import annotations

from operator import itemgetter

__all__ = ["Record"]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as Record
    from typing import Self
else:

    class _Maker(type):
        """Turns a class of annotated fields into a tuple with named fields and defaults."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict) -> type:
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            named = {field: property(itemgetter(place)) for place, field in enumerate(fields)}
            own = {
                "__slots__": (),
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
                "_defaults": tuple(defaults.values()),
            }
            return super().__new__(cls, name, bases, body | named | own)

    class Record(tuple, metaclass=_Maker):  # noqa: SLOT001  the metaclass adds them
        """The base class of records; see the module."""

        def __new__(cls, *values: object, **named: object) -> Self:
            """A record of these values, by position or by name."""
            if named:
                return tuple.__new__(cls, cls._in_order(values, named))
            missing = len(cls._fields) - len(values)
            if missing:
                if not 0 < missing <= len(cls._defaults):
                    raise cls._misused(values, named)
                values += cls._defaults[-missing:]
            return tuple.__new__(cls, values)

        @classmethod
        def _in_order(cls, values: tuple, named: dict) -> list:
            by_position = dict(zip(cls._fields, values, strict=False))
            by_name = cls._field_defaults | by_position | named
            is_each_once = len(by_position | named) == len(values) + len(named)
            if not is_each_once or by_name.keys() != cls.__annotations__.keys():
                raise cls._misused(values, named)
            return [by_name[field] for field in cls._fields]

        @classmethod
        def _misused(cls, values: tuple, named: dict) -> TypeError:
            return TypeError(
                f"{cls.__name__} takes {', '.join(cls._fields)}, each once; it was given"
                f" {len(values)} by position, and by name: {', '.join(named) or 'none'}."
            )

        @classmethod
        def _make(cls, values: object) -> Self:
            return tuple.__new__(cls, values)

        def _asdict(self) -> dict:
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, **named: object) -> Self:
            return type(self)(**self._asdict() | named)

        def __getnewargs__(self) -> tuple:
            return tuple(self)

        def __repr__(self) -> str:
            fields = (f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({', '.join(fields)})"
