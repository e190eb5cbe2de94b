"""The options of `advisor add` and `advisor edit` for the fields of a person.

The fields are in `boardroom.rules.advisor`; an option is called as its field is labelled there.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

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


def with_fields(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command these options; it receives those that were used as `given`, by field."""
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
    signature = inspect.Signature(parameters)
    run.__signature__ = signature  # type: ignore[attr-defined]  # inspect looks here
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return run


def _parameter(name: str, kind: Any, option: Any) -> inspect.Parameter:
    return inspect.Parameter(
        name,
        inspect.Parameter.POSITIONAL_OR_KEYWORD,
        default=None,
        annotation=Annotated[kind, option],
    )
