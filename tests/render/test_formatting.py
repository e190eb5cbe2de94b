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


DRAWN = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd"
"""Format characters that a font draws."""
NEVER_DRAWN = (
    *("\u034f", "\u115f", "\u1160", "\u17b4", "\u17b5", "\u3164", "\uffa0"),
    *map(chr, (*range(0x180B, 0x1810), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))),
)
"""Fillers, and selectors with nothing before them."""


def harmless(character: str) -> bool:
    if unicodedata.category(character) in {"Cc", "Zl", "Zp", "Cf"}:
        return character in DRAWN
    return character not in NEVER_DRAWN


def test_all_other_characters_are_literal() -> None:
    codes = (*range(0xD800), *range(0xE000, 0x30000), *range(0xE0001, 0xE01F0))
    every = [chr(code) for code in codes if unicodedata.category(chr(code)) != "Cn"]

    made_visible = {character for character in every if safe(character) != character}

    assert made_visible == {character for character in every if not harmless(character)}
    assert all(
        re.fullmatch(r"\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|[nrt])", safe(character))
        for character in made_visible
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("pri\u200bcing", "pri\\u200bcing"),
        ("pri\u200dcing\u200c", "pri\\u200dcing\\u200c"),
        ("a\u00adb\u2060c\ufeffd\ufff9e", "a\\u00adb\\u2060c\\ufeffd\\ufff9e"),
        ("hi\U000e0041\U000e007f", "hi\\U000e0041\\U000e007f"),
        ("a\ufe0fb", "a\\ufe0fb"),
        ("❤\ufe0f\ufe0f", "❤\ufe0f\\ufe0f"),
        ("👨\u200d\u200d👩", "👨\\u200d\\u200d👩"),
        ("🏴\U000e0075\U000e0073\U000e007f", "🏴\\U000e0075\\U000e0073\\U000e007f"),
        ("می\u200c\u200cخواهم", "می\\u200c\\u200cخواهم"),
        ("\u3164", "\\u3164"),
        ("שלום\u200f", "שלום\\u200f"),
    ],
)
def test_what_nobody_sees_is_made_visible(text: str, shown: str) -> None:
    assert safe(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d💻",
        "🏳\ufe0f\u200d🌈",
        "❤\ufe0f\u200d🔥",
        "👩🏽\u200d🤝\u200d👨🏻",
        "🧔\u200d♂\ufe0f",
        "🙂\u200d↔\ufe0f",
        "🐦\u200d⬛",
        "1\ufe0f\u20e3",
        "‼\ufe0f",
        "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "می\u200cخواهم",
        "क्\u200dष",
        "ශ්\u200dරී",
        "葛\U000e0100",
        "\u0661\u06dd",
    ],
)
def test_what_an_emoji_or_a_word_needs_stays(text: str) -> None:
    assert safe(text) == text


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
