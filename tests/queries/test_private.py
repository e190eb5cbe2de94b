from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boardroom.queries.advice import advice_by_id
from boardroom.queries.agenda import agenda_items
from boardroom.queries.agreements import agreement
from boardroom.queries.exchanges import exchanges_by_id
from boardroom.queries.goals import goals_by_id
from boardroom.queries.meetings import meeting
from boardroom.queries.private import is_confidential_on, is_private, open_meetings_count
from boardroom.queries.promises import promises_by_id
from boardroom.queries.reviews import review
from boardroom.store.file import reading
from tests.boards import Board

BEFORE, FIRST, LAST, AFTER = "2026-11-01", "2026-11-05", "2026-11-10", "2026-11-11"


@pytest.fixture
def marcus(board: Board) -> int:
    """Somebody with whom everything from 5 to 10 November is confidential; returns the row id."""
    row_id = board.advisor()
    other = board.advisor("Ana Lima")
    for advisor_id, from_on, until_on in ((row_id, FIRST, LAST), (other, "2026-01-01", None)):
        board.put(
            "INSERT INTO confidential_period (advisor_id, from_on, until_on) VALUES (?, ?, ?)",
            advisor_id,
            from_on,
            until_on,
        )
    return row_id


@pytest.mark.parametrize(
    ("on", "private"), [(BEFORE, False), (FIRST, True), (LAST, True), (AFTER, False)]
)
def test_the_day_of_what_happened_decides(
    board: Board, marcus: int, on: str, private: bool
) -> None:
    ids = (
        board.meeting(marcus, on),
        board.item(marcus, added=on),
        board.promise(marcus, made=on),
        board.advice(marcus, given=on),
        board.exchange(marcus, on=on),
    )

    assert _private(board, ids) == [private] * 5


def test_the_day_an_occasion_was_added_or_its_own_decides(board: Board, marcus: int) -> None:
    ids = [
        board.occasion(marcus, added=added, on=on, private=mark)
        for added, on, mark in (
            (FIRST, "2026-12-11", None),
            (BEFORE, LAST, None),
            (AFTER, BEFORE, None),
            (AFTER, BEFORE, True),
            (FIRST, LAST, False),
        )
    ]

    with reading(board.path) as connection:
        assert [is_private(connection, "occasion", row_id) for row_id in ids] == [
            True,
            True,
            False,
            True,
            False,
        ]


@pytest.mark.parametrize("mark", [True, False])
def test_a_mark_goes_before_the_day(board: Board, marcus: int, mark: bool) -> None:
    on = BEFORE if mark else FIRST
    ids = (
        board.meeting(marcus, on, private=mark),
        board.item(marcus, added=on, private=mark),
        board.promise(marcus, made=on, private=mark),
        board.advice(marcus, given=on, private=mark),
        board.exchange(marcus, on=on, private=mark),
    )

    assert _private(board, ids) == [mark] * 5


@pytest.mark.parametrize(
    "private",
    [{"on": BEFORE, "private": True}, {"on": FIRST}],
)
def test_what_came_of_a_private_meeting_is_private(
    board: Board, marcus: int, private: dict[str, Any]
) -> None:
    meeting_id = board.meeting(marcus, private.pop("on"), **private)
    exchange_id = board.exchange(marcus, on=BEFORE, meeting_id=meeting_id)

    promises = [
        board.promise(marcus, made=BEFORE, meeting_id=meeting_id),
        board.promise(marcus, made=BEFORE, exchange_id=exchange_id),
    ]
    advice_id = board.advice(marcus, given=BEFORE, meeting_id=meeting_id)

    with reading(board.path) as connection:
        assert [view.private for view in promises_by_id(connection, promises)] == [True, True]
        assert [view.private for view in advice_by_id(connection, [advice_id])] == [True]


def test_releasing_a_meeting_releases_nothing_confidential_in_it(board: Board, marcus: int) -> None:
    meeting_id = board.meeting(marcus, FIRST, private=False)
    ids = (
        board.advice(marcus, given=FIRST, meeting_id=meeting_id),
        board.advice(marcus, given=BEFORE, meeting_id=meeting_id),
    )

    with reading(board.path) as connection:
        assert [view.private for view in advice_by_id(connection, ids)] == [True, False]


@pytest.mark.parametrize(
    ("mark", "later", "expected"),
    [
        (None, FIRST, (False, True)),
        (None, AFTER, (False, False)),
        (True, AFTER, (True, True)),
        (False, FIRST, (False, False)),
    ],
)
def test_what_is_said_later_has_a_day_of_its_own(
    board: Board, marcus: int, mark: bool | None, later: str, expected: tuple[bool, bool]
) -> None:
    day = date.fromisoformat(later)
    item = board.item(
        marcus, added=BEFORE, answer="Yes", closed_on=day, status="covered", private=mark
    )
    piece = board.advice(marcus, given=BEFORE, outcome="Yes", outcome_on=later, private=mark)
    promise = board.promise(marcus, made=BEFORE, note="Yes", done_on=later, private=mark)

    with reading(board.path) as connection:
        [agenda_item] = agenda_items(connection, [item])
        [advice] = advice_by_id(connection, [piece])
        [kept] = promises_by_id(connection, [promise])
    assert (agenda_item.private, agenda_item.answer_private) == expected
    assert (advice.private, advice.outcome_private) == expected
    assert (kept.private, kept.note_private) == expected


@pytest.mark.parametrize(("added", "private"), [(BEFORE, True), (AFTER, False)])
def test_an_answer_without_a_day_may_be_of_any_day_since(
    board: Board, marcus: int, added: str, private: bool
) -> None:
    item_id = board.item(marcus, added=added, answer="Half an answer")

    with reading(board.path) as connection:
        assert agenda_items(connection, [item_id])[0].answer_private is private


def test_an_answer_given_in_a_private_meeting_is_private_but_not_the_question(
    board: Board, marcus: int
) -> None:
    meeting_id = board.meeting(marcus, AFTER, private=True)
    item_id = board.item(
        marcus,
        added=BEFORE,
        answer="Yes",
        meeting_id=meeting_id,
        status="covered",
        closed_on=date.fromisoformat(AFTER),
    )

    with reading(board.path) as connection:
        [item] = agenda_items(connection, [item_id])
    assert (item.private, item.answer_private) == (False, True)


def test_a_goal_is_private_only_if_it_is_marked(board: Board, marcus: int) -> None:
    ids = [board.goal("Run a P&L", marcus, added=FIRST, private=mark) for mark in (None, True)]

    with reading(board.path) as connection:
        assert [view.private for view in goals_by_id(connection, ids)] == [False, True]


@pytest.mark.parametrize(
    ("started", "completed", "private"),
    [
        ("2026-11-02", "2026-11-04", False),
        ("2026-11-02", FIRST, True),
        ("2026-11-02", AFTER, True),
        (LAST, AFTER, True),
        (AFTER, "2026-11-12", False),
    ],
)
def test_answers_given_in_a_confidential_period_are_private(
    board: Board, marcus: int, started: str, completed: str, private: bool
) -> None:
    board.review(marcus, on=completed)
    board.put("UPDATE review SET started_on = ?", started)

    with reading(board.path) as connection:
        assert [answer.private for answer in review(connection, 1).answers] == [private]


@pytest.mark.parametrize("until", [None, LAST])
def test_the_text_of_an_agreement_once_confidential_stays_private(
    board: Board, marcus: int, until: str | None
) -> None:
    board.agreement(marcus, confidential=False)
    board.put("UPDATE confidential_period SET until_on = ? WHERE advisor_id = ?", until, marcus)

    with reading(board.path) as connection:
        agreed = agreement(connection, marcus)
    assert agreed is not None
    assert (agreed.private, agreed.confidential) == (True, until is None)


def test_an_agreement_that_never_was_confidential_is_open(board: Board) -> None:
    marcus = board.advisor()
    board.agreement(marcus, confidential=False)

    with reading(board.path) as connection:
        agreed = agreement(connection, marcus)
    assert agreed is not None
    assert (agreed.private, agreed.confidential) == (False, False)


def test_open_meetings_are_those_held_and_not_private(board: Board, marcus: int) -> None:
    for on in (BEFORE, FIRST, AFTER):
        board.meeting(marcus, on)
    board.meeting(marcus, "2026-11-02", private=True)
    board.meeting(marcus, "2026-11-24", "planned")

    with reading(board.path) as connection:
        assert open_meetings_count(connection, marcus) == 2
        assert [
            is_confidential_on(connection, marcus, date.fromisoformat(day))
            for day in (BEFORE, FIRST, LAST, AFTER)
        ] == [False, True, True, False]


def _private(board: Board, ids: tuple[int, int, int, int, int]) -> list[bool]:
    meeting_id, item, promise, piece, exchange = ids
    with reading(board.path) as connection:
        return [
            meeting(connection, meeting_id).private,
            agenda_items(connection, [item])[0].private,
            promises_by_id(connection, [promise])[0].private,
            advice_by_id(connection, [piece])[0].private,
            exchanges_by_id(connection, [exchange])[0].private,
        ]
