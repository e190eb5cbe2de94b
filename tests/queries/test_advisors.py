from __future__ import annotations

from datetime import date

from boardroom.queries.advisors import AdvisorView, advisor, advisors, record_counts
from boardroom.rules.lifecycle import Standing
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def handles(board: Board, *statuses: str) -> list[str]:
    with reading(board.path) as connection:
        return [
            view.handle for view in advisors(connection, today=TODAY, statuses=statuses or None)
        ]


def one(board: Board, advisor_id: int, today: date = TODAY) -> AdvisorView:
    with reading(board.path) as connection:
        return advisor(connection, advisor_id, today=today)


def test_a_view_has_every_field(board: Board) -> None:
    marcus = board.advisor(
        seat="Finance",
        org="Northgate Foods",
        how_met="Alumni dinner",
        kind="formal",
        strengths=["P&L", "pricing"],
        perspectives=["industry=food"],
        their_goals="A second board seat",
        email="marcus@example.com",
        phone="+351 21 000",
        link="https://example.com/m",
        city="Porto",
        way="lunch",
        window="6-8w",
        minutes="45",
        nicknames=["Marc"],
        notes="Two\nlines",
        role="both",
        title="CFO",
        timezone="Europe/Lisbon",
    )

    view = one(board, marcus)

    assert view == AdvisorView(
        handle="marcus",
        uid=board.sql("SELECT uid FROM advisor")[0][0],
        name="Marcus Ojo",
        nicknames=("Marc",),
        seat="Finance",
        org="Northgate Foods",
        how_met="Alumni dinner",
        kind="formal",
        strengths=("P&L", "pricing"),
        perspectives={"industry": "food"},
        their_goals="A second board seat",
        email="marcus@example.com",
        phone="+351 21 000",
        link="https://example.com/m",
        city="Porto",
        way="lunch",
        window="6-8w",
        minutes=45,
        notes="Two\nlines",
        role="both",
        title="CFO",
        timezone="Europe/Lisbon",
        usual=None,
        standing=Standing("active", date(2026, 1, 10), date(2026, 1, 10), None, None, None),
        active=board.due().advisors[0],
        last_met_on=None,
        next_meeting_on=None,
        agenda_count=0,
        meetings_count=0,
    )


def test_window_and_minutes_default_to_the_boards(board: Board) -> None:
    marcus = board.advisor()
    board.setting("window", "2-3m")
    board.setting("minutes", "30")

    view = one(board, marcus)

    assert (view.window, view.minutes) == ("2-3m", 30)


def test_meetings_and_items_are_counted(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    for on, status in (
        ("2026-09-01", "held"),
        ("2026-08-01", "held"),
        ("2026-11-20", "missed"),
        ("2026-11-20", "planned"),
    ):
        board.meeting(marcus, on, status)
    board.meeting(marcus, "2026-12-24", "planned")
    board.meeting(marcus, "2026-11-21", "planned")
    board.meeting(ana, "2026-11-19")
    board.item(marcus)
    board.item(marcus, status="dropped", closed_on=TODAY)
    board.item(ana)

    view = one(board, marcus)

    assert (view.last_met_on, view.meetings_count, view.next_meeting_on, view.agenda_count) == (
        date(2026, 9, 1),
        2,
        TODAY,
        1,
    )


def test_a_prospect_has_no_clocks(board: Board) -> None:
    noor = board.prospect("Noor Haddad")
    board.meeting(noor, "2026-11-19")

    view = one(board, noor)

    assert (view.active, view.last_met_on, view.meetings_count) == (None, date(2026, 11, 19), 1)


def test_people_are_listed_by_handle_and_status(board: Board) -> None:
    tom, ana = board.advisor("Tom Berg"), board.advisor("Ana Lima")
    board.advisor("Marcus Ojo")
    board.prospect("Noor Haddad")
    board.step(ana, "paused", "2026-11-01")
    board.step(tom, "alumni", "2026-11-01")

    assert (
        handles(board),
        handles(board, "active", "paused"),
        handles(board, "alumni"),
        handles(board, "declined"),
    ) == (
        ["ana", "marcus", "noor", "tom"],
        ["ana", "marcus"],
        ["tom"],
        [],
    )


def test_records_are_counted_by_kind(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.meeting(marcus, "2026-09-01")
    board.meeting(marcus, "2026-12-01", "planned")
    board.item(marcus)
    board.meeting(ana, "2026-09-01")
    board.goal("Run a P&L", marcus)

    with reading(board.path) as connection:
        counts = {
            name: record_counts(connection, row_id)
            for name, row_id in (("marcus", marcus), ("ana", ana))
        }

    assert counts == {
        "marcus": {"meeting": 2, "agenda item": 1, "goal link": 1},
        "ana": {"meeting": 1},
    }
