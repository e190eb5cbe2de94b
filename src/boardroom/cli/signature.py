"""What a command takes, recorded from its annotations without importing Typer.

`Argument` and `Option` stand in for Typer's where the lane evaluates a signature.
"""

from __future__ import annotations

from boardroom.cli.parameters import EVERYWHERE, parameters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_UNDERSTOOD = {"metavar", "help", "show_default"}
_FLAGS = (bool, bool | None)
_LISTS = (list[str], list[str] | None)
_TYPES = (str, str | None, *_FLAGS, *_LISTS)


class NotPlain(Exception):
    """A command line that the lane does not know for sure; Typer does."""


class Argument:
    """Stands in for `typer.Argument` and records what the lane needs of it."""

    def __init__(
        self,
        *declarations: str,
        parser: Callable[[str], Any] | None = None,
        autocompletion: Callable[[Any], list[str]] | None = None,
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
