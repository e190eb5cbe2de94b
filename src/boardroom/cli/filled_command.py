"""Fills a template of `first_guesses` with what was typed, as a command that works when typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from shlex import quote

from boardroom.cli.first_guesses import NEEDED
from boardroom.cli.parameters import is_text
from boardroom.cli.signature import Argument, signature
from boardroom.cli.tree import TREE, commands, function_of
from boardroom.errors import BoardroomError
from boardroom.queries.people import people
from boardroom.rules.dates import MOST_WORDS, parse_day
from boardroom.rules.names import find_matches, fold, nearest, spelt_count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.cli.call import Call
    from boardroom.rules.names import Named

FILLERS = ("with", "to", "for", "from", "about", "me", "the")
_COMMANDS = dict(commands(TREE))
_OPTIONAL = ("list", "undo", "redo", "backup", "demo", "help", "all")
"""Last words of commands that need no argument."""
_BEFORE_WORDS = ("--advisor", "--output")
"""Options of templates whose value is the words, or the name that they begin with."""
_ON_FILE = {"advisor ask": ["--prospect"], "advisor consider": ["--prospect"], "advisor seat": []}
"""Commands that bring somebody on; who is not on file is added instead, with these options."""
_AFTER_NAME = (*FILLERS, "on", "as", "onto", "if")


class Filler:
    """Fills templates; reads the board at most once, for the names of people."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._people: list[Named] | None = None

    def filled(self, template: str, words: Sequence[str]) -> str:
        """The command of a template with the words, and names for the arguments that it lacks."""
        if template.startswith("= "):
            return template[2:]
        alone, _, with_words = template.partition(" | ")
        words = list(words)
        if words and words[0].casefold() in FILLERS and len(words) > 1:
            del words[0]
        path, *fixed = (with_words if with_words and words else alone).split(" --")
        options = [f"--{option}" for option in fixed]
        if path.startswith("--"):
            return path
        if path == "log":
            words = self._with_day(words)
        texts, given = _split(words)
        needed = NEEDED.get(path, "")
        if needed and needed.split()[0] not in (*options, *given):
            options.append(needed)
        if line := self._with_words_in_option(path, options, texts) or self._added(path, words):
            return line
        arguments = signature(function_of(_COMMANDS[path])).arguments
        if not arguments:
            texts = []
        elif path.split()[-1] == "edit":  # new words are an option's, or typed in the editor
            from_pipe = ["-"] if texts[1:] and texts[-1] == "-" else []
            texts = [*texts[: self.name_length(texts)], *from_pipe]
        is_whole = path.split()[-1] in _OPTIONAL
        missing = [] if is_whole else _names(arguments[self._count(arguments, texts) :])
        return " ".join([path, *map(quote, texts), *missing, *options, *map(quote, given)])

    def _with_words_in_option(self, path: str, options: list[str], texts: list[str]) -> str:
        """The command of a template whose last option takes the words, or the name among them."""
        if not options or options[-1] not in _BEFORE_WORDS:
            return ""
        count = self.name_length(texts) if options[-1] == "--advisor" else len(texts)
        return f"{path} {options[-1]} {quote(' '.join(texts[:count])) if texts else 'WHO'}"

    def _added(self, path: str, words: Sequence[str]) -> str:
        """The command that adds whom nobody on file is even spelt like; “” for anybody else."""
        texts, given = _split(words)
        if path not in _ON_FILE or not texts or nearest(" ".join(texts), self._on_file()):
            return ""
        return " ".join(["advisor add", *map(quote, _name(texts)), *_ON_FILE[path], *given])

    def is_name(self, words: Iterable[str]) -> bool:
        """Whether the words name somebody on file."""
        return bool(find_matches(" ".join(filter(is_text, words)), self._on_file()))

    def begins_with_name(self, words: Sequence[str]) -> int:
        """How many of the words spell somebody on file, whole: a handle or a name; 0 for none."""
        if not words or not is_text(words[0]):
            return 0
        first = fold(words[0])
        short = {fold(name) for person in self._on_file() for name in person.short_names}
        return spelt_count(list(words), self._on_file()) or int(first in short)

    def name_length(self, words: Sequence[str]) -> int:
        """How many of the words spell the name that they begin with; 1 if none do."""
        return max(spelt_count(list(words), self._on_file()), 1)

    def _with_day(self, words: list[str]) -> list[str]:
        """The words of a log with a day at their end as the option."""
        first = max(1, len(words) - MOST_WORDS)
        for start in range(first, len(words)) if all(map(is_text, words)) else ():
            day = " ".join(words[start:])
            try:
                parse_day(day, today=self._call.today, toward="back")
            except BoardroomError:
                continue
            return [*words[:start], "--on", day]
        return words

    def _count(self, arguments: Sequence[Argument], texts: Sequence[str]) -> int:
        """How many of the arguments the words fill; a name of several words is one."""
        words = list(texts)
        if arguments and "WHO" in arguments[0].metavar and len(words) > 1:
            count = len(words) - self.name_length(words) + 1
        else:
            count = len(words)
        return min(count, len(arguments))

    def _on_file(self) -> list[Named]:
        if self._people is None:
            try:
                with self._call.reading() as board:
                    self._people = people(board)
            except BoardroomError:
                self._people = []
        return self._people


def _name(words: Sequence[str]) -> Iterable[str]:
    """The words up to one that goes on after a name: `invite ines duarte to my board`."""
    return takewhile(lambda word: word.casefold() not in _AFTER_NAME, words)


def _split(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The words before the first option, and the others."""
    start = next((n for n, word in enumerate(words) if not is_text(word)), len(words))
    return [*words[:start]], [*words[start:]]


def _names(arguments: Sequence[Argument]) -> list[str]:
    """The names of the arguments that a command needs."""
    needed = [argument.metavar for argument in arguments if not argument.metavar.startswith("[")]
    return [metavar.partition("|")[0].replace("...", "") for metavar in needed]
