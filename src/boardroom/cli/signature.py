"""The signature of a command, read from its annotations without importing Typer.

`Argument` and `Option` stand in for Typer's when the lane evaluates a signature.
"""

from __future__ import annotations

from functools import cache

from boardroom.cli.parameters import EVERYWHERE, is_name, parameters

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

_SUPPORTED = {"metavar", "help", "show_default"}
_FLAGS = (bool, bool | None)
_LISTS = (list[str], list[str] | None)
_FREE_TEXT = ("TEXT", "NOTES", "TITLE", "NAME", "PLACE")
_TYPES = (str, str | None, *_FLAGS, *_LISTS)


class NotPlain(Exception):
    """The command line is not plain, and is left to Typer."""


class Argument:
    """Stands in for `typer.Argument`, and keeps the attributes that the lane needs."""

    def __init__(
        self,
        *declarations: str,
        parser: Callable[[str], Any] | None = None,
        **others: object,
    ) -> None:
        self.declarations = declarations
        self.parser = parser
        self._others = others
        self.name = ""
        self.type: object = str

    @property
    def is_supported(self) -> bool:
        """Whether the lane supports the whole declaration."""
        return self._others.keys() <= _SUPPORTED and (
            self.parser is not None or self.type in _TYPES
        )

    @property
    def several(self) -> bool:
        """Whether it takes any number of values."""
        return self.type in _LISTS

    @property
    def metavar(self) -> str:
        """The name of its value in the help, like `WHO` or `yes|no`; empty for a flag."""
        return str(self._others.get("metavar", ""))

    @property
    def help(self) -> str:
        """Its line in the help."""
        return str(self._others.get("help", ""))

    @property
    def is_name(self) -> bool:
        """Whether it is a WHO, whose words are joined if they are the last of the command."""
        return is_name(self.metavar)

    @property
    def is_free_text(self) -> bool:
        """Whether its value is any text, and no choice, day, length, id or WHO."""
        return any(word in self.metavar for word in _FREE_TEXT)

    def value(self, given: str | bool) -> Any:  # noqa: ANN401  the parser's result
        """The value that a command receives for a word or a flag."""
        return self.parser(given) if self.parser and isinstance(given, str) else given


class Option(Argument):
    """Stands in for `typer.Option`."""

    @property
    def flags(self) -> dict[str, bool]:
        """The values of its words, if it is a flag."""
        if self.type not in _FLAGS:
            return {}
        name = self.name.replace("_", "-")
        declared = self.declarations or (f"--{name}/--no-{name}",)
        pairs = [declaration.partition("/") for declaration in declared]
        return {yes: True for yes, _, _ in pairs} | {no: False for _, _, no in pairs if no}

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the option on the command line."""
        return tuple(self.flags) or self.declarations or (f"--{self.name.replace('_', '-')}",)


class _Annotated:
    """Stands in for `typing.Annotated`: stores the type in the declaration."""

    def __class_getitem__(cls, items: tuple[object, Argument]) -> Argument:
        items[1].type = items[0]
        return items[1]


class _Typer:
    """Stands in for the module `typer`."""

    Argument = Argument
    Option = Option


class Signature:
    """The arguments of a command in order, its options by word, and all defaults."""

    def __init__(
        self,
        arguments: list[Argument],
        options: dict[str, Option],
        defaults: dict[str, Any],
    ) -> None:
        self.arguments = arguments
        self.options = options
        self.defaults = defaults

    @property
    def takes_words(self) -> bool:
        """Whether its last argument may have several words."""
        last = self.arguments[-1] if self.arguments else None
        return last is not None and (last.several or last.is_name)

    def is_loose(self, option: Option, value: str, word: str, before_count: int) -> bool:
        """Whether a word right after an option's value may belong to the value.

        It may if there are enough words before the option, and also if both are free text and
        neither was in quotes, as words with a blank were, nor is “-”, standard input.
        """
        if not self.takes_words or before_count >= len(self.arguments):
            return self.takes_words
        return (
            before_count == len(self.arguments) - 1
            and option.is_free_text
            and self.arguments[-1].is_free_text
            and len(value.split()) == len(word.split()) == 1
            and "-" not in (value, word)
        )


@cache
def signature(command: Callable[..., Any]) -> Signature:
    """The signature of a command, including the options of every command.

    Raises:
        NotPlain: a declaration is one that only Typer supports.
    """
    result = Signature([], everywhere(), {})
    for parameter in parameters(command):
        declaration = parameter.evaluated(_Typer, _Annotated)
        if not isinstance(declaration, Argument) or not declaration.is_supported:
            raise NotPlain
        declaration.name = parameter.name
        result.defaults[parameter.name] = parameter.default
        if isinstance(declaration, Option):
            result.options.update(dict.fromkeys(declaration.words, declaration))
        else:
            result.arguments.append(declaration)
    if any(argument.several for argument in result.arguments[:-1]):
        raise NotPlain
    return result


def everywhere() -> dict[str, Option]:
    """The options of every command, by word. Their names are their words, unlike parameters."""
    options = {}
    for word, (metavar, text) in EVERYWHERE.items():
        options[word] = option = Option(word, metavar=metavar or "", help=text)
        option.name = word
        option.type = bool if metavar is None else str
    return options
