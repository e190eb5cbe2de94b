"""Errors for command lines that name no command, with the one that is meant.

Nothing is run: the command is printed, to be typed. This is imported when Typer has refused a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from shlex import join, quote

from boardroom.cli.filled_command import Filler
from boardroom.cli.first_guesses import AFTER_COMMAND, DAY_OPTIONS, OF_A_PERSON
from boardroom.cli.guessed_line import Guesser
from boardroom.cli.lane import resolve
from boardroom.cli.parameters import is_text
from boardroom.cli.signature import NotPlain, everywhere
from boardroom.cli.tree import TREE, Branch, Leaf
from boardroom.errors import BadInput
from boardroom.record import Record
from boardroom.rules.dates import parse_day
from boardroom.rules.text import join_words, quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.cli.call import Call


class Unknown(Record):
    """A word that no command has: the names before it, the word, and those after it."""

    options: Sequence[str]
    names: Sequence[str]
    word: str
    rest: Sequence[str]


def unknown_word(argv: Sequence[str]) -> Unknown | None:
    """The first word on a command line that should name a command, and does not."""
    options: list[str] = []
    names: list[str] = []
    entry: Leaf | Branch | None = None
    remaining = list(argv)
    known = everywhere()
    while remaining and not isinstance(entry, Leaf):
        word = remaining.pop(0)
        option = known.get(word.partition("=")[0])
        if option is not None:
            options.append(word)
            if not option.flags and "=" not in word and remaining:
                options.append(remaining.pop(0))
            continue
        tree = TREE if entry is None else entry.leaves
        if word not in tree:
            return None if word.startswith("-") else Unknown(options, names, word, remaining)
        entry = tree[word]
        names.append(word)
    return None


def guessed(unknown: Unknown, call: Call) -> BadInput:
    """The error for a word that is no command, with the command that is meant, if that is known."""
    path = " ".join(["boardroom", *unknown.names])
    message = f"No such command {quoted(unknown.word)}."
    guesser = Guesser(call)
    found = guesser.lines(unknown.names, unknown.word, unknown.rest)
    lines = found or guesser.near(unknown.names, unknown.word, unknown.rest)
    if lines:
        meant = join_words([_command(unknown.options, line) for line in lines], "or")
        label = "Write" if len(found) == 1 else "Did you mean"
        return BadInput(message, f"{label}: {meant}", tuple(lines))
    verbs = f"{path} takes {join_words(guesser.verbs(unknown.names))}. " if unknown.names else ""
    return BadInput(message, f"{verbs}See: {path} -h")


def guessed_words(argv: Sequence[str], call: Call) -> str | None:
    """The command that is meant by words after one that takes none; None if that is not known."""
    try:
        names, leaf, rest = resolve(list(argv), {})
    except NotPlain:
        return None
    texts = [word for word in rest if is_text(word)]
    day_option = DAY_OPTIONS.get(" ".join(names))
    if day_option is not None and _is_day(call, texts):
        others = [word for word in rest if not is_text(word)]
        return join([*names, day_option, " ".join(texts), *others])
    keys = (" ".join([*names, *texts[:1]]), " ".join(names))
    template = next((AFTER_COMMAND[key] for key in keys if key in AFTER_COMMAND), None)
    if not isinstance(leaf, Leaf) or template is None or not texts:
        return None
    filler = Filler(call)
    if template in OF_A_PERSON and not filler.is_name(texts):
        return None
    return filler.filled(template, texts)


def _command(options: Sequence[str], line: str) -> str:
    return " ".join(["boardroom", *map(quote, options), line])


def _is_day(call: Call, words: Sequence[str]) -> bool:
    try:
        parse_day(" ".join(words), today=call.today, toward="back")
    except BadInput:
        return False
    return True
