from __future__ import annotations

import io
import tracemalloc
from collections.abc import Iterator

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
    Rows,
    Table,
    Text,
    for_pipe,
)
from boardroom.render.plain import columns, print_plain
from tests.render import drawing


def piped(*blocks: Block) -> str:
    return drawing.piped(Page(blocks))


def test_a_table_is_tab_separated_with_its_empty_fields() -> None:
    table = Table(
        (Column("id"), Column("what"), Column("when")),
        ((Cell("m1"), Cell(""), Cell("Tue 1 Sep", "due")), (Cell("m2"),)),
        "3 more",
    )

    assert piped(table) == "m1\t\tTue 1 Sep\nm2\n"


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=5))
def test_a_row_is_one_line_whatever_it_holds(texts: list[str]) -> None:
    row = tuple(map(Cell, texts))

    shown = piped(Table((), (row,)))

    assert (len(shown.splitlines()), shown.count("\t"), shown[-1]) == (1, len(texts) - 1, "\n")
    assert drawing.piped(Page((), (Rows([texts]),))) == shown


def test_a_label_may_be_what_the_user_typed() -> None:
    assert piped(Fields((("Eve \x1b[31m", Cell("new")),))) == "Eve \\x1b[31m\tnew\n"


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


def test_text_keeps_its_line_breaks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "10")

    assert (
        piped(Text("a long line of notes\n\n  and\tan \x1b[1mother"))
        == "a long line of notes\n\n  and\\tan \\x1b[1mother\n"
    )


def test_prose_wraps_at_eighty() -> None:
    assert piped(Prose("word " * 20)) == f"{('word ' * 16).strip()}\n{('word ' * 4).strip()}\n"


def test_prose_wraps_at_columns_but_never_inside_a_date(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "20")

    shown = piped(Prose("booked on Tue 24 Nov 2026 15:30 at https://example.com/a/long/way"))

    assert shown == "booked on\nTue 24 Nov 2026 15:30\nat\nhttps://example.com/a/long/way\n"


def test_empty_prose_is_an_empty_line() -> None:
    assert piped(Prose("")) == "\n"


def test_a_page_may_have_other_blocks_for_a_pipe() -> None:
    assert (
        drawing.piped(Page((Prose("Nobody is on the board yet."),), (Prose("for a pipe"),)))
        == "for a pipe\n"
    )


def test_a_page_may_have_nothing_for_a_pipe() -> None:
    assert drawing.piped(Page((Prose("Nobody is on the board yet."),), ())) == ""


@pytest.mark.parametrize(
    ("given", "width"),
    [("", 80), ("0", 80), ("-1", 80), ("wide", 80), ("²", 80), ("1", 1), ("132", 132)],
)
def test_an_invalid_width_is_eighty(
    monkeypatch: pytest.MonkeyPatch, given: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", given)

    assert columns() == width


def test_a_page_is_printed_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    print_plain(Page((Prose("Nothing is due."),)))

    assert capsys.readouterr().out == "Nothing is due.\n"


def test_a_long_table_is_written_while_its_rows_are_made() -> None:
    out = io.StringIO()
    written = []

    def rows() -> Iterator[tuple[int, None]]:
        for number in range(1_000):
            written.append(out.getvalue().count("\n"))
            yield number, None

    print_plain(Page((), (for_pipe(rows()),)), out)

    assert out.getvalue() == "".join(f"{number}\t\n" for number in range(1_000))
    assert max(number - count for number, count in enumerate(written)) <= 100


def test_a_long_table_takes_no_memory() -> None:
    class Sink(io.StringIO):
        def write(self, text: str) -> int:
            return len(text)

    tracemalloc.start()
    print_plain(Page((), (for_pipe((number, "text") for number in range(20_000)),)), Sink())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert peak < 500_000
