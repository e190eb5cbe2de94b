"""The rule of a series of events, by dateutil's rrule, within bounds that no file can exceed.

A rule may name ten thousand million seconds, or a day that no year has, and dateutil would look for
it until the year 9999. So only rules of whole days with the usual parts are followed.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta, tzinfo

from dateutil import rrule

from boardroom.formats.calendar_times import in_zone

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

MOST_OF_A_SERIES = 2_000
"""How many events of a series are looked at."""
_FREQUENCIES: dict[str, Literal[0, 1, 2, 3]] = {
    "DAILY": rrule.DAILY,
    "WEEKLY": rrule.WEEKLY,
    "MONTHLY": rrule.MONTHLY,
    "YEARLY": rrule.YEARLY,
}
_PARTS = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "WKST"}
)
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_A_LEAP_YEAR = 2024
_IN_EVERY_MONTH = 28
_OLDEST_COUNTED = timedelta(days=10 * 366)
"""How long ago a series may have begun whose events have to be counted from there."""


class NotFollowed(ValueError):
    """A rule that is finer than a day, impossible, or of an unusual kind."""


def series_rule(
    parts: Mapping[str, list[object]], start: datetime, first: date, zone: tzinfo | None
) -> rrule.rrule:
    """The rule of a series, begun shortly before `first` if it does not count its events.

    Raises:
        NotFollowed: it is none that is followed.
    """
    frequency = str(_one(parts, "FREQ", "")).upper()
    interval = _number(_one(parts, "INTERVAL", 1))
    count = _one(parts, "COUNT", None)
    if frequency not in _FREQUENCIES or parts.keys() - _PARTS or not 0 < interval <= 1000:
        raise NotFollowed
    month_days = [*map(_number, parts.get("BYMONTHDAY", ()))]
    months = [*map(_number, parts.get("BYMONTH", ()))]
    days = [_weekday(str(day).upper(), frequency) for day in parts.get("BYDAY", ())]
    places = [*map(_number, parts.get("BYSETPOS", ()))]
    _check_possible(frequency, month_days, months, days, places)
    if interval > 1 or frequency == "DAILY":
        _check_met(
            frequency, interval, start, month_days, has_months=bool(months), has_days=bool(days)
        )
    if count is not None and first - start.date() > _OLDEST_COUNTED:
        raise NotFollowed
    begin = start
    if count is None and frequency in ("DAILY", "WEEKLY"):
        period = interval * (7 if frequency == "WEEKLY" else 1)
        periods = ((first - start.date()).days - 1) // period - 1
        begin = start + timedelta(days=max(periods, 0) * period)
    return rrule.rrule(
        _FREQUENCIES[frequency],
        dtstart=begin,
        interval=interval,
        count=None if count is None else min(_number(count), MOST_OF_A_SERIES),
        until=_until(_one(parts, "UNTIL", None), zone),
        bymonthday=month_days or None,
        bymonth=months or None,
        byweekday=days or None,
        bysetpos=places or None,
        wkst=_week_start(str(_one(parts, "WKST", "MO")).upper()),
    )


def _check_possible(
    frequency: str,
    month_days: Sequence[int],
    months: Sequence[int],
    days: Sequence[rrule.weekday],
    places: Sequence[int],
) -> None:
    """Checks that some day fits a rule, so that the search for it ends.

    Raises:
        NotFollowed: none does, or it is hard to tell.
    """
    longest = [calendar.monthrange(_A_LEAP_YEAR, month)[1] for month in months if 1 <= month <= 12]
    if len(longest) != len(months):
        raise NotFollowed
    if any(not 1 <= abs(day) <= max(longest, default=31) for day in month_days):
        raise NotFollowed
    if frequency == "WEEKLY" and month_days:
        raise NotFollowed
    numbered = any(day.n for day in days)
    if numbered and (month_days or places or frequency not in ("MONTHLY", "YEARLY")):
        raise NotFollowed
    if frequency == "YEARLY" and numbered and months and any(abs(day.n or 1) > 4 for day in days):
        raise NotFollowed
    if places:
        if frequency not in ("WEEKLY", "MONTHLY", "YEARLY") or (days and month_days):
            raise NotFollowed
        each = len(days) * (1 if frequency == "WEEKLY" else 4) or len(month_days)
        if any(not 1 <= abs(place) <= max(each, 1) for place in places):
            raise NotFollowed


def _check_met(
    frequency: str,
    interval: int,
    start: datetime,
    month_days: Sequence[int],
    *,
    has_months: bool,
    has_days: bool,
) -> None:
    """Checks that a rule with an interval soon meets a day that fits it.

    Raises:
        NotFollowed: it may never do.
    """
    if frequency == "DAILY":
        may_miss = bool(month_days) or (has_days and interval % 7 == 0)
    elif frequency == "WEEKLY":
        may_miss = has_months
    elif frequency == "MONTHLY":
        may_miss = has_months or not (
            start.day in month_days or all(abs(day) <= _IN_EVERY_MONTH for day in month_days)
        )
    else:
        may_miss = any(abs(day) > _IN_EVERY_MONTH for day in month_days)
    if may_miss:
        raise NotFollowed


def _weekday(text: str, frequency: str) -> rrule.weekday:
    name, number = text[-2:], text[:-2]
    if name not in _DAYS:
        raise NotFollowed
    day = rrule.weekday(_DAYS.index(name))
    if not number:
        return day
    most = 5 if frequency == "MONTHLY" else 52
    value = _number(number)
    if not 1 <= abs(value) <= most:
        raise NotFollowed
    return day(value)


def _week_start(text: str) -> int:
    return _DAYS.index(text) if text in _DAYS else 0


def _until(until: object, zone: tzinfo | None) -> datetime | None:
    """The end of a series as the clocks of its own zone show it: of a day, its last moment."""
    if until is None:
        return None
    if isinstance(until, datetime):
        if until.tzinfo is None:
            return until
        wall = in_zone(until.replace(tzinfo=None), until.tzinfo, zone)
        assert isinstance(wall, datetime)
        return wall
    if isinstance(until, date):
        return datetime.combine(until, time.max)
    raise NotFollowed


def _one(parts: Mapping[str, list[object]], name: str, default: object) -> object:
    values = parts.get(name)
    return values[0] if isinstance(values, list) and values else values or default


def _number(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        raise NotFollowed from None
