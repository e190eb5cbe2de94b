"""What a shell offers for the value of an argument or option.

It is told by the metavar that the help shows, so a new command is completed like the others: `WHO`,
`pID`, `ID...`, `yes|no`, `FILE`. The rest is text or days, for which nothing is offered.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module

from boardroom.cli.call import Call
from boardroom.cli.help_topics import ALL, TOPICS
from boardroom.cli.signature import Argument
from boardroom.cli.tree import TREE, Branch, Leaf
from boardroom.errors import BoardroomError
from boardroom.queries.completions import OPEN_ONLY, ids_with_words
from boardroom.queries.people import people
from boardroom.queries.settings import setting_list
from boardroom.record import Record
from boardroom.rules.ids import KINDS
from boardroom.rules.name_completion import name_completions
from boardroom.rules.names import find_matches
from boardroom.store.copies import copies
from boardroom.store.file import PROMPT_WAIT_SECONDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    T = TypeVar("T")

FILES = frozenset({"FILE", "PATH", "DIR"})
"""The metavars that are completed by the shell, with the names of files."""
TEXTS = frozenset(
    {"TEXT", "NOTES", "WHY", "TITLE", "NAME", "PLACE", "URL", "HANDLE", "DIMENSION=VALUE"}
    | {"COLUMN=FIELD"}
    | {"DATE", "WHEN", "TIME", "SLOT", "N", "'TEXT @ DATE'", "4-6w", "60m", "45m", "14d", "-"}
)
"""The metavars of what is new each time: texts, days, lengths and numbers."""
CHOICES = {
    "WAY": "rules.advisor:WAYS",
    "ROLE": "rules.advisor:ROLES",
    "ZONE": "rules.timezones:ZONES",
    "STATUS": "rules.advice:OUTCOMES",
    "DIRECTION": "rules.exchanges:DIRECTIONS",
    "SHELL": "cli.completion_scripts:SHELLS",
    "VERSION": "formats.board_vcard:VERSIONS",
    "advisor KIND": "rules.advisor:KINDS",
    "mentee KIND": "rules.advisor:KINDS",
    "agenda KIND": "rules.agenda:KINDS",
    "exchange KIND": "rules.exchanges:KINDS",
    "give KIND": "rules.exchanges:KINDS",
    "got KIND": "rules.exchanges:KINDS",
    "import KIND": "formats.incoming.kinds:KINDS",
    "remind KIND": "cli.remind:KINDS",
    "remind SHELL": "cli.remind:SHELLS",
}
"""Where the words for a metavar are; if they differ by command, its first word comes before."""
_DONE = "psago"
"""The letters of what can be done."""
_SETTING_WORDS = {
    "date_order": ("dmy", "mdy", "unset"),
    "thanks": ("off",),
    "calendar": ("unset",),
}


class Offer(Record):
    """Words to offer, each with its description, and whether names of files fit too."""

    words: Mapping[str, str] = {}
    files: bool = False

    def __bool__(self) -> bool:
        return bool(self.words) or self.files

    def beginning_with(self, start: str) -> Offer:
        """The offer without the words that begin otherwise."""
        return Offer({w: text for w, text in self.words.items() if w.startswith(start)}, self.files)

    def with_prefix(self, prefix: str) -> Offer:
        """The offer with each word after a prefix."""
        return Offer({f"{prefix}{word}": text for word, text in self.words.items()}, self.files)


class Typed(Record):
    """A command line up to the cursor: the command, its arguments, and the unfinished word."""

    call: Call
    command: Sequence[str]
    words: Sequence[str]
    start: str


def value_offer(typed: Typed, argument: Argument) -> Offer:
    """What can be the value of an argument or option."""
    metavar = argument.metavar
    if metavar.startswith("ID,"):
        return _list_offer(typed, metavar)
    words: dict[str, str] = {}
    for part in parts(metavar):
        words |= _words_for(part, metavar, typed)
    return Offer(words, files=not FILES.isdisjoint(parts(metavar)))


def name_goes_on(typed: Typed) -> Offer:
    """The words that go on with a WHO of several words, which the arguments so far begin."""
    *inside, start = typed.start.split(" ")
    prefix = "".join(f"{word} " for word in inside)
    before = [word for argument in (*typed.words, *inside) for word in argument.split()]

    def query(board: sqlite3.Connection) -> Mapping[str, str]:
        return dict(name_completions(before, start, people(board)))

    return Offer(_read(typed.call, query)).with_prefix(prefix)


def parts(metavar: str) -> list[str]:
    """The alternatives of a metavar: `mID` and `WHO` of `mID|WHO`."""
    bare = metavar if metavar in TEXTS else metavar.strip("[]").replace("...", "").replace("]", "")
    return list(dict.fromkeys(bare.split("|") if bare != "WHO WHO" else ["WHO"]))


def _words_for(part: str, metavar: str, typed: Typed) -> Mapping[str, str]:
    where = CHOICES.get(" ".join([*typed.command[:1], part])) or CHOICES.get(part)
    if where is not None:
        module, _, name = where.partition(":")
        return dict.fromkeys(getattr(import_module(f"boardroom.{module}"), name), "")
    if part in _LOOKED_UP:
        return _LOOKED_UP[part](typed)
    if part.endswith("ID"):
        return _ids(typed, [part[0]])
    if part == "DATE" and "PATH" in metavar:
        return _days_of_copies(typed)
    return {part: ""} if "|" in metavar and part.replace("_", "").islower() else {}


def _ids(typed: Typed, letters: Iterable[str]) -> Mapping[str, str]:
    """Ids with their words. If many kinds fit, those of the letter that was typed."""
    letters = list(letters)
    if len(letters) > len(_DONE):
        letters = [letter for letter in letters if letter == typed.start[:1].lower()]
    open_only = bool(typed.command) and typed.command[-1] in OPEN_ONLY

    def query(board: sqlite3.Connection) -> Mapping[str, str]:
        matches = find_matches(typed.words[0], people(board)) if typed.words else ()
        advisor_id = matches[0].id if len(matches) == 1 else None
        return {
            ref: words
            for letter in letters
            for ref, words in ids_with_words(
                board,
                letter,
                today=typed.call.today,
                open_only=open_only,
                advisor_id=advisor_id,
            ).items()
            if ref not in typed.words
        }

    return _read(typed.call, query)


def _list_offer(typed: Typed, metavar: str) -> Offer:
    """What can be the next id of a list with commas."""
    before, comma, start = typed.start.rpartition(",")
    others = [part for part in parts(metavar) if part != "ID,"] if not before else []
    used = before.split(",")
    ids = _ids(typed._replace(start=start), ["a"])
    words = {ref: text for ref, text in ids.items() if ref not in used}
    return Offer({**words, **dict.fromkeys(others, "")}).with_prefix(before + comma)


def _settings(typed: Typed) -> Mapping[str, str]:
    return _read(typed.call, lambda board: {s.key: s.value for s in setting_list(board)})


def _setting_values(typed: Typed) -> Mapping[str, str]:
    key = typed.words[0] if len(typed.words) == 1 else ""
    listed = _read(typed.call, lambda board: {s.key: s for s in setting_list(board)})
    setting = listed.get(key)
    if setting is None:
        return {}
    return {
        setting.value: "as it is now",
        **dict.fromkeys(_SETTING_WORDS.get(key, ()), ""),
        "default": setting.default,
    }


def _commands(typed: Typed) -> Mapping[str, str]:
    """The commands that go on with the typed ones."""
    tree: Mapping[str, Leaf | Branch] = TREE
    for word in typed.words:
        entry = tree.get(word)
        tree = entry.leaves if isinstance(entry, Branch) else {}
    return {name: entry.help for name, entry in tree.items()}


def _days_of_copies(typed: Typed) -> Mapping[str, str]:
    listed = [] if typed.call.is_demo else copies(typed.call.path)
    return {copy.day.isoformat(): "the copy of that day" for copy in reversed(listed)}


def _read(call: Call, query: Callable[[sqlite3.Connection], Mapping[str, T]]) -> Mapping[str, T]:
    """What a query finds on the board; nothing if the board can't be read, or is a demo's."""
    if call.is_demo:
        return {}
    try:
        with call.reading(wait=PROMPT_WAIT_SECONDS) as board:
            return query(board)
    except BoardroomError:
        return {}


_LOOKED_UP: Mapping[str, Callable[[Typed], Mapping[str, str]]] = {
    "COMMAND": _commands,
    "TOPIC": lambda typed: {} if typed.words else {**TOPICS, ALL: "Every command, a line each."},
    "WHO": lambda typed: name_goes_on(typed._replace(words=())).words,
    "ID": lambda typed: _ids(typed, _DONE if typed.command == ["done"] else KINDS),
    "KEY": _settings,
    "VALUE": _setting_values,
}
