"""What is meant by `rename WHO NAME`, `birthday WHO DAY` and `config unset KEY`.

Their last words are an option's, or none is the value that is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from shlex import quote

from boardroom.cli.filled_command import FILLERS, Filler
from boardroom.cli.first_guesses import RENAMED
from boardroom.cli.parameters import is_text
from boardroom.errors import BadInput
from boardroom.rules.dates import JustPassed, parse_day
from boardroom.rules.ids import KINDS, looks_like_id, parse
from boardroom.rules.settings import DEFAULTS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.cli.call import Call

_BEFORE_NEW = ("to", "as", "into")
_RESET = ("unset", "reset", "clear", "rm", "remove", "delete", "default")


def renamed(filler: Filler, rest: Sequence[str]) -> str | None:
    """The command that gives a person a new name, or a record new words; None without those."""
    words = list(takewhile(is_text, rest))
    if not words:
        return None
    options = [quote(word) for word in rest[len(words) :]]
    if looks_like_id(words[0]):
        noun, count = KINDS[parse(words[0]).letter].command, 1
    else:
        noun, count = "advisor", filler.name_length(words)
    is_filler = words[count + 1 :] and words[count].casefold() in _BEFORE_NEW
    new = " ".join(words[count + 1 if is_filler else count :])
    if not new or noun not in RENAMED:
        return None
    who = quote(" ".join(words[:count]))
    return " ".join([noun, "edit", who, RENAMED[noun], quote(new), *options])


def yearly(call: Call, filler: Filler, what: str, rest: Sequence[str]) -> str | None:
    """The command that adds an occasion of every year; None if no day follows WHO."""
    words = [word for word in rest if word.casefold() not in (*FILLERS, "of", "on", "is")]
    if not words or not all(map(is_text, words)):
        return None
    count = filler.name_length(words)
    day = " ".join(words[count:])
    if not day:
        return None
    try:
        parse_day(day, today=call.today, toward="forward", date_order="dmy")
    except JustPassed:
        pass
    except BadInput:
        return None
    who = quote(" ".join(words[:count]))
    return f"occasion add {who} {what} --on {quote(day)} --yearly"


def set_back(word: str, rest: Sequence[str]) -> str | None:
    """The command that gives a setting its default; None if the words are not of that."""
    if word.casefold() not in _RESET or len(rest) != 1 or rest[0] not in DEFAULTS:
        return None
    return f"config set {rest[0]} {DEFAULTS[rest[0]]}"
