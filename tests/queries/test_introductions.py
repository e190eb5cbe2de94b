"""An introduction is a chain: who brought whom, what came of it, and whether they were told."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boardroom.queries.introductions import NO_CHAIN, Chain, chain
from boardroom.store.file import reading
from tests.boards import Board


def _chain(board: Board, advisor_id: int) -> Chain:
    with reading(board.path) as connection:
        return chain(connection, advisor_id)


def _introduced(
    board: Board,
    advisor_id: int,
    person: str,
    **fields: Any,  # noqa: ANN401  its columns
) -> int:
    return board.exchange(
        advisor_id,
        "received",
        f"introduction to {person}",
        kind="introduction",
        person=person,
        **fields,
    )


@pytest.fixture
def marcus(board: Board) -> int:
    return board.advisor()


def test_nobody_was_introduced(board: Board, marcus: int) -> None:
    board.exchange(marcus, "given", kind="introduction", person="Dana Reyes")
    board.exchange(marcus, "received", "Notes")

    assert _chain(board, marcus) == NO_CHAIN


@pytest.mark.parametrize("name", ["Dana Reyes", "dana reyes", "Dána Reyes", "Reyes, Dana"])
def test_who_was_introduced_and_came_on_file_is_one_chain(
    board: Board, marcus: int, name: str
) -> None:
    _introduced(board, marcus, name, on="2026-09-21")
    dana = board.prospect("Dana Reyes", since="2026-10-01")
    board.step(dana, "active", "2026-11-03")

    [brought] = _chain(board, marcus).brought
    by = _chain(board, dana).by

    assert brought == by
    assert brought.standing is not None
    assert (brought.handle, brought.on, brought.brought, brought.standing.status) == (
        "marcus",
        date(2026, 9, 21),
        "dana",
        "active",
    )


def test_somebody_else_with_the_first_name_is_not_the_person(board: Board, marcus: int) -> None:
    _introduced(board, marcus, "Dana")
    dana = board.prospect("Dana Reyes")

    assert _chain(board, dana).by is None
    assert [view.brought for view in _chain(board, marcus).brought] == [None]


def test_the_first_of_two_introductions_brought_them(board: Board, marcus: int) -> None:
    ana = board.advisor("Ana Lima")
    _introduced(board, marcus, "Dana Reyes", on="2026-10-01")
    first = _introduced(board, ana, "Dana Reyes", on="2026-09-01")
    by = _chain(board, board.prospect("Dana Reyes")).by

    assert by is not None
    assert by.id == first


def test_a_kept_promise_says_that_the_person_was_contacted_and_the_advisor_told(
    board: Board, marcus: int
) -> None:
    exchange_id = _introduced(board, marcus, "Lena Vogt")
    kept: list[tuple[date | None, date | None]] = []
    for text, done_on in (("Contact Lena Vogt", "2026-11-10"), ("Tell Marcus", "2026-11-14")):
        board.promise(marcus, text, kind="follow_up", exchange_id=exchange_id, done_on=done_on)
        [view] = _chain(board, marcus).brought
        kept.append((view.contacted_on, view.told_on))

    assert kept == [
        (date(2026, 11, 10), None),
        (date(2026, 11, 10), date(2026, 11, 14)),
    ]


def test_those_whom_others_introduced_are_known_once_they_were_contacted(
    board: Board, marcus: int
) -> None:
    ana = board.advisor("Ana Lima")
    _introduced(board, marcus, "Lena Vogt")
    known = _introduced(board, ana, "Dana Reyes", on="2026-10-01")
    board.promise(ana, kind="follow_up", exchange_id=known, done_on="2026-11-02")
    open_one = _introduced(board, ana, "Rui Reis")
    board.promise(ana, kind="follow_up", exchange_id=open_one)
    _introduced(board, ana, "Pia Holm", private=True)
    _introduced(board, ana, "Marcus Ojo")

    assert _chain(board, marcus).others == ("Dana Reyes",)
