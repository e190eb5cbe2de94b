"""Dates and counts in words, and the user's text made safe to print."""

from __future__ import annotations

import codecs
import os
from collections.abc import Mapping
from datetime import date

from boardroom.rules.day_format import format_day

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.rules.window_state import Clock

DRAW_IN_ASCII = "boardroom.draw_in_ascii"
"""The name of the error handler for terminals that lack some characters; see `draw_in_ascii`."""

OF_TODAY = "with today's names, windows and settings"
"""What a page of a past day does not take from that day."""
NOBODY = 'Nobody is on the board yet. Start with: boardroom advisor add "NAME"'
"""The text of an empty board."""


def safe(text: str) -> str:
    """The text with control characters and invisible ones as escapes, all else unchanged.

    What an emoji or a word needs between its characters stays; see `rules.characters`.
    """
    if text.isascii():
        return text if text.isprintable() else text.translate(_VISIBLE)
    # Not for a shell prompt, which prints counts alone.
    from boardroom.rules.characters import with_escapes  # noqa: PLC0415

    return with_escapes(text if text.isprintable() else text.translate(_VISIBLE), _escape)


def _escape(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def is_accessible() -> bool:
    """Whether the user asks for labelled lines instead of columns and drawings (`ACCESSIBLE`)."""
    return os.environ.get("ACCESSIBLE", "").lower() not in ("", "0", "false", "no")


def short_day(day: date, today: date) -> str:
    """“Tue 1 Sep”, with its year unless that is this year."""
    text = format_day(day)
    return text if day.year != today.year else text[:-5]


def clock_words(clock: Clock, window: str, today: date) -> str:
    """Where today is in a window: “39 days past 4-6w”, “due by Fri 27 Nov (4-6w)”."""
    match clock.state:
        case "overdue":
            return f"{plural(clock.days_overdue(today), 'day')} past {window}"
        case "due":
            return f"due by {short_day(clock.due_by, today)} ({window})"
        case _:
            due = "due" if clock.due_from == clock.due_by else "due from"
            return f"{due} {short_day(clock.due_from, today)} ({window})"


def their_time_words(on: date, at: str | None, zone: str | None) -> str:
    """“, 15:00 in Lisbon”: the time of a meeting for the other person, if it differs; or empty."""
    if at is None or zone is None:
        return ""
    from boardroom.rules.local_times import their_time  # noqa: PLC0415  zoneinfo, only where one is on file

    words = their_time(on, at, zone)
    return words and f", {words}"


def cut_to_line(text: str, limit: int) -> str:
    """The text on one line, cut at the end of a word if it is longer than `limit` characters."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    words = line[: limit + 1].rpartition(" ")[0]
    # Some scripts have no spaces.
    return f"{words if len(words) > limit // 2 else line[:limit]}…"


def iso(day: date | None) -> str | None:
    """A date in ISO format, for JSON."""
    return None if day is None else day.isoformat()


def plural(count: int, noun: str) -> str:
    """“1 day”, “3 days”, “2 pieces of advice”."""
    one, of, what = noun.partition(" of ")
    return f"{count} {noun}" if count == 1 else f"{count} {one}s{of}{what}"


def prompt_line(counts: Mapping[str, int]) -> str:
    """“2 overdue, 1 due”, for a shell prompt; empty if neither."""
    return ", ".join(
        f"{counts[severity]} {severity}" for severity in ("overdue", "due") if counts[severity]
    )


def draw_in_ascii(error: UnicodeError) -> tuple[str, int]:
    """Replaces characters that an encoding lacks: our own signs by ASCII, others by escapes.

    This is the codec error handler called `DRAW_IN_ASCII`.
    """
    assert isinstance(error, UnicodeEncodeError)
    missing = error.object[error.start : error.end]
    return "".join(
        _IN_ASCII.get(sign) or sign.encode("ascii", "backslashreplace").decode() for sign in missing
    ), error.end


codecs.register_error(DRAW_IN_ASCII, draw_in_ascii)
_IN_ASCII = {
    "·": "-",
    "▁": "_",
    "▄": "+",
    "█": "#",
    "━": "=",
    "●": "*",
    "→": ">",
    "“": '"',
    "”": '"',
    "…": "~",
}
_CONTROLS = (*range(0x20), 0x7F, *range(0x80, 0xA0))
_VISIBLE = {
    **{code: f"\\x{code:02x}" for code in _CONTROLS},
    **{code: f"\\u{code:04x}" for code in (0x2028, 0x2029)},
    ord("\n"): "\\n",
    ord("\r"): "\\r",
    ord("\t"): "\\t",
}
