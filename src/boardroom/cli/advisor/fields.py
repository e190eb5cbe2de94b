"""What is kept about a person, declared once: the options of `advisor add` and `advisor edit`, and the lines to edit by hand."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from boardroom.formats.fields import Field

_ONE = {
    "seat": ("T", "The chair they fill, in your words."),
    "org": ("T", "Where they work."),
    "how_met": ("T", "How you met."),
    "kind": ("K", "informal or formal."),
    "their_goals": ("T", "What they are after themselves."),
    "email": ("T", "Email address."),
    "phone": ("T", "Phone number."),
    "link": ("T", "A web page of theirs."),
    "city": ("T", "Where they live."),
    "way": ("W", "coffee, lunch, call, video, walk or other."),
    "window": ("4-6w", "How often to meet."),
    "minutes": ("60m", "How long to meet."),
    "notes": ("T", "Anything else."),
    "handle": ("H", "The short unique name to type."),
}
_SEVERAL = {
    "nicknames": ("--nickname", "T", "Another name of theirs; may be repeated."),
    "strengths": ("--strength", "T", "What they are good at; may be repeated."),
    "perspectives": ("--perspective", "DIMENSION=VALUE", "Like industry=retail; may be repeated."),
}
_LONG = ("their_goals", "notes")

BY_HAND = (
    Field("name", "name"),
    Field("since", "since"),
    *(Field(field, field.replace("_", "-")) for field in _ONE if field not in _LONG),
    *(Field(field, option[2:], several=True) for field, (option, _, _) in _SEVERAL.items()),
    *(Field(field, field.replace("_", " ").capitalize(), text=True) for field in _LONG),
)
"""A person as the editor shows them: named as the options are, the long texts last."""


def with_fields(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command these options; it receives the ones that were used as `given`, by field."""
    shared = [
        _parameter(field, str | None, typer.Option(metavar=metavar, help=text))
        for field, (metavar, text) in _ONE.items()
    ]
    shared += [
        _parameter(field, list[str] | None, typer.Option(option, metavar=metavar, help=text))
        for field, (option, metavar, text) in _SEVERAL.items()
    ]
    own = [
        parameter
        for parameter in inspect.signature(command, eval_str=True).parameters.values()
        if parameter.name != "given"
    ]

    def run(**values: Any) -> None:
        fields = {parameter.name: values.pop(parameter.name) for parameter in shared}
        command(
            **values, given={field: value for field, value in fields.items() if value is not None}
        )

    run.__doc__ = command.__doc__
    # Typer reads a command's options off its signature.
    parameters = [*own, *shared]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # inspect looks here, functions do not declare it
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def _parameter(name: str, kind: Any, option: Any) -> inspect.Parameter:
    return inspect.Parameter(
        name,
        inspect.Parameter.POSITIONAL_OR_KEYWORD,
        default=None,
        annotation=Annotated[kind, option],
    )
