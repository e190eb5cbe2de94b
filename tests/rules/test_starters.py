from __future__ import annotations

from boardroom.rules.starters import (
    Starter,
    advice_starter,
    choose_starters,
    goal_starter,
    outcome_starter,
    step_starter,
)

GOAL = goal_starter("g1", 1, "Run a P&L", private=False)
STEP = step_starter("s2", 2, "Shadow the round", late=False, private=True)
LAST = step_starter("s3", 3, "Read the paper", late=True, private=False)
ADVICE = advice_starter("v1", "Ask for a line", tried=True, private=False)


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


def test_a_late_step_is_a_question_about_what_is_in_the_way() -> None:
    assert (LAST.text, LAST.kind) == ("Read the paper: what keeps me from it?", "question")


def test_advice_that_is_being_tried_is_an_update_on_how_it_goes() -> None:
    trying = advice_starter("v2", "Say less", tried=False, private=False)

    assert (trying.text, trying.kind) == ("How it goes with “Say less”", "update")


def test_a_goal_achieved_is_an_update_without_the_closed_goal() -> None:
    achieved = outcome_starter("g4", "Speak at the summit", private=False)

    assert (achieved.text, achieved.kind, achieved.goal_id) == (
        "Achieved: Speak at the summit",
        "update",
        None,
    )
