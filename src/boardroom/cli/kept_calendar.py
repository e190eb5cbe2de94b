"""Keeps the calendar of the setting `calendar` up to date.

It is written after the change is stored, so a failure is told and takes nothing back.
"""

from __future__ import annotations

from datetime import datetime

from boardroom import clock
from boardroom.cli.call import Call
from boardroom.cli.messages import warn
from boardroom.errors import BoardroomError
from boardroom.formats.calendar_writing import Event
from boardroom.queries.calendar import calendar
from boardroom.queries.kept_calendar import newest_operation_id
from boardroom.queries.settings import settings
from boardroom.queries.sharing import Sharing
from boardroom.record import Record
from boardroom.render.calendar import calendar_events
from boardroom.store.calendar_files import (
    is_calendar_file,
    write_calendar_file,
    write_calendar_folder,
)


class _Kept(Record):
    """The path of a calendar, what it is to hold, and after which operation."""

    path: str
    board: str
    events: list[Event]
    operation_id: int


def keep_calendar(call: Call) -> None:
    """Writes the calendar, or says on standard error why it could not.

    Another process may change the board meanwhile, and write its calendar before this one. So this
    repeats until it has written the newest state.
    """
    if call.is_demo:
        return
    written = -1
    try:
        while (kept := _kept(call)) is not None and kept.operation_id != written:
            _write(kept)
            written = kept.operation_id
    except BoardroomError as error:
        warn(f"The calendar is not up to date. {error.message} {error.hint}")
    except (OSError, OverflowError, ValueError) as error:
        warn(f"The calendar is not up to date: {error}.")


def _kept(call: Call) -> _Kept | None:
    with call.reading() as board:
        path = settings(board).calendar
        if path is None:
            return None
        view = calendar(board, Sharing(), today=call.today)
        operation_id = newest_operation_id(board)
    return _Kept(path, view.board, calendar_events(view), operation_id)


def _write(kept: _Kept) -> None:
    now = datetime.fromisoformat(clock.now())
    write = write_calendar_file if is_calendar_file(kept.path) else write_calendar_folder
    write(kept.path, kept.events, board=kept.board, now=now)
