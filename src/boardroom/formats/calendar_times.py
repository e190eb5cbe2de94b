"""Times of a calendar's zones, as the clocks of another zone show them."""

from __future__ import annotations

from datetime import date, datetime, tzinfo


def in_zone(read: datetime | date, own: tzinfo | None, zone: tzinfo | None) -> datetime | date:
    """A time of its own zone as the clocks of another show it (None: of this computer).

    A day, or a time of no zone, stays as it is.
    """
    if not isinstance(read, datetime) or own is None or own is zone:
        return read
    return read.replace(tzinfo=own).astimezone(zone).replace(tzinfo=None)
