"""Days with a time as programs print them: `2026-11-24T15:30:00Z`; an offset becomes local time.

The part of the grammar in `dates` for ISO 8601 beyond `2026-11-24 15:30`.
"""

from __future__ import annotations

import re
from datetime import date, datetime

from boardroom.errors import BadInput
from boardroom.rules.calendar_dates import check_year, parse_written_out
from boardroom.rules.clock_times import parse_clock_time
from boardroom.rules.day_format import to_local
from boardroom.rules.text import quoted

_INSTANT = (
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[t ](?P<time>[0-9]{1,2}:[0-9]{2})"
    r"(?P<seconds>:[0-9]{2}(?:[.][0-9]+)?)? ?(?P<zone>z|[+-][0-9]{2}(?::?[0-5][0-9])?)?"
)


def parse_instant(words: str) -> tuple[date, str] | None:
    """The local day and time in lower-case, single-spaced `words`; None if they have another form.

    Seconds are dropped. Local is the zone of the computer.

    Raises:
        BadInput: there is no such day, time or offset, or the year is out of range.
    """
    shape = re.fullmatch(_INSTANT, words)
    if shape is None:
        return None
    on = parse_written_out(shape["day"], today=date.min, toward="forward", date_order=None)
    assert on is not None  # the shape is that of an ISO date
    at = parse_clock_time(shape["time"]).at
    if not shape["zone"]:
        return on, at
    digits = "+0000" if shape["zone"] == "z" else shape["zone"].replace(":", "").ljust(5, "0")
    try:
        local = to_local(datetime.fromisoformat(f"{on.isoformat()}T{at}{digits[:3]}:{digits[3:]}"))
    except (ValueError, OverflowError, OSError):
        raise BadInput(
            f"{quoted(words)} has no offset that exists.", "Write it like 2026-11-24T15:30+01:00."
        ) from None
    check_year(local.year)
    return local.date(), f"{local:%H:%M}"
