from __future__ import annotations

from typing import NamedTuple

import pytest

from boardroom.record import Record


class Lent(Record):
    """A record."""

    name: str
    times: int = 1

    def doubled(self) -> int:
        return self.times * 2


class Twin(NamedTuple):
    name: str
    times: int = 1


def test_a_record_behaves_like_a_named_tuple() -> None:
    record, twin = Lent("Marcus", 3), Twin("Marcus", 3)

    assert (record.name, record.times, tuple(record), record._asdict(), Lent._fields) == (
        "Marcus",
        3,
        tuple(twin),
        twin._asdict(),
        Twin._fields,
    )
    assert tuple(record) == twin
    assert (hash(record), repr(record)) == (hash(twin), repr(twin).replace("Twin", "Lent"))


def test_a_record_has_defaults_methods_and_a_docstring() -> None:
    assert (Lent("Ana"), Lent("Ana", 4).doubled(), Lent.__doc__, Lent.__module__) == (
        ("Ana", 1),
        8,
        "A record.",
        __name__,
    )


def test_a_record_is_immutable() -> None:
    with pytest.raises(AttributeError):
        Lent("Ana").name = "Marcus"  # type: ignore[misc]  # what is tested


def test_every_field_without_a_default_is_required() -> None:
    with pytest.raises(TypeError, match="name"):
        Lent()  # type: ignore[call-arg]  # what is tested
