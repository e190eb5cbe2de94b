from __future__ import annotations

from boardroom.rules.starters import (
    Starter,
    advice_starter,
    choose_starters,
    goal_starter,
    step_starter,
)

GOAL = goal_starter("g1", 1, "Run a P&L", private=False)
STEP = step_starter("s2", 2, "Shadow the round", private=True)
LAST = step_starter("s3", 3, "Read the paper", private=False)
ADVICE = advice_starter("v1", "Ask for a line", private=False)


def test_goals_and_advice_are_raised_in_turn_and_at_most_three() -> None:
    assert choose_starters([GOAL, STEP, LAST], [ADVICE]) == [GOAL, ADVICE, STEP]
    assert choose_starters([], [ADVICE]) == [ADVICE]


def test_a_starter_is_a_question_a_topic_or_an_update() -> None:
    question = "Run a P&L: what should I do next?"
    assert Starter("g1", "Run a P&L", question, "question", 1, private=False) == GOAL
    assert STEP.text == "Next step: Shadow the round"
    assert (ADVICE.text, ADVICE.kind, ADVICE.goal_id) == (
        "What came of “Ask for a line”",
        "update",
        None,
    )
