from __future__ import annotations

from datetime import date

from boardroom.queries.perspectives import Diversity
from boardroom.queries.review_facts import (
    AdvisorFacts,
    FactsView,
    advisor_facts,
    board_facts,
    facts,
    review_facts,
)
from boardroom.rules.board_gaps import SharedPerspective
from boardroom.rules.review_facts import BoardFacts, GoalWithoutHelp
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def of_board(board: Board, since: str | None, until: date = TODAY) -> BoardFacts:
    with reading(board.path) as connection:
        return board_facts(
            connection, since=None if since is None else date.fromisoformat(since), until=until
        )


def test_everybody_active_is_counted_since_their_last_review(board: Board) -> None:
    marcus, ana, tom = (
        board.advisor(name, seat=seat)
        for name, seat in (("Marcus Ojo", "Finance"), ("Ana Lima", None), ("Tom Berg", None))
    )
    board.step(tom, "paused", "2026-11-01")
    board.prospect("Noor Haddad")
    board.review(marcus, tom, on="2026-06-30")
    board.review(marcus, on=None)

    with reading(board.path) as connection:
        view = review_facts(connection, today=TODAY)
        of_ana = facts(connection, ana, since=None, until=TODAY)
        of_marcus = facts(connection, marcus, since=date(2026, 6, 30), until=TODAY)
        of_all = board_facts(connection, since=None, until=TODAY)

    assert of_ana is not None
    assert of_marcus is not None
    advisors = (
        AdvisorFacts("ana", "Ana Lima", None, of_ana),
        AdvisorFacts("marcus", "Marcus Ojo", "Finance", of_marcus),
    )
    assert view == FactsView(TODAY, advisors, of_all, Diversity(2, ()))


def test_on_the_day_of_a_review_that_day_is_counted(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-21")
    board.item(marcus)
    board.review(marcus, on="2026-11-21")

    with reading(board.path) as connection:
        counted = advisor_facts(connection, marcus, today=TODAY).advisors[0].facts

    assert (counted.from_on, counted.until_on, counted.active_days, counted.meetings_count) == (
        TODAY,
        TODAY,
        1,
        1,
    )


def test_one_person_has_facts_whatever_their_status(board: Board) -> None:
    ines, noor = board.advisor("Inês Duarte"), board.prospect("Noor Haddad")
    board.step(ines, "alumni", "2026-06-30")

    with reading(board.path) as connection:
        views = [advisor_facts(connection, row_id, today=TODAY) for row_id in (ines, noor)]
        expected = facts(connection, ines, since=None, until=TODAY)

    assert expected is not None
    assert views == [
        FactsView(TODAY, (AdvisorFacts("ines", "Inês Duarte", None, expected),), None),
        FactsView(TODAY, (), None),
    ]


def test_the_board_counts_everybody_on_it_since_its_review(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima", joined="2026-07-01")
    tom, ines = board.advisor("Tom Berg"), board.advisor("Inês Duarte")
    noor = board.prospect("Noor Haddad")
    for row_id, day in (
        (marcus, "2026-05-31"),
        (marcus, "2026-06-01"),
        (ana, "2026-07-10"),
        (tom, "2026-06-20"),
        (noor, "2026-07-10"),
    ):
        board.meeting(row_id, day, minutes=30)
    board.step(tom, "alumni", "2026-06-20")
    board.step(ines, "alumni", "2026-05-31")
    board.review(marcus, on="2026-05-31", of_board=True)

    assert of_board(board, "2026-05-31") == BoardFacts(
        from_on=date(2026, 6, 1),
        until_on=TODAY,
        seats_taken_count=2,
        seats_fewest_count=3,
        seats_most_count=5,
        meetings_count=3,
        minutes_total=90,
        longest_gap_days=173,
        longest_gap_advisor="marcus",
    )


def test_an_unreviewed_board_is_counted_since_the_first_joining(
    board: Board,
) -> None:
    board.step(board.advisor("Inês Duarte", joined="2025-01-01"), "alumni", "2026-10-31")
    board.advisor(joined="2026-11-02")
    board.advisor("Ana Lima", joined="2026-11-01")

    assert of_board(board, None) == BoardFacts(date(2026, 11, 1), TODAY, 2, 3, 5)


def test_an_empty_board_has_nothing_to_count(board: Board) -> None:
    board.prospect("Noor Haddad")

    assert of_board(board, None) == BoardFacts(None, TODAY, 0, 3, 5)
    assert of_board(board, "2026-05-31") == BoardFacts(date(2026, 6, 1), TODAY, 0, 3, 5)


def test_of_equal_gaps_the_first_by_handle_is_named(board: Board) -> None:
    board.advisor("Tom Berg")
    board.advisor("Ana Lima")

    assert of_board(board, None).longest_gap_advisor == "ana"


def test_board_facts_include_what_the_board_lacks(board: Board) -> None:
    marcus = board.advisor(perspectives=["industry=food", "gender=man"])
    board.advisor("Tom Berg", perspectives=["industry=Food", "gender=man", "city=Oslo"])
    priya = board.advisor("Priya Nair", perspectives=["industry=software"])
    board.step(priya, "paused", "2026-11-01")
    board.goal("Run a P&L", marcus)
    board.goal("Speak at a conference", priya)
    board.goal("Write the book", status="dropped", closed_on="2026-11-01")

    counted = of_board(board, None)

    assert (counted.goals_without_help, counted.perspectives_alike, counted.idle_advisors) == (
        (GoalWithoutHelp("g2", "Speak at a conference"),),
        (SharedPerspective("industry", "food"), SharedPerspective("gender", "man")),
        ("tom",),
    )
