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


@pytest.mark.parametrize("kind", ["agenda", "thanks", "news", "nudge", "renew", "part"])
def test_a_letter_that_would_say_nothing_is_not_noted(kind: str, board: Board) -> None:
    board.advisor("Ana Lima")
    before = board.dump()

    printed = typed("letter", kind, "ana")

    assert typed("letter", kind, "ana", "--sent") == printed
    assert (printed.code, board.dump()) == (6, before)


def test_thanks_in_words_of_your_own_are_noted_as_a_promise_kept(board: Board) -> None:
    board.advisor("Ana Lima")
    typed("log", "ana", "Great")

    refused = typed("letter", "thanks", "ana", "--sent")
    assert refused.code == 6
    assert refused.err.endswith(
        " boardroom got ana TEXT. If you thanked them in your own words: boardroom done p1\n"
    )
    assert typed("done", "p1").code == 0


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("ask noor", "Asked Noor Haddad, Fri 20 Nov 2026"),
        ("agenda ana", "Sent Ana Lima the agenda, Fri 20 Nov 2026"),
        ("thanks tom", "Sent Tom Berg your thanks, Fri 20 Nov 2026"),
        ("news marcus", "Sent Marcus Ojo the news, Fri 20 Nov 2026; reported v1"),
    ],
)
def test_a_letter_is_noted_for_the_day_it_was_sent(words: str, sentence: str, board: Board) -> None:
    before = board.dump()

    first = typed("letter", *words.split(), "--sent", "--on", "yesterday")
    again = typed("letter", *words.split(), "--sent", "--on", "fri", "--json")

    assert (first, again.json["sent_on"]) == (Ran(0, f"{sentence}{UNDO}", ""), "2026-11-20")
    who = words.split()[1]
    timeline = typed("advisor", "show", who, "--json").json["timeline"]
    assert any(event["on"] == "2026-11-20" for event in timeline)
    assert typed("undo").code == 0
    assert board.dump() == before


def test_thanks_and_reports_are_dated_the_day_they_were_sent(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    board.meeting(ana, "2026-11-10")
    board.advice(ana, given="2026-11-10", status="worked", outcome_on="2026-11-12")
    board.advice(ana, given="2026-11-10", status="worked", outcome_on="2026-11-18")
    board.promise(ana, kind="thanks")

    typed("letter", "news", "ana", "--sent", "--on", "15 nov")
    typed("letter", "thanks", "ana", "--sent", "--on", "15 nov")

    assert board.sql("SELECT reported_on FROM advice") == [("2026-11-15",), (None,)]
    assert board.sql("SELECT done_on FROM promise") == [("2026-11-15",)]


@pytest.mark.usefixtures("demo")
def test_the_day_of_a_letter_is_past_and_goes_with_sent() -> None:
    assert typed("letter", "agenda", "ana", "--on", "yesterday") == Ran(
        2, "", "--on says when a letter was sent. Add --sent, or leave it out.\n"
    )
    assert typed("letter", "agenda", "ana", "--sent", "--on", "2026-12-01") == Ran(
        2,
        "",
        "Tue 1 Dec 2026 is in the future, so nothing was sent then. Use today or an earlier day.\n",
    )


def test_an_ask_noted_before_its_letter_is_no_second_ask(board: Board) -> None:
    board.prospect("Noor Haddad")
    typed("advisor", "ask", "noor", "--how", "over coffee")

    assert "I asked you" not in typed("letter", "ask", "noor").out
    assert typed("letter", "ask", "noor", "--sent").out.startswith("Already asked Noor Haddad")


def test_thanks_keep_the_promise_to_thank(board: Board) -> None:
    board.advisor("Ana Lima")
    typed("log", "ana", "Great", "--on", "yesterday", "--advice", "Ask")
    typed("log", "ana", "Great again", "--on", "today", "--got", "a book")

    assert (
        typed("letter", "thanks", "ana", "--sent").out
        == f"Sent Ana Lima your thanks; kept p1{UNDO}"
    )
    assert typed("letter", "thanks", "ana", "--sent").out.startswith("Already noted today that ")
    assert board.sql("SELECT count(*) FROM letter") == [(0,)]


def test_a_letter_of_parting_keeps_the_thanks_and_names_what_is_left(board: Board) -> None:
    board.meeting(board.advisor("Ana Lima"), "2026-11-01")

    sent = typed("letter", "part", "ana", "--sent")
    assert sent.err == "To record the parting: boardroom advisor part ana\n"
    typed("undo")
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


@pytest.mark.usefixtures("demo")
def test_a_letter_that_was_sent_before_says_when() -> None:
    for words in ("ask noor", "nudge ana", "renew tom", "part ines"):
        assert "You " not in typed("letter", *words.split()).err
        typed("letter", *words.split(), "--sent", "--on", "fri")

    errors = [typed("letter", *words.split()).err for words in ("ask noor", "renew tom")]

    assert errors[0].endswith(
        "You asked them Fri 20 Nov 2026. Once it is sent: boardroom letter ask noor --sent\n"
    )
    assert errors[1].endswith(
        "You sent one Fri 20 Nov 2026. Once it is sent: boardroom letter renew tom --sent\n"
    )


@pytest.mark.usefixtures("demo")
def test_a_parting_thanked_for_by_letter_asks_for_no_second_letter() -> None:
    typed("letter", "part", "tom", "--sent")

    out = typed("advisor", "part", "tom", "--yes").out

    assert out.startswith("Parted with Tom Berg, ")
    assert "letter part" not in out
    assert "Thank Tom Berg" not in out


def test_nobody_is_reminded_before_the_day(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    board.promise(ana, "Send the list", by_whom="them", due_on="2026-12-20")

    early = typed("letter", "nudge", "ana")

    assert (early.code, early.err) == (
        6,
        (
            "No promise of Ana Lima's is due yet; the first, p1, is due Sun 20 Dec 2026"
            " (in 29 days). If it was to be earlier: boardroom promise edit p1 --by DATE\n"
        ),
    )
    board.promise(ana, "Say it", by_whom="them", due_on="2026-11-20", private=True)
    assert typed("letter", "nudge", "ana").err.startswith(
        "No open promise of Ana Lima's is on file"
    )
    board.promise(ana, "Bring the book", by_whom="them", due_on="2026-11-21")
    out = typed("letter", "nudge", "ana").out
    assert ("Bring the book" in out, "Send the list" in out) == (True, False)


def test_thanks_say_that_they_were_given_for_the_last_meeting(board: Board) -> None:
    board.advisor("Ana Lima")
    said = "You thanked them Sat 21 Nov 2026. "
    typed("log", "ana", "Great", "--on", "fri", "--advice", "Ask")

    before = typed("letter", "thanks", "ana").err
    typed("done", "p1")
    after = typed("letter", "thanks", "ana").err

    assert (said in before, said in after) == (False, True)
    board.letter(1, "agenda", "2026-11-19")
    board.meeting(1, "2026-12-01", "planned")
    board.item(1)
    assert "You sent" not in typed("letter", "agenda", "ana").err  # that was for the last one
