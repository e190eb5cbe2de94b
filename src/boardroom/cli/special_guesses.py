"""What is meant by `rename WHO NAME` and `birthday WHO DAY`, whose last words are an option's."""

from __future__ import annotations

from collections.abc import Sequence
from shlex import quote

from boardroom.cli.filled_command import FILLERS, Filler
from boardroom.cli.first_guesses import RENAMED
from boardroom.cli.parameters import is_text
from boardroom.errors import BadInput
from boardroom.rules.dates import JustPassed, parse_day
from boardroom.rules.ids import KINDS, looks_like_id, parse

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.cli.call import Call


def renamed(filler: Filler, rest: Sequence[str]) -> str | None:
    """The command that gives a person a new name, or a record new words; None without those."""
    words = [word for word in rest if word.casefold() not in FILLERS]
    if not words or not all(map(is_text, words)):
        return None
    if looks_like_id(words[0]):
        noun, count = KINDS[parse(words[0]).letter].command, 1
    else:
        noun, count = "advisor", filler.name_length(words)
    new = " ".join(words[count:])
    if not new or noun not in RENAMED:
        return None
    return f"{noun} edit {quote(' '.join(words[:count]))} {RENAMED[noun]} {quote(new)}"


def yearly(call: Call, filler: Filler, what: str, rest: Sequence[str]) -> str | None:
    """The command that adds an occasion of every year; None if what follows WHO is not a day."""
    words = [word for word in rest if word.casefold() not in (*FILLERS, "of", "on", "is")]
    if not words or not all(map(is_text, words)):
        return None
    count = filler.name_length(words)
    day = " ".join(words[count:])
    try:
        parse_day(day or "today", today=call.today, toward="forward", date_order="dmy")
    except JustPassed:
        pass
    except BadInput:
        return None
    who = quote(" ".join(words[:count]))
    return f"occasion add {who} {what} --on {quote(day) if day else 'DATE'} --yearly"
