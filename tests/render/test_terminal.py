from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from boardroom.render.formatting import safe
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
from boardroom.render.terminal import print_page

ODD = st.one_of(st.sampled_from("ab é王👨\u200d👩\u0301[]\\\x1b\n\t"), st.characters(codec="utf-8"))
ANY_TEXT = st.text(ODD, max_size=60).map(str.strip).filter(bool)
WIDTHS = st.integers(20, 130)


def drawn(*blocks: Block, width: int = 80) -> list[str]:
    console = Console(
        file=io.StringIO(),
        force_terminal=True,
        width=width,
        color_system=None,
        legacy_windows=False,
    )
    print_page(Page(blocks), console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue().split("\n")[:-1]


def coloured(*blocks: Block) -> str:
    console = Console(
        file=io.StringIO(),
        force_terminal=True,
        width=80,
        color_system="256",
        legacy_windows=False,
    )
    print_page(Page(blocks), console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


MEETINGS = (
    Column("id", fixed=True, lead=True),
    Column("with", lead=True),
    Column("on", fixed=True),
    Column("way", bare=True),
)


def table(*rows: tuple[str, ...], more: str = "") -> Table:
    return Table(MEETINGS, tuple(tuple(map(Cell, row)) for row in rows), more)


def entry(severity: str = "due", who: str = "Marcus Ojo", what: str = "never met") -> Entry:
    return Entry(severity, who, what, "boardroom plan marcus WHEN")


def test_an_empty_line_separates_blocks() -> None:
    assert drawn(
        Heading("Your board", (Cell("1 of 5"), Cell("full"))), Prose("One."), Text("Two\n  lines")
    ) == [
        "Your board  1 of 5 · full",
        "",
        "One.",
        "",
        "Two",
        "  lines",
    ]


def test_details_are_indented_below_their_row() -> None:
    rows = table(("m1", "Ana", "Tue 1 Sep", ""), ("m2", "Bo", "Wed 2 Sep", "")).rows
    pieces = (Cell("due by Fri 27 Nov", "quiet"), Cell("agenda 2"), Cell(""), Cell("goal g1"))
    below = Table(MEETINGS, rows, below=(pieces, ()))

    assert drawn(below, width=32) == [
        "id  with  on",
        "m1  Ana   Tue 1 Sep",
        "  due by Fri 27 Nov · agenda 2",
        "  goal g1",
        "m2  Bo    Wed 2 Sep",
    ]
    assert drawn(below, width=18) == [
        "m1  Ana",
        "  on Tue 1 Sep",
        "  due by",
        "  Fri 27 Nov",
        "  agenda 2",
        "  goal g1",
        "m2  Bo",
        "  on Wed 2 Sep",
    ]


def test_a_table_is_aligned_without_empty_columns() -> None:
    assert drawn(
        table(("m1", "王小明", "Tue 1 Sep", ""), ("m12", "Ana", "", ""), more="3 older")
    ) == [
        "id   with    on",
        "m1   王小明  Tue 1 Sep",
        "m12  Ana",
        "",
        "3 older",
    ]


def test_empty_titles_take_no_line() -> None:
    assert drawn(Table((Column(""), Column("")), ((Cell("a"), Cell("b")),))) == ["a  b"]


def test_a_fixed_column_is_never_wrapped() -> None:
    assert drawn(
        table(("m12345", "Marcus Aurelius Ojo", "Tue 24 Nov 2026 15:30", "coffee")), width=50
    ) == [
        "id      with         on                     way",
        "m12345  Marcus       Tue 24 Nov 2026 15:30  coffee",
        "        Aurelius",
        "        Ojo",
    ]


def test_a_table_that_is_too_wide_is_stacked() -> None:
    rows = (
        ("m12345", "Marcus Aurelius Ojo", "Tue 24 Nov 2026 15:30", "a long walk"),
        ("m2", "Ana", "", "call"),
    )

    assert drawn(table(*rows, more="3 older"), width=40) == [
        "m12345  Marcus Aurelius Ojo",
        "  on Tue 24 Nov 2026 15:30 · a long walk",
        "m2  Ana",
        "  call",
        "",
        "3 older",
    ]
    assert drawn(table(*rows), width=39) == [
        "m12345  Marcus Aurelius Ojo",
        "  on Tue 24 Nov 2026 15:30",
        "  a long walk",
        "m2  Ana",
        "  call",
    ]


@pytest.mark.parametrize(
    "block",
    [
        Fields((("agreed", Cell("nothing yet: boardroom agreement set ana")),)),
        Table(
            (Column("what"), Column("next")),
            (
                (Cell("nothing is agreed with Ana Lima"), Cell("boardroom agreement set ana")),
                (Cell("nobody helps with the charity"), Cell("boardroom goal link g3 WHO")),
            ),
        ),
        Prose("Nothing is agreed with Ana: boardroom agreement set ana"),
        Text("Nothing is agreed with Ana: boardroom agreement set ana"),
    ],
)
@pytest.mark.parametrize("width", [36, 40, 46, 60])
def test_a_command_is_never_broken_where_it_fits(block: Block, width: int) -> None:
    lines = drawn(block, width=width)

    assert [line for line in lines if "boardroom agreement set ana" in line]
    assert max(map(len, lines)) <= width


def test_a_word_is_whole_where_other_columns_have_room() -> None:
    table = Table(
        (Column("who"), Column("file"), Column("what")),
        (
            (
                Cell("Konstantinopoulou-Brandt"),
                Cell("before-purge.db"),
                Cell("a copy that was made before a person was purged from the board"),
            ),
        ),
    )

    assert drawn(table, width=64)[:3] == [
        "who                       file             what",
        "Konstantinopoulou-Brandt  before-purge.db  a copy that was made",
        "                                           before a person was",
    ]


def test_a_column_has_a_least_width() -> None:
    wordy = Table(
        (Column("id", fixed=True, lead=True), Column("what", least=24)),
        ((Cell("a1"), Cell("Saying no to the steering group")),),
    )

    assert drawn(wordy, width=28) == ["id  what", "a1  Saying no to the", "    steering group"]
    assert drawn(wordy, width=27) == ["a1", "  what Saying no to the", "  steering group"]


def test_fields_are_aligned_and_wrap_beside_their_label() -> None:
    assert drawn(
        Fields(
            (("seen", Cell("overdue by 19 days, since Mon 2 Nov 2026")), ("their goals", Cell("")))
        ),
        width=40,
    ) == [
        "seen         overdue by 19 days, since",
        "             Mon 2 Nov 2026",
        "their goals",
    ]


def test_a_label_may_be_what_the_user_typed() -> None:
    assert drawn(Fields((("Eve \x1b[31m", Cell("new")),)), width=40) == ["Eve \\x1b[31m  new"]


ENTRIES = Entries(
    (
        entry("overdue", "Ana", "last met Mon 21 Sep, 19 days past 4-6w"),
        entry(what="never met"),
        entry(who="👨‍👩‍👧‍👦 Família Araújo Lobo"),
    )
)


def test_an_entry_takes_two_lines() -> None:
    assert drawn(ENTRIES, width=60) == [
        "overdue  Ana                 last met Mon 21 Sep, 19 days",
        "                             past 4-6w",
        "                             boardroom plan marcus WHEN",
        "",
        "due      Marcus Ojo          never met",
        "                             boardroom plan marcus WHEN",
        "         👨‍👩‍👧‍👦 Família Araújo   never met",
        "         Lobo                boardroom plan marcus WHEN",
    ]


def test_an_entry_takes_one_line_on_a_wide_screen() -> None:
    command = "boardroom plan marcus WHEN"
    assert drawn(ENTRIES, width=108) == [
        f"overdue  Ana                 last met Mon 21 Sep, 19 days past 4-6w  {command}",
        "",
        f"due      Marcus Ojo          never met                               {command}",
        f"         👨‍👩‍👧‍👦 Família Araújo   never met                               {command}",
        "         Lobo",
    ]


def test_entries_are_indented_on_a_narrow_screen() -> None:
    assert drawn(ENTRIES, width=30) == [
        "overdue",
        "  Ana",
        "    last met Mon 21 Sep, 19",
        "    days past 4-6w",
        "    boardroom plan marcus WHEN",
        "",
        "due",
        "  Marcus Ojo",
        "    never met",
        "    boardroom plan marcus WHEN",
        "  👨‍👩‍👧‍👦 Família Araújo Lobo",
        "    never met",
        "    boardroom plan marcus WHEN",
    ]


@pytest.mark.parametrize(
    ("role", "code"),
    [
        ("overdue", "1;38;5;163"),
        ("due", "38;5;131"),
        ("soon", "38;5;63"),
        ("good", "38;5;29"),
        ("strong", "1"),
        ("quiet", "38;5;243"),
    ],
)
def test_a_role_has_its_style(role: str, code: str) -> None:
    assert coloured(Table((Column(""),), ((Cell("word", role),),))) == f"\x1b[{code}mword\x1b[0m\n"


def test_a_cell_without_a_role_has_no_style() -> None:
    assert coloured(Table((Column(""),), ((Cell("word"),),))) == "word\n"


@given(ANY_TEXT, ANY_TEXT, WIDTHS)
def test_no_line_is_wider_than_the_screen(one: str, two: str, width: int) -> None:
    shown = drawn(
        Heading(one, (Cell(two),)),
        Table(
            (Column("with", lead=True), Column("what"), Column("", bare=True)),
            ((Cell(one), Cell(two), Cell(two)),),
        ),
        Fields((("label", Cell(one)),)),
        Entries((Entry("overdue", one, two, one), Entry("soon", two, one, two))),
        Prose(one),
        Text(two),
        width=width,
    )

    assert [line for line in shown if cell_len(line) > width] == []
    assert [line for line in shown if line != line.rstrip(" ")] == []


@pytest.mark.parametrize("width", range(1, 8))
def test_a_very_narrow_screen_shows_every_letter(width: int) -> None:
    shown = drawn(
        Entries((Entry("due", "王小明", "never met", "boardroom"),)),
        Fields((("seen", Cell("due")),)),
        width=width,
    )

    assert "".join("".join(shown).split()) == "due王小明nevermetboardroomseendue"


@given(ANY_TEXT, st.integers(1, 130))
def test_every_letter_of_the_users_text_is_shown(text: str, width: int) -> None:
    blocks = (
        Prose(text),
        Fields((("", Cell(text)),)),
        Entries((Entry("due", "", text, ""),)),
        Table((Column(""),), ((Cell(text),),)),
    )

    for block in blocks:
        shown = "".join("".join(drawn(block, width=width)).removeprefix("due").split())
        assert shown == "".join(safe(text).split())
