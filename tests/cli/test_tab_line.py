"""An unfinished command line in words."""

from __future__ import annotations

import pytest

from boardroom.cli.tab_line import split_line


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("", [""]),
        ("boardroom", ["boardroom"]),
        ("boardroom ", ["boardroom", ""]),
        ("boardroom  prep \t an", ["boardroom", "prep", "an"]),
        ("boardroom 'ana li", ["boardroom", "ana li"]),
        ('boardroom "ana li" m', ["boardroom", "ana li", "m"]),
        ('boardroom "a \\" b', ["boardroom", 'a " b']),
        ("boardroom 'a\\", ["boardroom", "a\\"]),
        ("boardroom ana\\ li", ["boardroom", "ana li"]),
        ("boardroom O'Brien", ["boardroom", "OBrien"]),
        ("boardroom --db=~/'a b", ["boardroom", "--db=~/a b"]),
    ],
)
def test_a_line_is_split_as_a_shell_would(line: str, words: list[str]) -> None:
    assert split_line(line) == words
