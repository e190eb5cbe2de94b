"""The parameters of a command, from its signature: declared once for Typer and for the lane.

Modules of commands import Typer for type checking only, so their annotations are strings, and so
are shared ones such as `Who`. Typer and the lane evaluate them with a `typer` of their own.
"""

from __future__ import annotations

import re
import sys
from functools import cache

from boardroom.record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

EVERYWHERE = {
    "--json": (None, "Print JSON."),
    "--db": ("PATH", "The board's file (default: BOARDROOM_DB or the standard place)."),
    "--no-input": (None, "Never ask questions."),
    "--debug": (None, "Show the traceback of an unexpected error."),
}
"""The options of every command, before or after its name: metavar (None for a flag) and help.

Each sets the attribute of the `Call` with the same name.
"""

_OPTIONS = "options"
# The shape of an option's name, with a value or without: “--place=Blue Bottle”, “-h”.
_OPTION = re.compile(r"--[A-Za-z][\w-]*(?:=.*)?|-[A-Za-z][\w-]*(?:=\S*)?", re.DOTALL)


class Parameter(Record):
    """A parameter of a command; `names` are the globals of its annotation."""

    name: str
    annotation: object
    default: object
    names: dict[str, Any]

    def evaluated(self, typer: object, annotated: object) -> Any:  # noqa: ANN401  Typer's or ours
        """Evaluates the annotation with these in place of `typer` and `Annotated`.

        If the result is a string, it is an alias, to be evaluated in the module that defines it.
        """
        annotation, names = self.annotation, self.names
        while isinstance(annotation, str):
            alias = annotation
            own = {"typer": typer, "Annotated": annotated}
            annotation = eval(alias, names, own)  # noqa: S307  written in our own source
            if isinstance(annotation, str):
                names = _home(alias, annotation)
        return annotation


def is_text(word: str) -> bool:
    """Whether it is text or `-`, though it may begin with a dash: “- cut it”, “-20%”."""
    return word != "--" and not (word.startswith("-") and _OPTION.fullmatch(word))


def is_name(metavar: object) -> bool:
    """Whether an argument that is shown as `metavar` is one WHO."""
    return isinstance(metavar, str) and metavar.strip("[]").split("|")[0] == "WHO"


def with_options(
    given: str, options: Mapping[str, str]
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Adds options that several commands share, as annotations by name.

    The command receives the options that were used as a dict, in the parameter named `given`.
    """

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        vars(command)[_OPTIONS] = given, options
        return command

    return decorate


def parameters(command: Callable[..., Any]) -> list[Parameter]:
    """The parameters of a command except the context; shared options come last."""
    given, options = vars(command).get(_OPTIONS, ("", {}))
    code: Any = command.__code__
    names: dict[str, Any] = command.__globals__
    own = code.co_varnames[1 : code.co_argcount]
    defaults = command.__defaults__ or ()
    default_of = dict(zip(reversed(own), reversed(defaults), strict=False))
    return [
        Parameter(name, command.__annotations__[name], default_of.get(name), names)
        for name in own
        if name != given
    ] + [Parameter(name, annotation, None, globals()) for name, annotation in options.items()]


def call_command(
    command: Callable[..., Any],
    context: Any,  # noqa: ANN401  Typer's or the lane's
    values: dict[str, Any],
) -> Any:  # noqa: ANN401  the command's result
    """Calls a command with the values of its `parameters`."""
    given, options = vars(command).get(_OPTIONS, ("", {}))
    if given:
        shared = {name: values.pop(name) for name in options}
        values[given] = {name: value for name, value in shared.items() if value is not None}
    return command(context, **values)


@cache
def _home(name: str, alias: str) -> dict[str, Any]:
    """The globals of the module that defines an alias, where it is annotated.

    Raises:
        NameError: no module defines it.
    """
    for module_name, module in list(sys.modules.items()):
        if module_name.startswith("boardroom."):
            names = vars(module)
            if names.get(name) is alias and name in names.get("__annotations__", ()):
                return names
    raise NameError(f"No module declares “{name}: TypeAlias = …”.")
