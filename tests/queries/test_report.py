"""What a report counts and lists."""

from __future__ import annotations

from datetime import date

from boardroom.queries.ratings import Rated
from boardroom.queries.report import Exchanged, PersonYear, PromiseTotals, ReportView, report
from boardroom.queries.shared_report import shared_report
from boardroom.queries.sharing import Sharing
from boardroom.store.file import reading
from tests.boards import TODAY, Board

SINCE = date(2025, 11, 21)


def _report(board: Board, since: date = SINCE) -> ReportView:
    with reading(board.path) as connection:
        return report(connection, today=TODAY, since=since)


def _year(board: Board) -> PersonYear:
    [year] = _report(board).people
    return year


def test_whoever_was_on_the_board_since_is_reported(board: Board) -> None:
    board.advisor("Ana Lima")
    board.prospect("Bo Ek")
    for name, parted in (("Cy Rau", "2026-03-01"), ("Di Moe", "2025-10-01")):
        board.step(board.advisor(name, joined="2024-01-10"), "alumni", parted)

    assert [year.person.name for year in _report(board).people] == ["Ana Lima", "Cy Rau"]


def test_the_wait_before_the_period_ends_in_it(board: Board) -> None:
    ana = board.advisor("Ana Lima", joined="2025-01-01")
    for day in ("2025-11-01", "2025-12-01", "2026-03-01", "2026-11-20"):
        board.meeting(ana, day)

    waits = [(wait.from_on.isoformat(), wait.days, wait.within) for wait in _year(board).waits]

    assert waits == [
        ("2025-11-01", 30, True),
        ("2025-12-01", 90, False),
        ("2026-03-01", 264, False),
    ]


def test_a_wait_that_is_too_long_runs_until_today(board: Board) -> None:
    board.meeting(board.advisor(joined="2026-01-01"), "2026-09-01")

    [wait] = _year(board).waits

    assert (wait.until_on, wait.within) == (TODAY, False)


def test_promises_of_before_count_if_they_are_open_or_were_closed_since(board: Board) -> None:
    ana = board.advisor(joined="2024-01-01")
    for text, made, done in (
        ("old and open", "2025-01-01", None),
        ("old, kept now", "2025-01-01", "2026-02-01"),
        ("old and kept", "2025-01-01", "2025-02-01"),
        ("new", "2026-11-01", None),
    ):
        board.promise(ana, text, made=made, **({"done_on": done} if done else {}))
    board.promise(
        ana, "theirs", by_whom="them", made="2026-10-01", done_on="2026-10-02", status="dropped"
    )

    year = _year(board)

    texts = {promise.text for promise in year.promises}
    assert texts == {"old and open", "old, kept now", "new", "theirs"}
    assert (year.mine, year.theirs) == (PromiseTotals(2, 1, 0), PromiseTotals(0, 0, 1))


def test_a_goal_is_an_event_once_for_all_who_help(board: Board) -> None:
    ana, bo = board.advisor("Ana Lima"), board.advisor("Bo Ek")
    board.goal("Run a P&L", ana, bo)

    [names] = [dated.names for dated in _report(board).events if dated.event.kind == "goal"]

    assert names == ("Ana Lima", "Bo Ek")


def test_a_goal_that_nobody_helps_with_is_an_event_too(board: Board) -> None:
    board.advisor("Ana Lima", joined="2025-01-01")
    board.goal("Read balance sheets", status="achieved", closed_on="2026-09-30")
    board.goal("Before", added="2024-01-02")

    events = [(dated.event.event, dated.names) for dated in _report(board).events]

    assert events == [("achieved", ()), ("set", ())]


def test_who_left_the_board_comes_after_who_is_paused_and_who_is_active(board: Board) -> None:
    for name, status in (("Ana Lima", "alumni"), ("Bo Ek", "paused"), ("Cy Rau", "active")):
        row_id = board.advisor(name)
        if status != "active":
            board.step(row_id, status, "2026-11-01")

    assert [year.person.name for year in _report(board).people] == ["Cy Rau", "Bo Ek", "Ana Lima"]


def test_an_earlier_today_knows_nothing_of_what_came_later(board: Board) -> None:
    then = date(2026, 6, 1)
    ana = board.advisor("Ana Lima")
    board.meeting(ana, "2026-05-01")
    board.promise(ana, made="2026-05-01", done_on="2026-07-01")
    board.advice(
        ana, given="2026-05-01", outcome="Yes", outcome_on="2026-07-01", reported_on="2026-08-01"
    )
    goal_id = board.goal("Run a P&L", status="achieved", closed_on="2026-09-01")
    board.goal_step(goal_id, done_on="2026-07-01")
    board.meeting(ana, "2026-10-01")
    board.promise(ana, "Later", made="2026-10-01")
    board.advice(ana, "Later", given="2026-10-01")
    board.goal("Later", added="2026-10-01")
    board.complete(board.answer(ana, on="2026-10-02", value=4, decision="keep"), "2026-10-02")

    with reading(board.path) as connection:
        view = report(connection, today=then, since=SINCE)
    [year], [goal] = view.people, view.goals
    [piece] = year.advice

    assert [meeting.on for meeting in year.meetings] == [date(2026, 5, 1)]
    assert (year.mine, year.given_count, year.told_count) == (PromiseTotals(1, 0, 0), 1, 0)
    assert (piece.status, piece.outcome, piece.reported_on, year.ratings) == ("new", None, None, ())
    assert (goal.status, goal.steps[0].done_on) == ("open", None)


def test_private_words_go_and_days_counts_and_states_stay(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    board.promise(ana, "secret", private=True)
    board.exchange(ana, text="secret", private=True)
    board.meeting(ana, "2026-11-01", notes="secret", place="secret", private=True)
    board.goal("secret", private=True)
    sharing = Sharing()

    view = shared_report(_report(board), sharing)
    [year] = view.people

    assert "secret" not in repr(view)
    assert (year.mine, len(year.meetings)) == (PromiseTotals(1, 0, 0), 1)
    assert year.exchanges == (Exchanged(date(2026, 11, 1), "given"),)
    assert [dated.event.kind for dated in view.events] == ["meeting", "transition"]
    assert sharing.left_out == {
        "promise": 1,
        "exchange": 1,
        "goal": 1,
        "place": 1,
        "notes": 1,
    }


def test_ratings_are_of_every_completed_review(board: Board) -> None:
    ana = board.advisor("Ana Lima", joined="2023-01-10")
    for on, value in (("2024-06-01", 3), ("2026-06-01", 5)):
        board.complete(board.answer(ana, on=on, value=value, decision="keep"), on)
    board.answer(ana, value=1)

    assert _year(board).ratings == (
        Rated("r1", date(2024, 6, 1), 3, None, None, "keep", private=False),
        Rated("r2", date(2026, 6, 1), 5, None, None, "keep", private=False),
    )
