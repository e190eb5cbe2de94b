"""Parses TIME arguments and times alone, and compares the lengths of a WHEN and `--for`."""

from __future__ import annotations

import sqlite3
from contextlib import suppress

from boardroom.cli.call import Call
from boardroom.cli.when import parse_moment
from boardroom.errors import BadInput
from boardroom.rules.text import quoted
from boardroom.rules.windows import parse_minutes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.queries.meetings import MeetingView
    from boardroom.rules.dates import Moment


def parse_time(
    text: str,
    *,
    range_hint: str = "Give the length by itself: --at {at} --for {minutes}m.",
) -> str:
    """Parses a TIME to a time of day like `15:30`.

    Raises:
        BadInput: it is not a time of day. The hint for a range is `range_hint`.
    """
    from boardroom.rules.clock_times import parse_clock_time  # noqa: PLC0415  times are rare

    clock = parse_clock_time(" ".join(text.lower().split()).removeprefix("at "))
    if clock.minutes is not None:
        raise BadInput(
            f"{quoted(text.strip())} is a range of times.",
            range_hint.format(at=clock.at, minutes=clock.minutes),
        )
    return clock.at


def at_another_time(view: MeetingView, error: BadInput) -> Moment | None:
    """The day of a meeting at a time that was given alone; None for any other error."""
    from boardroom.rules.moments import Moment, TimeAlone  # noqa: PLC0415  as above

    return Moment(view.on, error.at, error.minutes) if isinstance(error, TimeAlone) else None


def check_new_day(call: Call, board: sqlite3.Connection, text: str) -> None:
    """Checks what is typed for a new day of a meeting, which may be a time alone.

    Raises:
        BadInput: see `parse_moment`.
    """
    from boardroom.rules.moments import TimeAlone  # noqa: PLC0415  as above

    with suppress(TimeAlone):
        parse_moment(call, board, text, toward="forward")


def check_one_length(when: Moment | None, minutes: str | None) -> None:
    """Checks that a range of times and `--for` do not give two lengths.

    Raises:
        BadInput: they do, or `--for` can't be read.
    """
    if when is None or when.minutes is None or minutes is None:
        return
    if parse_minutes(minutes) != when.minutes:
        raise BadInput(
            f"The length is given twice: {when.minutes} minutes by the times, and by --for.",
            "Leave one of them out.",
        )
