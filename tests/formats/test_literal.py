from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from boardroom.formats.literal import escape_line, unescape_line


def _means(line: str) -> bool:
    return line.startswith(("## ", "- "))


@pytest.mark.parametrize(
    ("line", "escaped"),
    [
        ("## Text", r"\## Text"),
        (r"\## Text", r"\\## Text"),
        ("- a", r"\- a"),
        # not structure, so left as it is, backslashes and all
        ("##Text", "##Text"),
        ("### Text", "### Text"),
        (r"\\server\share", r"\\server\share"),
        (" ## Text", " ## Text"),
        ("", ""),
    ],
)
def test_only_a_line_that_would_have_a_meaning_gets_a_backslash(line: str, escaped: str) -> None:
    assert escape_line(line, _means) == escaped
    assert unescape_line(escaped, _means) == line


@given(st.text(alphabet="\\#- aé\u2028\r", max_size=12))
@example(r"\\\- ")
def test_no_escaped_line_has_a_meaning_and_each_reads_back(line: str) -> None:
    escaped = escape_line(line, _means)

    assert not _means(escaped)
    assert unescape_line(escaped, _means) == line
