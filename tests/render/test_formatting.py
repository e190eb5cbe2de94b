from __future__ import annotations

import re
import unicodedata
from datetime import date

import pytest

from boardroom.render.formatting import DRAW_IN_ASCII, plural, safe, short_day


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"),
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("two\nlines\r\tand\x7f", "two\\nlines\\r\\tand\\x7f"),
        ("\x9b2J", "\\x9b2J"),
        ("\u202egnp.exe\u2066\u2069\u200f\u061c", "\\u202egnp.exe\\u2066\\u2069\\u200f\\u061c"),
        ("a\u2028b\u2029c", "a\\u2028b\\u2029c"),
    ],
)
def test_control_characters_are_made_visible(text: str, shown: str) -> None:
    assert safe(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "[/bold]",
        "O'Brien; DROP TABLE",
        "王小明",
        "👨‍👩‍👧‍👦",
        "Inês",
        "שלום",
        "a\u00a0b",
        "\\x1b",
        "",
    ],
)
def test_unusual_text_stays_literal(text: str) -> None:
    assert safe(text) == text


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [
        ("ascii", b'due - ---==*== > "caf\\xe9" ~'),
        ("latin-1", b'due \xb7 \xb7\xb7\xb7==*== > "caf\xe9" ~'),
        ("utf-8", "due · ···━━●━━ → “café” …".encode()),
    ],
)
def test_missing_characters_are_drawn_in_ascii(encoding: str, shown: bytes) -> None:
    assert "due · ···━━●━━ → “café” …".encode(encoding, DRAW_IN_ASCII) == shown


def harmless(character: str) -> bool:
    turning = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    return (
        unicodedata.category(character) not in {"Cc", "Zl", "Zp"}
        and unicodedata.bidirectional(character) not in turning
        and character not in "\u200e\u200f\u061c"
    )


def test_all_other_characters_are_literal() -> None:
    every = [chr(code) for code in range(0x30000) if not 0xD800 <= code < 0xE000]

    made_visible = {character for character in every if safe(character) != character}

    assert made_visible == {character for character in every if not harmless(character)}
    assert all(
        re.fullmatch(r"\\(x[0-9a-f]{2}|u[0-9a-f]{4}|[nrt])", safe(character))
        for character in made_visible
    )


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2026, 9, 1), "Tue 1 Sep"),
        (date(2026, 12, 31), "Thu 31 Dec"),
        (date(2027, 1, 1), "Fri 1 Jan 2027"),
        (date(2025, 12, 31), "Wed 31 Dec 2025"),
    ],
)
def test_a_date_has_its_year_unless_it_is_this_year(day: date, shown: str) -> None:
    assert short_day(day, date(2026, 11, 21)) == shown


@pytest.mark.parametrize(
    ("count", "noun", "text"),
    [
        *((0, "day", "0 days"), (1, "day", "1 day"), (2, "day", "2 days")),
        *(
            (1, "piece of advice", "1 piece of advice"),
            (2, "piece of advice", "2 pieces of advice"),
        ),
    ],
)
def test_a_count_of_one_is_singular(count: int, noun: str, text: str) -> None:
    assert plural(count, noun) == text
