from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.rules.due import items
from boardroom.rules.due_items import (
    SEVERITIES,
    ActiveAdvisor,
    AgreementEnd,
    GoalDate,
    OpenPromise,
    PauseEnd,
    PlannedMeeting,
    ReviewDue,
    UnansweredAsk,
)
from boardroom.rules.window_state import Clock
from boardroom.rules.windows import Span

TODAY = date(2026, 11, 21)
FAR = Clock("on_track", TODAY + timedelta(days=200), TODAY + timedelta(days=400))
SPANS: dict[str, Any] = {
    "within": Span(14, "d"),
    "agenda_notice": Span(3, "d"),
    "ask_wait": Span(14, "d"),
    "agreement_notice": Span(30, "d"),
}

Listed = tuple[str, str, str | None, str | None, int, date | None]


def clock(opens: int, closes: int) -> Clock:
    """A window from and to so many days from today."""
    state = "on_track" if opens > 0 else "due" if closes >= 0 else "overdue"
    return Clock(state, TODAY + timedelta(days=opens), TODAY + timedelta(days=closes))


def active(
    handle: str = "marcus", meeting: Clock = FAR, review: Clock = FAR, **known: date
) -> ActiveAdvisor:
    return ActiveAdvisor(
        handle=handle,
        name=handle.capitalize(),
        seat=None,
        window="4-6w",
        joined_on=date(2026, 1, 10),
        returned_on=None,
        last_met_on=None,
        booked_on=known.get("booked_on"),
        snoozed_until=known.get("snoozed_until"),
        meeting_clock=meeting,
        reviewed_on=None,
        review_clock=review,
    )


def planned(
    days: int, agenda_count: int = 1, ref: str = "m1", handle: str = "marcus"
) -> PlannedMeeting:
    return PlannedMeeting(
        ref,
        handle,
        handle.capitalize(),
        TODAY + timedelta(days=days),
        None,
        "coffee",
        None,
        agenda_count,
    )


def listed(
    *actives: ActiveAdvisor,
    plans: tuple[PlannedMeeting, ...] = (),
    pauses: tuple[PauseEnd, ...] = (),
    promises: tuple[OpenPromise, ...] = (),
    asks: tuple[UnansweredAsk, ...] = (),
    agreements: tuple[AgreementEnd, ...] = (),
    board: Clock | None = FAR,
    within: int = 14,
    notice: int = 3,
) -> list[Listed]:
    """The list without what its words are made of."""
    spans = {**SPANS, "within": Span(within, "d"), "agenda_notice": Span(notice, "d")}
    listed_items = items(
        actives,
        plans,
        pauses,
        promises,
        board,
        asks=asks,
        agreements=agreements,
        **spans,
        today=TODAY,
    )
    return [
        (item.kind, item.severity, item.handle, item.ref, item.days, item.booked_on)
        for item in listed_items
    ]


@pytest.mark.parametrize(
    ("opens", "closes", "expected"),
    [
        (15, 29, []),
        (14, 28, [("meeting", "soon", "marcus", None, 14, None)]),
        (1, 15, [("meeting", "soon", "marcus", None, 1, None)]),
        (0, 14, [("meeting", "due", "marcus", None, 14, None)]),
        (-14, 0, [("meeting", "due", "marcus", None, 0, None)]),
        (-15, -1, [("meeting", "overdue", "marcus", None, -1, None)]),
    ],
)
def test_a_window_is_listed_by_its_start_and_then_by_its_end(
    opens: int, closes: int, expected: list[Listed]
) -> None:
    assert listed(active(meeting=clock(opens, closes))) == expected


@pytest.mark.parametrize(("opens", "closes", "days"), [(5, 19, 5), (-5, 9, 9), (-30, -16, -16)])
def test_a_booked_advisor_stays_listed_but_only_as_soon(opens: int, closes: int, days: int) -> None:
    booked_on = TODAY + timedelta(days=20)

    assert listed(active(meeting=clock(opens, closes), booked_on=booked_on)) == [
        ("meeting", "soon", "marcus", None, days, booked_on)
    ]


def test_a_booked_advisor_on_track_is_not_listed() -> None:
    assert listed(active(meeting=clock(15, 29), booked_on=TODAY)) == []


@pytest.mark.parametrize("closes", [-1, 0, 14])
def test_a_snoozed_advisor_wants_no_meeting(closes: int) -> None:
    assert (
        listed(active(meeting=clock(closes - 14, closes), snoozed_until=TODAY + timedelta(days=1)))
        == []
    )


def test_a_snooze_does_not_hide_a_review() -> None:
    snoozed = active(
        meeting=clock(-15, -1), review=clock(-5, 5), snoozed_until=TODAY + timedelta(days=1)
    )

    assert listed(snoozed) == [("review", "due", "marcus", None, 5, None)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, [("unlogged", "due", "marcus", "m1", -1, None)]),
        (0, [("upcoming", "due", "marcus", "m1", 0, None)]),
        (1, [("upcoming", "soon", "marcus", "m1", 1, None)]),
        (14, [("upcoming", "soon", "marcus", "m1", 14, None)]),
        (15, []),
    ],
)
def test_a_plan_is_soon_then_today_then_not_logged(days: int, expected: list[Listed]) -> None:
    assert listed(plans=(planned(days),)) == expected


def test_todays_plan_is_listed_whatever_the_horizon() -> None:
    assert listed(plans=(planned(0), planned(1, ref="m2")), within=0) == [
        ("upcoming", "due", "marcus", "m1", 0, None)
    ]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-1, [("unlogged", "due", "marcus", "m1", -1, None)]),
        (
            0,
            [
                ("agenda", "due", "marcus", "m1", 0, None),
                ("upcoming", "due", "marcus", "m1", 0, None),
            ],
        ),
        (
            3,
            [
                ("agenda", "due", "marcus", "m1", 3, None),
                ("upcoming", "soon", "marcus", "m1", 3, None),
            ],
        ),
        (4, [("upcoming", "soon", "marcus", "m1", 4, None)]),
    ],
)
def test_an_empty_agenda_is_due_from_its_notice_to_the_day(
    days: int, expected: list[Listed]
) -> None:
    assert listed(plans=(planned(days, agenda_count=0),)) == expected


def test_an_empty_agenda_is_due_beyond_the_horizon() -> None:
    assert listed(plans=(planned(2, agenda_count=0),), within=1) == [
        ("agenda", "due", "marcus", "m1", 2, None)
    ]


@pytest.mark.parametrize(
    ("days", "expected"), [(-1, [("pause", "due", "marcus", None, -1, None)]), (1, [])]
)
def test_a_pause_is_listed_once_its_day_has_come(days: int, expected: list[Listed]) -> None:
    assert listed(pauses=(PauseEnd("marcus", "Marcus", TODAY + timedelta(days=days)),)) == expected


def test_a_pause_is_listed_on_its_day() -> None:
    assert listed(pauses=(PauseEnd("marcus", "Marcus", TODAY),)) == [
        ("pause", "due", "marcus", None, 0, None)
    ]


def reviews(
    *actives: ActiveAdvisor, board: Clock | None
) -> list[tuple[str, str | None, int, tuple[str, ...]]]:
    """The review items: severity, handle, days, whose they are."""
    listed_items = items(actives, (), (), (), board, **SPANS, today=TODAY)
    return [
        (item.severity, item.handle, item.days, item.subject.names)
        for item in listed_items
        if isinstance(item.subject, ReviewDue)
    ]


def test_a_board_on_track_leaves_each_advisor_an_item() -> None:
    ana, marcus, tom = (
        active("ana", review=clock(-20, -5)),
        active("marcus", review=clock(-5, 20)),
        active("tom", review=clock(14, 90)),
    )

    assert reviews(ana, marcus, tom, board=FAR) == [
        ("overdue", "ana", -5, ("Ana",)),
        ("due", "marcus", 20, ("Marcus",)),
        ("soon", "tom", 14, ("Tom",)),
    ]


@pytest.mark.parametrize(
    ("board", "severity", "days"),
    [
        (clock(-1, 30), "overdue", -5),
        (clock(-90, -30), "overdue", -30),
        (clock(-90, -2), "overdue", -5),
    ],
)
def test_a_due_board_is_one_item_with_the_worst_severity(
    board: Clock, severity: str, days: int
) -> None:
    people = [
        active("ana", review=clock(-20, -5)),
        active("marcus", review=clock(-5, 20)),
        active("tom", review=clock(14, 90)),
    ]

    assert reviews(*people, board=board) == [(severity, None, days, ("Ana", "Marcus"))]


def test_an_advisor_soon_adds_no_name_to_a_due_board() -> None:
    assert reviews(active("tom", review=clock(5, 20)), board=clock(-1, 30)) == [
        ("due", None, 30, ())
    ]


def test_a_board_due_with_nobody_in_it_due_is_still_one_item() -> None:
    assert reviews(active(), board=clock(0, 30)) == [("due", None, 30, ())]


def test_a_board_that_is_only_soon_does_not_hide_who_is_due() -> None:
    ana, tom = active("ana", review=clock(-5, 20)), active("tom", review=clock(14, 90))

    assert reviews(ana, tom, board=clock(10, 90)) == [
        ("due", "ana", 20, ("Ana",)),
        ("soon", None, 10, ("Tom",)),
    ]


def test_items_go_by_severity_then_lateness_then_handle() -> None:
    people = (
        active("ana", meeting=clock(-20, -6)),
        active("bo", meeting=clock(-30, -16)),
        active("cy", meeting=clock(-20, -6)),
        active("di", meeting=clock(0, 14), booked_on=TODAY + timedelta(days=9)),
        active("ed", meeting=clock(0, 14)),
        active("flo", meeting=clock(2, 16)),
    )
    plans = (
        planned(-3, ref="m7", handle="zoe"),
        planned(9, ref="m2", handle="di"),
        planned(9, ref="m10", handle="ana"),
    )

    assert listed(*people, plans=plans, board=clock(-200, -20)) == [
        ("review", "overdue", None, None, -20, None),
        ("meeting", "overdue", "bo", None, -16, None),
        ("meeting", "overdue", "ana", None, -6, None),
        ("meeting", "overdue", "cy", None, -6, None),
        ("unlogged", "due", "zoe", "m7", -3, None),
        ("meeting", "due", "ed", None, 14, None),
        ("meeting", "soon", "flo", None, 2, None),
        ("upcoming", "soon", "ana", "m10", 9, None),
        ("upcoming", "soon", "di", "m2", 9, None),
        ("meeting", "soon", "di", None, 14, TODAY + timedelta(days=9)),
    ]


OFFSETS = st.integers(-60, 60)


@given(
    st.lists(st.tuples(OFFSETS, st.integers(0, 60)), max_size=6),
    st.lists(st.tuples(OFFSETS, st.integers(0, 2)), max_size=6),
    st.integers(0, 30),
)
def test_the_worst_comes_first_and_nothing_beyond_the_horizon(
    seen: list[tuple[int, int]], plans: list[tuple[int, int]], within: int
) -> None:
    people = [
        active(f"p{number}", meeting=clock(opens, opens + length))
        for number, (opens, length) in enumerate(seen)
    ]
    meetings = tuple(
        planned(days, count, ref=f"m{number}") for number, (days, count) in enumerate(plans)
    )

    listed_items = listed(*people, plans=meetings, within=within)

    places = [(SEVERITIES.index(severity), days) for _, severity, _, _, days, _ in listed_items]
    assert places == sorted(places)
    assert all(days <= within for _, severity, _, _, days, _ in listed_items if severity == "soon")


@pytest.mark.parametrize(
    ("by_whom", "days", "severity"),
    [
        ("me", -1, "overdue"),
        ("me", 0, "due"),
        ("me", 1, "soon"),
        ("me", 14, "soon"),
        ("me", 15, None),
        ("them", -400, "due"),
        ("them", 0, "due"),
        ("them", 1, None),
    ],
)
def test_my_promises_press_and_theirs_only_nudge(
    by_whom: str, days: int, severity: str | None
) -> None:
    promise = OpenPromise(
        "p1", "marcus", "Marcus", by_whom, "promise", "Send the deck", TODAY + timedelta(days=days)
    )

    assert listed(promises=(promise,)) == (
        [("promise", severity, "marcus", "p1", days, None)] if severity else []
    )


def test_a_snoozed_review_is_not_listed_and_all_else_is() -> None:
    actives = (active(meeting=clock(-20, -5), review=clock(-5, 100)),)

    listed_items = items(
        actives, (), (), (), clock(-5, 100), **SPANS, today=TODAY, review_snoozed=True
    )

    assert [item.kind for item in listed_items] == ["meeting"]


@pytest.mark.parametrize(
    ("days", "severity"), [(-1, "overdue"), (0, "due"), (1, "soon"), (14, "soon"), (15, None)]
)
@pytest.mark.parametrize(("ref", "step"), [("g1", None), ("s1", "Shadow the budget round")])
def test_a_goal_and_a_step_press_by_their_own_day(
    days: int, severity: str | None, ref: str, step: str | None
) -> None:
    goal = GoalDate(ref, "Run a P&L", step, TODAY + timedelta(days=days), "g1")

    listed_items = items((), (), (), (), None, **SPANS, today=TODAY, goals=(goal,))

    listed = [
        (item.kind, item.severity, item.handle, item.ref, item.days, item.subject)
        for item in listed_items
    ]
    assert listed == ([("goal", severity, None, ref, days, goal)] if severity else [])


@pytest.mark.parametrize(
    ("asked", "expected"), [(-15, [("ask", "due", "noor", None, -1, None)]), (-14, []), (0, [])]
)
def test_an_ask_is_due_after_the_wait_that_is_set(asked: int, expected: list[Listed]) -> None:
    assert listed(asks=(UnansweredAsk("noor", "Noor", TODAY + timedelta(days=asked)),)) == expected


@pytest.mark.parametrize(
    ("days", "severity"), [(-1, "overdue"), (0, "due"), (1, "soon"), (30, "soon"), (31, None)]
)
def test_an_agreement_is_listed_from_its_notice_on(days: int, severity: str | None) -> None:
    agreed = AgreementEnd("marcus", "Marcus", TODAY + timedelta(days=days))

    assert listed(agreements=(agreed,), within=0) == (
        [("agreement", severity, "marcus", None, days, None)] if severity else []
    )
