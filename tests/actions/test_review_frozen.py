from __future__ import annotations

from datetime import date

from boardroom.actions.advisors import edit_advisor, remove_advisor
from boardroom.rules.review_facts import Facts, Unhelped
from boardroom.store.reversal import undo
from tests.boards import TODAY, Board

STANDING = "SELECT status, changed_on, until_on FROM transition WHERE advisor_id = ? ORDER BY id DESC LIMIT 1"


def test_the_facts_are_frozen_as_they_were_before_what_was_decided(board: Board) -> None:
    marcus, dana = (
        board.advisor(joined="2026-11-01"),
        board.advisor("Dana Reyes", joined="2026-11-11"),
    )
    board.meeting(marcus, "2026-11-05", minutes=45)
    board.goal("Run a P&L", dana)
    board.goal("Speak")
    board.answer(marcus, decision="adjust", window="6-8w")
    board.answer(dana, decision="part")

    board.complete(1)

    found = board.reviewed()
    days = {each.handle: each.facts for each in found.answers}
    assert days["marcus"] == Facts(
        date(2026, 11, 1),
        TODAY,
        "4-6w",
        active_days=21,
        meetings_count=1,
        minutes_total=45,
        weekly_meetings_counts=(1, 0, 0),
    )
    assert days["dana"] == Facts(
        date(2026, 11, 11), TODAY, "4-6w", active_days=11, weekly_meetings_counts=(0, 0)
    )
    assert (
        found.completed_on,
        found.from_on,
        found.board_facts and found.board_facts.seats_taken_count,
    ) == (TODAY, date(2026, 11, 1), 2)
    assert found.board_facts is not None
    assert found.board_facts.goals_without_help == (Unhelped("g2", "Speak"),)


def test_one_undo_opens_the_review_again_with_its_answers_and_further_ones_go_further_back(
    board: Board,
) -> None:
    marcus, dana = board.advisor(), board.advisor("Dana Reyes")
    states = [board.dump()]
    for row_id, given in (
        (marcus, {"value": 4}),
        (marcus, {"decision": "adjust", "window": "9w"}),
        (dana, {"decision": "part"}),
    ):
        board.answer(row_id, **given)
        states.append(board.dump())
    board.complete(1)

    for state in reversed(states):
        undo(board.path, 1, today=TODAY)
        assert board.dump() == state


def test_what_a_review_froze_outlives_every_later_change(board: Board) -> None:
    marcus, dana = board.advisor(), board.advisor("Dana Reyes")
    met, goal = board.meeting(marcus, "2026-11-05"), board.goal("Run a P&L")
    item = board.item(marcus, status="covered", closed_on=date(2026, 11, 5))
    for row_id in (marcus, dana):
        board.answer(row_id, value=4, note="Good", decision="keep")
    board.complete(1)
    before = board.reviewed()

    board.setting("window", "1-2w")
    board.setting("seats", "1-2")
    with board.change() as work:
        edit_advisor(
            work,
            marcus,
            {"handle": "mo", "window": "9w"},
            name="Marcus Ojo Junior",
            since=date(2026, 5, 1),
        )
    board.put("DELETE FROM meeting WHERE id = ?", met)
    board.put("DELETE FROM agenda_item WHERE id = ?", item)
    board.put("UPDATE goal SET title = 'Another' WHERE id = ?", goal)
    board.step(dana, "alumni", "2026-11-21")
    assert board.reviewed() == before

    with board.change() as work:
        remove_advisor(work, marcus)
    gone = next(each for each in before.answers if each.handle == "marcus")._replace(
        advisor_id=None
    )
    assert board.reviewed() == before._replace(answers=(before.answers[0], gone))


def test_a_second_review_begins_where_the_first_ended(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-05-20")
    board.meeting(marcus, "2026-05-21")
    for on in ("2026-05-20", "2026-11-21"):
        board.complete(board.answer(marcus, on=on), on)

    first, second = (board.reviewed(number) for number in (1, 2))

    assert [(found.from_on, found.completed_on) for found in (first, second)] == [
        (date(2026, 1, 10), date(2026, 5, 20)),
        (date(2026, 5, 21), TODAY),
    ]
    assert [
        found.answers[0].facts and found.answers[0].facts.meetings_count
        for found in (first, second)
    ] == [1, 1]


def test_two_reviews_of_one_day_leave_nothing_to_the_second(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-21")
    for _ in range(2):
        board.complete(board.answer(marcus))

    facts = board.reviewed(2).answers[0].facts

    assert facts is not None
    assert (facts.from_on, facts.until_on, facts.active_days, facts.meetings_count) == (
        date(2026, 11, 22),
        TODAY,
        0,
        0,
    )
