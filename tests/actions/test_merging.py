from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from typing import Any

import pytest

from boardroom.actions.merging import differences, merge_advisors
from boardroom.errors import BadInput, Refused
from boardroom.rules.merging import Difference
from boardroom.store.reversal import undo
from boardroom.store.work import Done
from tests.boards import TODAY, Board


@pytest.fixture
def two(board: Board) -> Board:
    """A board with two records of one person: Marcus Ojo (1) and Markus Oyo (2)."""
    board.advisor("Marcus Ojo", org="Acme")
    board.advisor("Markus Oyo", joined="2026-10-01", city="Porto", nicknames=["Mac"])
    return board


def _merge(board: Board, *keep_second: str, **fields: Any) -> Done:  # noqa: ANN401  columns
    with board.change() as work:
        return merge_advisors(work, 1, 2, fields, keep_second=keep_second)


def _fill(board: Board) -> None:
    """Gives both people a row in every table that refers to a person."""
    board.goal("Both", 1, 2)
    for person in (1, 2):
        meeting = board.meeting(person, f"2026-09-0{person}", notes="Chat")
        board.meeting(person, f"2026-12-0{person}", "planned")
        board.item(person, f"Item {person}")
        board.promise(person, f"Promise {person}", meeting_id=meeting)
        board.advice(person, f"Advice {person}")
        board.exchange(person, text=f"Notes {person}")
        board.goal(f"Goal {person}", person)
        board.agreement(person, until=f"2027-06-0{person}")
        board.snooze(person, "2026-12-24")
        board.occasion(person, f"Exam {person}")
        board.letter(person, on=f"2026-09-0{person}")
        board.put(
            "INSERT OR IGNORE INTO confidential_period (advisor_id, from_on) VALUES (?, ?)",
            person,
            f"2026-05-0{person}",
        )
    board.review(1, 2, on="2026-07-01", of_board=True)
    board.answer(2)
    board.criterion("Has run a P&L", marcus=True, markus=False)
    board.criterion("Lives near", must=False, markus=True)


def _references(board: Board) -> list[tuple[str, str]]:
    """The columns that refer to a person, by the schema's own foreign keys."""
    with closing(sqlite3.connect(board.path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return [
            (table, key[3])
            for (table,) in tables.fetchall()
            for key in connection.execute(f"PRAGMA foreign_key_list({table})")
            if key[2] == "advisor"
        ]


def test_no_table_that_refers_to_a_person_is_forgotten(two: Board) -> None:
    _fill(two)
    for table, column in _references(two):
        assert two.sql(f"SELECT 1 FROM {table} WHERE {column} = 2"), f"the test fills no {table}"  # noqa: S608

    _merge(two)

    for table, column in _references(two):
        assert two.sql(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL") == [  # noqa: S608
            (1,)
        ]
    assert two.sql("SELECT handle FROM advisor") == [("marcus",)]
    assert two.sql("PRAGMA foreign_key_check") == []


def test_one_undo_takes_a_merge_back(two: Board) -> None:
    _fill(two)
    before = two.dump()

    _merge(two, "status", "agreement.until_on", "rating.1", org="Kite", handle="markus")
    assert two.sql("SELECT handle, org FROM advisor") == [("markus", "Kite")]
    undo(two.path, 1, today=TODAY)

    assert two.dump() == before


def test_fields_of_both_are_kept_and_the_other_name_is_a_nickname(two: Board) -> None:
    done = _merge(two)

    assert done.summary == "Merged Markus Oyo (markus) into Marcus Ojo (marcus)"
    assert two.sql("SELECT name, nicknames, org, city FROM advisor") == [
        ("Marcus Ojo", '["Markus Oyo", "Mac"]', "Acme", "Porto")
    ]


@pytest.mark.parametrize(("handle", "nicknames"), [("mo", '["mo"]'), ("marcus-2", "[]")])
def test_a_handle_of_ones_own_is_kept_as_a_nickname(
    board: Board, handle: str, nicknames: str
) -> None:
    board.advisor("Marcus Ojo")
    board.advisor("Marcus Ojo", handle=handle)

    _merge(board)

    assert board.sql("SELECT nicknames FROM advisor") == [(nicknames,)]


def test_what_differs_is_the_firsts_unless_the_second_is_right(board: Board) -> None:
    board.advisor("Marcus Ojo", org="Acme", window="4-6w", perspectives=["industry=food"])
    board.prospect("Markus Oyo")
    with board.change() as work:
        found = differences(work, 1, 2, ())
    assert found == [
        Difference(
            "status",
            "status",
            "on the board since Sat 10 Jan 2026",
            "a prospect since Sat 21 Nov 2026",
        )
    ]
    board.put(
        "UPDATE advisor SET org = 'Initech', window = '3-5w',"
        """ perspectives = '{"industry": "retail"}' WHERE id = 2"""
    )
    with board.change() as work:
        names = [difference.name for difference in differences(work, 1, 2, ["window"])]
    assert names == ["org", "perspectives.industry", "status"]

    _merge(board, *names)

    assert board.sql("SELECT org, window, perspectives FROM advisor") == [
        ("Initech", "4-6w", '{"industry": "retail"}')
    ]
    assert board.sql("SELECT status FROM transition") == [("prospect",)]


def test_the_lifecycle_reaches_back_to_the_first_joining(two: Board) -> None:
    done = _merge(two)

    assert two.sql("SELECT advisor_id, status, changed_on FROM transition") == [
        (1, "active", "2026-01-10")
    ]
    assert done.notes == ("Left out, of markus: on the board since Thu 1 Oct 2026.",)


def test_steps_that_lead_to_the_others_are_all_kept(board: Board) -> None:
    board.advisor("Marcus Ojo", joined="2026-10-01")
    former = board.advisor("Markus Oyo", joined="2026-01-10")
    board.step(former, "alumni", "2026-06-01")

    assert _merge(board).notes == ()

    assert board.sql("SELECT status FROM transition ORDER BY changed_on") == [
        ("active",),
        ("alumni",),
        ("active",),
    ]


def test_two_agreements_are_one_with_the_texts_of_both(two: Board) -> None:
    two.agreement(1, until="2027-06-01", focus=["pricing"], confidential=False)
    two.agreement(2, until="2027-09-01", focus=["P&L"], confidential=True)
    two.put("UPDATE agreement SET hopes = 'to lead' WHERE advisor_id = 2")

    _merge(two, "agreement.until_on")

    assert two.sql("SELECT advisor_id, hopes, focus, until_on, boundaries FROM agreement") == [
        (
            1,
            "a seat at the table\n\nto lead",
            '["pricing", "P&L"]',
            "2027-09-01",
            "no weekends",
        )
    ]
    assert two.sql("SELECT until_on FROM agreement_term WHERE recorded_on = '2026-11-21'") == [
        ("2027-09-01",)
    ]


def test_an_agreement_of_the_second_alone_goes_over(two: Board) -> None:
    two.agreement(2)

    _merge(two)

    assert two.sql("SELECT advisor_id FROM agreement") == [(1,)]


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        (("2026-05-01", "2026-06-01"), ("2026-05-01", None), [("2026-05-01", None)]),
        (("2026-05-01", None), ("2026-06-01", None), [("2026-05-01", None)]),
        (
            ("2026-05-01", "2026-08-01"),
            ("2026-04-01", "2026-06-01"),
            [("2026-04-01", "2026-08-01")],
        ),
        (("2026-05-01", "2026-05-31"), ("2026-06-01", None), [("2026-05-01", None)]),
        (
            ("2026-05-01", "2026-05-31"),
            ("2026-06-02", "2026-07-01"),
            [("2026-05-01", "2026-05-31"), ("2026-06-02", "2026-07-01")],
        ),
    ],
)
def test_confidential_periods_that_meet_are_one(
    two: Board,
    first: tuple[str, str | None],
    second: tuple[str, str | None],
    together: list[tuple[str, str | None]],
) -> None:
    for person, period in ((1, first), (2, second)):
        two.put(
            "INSERT INTO confidential_period (advisor_id, from_on, until_on) VALUES (?, ?, ?)",
            person,
            *period,
        )

    _merge(two)

    assert two.sql("SELECT from_on, until_on FROM confidential_period ORDER BY from_on") == together
    assert two.sql("SELECT DISTINCT advisor_id FROM confidential_period") == [(1,)]


def test_what_both_have_alike_is_kept_once(two: Board) -> None:
    goal = two.goal("Both", 1, 2)
    two.criterion("P&L", marcus=True, markus=True)
    for person in (1, 2):
        two.item(person, "Budget?")
        two.promise(person, "Send the deck")
        two.advice(person, "Read more")
        two.exchange(person, text="Notes")
        two.meeting(person, "2026-12-01", "planned")
        two.meeting(person, "2026-09-01", notes="Chat" if person == 1 else None)
        two.promise(person, "Thank them", kind="thanks", due_on="2026-11-23")
    two.item(2, "Budget?", status="covered", closed_on=date(2026, 11, 2))

    done = _merge(two)

    assert done.notes[-1] == (
        f"Kept once, as both had it: g{goal}, c1, m2, p2, x1, a1, p1, v1 and m1."
    )
    counts = {
        table: two.sql(f"SELECT count(*) FROM {table}")[0][0]  # noqa: S608
        for table in ("agenda_item", "promise", "advice", "exchange", "meeting", "goal_helper")
    }
    assert counts == {
        "agenda_item": 2,
        "promise": 2,
        "advice": 1,
        "exchange": 1,
        "meeting": 2,
        "goal_helper": 1,
    }


def test_records_that_differ_in_anything_are_both_kept(two: Board) -> None:
    two.item(1, "Budget?")
    two.item(2, "Budget?", answer="Soon")
    two.promise(1, "Send the deck")
    two.promise(2, "Send the deck", due_on="2026-12-01")
    introduction = two.exchange(1, "received", "intro", kind="introduction")
    other = two.exchange(2, "received", "intro", kind="introduction")
    two.promise(2, "Contact Lena", kind="follow_up", exchange_id=other)
    two.meeting(1, "2026-09-01", notes="One")
    two.meeting(2, "2026-09-01", notes="Two")

    done = _merge(two)

    assert [len(two.sql(f"SELECT 1 FROM {table}")) for table in ("agenda_item", "meeting")] == [  # noqa: S608
        2,
        2,
    ]
    assert two.sql("SELECT id FROM exchange ORDER BY id") == [(introduction,), (other,)]
    assert two.sql("SELECT count(*) FROM promise") == [(3,)]
    assert done.notes[1:] == (
        "m1 and m2 were held on Tue 1 Sep 2026; if that was one meeting: boardroom meeting rm m2",
        (
            "p1 (no day) and p2 (by Tue 1 Dec 2026) are open in the same words;"
            " if that is one promise: boardroom promise rm p1"
        ),
        "a1 and a2 are on the agenda in the same words; if that is one item: boardroom agenda rm a2",
    )


def test_an_occasion_and_a_letter_that_both_had_are_kept_once(two: Board) -> None:
    for person in (1, 2):
        two.occasion(person, "Birthday", on="1980-02-29", yearly=True)
        two.letter(person)
    two.letter(2, "news")

    done = _merge(two)

    assert done.notes[1] == "Kept once, as both had it: o1."
    assert two.sql("SELECT id, advisor_id FROM occasion") == [(1, 1)]
    assert two.sql("SELECT advisor_id, kind FROM letter") == [(1, "thanks"), (1, "news")]


@pytest.mark.parametrize(
    ("second", "merged"), [("advisor", "advisor"), ("mentee", "both"), ("both", "both")]
)
def test_an_advisor_who_is_a_mentee_too_becomes_both(two: Board, second: str, merged: str) -> None:
    two.put("UPDATE advisor SET role = ? WHERE id = 2", second)

    with two.change() as work:
        assert "role" not in {difference.name for difference in differences(work, 1, 2, ())}
    _merge(two)

    assert two.sql("SELECT role FROM advisor") == [(merged,)]


def test_meetings_of_a_day_in_the_same_words_are_joined(two: Board) -> None:
    kept = two.meeting(1, "2026-09-01", notes="Chat")
    joined = two.meeting(2, "2026-09-01", notes="chat")
    item = two.item(2, "Budget?", status="covered", meeting_id=joined, closed_on=date(2026, 9, 1))
    two.advice(2, "Read more", meeting_id=joined)

    _merge(two)

    assert two.sql("SELECT id, notes FROM meeting") == [(kept, "Chat")]
    assert two.sql("SELECT id, meeting_id FROM agenda_item") == [(item, kept)]
    assert two.sql("SELECT meeting_id FROM advice") == [(kept,)]


def test_an_open_answer_takes_the_name_and_a_completed_one_keeps_it(two: Board) -> None:
    two.review(1, 2, on="2026-07-01", of_board=True)
    two.answer(2)

    _merge(two)

    assert two.sql("SELECT review_id, advisor_id, handle FROM review_answer ORDER BY id") == [
        (1, 1, "marcus"),
        (1, 1, "markus"),
        (2, 1, "marcus"),
    ]


def test_two_people_with_open_answers_are_refused(two: Board) -> None:
    two.answer(1)
    two.answer(2)

    with pytest.raises(Refused) as refused:
        _merge(two)

    assert refused.value.message == (
        "Marcus Ojo (marcus) and Markus Oyo (markus) both have answers in the open review r1."
    )


def test_one_person_given_twice_is_refused(two: Board) -> None:
    with two.change() as work, pytest.raises(BadInput) as refused:
        merge_advisors(work, 1, 1, {})

    assert refused.value.message == "Both are Marcus Ojo (marcus), so there is nothing to merge."
