"""The errors about words of `plan` and `meeting move` that are not a date, with what was meant.

Loaded only when a WHO or WHEN can't be read.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from shlex import quote

from boardroom.cli.call import Call
from boardroom.cli.meeting_of import is_next
from boardroom.cli.name_or_place import part_of_name
from boardroom.cli.when import parse_exactly
from boardroom.errors import BadInput
from boardroom.queries.meetings import MeetingView
from boardroom.queries.people import people
from boardroom.rules.advisor import OTHER_WAYS, WAYS
from boardroom.rules.calendar_dates import FORMS
from boardroom.rules.ids import looks_like_id
from boardroom.rules.meetings import check_step
from boardroom.rules.moments import JustPassed, StillAhead, TimeAlone
from boardroom.rules.names import find_matches
from boardroom.rules.near_days import nearly_a_day
from boardroom.rules.text import quoted
from boardroom.rules.windows import parse_minutes

_MOST_NAME_WORDS = 3
_MOST_WORDS = 30  # to look for a day in: each run of them is tried
_EVERYBODY = (["all"], ["everybody"], ["everyone"])
_PLACE_WORDS = ("at", "@", "in")
_WAY_WORDS = ("for", "over", "as", "a", "an", "by")
"""What may stand before a way: “for lunch”, “over a coffee”."""
_DAY_WORDS = re.compile(
    r"[0-9].*|on|by|from|to|until|till|before|after|past|half|quarter|for|next|last|this|every"
    r"|(?:day|week|month|year|weekend)s?|(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day)?"
    r"|morning|afternoon|evening|night|around|about|o['’]?clock",
    re.IGNORECASE,
)
"""Words of days and times, which no place begins or ends with."""
_OF_A_DATE = re.compile(
    r"(?:(?:first|second|third|fourth|fifth|last|1st|2nd|3rd|[4-9]th)(?: day)? (?:of|in)"
    r"|(?:early|late|mid|middle|beginning|start|end)\b|(?:eod|cob|asap|sometime|soon)$).*",
    re.IGNORECASE,
)
"""What a date begins with that can't be read; no place."""


def not_planned(
    call: Call, board: sqlite3.Connection, handle: str, text: str, error: BadInput
) -> BadInput:
    """The error about the WHEN of a plan: `error`, or one that names what was meant."""
    if isinstance(error, JustPassed):
        return _just_passed(error, f"log {handle}", text, f"plan {handle}")
    day, others = _date_and_others(call, board, text, error)
    of_name = None
    if text.split()[: len(others)] == others:
        of_name = part_of_name(board, handle, others, day, _options(others))
    return of_name or _no_part(day, others, f"plan {handle} {day}")


def not_moved(
    call: Call, board: sqlite3.Connection, view: MeetingView, text: str, error: BadInput
) -> BadInput:
    """The error about the WHEN of a move: `error`, or one that names what was meant.

    Raises:
        Refused: the meeting was held.
    """
    check_step(view.ref, view.handle, view.status, "planned")
    if isinstance(error, JustPassed):
        log = f"log {view.handle}{f' --meeting {view.ref}' if view.status == 'planned' else ''}"
        return _just_passed(error, log, text, f"meeting move {view.ref}")
    try:
        day, others = _date_and_others(call, board, text, error)
    except TimeAlone as alone:
        return BadInput(
            f"{quoted(text)} is not a date.",
            f"A time alone keeps the day: boardroom meeting move {view.ref} {alone.at}",
        )
    edit = f"meeting edit {view.ref}"
    if view.status == "planned":
        return _no_part(day, others, f"{edit} --on {quote(day)}")
    move = f"meeting move {view.ref} {day}"
    return _no_part(day, others, move, f", then boardroom {edit} ")


def not_held(error: StillAhead, handle: str, text: str) -> BadInput:
    """The error about the day of a log that is still ahead, with the commands for both years."""
    return BadInput(
        error.message,
        f"Plan it: boardroom plan {handle} {quote(' '.join(text.split()))},"
        f" or write the year: --on {quote(error.last_year)}",
    )


def day_first(
    call: Call, board: sqlite3.Connection, words: Sequence[str], command: str = "plan"
) -> BadInput | None:
    """The error about a WHEN that stands before WHO, or alone; None if `words` are no such."""
    everybody = people(board)
    if command == "plan" and [word.lower() for word in words] in _EVERYBODY:
        return BadInput(
            f"Nobody is called {quoted(words[0])}.", "For everybody: boardroom plan --all"
        )
    for count in range(min(_MOST_NAME_WORDS, len(words) - 1), 0, -1):
        name = " ".join(words[-count:])
        if not _is_moment(call, board, words[:-count]):
            continue
        day = " ".join(words[:-count])
        if command != "plan" and looks_like_id(name):
            return BadInput("The id comes before WHEN.", f"Write: boardroom {command} {name} {day}")
        matches = find_matches(name, everybody)
        if len(matches) == 1:
            return BadInput(
                "WHO comes before WHEN.",
                f"Write: boardroom {command} {matches[0].handle} {day}",
            )
    if _is_moment(call, board, words):
        day = " ".join(words)
        return BadInput(
            f"{quoted(day)} is a day, but WHO is missing.",
            f"Write the handle first: boardroom {command} WHO {day}",
        )
    return None


def _just_passed(error: JustPassed, log: str, text: str, command: str) -> BadInput:
    words = quote(" ".join(text.split()))
    return BadInput(
        error.message,
        f"Log it: boardroom {log} --on {words},"
        f" or write the year: boardroom {command} {error.next_year}",
    )


def _no_part(day: str, others: list[str], command: str, before_options: str = " ") -> BadInput:
    """The error about words that are not part of the date, which may be meant as options."""
    message = f"{quoted(' '.join(others))} is not part of the date {quoted(day)}."
    options = _options(others)
    if options is None:
        return BadInput(message, f"Write the day alone: boardroom {command}")
    return BadInput(
        message, f"Way, place and length are options: boardroom {command}{before_options}{options}"
    )


def _date_and_others(
    call: Call, board: sqlite3.Connection, text: str, error: BadInput
) -> tuple[str, list[str]]:
    """The longest date in the text, and the words around it.

    Raises:
        BadInput: none of it is a date. It is the clearest error about the whole or a part.
    """
    if error.hint != FORMS:  # it says itself what to write instead
        raise error
    words = text.split()
    if len(words) > _MOST_WORDS:
        raise error
    clearest, place = error, range(0)
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            end = start + length
            part_error = _error_in(call, board, words[start:end])
            if part_error is None:
                if start in place and end - 1 in place:
                    raise clearest  # “2 weeks from friday at noon” is not about Friday
                return " ".join(words[start:end]), words[:start] + words[end:]
            has_place = any(word.lower() in _PLACE_WORDS for word in words[start:end])
            if clearest is error and part_error.hint != FORMS and not has_place:
                clearest, place = part_error, range(start, end)
    near = nearly_a_day(
        error,
        text,
        lambda words: parse_exactly(call, board, words, toward="forward"),
        in_part=True,
    )
    raise clearest if near is error else near


def _options(words: list[str]) -> str | None:
    """Words as options: a way, a length after “for”, and the rest as the place.

    None if what is left is not a place: it begins or ends with a word of days or times.
    """
    options: list[str] = []
    length, place = _length(words)
    for index, word in enumerate(place):
        if word.lower() in (*WAYS, *OTHER_WAYS):
            options.append(f"--way {word.lower()}")
            start = index
            while start and place[start - 1].lower() in _WAY_WORDS:
                start -= 1
            place = place[:start] + place[index + 1 :]
            break
    if length:
        options.append(f"--for {quote(length)}")
    if place and place[0].lower() in _PLACE_WORDS:
        place = place[1:]
    if place and any(map(_DAY_WORDS.fullmatch, (place[0], place[-1].lstrip("0123456789")))):
        return None
    if _OF_A_DATE.match(" ".join(place)):
        return None
    if place:
        options.append(f"--place {quote(' '.join(place))}")
    return " ".join(options) or None


def _length(words: list[str]) -> tuple[str, list[str]]:
    """The length after “for”, and the words without it."""
    for start, word in enumerate(words):
        if word.lower() != "for":
            continue
        for end in (start + 3, start + 2):
            length = " ".join(words[start + 1 : end])
            try:
                parse_minutes(length)
            except BadInput:
                continue
            return length, words[:start] + words[end:]
    return "", words


def _is_moment(call: Call, board: sqlite3.Connection, words: Sequence[str]) -> bool:
    return is_next(" ".join(words)) or _error_in(call, board, words) is None


def _error_in(call: Call, board: sqlite3.Connection, words: Sequence[str]) -> BadInput | None:
    try:
        parse_exactly(call, board, " ".join(words), toward="forward")
    except BadInput as error:
        return error
    return None
