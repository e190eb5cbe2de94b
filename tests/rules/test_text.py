from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.errors import BadInput
from boardroom.rules.text import NOTES_LIMIT, TEXT_LIMIT, brief, clean, join_words, quoted


@pytest.mark.parametrize(
    "text",
    [
        "[/bold]",
        "\x1b[31mred\x1b[0m",
        "李小龙 🦊",
        "O'Brien; DROP TABLE advisors",
        '"quoted"  and   spaced',
        "a tab\tand a line\nand a paragraph\n\nhere",
        "right-to-left \u202e mark",
        "zero\u200bwidth, ’curly’ and – dashed",
        "old\rMac",
    ],
)
def test_unusual_text_is_stored_as_typed(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  a question \n", "a question"),
        ("one\r\ntwo\r\n", "one\ntwo"),
        ("one\r\r\ntwo", "one\ntwo"),
        ("\u00a0padded\u3000", "padded"),
    ],
)
def test_only_outer_whitespace_and_line_ends_change(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize("empty", ["", " ", "\r\n\t", "\u3000"])
def test_an_empty_text_is_refused(empty: str) -> None:
    with pytest.raises(BadInput) as caught:
        clean(empty)

    assert (caught.value.message, caught.value.hint) == (
        "The text can't be empty.",
        "Write at least one word.",
    )


def test_a_nul_is_refused() -> None:
    with pytest.raises(BadInput) as caught:
        clean("be\0fore", what="question")

    assert (caught.value.message, caught.value.hint) == (
        "The question can't contain a NUL character.",
        "Remove it; it often comes from a file that is not text.",
    )


@pytest.mark.parametrize("surrogate", [0xD800, 0xDCFF, 0xDFFF])
def test_bytes_that_are_not_utf_8_are_refused(surrogate: int) -> None:
    with pytest.raises(BadInput) as caught:
        clean(f"Mar{chr(surrogate)}us", what="name")

    assert (caught.value.message, caught.value.hint) == (
        "The name can't contain bytes that are not UTF-8.",
        "Save or type it as UTF-8 and try again.",
    )


@pytest.mark.parametrize(
    ("limit", "shown", "over"),
    [(TEXT_LIMIT, "10,000", "10,001"), (NOTES_LIMIT, "1,000,000", "1,000,001")],
)
def test_a_text_may_be_as_long_as_its_limit(limit: int, shown: str, over: str) -> None:
    at_the_limit = "é" * limit

    assert clean(f" {at_the_limit} ", what="notes", limit=limit) == at_the_limit
    with pytest.raises(BadInput) as caught:
        clean(at_the_limit + "é", what="notes", limit=limit)
    assert (caught.value.message, caught.value.hint) == (
        f"The notes can't be longer than {shown} characters; this has {over}.",
        "Shorten or split it.",
    )


@given(st.text(alphabet=st.characters(exclude_characters="\0"), min_size=1).filter(str.strip))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("tue", "'tue'"),
        ("O'Brien", '"O\'Brien"'),
        ("\x1b[31m", r"'\x1b[31m'"),
        ("\u202e", r"'\u202e'"),
        ("\udcff", r"'\udcff'"),
        ("李小龙", "'李小龙'"),
        ("x" * 60, f"'{'x' * 60}'"),
        ("x" * 61, f"'{'x' * 59}…'"),
    ],
)
def test_a_quote_is_short_and_visible(text: str, shown: str) -> None:
    assert quoted(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Budget", "Budget"),
        ("Budget\nand more", "Budget…"),
        ("x" * 50, "x" * 50),
        ("x" * 51, "x" * 50 + "…"),
        ("x" * 49 + " y", "x" * 49 + "…"),
        ("x" * 50 + " y", "x" * 50 + "…"),
        ("one " * 12 + "three", "one " * 11 + "one…"),
    ],
)
def test_a_long_text_is_cut_after_a_word(text: str, shown: str) -> None:
    assert brief(text) == shown


@given(st.text())
def test_a_brief_text_is_one_short_line(text: str) -> None:
    assert len(brief(text)) <= 51
    assert "\n" not in brief(text)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ""),
        (["Ana"], "Ana"),
        (["Ana", "Bo"], "Ana and Bo"),
        (["Ana", "Bo", "Cy"], "Ana, Bo and Cy"),
    ],
)
def test_words_are_joined_into_a_list(words: list[str], expected: str) -> None:
    assert join_words(words) == expected
    assert join_words(words, "or") == expected.replace(" and ", " or ")
