from __future__ import annotations

from datetime import date

import pytest

from boardroom.actions.lifecycle import take_step
from boardroom.queries.long_list import LongList
from boardroom.queries.timeline import Event, timeline
from boardroom.rules.ids import Ref
from boardroom.store.file import reading
from tests.boards import TODAY, Board


def events(board: Board, advisor_id: int, *, since: date | None = None) -> list[Event]:
    """The events with one advisor."""
    with reading(board.path) as connection:
        return list(timeline(connection, advisor_id, today=TODAY, since=since).events)


def brief_events(
    board: Board, advisor_id: int, *, since: date | None = None
) -> list[tuple[str, str, str]]:
    """The day, the id or else the kind, and the event."""
    return [
        (event.on.isoformat(), str(event.ref or event.kind), event.event)
        for event in events(board, advisor_id, since=since)
    ]


def test_every_kind_of_event_is_there_newest_first(board: Board) -> None:
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

    assert brief_events(board, marcus) == [
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


def test_future_open_and_others_records_are_no_events(board: Board) -> None:
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

    assert brief_events(board, marcus) == [("2026-01-10", "transition", "active")]
    assert brief_events(board, ana) == [
        ("2026-11-21", "transition", "active"),
        ("2026-11-21", "p1", "made"),
        ("2026-01-02", "g1", "set"),
    ]


def test_automatic_promises_appear_once_kept(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    board.promise(marcus, kind="thanks", made="2026-11-01")
    board.promise(
        marcus, kind="follow_up", made="2026-11-01", done_on="2026-11-04", note="She said yes"
    )

    assert events(board, marcus, since=date(2026, 2, 1)) == [
        Event(
            date(2026, 11, 4),
            "promise",
            "kept",
            Ref("p", 2),
            False,
            {"text": "Send the deck", "by_whom": "me", "note": "She said yes"},
        )
    ]


def test_events_of_a_private_meeting_are_private(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    private, open_ = (
        board.meeting(marcus, "2026-11-01", private=True, notes="n" * 600),
        board.meeting(marcus, "2026-11-01"),
    )
    for meeting_id in (private, open_):
        board.promise(marcus, meeting_id=meeting_id)
        board.advice(marcus, meeting_id=meeting_id)
        board.exchange(marcus, meeting_id=meeting_id)

    listed = events(board, marcus)

    assert {(str(event.ref), event.private) for event in listed if event.ref} == {
        *(("m1", True), ("p1", True), ("v1", True), ("x1", True)),
        *(("m2", False), ("p2", False), ("v2", False), ("x2", False)),
    }
    assert [len(event.facts["notes"]) for event in listed if event.ref == Ref("m", private)] == [
        500
    ]


def test_events_of_one_day_are_in_reverse_order_of_cause(board: Board) -> None:
    marcus = board.advisor(joined="2026-11-01")
    meeting_id = board.meeting(marcus, "2026-11-01")
    board.advice(marcus, given="2026-11-01", meeting_id=meeting_id)
    board.promise(marcus, made="2026-11-01")
    board.promise(marcus, made="2026-11-01", done_on="2026-11-01")
    with board.change() as work:
        take_step(work, marcus, "paused", on=date(2026, 11, 1))

    assert [(ref, event) for _, ref, event in brief_events(board, marcus)] == [
        ("transition", "paused"),
        ("transition", "active"),
        ("p2", "kept"),
        ("v1", "given"),
        ("p2", "made"),
        ("p1", "made"),
        ("m1", "held"),
    ]


def test_a_long_timeline_is_read_while_it_is_shown(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("boardroom.queries.long_list.SLICE", 3)
    marcus = board.advisor(joined="2026-01-10")
    for _ in range(4):
        board.promise(marcus, made="2025-12-01", done_on="2026-02-01")
    with reading(board.path) as connection:
        events = timeline(connection, marcus, today=TODAY).events
        connection.execute("COMMIT")
        board.put("UPDATE promise SET done_on = NULL WHERE id = 1")
        listed = list(events)

    assert (isinstance(events, LongList), len(events)) == (True, 9)
    assert [(str(event.ref or event.kind), event.event) for event in listed] == [
        *(("p4", "kept"), ("p3", "kept"), ("p2", "kept")),
        ("transition", "active"),
        *(("p4", "made"), ("p3", "made"), ("p2", "made"), ("p1", "made")),
    ]


def test_since_and_limit_leave_out_older_events(board: Board) -> None:
    marcus = board.advisor(joined="2026-01-10")
    for day in range(1, 6):
        board.meeting(marcus, f"2026-02-0{day}")

    assert brief_events(board, marcus, since=date(2026, 2, 4)) == [
        ("2026-02-05", "m5", "held"),
        ("2026-02-04", "m4", "held"),
    ]
    with reading(board.path) as connection:
        timelines = [
            timeline(connection, marcus, today=TODAY, limit=limit) for limit in (5, 6, 7, None)
        ]
    assert [(len(part.events), part.has_more) for part in timelines] == [
        (5, True),
        (6, False),
        (6, False),
        (6, False),
    ]
    assert list(timelines[0].events) == list(timelines[3].events)[:5]
