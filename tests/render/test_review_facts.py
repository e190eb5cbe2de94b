from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from boardroom.queries.review_facts import AdvisorFacts, FactsView, review_facts
from boardroom.render.page import Page, Prose
from boardroom.render.review_facts import facts_page
from boardroom.render.review_facts_record import facts_json
from boardroom.rules.board_gaps import SharedPerspective
from boardroom.rules.review_facts import BoardFacts, Facts, GoalWithoutHelp, facts_to_json
from boardroom.store.file import reading
from tests.boards import TODAY, Board
from tests.pages import PAGES
from tests.render.drawing import piped
from tests.render.test_screens import faces, on_terminal

FROM = date(2026, 5, 22)
LACKING = (
    (GoalWithoutHelp("g2", "Speak"), GoalWithoutHelp("g3", "Write")),
    (SharedPerspective("industry", "food"),),
    ("tom",),
)
ADVISOR_LINES = {80: 12, 40: 15}
"""By the width of a screen, how many lines one advisor's facts may take, heading included."""


@pytest.fixture
def half_year(board: Board) -> FactsView:
    """Half a year with five people: one joined in summer, one was paused, one parted with."""
    marcus = board.advisor(seat="Finance", joined="2025-04-09")
    ana = board.advisor("Ana Lima", seat="Truth-teller", joined="2025-11-01", window="3-5w")
    priya = board.advisor("Priya Nair", seat="Engineering", joined="2026-01-10")
    ines = board.advisor("Inês Duarte", seat="Career", joined="2025-04-01")
    board.review(marcus, ana, priya, ines, on="2026-05-21", of_board=True)
    dana = board.advisor("Dana Reyes", seat="Outside view", joined="2026-08-12")
    met = {
        marcus: (
            "2026-05-10",
            "2026-06-08",
            "2026-07-20",
            "2026-09-21",
            "2026-09-24",
            "2026-11-05",
        ),
        ana: ("2026-05-15", "2026-06-12", "2026-07-14", "2026-08-14", "2026-09-18", "2026-10-16"),
        priya: ("2026-05-04", "2026-06-10", "2026-11-13"),
        ines: ("2026-05-01", "2026-06-30"),
        dana: ("2026-08-20", "2026-09-30", "2026-11-04"),
    }
    for who, days in met.items():
        for day in days:
            board.meeting(who, day, minutes=30 if who == dana else 60)
    board.step(priya, "paused", "2026-07-01")
    board.step(priya, "active", "2026-10-10")
    board.step(ines, "alumni", "2026-06-30")
    for who, status, count in (
        (marcus, "covered", 9),
        (marcus, "dropped", 1),
        (ana, "covered", 12),
        (dana, "covered", 3),
    ):
        for _ in range(count):
            board.item(who, added="2026-06-02", status=status, closed_on=date(2026, 9, 18))
    for who in (marcus, marcus, priya):
        board.item(who)
    board.advice(marcus, given="2026-03-01", status="trying", outcome_on="2026-04-01")
    for status, reported_on in (
        ("new", None),
        ("trying", None),
        ("worked", "2026-09-24"),
        ("worked", None),
        ("did_not_work", "2026-11-05"),
    ):
        board.advice(
            marcus,
            given="2026-06-08",
            status=status,
            **{}
            if reported_on is None
            else {"outcome_on": "2026-08-01", "reported_on": reported_on},
        )
    board.advice(ana, given="2026-10-16")
    for due, done in (
        ("2026-06-20", "2026-06-20"),
        ("2026-07-01", "2026-07-04"),
        ("2026-08-01", "2026-07-30"),
        ("2026-11-16", None),
    ):
        board.promise(
            marcus, made="2026-06-08", due_on=due, **{} if done is None else {"done_on": done}
        )
    board.promise(marcus, by_whom="them", made="2026-09-21", done_on="2026-10-01")
    board.promise(ana, by_whom="them", made="2026-09-18", due_on="2026-10-18")
    for who, direction in (
        (marcus, "given"),
        (marcus, "received"),
        (marcus, "received"),
        (ana, "received"),
        (dana, "given"),
    ):
        board.exchange(who, direction, on="2026-08-14")
    goal_id = board.goal("Run a P&L", marcus, ana)
    board.goal_step(goal_id, "Shadow the budget round", done_on="2026-08-20")
    board.goal_step(goal_id, "Own one line of it", done_on="2026-10-02")
    board.goal("Find a second sponsor for the pilot in the north")
    board.goal("Speak at a conference", ana, status="achieved", closed_on="2026-10-20")
    with reading(board.path) as connection:
        return review_facts(connection, today=TODAY)


def test_the_facts_of_half_a_year_look_like_this(
    half_year: FactsView, golden: Callable[[str, str], None]
) -> None:
    golden("facts", faces(facts_page(half_year)))


@pytest.mark.parametrize("width", ADVISOR_LINES)
def test_facts_leave_room_for_the_questions(half_year: FactsView, width: int) -> None:
    pages = [
        facts_page(half_year._replace(advisors=(advisor,), board=None, diversity=None))
        for advisor in half_year.advisors
    ]

    heights = [on_terminal(page, width).count("\n") for page in pages]

    assert [height for height in heights if height > ADVISOR_LINES[width]] == []


def test_json_names_every_fact() -> None:
    facts = Facts(
        FROM,
        TODAY,
        "4-6w",
        184,
        5,
        300,
        (1, 0, None, 2),
        5,
        4,
        63,
        7,
        12,
        2,
        1,
        6,
        4,
        3,
        2,
        1,
        4,
        1,
        3,
        2,
        8,
        7,
        6,
        5,
        9,
        10,
        11,
        13,
    )
    view = FactsView(
        TODAY,
        (AdvisorFacts("marcus", "Marcus Ojo", "Finance", facts),),
        BoardFacts(FROM, TODAY, 4, 3, 5, 20, 1230, 63, "marcus", *LACKING),
    )

    assert facts_json(view) == {
        "schema": "boardroom.facts/1",
        "as_of": "2026-11-21",
        "advisors": [
            {
                "advisor": "marcus",
                "from_on": "2026-05-22",
                "until_on": "2026-11-21",
                "window": "4-6w",
                "active_days": 184,
                "meetings_count": 5,
                "minutes_total": 300,
                "weekly_meetings_counts": [1, 0, None, 2],
                "gaps_count": 5,
                "gaps_within_count": 4,
                "gaps_within_share_percent": 80,
                "longest_gap_days": 63,
                "meetings_called_off_count": 7,
                "agenda_asked_count": 12,
                "agenda_open_count": 2,
                "agenda_dropped_count": 1,
                "advice_given_count": 6,
                "advice_tried_count": 4,
                "advice_worked_count": 3,
                "advice_reported_count": 2,
                "advice_untold_before_count": 1,
                "promises_mine_kept_count": 4,
                "promises_mine_late_count": 1,
                "promises_mine_open_count": 3,
                "promises_mine_overdue_count": 2,
                "promises_theirs_kept_count": 8,
                "promises_theirs_late_count": 7,
                "promises_theirs_open_count": 6,
                "promises_theirs_overdue_count": 5,
                "given_count": 9,
                "received_count": 10,
                "steps_taken_count": 11,
                "goals_achieved_count": 13,
                "agreed": None,
            }
        ],
        "board": {
            "from_on": "2026-05-22",
            "until_on": "2026-11-21",
            "seats_taken_count": 4,
            "seats_fewest_count": 3,
            "seats_most_count": 5,
            "meetings_count": 20,
            "minutes_total": 1230,
            "longest_gap_days": 63,
            "longest_gap_advisor": "marcus",
            "goals_without_help": [
                {"id": "g2", "title": "Speak", "private": False},
                {"id": "g3", "title": "Write", "private": False},
            ],
            "perspectives_alike": [{"dimension": "industry", "value": "food"}],
            "idle_advisors": ["tom"],
        },
        "perspectives": [],
    }


def test_the_page_of_the_review_explains_every_fact() -> None:
    explained = set(
        re.findall(r"`(\w+)`", PAGES["docs/review.md"].partition("## The facts of a review")[2])
    )

    assert {
        *facts_to_json(Facts(FROM, TODAY, "4-6w")),
        *facts_to_json(BoardFacts(None, TODAY, 0, 3, 5)),
    } - explained == set()


def test_a_pipe_gets_a_row_for_each_fact_named_as_in_json() -> None:
    facts = Facts(FROM, TODAY, "4-6w", weekly_meetings_counts=(0, None, 2))
    view = FactsView(
        TODAY,
        (AdvisorFacts("marcus", "Marcus Ojo", None, facts),),
        BoardFacts(FROM, TODAY, 1, 3, 5)._replace(
            goals_without_help=LACKING[0], perspectives_alike=LACKING[1], idle_advisors=LACKING[2]
        ),
    )

    rows = piped(facts_page(view)).splitlines()

    assert rows[:8] == [
        "marcus\tfrom_on\t2026-05-22",
        "marcus\tuntil_on\t2026-11-21",
        "marcus\twindow\t4-6w",
        "marcus\tactive_days\t0",
        "marcus\tmeetings_count\t0",
        "marcus\tminutes_total\t0",
        "marcus\tweekly_meetings_counts\t0,,2",
        "marcus\tgaps_count\t0",
    ]
    assert rows[-6:] == [
        "\tlongest_gap_days\t",
        "\tlongest_gap_advisor\t",
        "\tgoals_without_help\tg2: Speak",
        "\tgoals_without_help\tg3: Write",
        "\tperspectives_alike\tindustry: food",
        "\tidle_advisors\ttom",
    ]
    assert list(dict.fromkeys(row.partition("\t")[2].partition("\t")[0] for row in rows)) == [
        *(key for key in facts_json(view)["advisors"][0] if key not in ("advisor", "agreed")),
        *(key for key in facts_json(view)["board"] if key not in facts_json(view)["advisors"][0]),
    ]


def test_an_empty_board_says_how_to_begin() -> None:
    page = facts_page(FactsView(TODAY, (), BoardFacts(None, TODAY, 0, 3, 5)))

    assert page == Page(
        (Prose('Nobody is on the board yet. Start with: boardroom advisor add "NAME"'),), ()
    )
