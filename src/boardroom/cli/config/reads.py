"""`boardroom config list`, `get` and `path`."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.cli.call import Call
from boardroom.queries.settings import setting_list
from boardroom.render.page import Page, Text
from boardroom.render.settings import setting_json, settings_json, settings_page
from boardroom.rules.settings import normalise


def list_(context: typer.Context) -> None:
    """Every setting.

    Examples:
        boardroom config list
    """
    call = Call.of(context)
    with call.reading() as board:
        views = setting_list(board)
    call.show(settings_page(views), settings_json(views))


def get(
    context: typer.Context,
    key: Annotated[str | None, typer.Argument(metavar="KEY", show_default=False)] = None,
) -> None:
    """One setting.

    Examples:
        boardroom config get window
    """
    call = Call.of(context)
    key = call.needed(key, "KEY", "Which setting?")
    with call.reading() as board:
        found = {view.key: view for view in setting_list(board)}
    if key not in found:
        normalise(key, "")  # says which keys there are
    call.show(Page((Text(found[key].value),)), setting_json(found[key]))


def path(context: typer.Context) -> None:
    """Where the board is kept.

    Examples:
        boardroom config path
    """
    call = Call.of(context)
    call.show(Page((Text(call.path),)), {"schema": "boardroom.path/1", "path": call.path})
