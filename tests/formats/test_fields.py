from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from boardroom.errors import BadInput
from boardroom.formats.fields import changed_fields, read_fields, write_fields
from boardroom.rules.fields import Field
from boardroom.rules.text import clean

FIELDS = (
    Field("name", "name"),
    Field("how_met", "how-met"),
    Field("due_on", "by"),
    Field("strengths", "strength", several=True),
    Field("their_goals", "Their goals", text=True),
    Field("notes", "Notes", text=True, silent=True),
)
MARCUS = {
    "name": "Marcus: Ojo",
    "how_met": None,
    "due_on": date(2026, 12, 1),
    "strengths": ("P&L", "pricing"),
    "their_goals": "A second seat\n\n## On a board\n\\## and more",
    "notes": "",
}
WRITTEN = r"""<!-- Marcus -->
name: Marcus: Ojo
how-met:
by: 2026-12-01
strength: P&L
strength: pricing

## Their goals
A second seat

\## On a board
\\## and more

## Notes
"""


def test_a_record_is_lines_then_texts_under_headings() -> None:
    assert write_fields("Marcus", FIELDS, MARCUS) == WRITTEN


def test_a_comment_alone_is_not_taken_for_no_change() -> None:
    with pytest.raises(BadInput) as caught:
        changed_fields("<!-- Marcus -->\n<!-- my words -->\n", WRITTEN, FIELDS)

    assert caught.value.message == "Nothing but a comment is left, which belongs to no field."
    assert caught.value.hint == "The fields are name, how-met, by, strength, Their goals, Notes."


def test_a_record_reads_back() -> None:
    assert read_fields(WRITTEN, FIELDS) == {
        "name": "Marcus: Ojo",
        "how_met": "",
        "due_on": "2026-12-01",
        "strengths": ["P&L", "pricing"],
        "their_goals": "A second seat\n\n## On a board\n\\## and more",
        "notes": "",
    }


PROMISE = (Field("text", "Text", text=True), Field("note", "Note", text=True))
SHOWN = "\n## Text\nSend the deck\n\n## Note\nOne\ntwo\n"


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("\n## Text\nSend\nthe deck\n", {}),
        ("\n## Text\nSend the deck to\n  Dana\n", {"text": "Send the deck to Dana"}),
        ("\n## Text\nSend:\n- one\n- two\n", {"text": "Send:\n- one\n- two"}),
        ("\n## Text\nSend\n\nit\n", {"text": "Send\n\nit"}),
        ("\n## Text\nSend \\\nit\n", {"text": "Send\nit"}),
        ("\n## Note\nOne\ntwo\n", {}),
        ("\n## Note\nOne\nthree\n", {"note": "One\nthree"}),
    ],
)
def test_lines_that_an_editor_wrapped_are_put_together(text: str, changed: dict[str, str]) -> None:
    assert changed_fields(text, SHOWN, PROMISE) == changed


def test_a_value_of_several_lines_stands_under_a_heading() -> None:
    values = {
        **MARCUS,
        "name": "Marcus\nOjo",
        "strengths": ("P&L", "pricing\nand ## more", "people"),
        "their_goals": None,
    }

    text = write_fields("Marcus", FIELDS, values)

    assert text == (
        "<!-- Marcus -->\nhow-met:\nby: 2026-12-01\nstrength: P&L\n"
        "\n## name\nMarcus\nOjo\n\n## strength\npricing\nand ## more\n\n## strength\npeople\n\n##"
        " Their goals\n\n## Notes\n"
    )
    assert read_fields(text, FIELDS)["name"] == "Marcus\nOjo"
    assert read_fields(text, FIELDS)["strengths"] == ["P&L", "pricing\nand ## more", "people"]


@pytest.mark.parametrize(
    ("saved", "changes"),
    [
        (WRITTEN, {}),
        ("", {}),
        ("<!-- Not stored yet: why\nit was not read -->\n\n<!-- Marcus -->\n", {}),
        # a byte order mark and CRLF line ends
        ("\ufeff" + WRITTEN.replace("\n", "\r\n"), {}),
        ("name: Marcus: Ojo\r\nBY : 2026-12-02\r\n", {"due_on": "2026-12-02"}),
        # emptied, and left out
        ("name:\n## Their goals\n \n", {"name": "", "their_goals": ""}),
        ("strength:\n", {"strengths": []}),
        ("strength: P&L\nstrength:\n", {"strengths": ["P&L"]}),
        ("strength: pricing\nstrength: P&L", {"strengths": ["pricing", "P&L"]}),
        # a text on a line, a line as a text, names as people write them
        (
            "notes: Frank.\n## HOW MET\nAt\n\na dinner\n",
            {"notes": "Frank.", "how_met": "At\n\na dinner"},
        ),
        (
            "how_met: At a dinner\ntheir goals: None",
            {"how_met": "At a dinner", "their_goals": "None"},
        ),
        # only comments at the top are comments
        (
            "## Notes\n<!-- not for a CV -->\nname: x\n### Third\n##Fourth",
            {"notes": "<!-- not for a CV -->\nname: x\n### Third\n##Fourth"},
        ),
    ],
)
def test_only_what_was_changed_is_read(saved: str, changes: dict[str, object]) -> None:
    assert changed_fields(saved, WRITTEN, FIELDS) == changes


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<!-- x -->\nnmae: Bo\n", "Line 2 names no field: 'nmae: Bo'."),
        ("## Text\nhello", "Line 1 names no field: '## Text'."),
        ("\nhello\n", "Line 2 belongs to no field: 'hello'."),
        ("name: a\nby:\nName: b", "Line 3 gives again what line 1 gives: 'Name: b'."),
        ("notes: a\n## Notes\nb", "Line 2 gives again what line 1 gives: '## Notes'."),
        ("name:\nname: b", "Line 2 gives again what line 1 gives: 'name: b'."),
        ("<!-- x\nby: b", "Line 1 belongs to no field: '<!-- x'."),
        ("\n<!-- x --> y\nby: b", "Line 2 belongs to no field: 'y'."),
        ("by: b\n<!-- x -->", "Line 2 belongs to no field: '<!-- x -->'."),
        (
            "a\nb\x1b: c\n## \nd\n## e\n",
            (
                "Line 1 belongs to no field: 'a'; line 2 names no field: 'b\\x1b: c'; line 3 names no"
                " field: '## '; and 1 more."
            ),
        ),
    ],
)
def test_a_line_that_cannot_be_read_is_quoted(text: str, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_fields(text, FIELDS)

    assert refused.value.message == message
    assert refused.value.hint == (
        "The fields are name, how-met, by, strength, Their goals, Notes; a text's own line that"
        " begins with ## is written \\##."
    )


KEPT = st.text(
    alphabet=st.one_of(
        st.sampled_from("\n\n\\## -:<!>a\r\ufeff\x1b\u2028\x85 \t👩\u202e"),
        st.characters(exclude_categories=["Cs"]),
    )
)


def _kept(text: str) -> str:
    """The text as the board keeps it; "" if it keeps none."""
    text = text.replace("\0", "")
    return clean(text) if text.strip() else ""


@given(KEPT, KEPT, st.lists(KEPT, max_size=4), KEPT)
@example(
    "name: x",
    "## Notes",
    ["-->", "## strength", "a\n\\\\## b"],
    "## Notes\n\\## Notes\n<!--\nname: y  \n## Notes",
)
@example("a\r\r\nb", "\ufeff", [], "-->")
def test_every_text_reads_back_exactly(
    name: str, how_met: str, strengths: list[str], notes: str
) -> None:
    values = {
        "name": _kept(name),
        "how_met": _kept(how_met),
        "due_on": "",
        "strengths": [text for text in map(_kept, strengths) if text],
        "their_goals": _kept(notes),
        "notes": _kept(name + notes),
    }

    text = write_fields("Marcus", FIELDS, values)

    assert read_fields(text, FIELDS) == values
    assert changed_fields("\ufeff" + text.replace("\n", "\r\n"), text, FIELDS) == {}
