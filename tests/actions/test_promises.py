from __future__ import annotations

from datetime import date

import pytest

from boardroom.actions.new_promises import add_promise, make_promise
from boardroom.actions.promises import edit_promise, keep_promises, remove_promise
from boardroom.actions.thanks import promise_thanks
from boardroom.errors import BadInput, NotFound, Refused
from boardroom.rules.text import TEXT_LIMIT
from boardroom.store import reversal
from boardroom.store.rows import Exchange
from tests.boards import TODAY, Board

STORED = (
    "SELECT kind, by_whom, text, made_on, due_on, done_on, note,"
    " meeting_id FROM promise ORDER BY id"
)


def _introduction(board: Board, advisor_id: int, person: str | None = "Dana Reyes") -> int:
    """Adds a received introduction with its follow-up; returns the promise's id."""
    with board.change() as work:
        row = Exchange(
            advisor_id=advisor_id,
            direction="received",
            kind="introduction",
            text="introduction",
            person=person,
            exchanged_on=TODAY,
        )
        exchange_id = work.add(row).id
        return make_promise(
            work,
            advisor_id,
            "Contact them",
            kind="follow_up",
            exchange_id=exchange_id,
        ).id


def test_a_new_promise_is_dated_today(board: Board) -> None:
    marcus = board.advisor()

    with board.change() as work:
        add_promise(work, marcus, "  Send the [/deck] ", by_whom="me", due_on=date(2026, 12, 1))
    assert board.summary() == "Promised Marcus Ojo p1: Send the [/deck], by Tue 1 Dec 2026"
    with board.change() as work:
        add_promise(work, marcus, "Introduce Dana", by_whom="them")
    assert board.summary() == "Marcus Ojo promised p2: Introduce Dana"

    assert board.sql(STORED) == [
        ("promise", "me", "Send the [/deck]", "2026-11-21", "2026-12-01", None, None, None),
        ("promise", "them", "Introduce Dana", "2026-11-21", None, None, None, None),
    ]


def test_a_promise_made_in_a_meeting_has_its_day(board: Board) -> None:
    marcus = board.advisor()
    meeting_id = board.meeting(marcus, "2026-11-03")

    with board.change() as work:
        add_promise(work, marcus, "Send the deck", by_whom="me", meeting_id=meeting_id)

    assert board.sql(STORED) == [
        ("promise", "me", "Send the deck", "2026-11-03", None, None, None, meeting_id)
    ]


@pytest.mark.parametrize("text", ["", "   ", "a\0b", "x" * (TEXT_LIMIT + 1)])
def test_a_bad_text_is_refused(board: Board, text: str) -> None:
    marcus = board.advisor()

    with pytest.raises(BadInput, match="The promise can't"), board.change() as work:
        add_promise(work, marcus, text, by_whom="me")
    assert board.sql(STORED) == []


def test_an_edit_changes_and_clears_fields(board: Board) -> None:
    promise = board.promise(board.advisor())

    with board.change() as work:
        edit_promise(
            work,
            promise,
            text="Send it",
            by_whom="THEM",
            due_on=date(2026, 12, 1),
            done_on=date(2026, 11, 20),
            note="Late",
        )
    assert board.sql(STORED) == [
        ("promise", "them", "Send it", "2026-11-01", "2026-12-01", "2026-11-20", "Late", None)
    ]
    assert board.summary() == (
        "Changed p1, Marcus Ojo's promise: by whom me → them, by none → Tue 1 Dec 2026,"
        " kept none → Fri 20 Nov 2026, text “Send the deck” → “Send it”, note none → “Late”"
    )
    with board.change() as work:
        edit_promise(work, promise, by_whom="me", due_on="", done_on="", note="")
    assert board.sql(STORED) == [("promise", "me", "Send it", "2026-11-01", None, None, None, None)]
    assert board.summary() == (
        "Changed p1 (Send it), your promise to Marcus Ojo: by whom them → me, by Tue 1 Dec 2026 → none,"
        " kept Fri 20 Nov 2026 → none, note “Late” → none"
    )


def test_an_edit_refuses_other_sides_and_days_ahead(board: Board) -> None:
    promise = board.promise(board.advisor())

    with pytest.raises(BadInput, match="'us' is not a side of a promise"), board.change() as work:
        edit_promise(work, promise, by_whom="us")
    with pytest.raises(BadInput, match="Sun 22 Nov 2026 is in the future"), board.change() as work:
        edit_promise(work, promise, done_on=date(2026, 11, 22))


def test_promises_are_kept_all_or_none(board: Board) -> None:
    marcus = board.advisor()
    board.promise(marcus, note="Before Christmas")
    board.promise(marcus, "Introduce Dana", by_whom="them")
    before = board.dump()

    with board.change() as work:
        keep_promises(work, [2, 1, 2], on=date(2026, 11, 20))
    assert board.summary() == (
        "Kept p2, Marcus Ojo's promise: Introduce Dana; p1, your promise to Marcus Ojo:"
        " Send the deck"
    )
    assert board.sql("SELECT done_on, note FROM promise ORDER BY id") == [
        ("2026-11-20", "Before Christmas"),
        ("2026-11-20", None),
    ]
    reversal.undo(board.path, 1, today=TODAY)
    assert board.dump() == before
    with pytest.raises(NotFound, match=r"There is no promise p9\."), board.change() as work:
        keep_promises(work, [1, 9])
    with pytest.raises(BadInput, match="Sun 22 Nov 2026 is in the future"), board.change() as work:
        keep_promises(work, [1], on=date(2026, 11, 22))
    assert board.dump() == before


def test_a_kept_promise_is_refused(board: Board) -> None:
    board.promise(board.advisor(), done_on="2026-11-20")

    with pytest.raises(Refused, match="p1 was already kept"), board.change() as work:
        keep_promises(work, [1])


def test_keeping_a_follow_up_promises_one_report(board: Board) -> None:
    follow_up = _introduction(board, board.advisor())

    with board.change() as work:
        keep_promises(work, [follow_up], on=date(2026, 11, 18), note="We speak on Friday")
    assert board.summary() == (
        "Kept p1, your promise to Marcus Ojo: Contact them"
        "; your promise p2: Tell Marcus Ojo how it went with Dana Reyes, by Wed 25 Nov 2026"
    )
    assert board.sql(STORED) == [
        (
            "follow_up",
            "me",
            "Contact them",
            "2026-11-21",
            None,
            "2026-11-18",
            "We speak on Friday",
            None,
        ),
        (
            "follow_up",
            "me",
            "Tell Marcus Ojo how it went with Dana Reyes",
            "2026-11-21",
            "2026-11-25",
            None,
            None,
            None,
        ),
    ]
    with board.change() as work:
        keep_promises(work, [2])
    assert (
        board.summary()
        == "Kept p2, your promise to Marcus Ojo: Tell Marcus Ojo how it went with Dana Reyes"
    )
    assert board.sql("SELECT count(*) FROM promise") == [(2,)]


def test_an_edit_that_keeps_a_follow_up_promises_a_report(board: Board) -> None:
    follow_up = _introduction(board, board.advisor())

    with board.change() as work:
        edit_promise(work, follow_up, done_on=date(2026, 11, 20))

    assert board.summary() == (
        "Changed p1 (Contact them), your promise to Marcus Ojo: kept none → Fri 20 Nov 2026"
        "; your promise p2: Tell Marcus Ojo how it went with Dana Reyes, by Fri 27 Nov 2026"
    )
    assert board.sql("SELECT text FROM promise WHERE id = 2") == [
        ("Tell Marcus Ojo how it went with Dana Reyes",)
    ]


def test_a_removed_promise_comes_back_by_undo(board: Board) -> None:
    promise = board.promise(board.advisor())
    before = board.dump()

    with board.change() as work:
        remove_promise(work, promise)
    assert board.sql(STORED) == []
    assert board.summary() == "Removed p1, your promise to Marcus Ojo: Send the deck"
    reversal.undo(board.path, 1, today=TODAY)
    assert board.dump() == before


@pytest.mark.parametrize(
    ("met", "setting", "expected"),
    [
        ("2026-11-21", "1d", [("Thank Marcus Ojo", "thanks", "me", "2026-11-21", "2026-11-22", 1)]),
        ("2026-11-14", "3d", [("Thank Marcus Ojo", "thanks", "me", "2026-11-14", "2026-11-21", 1)]),
        ("2026-11-13", "1d", []),
        ("2026-11-21", "off", []),
    ],
)
def test_a_meeting_of_the_last_week_promises_thanks(
    board: Board, met: str, setting: str, expected: list[tuple[object, ...]]
) -> None:
    marcus = board.advisor()
    board.setting("thanks", setting)
    meeting_id = board.meeting(marcus, met)

    with board.change() as work:
        done = promise_thanks(work, marcus, meeting_id=meeting_id, met_on=date.fromisoformat(met))

    assert (done is not None) == bool(expected)
    assert (
        board.sql("SELECT text, kind, by_whom, made_on, due_on, meeting_id FROM promise")
        == expected
    )


def test_each_advisor_has_one_open_promise_of_thanks(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    meetings = [
        board.meeting(marcus, "2026-11-20"),
        board.meeting(marcus, "2026-11-21"),
        board.meeting(ana, "2026-11-21"),
    ]

    with board.change() as work:
        first, again, other = [
            promise_thanks(work, advisor_id, meeting_id=meeting_id, met_on=TODAY)
            for advisor_id, meeting_id in zip((marcus, marcus, ana), meetings, strict=True)
        ]
        keep_promises(work, [1])
        next_one = promise_thanks(work, marcus, meeting_id=meetings[1], met_on=TODAY)

    assert again is None
    assert [done and done.id for done in (first, other, next_one)] == [1, 2, 3]
