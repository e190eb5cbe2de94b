"""Gives a command the signature that Typer reads, evaluated from its annotations."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer

from boardroom.cli.parameters import call_command, parameters


def for_typer(function: Callable[..., Any]) -> Callable[..., Any]:
    """Wraps a command for Typer, with annotations that are objects instead of strings."""

    def run(context: typer.Context, **values: Any) -> Any:
        return call_command(function, context, values)

    signature = inspect.signature(run)
    context, _ = signature.parameters.values()
    own = [
        inspect.Parameter(
            parameter.name,
            inspect.Parameter.KEYWORD_ONLY,
            default=parameter.default,
            annotation=parameter.evaluated(typer, Annotated),
        )
        for parameter in parameters(function)
    ]
    # Typer reads both. `__signature__` is for inspect, and is not declared on functions.
    run.__signature__ = signature.replace(parameters=[context, *own])  # type: ignore[attr-defined]
    run.__annotations__ = {
        "context": typer.Context,
        **{parameter.name: parameter.annotation for parameter in own},
    }
    return run
