"""The error about an option's value like “none” or “off”, with the command that clears the field.

Loaded only where a command failed.
"""

from __future__ import annotations

from collections.abc import Sequence
from shlex import join

from boardroom.errors import BadInput
from boardroom.rules.text import quoted

_NOTHING = ("none", "no", "off", "never", "nothing", "clear", "null", "unset", "remove", "-")
CLEARED = {
    "advisor edit": ("--usual", "--timezone", "--window", "--minutes", "--way"),
    "agreement set": ("--until", "--window", "--minutes"),
    "goal edit": ("--target",),
    "goal step edit": ("--by",),
    "meeting edit": ("--at",),
    "promise edit": ("--by",),
}
"""The options that refuse such a word and that '' clears, by command."""


def how_to_clear(error: BadInput, command: str, argv: Sequence[str]) -> BadInput | None:
    """The error with that command; None if it is about something else."""
    for place, word in enumerate(argv):
        option, equals, value = word.partition("=")
        if option not in CLEARED.get(command, ()):
            continue
        value = value if equals else "".join(argv[place + 1 : place + 2])
        if value.lower() in _NOTHING and error.message.startswith(quoted(value)):
            end = place + (1 if equals else 2)
            line = join([*argv[:place], option, "", *argv[end:]])
            return BadInput(error.message, f"To clear it: boardroom {line}")
    return None
