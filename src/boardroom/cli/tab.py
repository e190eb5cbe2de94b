"""Shell completion: what can follow an unfinished command line, for every shell.

The scripts of `boardroom completion` ask by environment variables; see `completion_scripts`. The
options come from the commands' own signatures, read without Typer, which is slow to import. A Tab
never fails: where nothing is known, nothing is offered.
"""

from __future__ import annotations

import os

from boardroom.cli.parameters import EVERYWHERE, is_text
from boardroom.cli.signature import Option, everywhere, signature
from boardroom.cli.tab_line import split_line
from boardroom.cli.tab_values import Offer, Typed, name_goes_on, value_offer
from boardroom.cli.tree import TREE, Leaf, function_of
from boardroom.render.formatting import cut_to_line, safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from boardroom.cli.call import Call
    from boardroom.cli.signature import Argument, Signature
    from boardroom.cli.tree import Branch

LINE = "_BOARDROOM_LINE"
"""The environment variable with the command line up to the cursor."""
LISTING = "_BOARDROOM_LISTING"
"""Bash's COMP_TYPE: how the completions are used."""

_DESCRIPTION_LIMIT = 55  # characters, so that most lines with their word fit in 80 columns
_MENUS = ("37", "42")  # menu-complete and insert-completions
_HELP = {"--help": "Show the help."}
_AT_ROOT = {"--version": "Print the version."}


def answer(shell: str, call: Call) -> None:
    """Prints the completions of the line in the environment, as the script of `shell` reads them.

    The first line is `:files` if file names fit too, else `:words`.
    """
    try:
        offer = offer_for(os.environ.get(LINE, ""), call)
    except Exception:  # noqa: BLE001  a Tab must not fill the screen; the command says what is wrong
        offer = Offer()
    words = {
        word: safe(cut_to_line(text, _DESCRIPTION_LIMIT)) for word, text in offer.words.items()
    }
    lines = _for_bash(words) if shell == "bash" else [f"{w}\t{text}" for w, text in words.items()]
    print(":files" if offer.files else ":words", *lines, sep="\n")


def offer_for(line: str, call: Call) -> Offer:
    """What can follow an unfinished command line, which begins with the program's name."""
    *before, start = split_line(line)
    reader = _Reader(call)
    for word in before[1:]:
        if not reader.take(word):
            return Offer()
    return reader.offer(start).beginning_with(start)


class _Reader:
    """Reads a command line word by word. Unlike the lane, it passes over unknown options."""

    def __init__(self, call: Call) -> None:
        self.call = call
        self.names: list[str] = []
        self.tree: Mapping[str, Leaf | Branch] | None = TREE
        self.declared: Signature | None = None
        self.options = everywhere()
        self.used: set[str] = set()
        self.words: list[str] = []
        self.pending: Option | None = None
        self.only_words = False

    def take(self, word: str) -> bool:
        """Reads the next word. Returns False if there is no such command."""
        if self.pending is not None:
            self._put(self.pending, word)
            self.pending = None
        elif word == "--" and self.tree is None:
            self.only_words = True
        elif not self.only_words and not is_text(word):
            name, equals, value = word.partition("=")
            option = self.options.get(name)
            self.used.add(name)
            if option is not None and not option.flags:
                if equals:
                    self._put(option, value)
                else:
                    self.pending = option
        elif self.tree is None:
            self.words.append(word)
        else:
            return self._descend(word)
        return True

    def offer(self, start: str) -> Offer:
        """What can be the next word, whether or not it begins with `start`."""
        if self.pending is not None:
            return self._value(self.pending, start)
        if not self.only_words and (start == "-" or not is_text(start)):
            return self._option(start)
        if self.tree is not None:
            return Offer({name: entry.help for name, entry in self.tree.items()})
        return self._argument(start)

    def _descend(self, name: str) -> bool:
        assert self.tree is not None
        entry = self.tree.get(name)
        if entry is None:
            return False
        if not isinstance(entry, Leaf):
            self.tree = entry.leaves
        elif entry.passes_on:  # the demonstration board does not exist yet
            self.call.is_demo = True
            return True
        else:
            self.declared = signature(function_of(entry))
            self.options = self.declared.options
            self.tree = None
        self.names.append(name)
        return True

    def _option(self, start: str) -> Offer:
        name, equals, value = start.partition("=")
        option = self.options.get(name)
        if equals:
            if option is None or option.flags:
                return Offer()
            return self._value(option, value).with_prefix(f"{name}=")
        words = {
            word: option.help
            for word, option in sorted(self.options.items(), key=lambda pair: pair[0] in EVERYWHERE)
            if word.startswith("--") and (option.several or not self.used & set(option.words))
        }
        return Offer({**words, **_HELP, **(_AT_ROOT if not self.names else {})})

    def _argument(self, start: str) -> Offer:
        assert self.declared is not None
        arguments = self.declared.arguments
        index = min(len(self.words), len(arguments) - 1)
        if index < 0:
            return Offer()
        if index == len(self.words) or arguments[index].several:
            offer = self._value(arguments[index], start).beginning_with(start)
            if offer or not arguments[0].is_name:
                return offer
        is_name = arguments[0].is_name
        return name_goes_on(Typed(self.call, self.names, self.words, start)) if is_name else Offer()

    def _value(self, argument: Argument, start: str) -> Offer:
        return value_offer(Typed(self.call, self.names, self.words, start), argument)

    def _put(self, option: Option, value: str) -> None:
        if option.name == "--db":
            self.call.db = value


def _for_bash(words: Mapping[str, str]) -> list[str]:
    """The lines for bash, which lists words as they are: with descriptions, if it will list them.

    It inserts what all lines have in common, so a single one, and those of a menu, are bare. After
    `--who=`, it completes what follows.
    """
    words = {word.rpartition("=")[2]: text for word, text in words.items()}
    if len(words) == 1 or os.environ.get(LISTING, "") in _MENUS:
        return list(words)
    width = max(map(len, words), default=0)
    return [f"{word:{width}}  {text}".rstrip() for word, text in words.items()]
