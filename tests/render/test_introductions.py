"""Introductions on the page of a person."""

from __future__ import annotations

from boardroom.queries.introductions import chain
from boardroom.render.introductions import chain_fields
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def test_a_person_has_who_introduced_them_and_all_whom_they_did(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    introduction = {"kind": "introduction", "direction": "received"}
    board.exchange(ana, person="Marcus Ojo", on="2025-12-20", **introduction)
    board.exchange(marcus, person="Dana Reyes", on="2026-09-21", private=True, **introduction)
    board.exchange(marcus, person="Lena Vogt", on="2026-11-18", **introduction)
    contact = board.exchange(marcus, person="Rui Reis", on="2026-11-19", **introduction)
    board.promise(marcus, exchange_id=contact, kind="follow_up")
    dana = board.prospect("Dana Reyes")
    board.step(dana, "asked", "2026-11-21")

    with reading(board.path) as connection:
        fields = chain_fields(chain(connection, marcus), TODAY)

    assert [(label, cell.text) for label, cell in fields] == [
        ("introduced by", "Ana Lima, Sat 20 Dec 2025"),
        ("introduced", "x4 Rui Reis: not contacted yet"),
        ("", "x3 Lena Vogt: Wed 18 Nov"),
        ("", "x2 Dana Reyes: asked (private)"),
    ]


def test_whom_somebody_introduced_may_be_a_mentee(board: Board) -> None:
    marcus = board.advisor()
    board.exchange(marcus, "received", kind="introduction", person="Zoe Park")
    board.mentee(joined="2026-11-03")

    with reading(board.path) as connection:
        [(_, cell)] = chain_fields(chain(connection, marcus), TODAY)

    assert cell.text == "x1 Zoe Park: your mentee since Tue 3 Nov"
