from __future__ import annotations

from datetime import date

import pytest

from boardroom.queries.goals import GoalBelongings, GoalList, GoalView, Helper, StepView
from boardroom.render.goals import goal_page, goals_page, progress_words, removal
from tests.boards import TODAY
from tests.render.drawing import drawn, piped

MARCUS, ANA = Helper("marcus", "Marcus Ojo"), Helper("ana", "Ana Lima")
STEP = StepView(1, "1" * 36, 1, "Shadow the budget round", None, None, None)
BARE = GoalView(
    1,
    "0" * 36,
    "Run a P&L",
    "near",
    None,
    "open",
    None,
    target_on=None,
    added_on=date(2026, 1, 2),
    closed_on=None,
    helpers=(),
    steps=(),
    raised_on=None,
    raising_with=(),
)
WHOLE = BARE._replace(
    id=12,
    title="Own a line [/bold] of the budget of 王小明",
    why="To lead a company",
    target_on=date(2026, 11, 10),
    helpers=(ANA, MARCUS),
    steps=(
        STEP._replace(done_on=date(2026, 11, 3), note="The CFO said yes"),
        STEP._replace(id=2, text="Ask for a line", due_on=date(2026, 11, 20)),
        STEP._replace(id=3, text="Own it", due_on=TODAY),
        STEP._replace(id=14, text="Present it", due_on=date(2027, 1, 4)),
        STEP._replace(id=15, text="Rest"),
    ),
    raised_on=date(2026, 11, 3),
)
LISTED = GoalList(
    (
        WHOLE,
        BARE,
        BARE._replace(
            id=3, title="Speak", horizon="long", status="achieved", closed_on=date(2025, 12, 31)
        ),
    ),
    7,
)


LIST_40 = """\
g12  Own a line [/bold] of the budget of
王小明
  near · Tue 10 Nov, late
  helped by Ana Lima, Marcus Ojo
  1 of 5 steps, last on an agenda
  Tue 3 Nov
g1  Run a P&L
  near
  no steps yet, never on an agenda
g3  Speak
  long · achieved Wed 31 Dec 2025

7 more: boardroom goal list --all
"""
LIST_80 = """\
id   goal                   term  by                        helped by
g12  Own a line [/bold] of  near  Tue 10 Nov, late          Ana Lima, Marcus Ojo
     the budget of 王小明
  1 of 5 steps, last on an agenda Tue 3 Nov
g1   Run a P&L              near
  no steps yet, never on an agenda
g3   Speak                  long  achieved Wed 31 Dec 2025

7 more: boardroom goal list --all
"""
SHOWN_40 = """\
Own a line [/bold] of the budget of
王小明  g12 · near term · open

why        To lead a company
target     Tue 10 Nov 2026 (11 days ago)
progress   1 of 5 steps, last on an
           agenda Tue 3 Nov
helped by  Ana Lima, Marcus Ojo
set on     Fri 2 Jan 2026

Steps

s1  taken Tue 3 Nov
  Shadow the budget round → The CFO said
  yes
s2  by Fri 20 Nov, late
  Ask for a line
s3  by today
  Own it
s14  by Mon 4 Jan 2027
  Present it
s15  open
  Rest
"""
SHOWN_80 = """\
Own a line [/bold] of the budget of 王小明  g12 · near term · open

why        To lead a company
target     Tue 10 Nov 2026 (11 days ago)
progress   1 of 5 steps, last on an agenda Tue 3 Nov
helped by  Ana Lima, Marcus Ojo
set on     Fri 2 Jan 2026

Steps

id   state                what
s1   taken Tue 3 Nov      Shadow the budget round → The CFO said yes
s2   by Fri 20 Nov, late  Ask for a line
s3   by today             Own it
s14  by Mon 4 Jan 2027    Present it
s15  open                 Rest
"""


@pytest.mark.parametrize(("width", "expected"), [(40, LIST_40), (80, LIST_80)])
def test_goals_are_listed_with_target_and_progress(width: int, expected: str) -> None:
    assert drawn(goals_page(LISTED, TODAY, "", "boardroom goal list --all"), width) == expected


@pytest.mark.parametrize(("width", "expected"), [(40, SHOWN_40), (80, SHOWN_80)])
def test_a_goal_is_shown_whole(width: int, expected: str) -> None:
    assert drawn(goal_page(WHOLE, TODAY), width) == expected


def test_a_screen_suggests_what_an_open_goal_lacks() -> None:
    lacking = (
        "No steps yet: boardroom goal step add g1 TEXT --by DATE\n"
        "Nobody helps yet: boardroom goal link g1 WHO\n"
    )

    assert drawn(goal_page(BARE, TODAY), 200).endswith(f"\n\n{lacking}")
    assert piped(goal_page(BARE, TODAY)) == (
        "Run a P&L  g1 · near term · open\n"
        "progress\tno steps yet, never on an agenda\n"
        "set on\tFri 2 Jan 2026\n"
    )


def test_a_closed_goal_says_when_and_is_late_for_nothing() -> None:
    closed = WHOLE._replace(status="dropped", closed_on=date(2026, 11, 12), note="No room for it")

    page = goal_page(closed, TODAY)

    fields = "target\tTue 10 Nov 2026 (11 days ago)\nprogress\t1 of 5 steps\n"
    assert fields in piped(page)
    assert "dropped on\tThu 12 Nov 2026\nnote\tNo room for it\n" in piped(page)
    assert not [
        cell
        for block in page.blocks
        for row in getattr(block, "rows", ())
        for cell in row
        if getattr(cell, "role", "") == "overdue"
    ]


@pytest.mark.parametrize(
    ("goal", "expected"),
    [
        (BARE, "no steps yet, never on an agenda"),
        (WHOLE, "1 of 5 steps, last on an agenda Tue 3 Nov"),
        (
            WHOLE._replace(raising_with=(ANA, MARCUS)),
            "1 of 5 steps, on the agenda with Ana Lima and Marcus Ojo",
        ),
        (
            BARE._replace(steps=(STEP,), raised_on=date(2025, 11, 3)),
            "1 step to take, last on an agenda Mon 3 Nov 2025",
        ),
        (BARE._replace(status="achieved"), ""),
    ],
)
def test_progress_is_the_steps_taken_and_the_last_agenda_day(goal: GoalView, expected: str) -> None:
    assert progress_words(goal, TODAY) == expected


@pytest.mark.parametrize(
    ("along", "expected"),
    [
        (GoalBelongings(0, 0, 0), "This removes g1 (Run a P&L)."),
        (GoalBelongings(3, 1, 0), "This removes g1 (Run a P&L), with 3 steps and 1 link."),
        (
            GoalBelongings(0, 2, 2),
            "This removes g1 (Run a P&L), with 2 links; 2 agenda items stay without it.",
        ),
        (GoalBelongings(0, 0, 1), "This removes g1 (Run a P&L); 1 agenda item stays without it."),
    ],
)
def test_a_removal_says_what_goes_with_a_goal(along: GoalBelongings, expected: str) -> None:
    assert removal(BARE, along) == expected
