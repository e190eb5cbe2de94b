from __future__ import annotations

import copy
import pickle
from typing import Any, NamedTuple

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


def test_a_record_is_made_replaced_copied_and_pickled() -> None:
    record = Lent(times=3, name="Marcus")

    assert (
        Lent._make(["Marcus", 3]),
        record._replace(times=4),
        copy.copy(record),
        pickle.loads(pickle.dumps(record)),  # noqa: S301  just made
    ) == (record, ("Marcus", 4), record, record)


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ((), {}),
        ((), {"times": 2}),
        (("Ana", 1, 2), {}),
        (("Ana",), {"name": "Ana"}),
        (("Ana",), {"on": "loan"}),
    ],
)
def test_every_field_takes_one_value(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="name, times, each once"):
        Lent(*values, **named)
