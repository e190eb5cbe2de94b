from __future__ import annotations

from collections.abc import Sequence

import pytest

from boardroom.queries.long_list import LongList, convert, long_list


class Reader:
    """Reads the letters of some ids, and remembers what it was asked for."""

    def __init__(self, letters: str = "abcdefg") -> None:
        self.letters = dict(enumerate(letters))
        self.asked: list[list[int]] = []

    @property
    def ids(self) -> list[tuple[int]]:
        return [(number,) for number in reversed(self.letters)]

    def __call__(self, ids: Sequence[int]) -> list[str]:
        self.asked.append(list(ids))
        return [self.letters[number] for number in ids if number in self.letters]


@pytest.fixture(autouse=True)
def _slices_of_three(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boardroom.queries.long_list.SLICE", 3)


def test_a_short_list_is_read_at_once() -> None:
    read = Reader("abc")

    assert (long_list(read.ids, read), read.asked) == (("c", "b", "a"), [[2, 1, 0]])


def test_an_empty_list_is_not_read() -> None:
    read = Reader("")

    assert (long_list(read.ids, read), read.asked) == ((), [])


def test_a_long_list_is_read_in_slices() -> None:
    read = Reader()
    letters = long_list(read.ids, read)

    assert (len(letters), read.asked) == (7, [])
    assert list(letters) == list("gfedcba")
    assert read.asked == [[6, 5, 4], [3, 2, 1], [0]]
    assert ("a" in letters, "z" in letters) == (True, False)


def test_a_slice_is_as_it_is_when_it_is_read() -> None:
    read = Reader()
    letters = iter(long_list(read.ids, read))

    first = next(letters)
    read.letters[5], read.letters[2] = "F", "C"
    del read.letters[3]

    assert [first, *letters] == list("gfeCba")


def test_a_short_list_is_converted_to_a_list() -> None:
    assert convert(("a", "b"), str.upper) == ["A", "B"]


def test_a_long_list_is_converted_while_it_is_read() -> None:
    read = Reader()
    upper = iter(convert(LongList([2, 1, 0, 3], read), str.upper))

    assert (next(upper), read.asked) == ("C", [[2, 1, 0]])
    assert list(upper) == ["B", "A", "D"]
