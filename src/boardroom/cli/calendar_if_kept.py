"""Keeps the calendar up to date after a change that `Call.transact` did not make."""

from __future__ import annotations

from boardroom.cli.call import Call
from boardroom.cli.messages import warn
from boardroom.errors import BoardroomError
from boardroom.queries.kept_calendar import keeps_calendar


def keep_calendar_if_set(call: Call) -> None:
    """Brings the calendar up to date, if there is one; the change is stored whatever happens."""
    try:
        with call.reading() as board:
            is_kept = keeps_calendar(board)
    except BoardroomError as error:
        warn(f"The calendar is not up to date. {error.message}")
        return
    if is_kept:
        call.keep_calendar()
