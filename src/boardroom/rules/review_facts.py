"""What a review looks at: what happened with one advisor, and with the whole board, between two days.

Sources: evaluate mentors and network every six months to a year (article 004); measured outcomes (001, 002); a two-way street (000).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from boardroom.rules.active_periods import Period, Stint, active_days_in
from boardroom.rules.board_gaps import Alike
from boardroom.rules.meeting_gaps import Gap

_WEEK = 7
_DAYS = ("from_on", "until_on")


class Facts(NamedTuple):
    """What happened with one advisor from `from_on` to `until_on`, both days included; the names of fields are the keys of JSON.

    What happened counts by its own day; `gaps` and `active_days` are judged by the days on which they were active. What is open or
    overdue is so at the end of `until_on`. `window` is the one they are judged by. In `weekly_meetings_counts` each week begins on the
    weekday of `from_on`; None stands for one with no active day and no meeting.
    """

    from_on: date
    until_on: date
    window: str
    active_days: int = 0
    meetings_count: int = 0
    minutes_total: int = 0
    weekly_meetings_counts: tuple[int | None, ...] = ()
    gaps_count: int = 0
    gaps_within_count: int = 0
    longest_gap_days: int | None = None
    agenda_asked_count: int = 0  # covered in the period
    agenda_open_count: int = 0
    agenda_dropped_count: int = 0
    advice_given_count: int = 0
    advice_tried_count: int = (
        0  # of that given in the period, as are the next two: anything has come of it
    )
    advice_worked_count: int = 0
    advice_reported_count: int = 0  # they were told what came of it
    advice_untold_before_count: int = (
        0  # given before the period: something came of it, and they were not told
    )
    promises_mine_kept_count: int = 0  # in the period
    promises_mine_late_count: int = 0  # of the kept: after the day they were due
    promises_mine_open_count: int = 0
    promises_mine_overdue_count: int = 0  # of the open: the day they were due is before `until_on`
    promises_theirs_kept_count: int = 0
    promises_theirs_late_count: int = 0
    promises_theirs_open_count: int = 0
    promises_theirs_overdue_count: int = 0
    given_count: int = 0
    received_count: int = 0
    steps_taken_count: int = 0  # of goals that they help with, as is the next
    goals_achieved_count: int = 0

    @property
    def period(self) -> Period:
        """The days that they are of."""
        return Period(self.from_on, self.until_on)

    @property
    def gaps_within_share_percent(self) -> int | None:
        """The share of gaps within the window, 0 to 100; None where there is no gap."""
        return share_percent(self.gaps_within_count, self.gaps_count)


class Unhelped(NamedTuple):
    """An open goal that nobody active helps with, by its permanent id (“g3”) and the title that it had."""

    id: str
    title: str


class BoardFacts(NamedTuple):
    """What happened with everybody who was on the board from `from_on` to `until_on`; seats and all below them are of the last day.

    `from_on` is None for a board on which nobody is active, and that was never reviewed.
    """

    from_on: date | None
    until_on: date
    seats_taken_count: int
    seats_fewest_count: int
    seats_most_count: int
    meetings_count: int = 0
    minutes_total: int = 0
    longest_gap_days: int | None = None
    longest_gap_advisor: str | None = None  # a handle
    goals_without_help: tuple[Unhelped, ...] = ()
    perspectives_alike: tuple[Alike, ...] = ()
    idle_advisors: tuple[
        str, ...
    ] = ()  # the handles of those active who help with no open goal; none where there is no goal


def share_percent(part: int, whole: int) -> int | None:
    """A part of a whole in percent, rounded, but 0 and 100 only where it is none or all of it; None of nothing."""
    if whole == 0:
        return None
    rounded = (200 * part + whole) // (2 * whole)
    return rounded if part in (0, whole) else min(max(rounded, 1), 99)


def longest(found: Sequence[Gap]) -> int | None:
    """The longest of those gaps, in days; None where there is none."""
    return max((gap.days for gap in found), default=None)


def weekly(
    counts: Mapping[int, int], times: Sequence[Stint], days: Period
) -> tuple[int | None, ...]:
    """How many meetings each week of a period had, from the counts by the number of the week; None for one that they were away all through.

    The first week begins with the period; the last may be shorter than the others.
    """
    return tuple(
        counts.get(number, 0) or (0 if active_days_in(times, _week(days, number)) else None)
        for number in range(-(-days.days // _WEEK))
    )


def as_kept(facts: Facts | BoardFacts) -> dict[str, Any]:
    """Facts as JSON holds them, and a review keeps them."""
    kept = facts._asdict() | {
        key: None if (day := getattr(facts, key)) is None else day.isoformat() for key in _DAYS
    }
    if isinstance(facts, Facts):
        weeks = list(facts.weekly_meetings_counts)
        return kept | {
            "weekly_meetings_counts": weeks,
            "gaps_within_share_percent": facts.gaps_within_share_percent,
        }
    return kept | {
        "goals_without_help": [goal._asdict() for goal in facts.goals_without_help],
        "perspectives_alike": [alike._asdict() for alike in facts.perspectives_alike],
        "idle_advisors": list(facts.idle_advisors),
    }


def from_kept(kept: Mapping[str, Any]) -> Facts:
    """The facts about an advisor that a review kept: what it did not know of yet is at its default, what is no longer known left out."""
    known = _known(kept, Facts._fields)
    return Facts(
        **known | {"weekly_meetings_counts": tuple(kept.get("weekly_meetings_counts", ()))}
    )


def board_from_kept(kept: Mapping[str, Any]) -> BoardFacts:
    """The facts about the board that a review kept, in the same way."""
    lists = {
        "goals_without_help": tuple(
            Unhelped(goal["id"], goal["title"]) for goal in kept.get("goals_without_help", ())
        ),
        "perspectives_alike": tuple(
            Alike(alike["dimension"], alike["value"])
            for alike in kept.get("perspectives_alike", ())
        ),
        "idle_advisors": tuple(kept.get("idle_advisors", ())),
    }
    return BoardFacts(**_known(kept, BoardFacts._fields) | lists)


def _known(kept: Mapping[str, Any], fields: Sequence[str]) -> dict[str, Any]:
    days = {key: None if kept[key] is None else date.fromisoformat(kept[key]) for key in _DAYS}
    return {key: value for key, value in kept.items() if key in fields} | days


def _week(days: Period, number: int) -> Period:
    first = days.from_on + timedelta(days=_WEEK * number)
    return Period(first, min(first + timedelta(days=_WEEK - 1), days.until_on))
