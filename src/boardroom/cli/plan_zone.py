"""The errors about a time of somebody else's clock: “8am their time”, “08:00 JST”.

Times are the user's own. Loaded only where a WHEN can't be read.
"""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from boardroom.errors import BadInput
from boardroom.rules.day_format import format_day, to_local
from boardroom.rules.moments import Moment
from boardroom.rules.text import quoted

# Those that are English words too (cat, eat, art, wet) are left out.
_ABBREVIATIONS = (
    "utc|gmt|bst|ist|wes?t|cest|cet|eest|eet|msk|sast|wat|gst|pkt|wib|jst|kst|sgt|hkt"
    "|aest|aedt|acst|acdt|awst|nzst|nzdt|est|edt|cst|cdt|mst|mdt|pst|pdt|akst|akdt|hst|brt"
)
_NO_PLACE = r"(?:in|on|at|a|the|any|some|good|same|that|this|first|last|next|free|spare)\b"
_ZONE = re.compile(
    rf"(?:^|(?<=\s))\(?(?P<zone>(?:in )?(?:(?!{_NO_PLACE})(?P<of>[a-z]+(?:['’]s)?(?: [a-z]+)?) time"
    rf"|(?P<name>{_ABBREVIATIONS}|[a-z_]+/[a-z_/]+)))\)?(?=$|\s)",
    re.IGNORECASE,
)
_THEIRS = ("their", "his", "her", "local", "their own", "their local")
_MINE = ("my", "our", "my own", "my local")


def time_elsewhere(
    others: str, moment: Moment, handle: str, zone: str | None, command: str
) -> BadInput | None:
    """The error about words after a time that name another clock; None if there are none.

    `zone` is the time zone of the person, if it is on file. `command` takes a day and a time.
    """
    shape = _ZONE.search(others)
    if shape is None or moment.at is None:
        return None
    of = " ".join((shape["of"] or "").lower().split())
    yours = "Times are those of your own clock"
    if of in _MINE:
        return BadInput(f"{yours} anyway.", f"Write: boardroom {command} {_written(moment)}")
    message = f"{yours}, so {quoted(shape['zone'])} is not read."
    name = (shape["name"] or "").lower()
    if name == "utc":
        zone = "UTC"
    elif zone is not None and not (of in _THEIRS or _is_of(zone, name or of)):
        return BadInput(message, f"Write the time where you are: boardroom {command} WHEN")
    here = None if zone is None else _here(moment, zone)
    if zone is None or here is None:
        return BadInput(
            message,
            f"Write the time where you are: boardroom {command} WHEN. Theirs is shown beside it"
            f" once you say where they are: boardroom advisor edit {handle} --timezone REGION/CITY",
        )
    day = _written(here)
    city = zone.rpartition("/")[2].replace("_", " ")
    return BadInput(
        message,
        f"{_written(moment)} in {city} is {day} for you: boardroom {command} {day}",
    )


def _is_of(zone: str, name: str) -> bool:
    """Whether a zone is known by a name: its own, its city, or what its clocks show in a season."""
    known = {zone.lower(), zone.rpartition("/")[2].replace("_", " ").lower()}
    try:
        clock = ZoneInfo(zone)
    except (KeyError, OSError, ValueError):
        return False
    seasons = (datetime(2026, month, 1, tzinfo=clock).tzname() for month in (1, 7))
    return name in known | {str(season).lower() for season in seasons}


def _here(moment: Moment, zone: str) -> Moment | None:
    """A day and time in a zone as those of this computer; None if one of them is not known."""
    assert moment.at is not None
    try:
        there = datetime.combine(moment.on, time.fromisoformat(moment.at), tzinfo=ZoneInfo(zone))
        local = to_local(there)
    except (KeyError, OSError, ValueError, OverflowError):
        return None
    return Moment(local.date(), f"{local:%H:%M}", moment.minutes)


def _written(moment: Moment) -> str:
    """A day and a time as one writes them, with the end if there is one on that day."""
    day = format_day(moment.on, moment.at)
    if moment.at is None or moment.minutes is None:
        return day
    start = datetime.combine(moment.on, time.fromisoformat(moment.at))
    end = start + timedelta(minutes=moment.minutes)
    return f"{day}-{end:%H:%M}" if end.date() == moment.on else day
