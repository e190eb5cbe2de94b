from __future__ import annotations

from collections.abc import Callable

import pytest

from boardroom.queries.criteria import CriterionView, RatingView, criteria
from boardroom.queries.introductions import NO_CHAIN
from boardroom.queries.prospects import prospects, rated_advisor
from boardroom.render.criteria import criteria_json, criteria_page, criterion_json, removal
from boardroom.render.page import Page, Prose, Table
from boardroom.render.prospects import (
    advisor_json,
    advisors_json,
    prospects_page,
    ratings_blocks,
    tally_words,
)
from boardroom.rules.criteria import Tally
from boardroom.store.file import reading
from tests.boards import TODAY, Board
from tests.render.drawing import drawn, piped
from tests.render.test_screens import faces

RUN = CriterionView(1, "u1", "Has run a P&L", must=True)
NEAR = CriterionView(2, "u2", "Near enough\n[/b]", must=False)


def _prospects(board: Board) -> Page:
    with reading(board.path) as connection:
        return prospects_page(prospects(connection, today=TODAY), TODAY, "Nobody.")


def test_prospects_and_criteria_match_their_goldens(
    board: Board, golden: Callable[[str, str], None]
) -> None:
    board.lay_demo()

    with reading(board.path) as connection:
        criteria_list = criteria_page(criteria(connection))

    golden("prospects", faces(_prospects(board)))
    golden("criteria", faces(criteria_list))


def test_a_criterion_has_every_documented_key() -> None:
    assert criterion_json(RUN) == {
        "schema": "boardroom.criterion/1",
        "id": "c1",
        "uid": "u1",
        "text": "Has run a P&L",
        "must": True,
    }
    assert criteria_json([NEAR]) == {
        "schema": "boardroom.criteria/1",
        "criteria": [{"id": "c2", "uid": "u2", "text": "Near enough\n[/b]", "must": False}],
    }
    assert criteria_json([]) == {"schema": "boardroom.criteria/1", "criteria": []}


def test_a_prospect_is_a_person_with_ratings_and_a_match(board: Board) -> None:
    board.prospect("Noor Haddad")
    board.criterion("Has run a P&L", noor=True)
    board.criterion("Has the time", noor=False)
    board.criterion("Near enough", must=False)

    with reading(board.path) as connection:
        noor = advisor_json(rated_advisor(connection, 1, today=TODAY), [], NO_CHAIN)
        listed = advisors_json(prospects(connection, today=TODAY))

    assert (noor["schema"], noor["handle"], noor["status"]) == (
        "boardroom.advisor/1",
        "noor",
        "prospect",
    )
    assert noor["ratings"] == [
        {"criterion": "c1", "text": "Has run a P&L", "must": True, "meets": True},
        {"criterion": "c2", "text": "Has the time", "must": True, "meets": False},
        {"criterion": "c3", "text": "Near enough", "must": False, "meets": None},
    ]
    assert noor["match"] == {
        "must": {"met": 1, "missing": 1, "unknown": 0},
        "nice": {"met": 0, "missing": 0, "unknown": 1},
    }
    assert noor["timeline"] == []
    del noor["schema"], noor["timeline"], noor["introduced_by"], noor["introductions"]
    assert listed == {"schema": "boardroom.advisors/1", "advisors": [noor]}


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        (Tally(3, 1, 1), "3 met, 1 missing, 1 unknown"),
        (Tally(0, 2, 0), "2 missing"),
        (Tally(0, 0, 4), "4 unknown"),
        (Tally(0, 0, 0), ""),
    ],
)
def test_a_tally_leaves_out_zeros(tally: Tally, words: str) -> None:
    assert tally_words(tally) == words


def test_a_pipe_gets_the_counts_after_the_person(board: Board) -> None:
    board.prospect("Noor Haddad")
    board.prospect("Ana Lima")
    board.criterion(noor=True, ana=False)
    board.criterion("Near enough", must=False)

    assert piped(_prospects(board)) == (
        "noor\tNoor Haddad\t\tprospect\t\t\t1\t0\t0\t0\t0\t1\n"
        "ana\tAna Lima\t\tprospect\t\t\t0\t1\t0\t0\t0\t1\n"
    )


def test_the_list_says_what_is_missing_to_rank_by(board: Board) -> None:
    assert _prospects(board) == Page((Prose("Nobody."),), ())
    board.prospect("Noor Haddad")
    assert _prospects(board).blocks[1:] == (
        Prose(
            "Nothing to rank them by yet. Add a criterion: boardroom criterion add TEXT --must",
            "quiet",
        ),
    )
    board.criterion()
    assert _prospects(board).blocks[1:] == (
        Prose("Unknown is not no: boardroom advisor rate WHO cID yes|no", "quiet"),
    )
    board.criterion("Near enough", noor=False)
    board.put("DELETE FROM criterion WHERE id = 1")
    assert _prospects(board).blocks[1:] == ()


def test_the_state_has_the_day_of_asking_or_declining(board: Board) -> None:
    for row_id, name in enumerate(("Ana Lima", "Bo Berg", "Cy Diaz"), 1):
        board.prospect(name)
        if row_id > 1:
            board.step(row_id, "asked", "2026-11-21")
    board.step(3, "declined", "2026-11-21")

    table = _prospects(board).blocks[0]

    assert isinstance(table, Table)
    assert [row[2].text for row in table.rows] == [
        "prospect",
        "asked Sat 21 Nov",
        "declined Sat 21 Nov",
    ]


def test_ratings_are_shown_once_there_is_one() -> None:
    assert ratings_blocks([RatingView(RUN, meets=None)]) == []

    _, table = ratings_blocks([RatingView(RUN, meets=False), RatingView(NEAR, meets=None)])

    assert isinstance(table, Table)
    assert [tuple(cell.text for cell in row) for row in table.rows] == [
        ("c1", "must-have", "no", "Has run a P&L"),
        ("c2", "nice-to-have", "unknown", "Near enough\n[/b]"),
    ]


def test_a_pipe_gets_one_criterion_a_line() -> None:
    assert (
        piped(criteria_page([RUN, NEAR]))
        == "c1\tmust\tHas run a P&L\nc2\tnice\tNear enough\\n[/b]\n"
    )


def test_without_criteria_it_suggests_some_to_start_with() -> None:
    shown = drawn(criteria_page([]), 80)

    assert shown == (
        "There are no criteria yet. Whom do you look for? To start with:\n"
        "\n"
        "boardroom criterion add 'Has an hour a month now' --must\n"
        "boardroom criterion add 'Walked a similar path' --must\n"
        "boardroom criterion add 'Somebody unlike me' --nice\n"
    )


def test_a_removal_counts_the_ratings() -> None:
    assert removal(RUN, 1) == "This removes c1, Has run a P&L, with 1 rating."
    assert removal(RUN, 3) == "This removes c1, Has run a P&L, with 3 ratings."
