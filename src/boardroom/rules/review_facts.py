"""The facts of a review: what happened with one advisor, and with the board, between two days.

Sources: evaluate mentors and network every six months to a year (article 004); measured outcomes
(001, 002); a two-way street (000).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from boardroom.record import Record
from boardroom.rules.active_periods import Period, Stint, active_days_in
from boardroom.rules.board_gaps import SharedPerspective
from boardroom.rules.meeting_gaps import Gap

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_WEEK = 7
_DAYS = ("from_on", "until_on")


class Facts(Record):
    """What happened with one advisor from `from_on` to `until_on`, both included.

    The field names are JSON keys. Events are counted on the day they happened. Gaps and
    `active_days` count active days only, and gaps are judged by `window`. “Open” and “overdue” mean
    at the end of `until_on`. Each week of `weekly_meetings_counts` starts on the weekday of
    `from_on`; None is a week without an active day or a meeting.
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
    meetings_called_off_count: int = 0  # cancelled or missed
    agenda_asked_count: int = 0  # covered in the period
    agenda_open_count: int = 0
    agenda_dropped_count: int = 0
    advice_given_count: int = 0
    advice_tried_count: int = 0  # given in the period and has an outcome; likewise the next two
    advice_worked_count: int = 0
    advice_reported_count: int = 0  # the advisor was told the outcome
    advice_untold_before_count: int = 0  # given before the period, outcome not yet reported
    promises_mine_kept_count: int = 0  # in the period
    promises_mine_late_count: int = 0  # of those kept: after the due day
    promises_mine_open_count: int = 0
    promises_mine_overdue_count: int = 0  # of those open: due before `until_on`
    promises_theirs_kept_count: int = 0
    promises_theirs_late_count: int = 0
    promises_theirs_open_count: int = 0
    promises_theirs_overdue_count: int = 0
    given_count: int = 0
    received_count: int = 0
    steps_taken_count: int = 0  # of goals they help with; likewise below
    goals_achieved_count: int = 0

    @property
    def period(self) -> Period:
        """The days covered."""
        return Period(self.from_on, self.until_on)

    @property
    def gaps_within_share_percent(self) -> int | None:
        """The share of gaps within the window, 0 to 100; None without a gap."""
        return share_percent(self.gaps_within_count, self.gaps_count)


class GoalWithoutHelp(Record):
    """An open goal without an active helper: its id (“g3”) and the title it had.

    `private` is how it was then, or when it was removed; see `queries.reviews`.
    """

    id: str
    title: str
    private: bool = False


class BoardFacts(Record):
    """What happened with everybody on the board from `from_on` to `until_on`, both included.

    `from_on` is None if nobody is active and the board was never reviewed. Seats, goals,
    perspectives and idle advisors are those on `until_on`. Advisors are given by handle.
    """

    from_on: date | None
    until_on: date
    seats_taken_count: int
    seats_fewest_count: int
    seats_most_count: int
    meetings_count: int = 0
    minutes_total: int = 0
    longest_gap_days: int | None = None
    longest_gap_advisor: str | None = None
    goals_without_help: tuple[GoalWithoutHelp, ...] = ()
    perspectives_alike: tuple[SharedPerspective, ...] = ()
    idle_advisors: tuple[str, ...] = ()


def share_percent(part: int, whole: int) -> int | None:
    """A rounded percentage, but 0 and 100 only for none and all; None if `whole` is 0."""
    if whole == 0:
        return None
    rounded = (200 * part + whole) // (2 * whole)
    return rounded if part in (0, whole) else min(max(rounded, 1), 99)


def longest_gap(gaps: Sequence[Gap]) -> int | None:
    """The days of the longest gap; None without a gap."""
    return max((gap.days for gap in gaps), default=None)


def weekly_counts(
    counts: Mapping[int, int], stints: Sequence[Stint], period: Period
) -> tuple[int | None, ...]:
    """The number of meetings in each week of a period; `counts` has them by week number.

    The first week starts with the period, and the last may be shorter. None is a week without a
    meeting or an active day.
    """
    return tuple(
        counts.get(number, 0) or (0 if active_days_in(stints, _week(period, number)) else None)
        for number in range(-(-period.days // _WEEK))
    )


def facts_to_json(facts: Facts | BoardFacts) -> dict[str, Any]:
    """Facts as a JSON object, as a review stores them."""
    record = facts._asdict() | {
        key: None if (day := getattr(facts, key)) is None else day.isoformat() for key in _DAYS
    }
    if isinstance(facts, Facts):
        return record | {
            "weekly_meetings_counts": list(facts.weekly_meetings_counts),
            "gaps_within_share_percent": facts.gaps_within_share_percent,
        }
    return record | {
        "goals_without_help": [goal._asdict() for goal in facts.goals_without_help],
        "perspectives_alike": [shared._asdict() for shared in facts.perspectives_alike],
        "idle_advisors": list(facts.idle_advisors),
    }


def facts_from_json(record: Mapping[str, Any]) -> Facts:
    """The stored facts about an advisor.

    Missing facts get their defaults; facts that this version does not know are left out.
    """
    weeks = tuple(record.get("weekly_meetings_counts", ()))
    return Facts(**_known(record, Facts._fields) | {"weekly_meetings_counts": weeks})


def board_facts_from_json(record: Mapping[str, Any]) -> BoardFacts:
    """The stored facts about the board; see `facts_from_json`."""
    lists = {
        "goals_without_help": tuple(
            GoalWithoutHelp(goal["id"], goal["title"], goal.get("private", False))
            for goal in record.get("goals_without_help", ())
        ),
        "perspectives_alike": tuple(
            SharedPerspective(shared["dimension"], shared["value"])
            for shared in record.get("perspectives_alike", ())
        ),
        "idle_advisors": tuple(record.get("idle_advisors", ())),
    }
    return BoardFacts(**_known(record, BoardFacts._fields) | lists)


def are_facts(record: Mapping[str, Any], *, of_board: bool) -> bool:
    """Whether a stored object holds facts, about the board or one advisor, that can be read."""
    try:
        return _has_declared_types((board_facts_from_json if of_board else facts_from_json)(record))
    except (AttributeError, KeyError, TypeError, ValueError):
        return False


def _has_declared_types(facts: tuple[object, ...]) -> bool:
    declared = type(facts).__annotations__.values()
    return all(_has_type(value, type_) for value, type_ in zip(facts, declared, strict=True))


def _has_type(value: object, declared: str) -> bool:
    """Whether a value is of a type as it is annotated above; one in a tuple, of its records too."""
    if isinstance(value, tuple):
        of = declared.removeprefix("tuple[").removesuffix(", ...]")
        return all(
            _has_declared_types(part) if isinstance(part, tuple) else _has_type(part, of)
            for part in value
        )
    if value is None:
        return declared.endswith("None")
    return type(value).__name__ == declared.removesuffix(" | None")


def _known(record: Mapping[str, Any], fields: Sequence[str]) -> dict[str, Any]:
    days = {key: None if record[key] is None else date.fromisoformat(record[key]) for key in _DAYS}
    return {key: value for key, value in record.items() if key in fields} | days


def _week(period: Period, number: int) -> Period:
    first = period.from_on + timedelta(days=_WEEK * number)
    return Period(first, min(first + timedelta(days=_WEEK - 1), period.until_on))
