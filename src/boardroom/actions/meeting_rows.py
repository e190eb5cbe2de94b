"""Making, changing and describing the row of a meeting, for all actions on meetings."""

from __future__ import annotations

from boardroom.queries.settings import settings
from boardroom.record import Record
from boardroom.rules import meetings as rule
from boardroom.rules.advisor import parse_way
from boardroom.rules.dates import Moment
from boardroom.rules.day_format import format_day
from boardroom.rules.text import optional
from boardroom.rules.windows import parse_minutes
from boardroom.store.rows import Advisor, Meeting, PlanDay
from boardroom.store.work import Work


def new_meeting(work: Work, advisor: Advisor, status: str, when: Moment) -> Meeting:
    """A new row, not yet added, with the advisor's usual way and length, or the defaults."""
    return Meeting(
        advisor_id=advisor.id,
        status=status,
        met_on=when.on,
        start_time=when.at,
        way=advisor.way or rule.DEFAULT_WAY,
        minutes=when.minutes or advisor.minutes or settings(work.connection).minutes,
    )


def set_day(meeting: Meeting, when: Moment, *, keep_time: bool) -> None:
    """Moves a meeting to a day; `keep_time` keeps its time of day if `when` has none.

    A range of times sets the length too.
    """
    meeting.met_on = when.on
    meeting.start_time = when.at or (meeting.start_time if keep_time else None)
    meeting.minutes = when.minutes or meeting.minutes


class MeetingFields(Record):
    """The fields to change of a meeting, as they are typed; None for those not given."""

    on: Moment | None = None
    way: str | None = None
    place: str | None = None
    minutes: str | None = None
    private: bool | None = None


NO_FIELDS = MeetingFields()


def set_fields(
    meeting: Meeting, *, way: str | None, place: str | None, minutes: str | None
) -> None:
    """Changes the given fields; an empty place clears it.

    Raises:
        BadInput: there is no such way, or the place or the minutes are not valid.
    """
    for column, value in _parse(way=way, place=place, minutes=minutes).items():
        setattr(meeting, column, value)


def record_plan(work: Work, meeting: Meeting) -> None:
    """Records when a stored meeting is planned for as of today, so that `due --as-of` knows it.

    Call this after every change of a plan. Only the last one of a day is kept, and nothing is
    recorded of a meeting that was never planned.
    """
    is_planned = meeting.status == "planned"
    planned = (meeting.met_on, meeting.start_time) if is_planned else (None, None)
    days = work.find(PlanDay, meeting_id=meeting.id)
    last = max(days, key=lambda row: row.recorded_on, default=None)
    if planned == (None if last is None else (last.met_on, last.start_time)):
        return
    if last is None and not is_planned:
        return
    row = next((row for row in days if row.recorded_on == work.today), None)
    if row is None:
        row = PlanDay(meeting_id=meeting.id, recorded_on=work.today)
    row.met_on, row.start_time = planned
    work.add(row)


def given_values(
    *, way: str | None, place: str | None, minutes: str | None, when: Moment | None
) -> dict[str, object]:
    """The values of the given fields by column, parsed; None for those not given.

    Raises:
        BadInput: as for `set_fields`.
    """
    values: dict[str, object] = {"way": None, "place": None, "minutes": when and when.minutes}
    return {**values, **_parse(way=way, place=place, minutes=minutes)}


def format_meeting(meeting: Meeting, advisor: Advisor) -> str:
    """“m12: coffee with Marcus Ojo, Tue 24 Nov 2026 15:30”."""
    day = format_day(meeting.met_on, meeting.start_time)
    return f"{meeting.ref}: {rule.noun(meeting.way)} with {advisor.name}, {day}"


def format_without_day(meeting: Meeting, advisor: Advisor) -> str:
    """“m12, coffee with Marcus Ojo”."""
    return f"{meeting.ref}, {rule.noun(meeting.way)} with {advisor.name}"


def _parse(
    *, way: str | None, place: str | None, minutes: str | None
) -> dict[str, str | int | None]:
    """The given fields by column, parsed."""
    given: dict[str, str | int | None] = {}
    if way is not None:
        given["way"] = parse_way(way)
    if place is not None:
        given["place"] = optional(place, "place")
    if minutes is not None:
        given["minutes"] = parse_minutes(minutes)
    return given
