"""The time zones of a calendar: the world's, or those that the file itself defines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import icalendar
from icalendar.timezone import tzp

FAULTS = (ValueError, TypeError, AttributeError, KeyError, IndexError, OverflowError, OSError)
"""What icalendar and the zones raise for values that are not as they should be."""
_ZONE_RULE = re.compile(r"^RRULE[;:](.*)", re.MULTILINE | re.IGNORECASE)
_PARTS = re.compile(
    r"(FREQ=YEARLY|INTERVAL=1|(BYHOUR|BYMINUTE|BYSECOND)=[0-9]{1,2}"
    r"|(BYDAY|BYMONTH|BYMONTHDAY|UNTIL|WKST)=[^;]*);?"
)
_MOST_ZONES, _MOST_ZONE_PARTS = 20, 10


class Zones:
    """The time zones of a file by their names, made when they are first needed."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.has_unknown = False
        self._texts = {}
        for text in texts:
            name = re.search(r"^TZID[^:\n]*:(.*)", text, re.MULTILINE | re.IGNORECASE)
            is_simple = text.upper().count("BEGIN:") <= _MOST_ZONE_PARTS
            if name and is_simple and all(map(_is_yearly, _ZONE_RULE.findall(text))):
                self._texts[name.group(1).strip().replace("\\,", ",")] = text
        self._zones: dict[str, tzinfo | None] = {}

    def zone(self, name: str, read_as: tzinfo | None) -> tzinfo | None:
        """The zone of a name: the world's, else the file's own, else what icalendar takes it for.

        None if it is unknown.
        """
        if name not in self._zones:
            zone = _known_zone(name) or self._own_zone(name) or read_as
            self._zones[name] = zone
            self.has_unknown |= zone is None
        return self._zones[name]

    def _own_zone(self, name: str) -> tzinfo | None:
        if name not in self._texts or len(self._zones) >= _MOST_ZONES:
            return None
        try:
            component = icalendar.Timezone.from_ical(self._texts[name])
            if not isinstance(component, icalendar.Timezone):
                return None
            zone: tzinfo = component.to_tz(tzp, lookup_tzid=False)
            zone.utcoffset(datetime(2026, 1, 1))  # noqa: DTZ001  a zone's own time
        except FAULTS:
            return None
        return zone


def _is_yearly(rule: str) -> bool:
    return "FREQ=YEARLY" in rule.upper() and not _PARTS.sub("", rule.strip().upper())


def _known_zone(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, *FAULTS):
        return None
