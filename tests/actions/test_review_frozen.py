from __future__ import annotations

from datetime import date

from boardroom.actions.advisors import edit_advisor, remove_advisor
from boardroom.rules.review_facts import Facts, GoalWithoutHelp
from boardroom.store.reversal import undo
from tests.boards import TODAY, Board


def test_facts_are_frozen_before_the_decisions(board: Board) -> None:
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

    review = board.reviewed()
    days = {answer.handle: answer.facts for answer in review.answers}
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
        review.completed_on,
        review.from_on,
        review.board_facts and review.board_facts.seats_taken_count,
    ) == (TODAY, date(2026, 11, 1), 2)
    assert review.board_facts is not None
    assert review.board_facts.goals_without_help == (GoalWithoutHelp("g2", "Speak"),)


def test_each_undo_goes_one_answer_back(
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


def test_frozen_facts_outlive_later_changes(board: Board) -> None:
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
    gone = next(answer for answer in before.answers if answer.handle == "marcus")._replace(
        advisor_id=None
    )
    assert board.reviewed() == before._replace(answers=(before.answers[0], gone))


def test_a_second_review_starts_the_day_after_the_first(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-05-20")
    board.meeting(marcus, "2026-05-21")
    for on in ("2026-05-20", "2026-11-21"):
        board.complete(board.answer(marcus, on=on), on)

    first, second = (board.reviewed(number) for number in (1, 2))

    assert [(review.from_on, review.completed_on) for review in (first, second)] == [
        (date(2026, 1, 10), date(2026, 5, 20)),
        (date(2026, 5, 21), TODAY),
    ]
    assert [
        review.answers[0].facts and review.answers[0].facts.meetings_count
        for review in (first, second)
    ] == [1, 1]


def test_a_second_review_on_one_day_looks_at_that_day(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-21")
    for _ in range(2):
        board.complete(board.answer(marcus))

    facts = board.reviewed(2).answers[0].facts

    assert facts is not None
    assert (facts.from_on, facts.until_on, facts.active_days, facts.meetings_count) == (
        TODAY,
        TODAY,
        1,
        1,
    )
