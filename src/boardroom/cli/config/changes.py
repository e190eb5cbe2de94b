"""`boardroom config set`."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.actions.settings import change_setting
from boardroom.cli.call import Call
from boardroom.queries.settings import setting_list
from boardroom.render.settings import setting_json


def set_(
    context: typer.Context,
    key: Annotated[str | None, typer.Argument(metavar="KEY", show_default=False)] = None,
    value: Annotated[
        list[str] | None,
        typer.Argument(metavar="VALUE", show_default=False, help="“default” takes a change back."),
    ] = None,
) -> None:
    """Change a setting.

    Examples:
        boardroom config set window 3-5w
        boardroom config set window default
    """
    call = Call.of(context)
    key = call.needed(key, "KEY", "Which setting?")
    wanted = call.needed(call.words(value), "VALUE", f"{key} is to be?")
    with call.changing(context) as work:
        change_setting(work, key, wanted)
    with call.reading() as board:
        record = next(view for view in setting_list(board) if view.key == key)
    call.did(work, setting_json(record))
