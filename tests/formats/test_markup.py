from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from boardroom.formats.markup import (
    NOT_STORED,
    OLDER_DRAFT,
    escape_line,
    is_empty,
    note,
    strip_notes,
    unescape_line,
)

SHOWN = "<!-- Marcus Ojo.\nSave it. -->\nkind: topic\n"


@pytest.mark.parametrize(
    "saved",
    [
        "\ufeffOne\r\ntwo\rthree\r\n",
        f"<!-- {NOT_STORED} no. -->\nOne\ntwo\rthree\n",
        f"\ufeff\r\n<!--\r\n  {NOT_STORED} no,\r\n  and no.\r\n--> \r\nOne\r\ntwo\rthree\r\n",
        f"<!-- {OLDER_DRAFT} /x.md -->\n<!-- {NOT_STORED} no. -->\nOne\ntwo\rthree\n",
    ],
)
def test_a_saved_text_is_read_without_the_programs_notes(saved: str) -> None:
    assert strip_notes(saved) == "One\ntwo\rthree\n"


@pytest.mark.parametrize(
    "text",
    ["<!-- mine -->\nOne", f"One\n<!-- {NOT_STORED} no. -->\n", f"<!-- {NOT_STORED} One", "\nOne"],
)
def test_no_comment_of_the_users_is_taken_for_a_note(text: str) -> None:
    assert strip_notes(text) == text


def test_a_note_fits_a_terminal_and_is_ended_by_nothing_in_it() -> None:
    text = f"{NOT_STORED} {'it can not be so --> ' * 12}and 'xx'."
    written = note(text)

    assert max(len(line) for line in written.splitlines()) <= 79
    assert " ".join(written.split()) == f"<!-- {text.strip().replace('-->', '- ->')} -->"
    assert strip_notes(f"{written}One") == "One"


def test_a_note_fills_its_lines() -> None:
    assert note(f"{NOT_STORED} {'x' * 52} y").splitlines() == [
        f"<!-- {NOT_STORED} {'x' * 52} y -->"
    ]
    assert note(f"{NOT_STORED} {'x' * 53} y").splitlines() == [
        f"<!-- {NOT_STORED} {'x' * 53}",
        "y -->",
    ]


@pytest.mark.parametrize(
    ("saved", "nothing"),
    [
        ("", True),
        (" \n\t\n", True),
        ("\n<!-- Marcus Ojo. Save it. --> \n", True),
        ("<!-- my words -->", False),
        ("<!-- Marcus Ojo. Save it. -->\n<!-- my words -->\n", False),
        ("<!-- Marcus Ojo. Save it, too. -->", False),
        ("<!-- Marcus Ojo. Save it. -->\nx", False),
        ("<!-- Marcus Ojo.", False),
    ],
)
def test_a_text_is_empty_if_only_its_own_comments_are_left(saved: str, *, nothing: bool) -> None:
    assert is_empty(saved, SHOWN) is nothing


def _is_markup(line: str) -> bool:
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
def test_only_a_line_of_markup_gets_a_backslash(line: str, escaped: str) -> None:
    assert escape_line(line, _is_markup) == escaped
    assert unescape_line(escaped, _is_markup) == line


@given(st.text(alphabet="\\#- aé\u2028\r", max_size=12))
@example(r"\\\- ")
def test_no_escaped_line_is_markup_and_each_reads_back(line: str) -> None:
    escaped = escape_line(line, _is_markup)

    assert not _is_markup(escaped)
    assert unescape_line(escaped, _is_markup) == line
