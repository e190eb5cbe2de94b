from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.render.page import (
    Block,
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
from boardroom.render.plain import columns, plain


def piped(*blocks: Block) -> str:
    return plain(Page(blocks))


def test_a_table_is_tab_separated_without_its_titles_and_keeps_empty_fields() -> None:
    table = Table(
        (Column("id"), Column("what"), Column("when")),
        ((Cell("m1"), Cell(""), Cell("Tue 1 Sep", "due")), (Cell("m2"),)),
        "3 more",
    )

    assert piped(table) == "m1\t\tTue 1 Sep\nm2\n"


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=5))
def test_whatever_a_table_holds_a_row_is_one_line_of_as_many_fields(texts: list[str]) -> None:
    row = tuple(map(Cell, texts))

    shown = piped(Table((), (row,)))

    assert (len(shown.splitlines()), shown.count("\t"), shown[-1]) == (1, len(texts) - 1, "\n")


def test_a_table_is_never_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")

    assert piped(Table((), ((Cell("word " * 500),),))) == "word " * 500 + "\n"


def test_entries_fields_and_headings_are_lines_too() -> None:
    shown = piped(
        Heading("Marcus Ojo", (Cell("marcus", "quiet"), Cell("Finance"))),
        Heading("Notes"),
        Fields((("seen", Cell("on track", "good")), ("city", Cell("[/bold]")))),
        Entries((Entry("due", "marcus", "never met", "boardroom plan marcus WHEN"),)),
    )

    assert shown == (
        "Marcus Ojo  marcus · Finance\n"
        "Notes\n"
        "seen\ton track\n"
        "city\t[/bold]\n"
        "due\tmarcus\tnever met\tboardroom plan marcus WHEN\n"
    )  # fmt: skip


def test_the_users_own_lines_are_kept_and_never_wrapped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "10")

    assert (
        piped(Text("a long line of notes\n\n  and\tan \x1b[1mother"))
        == "a long line of notes\n\n  and\\tan \\x1b[1mother\n"
    )


def test_prose_wraps_at_eighty() -> None:
    assert piped(Prose("word " * 20)) == f"{('word ' * 16).strip()}\n{('word ' * 4).strip()}\n"


def test_prose_wraps_at_columns_and_keeps_days_and_long_words_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "20")

    shown = piped(Prose("booked on Tue 24 Nov 2026 15:30 at https://example.com/a/long/way"))

    assert shown == "booked on\nTue 24 Nov 2026 15:30\nat\nhttps://example.com/a/long/way\n"


def test_empty_prose_is_an_empty_line() -> None:
    assert piped(Prose("")) == "\n"


def test_what_a_page_has_for_a_pipe_goes_there_instead() -> None:
    assert (
        plain(Page((Prose("Nobody is on the board yet."),), (Prose("for a pipe"),)))
        == "for a pipe\n"
    )


def test_a_page_with_nothing_for_a_pipe_leaves_it_empty() -> None:
    assert plain(Page((Prose("Nobody is on the board yet."),), ())) == ""


@pytest.mark.parametrize(
    ("given", "width"),
    [("", 80), ("0", 80), ("-1", 80), ("wide", 80), ("²", 80), ("1", 1), ("132", 132)],
)
def test_an_odd_width_is_eighty(monkeypatch: pytest.MonkeyPatch, given: str, width: int) -> None:
    monkeypatch.setenv("COLUMNS", given)

    assert columns() == width
