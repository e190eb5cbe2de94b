from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.render.wrapping import breaks, cells, wrap
from boardroom.rules.day_format import format_day


def lines(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in pairwise([0, *breaks(text, width), len(text)])]


def halves(word: str, width: int) -> list[str]:
    return [word[place : place + width] for place in range(0, len(word), width)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("due by Fri 27 Nov (4-6w)", ["due by ", "Fri 27 Nov ", "(4-6w)"]),
        ("since Thu 9 Apr 2026, as before", ["since ", "Thu 9 Apr 2026, ", "as before"]),
        ("met (Tue 24 Nov 2026 15:30) once", ["met ", "(Tue 24 Nov 2026 15:30) ", "once"]),
        ("on Sat 21 Nov at 15:30", ["on ", "Sat 21 Nov ", "at 15:30"]),
        ("Sun 1 Mon 2 Fri", ["Sun 1 Mon 2 ", "Fri"]),
        ("twelve chars and", ["twelve chars ", "and"]),
        ("exactly twelv", ["exactly ", "twelv"]),
        ("exactly twel", ["exactly twel"]),
        ("", [""]),
        ("  an  indent", ["  an  indent"]),
        ("unbreakable-word-of-its-own x", ["unbreakable-word-of-its-own ", "x"]),
    ],
)
def test_lines_break_between_words_but_not_inside_a_date(text: str, expected: list[str]) -> None:
    assert lines(text, 12) == expected


@given(st.text(st.sampled_from("ab 王-\u00a0")), st.integers(1, 12))
def test_only_a_long_word_makes_a_line_too_wide(text: str, width: int) -> None:
    shown = lines(text, width)

    assert "".join(shown) == text
    assert all(len(line.rstrip()) <= width or len(line.split()) == 1 for line in shown)


@given(st.text(st.sampled_from("ab 王-")), st.integers(1, 12))
def test_a_long_word_can_be_cut(text: str, width: int) -> None:
    places = [0, *breaks(text, width, cut=halves), len(text)]

    assert all(
        len(text[start:end].rstrip()) <= width
        for start, end in pairwise(places)
        if text[start:end].strip()
    )


@given(
    st.dates(date(1900, 1, 1), date(2200, 12, 31)),
    st.sampled_from([None, "09:05", "15:30"]),
    st.integers(1, 40),
    st.text("ab ", max_size=30),
)
def test_a_date_is_never_broken(on: date, at: str | None, width: int, around: str) -> None:
    day = format_day(on, at)

    assert any(
        re.search(rf"(^| ){day}", line) for line in lines(f"{around} {day}, {around}", width)
    )


COMMAND = "boardroom advisor show marcus"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fits in here.", ["It fits in here."]),
        ("Two words more than fit in here.", ["Two words more than", "fit in here."]),
        (f"Not here. See: {COMMAND}", ["Not here. See:", COMMAND]),
        (f"Not here (see {COMMAND}).", ["Not here (see", f"{COMMAND})"]),
        (f"Write {COMMAND} or {COMMAND}.", ["Write", COMMAND, f"or {COMMAND}"]),
        (f"Done on Sat 21 Nov 2026 · {COMMAND}", ["Done on", "Sat 21 Nov 2026", COMMAND]),
        (
            "Say: boardroom log ana 'met (at last). Good'",
            ["Say:", "boardroom log ana 'met (at last). Good'"],
        ),
        (
            "boardroom undo takes it all back for you",
            ["boardroom undo", "takes it all back", "for you"],
        ),
        (
            "made by a newer boardroom (of tomorrow)",
            ["made by a newer", "boardroom (of", "tomorrow)"],
        ),
        ("王小明 王小明 王小明 王", ["王小明 王小明 王小明", "王"]),
    ],
)
def test_a_message_breaks_around_its_commands(text: str, expected: list[str]) -> None:
    assert wrap(text, 20).splitlines() == expected


def test_wide_and_combining_characters_are_counted_as_a_terminal_does() -> None:
    assert [cells(text) for text in ("ana", "Zoë", "Zoe\u0308", "王", "🙂")] == [3, 3, 3, 2, 2]


def test_prose_keeps_a_command_whole_where_it_fits() -> None:
    text = "Nothing yet. Add one: boardroom goal add TITLE, or not"

    places = [0, *breaks(text, 30, whole_commands=True), len(text)]

    assert [text[start:end] for start, end in pairwise(places)] == [
        "Nothing yet. Add one: ",
        "boardroom goal add TITLE, or ",
        "not",
    ]


@pytest.mark.parametrize(
    "command",
    [
        'eval "$(boardroom completion bash)"',
        "boardroom completion fish | source",
        "rm /home/ana/drafts/log-marcus.md",
        "rm '/home/ana b/log-marcus.md' /home/ana/x.md",
    ],
)
def test_a_line_to_copy_is_never_broken(command: str) -> None:
    text = f"This adds a line to the new file /home/ana/.profile: {command}. It needs --yes."

    assert command in wrap(text, 50).splitlines()


def test_a_command_too_long_for_the_screen_breaks_between_its_words() -> None:
    text = "Add: boardroom goal add TITLE"

    places = [0, *breaks(text, 20, cut=halves, whole_commands=True), len(text)]

    assert [text[start:end] for start, end in pairwise(places)] == [
        "Add: boardroom goal ",
        "add TITLE",
    ]


@pytest.mark.parametrize("whole", ["24 Nov", "9 Apr 2027", "2 due", "12 overdue", "1 soon"])
def test_a_line_breaks_before_a_date_or_a_count_and_not_within(whole: str) -> None:
    assert wrap(f"The list: {whole}", 12) == f"The list:\n{whole}"
