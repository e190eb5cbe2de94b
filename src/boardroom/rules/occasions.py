"""Occasions: dated things in other people's lives, and when each comes next.

Source: a relationship grows by remembering what matters to the other, and asking how it went
(articles 000, 002).
"""

from __future__ import annotations

from datetime import date, timedelta

from boardroom.errors import Refused
from boardroom.rules.calendar import check_not_future, days_in_month
from boardroom.rules.day_format import day_and_month, format_day, from_today
from boardroom.rules.fields import PRIVATE, Field

NOTICE = timedelta(days=7)
"""How long before its day an occasion can be done: wishing somebody luck counts."""

REMEMBERED = timedelta(days=3)
"""How long after its day an occasion is on the morning list: a Saturday's is seen on Monday."""

_MONTH, _AHEAD = timedelta(days=31), timedelta(days=60)

FIELDS = (
    Field("occurs_on", "on"),
    Field("yearly", "yearly"),
    Field("done_on", "asked-after"),
    PRIVATE,
    Field("text", "Text", text=True),
    Field("note", "Note", text=True),
)
"""The editable fields of an occasion."""


def next_on(occurs_on: date, yearly: bool, today: date) -> date | None:  # noqa: FBT001  a column
    """The day of an occasion from today on; None if it is over.

    A yearly one of 29 February is on 28 February in other years.
    """
    if occurs_on >= today:
        return occurs_on
    if not yearly:
        return None
    this_year = in_year(occurs_on, today.year)
    return this_year if this_year >= today else in_year(occurs_on, today.year + 1)


def last_on(occurs_on: date, yearly: bool, today: date) -> date | None:  # noqa: FBT001  a column
    """The last day of an occasion before today; None if it has not been yet."""
    if occurs_on >= today:
        return None
    if not yearly:
        return occurs_on
    this_year = in_year(occurs_on, today.year)
    return this_year if this_year < today else in_year(occurs_on, today.year - 1)


def is_done(day: date, done_on: date | None) -> bool:
    """Whether the user asked after an occasion of that `day`, or wished them well just before."""
    return done_on is not None and done_on >= day - NOTICE


def is_to_ask(
    occurs_on: date,
    yearly: bool,  # noqa: FBT001  a column
    done_on: date | None,
    today: date,
) -> bool:
    """Whether the user may ask after an occasion `today`, and has not."""
    following = next_on(occurs_on, yearly, today)
    if following is not None and following <= today + NOTICE:
        return not is_done(following, done_on)
    last = last_on(occurs_on, yearly, today)
    return last is not None and not is_done(last, done_on)


def format_occasion_day(occurs_on: date, yearly: bool) -> str:  # noqa: FBT001  a column
    """“Tue 24 Nov 2026”, or “24 Nov, yearly”: its year may be made up, and no weekday stays."""
    return f"{day_and_month(occurs_on)}, yearly" if yearly else format_day(occurs_on)


def to_remember(
    occurs_on: date,
    yearly: bool,  # noqa: FBT001  a column
    done_on: date | None,
    today: date,
) -> date | None:
    """The day of an occasion within a week, today or just past, unless it is done; else None.

    Source: care for what happens in their life (articles 001, 004).
    """
    last, following = last_on(occurs_on, yearly, today), next_on(occurs_on, yearly, today)
    if last is not None and last >= today - REMEMBERED and not is_done(last, done_on):
        return last
    if following is not None and following <= today + NOTICE and not is_done(following, done_on):
        return following
    return None


def to_raise(
    occurs_on: date,
    yearly: bool,  # noqa: FBT001  a column
    done_on: date | None,
    today: date,
) -> date | None:
    """The day of an occasion to speak of at a meeting `today`; None if it is done or far away.

    One that is over stays until it is done, but a yearly one only for a month.
    """
    last, following = last_on(occurs_on, yearly, today), next_on(occurs_on, yearly, today)
    if last is not None and not is_done(last, done_on) and (not yearly or last >= today - _MONTH):
        return last
    if following is not None and following <= today + _AHEAD and not is_done(following, done_on):
        return following
    return None


def calls_for_wishes(text: str, yearly: bool) -> bool:  # noqa: FBT001  a column
    """Whether an occasion is like a birthday: a day for good wishes rather than for luck."""
    return yearly or "birthday" in text.casefold()


def in_year(day: date, year: int) -> date:
    """The same day of another year; 29 February becomes 28 February."""
    return date(year, day.month, min(day.day, days_in_month(year, day.month)))


def check_time_to_ask(ref: str, occurs_on: date, *, yearly: bool, on: date, today: date) -> date:
    """Checks that a day is one on which to ask after an occasion; returns the occasion's own day.

    Raises:
        BadInput: the day is after today.
        Refused: the occasion is more than a week after the day, and there was none before.
    """
    check_not_future(on, "asked after", today=today)
    following = next_on(occurs_on, yearly, on)
    if following is not None and following <= on + NOTICE:
        return following
    last = last_on(occurs_on, yearly, on)
    if last is None:
        assert following is not None  # it has a day
        raise Refused(
            f"{ref} is on {format_day(following)} ({from_today(following, today)}),"
            " so nobody was asked how it went yet.",
            f"If it is off: boardroom occasion rm {ref}. If it was earlier:"
            f" boardroom occasion edit {ref} --on DATE",
        )
    return last


def check_not_done(ref: str, day: date, done_on: date | None, *, is_for_wishes: bool) -> None:
    """Checks that the user did not ask after an occasion of that `day`, or wish well for it, yet.

    Raises:
        Refused: they did.
    """
    if done_on is not None and is_done(day, done_on):
        did = "wished them well for" if is_for_wishes else "asked after"
        raise Refused(
            f"You {did} {ref} already, on {format_day(done_on)}.",
            f"To change how it went: boardroom occasion edit {ref} --note TEXT",
        )
