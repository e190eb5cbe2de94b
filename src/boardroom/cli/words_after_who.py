"""The error about words after a WHO that are meant as an option: `snooze tom next fri`.

Loaded only when nobody has such a name.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from shlex import quote

from boardroom.cli.call import Call
from boardroom.cli.when import parse_day
from boardroom.errors import BadInput
from boardroom.rules.ids import looks_like_id
from boardroom.rules.names import Named, find_matches
from boardroom.rules.text import quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.rules.dates import Toward

    DayOption = tuple[str, Toward]

_UNTIL: DayOption = ("--until", "forward")
_ON: DayOption = ("--on", "back")
_DAY_OPTIONS = {
    "snooze": _UNTIL,
    "pause": _UNTIL,
    "set": _UNTIL,
    **dict.fromkeys(("consider", "ask", "seat", "decline", "resume", "part"), _ON),
}
"""The option for a day, by the verb of a command, and which way it looks."""
_BEFORE_A_DAY = ("until", "till", "to", "for", "from", "since")


def meant_as_option(
    call: Call, board: sqlite3.Connection, who: str, everybody: Sequence[Named]
) -> BadInput | None:
    """The error that names the option, with the whole command; None if there is no such reading."""
    words = who.split()
    for count in range(len(words) - 1, 0, -1):
        subject = _subject(call, " ".join(words[:count]), everybody)
        rest = words[count:]
        option = None if subject is None else _option(call, board, rest)
        if option is not None:
            return BadInput(
                f"{quoted(' '.join(rest))} is not part of a name.",
                f"Write: boardroom {call.command} {subject} {option}",
            )
    return None


def _subject(call: Call, text: str, everybody: Sequence[Named]) -> str | None:
    """The one that a text names, as it is typed: a handle, or for `snooze` an id or `review`."""
    if call.command == "snooze" and (looks_like_id(text) or text.lower() == "review"):
        return text.lower()
    matches = find_matches(text, everybody)
    return matches[0].handle if len(matches) == 1 else None


def _option(call: Call, board: sqlite3.Connection, words: list[str]) -> str | None:
    if call.command == "agreement set" and [word.lower() for word in words] == ["confidential"]:
        return "--confidential"
    verb = call.command.split()[-1]
    if verb not in _DAY_OPTIONS:
        return None
    option, toward = _DAY_OPTIONS[verb]
    day = " ".join(words[1:] if words[0].lower() in _BEFORE_A_DAY else words)
    try:
        parse_day(call, board, day, toward=toward, bare_length=True)
    except BadInput:
        return None
    return f"{option} {quote(day)}"
