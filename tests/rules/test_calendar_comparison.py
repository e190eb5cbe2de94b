"""A calendar beside the board: what differs, and what is certain."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from boardroom.rules.calendar_comparison import differences
from boardroom.rules.calendar_differences import (
    Attended,
    Known,
    answer_key,
    link_key,
    series_keys,
)
from boardroom.rules.calendar_events import Contact, Occurrence
from boardroom.rules.calendar_uids import event_uid
from boardroom.rules.names import Named

TODAY = date(2026, 11, 21)
ANA = Contact(Named(1, "ana", "Ana Lima", ()), "uid-of-ana", None)


def _event(on: str, at: str = "10:00", *, sure: bool = True, **fields: Any) -> Attended:  # noqa: ANN401  of an Occurrence
    start = datetime.fromisoformat(f"{on}T{at}").replace(tzinfo=UTC)
    occurrence = Occurrence("one", "Ana", None, start, start.date(), at, 60)
    return Attended(occurrence._replace(**fields), ANA, sure)


def _meeting(on: str, at: str | None = "10:00", status: str = "planned", row: int = 3) -> Known:
    return Known(row, f"m{row}", f"uid-{row}", 1, status, date.fromisoformat(on), at)


def _found(events: list[Attended], *meetings: Known) -> list[tuple[str, str | None, bool]]:
    """The kind of each difference, the meeting it is about, and whether it is certain."""
    return [
        (one.kind, one.plan and one.plan.ref, one.sure)
        for one in differences(events, meetings, {}, today=TODAY)
    ]


@pytest.mark.parametrize("status", ["held", "cancelled", "missed"])
def test_an_event_on_the_day_of_a_closed_meeting_is_known(status: str) -> None:
    assert _found([_event("2026-11-12")], _meeting("2026-11-12", "09:00", status)) == []


def test_a_past_event_was_held() -> None:
    assert _found([_event("2026-11-12")]) == [("held", None, True)]


def test_who_is_likely_meant_is_not_certain() -> None:
    assert _found([_event("2026-11-12", sure=False)]) == [("held", None, False)]


def test_a_past_event_of_a_plan_is_that_plan_held() -> None:
    assert _found([_event("2026-11-12")], _meeting("2026-11-12", None)) == [("held", "m3", True)]


@pytest.mark.parametrize("on", ["2026-11-21", "2026-12-03"])
def test_an_event_of_today_or_later_is_not_planned(on: str) -> None:
    assert _found([_event(on)]) == [("unplanned", None, True)]


def test_an_event_as_planned_says_nothing() -> None:
    assert _found([_event("2026-12-03")], _meeting("2026-12-03")) == []


def test_another_time_of_the_day_is_a_move() -> None:
    assert _found([_event("2026-12-03", "11:00")], _meeting("2026-12-03")) == [
        ("moved", "m3", True)
    ]


def test_an_event_that_its_series_had_elsewhere_is_a_certain_move() -> None:
    moved = _event("2026-11-26", was_on=date(2026, 11, 24), was_at="10:00")

    assert _found([moved], _meeting("2026-11-24")) == [("moved", "m3", True)]


def test_a_moved_event_that_has_passed_was_held() -> None:
    moved = _event("2026-11-12", was_on=date(2026, 11, 10), was_at="10:00")

    assert _found([moved], _meeting("2026-11-10")) == [("held", "m3", True)]


def test_the_only_plan_near_an_event_is_a_likely_move() -> None:
    assert _found([_event("2026-11-26")], _meeting("2026-11-24")) == [("moved", "m3", False)]


def test_of_two_plans_near_an_event_none_is_likely() -> None:
    assert _found(
        [_event("2026-11-26")], _meeting("2026-11-24"), _meeting("2026-11-27", row=4)
    ) == [("unplanned", None, True)]


def test_a_plan_far_away_stays() -> None:
    assert _found([_event("2026-11-26")], _meeting("2026-12-10")) == [("unplanned", None, True)]


def test_a_plan_to_come_was_not_held_before() -> None:
    assert _found([_event("2026-11-19")], _meeting("2026-11-24")) == [("held", None, True)]


def test_an_event_of_our_own_is_its_meeting_wherever_it_went() -> None:
    own = _event("2027-02-01", uid=event_uid("uid-3"))

    assert _found([own], _meeting("2026-11-24")) == [("moved", "m3", True)]


def test_an_event_of_our_own_says_no_more_than_its_plan() -> None:
    there = _event("2026-11-19", uid=event_uid("uid-3"))
    moved = _event("2026-11-18", uid=event_uid("uid-3"))
    other = _event("2026-11-19", uid="other")
    plan = _meeting("2026-11-19")

    assert _found([there], plan) == [("held", "m3", False)]
    assert _found([moved], plan) == _found([other], plan) == [("held", "m3", True)]


def test_a_cancelled_event_cancels_its_plan() -> None:
    off = _event("2026-12-15", is_cancelled=True)

    assert _found([off], _meeting("2026-12-15", None)) == [("cancelled", "m3", True)]
    assert _found([off], _meeting("2026-12-15", "18:00")) == []
    assert _found([off], _meeting("2026-12-15", status="held")) == []
    assert _found([off]) == []


def test_another_event_of_that_day_keeps_the_plan() -> None:
    off = _event("2026-12-15", is_cancelled=True)

    assert _found([off, _event("2026-12-15", "10:00", uid="two")], _meeting("2026-12-15")) == []


def test_of_a_series_only_the_next_event_is_to_plan() -> None:
    series = [_event(f"2026-12-{day:02}", is_series=True) for day in (1, 8, 15)]

    assert len(_found(series)) == 1
    assert _found(series, _meeting("2026-12-01")) == []


def test_the_same_event_in_two_calendars_is_one() -> None:
    twice = [_event("2026-11-12", sure=False), _event("2026-11-12", uid="two")]

    assert _found(twice) == [("held", None, True)]


def test_two_meetings_on_a_day_are_two() -> None:
    events = [_event("2026-11-12", "10:00"), _event("2026-11-12", "18:00")]

    assert _found(events, _meeting("2026-11-12", "18:00", "held")) == [("held", None, True)]


def test_what_was_answered_is_not_asked_again() -> None:
    event = _event("2026-11-12")
    (held,) = differences([event], (), {}, today=TODAY)
    another_uid = event._replace(occurrence=event.occurrence._replace(uid="new"))

    assert differences([another_uid], (), {held.key: "left"}, today=TODAY) == []
    for key in series_keys(event):
        assert differences([event], (), {(key, None): "never"}, today=TODAY) == []


def test_a_plan_that_was_left_is_asked_about_again_once_it_was_held() -> None:
    event = _event("2026-11-23")
    (plan,) = differences([event], (), {}, today=TODAY)

    (held,) = differences([event], (), {plan.key: "left"}, today=date(2026, 11, 24))

    assert held.kind == "held"


def _with_answers(
    event: Attended, meeting: Known, *answers: Attended, kind: str = "moved"
) -> list[tuple[str, bool]]:
    """What is found of an event, where the calendar had moved the plan as these events say."""
    keys: dict[tuple[str, str | None], str] = {
        answer_key(answer, answer.occurrence.start, kind): kind for answer in answers
    }
    return [(one.kind, one.sure) for one in differences([event], [meeting], keys, today=TODAY)]


TUESDAY, FRIDAY = _event("2026-11-24"), _event("2026-11-27")
WAS_TUESDAY = frozenset({(date(2026, 11, 24), "10:00")})
MOVED_HERE = _meeting("2026-11-27")._replace(places=WAS_TUESDAY)


def test_a_plan_moved_here_is_still_of_its_event() -> None:
    assert _found([TUESDAY], MOVED_HERE) == []
    assert _found([TUESDAY], MOVED_HERE._replace(status="held")) == []
    assert _found([TUESDAY], MOVED_HERE._replace(on=date(2027, 3, 1))) == []


def test_a_plan_moved_here_was_not_held_when_its_event_has_passed() -> None:
    past = _event("2026-11-17")
    moved = MOVED_HERE._replace(places=frozenset({(date(2026, 11, 17), None)}))

    assert _found([past], moved) == []


def test_another_time_that_was_given_here_stays() -> None:
    later = MOVED_HERE._replace(on=date(2026, 11, 24), at="16:00")

    assert _found([TUESDAY], later) == []
    assert _found([_event("2026-11-24", "11:00")], later) == [("moved", "m3", True)]


def test_the_event_that_followed_a_move_here_says_nothing() -> None:
    assert _found([FRIDAY], MOVED_HERE) == []


def test_another_event_on_the_earlier_day_is_another_meeting() -> None:
    assert _found([TUESDAY, FRIDAY], MOVED_HERE) == [("unplanned", None, True)]


def test_a_calendar_may_move_a_meeting_back() -> None:
    assert _with_answers(TUESDAY, MOVED_HERE, FRIDAY) == [("moved", True)]
    assert _with_answers(TUESDAY, MOVED_HERE, FRIDAY, TUESDAY) == [("moved", True)]


def test_a_cancelled_event_whose_plan_was_moved_here_is_likely_of_it() -> None:
    off = _event("2026-11-24", is_cancelled=True)

    assert _found([off], MOVED_HERE) == [("cancelled", "m3", False)]
    assert _found([off, FRIDAY], MOVED_HERE) == []


def test_an_event_of_our_own_from_before_a_move_says_nothing() -> None:
    own = _event("2026-11-24", uid=event_uid("uid-3"))
    known = MOVED_HERE._replace(changes_count=1)

    assert _found([own], known) == []
    assert _found([_event("2026-11-24", uid=event_uid("uid-3"), is_cancelled=True)], known) == []


def test_an_event_of_our_own_may_be_moved_back_on_the_phone() -> None:
    own = _event("2026-11-24", uid=event_uid("uid-3"), sequence=1)

    assert _found([own], MOVED_HERE._replace(changes_count=1)) == [("moved", "m3", True)]


def test_the_event_that_a_plan_was_made_from_is_it_wherever_it_went() -> None:
    plan = _meeting("2026-11-24")
    far = _event("2027-02-01", uid="x")
    link: dict[tuple[str, str | None], str] = {link_key(plan.uid, far): "planned"}

    (moved,) = differences([far], [plan], link, today=TODAY)
    (new,) = differences([far], [plan._replace(status="cancelled")], link, today=TODAY)

    assert (moved.kind, moved.plan, moved.sure) == ("moved", plan, True)
    assert new.kind == "unplanned"


@pytest.mark.parametrize(("minutes", "kind"), [(60, "held"), (None, "held"), (61, "unplanned")])
def test_an_event_of_today_was_held_once_it_is_over(minutes: int | None, kind: str) -> None:
    event = _event("2026-11-21", "08:00", minutes=minutes)
    now = datetime(2026, 11, 21, 9, tzinfo=UTC)

    (found,) = differences([event], (), {}, today=TODAY, now=now)

    assert found.kind == kind


def test_an_event_of_today_that_is_over_is_not_a_plan_to_come() -> None:
    event, plan = _event("2026-11-21", "08:00"), _meeting("2026-11-24")
    now = datetime(2026, 11, 21, 9, tzinfo=UTC)

    (found,) = differences([event], [plan], {}, today=TODAY, now=now)

    assert (found.kind, found.plan) == ("held", None)


def test_an_event_without_a_time_is_on_the_day_of_its_plan() -> None:
    own = _event("2026-11-24", uid=event_uid("uid-3"))
    whole_day = own._replace(occurrence=own.occurrence._replace(at=None))

    assert _found([whole_day], _meeting("2026-11-24")) == []
    assert _found([whole_day], _meeting("2026-11-25", None)) == [("moved", "m3", True)]


@pytest.mark.parametrize(("on", "sure"), [("2026-11-14", False), ("2026-11-15", True)])
def test_a_meeting_that_may_be_logged_on_a_wrong_day_is_not_certain(on: str, sure: bool) -> None:
    assert _found([_event("2026-11-12")], _meeting(on, None, "held")) == [("held", None, sure)]


def test_a_cancelled_event_is_of_the_plan_that_was_made_from_it() -> None:
    plan = _meeting("2026-11-24")
    off = _event("2026-12-01", is_cancelled=True)
    link: dict[tuple[str, str | None], str] = {link_key(plan.uid, off): "planned"}

    (found,) = differences([off], [plan], link, today=TODAY)

    assert (found.kind, found.plan, found.sure) == ("cancelled", plan, True)


def test_an_event_moved_and_cancelled_is_of_the_plan_where_it_was() -> None:
    off = _event("2026-11-26", is_cancelled=True, was_on=date(2026, 11, 24), was_at="10:00")

    assert _found([off], _meeting("2026-11-24")) == [("cancelled", "m3", True)]


def test_at_another_time_an_event_is_as_certain_as_the_person() -> None:
    likely = _event("2026-12-03", "11:00", sure=False)
    past = _event("2026-11-12", "11:00", sure=False)

    assert _found([likely], _meeting("2026-12-03")) == [("moved", "m3", False)]
    assert _found([past], _meeting("2026-11-12")) == [("held", "m3", False)]
    assert _found([past], _meeting("2026-11-12", "11:00")) == [("held", "m3", True)]


def test_of_two_events_on_a_day_the_certain_one_is_the_plan() -> None:
    events = [_event("2026-12-03", "09:00", sure=False), _event("2026-12-03", "11:00", uid="two")]

    assert _found(events, _meeting("2026-12-03")) == [
        ("unplanned", None, False),
        ("moved", "m3", True),
    ]


def test_a_plan_whose_event_was_cancelled_is_not_moved_to_another() -> None:
    off = _event("2026-12-03", is_cancelled=True)

    assert _found([off, _event("2026-12-02", uid="two")], _meeting("2026-12-03")) == [
        ("unplanned", None, True),
        ("cancelled", "m3", True),
    ]


def test_an_event_moved_to_where_another_plan_stands_is_that_plan() -> None:
    own = _event("2026-12-03", uid=event_uid("uid-3"))

    assert _found([own], _meeting("2026-11-24"), _meeting("2026-12-03", row=4)) == []


def test_an_event_moved_to_where_a_meeting_was_cancelled_is_moved() -> None:
    own = _event("2026-12-03", uid=event_uid("uid-3"))
    off = _meeting("2026-12-03", status="cancelled", row=4)

    assert _found([own], _meeting("2026-11-24"), off) == [("moved", "m3", True)]


def test_a_plan_near_an_event_that_was_left_is_not_its_move() -> None:
    assert _with_answers(FRIDAY, _meeting("2026-11-24"), FRIDAY, kind="unplanned") == []
    assert _with_answers(FRIDAY, _meeting("2027-11-24"), FRIDAY, kind="moved") == []
