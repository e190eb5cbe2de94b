from __future__ import annotations

from datetime import date

import pytest

from boardroom.queries.review_facts import facts
from boardroom.rules.review_facts import Facts
from boardroom.store.file import reading
from tests.boards import Board

FROM, UNTIL = "2026-06-01", "2026-08-31"
"""The period that most tests look at: after a review on 31 May, and up to 31 August."""
BEFORE, AFTER = "2026-05-31", "2026-09-01"


def looked_at(
    board: Board, advisor_id: int, since: str | None = BEFORE, until: str = UNTIL
) -> Facts | None:
    with reading(board.path) as connection:
        since_on = None if since is None else date.fromisoformat(since)
        return facts(connection, advisor_id, since=since_on, until=date.fromisoformat(until))


def counted(board: Board, advisor_id: int, prefix: str = "") -> dict[str, int]:
    """The counts of what was begun with that are not 0, over the period; without the meetings."""
    found = looked_at(board, advisor_id)
    assert found is not None
    values = found._asdict().items()
    return {
        name.removesuffix("_count"): value
        for name, value in values
        if name.startswith(prefix) and name.endswith("_count") and value
    }


def test_of_half_a_year_everything_is_counted(board: Board) -> None:
    marcus = board.advisor(window="4-6w")
    for day in ("2026-05-20", "2026-06-10", "2026-08-10", "2026-08-10"):
        board.meeting(marcus, day, minutes=45)
    board.item(marcus, added="2026-06-02")
    board.advice(marcus, given="2026-06-10")
    board.promise(marcus, made="2026-06-10", due_on="2026-07-01")
    board.exchange(marcus, on="2026-06-10")
    board.goal_step(board.goal("Run a P&L", marcus), "Shadow the round", done_on="2026-07-01")

    assert looked_at(board, marcus) == Facts(
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


def test_of_an_advisor_of_whom_nothing_is_on_file_nothing_is_counted(board: Board) -> None:
    ana = board.advisor("Ana Lima", joined="2026-08-30", window="6-8w")

    assert looked_at(board, ana) == Facts(
        date(2026, 8, 30),
        date(2026, 8, 31),
        "6-8w",
        active_days=2,
        weekly_meetings_counts=(0,),
        longest_gap_days=None,
    )


@pytest.mark.parametrize(("day", "count"), [(BEFORE, 0), (FROM, 1), (UNTIL, 1), (AFTER, 0)])
def test_what_happened_counts_from_the_day_after_the_review_to_the_last_day(
    board: Board, day: str, count: int
) -> None:
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
    begun = (
        "meetings agenda_asked agenda_dropped advice_given promises_mine_kept promises_theirs_kept"
    )
    names = f"{begun} given received steps_taken goals_achieved"

    found = counted(board, marcus)

    assert {name: found.get(name, 0) for name in names.split()} == dict.fromkeys(
        names.split(), count
    )


def test_only_meetings_that_were_held_count(board: Board) -> None:
    marcus = board.advisor()
    for status in ("planned", "cancelled", "missed"):
        board.meeting(marcus, "2026-06-20", status)

    assert "meetings" not in counted(board, marcus)


def test_what_is_somebody_elses_does_not_count(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.meeting(ana, "2026-06-20")
    board.item(ana, added="2026-06-20")
    board.advice(ana, given="2026-06-20")
    board.promise(ana, made="2026-06-20")
    board.exchange(ana, on="2026-06-20")
    board.goal_step(board.goal("Run a P&L", ana), "Shadow the round", done_on="2026-06-20")
    board.goal("Speak", ana, status="achieved", closed_on="2026-06-20")

    assert counted(board, marcus) == {"gaps": 1}  # the one that is open, since the seating


@pytest.mark.parametrize(
    ("added", "closed", "status", "found"),
    [
        ("2026-01-20", None, "open", 1),
        (UNTIL, None, "open", 1),
        (AFTER, None, "open", 0),
        ("2026-06-01", AFTER, "covered", 1),
        ("2026-06-01", AFTER, "dropped", 1),
        ("2026-06-01", UNTIL, "covered", 0),
    ],
)
def test_an_agenda_item_is_open_that_was_raised_by_then_and_not_closed_yet(
    board: Board, added: str, closed: str | None, status: str, found: int
) -> None:
    marcus = board.advisor()
    board.item(
        marcus,
        added=added,
        status=status,
        closed_on=None if closed is None else date.fromisoformat(closed),
    )

    assert counted(board, marcus, "agenda_open").get("agenda_open", 0) == found


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
def test_of_advice_it_is_counted_how_far_it_came_by_then(
    board: Board, given: str, fields: dict[str, str], expected: dict[str, int]
) -> None:
    marcus = board.advisor()
    board.advice(marcus, given=given, **fields)

    assert counted(board, marcus, "advice_") == {
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
    ],
)
def test_a_promise_of_either_is_kept_and_late_or_open_and_overdue(
    board: Board, made: str, fields: dict[str, str], expected: dict[str, int]
) -> None:
    marcus = board.advisor()
    board.promise(marcus, by_whom="me", made=made, **fields)
    board.promise(marcus, by_whom="them", made=made, **fields)

    found = counted(board, marcus, "promises_")

    assert found == {
        f"promises_{whose}_{name}": count
        for whose in ("mine", "theirs")
        for name, count in expected.items()
    }


def test_who_was_paused_in_the_middle_is_judged_by_the_days_around_it(board: Board) -> None:
    marcus = board.advisor(window="4-6w")
    for day in ("2026-05-31", "2026-08-21"):
        board.meeting(marcus, day)
    board.step(marcus, "paused", "2026-06-11")
    board.step(marcus, "active", "2026-07-21")

    found = looked_at(board, marcus)

    assert found is not None
    assert (
        found.active_days,
        found.gaps_count,
        found.gaps_within_count,
        found.longest_gap_days,
    ) == (52, 1, 1, 42)
    assert found.weekly_meetings_counts == (0, 0, None, None, None, None, None, 0, 0, 0, 0, 1, 0, 0)


def test_what_happened_in_a_pause_happened(board: Board) -> None:
    marcus = board.advisor()
    board.step(marcus, "paused", "2026-06-11")
    board.meeting(marcus, "2026-07-01", minutes=30)

    found = looked_at(board, marcus)

    assert found is not None
    assert (found.meetings_count, found.minutes_total, found.active_days) == (1, 30, 10)
    assert found.weekly_meetings_counts == (0, 0, None, None, 1, *[None] * 9)


def test_who_joined_in_the_middle_is_looked_at_from_that_day_on(board: Board) -> None:
    marcus = board.prospect("Marcus Ojo")
    board.put("UPDATE transition SET changed_on = '2026-05-01'")
    board.step(marcus, "active", "2026-08-01")
    board.meeting(marcus, "2026-07-31")
    board.meeting(marcus, "2026-08-01")

    found = looked_at(board, marcus)

    assert found is not None
    assert (found.period, found.active_days, found.meetings_count, found.gaps_count) == (
        (date(2026, 8, 1), date(2026, 8, 31)),
        31,
        1,
        0,
    )
    assert looked_at(board, marcus, None) == found


def test_who_parted_in_the_middle_is_looked_at_up_to_that_day(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-06-30")
    board.meeting(marcus, "2026-07-01")
    board.step(marcus, "alumni", "2026-06-30")

    found = looked_at(board, marcus)

    assert found is not None
    assert (found.period, found.active_days, found.meetings_count) == (
        (date(2026, 6, 1), date(2026, 6, 30)),
        29,
        1,
    )


def test_there_are_no_facts_about_whoever_was_not_on_the_board(board: Board) -> None:
    noor, ines = board.prospect("Noor Haddad"), board.advisor("Inês Duarte")
    board.step(ines, "alumni", BEFORE)

    assert (looked_at(board, noor), looked_at(board, ines)) == (None, None)


def test_steps_taken_later_are_not_known_yet(board: Board) -> None:
    marcus = board.advisor()
    before = looked_at(board, marcus)
    board.step(marcus, "paused", AFTER)

    assert looked_at(board, marcus) == before


def test_the_boards_own_window_holds_for_who_has_none(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-06-01")
    board.meeting(marcus, "2026-07-10")
    board.setting("window", "4-5w")

    found = looked_at(board, marcus, "2026-06-01", "2026-07-31")

    assert found is not None
    assert (found.window, found.gaps_count, found.gaps_within_count) == ("4-5w", 1, 0)
