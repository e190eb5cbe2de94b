"""The charts of a report: windows, meetings, advice, goals and ratings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from boardroom.queries.advice import AdviceView
from boardroom.queries.advisors import AdvisorView
from boardroom.queries.goals import GoalView
from boardroom.queries.ratings import Rated
from boardroom.queries.report import PersonYear
from boardroom.render.charts import (
    Axis,
    Bar,
    Chart,
    Dot,
    Label,
    Line,
    anchor_at,
    axis_marks,
    axis_of,
)
from boardroom.render.formatting import plural, short_day
from boardroom.rules.day_format import MONTHS
from boardroom.rules.reviews import RATINGS

_LATE_LABEL = 12.0
"""The percentage of the width from which a wait has room for its days."""
_RATING_STEP = 26
_RATING_TOP = 14
_REVIEW_LABEL = 22.0
"""The percentage of the width between reviews whose months are named, on a telephone too."""
_MOST_LARGE_DOTS = 40
_LABEL_STEP = 14


def window_axis(people: Sequence[AdvisorView], today: date) -> Axis:
    """One axis for the windows of all, so that today is at the same place in each.

    It goes no further from today than twice the longest window: somebody not met for years, or
    booked far ahead, would leave no room for the others.
    """
    actives = [view.active for view in people if view.active is not None]
    longest = max(
        (each.meeting_clock.due_by - each.window_start for each in actives), default=timedelta()
    )
    days: list[date] = [today]
    for active in actives:
        days += [active.window_start, active.meeting_clock.due_by, active.booked_on or today]
    reach = 2 * longest
    first, last = min(days), max(days)
    return Axis(
        today - reach if today - first > reach else first,
        today + reach if last - today > reach else last,
    )


def window_chart(view: AdvisorView, axis: Axis, *, today: date) -> Chart | None:
    """A window from its first day: the wait, the days to meet on, and what is past; None if away.

    A full dot is the last meeting, an empty one the next.
    """
    active = view.active
    if active is None:
        return None
    clock = active.meeting_clock
    start, opens, closes = (
        axis.at(day) for day in (active.window_start, clock.due_from, clock.due_by)
    )
    marks: list[Line | Bar | Dot | Label] = [Line(start, 12, opens, 12, "wait")]
    if clock.due_by >= axis.first:
        marks.append(Bar(opens, 8, max(round(closes - opens, 2), 0.8), 8, "window"))
    if clock.state == "overdue":
        marks.append(Line(closes, 12, axis.at(today), 12, "late"))
    marks.append(Line(axis.at(today), 0, axis.at(today), 24, "today"))
    if active.last_met_on is not None and axis.holds(active.last_met_on):
        marks.append(Dot(axis.at(active.last_met_on), 12, 4, "held"))
    if active.booked_on is not None:
        marks.append(Dot(axis.at(active.booked_on), 12, 4, "planned"))
    return Chart(
        f"{view.name}: time to meet from {short_day(clock.due_from, today)} to"
        f" {short_day(clock.due_by, today)}; {clock.state.replace('_', ' ')} today.",
        24,
        tuple(marks),
    )


def meeting_strip(year: PersonYear, axis: Axis, *, today: date) -> Chart:
    """The meetings of a person along the days: the waits between them, too long ones thick.

    A full dot was held, an empty one is planned, and a cross was cancelled or missed.
    """
    y = 24
    radius = 5 if len(year.meetings) <= _MOST_LARGE_DOTS else 3
    marks: list[Line | Bar | Dot | Label] = [*axis_marks(axis, 40, today=today)]
    for wait in year.waits:
        start, end = axis.at(wait.from_on), axis.at(wait.until_on)
        marks.append(Line(start, y, end, y, "wait" if wait.within else "late"))
        if not wait.within and end - start >= _LATE_LABEL:
            middle = round((start + end) / 2, 2)
            marks.append(Label(middle, 14, plural(wait.days, "day"), kind="late-label"))
    for meeting in year.meetings:
        x = axis.at(meeting.on)
        if meeting.status in ("held", "planned"):
            marks.append(Dot(x, y, radius, meeting.status))
        else:
            marks.append(Label(x, y + 5, "×", kind="cross"))
    held = sum(meeting.status == "held" for meeting in year.meetings)
    late = sum(not wait.within for wait in year.waits)
    return Chart(
        f"Meetings with {year.person.name}: {held} held;"
        f" {plural(late, 'wait')} longer than {year.person.window}.",
        60,
        tuple(marks),
    )


def advice_track(piece: AdviceView, axis: Axis, *, today: date) -> Chart:
    """Advice from the day it was given to the day it was reported back, or still open today."""
    y = 10
    given = axis.at(piece.given_on)
    end = axis.at(piece.reported_on or today)
    marks: list[Line | Bar | Dot | Label] = [
        Line(given, y, end, y, "wait" if piece.reported_on else "open"),
        Dot(given, y, 4, "planned"),
    ]
    if piece.outcome_on is not None:
        marks.append(Dot(axis.at(piece.outcome_on), y, 3, "outcome"))
    if piece.reported_on is not None:
        marks.append(Dot(end, y, 5, "held"))
    told = (
        f"reported back {short_day(piece.reported_on, today)}"
        if piece.reported_on
        else "not reported back"
    )
    return Chart(f"Given {short_day(piece.given_on, today)}, {told}.", 20, tuple(marks))


def goal_chart(goal: GoalView, *, today: date) -> Chart:
    """A goal from the day it was set to its target, or to its end, which is named.

    Full dots are steps taken, empty ones ahead.
    """
    days = [step.done_on or step.due_on for step in goal.steps]
    axis = axis_of([goal.added_on, goal.target_on, goal.closed_on, today, *days])
    y = 28
    marks: list[Line | Bar | Dot | Label] = [*axis_marks(axis, 44, today=today, top=16)]
    end = goal.closed_on or goal.target_on or axis.last
    marks.append(Line(axis.at(goal.added_on), y, axis.at(end), y, "wait"))
    aim, named = (goal.closed_on, goal.status) if goal.closed_on else (goal.target_on, "target")
    if aim is not None:
        x = axis.at(aim)
        marks += [Line(x, 16, x, 40, "target"), Label(x, 11, named, anchor_at(x))]
    for step, day in zip(goal.steps, days, strict=True):
        if day is not None:
            late = step.done_on is None and day < (goal.closed_on or today)
            kind = "held" if step.done_on else "late-step" if late else "planned"
            marks.append(Dot(axis.at(day), y, 5, kind))
    taken, count = goal.progress
    target = f", {named} {short_day(aim, today)}" if aim else ""
    return Chart(
        f"{goal.title}: {taken} of {plural(count, 'step')} taken{target}.", 64, tuple(marks)
    )


def rating_lines(name: str, ratings: Sequence[Rated], *, today: date) -> Chart:
    """Value, chemistry and trust over the reviews, a line each, its name at its end."""
    axis = Axis(ratings[0].on, max(ratings[-1].on, ratings[0].on), left=6, right=24)
    marks: list[Line | Bar | Dot | Label] = []
    for score in range(1, 6):
        y = _score_at(score)
        marks += [Line(4, y, 80, y, "grid"), Label(0, y + 4, str(score), "start", "tick")]
    bottom = _score_at(1)
    named: list[float] = []
    for rated in (ratings[0], ratings[-1], *ratings[1:-1]):
        x = axis.at(rated.on)
        if all(abs(x - other) >= _REVIEW_LABEL for other in named):
            named.append(x)
            anchor = "start" if rated is ratings[0] else "end" if rated is ratings[-1] else "middle"
            words = f"{MONTHS[rated.on.month - 1][:3]} {rated.on.year}"
            marks.append(Label(x, bottom + 18, words, anchor, "tick"))
    ends = []
    for place, field in enumerate(RATINGS):
        points = [
            (axis.at(rated.on), _score_at(score) + (place - 1) * 3)
            for rated in ratings
            if (score := getattr(rated, field)) is not None
        ]
        for (x1, y1), (x2, y2) in pairwise(points):
            marks.append(Line(x1, y1, x2, y2, f"rating {field}"))
        marks += [Dot(x, y, 3, f"rating {field}") for x, y in points]
        if points:
            ends.append((points[-1][1], field))
    below = 0.0
    for y, field in sorted(ends):
        below = max(y + 4, below + _LABEL_STEP)
        marks.append(Label(82, below, field, "start", f"rating {field}"))
    scored = "; ".join(
        f"{field} {', '.join(scores)}"
        for field in RATINGS
        if (scores := [str(s) for rated in ratings if (s := getattr(rated, field)) is not None])
    )
    last = short_day(ratings[-1].on, today)
    return Chart(
        f"Ratings of {name} over {plural(len(ratings), 'review')}, the last {last}: {scored}.",
        bottom + 22,
        tuple(marks),
    )


def _score_at(score: int) -> int:
    return _RATING_TOP + (5 - score) * _RATING_STEP
