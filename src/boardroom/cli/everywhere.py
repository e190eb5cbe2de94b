"""The options of every command, as Typer takes them: before or after its name."""

from __future__ import annotations

from typing import Any

import typer
from typer.core import TyperOption

from boardroom.cli.call import Call
from boardroom.cli.parameters import EVERYWHERE
from boardroom.errors import BadInput


class Everywhere:
    """Adds the options of every command, which can be used before or after its name."""

    def everywhere(self) -> list[TyperOption]:
        """The options, each keeping its value in the `Call`."""
        return [_option(word, metavar, text) for word, (metavar, text) in EVERYWHERE.items()]


def _option(name: str, metavar: str | None, text: str) -> TyperOption:
    key = name[2:].replace("-", "_")

    def keep(context: typer.Context, _: Any, value: Any) -> None:
        # An empty value may come from an unset variable, and must not mean the user's own board.
        if value == "":
            raise BadInput(f"{name} is empty.", "Use a path, or leave the option out.")
        if not value:  # not used here, but perhaps at another level
            return
        call = Call.of(context)
        if key == "db":
            call.check_db(value)
        setattr(call, key, value)

    return TyperOption(
        param_decls=[name],
        help=text,
        metavar=metavar,
        is_flag=metavar is None,
        expose_value=False,
        is_eager=True,
        callback=keep,
    )
