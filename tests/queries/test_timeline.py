from __future__ import annotations

from datetime import date
from typing import Any

from boardroom.actions.lifecycle import take_step
from boardroom.queries.timeline import Happened, timeline
from boardroom.rules.ids import Ref
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def happened(board: Board, advisor_id: int, **which: Any) -> list[Happened]:  # noqa: ANN401  what is passed on
    with reading(board.path) as connection:
        return list(timeline(connection, advisor_id, today=TODAY, **which).happened)


def told(board: Board, advisor_id: int, **which: Any) -> list[tuple[str, str, str]]:  # noqa: ANN401  what is passed on
    return [
        (each.on.isoformat(), str(each.ref or each.kind), each.event)
        for each in happened(board, advisor_id, **which)
    ]


def test_every_kind_of_record_has_its_place_newest_first(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    board.agreement(marcus)
    board.meeting(marcus, "2026-02-01")
    board.meeting(marcus, "2026-02-02", "missed")
    board.meeting(marcus, "2026-02-03", "cancelled")
    board.promise(marcus, made="2026-03-01", done_on="2026-03-09")
    board.advice(
        marcus,
        given="2026-04-01",
        status="worked",
        outcome_on="2026-04-05",
        reported_on="2026-04-09",
    )
    board.exchange(marcus, "received", on="2026-05-01")
    board.goal("Run a P&L", marcus, added="2025-12-01", status="achieved", closed_on="2026-06-01")
    board.review(marcus, on="2026-07-01")
    board.step(marcus, "paused", "2026-08-01")
    board.step(marcus, "active", "2026-09-01")
    board.step(marcus, "alumni", "2026-10-01")

    assert told(board, marcus) == [
        ("2026-10-01", "transition", "alumni"),
        ("2026-09-01", "transition", "resumed"),
        ("2026-08-01", "transition", "paused"),
        ("2026-07-01", "r1", "reviewed"),
        ("2026-06-01", "g1", "achieved"),
        ("2026-05-01", "x1", "received"),
        ("2026-04-09", "v1", "reported"),
        ("2026-04-05", "v1", "worked"),
        ("2026-04-01", "v1", "given"),
        ("2026-03-09", "p1", "kept"),
        ("2026-03-01", "p1", "made"),
        ("2026-02-03", "m3", "cancelled"),
        ("2026-02-02", "m2", "missed"),
        ("2026-02-01", "m1", "held"),
        ("2026-01-10", "transition", "active"),
        ("2026-01-10", "agreement", "agreed"),
        ("2025-12-01", "g1", "set"),
    ]


def test_what_is_to_come_is_open_or_is_anothers_did_not_happen(board: Board) -> None:
    marcus, ana = board.advisor(joined="2026-01-10"), board.advisor("Ana Lima", joined="2026-11-21")
    for status, on in (
        ("planned", "2026-11-01"),
        ("planned", "2026-12-01"),
        ("cancelled", "2026-12-02"),
    ):
        board.meeting(marcus, on, status)
    board.promise(ana, due_on="2026-12-01", made="2026-11-21")
    board.goal("Speak", ana)
    board.review(marcus, on=None)
    board.review(ana, on="2026-12-03")

    assert told(board, marcus) == [("2026-01-10", "transition", "active")]
    assert told(board, ana) == [
        ("2026-11-21", "transition", "active"),
        ("2026-11-21", "p1", "made"),
        ("2026-01-02", "g1", "set"),
    ]


def test_what_the_program_promises_by_itself_is_told_once_it_is_kept(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    board.promise(marcus, kind="thanks", made="2026-11-01")
    board.promise(
        marcus, kind="follow_up", made="2026-11-01", done_on="2026-11-04", note="She said yes"
    )

    assert happened(board, marcus, since=date(2026, 2, 1)) == [
        Happened(
            date(2026, 11, 4),
            "promise",
            "kept",
            Ref("p", 2),
            False,
            {"text": "Send the deck", "by_whom": "me", "note": "She said yes"},
        )
    ]


def test_what_comes_from_a_private_meeting_is_private(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    private, open_ = (
        board.meeting(marcus, "2026-11-01", private=True, notes="n" * 600),
        board.meeting(marcus, "2026-11-01"),
    )
    for meeting_id in (private, open_):
        board.promise(marcus, meeting_id=meeting_id)
        board.advice(marcus, meeting_id=meeting_id)
        board.exchange(marcus, meeting_id=meeting_id)

    found = happened(board, marcus)

    assert {(str(each.ref), each.private) for each in found if each.ref} == {
        *(("m1", True), ("p1", True), ("v1", True), ("x1", True)),
        *(("m2", False), ("p2", False), ("v2", False), ("x2", False)),
    }
    assert [len(each.facts["notes"]) for each in found if each.ref == Ref("m", private)] == [500]


def test_of_one_day_what_follows_from_something_stands_before_it(board: Board) -> None:
    marcus = board.advisor(joined="2026-11-01")
    meeting_id = board.meeting(marcus, "2026-11-01")
    board.advice(marcus, given="2026-11-01", meeting_id=meeting_id)
    board.promise(marcus, made="2026-11-01")
    board.promise(marcus, made="2026-11-01", done_on="2026-11-01")
    with board.change() as work:
        take_step(work, marcus, "paused", on=date(2026, 11, 1))

    assert [(ref, event) for _, ref, event in told(board, marcus)] == [
        ("transition", "paused"),
        ("transition", "active"),
        ("p2", "kept"),
        ("v1", "given"),
        ("p2", "made"),
        ("p1", "made"),
        ("m1", "held"),
    ]


def test_a_day_leaves_out_what_is_older_and_a_limit_the_oldest(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    for day in range(1, 6):
        board.meeting(marcus, f"2026-02-0{day}")

    assert told(board, marcus, since=date(2026, 2, 4)) == [
        ("2026-02-05", "m5", "held"),
        ("2026-02-04", "m4", "held"),
    ]
    with reading(board.path) as connection:
        found = [
            timeline(connection, marcus, today=TODAY, limit=limit) for limit in (5, 6, 7, None)
        ]
    assert [(len(each.happened), each.left_out) for each in found] == [
        (5, True),
        (6, False),
        (6, False),
        (6, False),
    ]
    assert found[0].happened == found[3].happened[:5]
