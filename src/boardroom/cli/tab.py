"""Shell completion without Typer: the names of commands, and handles for WHO.

The scripts of `boardroom completion` ask by environment variables, and get exactly the output that
Typer would print. Options, and command lines that are not plain, are left to Typer.
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
"""The environment variable with the instruction of a completion script."""

_QUOTING = frozenset("\"'\\")
_BLANKS = str.maketrans("\t\r\n", "   ")
_HELP_LIMIT = 45  # characters, as in Typer


def answer(instruction: str, call: Call) -> Callable[[], object] | None:
    """A function that prints the completions for an `instruction`; None to leave it to Typer."""
    if instruction not in _WORDS:
        return None
    try:
        *before, unfinished = _WORDS[instruction]()
        completions = _completions(before, unfinished, call)
    except NotPlain:
        return None
    return lambda: _PRINTERS[instruction](completions())


def shortened(text: str) -> str:
    """Cuts a line of help at a space, to at most 45 characters."""
    if len(text) <= _HELP_LIMIT:
        return text
    return text[: _HELP_LIMIT - 2].rpartition(" ")[0] + "..."


def _completions(before: list[str], unfinished: str, call: Call) -> Callable[[], dict[str, str]]:
    """A function that finds the completions after the words `before`, each with its help.

    Raises:
        NotPlain: the command line is left to Typer.
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
    declared = signature(function_of(entry))
    argument: Argument | None = declared.options.get(rest[-1]) if rest else None
    if isinstance(argument, Option) and not argument.flags:
        rest = rest[:-1]
    else:
        argument = None
    words = lane.take_options(rest, declared.options, values, interspersed=True)
    unfilled = lane.put_arguments(words, declared.arguments, values)
    lane.set_everywhere(call, values)
    argument = argument or next(iter(unfilled), None)
    if argument is None or argument.autocompletion is None:  # too many words, or free text
        return dict
    complete, context = argument.autocompletion, lane.Context(call, " ".join(["boardroom", *path]))
    return lambda: {text: "" for text in complete(context) if text.startswith(unfinished)}


def _words_from_bash() -> list[str]:
    words = _split(os.environ.get("COMP_WORDS", ""))
    index = os.environ.get("COMP_CWORD", "")
    if not index.isdecimal():
        raise NotPlain
    return [*words[1 : int(index)], *(words[int(index) :][:1] or [""])]


def _words_from_line() -> list[str]:
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
    """Prints the completions.

    Raises:
        Exit: the shell asks if there are any; the exit code answers.
    """
    action = os.environ.get("_TYPER_COMPLETE_FISH_ACTION", "")
    if action == "is-args":
        raise Exit(0 if completions else 1)
    texts = [f"{text}\t{help_}" if help_ else text for text, help_ in completions.items()]
    print("\n".join(texts) if action == "get-args" else "")


def _quoted(text: str) -> str:
    """Quotes a text for zsh. The order of the replacements matters."""
    for old, new in (('"', '""'), ("'", "''"), ("$", "\\$"), ("`", "\\`"), (":", r"\\:")):
        text = text.replace(old, new)
    return text


_WORDS = {
    "complete_bash": _words_from_bash,
    "complete_zsh": _words_from_line,
    "complete_fish": _words_from_line,
}
_PRINTERS = {
    "complete_bash": _print_for_bash,
    "complete_zsh": _print_for_zsh,
    "complete_fish": _print_for_fish,
}
