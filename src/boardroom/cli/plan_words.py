"""The errors about words of `plan` that are not a date, each with the command to type instead.

Loaded only when a WHO or WHEN can't be read.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from shlex import quote

from boardroom.cli.call import Call
from boardroom.cli.when import parse_moment
from boardroom.errors import BadInput
from boardroom.queries.people import people
from boardroom.rules.advisor import WAYS
from boardroom.rules.dates import Moment
from boardroom.rules.day_format import MONTHS, format_day, from_today
from boardroom.rules.names import find_matches
from boardroom.rules.text import quoted
from boardroom.rules.windows import parse_minutes

_MOST_NAME_WORDS = 3
_PLACE_WORDS = ("at", "@", "in")


def extra_words(call: Call, board: sqlite3.Connection, handle: str, text: str) -> BadInput | None:
    """The error about words before or after a date; None if none of the text is a date."""
    words = text.split()
    spans = (
        (start, start + length)
        for length in range(len(words) - 1, 0, -1)
        for start in range(len(words) - length + 1)
    )
    for start, end in spans:
        date_words = words[start:end]
        if _moment(call, board, date_words) is None:
            continue
        others = words[:start] + words[end:]
        command = f"boardroom plan {handle} {' '.join(date_words)} {_options(others)}"
        return BadInput(
            f"{quoted(' '.join(others))} is not part of the date {quoted(' '.join(date_words))}.",
            f"Way, place and length are options: {command}",
        )
    return None


def day_first(call: Call, board: sqlite3.Connection, words: Sequence[str]) -> BadInput | None:
    """The error if WHEN comes before WHO, or without one; None if `words` are something else."""
    everybody = people(board)
    for count in range(min(_MOST_NAME_WORDS, len(words) - 1), 0, -1):
        name = " ".join(words[-count:])
        if _moment(call, board, words[:-count]) and len(find_matches(name, everybody)) == 1:
            handle = find_matches(name, everybody)[0].handle
            return BadInput(
                "WHO comes before WHEN.",
                f"Write: boardroom plan {handle} {' '.join(words[:-count])}",
            )
    if _moment(call, board, words):
        day = " ".join(words)
        return BadInput(
            f"{quoted(day)} is a day, but WHO is missing.",
            f"Write the handle first: boardroom plan WHO {day}",
        )
    return None


def day_before(call: Call, handle: str, text: str, was: Moment) -> BadInput:
    """The error about a day of the last two weeks, written without its year."""
    day = f"{was.on.day} {MONTHS[was.on.month - 1][:3]}"
    words = " ".join(text.split())
    next_year = _next_year(was)
    return BadInput(
        f"{day} was {from_today(was.on, call.today)}.",
        f"Log it: boardroom log {handle} --on {quote(words)},"
        f" or write the year: boardroom plan {handle} {next_year}",
    )


def _next_year(was: Moment) -> str:
    year = was.on.year + 1
    while True:  # 29 February is in every fourth year at most
        try:
            return format_day(was.on.replace(year=year), was.at)
        except ValueError:
            year += 1


def _options(words: list[str]) -> str:
    """Words as options: a way, a length after “for”, and the rest as the place."""
    options: list[str] = []
    place = list(words)
    for word in words:
        if word.lower() in WAYS and "--way" not in " ".join(options):
            options.append(f"--way {word.lower()}")
            place.remove(word)
    length, place = _length(place)
    if length:
        options.append(f"--for {quote(length)}")
    if place and place[0].lower() in _PLACE_WORDS:
        place = place[1:]
    if place:
        options.append(f"--place {quote(' '.join(place))}")
    return " ".join(options)


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


def _moment(call: Call, board: sqlite3.Connection, words: Sequence[str]) -> Moment | None:
    try:
        return parse_moment(call, board, " ".join(words), toward="forward")
    except BadInput:
        return None
