"""The one place that asks what day it is; below the top, `today` is an argument."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from boardroom.errors import BadInput

VARIABLE = "BOARDROOM_TODAY"


def today() -> date:
    """The local calendar date, or the one in `BOARDROOM_TODAY`.

    Raises:
        BadInput: `BOARDROOM_TODAY` is set to something other than YYYY-MM-DD.
    """
    given = os.environ.get(VARIABLE)
    if not given:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise BadInput(f"{VARIABLE} is {given!r}, which is not a date.", f"Write it as {VARIABLE}=2026-11-24, or unset it.") from None


def now() -> str:
    """This instant in UTC, as ISO text to the second: when a change was written, whatever day `today` says."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
