from __future__ import annotations

import json
import re

import pytest

from boardroom.cli.review.questions import QUESTIONS
from tests.boards import Board
from tests.cli.typed import typed, typed_on_terminal

NEVER_MET = """\

since     Sat 10 Jan, 316 days
met       never; the one gap past 4-6w, 315 days
weeks     ▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
agenda    nothing raised
advice    none given
promises  none either way
exchange  nothing given or got
goals     nothing moved

"""
OPEN = "Value, 1-5? Chemistry, 1-5? Trust, 1-5? Fits your next six months, y/n? A note? Decision: keep, adjust, pause or part? "
NEXT = "What to look for next? A line each, Enter to end: "
FINAL = "Complete the review? [y/N, or whom to ask about again] "


@pytest.fixture(autouse=True)
def _plain_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def two(board: Board) -> Board:
    """A board of Ana Lima and Marcus Ojo, never met."""
    board.advisor("Ana Lima", seat="Truth-teller")
    board.advisor("Marcus Ojo")
    return board


def lines(*answers: str) -> str:
    return "".join(f"{answer}\n" for answer in answers)


def kept(board: Board) -> list[tuple[object, ...]]:
    """What is on file of every answer."""
    return board.sql(
        "SELECT handle, value, chemistry, trust, fits_next, note, decision, window, until_on FROM review_answer ORDER BY handle"
    )


ANA = ("4", "5", "3", "y", "Asks good questions", "keep")
SKIPPED = ("", "", "", "", "")


def test_it_leads_through_each_advisor_the_board_and_a_summary_to_one_yes(two: Board) -> None:
    ran = typed_on_terminal(
        "review", answers=lines(*ANA, *SKIPPED, "a", "6-8w", "Has run a P&L", "must", "", "y")
    )

    assert (ran.code, ran.err) == (
        0,
        (
            "Ana Lima and Marcus Ojo, then the board. Each answer is kept as you give it.\n"
            "Enter leaves a question open, ? explains it, q leaves the review: it goes on\nfrom there any day.\n\n"
            f"Ana Lima  Truth-teller · 1 of 2\n{NEVER_MET}{OPEN}\n"
            f"Marcus Ojo  2 of 2\n{NEVER_MET}{OPEN}The new window, like 6-8w? \n"
            "The board\n\n"
            "seats        2 taken, of 3-5\n"
            "since        Sat 10 Jan, 316 days\n"
            "met          never\n"
            "longest gap  315 days, ana\n\n"
            f"{NEXT}A criterion for the next advisor? [must/nice/no] {NEXT}\n"
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
        "Completed r1: kept Ana Lima, Marcus Ojo's window is 6-8w now; looking for c1 · boardroom undo takes it back\n"
    )
    assert kept(two) == [
        ("ana", 4, 5, 3, 1, "Asks good questions", "keep", None, None),
        ("marcus", None, None, None, None, None, "adjust", "6-8w", None),
    ]
    assert two.sql("SELECT text, must FROM criterion") == [("Has run a P&L", 1)]


def test_one_undo_opens_it_again_with_its_answers_and_nothing_decided(two: Board) -> None:
    typed_on_terminal(
        "review", answers=lines(*ANA, *SKIPPED, "part", "must: has run a P&L", "", "n")
    )
    before = two.dump()
    assert typed_on_terminal("review", answers=lines("", "y")).code == 0
    assert two.sql("SELECT count(*) FROM criterion") == [(1,)]

    assert typed("undo").code == 0

    assert two.dump() == before


def test_nothing_but_answers_is_stored_before_the_yes(two: Board) -> None:
    before = two.dump()

    ran = typed_on_terminal(
        "review", answers=lines(*ANA, *SKIPPED, "pause", "1 Mar", "must: has run a P&L", "", "n")
    )

    assert (ran.code, ran.out) == (
        0,
        "Left r1, 2 of 2 done; every answer is kept. Go on any day with: boardroom review\n",
    )
    after = two.dump()
    assert {table for table, rows in after.items() if rows != before[table]} == {
        "review",
        "review_answer",
    }
    assert kept(two)[1] == ("marcus", None, None, None, None, None, "pause", None, "2027-03-01")


WHOLE = [*ANA, "2", "1", "4", "n", "Too busy", "pause", "1 Mar", "Somebody younger", "no", ""]
"""Each question answered; what follows is the final yes."""


@pytest.mark.parametrize("leaving", ["q\n", ""])
def test_left_after_every_answer_it_goes_on_with_the_next_question_days_later(
    two: Board, monkeypatch: pytest.MonkeyPatch, leaving: str
) -> None:
    for day, answer in enumerate(WHOLE[:-1], 1):
        monkeypatch.setenv("BOARDROOM_TODAY", f"2026-12-{day:02}")
        left = typed_on_terminal("review", answers=lines(answer) + leaving)
        assert (left.code, left.out.startswith("Left r1")) == (0, True)

    resumed = typed_on_terminal("review", answers=lines(WHOLE[-1], "y"))

    assert resumed.out.startswith("Completed r1: ")
    assert kept(two) == [
        ("ana", 4, 5, 3, 1, "Asks good questions", "keep", None, None),
        ("marcus", 2, 1, 4, 0, "Too busy", "pause", None, "2027-03-01"),
    ]
    assert two.sql("SELECT started_on, completed_on, board_note FROM review") == [
        ("2026-12-01", "2026-12-15", "Somebody younger")
    ]


@pytest.mark.usefixtures("two")
def test_what_was_answered_stands_above_the_question_it_goes_on_with() -> None:
    typed_on_terminal("review", answers=lines("4", "", "3", "q"))

    ran = typed_on_terminal("review", answers="")

    assert ran.err.startswith("The review begun Sat 21 Nov (today) goes on: 0 of 2 done. ")
    assert ran.err.endswith(
        f"{NEVER_MET}So far: value 4, trust 3.\n\nFits your next six months, y/n? \n"
    )
    assert (
        ran.out
        == "Left r1, 0 of 2 done; every answer is kept. Go on any day with: boardroom review\n"
    )


def test_nothing_is_begun_before_the_first_answer(two: Board) -> None:
    ran = typed_on_terminal("review", answers=lines("", "?", "q"))

    assert (ran.code, ran.out) == (
        0,
        "Nothing was answered. Begin any day with: boardroom review\n",
    )
    assert two.sql("SELECT * FROM review") == []
    assert typed_on_terminal("review", "--json", answers="").out == ""


@pytest.mark.parametrize("number", range(len(QUESTIONS)))
@pytest.mark.usefixtures("two")
def test_a_question_explains_itself(number: int) -> None:
    before = [
        *ANA[: min(number, 5)],
        *(
            ("adjust",)
            if QUESTIONS[number].goes_with == "adjust"
            else ("pause",)
            if number == 7
            else ()
        ),
    ]

    said = typed_on_terminal("review", answers=lines(*before, "?", "q")).err

    question, why = QUESTIONS[number].put, " ".join(QUESTIONS[number].why.split())
    assert " ".join(said.split()).endswith(f"{question} {why} {question}")


@pytest.mark.parametrize(
    ("before", "wrong", "said"),
    [
        ((), "7", "'7' is not a rating. Use a whole number from 1 to 5, 5 the best."),
        (ANA[:3], "perhaps", "'perhaps' is neither yes nor no. Use yes or no."),
        (
            ANA[:4],
            "a\0b",
            "The note can't hold a NUL character. Take it out; it often comes from a file that is not text.",
        ),
        (ANA[:5], "", "The review can't be completed without that. ? explains it."),
        (ANA[:5], "pa", "'pa' may be pause or part. Use one of keep, adjust, pause, part."),
        (
            (*ANA[:5], "adjust"),
            "often",
            "'often' is not a window. Write it like 4-6w, 6-12m or 6w.",
        ),
        ((*ANA[:5], "adjust"), "", "The review can't be completed without that. ? explains it."),
        (
            (*ANA[:5], "pause"),
            "yesterday",
            "The pause would end on Fri 20 Nov 2026, before it begins. Give a later day.",
        ),
        ((*ANA[:5], "pause"), "soon", "'soon' is not a date."),
    ],
)
@pytest.mark.usefixtures("two")
def test_an_answer_that_cannot_be_is_told_why_and_asked_for_again(
    before: tuple[str, ...], wrong: str, said: str
) -> None:
    err = " ".join(typed_on_terminal("review", answers=lines(*before, wrong, "q")).err.split())

    asked, _, again = err.partition(said)
    assert again
    assert asked.rpartition("? ")[0].endswith(again.rpartition("?")[0].rpartition(". ")[2].strip())


def test_the_last_review_stands_beside_each_question_and_answers_none(
    two: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed_on_terminal(
        "review", answers=lines(*ANA, *SKIPPED, "adjust", "6-8w", "nice: lives near", "", "y")
    )
    monkeypatch.setenv("BOARDROOM_TODAY", "2027-05-22")

    ran = typed_on_terminal(
        "review", answers=lines("5", "5", "", "n", "", "keep", *SKIPPED, "keep", "", "n")
    )

    assert "Ana Lima  Truth-teller · 1 of 2 · last reviewed Sat 21 Nov 2026\n" in ran.err
    asked = (
        "Value, 1-5? (last 4) Chemistry, 1-5? (last 5) Trust, 1-5? (last 3) Fits your next six months, y/n? (last yes)"
        " A note? (last “Asks good questions”) Decision: keep, adjust, pause or part? (last keep) \n"
    )
    assert asked in ran.err
    assert "A note? Decision: keep, adjust, pause or part? (last adjust to 6-8w) \n" in ran.err
    assert "Last time you looked for: nice: lives near\n" in ran.err
    assert ran.err.endswith(f"""\
Summary  beside the review of Sat 21 Nov 2026

            value      chemistry  trust         fits next     decision
Ana Lima    5 (was 4)  5 (same)   open (was 3)  no (was yes)  keep
Marcus Ojo                                                    keep

What changes from here

Nothing changes: everybody is kept as they are.

{FINAL}""")
    assert kept(two)[0] == ("ana", 4, 5, 3, 1, "Asks good questions", "keep", None, None)


def test_before_the_yes_somebody_can_be_asked_about_again(two: Board) -> None:
    ran = typed_on_terminal(
        "review",
        answers=lines(
            *ANA,
            *SKIPPED,
            "adjust",
            "8w",
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

    assert "'zoe' is neither yes nor no, nor one of those reviewed: ana or marcus.\n" in ran.err
    assert "Value, 1-5? (now 4) Chemistry, 1-5? (now 5)" in ran.err
    assert (
        "Decision: keep, adjust, pause or part? (now adjust to 8w) Paused until when? \n" in ran.err
    )
    assert kept(two) == [
        ("ana", None, 5, 3, 1, None, "keep", None, None),
        ("marcus", 3, None, None, None, None, "pause", None, "2027-03-01"),
    ]


def test_a_review_before_its_day_is_taken_with_a_word_about_it(board: Board) -> None:
    board.advisor("Ana Lima", joined="2026-10-01")

    err = typed_on_terminal("review", answers="").err

    assert err.startswith(
        "Ana Lima, then the board. It is early: due from Thu 1 Apr 2027. Each answer "
    )


def test_one_person_alone_is_reviewed_without_the_board(two: Board) -> None:
    ran = typed_on_terminal(
        "review", "--advisor", "mar", "--json", answers=lines("4", "", "", "", "", "keep", "y")
    )

    assert ran.err.startswith("Marcus Ojo. Each answer is kept as you give it.")
    assert "The board" not in ran.err
    assert (ran.json["id"], ran.json["advisor"], ran.json["completed_on"]) == (
        "r1",
        "marcus",
        "2026-11-21",
    )
    assert ran.json["advisors"]["marcus"]["value"] == 4
    assert two.sql("SELECT of_board FROM review") == [(0,)]


@pytest.mark.usefixtures("two")
def test_a_review_of_one_person_goes_on_by_its_own_command() -> None:
    left = typed_on_terminal("review", "--advisor", "marcus", answers=lines("4", "q")).out
    assert (
        left
        == "Left r1; every answer is kept. Go on any day with: boardroom review --advisor marcus\n"
    )
    assert typed_on_terminal("review", "--advisor", "marcus", answers="").err.startswith(
        "The review begun Sat 21 Nov (today) goes on. Each answer "
    )


def test_while_the_board_is_reviewed_one_person_is_answered_there(two: Board) -> None:
    typed_on_terminal("review", answers=lines(*ANA, "q"))

    ran = typed_on_terminal("review", "--advisor", "marcus", answers=lines(*SKIPPED, "keep"))
    again = typed_on_terminal("review", "--advisor", "ana", answers=lines("1", "", "", "", "", ""))

    assert (
        ran.out
        == "Kept in r1, the review of the board (2 of 2 done): boardroom review goes on with it\n"
    )
    assert again.out == ran.out
    assert kept(two)[0] == ("ana", 1, 5, 3, 1, "Asks good questions", "keep", None, None)
    assert (
        typed_on_terminal("review", "--advisor", "ana", "--json", answers="").json["completed_on"]
        is None
    )
    assert (
        json.loads(
            typed_on_terminal(
                "review", "--advisor", "ana", "--json", answers=lines("", "", "", "", "", "")
            ).out
        )["id"]
        == "r1"
    )


def test_what_was_begun_about_one_person_is_gone_on_with_in_the_review_of_the_board(
    two: Board,
) -> None:
    typed_on_terminal("review", "--advisor", "ana", answers=lines("4", "5", "q"))

    left = typed_on_terminal("review", answers=lines("3", "q"))
    ran = typed_on_terminal("review", answers=lines("y", "", "keep", *SKIPPED, "keep", "", "y"))

    assert "So far: value 4, chemistry 5.\n\nTrust, 1-5? Fits" in left.err
    assert ran.out.startswith("Completed r2: kept Ana Lima and Marcus Ojo ")
    assert kept(two)[0] == ("ana", 4, 5, 3, 1, None, "keep", None, None)


def test_where_everybody_was_answered_about_alone_the_board_is_what_is_left(board: Board) -> None:
    board.advisor("Ana Lima")
    typed_on_terminal("review", "--advisor", "ana", answers=lines(*ANA, "n"))

    ran = typed_on_terminal("review", answers=lines("", "y"))

    assert "\nThe board\n" in ran.err
    assert ran.out.startswith("Completed r2: kept Ana Lima ")


def test_whoever_joins_meanwhile_is_asked_about_and_whoever_is_paused_is_not(two: Board) -> None:
    typed_on_terminal("review", answers=lines(*ANA, "3", "q"))
    two.advisor("Bea Kern", joined="2026-11-20")
    two.step(2, "paused", "2026-11-21")

    ran = typed_on_terminal("review", answers=lines(*SKIPPED, "keep", "", "y"))

    assert "\nBea Kern  2 of 2\n" in ran.err
    assert ran.out == "Completed r1: kept Ana Lima and Bea Kern · boardroom undo takes it back\n"


@pytest.mark.usefixtures("two")
def test_a_pause_whose_day_has_come_meanwhile_is_asked_about_once_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed_on_terminal(
        "review", answers=lines(*SKIPPED, "pause", "in 2d", *SKIPPED, "keep", "", "n")
    )
    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-23")

    ran = typed_on_terminal("review", answers=lines("1 Mar", "", "y"))

    assert ran.out.startswith("Completed r1: kept Marcus Ojo, paused Ana Lima until Mon 1 Mar 2027")


def test_a_line_may_say_itself_that_it_is_a_criterion_and_one_there_is_not_made_twice(
    two: Board,
) -> None:
    two.criterion("Lives near", must=False)

    ran = typed_on_terminal(
        "review",
        answers=lines(
            *SKIPPED,
            "keep",
            *SKIPPED,
            "keep",
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
    assert two.sql("SELECT text, must FROM criterion") == [("Lives near", 0), ("has run a P&L", 1)]
    assert two.sql("SELECT board_note FROM review") == [
        ("must: has run a P&L\nnice-to-have: lives NEAR\nKind",)
    ]


def test_a_line_that_cannot_be_kept_is_asked_for_again(two: Board) -> None:
    ran = typed_on_terminal(
        "review", answers=lines(*SKIPPED, "keep", *SKIPPED, "keep", "a\0b", "Kind", "", "", "y")
    )

    assert f"{NEXT}The note can't hold a NUL character." in ran.err
    assert two.sql("SELECT board_note FROM review") == [("Kind",)]


@pytest.mark.parametrize("width", [80, 40])
def test_what_is_asked_about_one_advisor_fits_a_screen(
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
    typed_on_terminal("review", answers=lines(*answers, "", "y"))
    monkeypatch.setenv("BOARDROOM_TODAY", "2027-05-22")

    err = typed_on_terminal("review", answers=lines(*answers, "q")).err

    about = err[err.index("Ana Lima", err.index("any")) : err.index("The board")]
    shown = re.sub(r"\x1b\[\dm", "", about).splitlines()
    assert len(shown) + about.count("? ") <= (24 if width == 80 else 32)
    assert all(len(line) <= width for line in shown if "?" not in line)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (
            [],
            2,
            (
                "The review asks its questions on a terminal, and nobody is there to answer."
                " Without one, --facts prints what it looks at and --answers FILE takes your answers."
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
@pytest.mark.usefixtures("two")
def test_what_cannot_be_is_one_sentence(words: list[str], code: int, said: str | None) -> None:
    ran = typed("review", *words)

    assert (ran.code, ran.out) == (code, "")
    assert said is None or ran.err == f"{said}\n"


def test_somebody_who_is_not_active_is_not_reviewed(two: Board) -> None:
    two.step(2, "paused", "2026-11-01")

    assert typed_on_terminal("review", "--advisor", "marcus", answers="") == (
        6,
        "",
        "Marcus Ojo is not active on the board, so there is nothing to review. See where they stand with: boardroom advisor show marcus\n",
    )


@pytest.mark.usefixtures("board")
def test_an_empty_board_has_nobody_to_review() -> None:
    assert typed_on_terminal("review", answers="") == (
        6,
        "",
        'Nobody is active on the board, so there is nothing to review. Begin with: boardroom advisor add "NAME"\n',
    )
