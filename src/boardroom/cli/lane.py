"""Parses a plain command line without Typer, whose import alone takes longer than most commands.

Strict: whatever it does not know for sure (help, errors, abbreviations, an option given twice) is
left to Typer, before anything is opened, asked or read. A command's options are declared once, in
its signature; `boardroom.cli.parameters` evaluates that for both.
"""

from __future__ import annotations

from boardroom.cli.parameters import EVERYWHERE, call_command, parameters
from boardroom.cli.tree import TREE, Leaf, function_of
from boardroom.errors import BoardroomError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from boardroom.cli.call import Call
    from boardroom.cli.tree import Branch

_UNDERSTOOD = {"metavar", "help", "show_default"}
_FLAGS = (bool, bool | None)
_LISTS = (list[str], list[str] | None)
_TYPES = (str, str | None, *_FLAGS, *_LISTS)


class NotPlain(Exception):
    """A command line that the lane does not know for sure; Typer does."""


class Context:
    """What a command asks of a Typer context."""

    def __init__(self, call: Call, command_path: str) -> None:
        self.obj = call
        self.command_path = command_path

    def find_root(self) -> Context:
        """The context that holds the `Call`: this one."""
        return self


class Argument:
    """Stands in for `typer.Argument` and records what the lane needs of it."""

    def __init__(
        self,
        *declarations: str,
        parser: Callable[[str], Any] | None = None,
        autocompletion: Callable[[Context], list[str]] | None = None,
        **others: object,
    ) -> None:
        self.declarations = declarations
        self.parser = parser
        self.autocompletion = autocompletion
        self._others = others
        self.name = ""
        self.type: object = str

    @property
    def understood(self) -> bool:
        """Whether the lane knows all that was declared."""
        return self._others.keys() <= _UNDERSTOOD and (
            self.parser is not None or self.type in _TYPES
        )

    @property
    def several(self) -> bool:
        """Whether it takes any number of values."""
        return self.type in _LISTS

    def value(self, given: str | bool) -> Any:  # noqa: ANN401  as its parser returns it
        """What a command receives for a word of the command line, or for a flag."""
        return self.parser(given) if self.parser and isinstance(given, str) else given


class Option(Argument):
    """Stands in for `typer.Option`."""

    @property
    def flags(self) -> dict[str, bool]:
        """The values that its words stand for; none unless it is a flag."""
        if self.type not in _FLAGS:
            return {}
        name = self.name.replace("_", "-")
        declared = self.declarations or (f"--{name}/--no-{name}",)
        pairs = [declaration.partition("/") for declaration in declared]
        return {yes: True for yes, _, _ in pairs} | {no: False for _, _, no in pairs if no}

    @property
    def words(self) -> tuple[str, ...]:
        """The words that it is given by."""
        return tuple(self.flags) or self.declarations or (f"--{self.name.replace('_', '-')}",)


class _Annotated:
    """Stands in for `typing.Annotated`: joins the type and the record."""

    def __class_getitem__(cls, items: tuple[object, Argument]) -> Argument:
        items[1].type = items[0]
        return items[1]


class _Typer:
    """Stands in for the module `typer`."""

    Argument = Argument
    Option = Option


class Signature:
    """What a command takes: its arguments in order, its options by word, and their defaults."""

    def __init__(
        self,
        arguments: list[Argument],
        options: dict[str, Option],
        defaults: dict[str, Any],
    ) -> None:
        self.arguments = arguments
        self.options = options
        self.defaults = defaults


def signature(command: Callable[..., Any]) -> Signature:
    """What a command takes, the options of every command included.

    Raises:
        NotPlain: some of it is declared in a way that only Typer understands.
    """
    takes = Signature([], everywhere(), {})
    for parameter in parameters(command):
        record = parameter.evaluated(_Typer, _Annotated)
        if not isinstance(record, Argument) or not record.understood:
            raise NotPlain
        record.name = parameter.name
        takes.defaults[parameter.name] = parameter.default
        if isinstance(record, Option):
            takes.options.update(dict.fromkeys(record.words, record))
        else:
            takes.arguments.append(record)
    if any(argument.several for argument in takes.arguments[:-1]):
        raise NotPlain
    return takes


def everywhere() -> dict[str, Option]:
    """The options of every command, by word. Their names are their words, as no parameter's is."""
    options = {}
    for word, (metavar, _) in EVERYWHERE.items():
        options[word] = option = Option(word)
        option.name = word
        option.type = bool if metavar is None else str
    return options


def resolve(
    words: list[str], values: dict[str, Any]
) -> tuple[list[str], Leaf | Branch | None, list[str]]:
    """The names of a command, its entry in the tree (None: the root), and the words after them.

    Options before them go into `values`.

    Raises:
        NotPlain: there is no such command, or one of those options is odd.
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
    """Takes the options out of `words` into `values`, by name, and returns the other words.

    Unless `interspersed`, options end at the first other word.

    Raises:
        NotPlain: an option is unknown, has no value or one that it can't have, or is given twice.
    """
    others: list[str] = []
    position = 0
    while position < len(words):
        word = words[position]
        position += 1
        if word == "--" and interspersed:
            return [*others, *words[position:]]
        if word == "-" or not word.startswith("-"):
            if not interspersed:
                return words[position - 1 :]
            others.append(word)
            continue
        name, equals, text = word.partition("=")
        option = options.get(name)
        if option is None:
            raise NotPlain
        flags = option.flags
        if not flags and not equals:
            text = words[position] if position < len(words) else "--"
            position += 1
        if equals if flags else not equals and text.startswith("--"):  # rather the next option
            raise NotPlain
        _put(option, flags[name] if flags else text, values)
    return others


def put_arguments(
    words: list[str], arguments: list[Argument], values: dict[str, Any]
) -> list[Argument]:
    """Puts `words` into `values` as `arguments`, and returns the arguments that can take more.

    Raises:
        NotPlain: there are too many words, or one is no value of its argument.
    """
    waiting = list(arguments)
    for word in words:
        if not waiting:
            raise NotPlain
        _put(waiting[0], word, values)
        if not waiting[0].several:
            waiting.pop(0)
    return waiting


def set_everywhere(call: Call, values: dict[str, Any]) -> None:
    """Takes the options of every command out of `values` and sets them on `call`.

    Raises:
        NotPlain: `--db` names no file, or has no place in a demo.
    """
    db = values.get("--db")
    if db == "" or (db is not None and call.throwaway):
        raise NotPlain
    for word in EVERYWHERE:
        if word in values:
            setattr(call, word[2:].replace("-", "_"), values.pop(word))


def plain_command(argv: list[str], call: Call) -> Callable[[], Any] | None:
    """A plain command line, ready to run, its options set on `call`; None for any other."""
    values: dict[str, Any] = {}
    try:
        names, leaf, rest = resolve(argv, values)
        if leaf is None:
            names, leaf = ["due"], TREE["due"]
        if not isinstance(leaf, Leaf):
            return None
        command = function_of(leaf)
        takes = signature(command)
        words = take_options(rest, takes.options, values, interspersed=not leaf.passes_on)
        put_arguments(words, takes.arguments, values)
        set_everywhere(call, values)
    except NotPlain:
        return None
    context = Context(call, " ".join(["boardroom", *names]))
    return lambda: call_command(command, context, takes.defaults | values)


def _put(argument: Argument, value: str | bool, values: dict[str, Any]) -> None:
    if argument.several:
        values.setdefault(argument.name, []).append(value)
        return
    if argument.name in values:
        raise NotPlain
    try:
        values[argument.name] = argument.value(value)
    except (BoardroomError, ValueError):
        raise NotPlain from None
