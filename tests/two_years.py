"""A board of two years: four advisors and a mentee, some 80 meetings and three reviews."""

from __future__ import annotations

from datetime import timedelta

from tests.boards import TODAY, Board

PEOPLE = (
    ("Ana Lima", "Truth-teller", 33, "advisor"),
    ("Marcus Ojo", "Finance", 41, "advisor"),
    ("Priya Nair", "Product and everything that touches the customer", 30, "advisor"),
    ("Tom Berg", "Sales", 58, "advisor"),
    ("Noor Haddad", None, 21, "mentee"),
)
"""Name, seat, days between meetings, and role."""
REVIEWED = ("2025-06-14", "2025-12-13", "2026-06-20")
ADVICE = (
    ("Ask for a P&L line before the budget round", "worked", "Got the Porto budget", 30, 45),
    ("Let the team present its own numbers", "trying", None, 20, None),
    ("Write the memo first, and the slides only if anybody asks", "did_not_work", "No time", 9, 31),
    ("Read the shareholder letters", "new", None, None, None),
)
_FIRST = TODAY - timedelta(days=730)


def fill_two_years(board: Board) -> None:
    """Fills a board with two years that end on `TODAY`."""
    ids = [
        board.advisor(name, joined=_FIRST.isoformat(), seat=seat, role=role)
        for name, seat, _, role in PEOPLE
    ]
    for place, (advisor_id, (_, _, days, _)) in enumerate(zip(ids, PEOPLE, strict=True)):
        _meet(board, advisor_id, place, days)
        _advise(board, advisor_id, place)
        _exchange(board, advisor_id, place)
    _goals(board, ids)
    for number, on in enumerate(REVIEWED):
        review_id = 0
        for place, advisor_id in enumerate(ids):
            review_id = board.answer(
                advisor_id,
                on=on,
                value=3 + (number + place) % 3,
                trust=4,
                chemistry=5 - number,
                decision="keep",
            )
        board.complete(review_id, on)


def _meet(board: Board, advisor_id: int, place: int, days: int) -> None:
    on, number = _FIRST + timedelta(days=5 * place), 0
    while on <= TODAY:
        status = "missed" if number % 9 == 7 else "held"
        way = ("coffee", "call", "walk")[number % 3]
        board.meeting(
            advisor_id, on.isoformat(), status, way=way, notes="The budget, and what comes after"
        )
        if number % 3 == 0:
            due = on + timedelta(days=10)
            done = due + timedelta(days=4 if number % 2 else -3)
            state = {"done_on": done.isoformat()} if done <= TODAY else {}
            board.promise(
                advisor_id,
                f"Send the revised deck, version {number // 3 + 1}",
                by_whom="them" if number % 2 else "me",
                made=on.isoformat(),
                due_on=due.isoformat(),
                **state,
            )
        number += 1
        on += timedelta(days=days + (23 if number % 6 == 5 else 0))
    if place != 1:
        board.meeting(advisor_id, (TODAY + timedelta(days=4 + place)).isoformat(), "planned")


def _advise(board: Board, advisor_id: int, place: int) -> None:
    for number, (text, status, outcome, tried, told) in enumerate(ADVICE):
        given = TODAY - timedelta(days=320 - 70 * number - 9 * place)
        days = {
            name: (given + timedelta(days=days)).isoformat()
            for name, days in (("outcome_on", tried), ("reported_on", told))
            if days is not None
        }
        board.advice(
            advisor_id,
            text,
            given=given.isoformat(),
            status=status,
            outcome=outcome,
            **days,
        )


def _exchange(board: Board, advisor_id: int, place: int) -> None:
    for number in range(14):
        on = TODAY - timedelta(days=(number * 37 + place * 11) % 360)
        direction = "given" if (number + place) % 3 == 0 else "received"
        board.exchange(advisor_id, direction, f"Notes on stack {number}", on=on.isoformat())


def _goals(board: Board, ids: list[int]) -> None:
    ana, marcus, *_ = ids
    goal_id = board.goal(
        "Run a P&L of my own",
        ana,
        marcus,
        added="2025-11-02",
        target_on="2027-03-31",
        measure="A budget line in my name",
        horizon="long",
    )
    for text, due, done in (
        ("Shadow the budget round", "2026-02-01", "2026-01-28"),
        ("Present the case", "2026-06-01", "2026-07-04"),
        ("Take over the Porto budget", "2026-11-10", None),
        ("A full year in the black", "2027-03-01", None),
        ("Tell everybody", None, None),
    ):
        days = {key: day for key, day in (("due_on", due), ("done_on", done)) if day}
        board.goal_step(goal_id, text, **days)
    board.goal("Speak at the retail summit", marcus, added="2026-05-02", target_on="2026-12-01")
    board.goal(
        "Learn to read a balance sheet",
        added="2026-01-02",
        status="achieved",
        closed_on="2026-09-30",
    )
