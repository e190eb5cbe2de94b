"""Days counted within a month: `first monday of december`, `last day of next month`, `the 3rd`.

A part of the grammar in `dates`. Words are in lower case and single-spaced.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from boardroom.rules.calendar import add_months, days_in_month
from boardroom.rules.calendar_dates import MONTH, MONTH_NUMBERS, Toward, check_year
from boardroom.rules.day_format import WEEKDAYS

WEEKDAY_NUMBERS = {
    **{name.lower(): number for number, name in enumerate(WEEKDAYS)},
    **{name[:3].lower(): number for number, name in enumerate(WEEKDAYS)},
    "tues": 1,
    "thur": 3,
    "thurs": 3,
}
WEEKDAY = rf"(?P<weekday>{'|'.join(sorted(WEEKDAY_NUMBERS, key=len, reverse=True))})\.?"

PLACES = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "last": -1,
}
_NAMED = rf"{MONTH}(?: (?P<year>[0-9]{{4}}))?"
_OTHER = r"(?P<which>next|last) month"
_A_MONTH = rf"(?:(?:the |this )?month|{_OTHER}|{_NAMED})"
# Patterns, compiled by `re` when first used, as in `dates`.
_END = rf"(?:the )?(?:end|last day) of {_A_MONTH}"
_FIRST = rf"(?:the )?(?:first|1st)(?: day)? of (?:{_OTHER}|{_NAMED})"
_THE_NTH = r"the (?P<day>[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)"
_NTH_WEEKDAY = rf"(?:the )?(?P<place>{'|'.join(PLACES)}) {WEEKDAY} (?:(?:of|in) )?{_A_MONTH}"


def day_of_month(words: str, *, today: date, toward: Toward) -> date | None:
    """Parses a day of a month; None if the words have another form.

    Without a year it is the nearest from today on, or up to today. `month` alone is the current
    one, or at its end, looking back, the last.

    Raises:
        BadInput: the year is outside 1900 to 2200.
    """
    if shape := re.fullmatch(_END, words):
        if shape["month"] is None and shape["which"] is None and toward == "back":
            return today.replace(day=1) - timedelta(days=1)
        return _in_month(shape, today, toward, None, -1)
    if shape := re.fullmatch(_FIRST, words):
        return _in_month(shape, today, toward, None, 1)
    if shape := re.fullmatch(_NTH_WEEKDAY, words):
        weekday = WEEKDAY_NUMBERS[shape["weekday"]]
        return _in_month(shape, today, toward, weekday, PLACES[shape["place"]])
    if shape := re.fullmatch(_THE_NTH, words):
        return _nearest_month(int(shape["day"]), today, 1 if toward == "forward" else -1)
    return None


def _nearest_month(day: int, today: date, step: int) -> date:
    """The day of that number from today on, or up to today, in a month that has one."""
    month = today.replace(day=1)
    while True:
        has_day = day <= days_in_month(month.year, month.month)
        if has_day and (month.replace(day=day) - today).days * step >= 0:
            return month.replace(day=day)
        month = add_months(month, step)


def _in_month(
    shape: re.Match[str], today: date, toward: Toward, weekday: int | None, place: int
) -> date:
    """The day at that place of the month that the shape names."""
    if shape["month"] is None:
        step = {"next": 1, "last": -1}.get(shape["which"] or "", 0)
        month = add_months(today.replace(day=1), step)
        return _day_at(month.year, month.month, weekday, place)
    number = MONTH_NUMBERS[shape["month"]]
    if shape["year"] is not None:
        return _day_at(int(shape["year"]), number, weekday, place)
    step = 1 if toward == "forward" else -1
    on = _day_at(today.year, number, weekday, place)
    return (
        on if (on - today).days * step >= 0 else _day_at(today.year + step, number, weekday, place)
    )


def _day_at(year: int, month: int, weekday: int | None, place: int) -> date:
    """The first, second, … or last (-1) such weekday of a month, or day if it is None."""
    check_year(year)
    last = days_in_month(year, month)
    days = [date(year, month, day) for day in range(1, last + 1)]
    of_weekday = [day for day in days if weekday in (None, day.weekday())]
    return of_weekday[place - 1 if place > 0 else -1]
