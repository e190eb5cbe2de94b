"""Letters noted as sent."""

from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.letters import UNDO
from tests.cli.typed import Ran, typed


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("ask noor", "Asked Noor Haddad, Sat 21 Nov 2026"),
        ("agenda ana", "Sent Ana Lima the agenda"),
        ("thanks tom", "Sent Tom Berg your thanks"),
        ("news marcus", "Sent Marcus Ojo the news; reported v1"),
        ("nudge ana", "Sent Ana Lima a gentle reminder"),
        ("renew tom", "Sent Tom Berg the question whether to go on"),
        ("part ines", "Sent Inês Duarte your thanks at parting"),
    ],
)
def test_a_letter_is_noted_once_a_day_and_undone(words: str, sentence: str, board: Board) -> None:
    before = board.dump()

    first = typed("letter", *words.split(), "--sent")
    after = board.dump()
    second = typed("letter", *words.split(), "--sent")

    assert first == Ran(0, f"{sentence}{UNDO}", "")
    assert (second.code, second.out.partition(" ")[0], board.dump()) == (0, "Already", after)
    assert typed("undo").code == 0
    assert board.dump() == before


@pytest.mark.usefixtures("demo")
def test_news_without_news_are_not_noted() -> None:
    assert typed("letter", "news", "tom", "--sent").code == 6


def test_an_ask_noted_before_its_letter_is_no_second_ask(board: Board) -> None:
    board.prospect("Noor Haddad")
    typed("advisor", "ask", "noor", "--how", "over coffee")

    assert "I asked you" not in typed("letter", "ask", "noor").out
    assert typed("letter", "ask", "noor", "--sent").out.startswith("Already asked Noor Haddad")


def test_thanks_keep_the_promise_to_thank(board: Board) -> None:
    board.advisor("Ana Lima")
    typed("log", "ana", "Great", "--on", "yesterday")
    typed("log", "ana", "Great again", "--on", "today")

    assert (
        typed("letter", "thanks", "ana", "--sent").out
        == f"Sent Ana Lima your thanks; kept p1{UNDO}"
    )
    assert typed("letter", "thanks", "ana", "--sent").out.startswith("Already noted today that ")
    assert board.sql("SELECT count(*) FROM letter") == [(0,)]


def test_a_letter_of_parting_keeps_the_thanks_and_names_what_is_left(board: Board) -> None:
    board.advisor("Ana Lima")

    sent = typed("letter", "part", "ana", "--sent")
    assert sent.err == "To record the parting: boardroom advisor part ana\n"
    typed("advisor", "part", "ana", "--yes")
    assert typed("letter", "part", "ana", "--sent").out == (
        f"Sent Ana Lima your thanks at parting; kept p1{UNDO}"
    )


@pytest.mark.usefixtures("demo")
def test_what_was_sent_is_on_the_timeline() -> None:
    for words in ("agenda ana", "nudge ana", "ask noor"):
        typed("letter", *words.split(), "--sent")

    events = [
        (event["kind"], event["text"])
        for who in ("ana", "noor")
        for event in typed("advisor", "show", who, "--json").json["timeline"]
        if event["on"] == "2026-11-21"
    ]
    assert events == [
        ("letter", "you sent a gentle reminder"),
        ("letter", "you sent the agenda"),
        ("transition", "asked by letter"),
    ]


@pytest.mark.usefixtures("demo")
def test_the_brief_offers_the_agenda_until_it_is_sent() -> None:
    hint = " · send: boardroom letter agenda ana"
    assert hint in typed("prep", "ana").out

    typed("letter", "agenda", "ana", "--sent")

    assert hint not in typed("prep", "ana").out
    assert hint not in typed("prep", "ana", "--md").out


@pytest.mark.usefixtures("demo")
def test_the_json_of_a_sent_letter_says_what_was_noted() -> None:
    assert typed("letter", "agenda", "ana", "--sent", "--json").json == {
        "schema": "boardroom.sent_letter/1",
        "kind": "agenda",
        "advisor": "ana",
        "sent_on": "2026-11-21",
    }
