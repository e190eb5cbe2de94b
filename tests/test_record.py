from __future__ import annotations

from typing import NamedTuple

import pytest

from boardroom.record import Record


class Told(Record):
    """A record."""

    name: str
    times: int = 1

    def doubled(self) -> int:
        return self.times * 2


class Typed(NamedTuple):
    name: str
    times: int = 1


def test_a_record_is_made_read_and_compared_like_a_named_tuple() -> None:
    told, typed = Told("Marcus", 3), Typed("Marcus", 3)

    assert (told.name, told.times, tuple(told), told._asdict(), Told._fields) == (
        "Marcus",
        3,
        tuple(typed),
        typed._asdict(),
        Typed._fields,
    )
    assert tuple(told) == typed
    assert (hash(told), repr(told)) == (hash(typed), repr(typed).replace("Typed", "Told"))


def test_a_record_keeps_its_defaults_methods_and_docstring() -> None:
    assert (Told("Ana"), Told("Ana", 4).doubled(), Told.__doc__, Told.__module__) == (
        ("Ana", 1),
        8,
        "A record.",
        __name__,
    )


def test_a_record_can_not_be_changed() -> None:
    with pytest.raises(AttributeError):
        Told("Ana").name = "Marcus"  # type: ignore[misc]  # what is tested


def test_a_record_that_lacks_a_field_is_not_made() -> None:
    with pytest.raises(TypeError, match="name"):
        Told()  # type: ignore[call-arg]  # what is tested
