"""A day with or without a time, and the errors for one whose year would be guessed wrong."""

from __future__ import annotations

from datetime import date

from boardroom.errors import BadInput
from boardroom.record import Record
from boardroom.rules.day_format import MONTHS, format_day, from_today


class Moment(Record):
    """A day, a time of that day as `15:30` if one was given, and the minutes that a range lasts."""

    on: date
    at: str | None
    minutes: int | None = None


class TimeAlone(BadInput):
    """A time of day without a day; `at` and `minutes` are those of a `Moment`."""

    def __init__(self, as_typed: str, at: str, minutes: int | None) -> None:
        self.at = at
        self.minutes = minutes
        super().__init__(f"{as_typed} is a time without a day.", f"Add the day: today {at}.")


class JustPassed(BadInput):
    """A day without a year has just passed, so looking ahead would make it one of next year.

    `was` is the day that has passed, and `other` the one of next year, if the text names one. A
    command with something better to say builds its own hint from `day` and `next_year`.
    """

    def __init__(self, was: Moment, other: Moment | None, *, today: date) -> None:
        self.was = was
        self.day = f"{was.on.day} {MONTHS[was.on.month - 1][:3]}"
        self.next_year = _in_other_year(was, other, 1)
        super().__init__(
            f"{self.day} was {from_today(was.on, today)}.",
            f"Write the year: {format_day(was.on, was.at)}, or {self.next_year}.",
        )


class StillAhead(BadInput):
    """A day without a year is soon to come, so looking back would make it one of last year.

    `ahead` is the day to come, and `other` the one of last year, if the text names one. A command
    with something better to say builds its own hint from `day` and `last_year`.
    """

    def __init__(self, ahead: Moment, other: Moment | None, *, today: date) -> None:
        self.ahead = ahead
        self.day = f"{ahead.on.day} {MONTHS[ahead.on.month - 1][:3]}"
        self.last_year = _in_other_year(ahead, other, -1)
        super().__init__(
            f"{self.day} is {from_today(ahead.on, today)}, and only a past day fits here.",
            f"If it was {self.last_year}, write the year.",
        )


def _in_other_year(moment: Moment, other: Moment | None, step: int) -> str:
    """The `other` moment, else the same day of the next year that has it, or of the last."""
    if other is not None:
        return format_day(other.on, other.at)
    year = moment.on.year + step
    while True:  # 29 February is in every fourth year at most, or every eighth
        try:
            return format_day(moment.on.replace(year=year), moment.at)
        except ValueError:
            year += step
