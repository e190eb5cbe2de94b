"""The error about a WHO that stands behind the text: `got intro from ana`, `log tue ana`.

Loaded only when nobody has the name that stands first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from shlex import quote

from boardroom.cli.call import Call
from boardroom.cli.when import is_moment
from boardroom.errors import BadInput
from boardroom.queries.people import people
from boardroom.rules.names import LONGEST_RUN, find_matches, nearest
from boardroom.rules.text import quoted

_BEFORE = {
    "log": "NOTES",
    **dict.fromkeys(
        ("give", "got", "agenda add", "promise add", "advice add", "occasion add"), "TEXT"
    ),
}
"""What WHO comes before, by command."""
_LINKS = ("to", "from", "with", "for", "by")
"""What may stand before a name at the end."""


def who_last(call: Call, board: sqlite3.Connection, words: Sequence[str]) -> BadInput | None:
    """The error with the whole command in its order; None if the last words are nobody's name.

    Nor if the first is nearly a name, which is then the slip.
    """
    everybody = people(board)
    follows = _BEFORE.get(call.command)
    options = _options(call, words)
    if follows is None or options is None or nearest(words[0], everybody):
        return None
    for count in range(min(LONGEST_RUN, len(words) - 1), 0, -1):
        matches = find_matches(" ".join(words[-count:]), everybody)
        if len(matches) != 1:
            continue
        rest = list(words[:-count])
        is_linked = bool(rest[1:]) and rest[-1].lower() in _LINKS
        if is_linked:
            del rest[-1]
        text = " ".join(rest)
        is_day = call.command == "log" and is_moment(call, board, text, toward="back")
        said = f"--on {quote(text)}" if is_day else quote(text)
        # “zoe Lunch with tom” may as well be for a Zoe who is not on file yet.
        add = f" or, for somebody new, first: boardroom advisor add {quote(words[0])}"
        new = add if is_linked and rest[1:] else ""
        return BadInput(
            f"Nobody matches {quoted(words[0])}; WHO comes before {follows}.",
            f"Write: boardroom {call.command} {matches[0].handle} {said}{options}{new}",
        )
    return None


def _options(call: Call, words: Sequence[str]) -> str | None:
    """What was typed besides the command and the words; None if it stands between them."""
    typed = list(call.own_words)
    for part in (call.command.split(), list(words)):
        starts = range(len(typed) - len(part) + 1)
        start = next((n for n in starts if typed[n : n + len(part)] == part), None)
        if start is None:
            return None
        del typed[start : start + len(part)]
    return None if "--" in typed else "".join(f" {quote(word)}" for word in typed)
