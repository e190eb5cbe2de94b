"""Days at the end of a text: “send the deck by 1 Dec”, “ @ fri”.

All promises, steps and goals are read this way, in options, arguments and forms. Anything that is
not a date stays text (“coffee @ Blue Bottle”).
"""

from __future__ import annotations

import re
from datetime import date

from boardroom.errors import BadInput
from boardroom.record import Record
from boardroom.rules.dates import Moment, parse_moment
from boardroom.rules.text import clean, quoted

_DAY_WORD = r"(?i)\s+(?P<bracket>[(\[]?)(?:by|@)\s+"
_ONLY_A_DAY = r"(?i)(?:by|@)\s+(?P<day>.*)"
_ENDING = r"[\s.!)\]]*\Z"
_LONGEST_DAY = 60
_MOST_TIME_WORDS = 4


class DatedText(Record):
    """A text, and the day it is due, if there is one."""

    text: str
    due_on: date | None


def split_day(line: str, *, what: str, today: date, date_order: str | None) -> DatedText:
    """Splits ` by DATE` or ` @ DATE` off the end of a line; `what` names it in the error.

    A final full stop, exclamation mark or bracket is ignored. If the date has a time, the day is
    kept and the time stays in the text.

    Raises:
        BadInput: the text is not valid, see `clean`; or the line is a day alone, like “by fri”.
    """
    alone = re.fullmatch(_ONLY_A_DAY, line.strip())
    if alone and _moment(alone["day"], today, date_order) is not None:
        raise BadInput(
            f"{quoted(line.strip())} is only a day; the text of the {what} is missing.",
            f"Write the text before the day: TEXT {line.strip()}",
        )
    for word in reversed(list(re.finditer(_DAY_WORD, line))):
        text, given = line[: word.start()], line[word.end() :]
        if len(given) > _LONGEST_DAY:
            break
        text = text.rstrip().rstrip(",")
        if not text.strip():
            continue
        shorter = re.sub(_ENDING, "", given)
        for day in dict.fromkeys((given, given.rstrip(" \t\n)]!"), shorter)):
            moment = _moment(day, today, date_order)
            if moment is None:
                continue
            time = "" if moment.at is None else f" {_time_words(day, moment, today, date_order)}"
            closing = "" if word["bracket"] else _closing(text, given)
            return DatedText(clean(f"{text}{time}{closing}", what=what), moment.on)
    return DatedText(clean(line, what=what), None)


def only_day(dated: DatedText, by: date | None, option: str) -> date | None:
    """The day of a text, or the one that an option gives.

    Raises:
        BadInput: both are given, and they differ.
    """
    if by is not None and dated.due_on not in (None, by):
        raise BadInput(
            f"The day is given twice, in the text and by {option}.",
            f"Leave {option} out, or the day at the end of {quoted(dated.text)}.",
        )
    return by or dated.due_on


def _moment(day: str, today: date, date_order: str | None) -> Moment | None:
    try:
        return parse_moment(day, today=today, toward="forward", date_order=date_order)
    except BadInput:
        return None


def _time_words(day: str, moment: Moment, today: date, date_order: str | None) -> str:
    """The words of a date that are its time, as they were typed, after “at”."""
    words = day.split()
    for count in range(min(_MOST_TIME_WORDS, len(words) - 1), 0, -1):
        for rest, time in ((words[:-count], words[-count:]), (words[count:], words[:count])):
            found = _moment(" ".join(rest), today, date_order)
            if found == Moment(moment.on, None):
                typed = " ".join(time)
                return typed if time[0].lower() in ("at", "from") else f"at {typed}"
    return f"at {moment.at}"


def _closing(text: str, day: str) -> str:
    """The bracket after a day that was opened earlier in the text: “send (the deck by 1 Dec)”."""
    for opening, closing in ("()", "[]"):
        if closing in day and text.count(opening) > text.count(closing):
            return closing
    return ""
