"""The routines of somebody whom the user mentors, with the roles turned."""

from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import typed, typed_at_screen, typed_on_terminal
from tests.editors import Editor


@pytest.fixture(autouse=True)
def zoe(board: Board) -> int:
    """Zoe, whom the user mentors and met once; returns the row id."""
    zoe = board.advisor(
        "Zoe Park", role="mentee", joined="2026-06-01", their_goals="Lead a team of her own"
    )
    board.meeting(zoe, "2026-11-01")
    return zoe


def _sections(who: str) -> list[str]:
    lines = typed("prep", who).out.splitlines()
    return list(dict.fromkeys(line.split("\t")[0] for line in lines))


def test_a_log_notes_what_you_advised() -> None:
    typed("log", "zoe", "good talk", "--advice", "Ask for the pilot")

    assert typed("advice", "add", "zoe", "Say less").out == (
        "Noted v2 for Zoe Park: Say less · boardroom undo takes it back\n"
    )
    assert typed_at_screen("advice", "list").out.splitlines()[1:] == [
        "v2  Sat 21 Nov  you, to Zoe Park  new    Say less",
        "v1  Sat 21 Nov  you, to Zoe Park  new    Ask for the pilot",
    ]


def test_a_log_of_a_mentee_promises_no_thanks() -> None:
    typed("log", "zoe", "good talk")

    assert typed("promise", "list", "--json").json["promises"] == []


def test_an_outcome_closes_your_own_advice(board: Board, zoe: int) -> None:
    board.advice(zoe, "Ask for the pilot")

    typed("advice", "outcome", "v1", "worked", "She leads it")

    [piece] = typed("advice", "list", "--all", "--json").json["advice_list"]
    assert (piece["status"], piece["reported_on"]) == ("worked", "2026-11-21")
    assert typed("advice", "list", "--json").json["advice_list"] == []


def test_advice_that_is_tried_stays_open(board: Board, zoe: int) -> None:
    board.advice(zoe, "Ask for the pilot")

    typed("advice", "outcome", "v1", "trying")

    assert len(typed("advice", "list", "--json").json["advice_list"]) == 1


def test_there_is_nothing_to_report_of_your_own_advice(board: Board, zoe: int) -> None:
    board.advice(zoe, "Ask for the pilot", status="worked", outcome_on="2026-11-10")

    refused = typed("advice", "reported", "v1")

    assert (refused.code, refused.err) == (
        6,
        (
            "v1 is your advice to Zoe Park, so there is nothing to report. When they tell you what"
            " came of it: boardroom advice outcome v1 worked TEXT\n"
        ),
    )


def test_the_brief_begins_with_their_goals_and_asks_what_came_of_your_advice(
    board: Board, zoe: int
) -> None:
    board.advice(zoe, "Ask for the pilot")
    board.exchange(zoe, "received")

    lines = typed("prep", "zoe").out.splitlines()

    assert lines[0] == "their goals\t\tLead a team of her own"
    assert "you advised\tv1\tAsk for the pilot, 2 weeks ago: what came of it?" in lines
    assert "Nothing offered" not in typed_at_screen("prep", "zoe").out


def test_the_brief_says_nothing_of_give_and_take_where_there_was_none() -> None:
    assert "give, take" not in _sections("zoe")


def test_an_empty_agenda_is_filled_with_what_came_of_your_advice(board: Board, zoe: int) -> None:
    board.goal("Run a P&L")
    board.advice(zoe, "Ask for the pilot")
    board.advice(zoe, "Say less", status="worked", outcome_on="2026-11-10")

    assert typed("agenda", "add", "zoe", "--starters").out == (
        "Put on the agenda with Zoe Park: a1 What came of it: Ask for the pilot"
        " · boardroom undo takes it back\n"
    )


def test_the_timeline_says_that_you_advised(board: Board, zoe: int) -> None:
    board.advice(zoe, "Ask for the pilot")
    typed("advice", "outcome", "v1", "worked")

    events = typed("advisor", "show", "zoe", "--json").json["timeline"]
    assert [event["text"] for event in events] == [
        "worked: Ask for the pilot",
        "you advised: Ask for the pilot",
        "coffee",
        "joined",
    ]


def test_the_form_says_whose_advice_it_is(editor: Editor) -> None:
    editor.closes()

    typed_at_screen("log", "zoe")

    assert "Advice is what you told them." in " ".join(editor.shown[0].split())


def test_a_parting_ends_the_mentoring_and_promises_no_thanks() -> None:
    ran = typed_on_terminal("advisor", "part", "zoe", answers="y\n\n")

    assert "This ends your mentoring of Zoe Park and keeps the history." in ran.err
    assert ran.out == (
        "Parted with Zoe Park, Sat 21 Nov 2026 (today);"
        " the letter that thanks them: boardroom letter part zoe;"
        " you can mentor them again later: boardroom advisor ask zoe"
        " · boardroom undo takes it back\n"
    )


def _letter(kind: str) -> str:
    return str(typed("letter", kind, "zoe", "--json").json["body"])


def test_a_letter_of_thanks_says_what_you_suggested() -> None:
    typed("log", "zoe", "good talk", "--advice", "Ask for the pilot", "--i-owe", "Call Dana")

    assert _letter("thanks") == (
        "Dear Zoe,\n\n"
        "Thank you for the coffee on Saturday 21 November. This is what we came\nto.\n\n"
        "What I suggested:\n- Ask for the pilot\n\n"
        "What I promised:\n- Call Dana"
    )


@pytest.mark.parametrize("kind", ["renew", "part"])
def test_a_letter_that_looks_back_says_what_you_suggested(
    board: Board, zoe: int, kind: str
) -> None:
    board.agreement(zoe)
    board.advice(zoe, "Ask for the pilot", status="worked", outcome_on="2026-11-10")

    assert "What I suggested, and what worked:\n- Ask for the pilot" in _letter(kind)


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("ask", "Zoe Park is your mentee, and this letter asks somebody to advise you."),
        ("news", "Zoe Park is your mentee, so what came of advice is theirs to tell."),
    ],
)
def test_a_mentee_gets_no_ask_and_no_news_of_advice(
    board: Board, zoe: int, kind: str, reason: str
) -> None:
    board.advice(zoe, "Ask for the pilot", status="trying", outcome_on="2026-11-10")

    refused = typed("letter", kind, "zoe")

    assert (refused.code, refused.err.startswith(reason)) == (6, True)


def test_a_mentee_is_sent_the_agenda_and_a_gentle_reminder(board: Board, zoe: int) -> None:
    board.meeting(zoe, "2026-11-24", "planned")
    board.item(zoe, "How did the offsite go?")
    board.promise(zoe, "Send the plan", by_whom="them", due_on="2026-11-20")

    assert "How did the offsite go?" in _letter("agenda")
    assert "you kindly said you would" in _letter("nudge")


def test_who_is_asked_to_be_mentored_again_is_not_sent_the_letter_for_advisors(
    board: Board, zoe: int
) -> None:
    board.step(zoe, "alumni", "2026-11-10")

    assert "letter ask" not in typed("advisor", "ask", "zoe").out
