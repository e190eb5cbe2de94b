"""Parses a plain command line without Typer, which takes longer to import than most commands.

It is strict: anything unusual (errors, abbreviations, an option used twice) is left to Typer,
before anything is opened, asked or read. A command's options are declared once, in its signature,
which `boardroom.cli.parameters` evaluates for both.
"""

from __future__ import annotations

from boardroom.cli.parameters import EVERYWHERE, call_command, is_text
from boardroom.cli.signature import NotPlain, everywhere, signature
from boardroom.cli.tree import TREE, Leaf, function_of
from boardroom.errors import BoardroomError

HELP_OPTIONS = ("-h", "--help")

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from boardroom.cli.call import Call
    from boardroom.cli.signature import Argument, Option, Signature
    from boardroom.cli.tree import Branch


class Context:
    """The part of a Typer context that commands use."""

    def __init__(self, call: Call, command_path: str) -> None:
        self.obj = call
        self.command_path = command_path

    def find_root(self) -> Context:
        """The context that holds the `Call`: this one."""
        return self


def resolve(
    words: list[str], values: dict[str, Any]
) -> tuple[list[str], Leaf | Branch | None, list[str]]:
    """Finds a command: its names, its entry in the tree (None: the root), and the words after them.

    Options before the names go into `values`.

    Raises:
        NotPlain: there is no such command, or an option before it is not plain.
    """
    names: list[str] = []
    entry: Leaf | Branch | None = None
    options = everywhere()
    rest = take_options(words, options, values, interspersed=False)
    while rest and not isinstance(entry, Leaf):
        entry = (TREE if entry is None else entry.leaves).get(rest[0])
        if entry is None:
            raise NotPlain
        names.append(rest[0])
        rest = rest[1:]
        if not isinstance(entry, Leaf):
            rest = take_options(rest, options, values, interspersed=False)
    return names, entry, rest


def take_options(
    words: list[str],
    options: Mapping[str, Option],
    values: dict[str, Any],
    *,
    interspersed: bool,
) -> list[str]:
    """Moves the options in `words` to `values`, by name. Returns the other words.

    Unless `interspersed`, options end at the first other word.

    Raises:
        NotPlain: an option is unknown, used twice, or has a missing or invalid value.
    """
    others: list[str] = []
    remaining = iter(words)
    for word in remaining:
        if word == "--" and interspersed:
            break
        if is_text(word) and (interspersed or word == "-" or not word.startswith("-")):
            others.append(word)
            if not interspersed:
                break
            continue
        name, equals, text = word.partition("=")
        option = options.get(name)
        if option is None or (option.flags and equals):
            raise NotPlain
        if not option.flags and not equals:
            text = next(remaining, "--")
            if text.startswith("--"):  # more likely the next option than a value
                raise NotPlain
        _put(option, option.flags[name] if option.flags else text, values)
    return [*others, *remaining]


def put_arguments(
    words: list[str], arguments: list[Argument], values: dict[str, Any]
) -> list[Argument]:
    """Puts `words` into `values` as `arguments`. Returns the arguments that can take more.

    Words left over belong to a WHO at the end: `prep marcus ojo`.

    Raises:
        NotPlain: there are too many words, or a value is not valid.
    """
    unfilled = list(arguments)
    for word in words:
        if not unfilled:
            if not arguments or not arguments[-1].is_name:
                raise NotPlain
            values[arguments[-1].name] += f" {word}"
            continue
        _put(unfilled[0], word, values)
        if not unfilled[0].several:
            unfilled.pop(0)
    return unfilled


def set_everywhere(call: Call, values: dict[str, Any]) -> None:
    """Moves the options of every command from `values` to `call`.

    Raises:
        NotPlain: `--db` is empty, or used in a demo.
    """
    db = values.get("--db")
    if db == "" or (db is not None and call.is_demo):
        raise NotPlain
    for word in EVERYWHERE:
        if word in values:
            setattr(call, word[2:].replace("-", "_"), values.pop(word))


def plain_command(argv: list[str], call: Call) -> Callable[[], Any] | None:
    """Parses a plain command line, ready to run; None for any other. Sets options on `call`."""
    values: dict[str, Any] = {}
    if argv and argv[-1] in HELP_OPTIONS:
        return _plain_help(argv[:-1], call)
    try:
        names, leaf, rest = resolve(argv, values)
        if leaf is None:
            names, leaf = ["due"], TREE["due"]
        elif not isinstance(leaf, Leaf):
            names, leaf = [*names, "list"], leaf.leaves.get("list")
        if not isinstance(leaf, Leaf):  # a noun without a list
            return None
        command = function_of(leaf)
        declared = signature(command)
        words = take_options(rest, declared.options, values, interspersed=not leaf.passes_on)
        if not leaf.passes_on:
            _check_together(rest, declared)
        put_arguments(words, declared.arguments, values)
        set_everywhere(call, values)
    except NotPlain:
        return None
    context = Context(call, " ".join(["boardroom", *names]))
    return lambda: call_command(command, context, declared.defaults | values)


def _plain_help(words: list[str], call: Call) -> Callable[[], Any] | None:
    """Prints the help of a command or noun; None if the words are more than its name."""
    values: dict[str, Any] = {}
    try:
        names, entry, rest = resolve(words, values)
        if rest:
            return None
        set_everywhere(call, values)
    except NotPlain:
        return None
    from boardroom.cli.help_pages import page_of  # noqa: PLC0415  for help alone

    return lambda: print(call.with_commands(page_of(names, entry)))


def _check_together(rest: list[str], takes: Signature) -> None:
    """Leaves words that follow an option's value, and may belong to it, to `loose_words`.

    Raises:
        NotPlain: there are some.
    """
    if not takes.takes_words:
        return
    count = 0
    option, value = None, ""
    remaining = iter(rest)
    for word in remaining:
        if not is_text(word):
            name, equals, value = word.partition("=")
            option = takes.options.get(name)
            if option is None or option.flags:
                option = None
            elif not equals:
                value = next(remaining, "")
            continue
        if option is not None and takes.is_loose(option, value, word, count):
            raise NotPlain
        option = None
        count += 1


def _put(argument: Argument, given: str | bool, values: dict[str, Any]) -> None:
    try:
        value = argument.value(given)
    except (BoardroomError, ValueError):
        raise NotPlain from None
    if argument.several:
        values.setdefault(argument.name, []).append(value)
    elif argument.name in values and not _may_repeat(argument, value, values[argument.name]):
        raise NotPlain
    else:
        values[argument.name] = value


def _may_repeat(argument: Argument, value: object, earlier: object) -> bool:
    """Whether an option of every command counts as Typer counts it: the last `--db` wins."""
    if argument.name == "--db":
        return "" not in (value, earlier)
    return argument.name in EVERYWHERE and value == earlier
