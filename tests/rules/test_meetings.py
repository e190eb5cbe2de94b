from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.errors import Ambiguous, BadInput, Refused
from boardroom.rules.meetings import (
    NEXT,
    Plan,
    check_day,
    check_missed,
    check_step,
    noun,
    plan_to_log,
)

TODAY = date(2026, 11, 21)


def test_the_lifecycle_of_a_meeting() -> None:
    assert NEXT == {
        "planned": ("held", "planned", "cancelled", "missed"),
        "held": (),
        "cancelled": ("planned",),
        "missed": ("planned",),
    }


@pytest.mark.parametrize(
    ("status", "to"),
    [
        ("planned", "held"),
        ("planned", "planned"),
        ("planned", "cancelled"),
        ("planned", "missed"),
        ("cancelled", "planned"),
        ("missed", "planned"),
    ],
)
def test_a_step_of_the_lifecycle_may_be_taken(status: str, to: str) -> None:
    check_step("m3", "marcus", status, to)


@pytest.mark.parametrize(
    ("status", "to", "message", "hint"),
    [
        (
            "held",
            "cancelled",
            "m3 was held, so it can't be cancelled.",
            "Change it with boardroom meeting edit m3, or remove it with boardroom meeting rm m3",
        ),
        (
            "held",
            "planned",
            "m3 was held, so it can't be moved.",
            "Change it with boardroom meeting edit m3, or remove it with boardroom meeting rm m3",
        ),
        (
            "cancelled",
            "cancelled",
            "m3 was already cancelled.",
            "Possible commands: boardroom meeting move m3 WHEN",
        ),
        (
            "cancelled",
            "held",
            "m3 was cancelled, so it can't be logged.",
            "Possible commands: boardroom meeting move m3 WHEN",
        ),
        (
            "missed",
            "cancelled",
            "m3 was missed, so it can't be cancelled.",
            "Possible commands: boardroom meeting move m3 WHEN",
        ),
    ],
)
def test_a_wrong_step_is_refused_with_the_possible_ones(
    status: str, to: str, message: str, hint: str
) -> None:
    with pytest.raises(Refused) as caught:
        check_step("m3", "marcus", status, to)

    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_a_meeting_logged_already_is_edited_instead() -> None:
    with pytest.raises(BadInput) as caught:
        check_step("m3", "marcus", "held", "held")

    assert caught.value.message == "m3 is already logged."
    assert (
        caught.value.hint
        == "Change it with boardroom meeting edit m3, or remove it with boardroom meeting rm m3"
    )


@pytest.mark.parametrize(
    ("status", "days"),
    [
        ("held", 0),
        ("held", -4000),
        ("planned", 0),
        ("planned", 400),
        ("missed", 3),
        ("cancelled", -3),
    ],
)
def test_a_day_on_the_right_side_of_today_is_accepted(status: str, days: int) -> None:
    check_day(status, TODAY + timedelta(days=days), handle="ana", today=TODAY)


@pytest.mark.parametrize(
    ("status", "on", "message"),
    [
        (
            "held",
            date(2026, 11, 22),
            (
                "Sun 22 Nov 2026 is in the future, so no meeting was held then."
                " Use today or an earlier day, or plan it: boardroom plan ana 2026-11-22"
            ),
        ),
        (
            "planned",
            date(2026, 11, 20),
            (
                "Fri 20 Nov 2026 has passed, so nothing can be planned then."
                " Use today or a later day, or log it: boardroom log ana --meeting m3 --on 2026-11-20"
            ),
        ),
    ],
)
def test_a_day_on_the_wrong_side_of_today_is_refused(status: str, on: date, message: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_day(status, on, handle="ana", ref="m3", today=TODAY)

    assert f"{caught.value.message} {caught.value.hint}" == message


def test_only_a_meeting_whose_day_has_come_can_be_missed() -> None:
    check_missed("m3", TODAY, today=TODAY)

    with pytest.raises(BadInput) as caught:
        check_missed("m3", date(2026, 11, 22), today=TODAY)

    assert caught.value.message == "m3 is on Sun 22 Nov 2026, which is in the future."
    assert caught.value.hint == "To cancel it: boardroom meeting cancel m3"


def test_a_log_of_a_day_is_of_its_plan_however_long_ago() -> None:
    plans = [Plan("m1", date(2025, 1, 3)), Plan("m2", date(2026, 11, 20))]

    assert plan_to_log(plans, date(2025, 1, 3), today=TODAY) == plans[0]
    assert plan_to_log(plans, date(2025, 1, 4), today=TODAY) is None


@pytest.mark.parametrize(
    ("on", "is_meant"),
    [
        (date(2026, 11, 6), False),
        (date(2026, 11, 7), True),
        (date(2026, 11, 21), True),
        (date(2026, 11, 22), False),
    ],
)
def test_a_log_without_a_day_is_of_a_plan_of_14_days(on: date, is_meant: bool) -> None:
    plan = Plan("m1", on)

    assert plan_to_log([plan], None, today=TODAY) == (plan if is_meant else None)


@pytest.mark.parametrize("on", [None, date(2026, 11, 20)])
def test_among_several_fitting_plans_none_is_guessed(on: date | None) -> None:
    plans = [
        Plan("m1", date(2026, 11, 20), "9:00"),
        Plan("m4", date(2026, 11, 20)),
        Plan("m9", date(2026, 12, 1)),
    ]

    with pytest.raises(Ambiguous) as caught:
        plan_to_log(plans, on, today=TODAY)

    assert (
        caught.value.message
        == "2 planned meetings match: m1 on Fri 20 Nov 2026 9:00, m4 on Fri 20 Nov 2026."
    )
    assert caught.value.hint == "Choose the one that took place, like --meeting m1."
    assert caught.value.candidates == ("m1", "m4")


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)),
    st.integers(min_value=-400, max_value=400),
)
def test_a_log_without_a_day_takes_no_plan_ahead_or_older(today: date, away: int) -> None:
    plan = Plan("m1", today + timedelta(days=away))

    assert (plan_to_log([plan], None, today=today) is not None) == (-14 <= away <= 0)


def test_a_way_has_a_noun() -> None:
    ways = ("coffee", "lunch", "call", "video", "walk", "other")

    assert [noun(way) for way in ways] == [
        "coffee",
        "lunch",
        "call",
        "video call",
        "walk",
        "meeting",
    ]
