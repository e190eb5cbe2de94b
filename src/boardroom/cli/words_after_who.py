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
from boardroom.queries.meetings import meeting
from boardroom.rules.dates import MOST_WORDS
from boardroom.rules.ids import KINDS, MEETING, ids_in, looks_like_id, parse
from boardroom.rules.names import LONGEST_RUN, Named, find_matches, fold, nearest, spelt_count
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
_TEXT_OPTIONS = {
    "snooze": "--why",
    "advisor seat": "--seat",
    **dict.fromkeys(
        ("advisor consider", "advisor decline", "advisor pause", "advisor resume", "advisor part"),
        "--note",
    ),
}
"""The option for a text, by command."""
_MORE = {
    "snooze": " --until DATE",
    "meeting move": " WHEN",
    "goal step add": " TEXT",
    "advice outcome": " STATUS",
}
"""What else a command needs, beside an id."""
_ANY_KIND = ("snooze", "purge")
"""Commands that take ids of several kinds."""
_BETWEEN_NAMES = ("and", "or", "with", "&", "+")
_BEFORE_A_DAY = ("until", "till", "to", "for", "from", "since")


def meant_as_option(
    call: Call, board: sqlite3.Connection, who: str, everybody: Sequence[Named]
) -> BadInput | None:
    """The error that names the option, with the whole command; None if there is no such reading."""
    if error := one_at_a_time(call, who) or several_people(who, everybody):
        return error
    if call.command == "log" and (error := _is_meeting(board, who)):
        return error
    words = who.split()
    is_near_name = bool(nearest(who, everybody))
    for count in range(min(LONGEST_RUN, len(words) - 1), 0, -1):
        subject = _subject(call, " ".join(words[:count]), everybody)
        rest = words[count:]
        options = (
            None if subject is None else _options(call, board, rest, may_be_text=not is_near_name)
        )
        if options is not None:
            return BadInput(
                f"{quoted(' '.join(rest))} is not part of a name.",
                f"Write: boardroom {call.command} {subject} {options}",
            )
        if subject is not None and call.command == "snooze" and not is_near_name:
            return BadInput(
                f"{quoted(' '.join(rest))} is neither part of a name nor a day.",
                f"Write: boardroom snooze {subject} --until DATE",
            )
    return None


def one_at_a_time(call: Call, text: str) -> BadInput | None:
    """The error about several ids where one is taken, like `p1,p2`; None for any other text."""
    refs = ids_in(text)
    if len(refs) == 1 or not all(map(looks_like_id, refs)):
        return None
    if (
        call.command not in _ANY_KIND
        and KINDS[refs[0][0].lower()].command != call.command.split()[0]
    ):
        return None
    more = _MORE.get(call.command, "")
    return BadInput(
        "This takes one id at a time.",
        f"Begin with: boardroom {call.command} {refs[0].lower()}{more}",
    )


def no_reason(
    call: Call, ref: str, words: Sequence[str], everybody: Sequence[Named]
) -> BadInput | None:
    """The error about a reason that is only ids or names: another meeting is meant; else None."""
    text = " ".join(words)
    if not all(map(looks_like_id, ids_in(text))) and not _people_named(text, everybody):
        return None
    return BadInput(
        f"This takes one meeting at a time, and {quoted(text)} is no reason.",
        f"Begin with: boardroom {call.command} {ref}",
    )


def meeting_in_notes(
    board: sqlite3.Connection, person: Named, notes: Sequence[str]
) -> BadInput | None:
    """The error about notes that begin with the id of a meeting with that person; else None."""
    ref, rest = notes[0], notes[1:]
    if not looks_like_id(ref) or not ref.startswith(MEETING.letter):
        return None
    row = board.execute("SELECT advisor_id FROM meeting WHERE id = ?", (parse(ref).number,))
    owner = next((advisor_id for (advisor_id,) in row), None)
    if owner is None or (rest and owner != person.id):
        return None
    more = "".join(f" {quote(word)}" for word in rest)
    return BadInput(
        f"{ref} is the id of a meeting.",
        f"Write: boardroom log {person.handle}{more} --meeting {ref}",
    )


def _is_meeting(board: sqlite3.Connection, text: str) -> BadInput | None:
    """The error about the id of a meeting where WHO stands in `log`; None for any other text."""
    ref = text.lower()
    if not looks_like_id(ref) or not ref.startswith(MEETING.letter):
        return None
    view = meeting(board, parse(ref).number)
    return BadInput(
        f"{ref} is a meeting, and WHO comes first.",
        f"Write: boardroom log {view.handle} --meeting {ref}",
    )


def several_people(who: str, everybody: Sequence[Named]) -> BadInput | None:
    """The error about a WHO that names several people, like `ana and tom`; else None."""
    found = list(dict.fromkeys(person.handle for person in _people_named(who, everybody)))
    if len(found) < 2:
        return None
    return BadInput(f"{quoted(who)} names several people.", f"Name one of them, like {found[0]}.")


def _people_named(text: str, everybody: Sequence[Named]) -> list[Named]:
    """The people that a text names, each by a whole handle, nickname, first or full name.

    None if there is anything else in it.
    """
    words = [word for word in text.replace(",", " ").split() if word.lower() not in _BETWEEN_NAMES]
    found: list[Named] = []
    while words and len(found) < LONGEST_RUN:
        count = max(spelt_count(words, everybody), 1)
        name = " ".join(words[:count])
        matches = find_matches(name, everybody)
        short = [fold(short) for person in matches for short in person.short_names]
        if len(matches) != 1 or (count == 1 and fold(name) not in short):
            return []
        found += matches
        words = words[count:]
    return [] if words else found


def _subject(call: Call, text: str, everybody: Sequence[Named]) -> str | None:
    """The one that a text names, as it is typed: a handle, or for `snooze` an id or `review`."""
    if call.command == "snooze" and (looks_like_id(text) or text.lower() == "review"):
        return text.lower()
    matches = find_matches(text, everybody)
    return matches[0].handle if len(matches) == 1 else None


def _options(
    call: Call, board: sqlite3.Connection, words: list[str], *, may_be_text: bool
) -> str | None:
    """The options that the words are the values of: a day, a text, or a day and then a text."""
    if call.command == "agreement set":
        return _of_agreement(call, board, words, may_be_text=may_be_text)
    verb = call.command.split()[-1]
    text_option = _TEXT_OPTIONS.get(call.command) if may_be_text else None
    fewest = 1 if verb == "snooze" else 0  # words of a day, which a snooze needs
    counts = range(min(MOST_WORDS, len(words)), fewest - 1, -1) if text_option else [len(words)]
    for count in counts:
        day = _day_option(call, board, verb, words[:count])
        if day is None and count:
            continue
        text = f"{text_option} {quote(' '.join(words[count:]))}" if words[count:] else ""
        return " ".join(option for option in (day, text) if option)
    return None


def _of_agreement(
    call: Call, board: sqlite3.Connection, words: list[str], *, may_be_text: bool
) -> str | None:
    """The options of an agreement: what is hoped for, and until when, if a day stands last."""
    if [word.lower() for word in words] == ["confidential"]:
        return "--confidential"
    lowered = [word.lower() for word in words]
    start = max((n for n, word in enumerate(lowered) if word in ("until", "till")), default=0)
    if not start and (day := _day_option(call, board, "set", words)):
        return day
    if not may_be_text:
        return None
    if not start and lowered[0] not in ("until", "till"):
        return f"--hopes {quote(' '.join(words))}"
    hopes = f"--hopes {quote(' '.join(words[:start]).rstrip(','))} " if start else ""
    return hopes + (_day_option(call, board, "set", words[start:]) or "--until DATE")


def _day_option(call: Call, board: sqlite3.Connection, verb: str, words: list[str]) -> str | None:
    if not words or verb not in _DAY_OPTIONS:
        return None
    option, toward = _DAY_OPTIONS[verb]
    day = " ".join(words[1:] if words[0].lower() in _BEFORE_A_DAY else words)
    try:
        parse_day(call, board, day, toward=toward, bare_length=True)
    except BadInput:
        return None
    return f"{option} {quote(day)}"
