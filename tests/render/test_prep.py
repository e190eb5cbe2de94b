from __future__ import annotations

from collections.abc import Callable

import pytest

from boardroom.actions.demo_people import ANA, INES, MARCUS, NOOR, PRIYA, TOM
from boardroom.queries.prep import PrepView, prep
from boardroom.render.page import Page
from boardroom.render.prep import prep_page
from boardroom.render.prep_md import prep_markdown
from boardroom.store.file import reading
from tests.boards import TODAY, Board
from tests.render.drawing import drawn, piped

Golden = Callable[[str, str], None]
SCREEN_LINES = 24
NOTES = (
    "He would introduce me to Dana.\n\n"
    "Read the 10-K first. Then ask whom the CFO listens to, and why the pilot in the north was"
    " stopped twice.\nCall him."
)


def brief(board: Board, advisor_id: int, *, last: int = 2) -> PrepView:
    with reading(board.path) as connection:
        return prep(connection, advisor_id, today=TODAY, notes_count=last)


def faces(page: Page) -> str:
    shown = [f"{f'── {width} columns ':─<{width}}\n{drawn(page, width)}" for width in (40, 80, 120)]
    return "".join([*shown, f"{'── piped ':─<80}\n{piped(page)}"])


@pytest.fixture
def typical(board: Board) -> int:
    """An advisor of half a year, with something in every section; returns the row id."""
    marcus = board.advisor(
        seat="Finance",
        title="CFO",
        org="Northgate Foods",
        how_met="Alumni dinner",
        strengths=["P&L", "pricing"],
        their_goals="A second board seat",
    )
    board.agreement(marcus)
    board.meeting(marcus, "2026-09-21", notes=NOTES)
    board.meeting(
        marcus,
        "2026-10-24",
        notes="The budget round is where decisions are made. Ask to shadow it.",
        private=True,
    )
    board.meeting(marcus, "2026-11-24", "planned", start_time="15:30", place="Blue Bottle")
    goal_id = board.goal("Run a P&L", marcus, target_on="2027-06-01")
    board.goal_step(goal_id, "Shadow the budget round", due_on="2026-11-10", done_on="2026-11-12")
    board.goal_step(goal_id, "Own one line of it", due_on="2027-01-15")
    board.goal("Speak at a conference", marcus)
    board.item(marcus, "How do I get exposure to a P&L?", goal_id=goal_id)
    board.item(marcus, "Read my deck?")
    board.item(marcus, "The pilot is live in two stores")
    board.advice(
        marcus,
        "Ask to shadow the budget round",
        status="worked",
        outcome="The CFO said yes",
        outcome_on="2026-11-12",
    )
    board.advice(marcus, "Say less", status="trying", outcome_on="2026-11-01", meeting_id=2)
    board.promise(marcus, "Send the revised deck", due_on="2026-11-16")
    board.promise(marcus, "Thank Marcus", due_on="2026-11-21", meeting_id=2)
    board.promise(marcus, "Introduce Dana Reyes", by_whom="them", due_on="2026-11-20")
    board.promise(marcus, "Come to the store opening")
    board.exchange(marcus, "given", on="2026-06-03")
    board.exchange(marcus, "received", on="2026-10-24")
    board.exchange(
        marcus, "received", on="2026-10-24", kind="introduction", person="Dana Reyes", private=False
    )
    board.prospect("Dana Reyes", since="2026-11-02")
    return marcus


def test_a_typical_brief_looks_as_it_did(board: Board, typical: int, golden: Golden) -> None:
    golden("prep", faces(prep_page(brief(board, typical))))


def test_a_typical_brief_fits_one_screen_with_the_prompt(board: Board, typical: int) -> None:
    page = prep_page(brief(board, typical))

    screen = drawn(page, 80, SCREEN_LINES)

    assert screen.count("\n") < SCREEN_LINES
    assert "hopes: a seat…\n" in screen
    assert "hopes: a seat at\n             the table; boundaries: no weekends\n" in drawn(
        page, 80, 40
    )


def test_notes_that_do_not_fit_lose_the_command_that_shows_them(board: Board, typical: int) -> None:
    page = prep_page(brief(board, typical))

    assert "(boardroom meeting show m1)" not in drawn(page, 80, SCREEN_LINES)
    assert "(boardroom meeting show m1)" in drawn(page, 80, 40)


def test_everybody_of_the_demonstration_fits_one_screen(board: Board, golden: Golden) -> None:
    board.lay_demo()
    screens = [
        drawn(prep_page(brief(board, row_id)), 80, SCREEN_LINES)
        for row_id in (ANA, MARCUS, TOM, PRIYA, INES, NOOR)
    ]

    golden("prep-demo", "─\n".join(screens))
    assert max(screen.count("\n") for screen in screens) < SCREEN_LINES


def test_a_screen_has_the_first_promises_and_a_pipe_all(
    board: Board,
) -> None:
    marcus = board.advisor()
    for number in range(1, 8):
        board.promise(marcus, f"Send part {number}", due_on=f"2026-12-0{number}")

    page = prep_page(brief(board, marcus))

    last = "p5 you: Send part 5 (by Sat 5 Dec)"
    assert f"{last}\n            and 2 more: boardroom promise list marcus\n" in drawn(page, 80)
    assert "p6" not in drawn(page, 80)
    assert "promises\tp7\tyou: Send part 7 (by Mon 7 Dec)\n" in piped(page)


def test_a_screen_has_the_first_advice_to_report_back_and_a_pipe_all(board: Board) -> None:
    marcus = board.advisor()
    for number in range(1, 8):
        tried = {"status": "worked", "outcome": "Yes", "outcome_on": "2026-11-20"}
        board.advice(marcus, f"Try part {number}", given=f"2026-11-0{number}", **tried)

    page = prep_page(brief(board, marcus))

    last = "v3 Try part 3 → Yes (worked)"
    assert f"{last}\n             and 2 more: boardroom advice list marcus\n" in drawn(page, 80)
    assert "v2" not in drawn(page, 80)
    assert "report back\tv1\tTry part 1 → Yes (worked)\n" in piped(page)


def test_the_brief_as_markdown_looks_as_it_did(board: Board, typical: int, golden: Golden) -> None:
    board.put("DELETE FROM confidential_period")  # the meeting marked private still is

    text, left_out = prep_markdown(brief(board, typical))

    golden("prep-md", text)
    assert left_out == (
        "Left out as private: 1 piece of advice, 1 promise and 1 meeting's notes."
        " Nothing is left out with --include-private."
    )


def test_a_brief_under_a_confidential_agreement_keeps_days_counts_and_goals(
    board: Board, typical: int, golden: Golden
) -> None:
    text, left_out = prep_markdown(brief(board, typical))

    golden("prep-md-confidential", text)
    assert left_out == (
        "Left out as private: the text of the agreement, 3 agenda items, 2 pieces of advice, 4 promises,"
        " 1 meeting's place and 2 meetings' notes. Nothing is left out with --include-private."
    )


def test_markdown_is_whole_if_nothing_is_private(board: Board) -> None:
    marcus = board.advisor("[x] *Marcus*", seat="# Finance")
    board.item(marcus, "- <b>Budget</b>")

    assert prep_markdown(brief(board, marcus)) == (
        r"""# \[x] \*Marcus\* · \# Finance

Brief of Saturday 21 November 2026

## Meet

- nothing is planned

## Last met

- never yet

## Agreed

- nothing yet; agree on hopes, how often, until when and what stays confidential

## Agenda

- a1 · \- \<b>Budget\</b>

## Give, take

- nothing given or got in six months
""",
        "",
    )


def test_several_private_records_are_counted(board: Board) -> None:
    marcus = board.advisor()
    for on in ("2026-10-01", "2026-11-01"):
        meeting_id = board.meeting(marcus, on, notes="Between us", private=True)
        board.promise(marcus, meeting_id=meeting_id)
        board.advice(marcus, status="trying", outcome_on="2026-11-02", meeting_id=meeting_id)
        board.exchange(marcus, "received", meeting_id=meeting_id)
    board.exchange(marcus, "given", on="2026-11-20")

    text, left_out = prep_markdown(brief(board, marcus))

    assert left_out == (
        "Left out as private: 2 pieces of advice, 2 promises and 2 meetings' notes."
        " Nothing is left out with --include-private."
    )
    assert [word for word in ("Between us", "Send the deck", "Shadow") if word in text] == []
    assert "- you gave 1, got 2 this month\n" in text


@pytest.mark.parametrize(
    ("until", "focus", "text"),
    [
        (
            "2026-11-20",
            (),
            (
                "ended Fri 20 Nov 2026; confidential; hopes: a seat at the table;"
                " boundaries: no weekends"
            ),
        ),
        (
            None,
            ("pricing",),
            (
                "pricing; open-ended (boardroom agreement set marcus --until DATE); confidential;"
                " hopes: a seat at the table; boundaries: no weekends"
            ),
        ),
    ],
)
def test_an_agreement_says_what_it_holds(
    board: Board, until: str | None, focus: tuple[str, ...], text: str
) -> None:
    marcus = board.advisor()
    board.agreement(marcus, until=until, focus=focus)

    assert f"agreed\t\t{text}\n" in piped(prep_page(brief(board, marcus)))


@pytest.mark.parametrize(("until", "is_said"), [("2026-11-21", True), ("2026-11-22", False)])
def test_on_the_day_an_agreement_ends_its_brief_says_what_came_of_it(
    board: Board, until: str, *, is_said: bool
) -> None:
    marcus = board.advisor()
    board.agreement(marcus, until=until)
    board.advice(marcus, given="2026-10-01", status="worked", outcome="Got it")

    lines = piped(prep_page(brief(board, marcus))).splitlines()

    assert (
        "came of it\t\tworked: v1 Shadow the budget round (none reported back)" in lines
    ) is is_said


def test_the_text_of_an_agreement_is_marked_once_its_confidentiality_ended(board: Board) -> None:
    marcus = board.advisor()
    board.agreement(marcus, focus=())
    board.put("UPDATE confidential_period SET until_on = '2026-11-20'")

    page = prep_page(brief(board, marcus))

    text = "until Tue 1 Jun 2027; hopes: a seat at the table; boundaries: no weekends (private)"
    assert f"agreed\t\t{text}\n" in piped(page)


def test_an_agreement_on_nothing_with_a_former_advisor_says_its_day(board: Board) -> None:
    marcus = board.advisor()
    board.agreement(marcus, until=None, focus=(), confidential=False)
    board.put("UPDATE agreement SET hopes = NULL, boundaries = NULL")
    board.step(marcus, "alumni", "2026-11-01")

    assert "agreed\t\ton Sat 10 Jan 2026\n" in piped(prep_page(brief(board, marcus)))


def test_a_long_text_is_cut_on_a_screen_and_whole_in_a_pipe(board: Board) -> None:
    marcus = board.advisor(their_goals="g" * 300)
    board.item(marcus, "word " * 50)
    board.meeting(marcus, "2026-11-01", notes="n" * 200)
    page = prep_page(brief(board, marcus))

    shown = drawn(page, 1000)

    assert f"a1 {' '.join(['word'] * 40)}…\n" in shown
    assert f"Sun 1 Nov: {'n' * 90}… (boardroom meeting show m1)\n" in shown
    assert f"nothing given or got in six months; their goals: {'g' * 151}…\n" in shown
    assert f"notes\tm1\tSun 1 Nov: {'n' * 200}\n" in piped(page)


def test_an_achieved_goal_is_said_to_be_so(board: Board) -> None:
    noor = board.prospect("Noor")
    board.goal("Run a P&L", noor, status="achieved", closed_on="2026-11-20", target_on="2027-01-01")
    board.goal("Speak", noor)

    assert "goals\tg2\tSpeak: never on an agenda\ngoals\tg1\tRun a P&L: achieved\n" in piped(
        prep_page(brief(board, noor))
    )


@pytest.mark.parametrize(
    ("what", "on", "yearly", "line"),
    [
        (
            "board exam",
            "2026-10-20",
            False,
            "ask how the board exam went (Tue 20 Oct, 32 days ago)",
        ),
        (
            "Her board exam",
            "2026-11-20",
            False,
            "ask how Her board exam went (Fri 20 Nov, yesterday)",
        ),
        ("board exam", "2026-11-21", False, "board exam today: wish them luck"),
        ("board exam", "2026-11-28", False, "board exam (Sat 28 Nov, in 7 days)"),
        ("birthday", "1980-11-18", True, "wish them well, late: birthday (Wed 18 Nov, 3 days ago)"),
        ("birthday", "1980-12-24", True, "birthday (Thu 24 Dec, in 33 days)"),
    ],
)
def test_an_occasion_since_or_ahead_is_in_the_brief(
    board: Board, what: str, on: str, yearly: bool, line: str
) -> None:
    ana = board.advisor("Ana Lima")
    board.occasion(ana, what, on=on, yearly=yearly)

    assert f"\noccasions\to1\t{line}\n" in piped(prep_page(brief(board, ana)))


def test_a_screen_has_three_occasions_and_names_the_list(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    for number in range(5):
        board.occasion(ana, f"exam {number}", on=f"2026-11-1{number}")

    shown = drawn(prep_page(brief(board, ana)), 80)

    assert (
        "exam 2" in shown,
        "exam 3" in shown,
        "and 2 more: boardroom occasion list ana" in shown,
    ) == (
        True,
        False,
        True,
    )


def test_a_brief_to_share_leaves_out_private_occasions(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    board.occasion(ana, "knee operation", private=True)

    text, left_out = prep_markdown(brief(board, ana))

    assert ("knee" in text, left_out) == (
        False,
        "Left out as private: 1 occasion. Nothing is left out with --include-private.",
    )


@pytest.mark.parametrize(
    ("kind", "met", "is_asked"),
    [("formal", None, True), ("formal", "2026-11-01", False), ("informal", None, False)],
)
def test_before_the_first_meeting_of_a_formal_relationship_it_says_to_ask_how_it_should_develop(
    board: Board, kind: str, met: str | None, is_asked: bool
) -> None:
    ana = board.advisor("Ana Lima", kind=kind)
    if met:
        board.meeting(ana, met)

    text = piped(prep_page(brief(board, ana)))

    assert ("ask\t\thow would you like this to develop, and" in text) == is_asked
