"""Vague dates, such as `next week`, `mid December` and `tonight`: each has its own error.

`dates` calls this if nothing else matches. The hints are dates that can be typed as they are.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from boardroom.errors import BadInput
from boardroom.rules.calendar_dates import MONTH, MONTH_NUMBERS
from boardroom.rules.day_format import MONTHS, WEEKDAYS, format_day
from boardroom.rules.days_of_month import WEEKDAY, WEEKDAY_NUMBERS
from boardroom.rules.text import quoted
from boardroom.rules.windows import NUMBER_WORDS

# Patterns are compiled by `re` when first used: all of these at once would take 1.5 ms.
_STRETCH = r"(?:the )?(?P<which>next|this|last) (?P<unit>week|month|year|weekend|quarter)"
_WEEKEND = r"(?:at )?(?:the )?weekend"
_PART_OF_MONTH = rf"(?:mid|middle of|early|late|beginning of|start of)[ -]{MONTH}(?: [0-9]{{4}})?"
_WEEK_AFTER_NEXT = r"(?:the )?week after next"
_END = r"end of (?:the |this |next )?(?P<unit>week|year|quarter)"
_WEEK_AFTER = rf"{WEEKDAY} week"
_COUNT = rf"(?P<count>[0-9]{{1,2}}|{'|'.join(NUMBER_WORDS)})"
_WEEKS_FROM = (
    rf"{_COUNT} weeks? (?:from|on|after) (?:next |this )?{WEEKDAY}",
    rf"{WEEKDAY} in {_COUNT} weeks?",
)
_SPAN = r"(?:half an|an?|[0-9]{1,3}|[a-z]+) ?(?:hours?|hrs?|h|minutes?|mins?)"
_HOURS_AWAY = rf"in (?:(?:about|around) )?{_SPAN}|{_SPAN} (?:from now|ago|later)"
_SPOKEN_TIME = (
    r"(?:(?P<day>.*?\S) )??(?:at )?(?:an? )?"
    r"(?P<time>(?:half|quarter)(?: past| to| after)? [a-z0-9]+|[a-z0-9]+ ?o['’]?clock|midnight)"
)
_WEEK_NUMBER = (
    r"(?:.* )?(?:(?:calendar )?week|wk|cw|kw|w) ?[0-9]{1,2}|[0-9]{4}-?w[0-9]{1,2}(?:-?[1-7])?"
)
_WEEK_OF = r"(?:the )?(?:(?:week|wk) (?:of|commencing|beginning|starting)|w/c|wc|w/b) (?P<day>.+)"
_PART_OF_DAY = (
    r"(?:(?P<day>.*?\S) )??(?:in the |at )?"
    r"(?P<part>morning|afternoon|evening|night|breakfast ?time|lunch ?time|tea ?time|dinner ?time)"
    r"|tonight"
)
_WEEKDAYS = [name[:3].lower() for name in WEEKDAYS]
_CLOSED_UP = (
    rf"(?P<day>(?:.* )?(?:today|tomorrow|tmrw?|yesterday|(?:{'|'.join(_WEEKDAYS)})[a-z]*\.?)) "
    r"(?P<hour>[0-9]{1,2})(?P<minute>[0-5][0-9])"
)
_DAY_AND_NUMBER = (
    rf"(?P<day>today|tomorrow|tmrw?|yesterday|(?:(?:this|next|last) )?{WEEKDAY}) "
    r"(?P<number>[0-9]{1,2})"
)
_NOON, _LAST_HOUR = 12, 23
_HOURS = {
    "morning": "9:00",
    "afternoon": "15:00",
    "evening": "19:00",
    "night": "21:00",
    "breakfasttime": "8:30",
    "lunchtime": "12:30",
    "teatime": "16:00",
    "dinnertime": "19:00",
}
_INSTEAD = {
    "next": "Say which day: next tue, or in 1{unit}.",
    "this": "Say which day: tue, or 24 Nov.",
    "last": "Say which day: last tue, or 1{unit} ago.",
}


def refuse_vague(words: str, *, today: date) -> None:
    """Refuses `words` that don't name one day or a clear time; they are lower-case, single-spaced.

    Raises:
        BadInput: they don't; the hint says what to write instead.
    """
    what = quoted(words)
    if shape := re.fullmatch(_STRETCH, words):
        unit = shape["unit"]
        if unit == "weekend":
            raise _not_a_day(what, "two days", "Say which: sat or sun.")
        letter = {"quarter": "m", "year": "y"}.get(unit, unit[0])
        raise _not_a_day(what, f"a {unit}", _INSTEAD[shape["which"]].format(unit=letter))
    if re.fullmatch(_WEEK_AFTER_NEXT, words):
        raise _not_a_day(what, "a week", "Say which day, like in 2w.")
    if re.fullmatch(_WEEKEND, words):
        raise _not_a_day(what, "two days", "Say which: sat or sun.")
    if shape := re.fullmatch(_PART_OF_MONTH, words):
        name = MONTHS[MONTH_NUMBERS[shape["month"]] - 1][:3]
        raise _not_a_day(what, "a part of a month", f"Say which day, like 15 {name}.")
    if shape := re.fullmatch(_END, words):
        raise _not_a_day(
            what, f"a part of a {shape['unit']}", "Say which day, like fri or end of month."
        )
    _refuse_weeks_after(words, today)
    if re.fullmatch(_WEEK_NUMBER, words):
        raise _not_a_day(what, "a week", "Say which day of it, like Mon 30 Nov 2026.")
    if shape := re.fullmatch(_WEEK_OF, words):
        raise _not_a_day(what, "a week", f"Say which day of it, like {shape['day']}.")
    if shape := re.fullmatch(_DAY_AND_NUMBER, words):
        _refuse_number(shape["day"], int(shape["number"]), what, today)
    _refuse_unclear_time(words)


def _refuse_number(day: str, number: int, what: str, today: date) -> None:
    """Refuses a number after a day that may be an hour, or after a weekday the day of a month."""
    if number > _LAST_HOUR:
        return
    half_days = f"{day} {number}am or {day} {number}pm"
    times = half_days if 1 <= number <= _NOON else f"{day} {number}:00"
    if day.rpartition(" ")[2].rstrip(".") not in WEEKDAY_NUMBERS:
        raise BadInput(f"'{number}' in {what} is not written like a time.", f"Write {times}.")
    month = MONTHS[today.month - 1][:3]
    raise BadInput(
        f"'{number}' in {what} may be a time or a day of the month.",
        f"Write {times}, or the month too, like {max(number, 1)} {month}.",
    )


def _refuse_weeks_after(words: str, today: date) -> None:
    """Refuses a weekday of some week: “fri week”, “2 weeks from fri”, “mon in 2 weeks”."""
    for form in (_WEEK_AFTER, *_WEEKS_FROM):
        shape = re.fullmatch(form, words)
        if shape:
            ahead = (WEEKDAY_NUMBERS[shape["weekday"]] - today.weekday()) % 7
            if form is _WEEK_AFTER:
                ahead, count = ahead or 7, 1
            else:
                count = NUMBER_WORDS.get(shape["count"]) or int(shape["count"])
            day = format_day(today + timedelta(days=ahead + 7 * count))
            raise BadInput(f"{quoted(words)} is not a date.", f"Write the day itself, like {day}.")


def _refuse_unclear_time(words: str) -> None:
    """Refuses a time in words, or without its sign: “tonight”, “half past three”, “tue 1530”."""
    what = quoted(words)
    if re.fullmatch(_HOURS_AWAY, words):
        raise BadInput(f"{what} is a time, not a day.", "Write both, like today 15:30.")
    if shape := re.fullmatch(_PART_OF_DAY, words):
        day = (shape["day"] or "today").replace("this", "today")
        hour = _HOURS[(shape["part"] or "evening").replace(" ", "")]
        raise BadInput(f"{what} does not say at what time.", f"Write the time, like {day} {hour}.")
    if shape := re.fullmatch(_SPOKEN_TIME, words):
        raise BadInput(
            f"{quoted(shape['time'])} is not written like a time.",
            "Write it in figures, like 15:30 or 3:30pm.",
        )
    if shape := re.fullmatch(_CLOSED_UP, words):
        time = f"{shape['hour']}:{shape['minute']}"
        raise BadInput(
            f"{quoted(shape['hour'] + shape['minute'])} in {what} is not written like a time.",
            f"Write it with a colon, like {shape['day']} {time}.",
        )


def _not_a_day(what: str, stretch: str, instead: str) -> BadInput:
    return BadInput(f"{what} is {stretch}, not a day.", instead)
