"""The part of the grammar in `dates` for full dates: `2026-11-24`, `24 Nov`, `24/11/2026`.

Only a missing year is filled in from today; a number, a month or a year alone is refused.
"""

from __future__ import annotations

import re
from datetime import date

from boardroom.errors import BadInput
from boardroom.rules.calendar import days_in_month
from boardroom.rules.day_format import MONTHS, format_day
from boardroom.rules.text import quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Toward = Literal["forward", "back"]
else:  # typing takes 2.5 ms to import
    Toward = str

FIRST_YEAR = 1900
LAST_YEAR = 2200
FORMS = "Write it like 24 Nov, 2026-11-24, tue, next tue, in 3w or 3 weeks ago."

MONTH_NUMBERS = {
    **{name.lower(): number for number, name in enumerate(MONTHS, 1)},
    **{name[:3].lower(): number for number, name in enumerate(MONTHS, 1)},
    "sept": 9,
}
_MONTH_NAME = rf"(?:{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?"
MONTH = rf"(?P<month>{'|'.join(sorted(MONTH_NUMBERS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th|\.)?"
_DAY_OF_MONTH = r"[0-9]{1,2}(?:st|nd|rd|th|\.)?"
_YEAR = r"(?P<year>[0-9]{4})"
# Patterns are compiled by `re` when first used: all of these at once would take 1.6 ms.
_ISO = rf"{_YEAR}([/-])(?P<month>[0-9]{{1,2}})\2(?P<day>[0-9]{{1,2}})"
_NAMED = (
    rf"(?:the )?{_DAY}(?: of )?[ -]?{MONTH}(?:[ -]?{_YEAR})?",
    rf"{MONTH}[ -]?{_DAY}(?: {_YEAR})?",
)
_NUMERIC = rf"(?P<first>[0-9]{{1,2}})([/.-])(?P<second>[0-9]{{1,2}})\2{_YEAR}"
_WITHOUT_YEAR = (
    r"(?P<first>[0-9]{1,2})/(?P<second>[0-9]{1,2})",
    r"(?P<first>[0-9]{1,2})\. ?(?P<second>[0-9]{1,2})\.",
)
_SHORT_YEAR = (
    r"(?P<day>[0-9]{1,2}[/.-][0-9]{1,2}[/.-])(?P<year>[0-9]{2})",
    rf"(?P<day>(?:{_DAY_OF_MONTH}(?: of )?[ -]?{_MONTH_NAME}[ -]))'?(?P<year>[0-9]{{2}})",
)
_ONLY_A_MONTH = (
    rf"{MONTH}(?: {_YEAR})?",
    rf"{_YEAR}-(?P<month>0[1-9]|1[0-2])",
)
_ONLY_A_NUMBER = r"(?:the )?[0-9]+(?:st|nd|rd|th)?"


def parse_written_out(
    words: str, *, today: date, toward: Toward, date_order: str | None
) -> date | None:
    """Parses a full date. `words` are in lower case, single-spaced and without commas.

    Returns None if the words have another form.

    Raises:
        BadInput: the day does not exist, could be either of two, or is outside 1900 to 2200.
    """
    if shape := re.fullmatch(_ISO, words):
        return _day(int(shape["year"]), int(shape["month"]), int(shape["day"]))
    for named in _NAMED:
        if shape := re.fullmatch(named, words):
            month = MONTH_NUMBERS[shape["month"]]
            if shape["year"]:
                return _day(int(shape["year"]), month, int(shape["day"]))
            return _nearest_year(month, int(shape["day"]), today, toward)
    if shape := re.fullmatch(_NUMERIC, words):
        return _by_order(
            int(shape["first"]), int(shape["second"]), int(shape["year"]), words, date_order
        )
    for without_year in _WITHOUT_YEAR:
        if shape := re.fullmatch(without_year, words):
            month, day = _month_and_day(
                int(shape["first"]), int(shape["second"]), words, date_order
            )
            return _nearest_year(month, day, today, toward)
    _refuse_a_part_of_a_date(words)
    return None


def check_year(year: int) -> None:
    """Checks that a year is from 1900 to 2200.

    Raises:
        BadInput: it is not.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadInput(
            f"The year {year} is out of range: dates go from {FIRST_YEAR} to {LAST_YEAR}.",
            "Check the year, as in 24 Nov 2026.",
        )


def _day(year: int, month: int, day: int) -> date:
    check_year(year)
    if not 1 <= month <= 12:
        raise BadInput(
            f"There is no month {month}.",
            "Months go from 1 to 12; write the date like 2026-11-24 or 24 Nov 2026.",
        )
    last = days_in_month(year, month)
    if not 1 <= day <= last:
        raise _no_such_day(
            f"{MONTHS[month - 1]} {year}", day, f"{last} {MONTHS[month - 1][:3]} {year}"
        )
    return date(year, month, day)


def _nearest_year(month: int, day: int, today: date, toward: Toward) -> date:
    name = MONTHS[month - 1]
    longest = 29 if month == 2 else days_in_month(today.year, month)
    if not 1 <= day <= longest:
        raise _no_such_day(name, day, f"{days_in_month(today.year, month)} {name[:3]}")
    step = 1 if toward == "forward" else -1
    year = today.year
    # 29 February may be eight years away; a year out of range ends the loop at the latest.
    while True:
        check_year(year)
        if day <= days_in_month(year, month) and (date(year, month, day) - today).days * step >= 0:
            return date(year, month, day)
        year += step


def _by_order(first: int, second: int, year: int, words: str, date_order: str | None) -> date:
    """Reads `first` and `second` as day and month; the setting decides if both orders work."""
    if not (1 <= first <= 12 and 1 <= second <= 12):
        return _day(year, first, second) if second > 12 >= first else _day(year, second, first)
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if day_first != month_first and date_order is None:
        raise BadInput(
            f"{quoted(words)} could be {format_day(day_first)} or {format_day(month_first)}.",
            f"Write {format_day(day_first)}, or set the order:"
            " boardroom config set date_order dmy (or mdy).",
        )
    return month_first if date_order == "mdy" else day_first


def _month_and_day(first: int, second: int, words: str, date_order: str | None) -> tuple[int, int]:
    """As `_by_order`, but never without the setting: 26/11 may be a fraction or a score."""
    day, month = (second, first) if date_order == "mdy" else (first, second)
    if not 1 <= month <= 12 and 1 <= day <= 12:
        day, month = month, day
    if not 1 <= month <= 12:
        raise BadInput(
            f"There is no month {month}.",
            "Months go from 1 to 12; write the date like 2026-11-24 or 24 Nov 2026.",
        )
    if date_order is None:
        raise BadInput(
            f"{quoted(words)} is read only once the order of day and month is set.",
            f"Write {day} {MONTHS[month - 1][:3]}, or set it:"
            " boardroom config set date_order dmy (or mdy).",
        )
    return month, day


def _refuse_a_part_of_a_date(words: str) -> None:
    for short_year in _SHORT_YEAR:
        if shape := re.fullmatch(short_year, words):
            raise BadInput(
                f"{quoted(words)} has a year of two digits.",
                f"Write the year in full: {shape['day']}20{shape['year']}.",
            )
    for only_a_month in _ONLY_A_MONTH:
        if shape := re.fullmatch(only_a_month, words):
            month = shape["month"]
            name = MONTHS[(int(month) if month.isdigit() else MONTH_NUMBERS[month]) - 1][:3]
            day = f"24 {name} {shape['year']}" if shape["year"] else f"24 {name}"
            raise BadInput(f"{quoted(words)} is a month, not a day.", f"Say which day, like {day}.")
    if re.fullmatch(_ONLY_A_NUMBER, words):
        if len(words) == 4 and words.isdigit():
            raise BadInput(
                f"{quoted(words)} is a year, not a day.", "Say which day, like 24 Nov 2026."
            )
        raise BadInput(
            f"{quoted(words)} alone is not a date.",
            "Add the month, like 24 Nov, or say how long from now, like in 10d.",
        )


def _no_such_day(month: str, day: int, last: str) -> BadInput:
    ending = "th" if 10 <= day <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return BadInput(f"{month} has no {day}{ending}.", f"Its last day is {last}.")
