from __future__ import annotations

from datetime import date

import pytest

from boardroom.actions.goal_helpers import link_helpers, unlink_helpers
from boardroom.actions.goals import achieve_goal, add_goal, drop_goal, edit_goal, remove_goal
from boardroom.errors import BadInput, NotFound, Refused
from boardroom.rules.text import TEXT_LIMIT
from boardroom.store import reversal
from boardroom.store.work import Done
from tests.boards import TODAY, Board

STORED = (
    "SELECT title, horizon, why, target_on, status, added_on, closed_on, note FROM goal ORDER BY id"
)
LINKS = "SELECT goal_id, advisor_id FROM goal_helper ORDER BY id"


def test_a_goal_is_set_today_with_its_helpers(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")

    with board.change() as work:
        near = add_goal(
            work,
            "  Run a [P&L] ",
            target_on=date(2026, 12, 1),
            why="To lead",
            helper_ids=[marcus, ana, marcus],
        )
    with board.change() as work:
        long = add_goal(work, "Lead a company", horizon="Long")

    assert near == Done(
        "Set g1, near term, helped by Marcus Ojo and Ana Lima: Run a [P&L], target Tue 1 Dec 2026",
        (1,),
    )
    assert long == Done("Set g2, long term: Lead a company", (2,))

    assert board.sql(STORED) == [
        ("Run a [P&L]", "near", "To lead", "2026-12-01", "open", "2026-11-21", None, None),
        ("Lead a company", "long", None, None, "open", "2026-11-21", None, None),
    ]
    assert board.sql(LINKS) == [(1, marcus), (1, ana)]


@pytest.mark.parametrize(
    ("title", "fields", "error"),
    [
        (" ", {}, "The goal can't be empty"),
        ("x" * (TEXT_LIMIT + 1), {}, "The goal can't be longer than 10,000 characters"),
        ("Run", {"why": "\0"}, "The reason can't contain a NUL"),
        ("Run", {"horizon": "soon"}, "'soon' is not a horizon of a goal"),
    ],
)
def test_an_invalid_goal_is_refused(
    board: Board, title: str, fields: dict[str, str], error: str
) -> None:
    board.advisor()

    with pytest.raises(BadInput, match=error), board.change() as work:
        add_goal(work, title, **fields)  # type: ignore[arg-type]  # texts only
    assert board.sql(STORED) == []


def test_a_goal_edit_sets_and_clears_fields(board: Board) -> None:
    goal_id = board.goal()
    with board.change() as work:
        edit_goal(
            work,
            goal_id,
            title="Own one",
            horizon="long",
            target_on=date(2027, 1, 4),
            why="To lead",
            note="Hard",
        )
    assert board.summary() == (
        "Changed g1: title Run a P&L → Own one, term near → long,"
        " target none → Mon 4 Jan 2027, why none → “To lead”, note none → “Hard”"
    )
    assert board.sql(STORED) == [
        ("Own one", "long", "To lead", "2027-01-04", "open", "2026-01-02", None, "Hard")
    ]

    with board.change() as work:
        edit_goal(work, goal_id, target_on="", why="", note="")
    assert board.summary() == (
        "Changed g1 (Own one): target Mon 4 Jan 2027 → none, why “To lead” → none,"
        " note “Hard” → none"
    )
    assert board.sql(STORED) == [("Own one", "long", None, None, "open", "2026-01-02", None, None)]


def test_a_closed_goal_opens_again_and_an_open_one_does_not(board: Board) -> None:
    goal_id = board.goal(status="dropped", closed_on="2026-11-02", note="No room")

    with board.change() as work:
        edit_goal(work, goal_id, reopen=True)
    assert board.summary() == "Reopened g1: Run a P&L"
    assert board.sql("SELECT status, closed_on, note FROM goal") == [("open", None, "No room")]
    with board.change() as work:
        drop_goal(work, goal_id)
        edit_goal(work, goal_id, reopen=True, horizon="long")
    assert board.summary() == "Reopened g1: Run a P&L, term near → long"
    with pytest.raises(Refused, match=r"g1 is already open\."), board.change() as work:
        edit_goal(work, goal_id, reopen=True)


def test_achieving_a_goal_can_promise_to_tell_its_helpers(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    goal_id = board.goal("Run a P&L", marcus, ana, note="First")
    before = board.dump()

    with board.change() as work:
        achieve_goal(work, goal_id, on=date(2026, 11, 20), tell=True)
    assert (
        board.summary() == "Achieved g1: Run a P&L;"
        " promised to tell Ana Lima (p1) and Marcus Ojo (p2) by Sat 21 Nov 2026"
    )
    assert board.sql("SELECT status, closed_on, note FROM goal") == [
        ("achieved", "2026-11-20", "First")
    ]
    assert board.sql(
        "SELECT advisor_id, by_whom, kind, text, made_on, due_on FROM promise ORDER BY id"
    ) == [
        (
            ana,
            "me",
            "promise",
            "Tell Ana Lima that you achieved Run a P&L",
            "2026-11-21",
            "2026-11-21",
        ),
        (
            marcus,
            "me",
            "promise",
            "Tell Marcus Ojo that you achieved Run a P&L",
            "2026-11-21",
            "2026-11-21",
        ),
    ]
    reversal.undo(board.path, 1, today=TODAY)
    assert board.dump() == before


@pytest.mark.parametrize(
    ("thanks", "due_on"), [("1d", "2026-11-22"), ("2w", "2026-12-05"), ("off", "2026-11-28")]
)
def test_the_promise_to_tell_is_due_when_thanks_are(board: Board, thanks: str, due_on: str) -> None:
    goal_id = board.goal("Run a P&L", board.advisor())
    board.setting("thanks", thanks)

    with board.change() as work:
        achieve_goal(work, goal_id, tell=True)
    assert board.sql("SELECT due_on FROM promise") == [(due_on,)]


def test_no_promise_to_tell_without_helpers_or_unless_asked(
    board: Board,
) -> None:
    alone, helped = board.goal("Alone"), board.goal("Helped", board.advisor())

    with board.change() as work:
        achieve_goal(work, alone, tell=True)
    assert board.summary() == "Achieved g1: Alone"
    with board.change() as work:
        achieve_goal(work, helped, note="At last")
    assert (board.summary(), board.sql("SELECT note FROM goal")) == (
        "Achieved g2: Helped",
        [(None,), ("At last",)],
    )
    assert board.sql("SELECT count(*) FROM promise") == [(0,)]


def test_a_goal_is_achieved_once_and_by_today(board: Board) -> None:
    goal_id = board.goal()

    with (
        pytest.raises(
            BadInput, match="Sun 22 Nov 2026 is in the future, so nothing was achieved then"
        ),
        board.change() as work,
    ):
        achieve_goal(work, goal_id, on=date(2026, 11, 22))
    with board.change() as work:
        drop_goal(work, goal_id, note="No room for it")
    assert board.summary() == "Dropped g1: Run a P&L"
    assert board.sql("SELECT status, closed_on, note FROM goal") == [
        ("dropped", "2026-11-21", "No room for it")
    ]
    with (
        pytest.raises(Refused, match="g1 was dropped, so it can't be achieved"),
        board.change() as work,
    ):
        achieve_goal(work, goal_id)


def test_helpers_are_linked_once_and_unlinked(board: Board) -> None:
    marcus, ana = board.advisor(), board.prospect("Ana Lima")
    goal_id = board.goal("Run a P&L", marcus)

    with board.change() as work:
        link_helpers(work, goal_id, [marcus, ana])
    assert (board.summary(), board.sql(LINKS)) == (
        "Linked g1 (Run a P&L) to Marcus Ojo and Ana Lima",
        [(1, marcus), (1, ana)],
    )
    with board.change() as work:
        link_helpers(work, goal_id, [ana])
    assert work.changed is False
    with board.change() as work:
        unlink_helpers(work, goal_id, [marcus, marcus])
    assert (board.summary(), board.sql(LINKS)) == (
        "Unlinked g1 (Run a P&L) from Marcus Ojo",
        [(1, ana)],
    )
    with board.change() as work:
        unlink_helpers(work, goal_id, [marcus])
    assert work.changed is False


def test_a_removed_goal_takes_its_steps_and_links_along(
    board: Board,
) -> None:
    marcus = board.advisor()
    goal_id = board.goal("Run a P&L", marcus)
    board.goal_step(goal_id)
    board.item(marcus, goal_id=goal_id)
    before = board.dump()

    with board.change() as work:
        remove_goal(work, goal_id)
    assert board.summary() == "Removed g1: Run a P&L"
    assert [
        board.sql(f"SELECT count(*) FROM {table}")  # noqa: S608  named here
        for table in ("goal", "goal_step", "goal_helper")
    ] == [[(0,)]] * 3
    assert board.sql("SELECT goal_id FROM agenda_item") == [(None,)]
    reversal.undo(board.path, 1, today=TODAY)
    assert board.dump() == before


def test_an_unknown_goal_is_not_found(board: Board) -> None:
    board.advisor()

    with pytest.raises(NotFound, match=r"There is no goal g9\."), board.change() as work:
        edit_goal(work, 9, title="x")
