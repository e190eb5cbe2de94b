"""Usual slots: when the user and a person usually meet, like `thu 16:00` or `first tue 16:00`.

They are kept as recurrence rules (RFC 5545). This says them in words and finds the next ones; see
`typed_slots` for reading what a user types.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta

from boardroom.errors import BadInput
from boardroom.rules.moments import Moment
from boardroom.rules.text import quoted

HINT = "Write it like 'thu 16:00' or 'first tue 16:00'."
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_PLACE_WORDS = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
_RULE = (  # compiled by `re` when first used
    r"FREQ=(?:WEEKLY;BYDAY=|MONTHLY;BYDAY=(?P<place>-1|[1-4]))(?P<day>MO|TU|WE|TH|FR|SA|SU)"
    r"(?:;BYHOUR=(?P<hour>1?[0-9]|2[0-3]);BYMINUTE=(?P<minute>[1-5]?[0-9]))?"
)
_MONDAY, _FRIDAY, _SATURDAY = 0, 4, 5
_MAKE_A_WEEKEND_USUAL = 3
_FURTHER = timedelta(days=120)
"""How far behind a window its next slot is looked for."""
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)


def slot_rule(weekday: int, at: str | None, *, place: int | None = None) -> str:
    """The rule of a slot every week, or at a `place` of the month: 1 to 4, or -1 for the last.

    `weekday` is 0 on Mondays, and `at` a time like `16:00`.
    """
    frequency = "WEEKLY" if place is None else "MONTHLY"
    rule = f"FREQ={frequency};BYDAY={place or ''}{_DAYS[weekday]}"
    if at is None:
        return rule
    hour, minute = at.split(":")
    return f"{rule};BYHOUR={int(hour)};BYMINUTE={int(minute)}"


def check_rule(rule: str) -> str:
    """Returns a stored rule.

    Raises:
        BadInput: it is not one that `slot_rule` makes.
    """
    _parts(rule)
    return rule


def usual_words(rule: str) -> str:
    """A rule in words: “thu 16:00”, “first tue”; one of another form as it is."""
    try:
        place, weekday, at = _parts(rule)
    except BadInput:
        return rule
    words = (_PLACE_WORDS.get(place or 0), _DAY_NAMES[weekday], at)
    return " ".join(word for word in words if word)


def next_slots(
    rule: str,
    due_from: date,
    due_by: date,
    taken: Iterable[date],
    *,
    today: date,
    count: int = 1,
) -> list[Moment]:
    """The first `count` slots to propose, from today on, on days with nothing planned.

    The first inside the window; where none is, the last before its end that is still ahead. Then
    those after it. Fewer, or none, if all of the next four months is taken.
    """
    busy = set(taken)

    def free(first: date, last: date) -> list[Moment]:
        return [slot for slot in _slots(rule, first, last) if slot.on not in busy]

    slots = free(max(due_from, today), due_by) or free(today, due_by)[-1:]
    if len(slots) < count:
        after = max(due_by + _DAY, today)
        slots += free(after, after + _FURTHER)
    return slots[:count]


def habit_rule(met: Sequence[tuple[date, str | None]]) -> str:
    """The weekly slot that the last meetings, the newest first, make a habit.

    It is their commonest weekday, the newest of several, and the newest time that is known. One or
    two meetings at a weekend make none: then it is the commonest of the other days, else the day
    next to that weekend.
    """
    weekdays = [on.weekday() for on, _ in met]
    commonest = max(weekdays, key=weekdays.count)
    if commonest >= _SATURDAY and weekdays.count(commonest) < _MAKE_A_WEEKEND_USUAL:
        working = [day for day in weekdays if day < _SATURDAY]
        beside = _FRIDAY if commonest == _SATURDAY else _MONDAY
        commonest = max(working, key=working.count) if working else beside
    return slot_rule(commonest, next((at for _, at in met if at is not None), None))


def is_beside(rule: str, met: Sequence[date]) -> bool:
    """Whether a habit is on a day on which the two did not meet, beside a weekend when they did."""
    return _parts(rule)[1] not in {on.weekday() for on in met}


def _parts(rule: str) -> tuple[int | None, int, str | None]:
    """The place in the month, the weekday and the time of a rule.

    Raises:
        BadInput: it is not one that `slot_rule` makes.
    """
    shape = re.fullmatch(_RULE, rule)
    if shape is None:
        raise BadInput(f"{quoted(rule)} is not the recurrence rule of a usual slot.", HINT)
    place = int(shape["place"]) if shape["place"] else None
    at = shape["hour"] and f"{int(shape['hour']):02}:{int(shape['minute']):02}"
    return place, _DAYS.index(shape["day"]), at


def _slots(rule: str, first: date, last: date) -> Iterator[Moment]:
    """The slots of a rule from `first` to `last`, both included."""
    place, weekday, at = _parts(rule)
    if place is None:  # every seventh day needs no library
        on = first + timedelta(days=(weekday - first.weekday()) % 7)
        while on <= last:
            yield Moment(on, at)
            on += _WEEK
        return
    from dateutil.rrule import rrulestr  # noqa: PLC0415  11 ms, for slots of a month alone

    start, end = datetime.combine(first, time()), datetime.combine(last, time(23, 59))
    for moment in rrulestr(rule, dtstart=start).between(start, end, inc=True):
        yield Moment(moment.date(), at)
