"""The only place that reads the clock; everywhere else `today` is an argument."""

from __future__ import annotations

import os
import time
from datetime import UTC, date, datetime

from boardroom.errors import BadInput

VARIABLE = "BOARDROOM_TODAY"

# As in `boardroom.rules.calendar_dates`, which `due --short` does not load.
_YEARS = range(1900, 2201)


def today() -> date:
    """The local calendar date, or the one in `BOARDROOM_TODAY`.

    Raises:
        BadInput: `BOARDROOM_TODAY` is not YYYY-MM-DD; or its year, or that of the computer's clock,
            is outside 1900 to 2200.
    """
    text = os.environ.get(VARIABLE)
    if not text:
        return _by_the_computer()
    hint = f"Write it as {VARIABLE}=2026-11-24, or unset it."
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:  # fromisoformat reads 20261124 and 2026-W48-2 too
        raise BadInput(f"{VARIABLE} is {text!r}, which is not a date.", hint)
    if day.year not in _YEARS:
        raise BadInput(f"{VARIABLE} is {text!r}, a year outside {_YEARS[0]} to {_YEARS[-1]}.", hint)
    return day


def _by_the_computer() -> date:
    # Not by `astimezone`, which refuses time zones more than a day from UTC, as TZ may name.
    year, month, day, *_ = time.localtime()
    if year not in _YEARS:
        raise BadInput(
            f"The clock of this computer says {year}, a year outside {_YEARS[0]} to {_YEARS[-1]}.",
            f"Set it, or write {VARIABLE}=2026-11-24 before the command.",
        )
    return date(year, month, day)


def now() -> str:
    """The current time in UTC as ISO text, to the second; `BOARDROOM_TODAY` does not affect it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def instant() -> datetime | None:
    """The current instant; None if `BOARDROOM_TODAY` sets the day, which has no time of day."""
    return None if os.environ.get(VARIABLE) else datetime.now(UTC)
