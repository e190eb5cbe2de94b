"""`boardroom config list`, `get`, `set` and `path`."""

from __future__ import annotations

import os

from boardroom.actions.lifecycle import seated
from boardroom.actions.settings import DEFAULT, change_setting
from boardroom.cli.call import Call
from boardroom.cli.printer import Reply
from boardroom.queries.settings import setting, setting_list, settings
from boardroom.render.page import Page, Text
from boardroom.render.settings import setting_json, settings_json, settings_page
from boardroom.rules.seats import beyond_seats
from boardroom.rules.settings import DEFAULTS, check_key, normalise
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, TypeAlias

    import typer

Key: TypeAlias = (
    "Annotated[str | None, typer.Argument(metavar='KEY', show_default=False, "
    "help='The setting, like window.')]"
)


def list_(context: typer.Context) -> None:
    """List all settings.

    Examples:
        boardroom config list
    """
    call = Call.of(context)
    views = call.read(setting_list)
    call.show(settings_page(views), settings_json(views))


def get(context: typer.Context, key: Key = None) -> None:
    """Print a setting.

    Examples:
        boardroom config get window
    """
    call = Call.of(context)
    name = _key(call, key)
    view = call.read(lambda board: setting(board, name))
    call.show(Page((Text(view.value),)), setting_json(view))


def set_(
    context: typer.Context,
    key: Key = None,
    value: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="VALUE",
            show_default=False,
            help="“default” restores the default; “-” reads it from a pipe.",
        ),
    ] = None,
) -> None:
    """Change a setting.

    "calendar" is a file that ends in .ics, or a folder: it is written at every change of the board
    from then on, like "calendar write" and "calendar vdir" do, until it is unset.

    Examples:
        boardroom config set window 3-5w
        boardroom config set window default
        boardroom config set calendar ~/boardroom.ics
    """
    call = Call.of(context)
    name = _key(call, key)
    words = call.text_argument(value)
    if words is None:
        view = call.read(lambda board: setting(board, name))
        words = call.ask_if_missing(
            words,
            "VALUE",
            f"New value of {name}, now {view.value}?",
            check=lambda text: text == DEFAULT or normalise(name, text),
        )

    if name == "calendar":
        words = _calendar_path(words)

    def action(work: Work) -> Reply:
        change_setting(work, name, words)
        board = work.connection
        notice = beyond_seats(seated(board), settings(board).seats) if name == "seats" else None
        return Reply(setting_json(setting(board, name)), notices=(notice,) if notice else ())

    call.change(action)


def path(context: typer.Context) -> None:
    """Print the path of the board's file.

    Examples:
        boardroom config path
    """
    call = Call.of(context)
    call.show(Page((Text(call.path),)), {"schema": "boardroom.path/1", "path": call.path})


def _calendar_path(given: str) -> str:
    """The full path of a calendar to keep, which another program's file may not have."""
    if given == DEFAULT or normalise("calendar", given) == DEFAULTS["calendar"]:
        return given
    from boardroom.store.calendar_files import (  # noqa: PLC0415  only where one is set
        check_calendar_file,
        check_calendar_folder,
        check_folder_above,
        is_calendar_file,
    )

    path = os.path.abspath(os.path.expanduser(given.strip()))
    if is_calendar_file(path):
        check_folder_above(path)
        check_calendar_file(path)
    else:
        check_calendar_folder(path)
    return path


def _key(call: Call, key: str | None) -> str:
    """The key of a setting; asks for it below a list of the settings if it is missing."""
    if key is None and call.may_ask:
        call.show_with_question(settings_page(call.read(setting_list)))
    return call.ask_if_missing(key, "KEY", "Which setting? (like window)", check=check_key)
