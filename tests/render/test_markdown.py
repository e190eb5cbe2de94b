from __future__ import annotations

import pytest

from boardroom.render.markdown import escaped, markdown
from boardroom.render.page import Cell, Column, Entries, Entry, Fields, Heading, Page, Prose, Table, Text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("[link](http://x)", r"\[link\](http://x)"),
        ("*stars* and _lines_ and ~~waves~~", r"\*stars\* and \_lines\_ and \~\~waves\~\~"),
        ("# no heading", r"\# no heading"),
        ("<b>tags</b> &amp;", r"\<b\>tags\</b\> \&amp;"),
        ("`code` and $maths$", r"\`code\` and \$maths\$"),
        ("a | b \\ c", r"a \| b \\ c"),
        ("- no list", r"\- no list"),
        ("+ no list", r"\+ no list"),
        ("1. no list", r"1\. no list"),
        ("2026) no list", r"2026\) no list"),
        ("===", r"\==="),
        (": no definition", r"\: no definition"),
        ("> no quote", r"\> no quote"),
        ("    no code", "&nbsp;&nbsp;&nbsp;&nbsp;no code"),
        ("\tno code", r"\\tno code"),
        ("\x1b[31mred", r"\\x1b\[31mred"),
        ("4-6w, 30% of P&L", r"4-6w, 30% of P\&L"),
        ("王小明 🎓", "王小明 🎓"),
    ],
)
def test_the_users_text_means_nothing_in_markdown(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_a_page_is_a_title_and_its_sections() -> None:
    page = Page(
        (
            Heading("Marcus *Ojo*", (Cell("Finance"),)),
            Prose("A brief."),
            Heading("Agenda"),
            Table((Column("id"), Column("text")), ((Cell("a1"), Cell("Two\nlines")), (Cell(""), Cell("# one")))),
            Heading("Facts"),
            Fields((("seat", Cell("[x]")),)),
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

- **seat:** \[x\]

- due · Marcus · coffee · boardroom due

One\
&nbsp;\
&nbsp;&nbsp;\- two
"""
    )
