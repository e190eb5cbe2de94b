"""Birthdays in other programs' files, which often lack their year."""

from __future__ import annotations

import re

from boardroom.formats.incoming.column_days import NAMED_WITHOUT_YEAR, NO_DAY, read_day
from boardroom.formats.incoming.month_names import month_of
from boardroom.formats.incoming.records import Birthday, shown
from boardroom.rules.calendar import days_in_month

_ISO_WITHOUT_YEAR = re.compile(r"(?:--(?P<m1>\d{2})-?(?P<d1>\d{2})|(?P<m2>\d{2})-(?P<d2>\d{2}))")


def read_birthday(cell: str, order: str | None, *, this_year: int) -> Birthday | None:
    """The birthday in a cell, perhaps without its year; None where a program writes none.

    Raises:
        ValueError: it is no day.
    """
    text = " ".join(cell.split())
    if not text or NO_DAY.fullmatch(text):
        return None
    if shape := _ISO_WITHOUT_YEAR.fullmatch(text):
        return _birthday(int(shape["m1"] or shape["m2"]), int(shape["d1"] or shape["d2"]), cell)
    for named in NAMED_WITHOUT_YEAR:
        shape = named.fullmatch(text)
        if shape and (number := month_of(shape["month"])):
            return _birthday(number, int(shape["day"]), cell)
    on = read_day(text, order).on
    if on.year > this_year:  # of two digits
        return Birthday(on.month, on.day, on.year - 100)
    return Birthday(on.month, on.day, on.year)


def _birthday(month: int, day: int, cell: str) -> Birthday:
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(2000, month)):
        raise ValueError(f"there is no {shown(cell)}")
    return Birthday(month, day)
