"""Plans beside plans: the same again, another on that day or another day, and times that overlap."""

from __future__ import annotations

import shlex

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_on_terminal

UNDO = "boardroom undo takes it back"
PLANS = (
    "SELECT met_on, start_time, minutes, way, place FROM meeting"
    " WHERE status = 'planned' ORDER BY id"
)


@pytest.fixture
def planned(ana_and_marcus: Board) -> Board:
    """A board with a plan with Marcus (2): m1, on Tue 24 Nov at 15:30."""
    ana_and_marcus.meeting(2, "2026-11-24", "planned", start_time="15:30")
    return ana_and_marcus


@pytest.mark.parametrize("when", ["tue 15:30", "24 Nov", "tue 15:30 --for 1h --way Coffee"])
def test_the_same_plan_again_changes_nothing(planned: Board, when: str) -> None:
    before = planned.dump()

    ran = typed("plan", "marcus", *when.split())

    assert ran == Ran(0, "Already planned: m1, coffee with Marcus Ojo, Tue 24 Nov 2026 15:30\n", "")
    assert typed("plan", "marcus", *when.split(), "--json").json["id"] == "m1"
    assert planned.dump() == before
    assert planned.sql("SELECT count(*) FROM operation") == [(0,)]


@pytest.mark.parametrize(
    ("words", "commands", "stored"),
    [
        (
            "tue 15:30 --place 'Blue Bottle'",
            ["meeting edit m1 --place 'Blue Bottle'"],
            ("2026-11-24", "15:30", 60, "coffee", "Blue Bottle"),
        ),
        (
            "tue 15:30-16:00",
            ["meeting edit m1 --for 30m"],
            ("2026-11-24", "15:30", 30, "coffee", None),
        ),
        (
            "tue 9:00-10:30 --way call --for 90m --place Zoom",
            [
                "meeting move m1 Tue 24 Nov 2026 09:00-10:30",
                "meeting edit m1 --way call --place Zoom",
            ],
            ("2026-11-24", "09:00", 90, "call", "Zoom"),
        ),
        (
            "tue 16:00 --for 45m",
            ["meeting move m1 Tue 24 Nov 2026 16:00", "meeting edit m1 --for 45m"],
            ("2026-11-24", "16:00", 45, "coffee", None),
        ),
    ],
)
def test_what_is_new_is_refused_with_commands_that_work(
    planned: Board,
    words: str,
    commands: list[str],
    stored: tuple[object, ...],
) -> None:
    ran = typed("plan", "marcus", *shlex.split(words))

    named = " && ".join(f"boardroom {command}" for command in commands)
    assert (ran.code, f": {named}; to plan a second meeting, add --another." in ran.err) == (
        6,
        True,
    )
    assert [typed(*shlex.split(command)).code for command in commands] == [0] * len(commands)
    assert planned.sql(PLANS) == [stored]
    assert typed("plan", "marcus", *shlex.split(words)).out.startswith("Already planned: m1")


@pytest.mark.usefixtures("planned")
def test_another_time_of_the_day_is_refused_with_the_plan() -> None:
    assert typed("plan", "marcus", "tue", "16:00").err == (
        "That day has a plan with Marcus Ojo already: m1, coffee with Marcus Ojo,"
        " Tue 24 Nov 2026 15:30. To move it: boardroom meeting move m1 Tue 24 Nov 2026 16:00;"
        " to plan a second meeting, add --another.\n"
    )


def test_another_makes_a_second_plan_of_the_day(planned: Board) -> None:
    ran = typed("plan", "marcus", "tue", "16:30", "--another")

    assert (ran.code, ran.err) == (0, "")
    assert len(planned.sql(PLANS)) == 2
    assert typed("plan", "marcus", "tue", "18:00").err.startswith(
        "That day has a plan with Marcus Ojo already: m1, coffee with Marcus Ojo, Tue 24 Nov 2026"
        " 15:30 and m2, coffee with Marcus Ojo, Tue 24 Nov 2026 16:30."
    )


def test_a_terminal_asks_whether_to_move_the_plan(planned: Board) -> None:
    words = ("plan", "marcus", "tue", "16:00", "--place", "Zoom")
    question = (
        "That day has m1, coffee with Marcus Ojo, Tue 24 Nov 2026 15:30. Move m1 there? [y/N] "
    )

    refused = typed_on_terminal(*words, answers="n\n")
    assert refused == Ran(
        5, "", f"{question}Nothing changed. To plan a second meeting, add --another.\n"
    )
    moved = typed_on_terminal(*words, answers="Y\n")
    assert moved == Ran(
        0,
        f"Moved m1: coffee with Marcus Ojo, Tue 24 Nov 2026 16:00 (in 3 days) · {UNDO}\n",
        question,
    )
    assert planned.sql(PLANS) == [("2026-11-24", "16:00", 60, "coffee", "Zoom")]


def test_a_plan_of_another_day_names_those_that_stand(planned: Board) -> None:
    planned.meeting(2, "2026-11-20", "planned")

    ran = typed("plan", "marcus", "fri", "10:00")

    assert ran == Ran(
        0,
        f"Planned m3: coffee with Marcus Ojo, Fri 27 Nov 2026 10:00 (in 6 days) · {UNDO}\n",
        "Also planned: m1, coffee with Marcus Ojo, Tue 24 Nov 2026 15:30"
        " (boardroom meeting move m1 WHEN or boardroom meeting cancel m1)\n",
    )


def test_many_plans_that_stand_are_cut_short(planned: Board) -> None:
    for day in (1, 2, 3, 4):
        planned.meeting(2, f"2026-12-0{day}", "planned")

    lines = typed("plan", "marcus", "fri").err.splitlines()

    assert len(lines) == 4
    assert lines[-1] == "And 2 more: boardroom meeting list marcus"


def test_times_that_overlap_are_said(planned: Board) -> None:
    planned.meeting(2, "2026-11-24", "cancelled", start_time="16:00")

    assert typed("plan", "ana", "tue", "16:00").err == (
        "m3 overlaps m1, coffee with Marcus Ojo, 15:30 to 16:30\n"
    )
    assert typed("meeting", "move", "m3", "tue", "16:30").err == ""
    assert typed("meeting", "edit", "m3", "--at", "15:00").err == (
        "m3 overlaps m1, coffee with Marcus Ojo, 15:30 to 16:30\n"
    )
    assert typed("meeting", "edit", "m3", "--place", "Zoom").err == ""
    assert typed("meeting", "edit", "m3", "--for", "30m").err == ""


def test_a_meeting_of_the_night_before_may_overlap(planned: Board) -> None:
    planned.meeting(2, "2026-11-25", "planned", start_time="23:30", minutes=90)

    assert typed("plan", "ana", "26 Nov", "00:30").err == (
        "m3 overlaps m2, coffee with Marcus Ojo, Wed 25 Nov 2026 23:30 to 01:00\n"
    )


def test_a_log_with_a_time_says_what_it_overlaps(ana_and_marcus: Board) -> None:
    ana_and_marcus.meeting(2, "2026-11-20", start_time="15:30")

    assert typed("log", "ana", "Chat", "--on", "20 Nov 16:00").err == (
        "m2 overlaps m1, coffee with Marcus Ojo, 15:30 to 16:30\n"
    )


def test_a_plan_is_not_moved_onto_the_same_plan(planned: Board) -> None:
    planned.meeting(2, "2026-11-25", "planned")
    message = (
        "The same is planned already: m1, coffee with Marcus Ojo, Tue 24 Nov 2026 15:30."
        " To keep only that: boardroom meeting cancel m2\n"
    )

    assert typed("meeting", "move", "m2", "tue", "15:30") == Ran(6, "", message)
    assert typed("meeting", "edit", "m2", "--on", "tue 15:30") == Ran(6, "", message)
    assert typed("meeting", "move", "m2", "tue").err == (
        "Also planned: m1, coffee with Marcus Ojo, Tue 24 Nov 2026 15:30"
        " (boardroom meeting move m1 WHEN or boardroom meeting cancel m1)\n"
    )
