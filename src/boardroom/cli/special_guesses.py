"""What is meant by `rename WHO NAME`, `birthday WHO DAY`, `note WHO TEXT` and their like.

Their last words are an option's, or none is the value that is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from shlex import join, quote

from boardroom.cli.filled_command import FILLERS, Filler
from boardroom.cli.first_guesses import RENAMED
from boardroom.cli.parameters import is_text
from boardroom.cli.records import command_for
from boardroom.errors import BadInput, BoardroomError
from boardroom.queries.advisors import advisor
from boardroom.queries.meetings import meeting
from boardroom.queries.people import people
from boardroom.rules.dates import JustPassed, parse_day
from boardroom.rules.ids import KINDS, MEETING, Ref, looks_like_id, parse
from boardroom.rules.names import find_matches
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


def noted(
    call: Call, filler: Filler, names: Sequence[str], word: str, rest: Sequence[str]
) -> list[str]:
    """The commands that note a text on a person, and on a meeting with them; none without both.

    Notes on a person are replaced by new ones, so existing ones are left to the editor; so are
    those of any other record.
    """
    if word.casefold() not in ("note", "notes"):
        return []
    if rest and looks_like_id(rest[0]):
        return _noted_on(call, parse(rest[0]), rest[1:])
    if [*names] not in ([], ["advisor"]):
        return []
    words = list(takewhile(is_text, rest))
    options = rest[len(words) :]
    if words[:1] and words[0].casefold() in FILLERS:
        del words[0]
    count = filler.name_length(words)
    text = " ".join(words[count:])
    if not text or not filler.is_name(words[:count]):
        return []
    who = quote(" ".join(words[:count]))
    new = "" if _has_notes(call, " ".join(words[:count])) else f" --notes {quote(text)}"
    edit = f"advisor edit {who}{new}{''.join(f' {quote(word)}' for word in options)}"
    return [edit, filler.filled("log", [*words, *options])]


def _noted_on(call: Call, ref: Ref, rest: Sequence[str]) -> list[str]:
    """The command that adds notes to a meeting, or edits another record."""
    if ref.letter != MEETING.letter or not rest:
        edit = command_for(ref, "edit")
        return [edit.removeprefix("boardroom ")] if edit else []
    try:
        with call.reading() as board:
            who = meeting(board, ref.number).handle
    except BoardroomError:
        who = "WHO"
    return [" ".join(["log", who, *map(quote, rest), f"--meeting {ref}"])]


def _has_notes(call: Call, who: str) -> bool:
    with call.reading() as board:
        matches = find_matches(who, people(board))
        return any(advisor(board, person.id, today=call.today).notes for person in matches)


def is_question(words: Sequence[str]) -> bool:
    """Whether words after `ask` are a WHO and a question, and not a WHO alone."""
    return len(words) > 1 and any(word.endswith("?") or " " in word for word in words)


def introduction(rest: Sequence[str]) -> str:
    """“intro ana to Kim” as `got`."""
    who, *name = [word for word in rest if word.casefold() not in FILLERS] or ["WHO"]
    text = f"an introduction to {' '.join(name) or 'NAME'}"
    return join(["got", who, text])


def set_back(word: str, rest: Sequence[str]) -> str | None:
    """The command that gives a setting its default; None if the words are not of that."""
    if word.casefold() not in _RESET or len(rest) != 1 or rest[0] not in DEFAULTS:
        return None
    return f"config set {rest[0]} {DEFAULTS[rest[0]]}"
