from __future__ import annotations

import re

import pytest

from boardroom.cli.review.questions import QUESTIONS
from boardroom.cli.review.yourself import SELF_QUESTIONS, SelfQuestion
from tests.boards import Board
from tests.cli.reviewing import (
    ANA,
    FINAL,
    NEVER_MET,
    NEXT,
    OPEN,
    SKIPPED,
    UNSAID,
    YOURSELF,
    lines,
    stored_answers,
)
from tests.cli.typed import typed, typed_on_terminal

pytestmark = pytest.mark.usefixtures("plain_screen")


def test_it_asks_about_each_advisor_then_the_board_then_a_yes(ana_and_marcus: Board) -> None:
    ran = typed_on_terminal(
        "review",
        answers=lines(*ANA, *SKIPPED, "a", "6-8w", *UNSAID, "Has run a P&L", "must", "", "y"),
    )

    assert (ran.code, ran.err) == (
        0,
        (
            "Ana Lima and Marcus Ojo, then the board. Each answer is saved at once. Enter\n"
            "skips a question but for the decision, ? explains it, b goes back, q quits; you\n"
            "can continue any day.\n\n"
            f"Ana Lima  Truth-teller · 1 of 2\n{NEVER_MET}{OPEN}\n"
            f"Marcus Ojo  2 of 2\n{NEVER_MET}{OPEN}The new window, like 6-8w? \n"
            "The board\n\n"
            "seats        2 taken of 3-5\n"
            "since        Sat 10 Jan, 316 days\n"
            "met          no meetings\n"
            "longest gap  315 days, Ana Lima\n\n"
            "they differ  nothing noted yet:\n"
            "             boardroom advisor edit WHO --perspective organisation=outside\n\n"
            f"{YOURSELF}{NEXT}A criterion for the next advisor? [must/nice/no] {NEXT}\n"
            "Summary\n\n"
            "            value  chemistry  trust  fits next  decision\n"
            "Ana Lima    4      5          3      yes        keep\n"
            "Marcus Ojo                                      adjust to 6-8w\n\n"
            "What changes from here\n\n"
            "Marcus Ojo  window 6-8w (was 4-6w)\n"
            "look for    must-have: Has run a P&L\n\n"
            f"{FINAL}"
        ),
    )
    assert ran.out == (
        "Completed r1: kept Ana Lima, Marcus Ojo's window is 6-8w now; looking for c1 · boardroom"
        " undo takes it back\n"
    )
    assert stored_answers(ana_and_marcus) == [
        ("ana", 4, 5, 3, 1, "Asks good questions", "keep", None, None),
        ("marcus", None, None, None, None, None, "adjust", "6-8w", None),
    ]
    assert ana_and_marcus.sql("SELECT text, must FROM criterion") == [("Has run a P&L", 1)]


def test_one_undo_reopens_it_with_its_answers(ana_and_marcus: Board) -> None:
    typed_on_terminal(
        "review", answers=lines(*ANA, *SKIPPED, "part", *UNSAID, "must: has run a P&L", "", "n")
    )
    before = ana_and_marcus.dump()
    assert typed_on_terminal("review", answers=lines("", "y")).code == 0
    assert ana_and_marcus.sql("SELECT count(*) FROM criterion") == [(1,)]

    assert typed("undo").code == 0

    assert ana_and_marcus.dump() == before


def test_only_answers_are_stored_before_the_yes(ana_and_marcus: Board) -> None:
    before = ana_and_marcus.dump()

    ran = typed_on_terminal(
        "review",
        answers=lines(*ANA, *SKIPPED, "pause", "1 Mar", *UNSAID, "must: has run a P&L", "", "n"),
    )

    assert (ran.code, ran.out) == (
        0,
        "Left r1, 2 of 2 done; your answers are saved. Continue any day with: boardroom review\n",
    )
    after = ana_and_marcus.dump()
    assert {table for table, rows in after.items() if rows != before[table]} == {
        "review",
        "review_answer",
    }
    assert stored_answers(ana_and_marcus)[1] == (
        "marcus",
        None,
        None,
        None,
        None,
        None,
        "pause",
        None,
        "2027-03-01",
    )


EVERYBODY = [question for question in QUESTIONS if not question.of_outcome]


@pytest.mark.parametrize("number", range(len(EVERYBODY)))
@pytest.mark.usefixtures("ana_and_marcus")
def test_a_question_explains_itself(number: int) -> None:
    answers = [
        *ANA[: min(number, 5)],
        *(
            ("adjust",)
            if EVERYBODY[number].decision == "adjust"
            else ("pause",)
            if number == 7
            else ()
        ),
    ]

    err = typed_on_terminal("review", answers=lines(*answers, "?", "q")).err

    question, why = EVERYBODY[number].text, " ".join(EVERYBODY[number].why.split())
    assert " ".join(err.split()).endswith(f"{question} {why} {question}")


@pytest.mark.parametrize(
    ("answers", "wrong", "sentence"),
    [
        ((), "7", "'7' is not a rating. Use a whole number from 1 to 5; 5 is the best."),
        (ANA[:3], "perhaps", "'perhaps' is neither yes nor no. Use yes or no."),
        (
            ANA[:4],
            "a\0b",
            (
                "The note can't contain a NUL character. Remove it; it often comes from a file"
                " that is not text."
            ),
        ),
        (ANA[:5], "", "The review can't be completed without this answer. ? explains it."),
        (ANA[:5], "pa", "'pa' could be pause or part. Use one of keep, adjust, pause, part."),
        (
            (*ANA[:5], "adjust"),
            "often",
            "'often' is not a window. Write it like 4-6w, 6-12m or 6w.",
        ),
        (
            (*ANA[:5], "adjust"),
            "",
            "The review can't be completed without this answer. ? explains it.",
        ),
        (
            (*ANA[:5], "pause"),
            "yesterday",
            "Fri 20 Nov 2026 is not in the future, so the pause can't end then. Use a later day.",
        ),
        ((*ANA[:5], "pause"), "soon", "'soon' is not a date."),
    ],
)
@pytest.mark.usefixtures("ana_and_marcus")
def test_an_invalid_answer_is_explained_and_asked_for_again(
    answers: tuple[str, ...], wrong: str, sentence: str
) -> None:
    err = " ".join(typed_on_terminal("review", answers=lines(*answers, wrong, "q")).err.split())

    asked, _, again = err.partition(sentence)
    assert again
    assert asked.rpartition("? ")[0].endswith(again.rpartition("?")[0].rpartition(". ")[2].strip())


def test_each_question_shows_the_last_answer(
    ana_and_marcus: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed_on_terminal(
        "review",
        answers=lines(*ANA, *SKIPPED, "adjust", "6-8w", *UNSAID, "nice: lives near", "", "y"),
    )
    monkeypatch.setenv("BOARDROOM_TODAY", "2027-05-22")

    ran = typed_on_terminal(
        "review", answers=lines("5", "5", "", "n", "", "keep", *SKIPPED, "keep", *UNSAID, "", "n")
    )

    assert "Ana Lima  Truth-teller · 1 of 2 · last reviewed Sat 21 Nov 2026\n" in ran.err
    questions = (
        "Value, 1-5? (last 4) Chemistry, 1-5? (last 5) Trust, 1-5? (last 3) Fits your next six"
        " months, y/n? (last yes)"
        " A note? (last “Asks good questions”) Decision: keep, adjust, pause or part? (last keep)"
        " \n"
    )
    assert questions in ran.err
    assert "A note? Decision: keep, adjust, pause or part? (last adjust to 6-8w) \n" in ran.err
    assert "Last time you looked for: nice: lives near\n" in ran.err
    assert ran.err.endswith(f"""\
Summary  beside the review of Sat 21 Nov 2026

            value      chemistry  trust         fits next     decision
Ana Lima    5 (was 4)  5 (same)   open (was 3)  no (was yes)  keep
Marcus Ojo                                                    keep

What changes from here

Nothing changes: everybody stays as they are.

{FINAL}""")
    assert stored_answers(ana_and_marcus)[0] == (
        "ana",
        4,
        5,
        3,
        1,
        "Asks good questions",
        "keep",
        None,
        None,
    )


def test_a_name_before_the_yes_asks_about_them_again(ana_and_marcus: Board) -> None:
    ran = typed_on_terminal(
        "review",
        answers=lines(
            *ANA,
            *SKIPPED,
            "adjust",
            "8w",
            *UNSAID,
            "",
            "zoe",
            "mar",
            "3",
            "",
            "",
            "",
            "",
            "pause",
            "1 Mar",
            "ana",
            "-",
            "",
            "",
            "",
            "-",
            "",
            "y",
        ),
    )

    assert "'zoe' is neither yes nor no, nor in this review: ana or marcus.\n" in ran.err
    assert "Value, 1-5? (now 4) Chemistry, 1-5? (now 5)" in ran.err
    assert (
        "Decision: keep, adjust, pause or part? (now adjust to 8w)"
        " Paused until when, like 1 Mar or in 3m? Mon 1 Mar 2027 (in 100 days).\n" in ran.err
    )
    assert stored_answers(ana_and_marcus) == [
        ("ana", None, 5, 3, 1, None, "keep", None, None),
        ("marcus", 3, None, None, None, None, "pause", None, "2027-03-01"),
    ]


def test_an_early_review_says_when_it_is_due(board: Board) -> None:
    board.advisor("Ana Lima", joined="2026-10-01")

    err = typed_on_terminal("review", answers="").err

    assert err.startswith(
        "Ana Lima, then the board. It is early: due from Thu 1 Apr 2027. Each answer "
    )


def test_a_line_marked_as_a_criterion_becomes_one_once(
    ana_and_marcus: Board,
) -> None:
    ana_and_marcus.criterion("Lives near", must=False)

    ran = typed_on_terminal(
        "review",
        answers=lines(
            *SKIPPED,
            "keep",
            *SKIPPED,
            "keep",
            *UNSAID,
            "must: has run a P&L",
            "nice-to-have: lives NEAR",
            "Kind",
            "yes",
            "",
            "?",
            "",
            "y",
        ),
    )

    assert "'yes' is not a kind of criterion. Use must, nice or no.\n" in ran.err
    assert ana_and_marcus.sql("SELECT text, must FROM criterion") == [
        ("Lives near", 0),
        ("has run a P&L", 1),
    ]
    assert ana_and_marcus.sql("SELECT board_note FROM review") == [
        ("must: has run a P&L\nnice-to-have: lives NEAR\nKind",)
    ]


def test_an_invalid_line_is_asked_for_again(ana_and_marcus: Board) -> None:
    ran = typed_on_terminal(
        "review",
        answers=lines(*SKIPPED, "keep", *SKIPPED, "keep", *UNSAID, "a\0b", "Kind", "", "", "y"),
    )

    assert f"{NEXT}The note can't contain a NUL character." in ran.err
    assert ana_and_marcus.sql("SELECT board_note FROM review") == [("Kind",)]


@pytest.mark.parametrize("width", [80, 40])
def test_the_questions_about_one_advisor_fit_a_screen(
    board: Board, monkeypatch: pytest.MonkeyPatch, width: int
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(width))
    ana = board.advisor("Ana Lima", seat="Truth-teller", joined="2025-01-10")
    for day in ("2026-05-10", "2026-06-08", "2026-07-20", "2026-11-05"):
        board.meeting(ana, day, minutes=50)
    for whom in ("me", "them"):
        board.promise(ana, by_whom=whom, made="2026-06-01", due_on="2026-06-20")
        board.promise(
            ana, by_whom=whom, made="2026-06-01", due_on="2026-06-20", done_on="2026-07-01"
        )
    answers = (
        "4",
        "5",
        "3",
        "y",
        "Asks good questions, and tells me what nobody else would",
        "adjust",
        "6-8w",
    )
    typed_on_terminal("review", answers=lines(*answers, *UNSAID, "", "y"))
    monkeypatch.setenv("BOARDROOM_TODAY", "2027-05-22")

    err = typed_on_terminal("review", answers=lines(*answers, "q")).err

    section = err[err.index("Ana Lima", err.index("any")) : err.index("The board")]
    shown = re.sub(r"\x1b\[\dm", "", section).splitlines()
    assert len(shown) + section.count("? ") <= (24 if width == 80 else 32)
    assert all(len(line) <= width for line in shown if "?" not in line)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (
            [],
            2,
            (
                "The review asks its questions on a terminal, and there is none."
                " Use --facts to print the facts, and --answers FILE to answer."
            ),
        ),
        (["--advisor", "zoe"], 2, None),
        (["--list", "--facts"], 2, "--facts and --list can't go together. Leave one of them out."),
        (
            ["--show", "r1", "--advisor", "ana"],
            2,
            "--show and --advisor can't go together. Leave one of them out.",
        ),
    ],
)
@pytest.mark.usefixtures("ana_and_marcus")
def test_an_impossible_call_is_one_sentence(
    words: list[str], code: int, sentence: str | None
) -> None:
    ran = typed("review", *words)

    assert (ran.code, ran.out) == (code, "")
    assert sentence is None or ran.err == f"{sentence}\n"


def test_an_inactive_person_is_not_reviewed(ana_and_marcus: Board) -> None:
    ana_and_marcus.step(2, "paused", "2026-11-01")

    assert typed_on_terminal("review", "--advisor", "marcus", answers="") == (
        6,
        "",
        (
            "Marcus Ojo is not an active advisor, so there is nothing to review. See their\nstatus with:\nboardroom advisor show marcus\n"
        ),
    )


@pytest.mark.usefixtures("empty_board")
def test_an_empty_board_has_nobody_to_review() -> None:
    assert typed_on_terminal("review", answers="") == (
        6,
        "",
        (
            "There are no active advisors, so there is nothing to review. Start with:\n"
            'boardroom advisor add "NAME"\n'
        ),
    )


@pytest.mark.usefixtures("ana_and_marcus")
def test_a_question_is_wrapped_at_words(monkeypatch: pytest.MonkeyPatch) -> None:
    typed_on_terminal("review", answers=lines(*ANA, *SKIPPED, "keep", *UNSAID, "", "y"))
    monkeypatch.setenv("COLUMNS", "40")

    ran = typed_on_terminal("review", answers=lines(*ANA, *SKIPPED))

    assert "Decision: keep, adjust, pause or part?\n(last keep) " in ran.err
    assert "Fits your next six months, y/n? (last\nyes) " in ran.err


def test_the_questions_on_yourself_stand_beside_the_last_answers(board: Board) -> None:
    board.advisor("Ana Lima")
    first = lines(*ANA, "Candour", "Contacts", "Insight from the shop floor", "", "y")
    typed_on_terminal("review", answers=first)

    ran = typed_on_terminal("review", answers=lines(*ANA, "", "Doors", "q"))

    assert (
        "What do you need now? (last “Candour”)"
        " What do you seek in your advisors? (last “Contacts”)"
        " What do you bring them? (last “Insight from the shop floor”)" in " ".join(ran.err.split())
    )
    assert board.sql("SELECT need, seek, bring FROM review") == [
        ("Candour", "Contacts", "Insight from the shop floor"),
        (None, "Doors", None),
    ]


@pytest.mark.parametrize("question", SELF_QUESTIONS)
@pytest.mark.usefixtures("ana_and_marcus")
def test_a_question_on_yourself_explains_itself(question: SelfQuestion) -> None:
    before = [""] * SELF_QUESTIONS.index(question)

    err = typed_on_terminal("review", answers=lines(*ANA, *SKIPPED, "keep", *before, "?", "q")).err

    why = " ".join(question.why.split())
    assert " ".join(err.split()).endswith(f"{question.text} {why} {question.text}")


def formal(board: Board, kind: str = "formal") -> int:
    """Ana, in a programme that is measured by an outcome."""
    ana = board.advisor("Ana Lima", kind=kind)
    board.agreement(ana, hopes="A seat", programme="Women in retail", outcome="One budget round")
    return ana


def test_of_a_formal_relationship_it_asks_whether_the_outcome_was_met(board: Board) -> None:
    formal(board)

    ran = typed_on_terminal(
        "review", answers=lines("4", "5", "3", "y", "y", "", "keep", *UNSAID, "", "y")
    )

    assert "outcome     One budget round\n" in ran.err
    assert "Fits your next six months, y/n? The outcome: met, y/n? A note?" in ran.err
    assert board.sql("SELECT outcome_met, decision FROM review_answer") == [(1, "keep")]
    assert "ana\toutcome_met\tyes\n" in typed("review", "--show", "r1").out


def test_of_an_informal_relationship_it_does_not(board: Board) -> None:
    formal(board, kind="informal")

    assert "The outcome" not in typed_on_terminal("review", answers=lines(*ANA, "q")).err


def test_what_was_hoped_for_stands_beside_what_came_of_it(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    board.agreement(ana, hopes="A seat at the table", confidential=False)
    goal = board.goal("Run a P&L", ana)
    board.goal_step(goal, "Ask the CFO", done_on="2026-09-01")
    board.goal("Speak", ana, status="achieved", closed_on="2026-10-01")
    board.advice(ana, "Answer first", status="worked", reported_on="2026-10-02")

    asked = typed_on_terminal("review", answers="").err
    facts = typed("review", "--facts", "--advisor", "ana", "--json").json["advisors"][0]

    assert (
        "hoped for   A seat at the table\n"
        "came of it  achieved g2 Speak; 1 step taken; worked: v1 Answer first (1 reported\n"
        "            back)\n" in asked
    )
    assert facts["agreed"] == {
        "agreed_on": "2026-01-10",
        "hopes": "A seat at the table",
        "outcome": None,
        "goals_achieved": ["g2"],
        "steps_taken_count": 1,
        "advice_worked": ["v1"],
        "advice_reported_count": 1,
    }
