from __future__ import annotations

from datetime import date

from boardroom.actions.snooze import snooze_review
from boardroom.queries.board import Dealings, PromiseCounts
from boardroom.queries.board import board as board_view
from boardroom.rules.balance import NOTHING, Balance
from boardroom.rules.board_gaps import Gaps, Member, OpenGoal, SharedPerspective
from boardroom.rules.settings import Seats
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def test_the_board_has_active_and_paused_advisors(board: Board) -> None:
    ana, ines = board.advisor("Ana Lima"), board.advisor("Inês Duarte")
    board.advisor("Tom Berg")
    board.advisor("Marcus Ojo")
    board.prospect("Noor Haddad")
    board.step(ana, "paused", "2026-11-01")
    board.step(ines, "alumni", "2026-11-01")
    board.setting("seats", "2-4")
    board.exchange(ana, "received", on="2026-06-30")
    board.exchange(ines, "given")

    with reading(board.path) as connection:
        view = board_view(connection, today=TODAY)

    assert (
        view.today,
        view.seats,
        [one.handle for one in view.active],
        [one.handle for one in view.paused],
    ) == (
        TODAY,
        Seats(2, 4),
        ["marcus", "tom"],
        ["ana"],
    )
    nothing = Dealings(PromiseCounts(0, 0), NOTHING, ())
    assert view.dealings == {
        "ana": nothing._replace(balance=Balance(0, 1, date(2026, 6, 30))),
        "marcus": nothing,
        "tom": nothing,
    }


def test_dealings_have_open_promises_and_goals(board: Board) -> None:
    marcus, ana, ines = board.advisor(), board.advisor("Ana Lima"), board.advisor("Inês Duarte")
    board.step(ana, "paused", "2026-11-01")
    board.step(ines, "alumni", "2026-11-01")
    for whose in ("me", "me", "them"):
        board.promise(marcus, by_whom=whose)
    board.promise(marcus, by_whom="them", done_on="2026-11-02")
    board.promise(ana, by_whom="them")
    board.promise(ines)
    undated = board.goal("Speak", marcus, ana)
    board.goal("Drop this", marcus, status="dropped", closed_on="2026-11-01")
    dated = board.goal("Run a P&L", marcus, target_on="2027-06-01")

    with reading(board.path) as connection:
        view = board_view(connection, today=TODAY)

    assert view.dealings == {
        "marcus": Dealings(PromiseCounts(2, 1), NOTHING, (dated, undated)),
        "ana": Dealings(PromiseCounts(0, 1), NOTHING, (undated,)),
    }


def test_gaps_follow_from_active_advisors_and_open_goals(board: Board) -> None:
    marcus, ana, tom = (
        board.advisor(name, perspectives=["industry=retail"])
        for name in ("Marcus Ojo", "Ana Lima", "Tom Berg")
    )
    board.step(board.advisor("Priya Nair", perspectives=["industry=food"]), "paused", "2026-11-01")
    board.agreement(marcus)
    board.agreement(tom, until=None)
    board.setting("seats", "4-6")
    board.goal("Run a P&L", marcus, tom)
    board.goal("Write", ana, status="achieved", closed_on="2026-11-01")
    speak = board.goal("Speak", 4)

    with reading(board.path) as connection:
        gaps = board_view(connection, today=TODAY).gaps

    assert gaps == Gaps(
        1,
        (OpenGoal(speak, "Speak", frozenset({"priya"})),),
        (SharedPerspective("industry", "retail"),),
        (Member("ana", "Ana Lima", {"industry": "retail"}),),
        (Member("ana", "Ana Lima", {"industry": "retail"}),),
        (Member("tom", "Tom Berg", {"industry": "retail"}),),
    )


def test_a_review_is_snoozed_until_its_day(board: Board) -> None:
    board.advisor()
    with board.change() as work:
        snooze_review(work, until=date(2026, 12, 1))

    with reading(board.path) as connection:
        views = [
            board_view(connection, today=today)
            for today in (TODAY, date(2026, 11, 30), date(2026, 12, 1))
        ]

    assert [view.review_snoozed_until for view in views] == [
        date(2026, 12, 1),
        date(2026, 12, 1),
        None,
    ]


def test_a_past_board_is_as_it_stood_at_the_end_of_the_day(board: Board) -> None:
    marcus, ana = board.advisor(joined="2026-01-10"), board.advisor("Ana Lima", joined="2026-10-20")
    board.meeting(marcus, "2026-11-01", "planned", recorded="2026-10-01")
    board.meeting(marcus, "2026-10-25", "planned", recorded="2026-10-15")
    board.promise(marcus, made="2026-10-01", done_on="2026-10-15")
    board.promise(marcus, made="2026-10-15")
    board.item(marcus, added="2026-10-14", status="covered", closed_on=date(2026, 10, 15))
    board.item(marcus, added="2026-10-15")
    board.goal("Run a P&L", marcus, ana, status="achieved", closed_on="2026-10-15")
    board.goal("Speak", marcus, added="2026-10-15")
    board.step(marcus, "paused", "2026-10-15")

    with reading(board.path) as connection:
        view = board_view(connection, today=date(2026, 10, 14), in_past=True)

    (person,) = view.active
    assert (person.handle, person.agenda_count, person.next_meeting_on, view.paused) == (
        "marcus",
        1,
        date(2026, 11, 1),
        (),
    )
    assert view.dealings == {"marcus": Dealings(PromiseCounts(1, 0), NOTHING, (1,))}
