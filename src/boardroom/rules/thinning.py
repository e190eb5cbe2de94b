"""Which copies of the board are kept as they age."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

DAILY_COPIES = 7
WEEKLY_COPIES = 8
MONTHLY_COPIES = 24
"""How many days, weeks and months keep a copy; every year keeps one."""


JUMP_DAYS = 92
"""After a longer gap between two copies, a clock may have jumped."""


def days_to_keep(days: Collection[date], *, today: date) -> set[date]:
    """The days whose copies are kept.

    These are the newest `DAILY_COPIES`, and the last day with a copy in each of the newest
    `WEEKLY_COPIES` weeks, the newest `MONTHLY_COPIES` months, and every year. Days after today come
    from a clock that was wrong: they are kept, and count for nothing. Days on either side of a gap
    of more than `JUMP_DAYS` do not push each other out.
    """
    kept = {day for day in days if day > today}
    for stretch in _stretches(sorted((day for day in days if day <= today), reverse=True)):
        kept.update(stretch[:DAILY_COPIES])
        kept.update(_last_of_each(stretch, _week)[:WEEKLY_COPIES])
        kept.update(_last_of_each(stretch, _month)[:MONTHLY_COPIES])
        kept.update(_last_of_each(stretch, lambda day: day.year))
    return kept


def _stretches(newest_first: list[date]) -> list[list[date]]:
    stretches: list[list[date]] = []
    for day in newest_first:
        if stretches and (stretches[-1][-1] - day).days <= JUMP_DAYS:
            stretches[-1].append(day)
        else:
            stretches.append([day])
    return stretches


def _last_of_each(newest_first: list[date], period: Callable[[date], object]) -> list[date]:
    last: dict[object, date] = {}
    for day in newest_first:
        last.setdefault(period(day), day)
    return list(last.values())


def _week(day: date) -> tuple[int, int]:
    return day.isocalendar()[:2]


def _month(day: date) -> tuple[int, int]:
    return day.year, day.month
