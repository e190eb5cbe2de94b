"""The errors about words of `plan` and `meeting move` that are not a date, with what was meant.

Loaded only when a WHO or WHEN can't be read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from shlex import quote

from boardroom.cli.call import Call
from boardroom.cli.meeting_of import is_next
from boardroom.cli.name_or_place import part_of_name
from boardroom.cli.plan_options import PLACE_WORDS, options_in
from boardroom.cli.when import parse_exactly
from boardroom.errors import BadInput
from boardroom.queries.meetings import MeetingView
from boardroom.queries.people import people, timezone_of
from boardroom.record import Record
from boardroom.rules.calendar_dates import FORMS
from boardroom.rules.clock_times import split_time
from boardroom.rules.day_format import format_day
from boardroom.rules.ids import looks_like_id
from boardroom.rules.meetings import check_step
from boardroom.rules.moments import JustPassed, Moment, StillAhead, TimeAlone
from boardroom.rules.names import find_matches
from boardroom.rules.near_days import nearly_a_day
from boardroom.rules.text import quoted

_NOON = 12
_MOST_NAME_WORDS = 3
_MOST_WORDS = 30  # to look for a day in: each run of them is tried
_EVERYBODY = (["all"], ["everybody"], ["everyone"])


class _Found(Record):
    """The longest date in a WHEN as it was typed and as it was read, and the words around it."""

    day: str
    moment: Moment
    others: list[str]
    hour: int | None
    """A number of them that stands beside the date, where it has no time: “fri 10”."""


def not_planned(
    call: Call, board: sqlite3.Connection, handle: str, text: str, error: BadInput
) -> BadInput:
    """The error about the WHEN of a plan: `error`, or one that names what was meant."""
    if isinstance(error, JustPassed):
        return _just_passed(error, f"log {handle}", text, f"plan {handle}")
    found = _date_and_others(call, board, text, error)
    command = f"plan {handle}"
    if there := _time_elsewhere(board, found, handle, command):
        return there
    others = found.others
    if found.hour is None and text.split()[: len(others)] == others:
        of_name = part_of_name(board, handle, others, found.day, options_in(others))
        if of_name is not None:
            return of_name
    return _no_part(found, command, lambda day: f"{command} {day} ")


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
        found = _date_and_others(call, board, text, error)
    except TimeAlone as alone:
        return BadInput(
            f"{quoted(text)} is not a date.",
            f"A time alone keeps the day: boardroom meeting move {view.ref} {alone.at}",
        )
    edit, command = f"meeting edit {view.ref}", f"meeting move {view.ref}"
    if there := _time_elsewhere(board, found, view.handle, command):
        return there
    if view.status == "planned":
        return _no_part(found, command, lambda day: f"{edit} --on {quote(day)} ")
    return _no_part(found, command, lambda day: f"{command} {day}, then boardroom {edit} ")


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


def _time_elsewhere(
    board: sqlite3.Connection, found: _Found, handle: str, command: str
) -> BadInput | None:
    from boardroom.cli.plan_zone import time_elsewhere  # noqa: PLC0415  zoneinfo is slow to import

    zone = timezone_of(board, handle)
    return time_elsewhere(" ".join(found.others), found.moment, handle, zone, command)


def _no_part(found: _Found, command: str, before_options: Callable[[str], str]) -> BadInput:
    """The error about words that are not part of the date, which may be meant as options.

    Its hint keeps the day and the time that were typed, or says which day it is about.
    """
    message = f"{quoted(' '.join(found.others))} is not part of the date {quoted(found.day)}."
    if found.hour is not None:
        return _bare_hour(found, found.hour, command, before_options)
    options = options_in(found.others)
    if options is None:
        day = format_day(found.moment.on, found.moment.at)
        return BadInput(message, f"For {day}, write: boardroom {command} {found.day}")
    return BadInput(
        message,
        f"Way, place and length are options: boardroom {before_options(found.day)}{options}",
    )


def _bare_hour(
    found: _Found, hour: int, command: str, before_options: Callable[[str], str]
) -> BadInput:
    """The error about a number beside a date, which may be an hour."""
    others = [*found.others]
    others.remove(next(word for word in others if _hour(word) == hour))
    options = options_in(others)

    def with_time(at: str) -> str:
        day = f"{found.day} {at}"
        return f"{before_options(day)}{options}" if options else f"{command} {day}"

    if 1 <= hour <= _NOON:
        return BadInput(
            f"{quoted(str(hour))} may be in the morning or in the afternoon.",
            f"Write: boardroom {with_time(f'{hour}am')} (or {hour}pm)",
        )
    return BadInput(
        f"{quoted(str(hour))} is not written like a time.",
        f"Write: boardroom {with_time(f'{hour}:00')}",
    )


def _date_and_others(call: Call, board: sqlite3.Connection, text: str, error: BadInput) -> _Found:
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
        for kept in _parts(words, length):
            part = [words[index] for index in kept]
            others = [word for index, word in enumerate(words) if index not in kept]
            is_whole = kept[-1] - kept[0] == length - 1
            moment = _moment_in(call, board, part)
            if isinstance(moment, BadInput):
                has_place = any(word.lower() in PLACE_WORDS for word in part)
                is_clear = moment.hint != FORMS and not has_place and is_whole
                if clearest is error and is_clear and _may_stand_alone(part, others):
                    clearest, place = moment, range(kept[0], kept[-1] + 1)
            elif is_whole or moment.at is not None:
                if all(index in place for index in kept):
                    raise clearest  # “2 weeks from friday at noon” is not about Friday
                beside = words[kept[-1] + 1 : kept[-1] + 2]
                hour = _hour(beside[0]) if beside and moment.at is None else None
                return _Found(" ".join(part), moment, others, hour)
    near = nearly_a_day(
        error,
        text,
        lambda words: parse_exactly(call, board, words, toward="forward"),
        in_part=True,
    )
    raise clearest if near is error else near


def _parts(words: list[str], length: int) -> Iterator[list[int]]:
    """The runs of so many words, then those with others in the middle left out."""
    count = len(words)
    for start in range(count - length + 1):
        yield [*range(start, start + length)]
    for first in range(1, length):
        if words[first - 1].lower() not in PLACE_WORDS:  # “tue at Nopi 12:30”
            yield [*range(first), *range(count - length + first, count)]


def _may_stand_alone(part: list[str], others: list[str]) -> bool:
    """Whether a part is more than a time, or the words around it are known to be no day."""
    return bool(split_time(" ".join(part).lower())[0]) or options_in(others) is not None


def _hour(word: str) -> int | None:
    is_hour = word.isascii() and word.isdigit() and len(word) <= 2 and int(word) <= 23
    return int(word) if is_hour else None


def _is_moment(call: Call, board: sqlite3.Connection, words: Sequence[str]) -> bool:
    return is_next(" ".join(words)) or isinstance(_moment_in(call, board, words), Moment)


def _moment_in(call: Call, board: sqlite3.Connection, words: Sequence[str]) -> Moment | BadInput:
    try:
        return parse_exactly(call, board, " ".join(words), toward="forward")
    except BadInput as error:
        return error
