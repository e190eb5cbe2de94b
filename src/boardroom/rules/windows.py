"""Lengths of time as users type them: a span (`14d`), a window (`4-6w`), minutes (`1h30`).

The prompt line parses some at every run, so this does not use `re`. Counts are limited to 999, so
that no sum leaves the calendar.
"""

from __future__ import annotations

from datetime import date, timedelta

from boardroom.errors import BadInput
from boardroom.record import Record
from boardroom.rules.calendar import add_months
from boardroom.rules.text import quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    S = TypeVar("S")
    T = TypeVar("T")

UNITS = {
    "d": "d",
    "day": "d",
    "days": "d",
    "w": "w",
    "week": "w",
    "weeks": "w",
    "m": "m",
    "month": "m",
    "months": "m",
}
"""The units of a span, by the words for them."""

NUMBER_WORDS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
}
"""The numbers that may be written as words."""

DAY_MINUTES = 1440

_MINUTES = ("", "m", "min", "mins", "minute", "minutes")
_HOURS = ("hours", "hour", "hrs", "hr")
_WINDOW_WORDS = {
    "weekly": "1w",
    "fortnightly": "2w",
    "every other week": "2w",
    "monthly": "1m",
    "every other month": "2m",
    "quarterly": "3m",
    "yearly": "12m",
}
_LARGEST = 999
_UNITS_HINT = "Use d, w or m: days, weeks or calendar months."
_MINUTES_HINT = "Write it like 45m, 90, 1h or 1h30."


class Span(Record):
    """A length of time in days (`d`), weeks (`w`) or calendar months (`m`); see `add_months`."""

    count: int  # type: ignore[assignment]  # hides tuple.count, which has no use here
    unit: str

    def after(self, day: date) -> date:
        """The day this long after `day`."""
        return _step(day, self.count, self.unit)

    def before(self, day: date) -> date:
        """The day this long before `day`."""
        return _step(day, -self.count, self.unit)

    def __str__(self) -> str:
        return f"{self.count}{self.unit}"


class Window(Record):
    """How often to meet, as a range from the shortest to the longest wait, in one unit."""

    shortest: Span
    longest: Span

    def __str__(self) -> str:
        return (
            str(self.longest)
            if self.shortest == self.longest
            else f"{self.shortest.count}-{self.longest}"
        )


def stored(parse: Callable[[S], T], value: S) -> T:
    """Parses a value that the board holds, which only another program can have made invalid.

    Raises:
        ValueError: it is invalid; no bad input of the user's.
    """
    try:
        return parse(value)
    except BadInput as error:
        raise ValueError(error.message) from error


def parse_span(text: str, what: str = "a length of time") -> Span:
    """Parses a span like `14d`, `2w`, `1m` or `2 weeks`; `0d` is a valid one.

    Raises:
        BadInput: the text is empty, not a number with a unit, or over 999. The message calls
            the value `what`.
    """
    hint = "Write a number and a unit, like 14d, 2w or 1m."
    if not text.strip():
        raise BadInput(f"{_capital(what)} can't be empty.", hint)
    digits, unit = _count_and_unit(text)
    if not digits or (unit and not unit.isalpha()):
        raise BadInput(f"{quoted(text)} is not {what}.", hint)
    return Span(_count(digits, text), _unit(unit, text))


def parse_window(text: str) -> Window:
    """Parses a window like `4-6w`, `6w` (which is `6-6w`), `monthly` or `every 4 weeks`.

    Raises:
        BadInput: the text is empty, not a range with one unit, backwards, or starts at zero.
    """
    hint = "Write it like 4-6w, 6-12m or 6w."
    as_typed = quoted(text.strip())
    ends = [_count_and_unit(end) for end in _plain_window(text).replace("–", "-").split("-")]
    if not text.strip():
        raise BadInput("A window can't be empty.", hint)
    (first, first_unit), (last, last_unit) = ends[0], ends[-1]
    if (
        len(ends) > 2
        or not first
        or not last
        or any(unit and not unit.isalpha() for _, unit in ends)
    ):
        raise BadInput(f"{as_typed} is not a window.", hint)
    unit = _unit(last_unit, text)
    if first_unit and _unit(first_unit, text) != unit:
        raise BadInput(f"{as_typed} mixes two units.", "Write both ends in one unit, like 4-6w.")
    shortest, longest = _count(first, text), _count(last, text)
    if shortest == 0 or longest == 0:
        raise BadInput(
            f"{as_typed} leaves no time between meetings.", "Start at 1 or more, like 1-2w."
        )
    if shortest > longest:
        raise BadInput(
            f"{as_typed} is backwards.",
            f"Write the shorter wait first: {longest}-{shortest}{unit}.",
        )
    return Window(Span(shortest, unit), Span(longest, unit))


def parse_minutes(text: str) -> int:
    """Parses minutes, 1 to 1440, from `60m`, `90`, `1h`, `1h30`, `1h30m`, `1.5h` or `1 hour`.

    Raises:
        BadInput: the text is empty, has another form, or is zero or longer than a day.
    """
    as_typed = quoted(text.strip())
    if not text.strip():
        raise BadInput("A length in minutes can't be empty.", _MINUTES_HINT)
    hours, has_hours, rest = _hours_and_rest(text)
    number, unit = _count_and_unit(rest)
    if not (hours.isascii() and hours.isdigit() and number and unit in _MINUTES):
        raise BadInput(f"{as_typed} is not a length in minutes.", _MINUTES_HINT)
    # The length is checked first: int() raises an error of its own for thousands of digits.
    if len(hours) > 9 or len(number) > 9 or int(hours) * 60 + int(number) > DAY_MINUTES:
        raise BadInput(f"{as_typed} is longer than a day.", _MINUTES_HINT)
    if has_hours and int(number) > 59:
        raise BadInput(
            f"{as_typed} is not a length in minutes: after the hours, minutes go from 0 to 59.",
            _MINUTES_HINT,
        )
    minutes = int(hours) * 60 + int(number)
    if minutes == 0:
        raise BadInput(f"{as_typed} is no time at all.", _MINUTES_HINT)
    return minutes


def _plain_window(text: str) -> str:
    """`monthly` and `every 4 weeks` as `1m` and `4 weeks`; any other text as it is."""
    words = " ".join(text.lower().split())
    if words in _WINDOW_WORDS:
        return _WINDOW_WORDS[words]
    every, _, length = words.partition(" ")
    if every != "every":
        return text
    first, _, unit = length.partition(" ")
    if length in UNITS:
        return f"1 {length}"
    return f"{NUMBER_WORDS[first]} {unit}" if first in NUMBER_WORDS else length


def _hours_and_rest(text: str) -> tuple[str, bool, str]:
    """The digits of the hours, whether hours are named, and what follows them."""
    words = text.strip().lower().replace(",", ".")
    for word in _HOURS:
        words = words.replace(word, "h")
    hours, has_hours, rest = words.partition("h")
    if not has_hours:
        return "0", False, hours
    hours = hours.strip()
    whole, _, part = hours.partition(".")
    if not rest and part.isascii() and part.isdigit() and len(part) <= 2:
        minutes, left = divmod(int(part) * 60, 10 ** len(part))
        if not left:
            return whole or "0", True, str(minutes)
    return str(NUMBER_WORDS.get(hours, hours)), True, rest or "0"


def _step(day: date, count: int, unit: str) -> date:
    if unit == "m":
        return add_months(day, count)
    return day + timedelta(days=count * 7 if unit == "w" else count)


def _count_and_unit(text: str) -> tuple[str, str]:
    """The leading ASCII digits, and the rest in lower case."""
    text = text.strip().lower()
    rest = text.lstrip("0123456789")
    return text[: len(text) - len(rest)], rest.strip()


def _count(digits: str, text: str) -> int:
    # The length is checked first: int() raises an error of its own for thousands of digits.
    if len(digits) > 9 or int(digits) > _LARGEST:
        raise BadInput(f"{quoted(text.strip())} is too long.", f"Use a number up to {_LARGEST}.")
    return int(digits)


def _unit(unit: str, text: str) -> str:
    if not unit:
        raise BadInput(f"{quoted(text.strip())} has no unit.", _UNITS_HINT)
    if unit not in UNITS:
        raise BadInput(f"{quoted(text.strip())} has an unknown unit.", _UNITS_HINT)
    return UNITS[unit]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
