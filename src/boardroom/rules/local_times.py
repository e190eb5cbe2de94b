"""What a clock shows where somebody is, on the day itself.

Loaded only where a meeting has a time and the person a time zone: zoneinfo is slow to import.
"""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from boardroom.rules.day_format import WEEKDAYS, to_local


def their_time(on: date, at: str, zone: str) -> str:
    """“15:00 in Lisbon”, or on another day “01:00 on Fri in Tokyo”; empty if it does not differ.

    `on` and `at` are a day and time of the user's own zone, which is the computer's. Also empty if
    the zone is not known on this computer.
    """
    instant = datetime.combine(on, time.fromisoformat(at)).timestamp()
    try:
        there = datetime.fromtimestamp(instant, ZoneInfo(zone))
    except (KeyError, OSError, ValueError):  # all of which zoneinfo raises of names that it lacks
        return ""
    here = to_local(there)
    if there.replace(tzinfo=None) == here:
        return ""
    day = "" if there.date() == here.date() else f" on {WEEKDAYS[there.weekday()][:3]}"
    return f"{there:%H:%M}{day} in {zone.rpartition('/')[2].replace('_', ' ')}"
