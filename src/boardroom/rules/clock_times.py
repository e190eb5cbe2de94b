"""Times of day as people type them: `15:30`, `15.30`, `3pm`, `15h`, `noon`, a range `9:00-10:00`.

The part of the grammar in `dates` that finds a time before or after a day, and reads it.
"""

from __future__ import annotations

import re

from boardroom.errors import BadInput
from boardroom.record import Record
from boardroom.rules.calendar_dates import MONTH_NUMBERS
from boardroom.rules.text import quoted
from boardroom.rules.windows import NUMBER_WORDS

_HINT = "Write it like 15:30, 3pm or 3:30pm."
# Loose where nothing but a time is meant, so that 25:00 is refused as a time and not as a day.
_LOOSE = (
    r"[0-9]+:\S*(?: ?[ap]m)?|[0-9]{1,2}\.[0-9]{2}(?: ?[ap]m)?|[0-9]+ ?[ap]m"
    r"|[0-9]{1,2}h(?:[0-9]{2})?|noon|midday"
)
_TO = r"(?: ?[-–] ?| to )"
_RANGE = (
    rf"(?:from )?(?:[0-9]{{1,2}}(?:[:.h][0-9]{{2}}|h)?(?: ?[ap]m)?|noon|midday){_TO}"
    r"(?:[0-9]{1,2}(?:[:.h][0-9]{2}|h)(?: ?[ap]m)?|[0-9]{1,2} ?[ap]m|noon|midday)"
)
# Patterns are compiled by `re` when first used: all of these at once would take 1.3 ms.
_LAST = rf"(?:(?P<day>.*?\S) )??(?:at )?(?P<time>{_RANGE}|{_LOOSE})"
_AFTER_AT = (
    rf"(?:(?P<day>.*\S) )?at (?P<time>[^ ]*[0-9][^ ]*|{'|'.join(NUMBER_WORDS)}|half|midnight)"
)
_FIRST = rf"(?:at )?(?P<time>{_RANGE}|{_LOOSE}) (?P<day>\S.*)"
_CLOCK = r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-5][0-9])|(?P<h>h))? ?(?P<half>[ap]m)?"
_DOTTED = r"[0-9]{1,2}\.[0-9]{2}"
# “thu 9-10”; after a month alone, the numbers are days.
_WHOLE_HOURS = rf"(?P<day>.*?\S) (?P<time>(?:from )?[0-9]{{1,2}}{_TO}[0-9]{{1,2}})"
_FIRST_HOUR = 8
"""The first whole hour that is not one of the afternoon too."""


class ClockTime(Record):
    """A time of day as `15:30`, and the minutes that a range lasts."""

    at: str
    minutes: int | None


def split_time(words: str) -> tuple[str, str | None]:
    """The day and the time in lower-case, single-spaced `words`; either may be missing."""
    for form in (_LAST, _FIRST, _AFTER_AT):
        if shape := re.fullmatch(form, words):
            return shape["day"] or "", shape["time"]
    hours = re.fullmatch(_WHOLE_HOURS, words)
    if hours and hours["day"].rstrip(".") not in MONTH_NUMBERS:
        return hours["day"], hours["time"]
    return words, None


def parse_clock_time(time: str) -> ClockTime:
    """Reads a time that `split_time` found.

    Raises:
        BadInput: there is no such time, or a range ends before it begins.
    """
    ends = [end.strip() for end in re.split(_TO, time.removeprefix("from "))]
    if len(ends) != 2 or not all(ends):
        return ClockTime(_format(_minute_of(time, time)), None)
    start, end = ends
    if start.isdigit() and end.isdigit():
        if int(start) < _FIRST_HOUR:
            raise BadInput(
                f"{quoted(time)} may be in the morning or in the afternoon.",
                "Write it like 14:00-15:00 or 2-3pm.",
            )
        start, end = f"{start}:00", f"{end}:00"
    if start.isdigit() and end.endswith("m"):
        start += end[-2:]  # 3-4pm
    first, last = _minute_of(start, time), _minute_of(end, time)
    if last <= first:
        raise BadInput(f"{quoted(time)} ends before it begins.", "Write it like 9:00-10:00.")
    return ClockTime(_format(first), last - first)


def _minute_of(text: str, time: str) -> int:
    """The minute of the day that `text` names; the whole `time` is quoted where it names none."""
    if text in ("noon", "midday"):
        return 12 * 60
    shape = re.fullmatch(_CLOCK, text)
    hour, half = (int(shape["hour"]), shape["half"]) if shape else (24, None)
    minute = shape and shape["minute"]
    in_range = 1 <= hour <= 12 if half else hour <= 23 and (minute or (shape and shape["h"]))
    if not in_range:
        hint = f"{_HINT} A date ends in a dot: {time}." if re.fullmatch(_DOTTED, time) else _HINT
        raise BadInput(f"{quoted(time)} is not a time of day.", hint)
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour * 60 + int(minute or 0)


def _format(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
