from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from boardroom.render.markdown import escape, markdown
from boardroom.render.page import (
    Cell,
    Column,
    Entries,
    Entry,
    Fields,
    Heading,
    Page,
    Prose,
    Table,
    Text,
)

_COMMONMARK = MarkdownIt("commonmark").enable(["table", "strikethrough"])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[link](http://x)", r"\[link](http://x)"),
        ("*stars* and _lines_ and ~~waves~~", r"\*stars\* and \_lines\_ and \~\~waves\~\~"),
        ("# no heading", r"\# no heading"),
        ("<b>tags</b> &amp;", r"\<b>tags\</b> \&amp;"),
        ("`code` and $maths$", r"\`code\` and \$maths\$"),
        ("a | b \\ c", "a | b \\ c"),
        ("- no list", r"\- no list"),
        ("+ no list", r"\+ no list"),
        ("1. no list", r"1\. no list"),
        ("2026) no list", r"2026\) no list"),
        ("===", r"\==="),
        (": no definition", r"\: no definition"),
        ("> no quote", r"\> no quote"),
        ("    no code", "&nbsp;&nbsp;&nbsp;&nbsp;no code"),
        ("\tno code", r"\tno code"),
        ("\x1b[31mred", r"\x1b\[31mred"),
        ("4-6w, 30% of P&L", "4-6w, 30% of P&L"),
        ("-5% at 3 > 2, +1, #3, 2 * 3 ~ 6", "-5% at 3 > 2, +1, #3, 2 * 3 ~ 6"),
        ("q3_plan.md, $40k", "q3_plan.md, $40k"),
        ("__init__ and 10.5 of 2026.", r"\_\_init\_\_ and 10.5 of 2026."),
        ("| --- |", r"\| --- |"),
        ("C #", r"C \#"),
        ("a \\", r"a \\"),
        (r"\* \d", r"\\\* \d"),
        ("王小明 🎓", "王小明 🎓"),
    ],
)
def test_the_users_text_is_escaped(text: str, shown: str) -> None:
    assert escape(text) == shown


@settings(max_examples=300)
@given(
    st.text(
        st.sampled_from("*_~`[]()<>!|&#-+=:.;$\\ \"'^0129aé王🎓/@x"), min_size=1, max_size=24
    ).filter(str.strip)
)
@example("[a]: http://x").via("a definition of a link")
@example("- - -").via("a rule")
@example("&#0; &copy; &amp").via("entities")
@example("a_b_c __d_e__ _(f)_").via("lines under words")
def test_a_reader_sees_what_the_user_wrote(text: str) -> None:
    for template in ("{}", "- {}", "# {}", "one\\\n{}"):
        inline = [
            token
            for token in _COMMONMARK.parse(template.format(escape(text)))
            if token.type == "inline"
        ]

        assert [
            child.type
            for child in inline[0].children or ()
            if child.type not in ("text", "text_special")
        ] in ([], ["hardbreak"])
        seen = "".join(child.content for child in inline[0].children or ())
        assert seen.removeprefix("one").replace("\xa0", " ").rstrip() == text.rstrip()
        assert len(inline) == 1


def test_a_page_is_a_title_and_sections() -> None:
    page = Page(
        (
            Heading("Marcus *Ojo*", (Cell("Finance"),)),
            Prose("A brief."),
            Heading("Agenda"),
            Table(
                (Column("id"), Column("text")),
                ((Cell("a1"), Cell("Two\nlines")), (Cell(""), Cell("# one"))),
            ),
            Heading("Facts"),
            Fields((("seat", Cell("[x]")), ("", Cell("and more of it")))),
            Entries((Entry("due", "Marcus", "coffee", "boardroom due"),)),
            Text("One\n\n  - two"),
        )
    )

    assert (
        markdown(page)
        == r"""# Marcus \*Ojo\* · Finance

A brief.

## Agenda

- a1 · Two\
lines
- \# one

## Facts

- **seat:** \[x]
  and more of it

- due · Marcus · coffee · boardroom due

One\
&nbsp;\
&nbsp;&nbsp;\- two
"""
    )
