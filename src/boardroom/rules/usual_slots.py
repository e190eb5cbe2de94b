"""Usual slots: when the user and a person usually meet, like `thu 16:00` or `first tue 16:00`.

They are kept as recurrence rules (RFC 5545), which dateutil expands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from boardroom.errors import BadInput
from boardroom.rules.clock_times import parse_clock_time, split_time
from boardroom.rules.days_of_month import PLACES, WEEKDAY, WEEKDAY_NUMBERS
from boardroom.rules.moments import Moment
from boardroom.rules.text import quoted

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PLACE_WORDS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_SLOT = (  # patterns are compiled by `re` when first used
    rf"(?:on )?(?:the |every )?(?:(?P<place>{'|'.join(PLACES)}) )?{WEEKDAY}s?"
    r"(?: (?:of|in) (?:the|every|each) month)?"
)
_RULE = (
    r"FREQ=(?:WEEKLY|MONTHLY);BYDAY=(?P<place>-1|[1-4])?(?P<day>MO|TU|WE|TH|FR|SA|SU)"
    r"(?:;BYHOUR=(?P<hour>[0-9]{1,2});BYMINUTE=(?P<minute>[0-9]{1,2}))?"
)
_HINT = "Write it like 'thu 16:00' or 'first tue 16:00'."
_FURTHER = timedelta(days=120)
"""How far behind a window its next slot is looked for."""


def parse_usual(text: str) -> str:
    """Parses a slot into its recurrence rule, like `FREQ=WEEKLY;BYDAY=TH;BYHOUR=16;BYMINUTE=0`.

    The time may be missing.

    Raises:
        BadInput: the text is not a weekday, or the time is not one.
    """
    words = " ".join(text.lower().split())
    day, clock = split_time(words)
    shape = re.fullmatch(_SLOT, day)
    if shape is None:
        raise BadInput(f"{quoted(text.strip())} is not a usual slot.", _HINT)
    at = parse_clock_time(clock).at if clock else None
    return _rule(WEEKDAY_NUMBERS[shape["weekday"]], at, place=PLACES.get(shape["place"]))


def weekly_slot(weekday: int, at: str | None) -> str:
    """The rule of a slot every week; `weekday` is 0 on Mondays, `at` like `16:00`."""
    return _rule(weekday, at)


def check_rule(rule: str) -> str:
    """Returns a stored rule.

    Raises:
        BadInput: it is not one that `parse_usual` makes.
    """
    if not re.fullmatch(_RULE, rule):
        raise BadInput(f"{quoted(rule)} is not the recurrence rule of a usual slot.", _HINT)
    return rule


def usual_words(rule: str) -> str:
    """A rule in words: “thu 16:00”, “first tue”; a rule of another form as it is."""
    shape = re.fullmatch(_RULE, rule)
    if shape is None:
        return rule
    place = f"{_PLACE_WORDS[int(shape['place'])]} " if shape["place"] else ""
    at = "" if shape["hour"] is None else f" {int(shape['hour']):02}:{int(shape['minute']):02}"
    return f"{place}{_DAY_NAMES[_DAYS.index(shape['day'])]}{at}"


def next_slots(
    rule: str, due_from: date, due_by: date, taken: Iterable[date], *, today: date
) -> list[Moment]:
    """The slots to propose: from today on, inside a window, on days with nothing planned.

    Where none falls inside: the last before the window's end that is still ahead, else the first
    after it. Empty if all of the next four months is taken.
    """
    busy = set(taken)
    for first, last, part in (
        (max(due_from, today), due_by, slice(None)),
        (today, due_by, slice(-1, None)),
        (max(due_by, today), max(due_by, today) + _FURTHER, slice(1)),
    ):
        free = [slot for slot in _slots(rule, first, last) if slot.on not in busy]
        if free:
            return free[part]
    return []


def _rule(weekday: int, at: str | None, *, place: int | None = None) -> str:
    frequency = "WEEKLY" if place is None else "MONTHLY"
    rule = f"FREQ={frequency};BYDAY={place or ''}{_DAYS[weekday]}"
    if at is None:
        return rule
    hour, minute = at.split(":")
    return f"{rule};BYHOUR={int(hour)};BYMINUTE={int(minute)}"


def _slots(rule: str, first: date, last: date) -> list[Moment]:
    """The slots of a rule from `first` to `last`, both included."""
    from dateutil.rrule import rrulestr  # noqa: PLC0415  11 ms, where a slot is proposed alone

    start = datetime.combine(first, time())
    end = datetime.combine(last, time(23, 59))
    has_time = "BYHOUR" in rule
    return [
        Moment(moment.date(), f"{moment:%H:%M}" if has_time else None)
        for moment in rrulestr(check_rule(rule), dtstart=start).between(start, end, inc=True)
    ]
