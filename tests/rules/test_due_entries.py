from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boardroom.rules.due_entries import Entry, count, entries, facts, most_pressing
from boardroom.rules.due_items import (
    SEVERITIES,
    GoalDate,
    Item,
    OpenPromise,
    PauseEnd,
    PlannedMeeting,
)

TODAY = date(2026, 11, 21)


def in_days(days: int) -> date:
    return TODAY + timedelta(days=days)


def plan(
    days: int,
    handle: str = "marcus",
    *,
    ref: str = "m1",
    at: str | None = None,
    agenda_count: int = 1,
    kind: str | None = None,
) -> Item:
    on = in_days(days)
    subject = PlannedMeeting(ref, handle, handle, on, at, "coffee", None, agenda_count)
    kind = kind or ("unlogged" if days < 0 else "upcoming")
    return Item(kind, "soon" if days > 0 else "due", handle, ref, on, days, None, subject)


def promise(days: int, handle: str = "marcus", *, ref: str = "p1", by_whom: str = "me") -> Item:
    on = in_days(days)
    subject = OpenPromise(ref, handle, handle, by_whom, "promise", "Ask", on)
    severity = "soon" if days > 0 else "due" if by_whom == "them" or not days else "overdue"
    return Item("promise", severity, handle, ref, on, days, None, subject)


def goal(days: int, ref: str, of: str) -> Item:
    on = in_days(days)
    step = None if ref == of else "Ask"
    severity = "overdue" if days < 0 else "soon" if days else "due"
    return Item("goal", severity, None, ref, on, days, None, GoalDate(ref, "Speak", step, on, of))


def pause(days: int, handle: str = "marcus") -> Item:
    on = in_days(days)
    return Item("pause", "due", handle, None, on, days, None, PauseEnd(handle, handle, on))


def in_order(*items: Item) -> list[Item]:
    """The items as the list has them."""
    return sorted(
        items, key=lambda item: (SEVERITIES.index(item.severity), item.days, item.handle or "")
    )


def test_a_person_is_one_entry_with_the_severity_of_the_worst() -> None:
    items = in_order(promise(-3), promise(5, ref="p2"), pause(-1))

    assert entries(items, today=TODAY) == [
        Entry("overdue", "marcus", None, (0, 1, 2), 0, "promise", None)
    ]


def test_a_goal_is_an_entry_with_its_steps() -> None:
    items = in_order(goal(-3, "s1", "g1"), goal(-2, "g2", "g2"), goal(5, "g1", "g1"))

    assert [(entry.goal, entry.items) for entry in entries(items, today=TODAY)] == [
        ("g1", (0, 2)),
        ("g2", (1,)),
    ]


def test_whom_one_meets_today_and_tomorrow_comes_first_by_the_hour() -> None:
    items = in_order(
        promise(-30, "dana"),
        plan(1, "ana", at="09:00"),
        plan(0, "tom"),
        plan(0, "bo", at="15:30"),
        plan(2, "cy"),
        pause(-1, "eve"),
    )

    made = entries(items, today=TODAY)

    assert [(entry.handle, entry.severity) for entry in made] == [
        ("bo", "due"),
        ("tom", "due"),
        ("ana", "soon"),
        ("dana", "overdue"),
        ("eve", "due"),
        ("cy", "soon"),
    ]
    assert count(made, SEVERITIES) == {"overdue": 1, "due": 3, "soon": 2}


@pytest.mark.parametrize(
    ("items", "command"),
    [
        ((promise(-9), plan(-1), plan(0, ref="m2")), ("unlogged", "m1")),
        ((promise(-9), plan(0)), ("upcoming", "m1")),
        ((promise(-9), plan(1, agenda_count=0)), ("agenda", "m1")),
        ((promise(-9), plan(2)), ("promise", "p1")),
    ],
)
def test_the_command_is_that_of_the_meeting_or_else_of_the_worst_item(
    items: tuple[Item, ...], command: tuple[str, str]
) -> None:
    ordered = in_order(*items)

    (entry,) = entries(ordered, today=TODAY)

    assert (entry.next_kind, ordered[entry.next_item].ref) == command


def test_an_empty_agenda_stands_for_its_meeting_and_a_meeting_ahead_comes_first() -> None:
    items = in_order(
        promise(-9), plan(1, agenda_count=0, kind="agenda"), plan(1, agenda_count=0), pause(0)
    )

    (entry,) = entries(items, today=TODAY)

    assert [items[place].kind for place in facts(entry, items, today=TODAY)] == [
        "agenda",
        "promise",
        "pause",
    ]


def test_at_most_three_facts_are_shown() -> None:
    items = in_order(*(promise(days, by_whom="them") for days in range(-9, -4)))

    assert most_pressing(range(5), items, today=TODAY) == [0, 1, 2]


@given(
    st.lists(st.tuples(st.integers(-9, 9), st.sampled_from(["me", "them"])), min_size=1, max_size=9)
)
def test_what_is_mine_and_late_or_due_today_is_never_left_out(
    made: list[tuple[int, str]],
) -> None:
    items = in_order(*(promise(days, by_whom=by_whom) for days, by_whom in made))
    mine = {
        place
        for place, item in enumerate(items)
        if item.days <= 0 and isinstance(item.subject, OpenPromise) and item.subject.by_whom == "me"
    }

    shown = most_pressing(range(len(items)), items, today=TODAY)

    assert mine <= set(shown)
    assert len(shown) == max(min(3, len(items)), len(mine))
    assert shown == sorted(shown)
