"""Answers a shell's Tab without Typer: the names of commands, and handles where a WHO stands.

The scripts of `boardroom completion` ask by environment variables; answers are to the letter what
Typer prints. Options, and all that is not plain, are left to Typer.
"""

from __future__ import annotations

import os

from boardroom.cli import lane
from boardroom.cli.failures import Exit
from boardroom.cli.signature import Argument, NotPlain, Option, signature
from boardroom.cli.tree import TREE, Leaf, function_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from boardroom.cli.call import Call

COMPLETING = "_BOARDROOM_COMPLETE"
"""The variable in which a completion script gives its instruction."""

_QUOTING = frozenset("\"'\\")
_BLANKS = str.maketrans("\t\r\n", "   ")
_HELP_LIMIT = 45  # characters, as Typer has it


def answer(instruction: str, call: Call) -> Callable[[], object] | None:
    """What prints the answer to a completion script's `instruction`; None where Typer has to."""
    if instruction not in _ASKED:
        return None
    try:
        *before, unfinished = _ASKED[instruction]()
        completions = _completions(before, unfinished, call)
    except NotPlain:
        return None
    return lambda: _PRINTED[instruction](completions())


def shortened(text: str) -> str:
    """A line of help in at most 45 characters, cut at a blank."""
    if len(text) <= _HELP_LIMIT:
        return text
    return text[: _HELP_LIMIT - 2].rpartition(" ")[0] + "..."


def _completions(before: list[str], unfinished: str, call: Call) -> Callable[[], dict[str, str]]:
    """What can stand after the words `before`, each with its help; not looked up yet.

    Raises:
        NotPlain: that is for Typer to say.
    """
    if unfinished.startswith("-") or unfinished == "=":
        raise NotPlain
    values: dict[str, Any] = {}
    path, entry, rest = lane.resolve(before, values)
    if not isinstance(entry, Leaf):
        tree = TREE if entry is None else entry.leaves
        names = [name for name in tree if name.startswith(unfinished)]
        return lambda: {name: shortened(tree[name].help) for name in names}
    if entry.passes_on or "--" in rest:
        raise NotPlain
    takes = signature(function_of(entry))
    asked: Argument | None = takes.options.get(rest[-1]) if rest else None
    if isinstance(asked, Option) and not asked.flags:
        rest = rest[:-1]
    else:
        asked = None
    words = lane.take_options(rest, takes.options, values, interspersed=True)
    waiting = lane.put_arguments(words, takes.arguments, values)
    lane.set_everywhere(call, values)
    asked = asked or next(iter(waiting), None)
    if asked is None or asked.autocompletion is None:  # a word too many, or a text
        return dict
    complete, context = asked.autocompletion, lane.Context(call, " ".join(["boardroom", *path]))
    return lambda: {text: "" for text in complete(context) if text.startswith(unfinished)}


def _asked_by_bash() -> list[str]:
    words = _split(os.environ.get("COMP_WORDS", ""))
    index = os.environ.get("COMP_CWORD", "")
    if not index.isdecimal():
        raise NotPlain
    return [*words[1 : int(index)], *(words[int(index) :][:1] or [""])]


def _asked_by_line() -> list[str]:
    line = os.environ.get("_TYPER_COMPLETE_ARGS", "")
    words = _split(line)[1:]
    return [*words, ""] if line.endswith(" ") or not words else words


def _split(line: str) -> list[str]:
    if _QUOTING.intersection(line):
        raise NotPlain
    return [word for word in line.translate(_BLANKS).split(" ") if word]


def _print_for_bash(completions: dict[str, str]) -> None:
    print("\n".join(completions))


def _print_for_zsh(completions: dict[str, str]) -> None:
    texts = [
        f'"{_quoted(text)}":"{_quoted(help_)}"' if help_ else f'"{_quoted(text)}"'
        for text, help_ in completions.items()
    ]
    print("_arguments '*: :((" + "\n".join(texts) + "))'" if texts else "_files")


def _print_for_fish(completions: dict[str, str]) -> None:
    """Prints them, or tells by the exit code whether there are any.

    Raises:
        Exit: the shell wants to know that.
    """
    action = os.environ.get("_TYPER_COMPLETE_FISH_ACTION", "")
    if action == "is-args":
        raise Exit(0 if completions else 1)
    texts = [f"{text}\t{help_}" if help_ else text for text, help_ in completions.items()]
    print("\n".join(texts) if action == "get-args" else "")


def _quoted(text: str) -> str:
    """A text as zsh wants it; the order of the replacements counts."""
    for old, new in (('"', '""'), ("'", "''"), ("$", "\\$"), ("`", "\\`"), (":", r"\\:")):
        text = text.replace(old, new)
    return text


_ASKED = {
    "complete_bash": _asked_by_bash,
    "complete_zsh": _asked_by_line,
    "complete_fish": _asked_by_line,
}
_PRINTED = {
    "complete_bash": _print_for_bash,
    "complete_zsh": _print_for_zsh,
    "complete_fish": _print_for_fish,
}
