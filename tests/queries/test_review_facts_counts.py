from __future__ import annotations

from datetime import date

import pytest

from boardroom.queries.review_facts import facts
from boardroom.rules.review_facts import Facts
from boardroom.store.file import reading
from tests.boards import Board

FROM, UNTIL = "2026-06-01", "2026-08-31"
"""The period of most tests: from the day after a review on 31 May to 31 August."""
BEFORE, AFTER = "2026-05-31", "2026-09-01"


def facts_of(
    board: Board, advisor_id: int, since: str | None = BEFORE, until: str = UNTIL
) -> Facts | None:
    with reading(board.path) as connection:
        since_on = None if since is None else date.fromisoformat(since)
        return facts(connection, advisor_id, since=since_on, until=date.fromisoformat(until))


def counts_of(board: Board, advisor_id: int, prefix: str = "") -> dict[str, int]:
    """The counts other than 0 that begin with `prefix`, in the period."""
    counted = facts_of(board, advisor_id)
    assert counted is not None
    values = counted._asdict().items()
    return {
        name.removesuffix("_count"): value
        for name, value in values
        if name.startswith(prefix) and name.endswith("_count") and value
    }


def test_half_a_year_is_counted(board: Board) -> None:
    marcus = board.advisor(window="4-6w")
    for day in ("2026-05-20", "2026-06-10", "2026-08-10", "2026-08-10"):
        board.meeting(marcus, day, minutes=45)
    board.item(marcus, added="2026-06-02")
    board.advice(marcus, given="2026-06-10")
    board.promise(marcus, made="2026-06-10", due_on="2026-07-01")
    board.exchange(marcus, on="2026-06-10")
    board.goal_step(board.goal("Run a P&L", marcus), "Shadow the round", done_on="2026-07-01")

    assert facts_of(board, marcus) == Facts(
        from_on=date(2026, 6, 1),
        until_on=date(2026, 8, 31),
        window="4-6w",
        active_days=92,
        meetings_count=3,
        minutes_total=135,
        weekly_meetings_counts=(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0),
        gaps_count=2,
        gaps_within_count=1,
        longest_gap_days=61,
        agenda_open_count=1,
        advice_given_count=1,
        promises_mine_open_count=1,
        promises_mine_overdue_count=1,
        given_count=1,
        steps_taken_count=1,
    )


def test_an_advisor_without_records_has_zeros(board: Board) -> None:
    ana = board.advisor("Ana Lima", joined="2026-08-30", window="6-8w")

    assert facts_of(board, ana) == Facts(
        date(2026, 8, 30),
        date(2026, 8, 31),
        "6-8w",
        active_days=2,
        weekly_meetings_counts=(0,),
        longest_gap_days=None,
    )


@pytest.mark.parametrize(("day", "count"), [(BEFORE, 0), (FROM, 1), (UNTIL, 1), (AFTER, 0)])
def test_events_count_from_the_day_after_the_review(board: Board, day: str, count: int) -> None:
    marcus = board.advisor()
    board.meeting(marcus, day)
    board.item(marcus, added="2026-05-01", status="covered", closed_on=date.fromisoformat(day))
    board.item(marcus, added="2026-05-01", status="dropped", closed_on=date.fromisoformat(day))
    board.advice(marcus, given=day)
    board.promise(marcus, made="2026-05-01", done_on=day)
    board.promise(marcus, by_whom="them", made="2026-05-01", done_on=day)
    board.exchange(marcus, on=day)
    board.exchange(marcus, "received", on=day)
    board.goal_step(board.goal("Run a P&L", marcus), "Shadow the round", done_on=day)
    board.goal("Speak", marcus, status="achieved", closed_on=day)
    events = (
        "meetings agenda_asked agenda_dropped advice_given promises_mine_kept promises_theirs_kept"
    )
    names = f"{events} given received steps_taken goals_achieved"

    counts = counts_of(board, marcus)

    assert {name: counts.get(name, 0) for name in names.split()} == dict.fromkeys(
        names.split(), count
    )


def test_only_held_meetings_count(board: Board) -> None:
    marcus = board.advisor()
    for status in ("planned", "cancelled", "missed"):
        board.meeting(marcus, "2026-06-20", status)

    assert "meetings" not in counts_of(board, marcus)


def test_other_advisors_records_do_not_count(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.meeting(ana, "2026-06-20")
    board.item(ana, added="2026-06-20")
    board.advice(ana, given="2026-06-20")
    board.promise(ana, made="2026-06-20")
    board.exchange(ana, on="2026-06-20")
    board.goal_step(board.goal("Run a P&L", ana), "Shadow the round", done_on="2026-06-20")
    board.goal("Speak", ana, status="achieved", closed_on="2026-06-20")

    assert counts_of(board, marcus) == {"gaps": 1}  # the one that is open, since the seating


@pytest.mark.parametrize(
    ("added", "closed", "status", "count"),
    [
        ("2026-01-20", None, "open", 1),
        (UNTIL, None, "open", 1),
        (AFTER, None, "open", 0),
        ("2026-06-01", AFTER, "covered", 1),
        ("2026-06-01", AFTER, "dropped", 1),
        ("2026-06-01", UNTIL, "covered", 0),
    ],
)
def test_an_agenda_item_is_open_until_it_is_closed(
    board: Board, added: str, closed: str | None, status: str, count: int
) -> None:
    marcus = board.advisor()
    board.item(
        marcus,
        added=added,
        status=status,
        closed_on=None if closed is None else date.fromisoformat(closed),
    )

    assert counts_of(board, marcus, "agenda_open").get("agenda_open", 0) == count


@pytest.mark.parametrize(
    ("given", "fields", "expected"),
    [
        (FROM, {}, {"given": 1}),
        (FROM, {"status": "trying", "outcome_on": UNTIL}, {"given": 1, "tried": 1}),
        (FROM, {"status": "trying", "outcome_on": AFTER}, {"given": 1}),
        (FROM, {"status": "set_aside", "outcome_on": UNTIL}, {"given": 1, "tried": 1}),
        (FROM, {"status": "worked", "outcome_on": UNTIL}, {"given": 1, "tried": 1, "worked": 1}),
        (
            FROM,
            {"status": "worked", "outcome_on": FROM, "reported_on": UNTIL},
            {"given": 1, "tried": 1, "worked": 1, "reported": 1},
        ),
        (
            FROM,
            {"status": "worked", "outcome_on": FROM, "reported_on": AFTER},
            {"given": 1, "tried": 1, "worked": 1},
        ),
        (
            FROM,
            {"status": "did_not_work", "outcome_on": FROM, "reported_on": UNTIL},
            {"given": 1, "tried": 1, "reported": 1},
        ),
        (BEFORE, {}, {}),
        (BEFORE, {"status": "worked", "outcome_on": UNTIL}, {"untold_before": 1}),
        (BEFORE, {"status": "trying", "outcome_on": BEFORE}, {"untold_before": 1}),
        (BEFORE, {"status": "worked", "outcome_on": AFTER}, {}),
        (BEFORE, {"status": "worked", "outcome_on": BEFORE, "reported_on": UNTIL}, {}),
        (
            BEFORE,
            {"status": "worked", "outcome_on": BEFORE, "reported_on": AFTER},
            {"untold_before": 1},
        ),
    ],
)
def test_advice_counts_as_far_as_it_came_by_then(
    board: Board, given: str, fields: dict[str, str], expected: dict[str, int]
) -> None:
    marcus = board.advisor()
    board.advice(marcus, given=given, **fields)

    assert counts_of(board, marcus, "advice_") == {
        f"advice_{name}": count for name, count in expected.items()
    }


@pytest.mark.parametrize(
    ("made", "fields", "expected"),
    [
        (FROM, {}, {"open": 1}),
        (AFTER, {}, {}),
        (BEFORE, {"due_on": "2026-08-30"}, {"open": 1, "overdue": 1}),
        (BEFORE, {"due_on": UNTIL}, {"open": 1}),
        (BEFORE, {"due_on": "2026-06-15", "done_on": AFTER}, {"open": 1, "overdue": 1}),
        (FROM, {"due_on": "2026-06-15", "done_on": "2026-06-15"}, {"kept": 1}),
        (FROM, {"due_on": "2026-06-15", "done_on": "2026-06-16"}, {"kept": 1, "late": 1}),
        (FROM, {"done_on": "2026-06-16", "kind": "thanks"}, {"kept": 1}),
        (BEFORE, {"due_on": "2026-05-01", "done_on": BEFORE}, {}),
        (BEFORE, {"due_on": "2026-08-30", "kind": "thanks"}, {"open": 1}),
        (FROM, {"due_on": "2026-06-15", "done_on": "2026-06-16", "kind": "thanks"}, {"kept": 1}),
    ],
)
def test_a_promise_of_either_is_kept_late_open_or_overdue(
    board: Board, made: str, fields: dict[str, str], expected: dict[str, int]
) -> None:
    marcus = board.advisor()
    board.promise(marcus, by_whom="me", made=made, **fields)
    board.promise(marcus, by_whom="them", made=made, **fields)

    counts = counts_of(board, marcus, "promises_")

    assert counts == {
        f"promises_{whose}_{name}": count
        for whose in ("mine", "theirs")
        for name, count in expected.items()
    }


def test_a_pause_is_not_counted_as_active(board: Board) -> None:
    marcus = board.advisor(window="4-6w")
    for day in ("2026-05-31", "2026-08-21"):
        board.meeting(marcus, day)
    board.step(marcus, "paused", "2026-06-11")
    board.step(marcus, "active", "2026-07-21")

    counted = facts_of(board, marcus)

    assert counted is not None
    assert (
        counted.active_days,
        counted.gaps_count,
        counted.gaps_within_count,
        counted.longest_gap_days,
    ) == (52, 1, 1, 42)
    weeks = counted.weekly_meetings_counts
    assert weeks == (0, 0, *[None] * 5, 0, 0, 0, 0, 1, 0, 0)


def test_meetings_in_a_pause_count(board: Board) -> None:
    marcus = board.advisor()
    board.step(marcus, "paused", "2026-06-11")
    board.meeting(marcus, "2026-07-01", minutes=30)

    counted = facts_of(board, marcus)

    assert counted is not None
    assert (counted.meetings_count, counted.minutes_total, counted.active_days) == (1, 30, 10)
    assert counted.weekly_meetings_counts == (0, 0, None, None, 1, *[None] * 9)


def test_a_new_advisor_is_counted_from_joining(board: Board) -> None:
    marcus = board.prospect("Marcus Ojo")
    board.put("UPDATE transition SET changed_on = '2026-05-01'")
    board.step(marcus, "active", "2026-08-01")
    board.meeting(marcus, "2026-07-31")
    board.meeting(marcus, "2026-08-01")

    counted = facts_of(board, marcus)

    assert counted is not None
    assert (counted.period, counted.active_days, counted.meetings_count, counted.gaps_count) == (
        (date(2026, 8, 1), date(2026, 8, 31)),
        31,
        1,
        0,
    )
    assert facts_of(board, marcus, None) == counted


def test_a_former_advisor_is_counted_up_to_the_parting(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-06-30")
    board.meeting(marcus, "2026-07-01")
    board.step(marcus, "alumni", "2026-06-30")

    counted = facts_of(board, marcus)

    assert counted is not None
    assert (counted.period, counted.active_days, counted.meetings_count) == (
        (date(2026, 6, 1), date(2026, 6, 30)),
        29,
        1,
    )


def test_nobody_off_the_board_has_facts(board: Board) -> None:
    noor, ines = board.prospect("Noor Haddad"), board.advisor("Inês Duarte")
    board.step(ines, "alumni", BEFORE)

    assert (facts_of(board, noor), facts_of(board, ines)) == (None, None)


def test_later_steps_are_not_known_yet(board: Board) -> None:
    marcus = board.advisor()
    before = facts_of(board, marcus)
    board.step(marcus, "paused", AFTER)

    assert facts_of(board, marcus) == before


def test_the_default_window_applies_without_an_own_one(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-06-01")
    board.meeting(marcus, "2026-07-10")
    board.setting("window", "4-5w")

    counted = facts_of(board, marcus, "2026-06-01", "2026-07-31")

    assert counted is not None
    assert (counted.window, counted.gaps_count, counted.gaps_within_count) == ("4-5w", 1, 0)
