"""`boardroom letter`: what each letter says, and what it lacks."""

from __future__ import annotations

from collections.abc import Callable
from email import message_from_string

import pytest

from boardroom.rules.letters import KINDS
from tests.boards import Board
from tests.cli.letters import NUDGE, SENT, UNDO
from tests.cli.typed import Ran, typed, typed_on_terminal

LETTERS = (
    *("ask noor", "ask yusuf", "agenda ana", "thanks ana", "news ana", "news marcus"),
    *("nudge ana", "renew marcus", "renew tom", "part ines", "part tom"),
)


@pytest.mark.usefixtures("demo")
def test_the_letters_of_the_demonstration_look_the_same(golden: Callable[[str, str], None]) -> None:
    letters = {letter: typed("letter", *letter.split()) for letter in LETTERS}

    assert {ran.code for ran in letters.values()} == {0}
    golden("letters", "".join(f"── {name} ──\n{ran.out}\n" for name, ran in letters.items()))


@pytest.mark.usefixtures("ana")
def test_a_letter_is_printed_and_how_to_note_it_goes_to_standard_error() -> None:
    assert typed("letter", "nudge", "lima") == Ran(0, NUDGE, SENT)


@pytest.mark.usefixtures("ana")
def test_a_mail_program_reads_the_text_as_headers_and_body() -> None:
    read = message_from_string(NUDGE)

    assert read.items() == [
        ("To", "Ana Lima <ana@example.org>"),
        ("Subject", "A small reminder"),
    ]
    assert read.get_payload() == NUDGE.partition("\n\n")[2]


@pytest.mark.usefixtures("ana")
def test_json_has_the_letter_and_says_nothing_else() -> None:
    ran = typed("letter", "nudge", "ana", "--json")

    assert (ran.json, ran.err) == (
        {
            "schema": "boardroom.letter/1",
            "kind": "nudge",
            "advisor": "ana",
            "to": "Ana Lima <ana@example.org>",
            "subject": "A small reminder",
            "body": NUDGE.partition("\n\n")[2].rstrip("\n"),
            "left_out_count": 0,
        },
        "",
    )


@pytest.mark.parametrize(
    ("email", "sentence"),
    [
        ("", "No address of Ana Lima is on file: boardroom advisor edit ana --email ADDRESS\n"),
        (
            "a@b\nBcc: eve@x",
            (
                r"'a@b\nBcc: eve@x' is no address that a letter can go to:"
                " boardroom advisor edit ana --email ADDRESS\n"
            ),
        ),
    ],
)
@pytest.mark.usefixtures("ana")
def test_a_letter_without_an_address_says_so(email: str, sentence: str) -> None:
    typed("advisor", "edit", "ana", "--email", email)

    ran = typed("letter", "nudge", "ana")

    assert (ran.code, ran.out.partition("Subject")[0], ran.err) == (0, "To:\n", sentence + SENT)
    assert typed("letter", "nudge", "ana", "--json").json["to"] is None


@pytest.mark.usefixtures("board")
def test_the_ask_says_what_is_missing() -> None:
    typed("advisor", "add", "Noor Haddad", "--prospect", "--email", "noor@example.org")

    ran = typed("letter", "ask", "noor")

    assert (ran.code, ran.err) == (
        0,
        (
            "It does not say why them: boardroom advisor edit noor --strength TEXT\n"
            "It does not say what for: boardroom goal add TITLE\n"
            "It proposes no day: boardroom advisor edit noor --usual 'thu 16:00'\n"
            "Once it is sent: boardroom letter ask noor --sent\n"
        ),
    )
    assert "an hour every four to six weeks, until Friday\n21 May 2027 to begin with" in ran.out


def test_a_second_ask_says_that_it_is_one(board: Board) -> None:
    noor = board.prospect("Noor Haddad", since="2026-10-01")
    board.step(noor, "asked", "2026-11-03")
    tom = board.advisor("Tom Berg")
    board.step(tom, "alumni", "2026-11-03")

    assert "I asked you on Tuesday 3 November, and would like to ask once more." in " ".join(
        typed("letter", "ask", "noor").out.split()
    )
    assert "You have been one of my advisors before." in typed("letter", "ask", "tom").out


def test_a_measure_stands_below_its_goal(board: Board) -> None:
    board.prospect("Noor Haddad")
    board.goal("Run a P&L", measure="A budget of my own", target_on="2027-06-01")

    assert (
        "- Run a P&L, by Tuesday 1 June 2027\n  I will know by this: A budget of my own\n"
        in typed("letter", "ask", "noor").out
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("ask ana", "Ana Lima is on the board, so can't be asked. Possible commands: boardroom "),
        ("agenda marcus", "No meeting with Marcus Ojo is planned. Plan it first: boardroom plan "),
        ("agenda dana", "No meeting with Dana Reyes is planned. Plan it first: boardroom plan "),
        ("thanks noor", "No meeting with Noor Haddad is on file. Log it first: boardroom log noor"),
        ("thanks priya", "Nothing on file says what came of the video call with Priya Nair on Fri"),
        ("news tom", "Nothing came of Tom Berg's advice that is on file and not told yet. Note wh"),
        ("nudge tom", "No open promise of Tom Berg's is on file that a letter can say. Note it fi"),
        ("renew ana", "Nothing is agreed with Ana Lima yet. Write it down: boardroom agreement se"),
        ("renew noor", "Noor Haddad is a prospect, so there is nothing to renew. Possible command"),
        ("part noor", "Noor Haddad is a prospect, so there is nothing to part with. Possible comm"),
        ("part dana", "Nothing on file says what you and Dana Reyes did together. Log a meeting: "),
    ],
)
@pytest.mark.usefixtures("demo")
def test_a_letter_that_can_not_say_its_thing_names_the_command(words: str, sentence: str) -> None:
    ran = typed("letter", *words.split())

    assert (ran.code, ran.out, ran.err[: len(sentence)]) == (6, "", sentence)


def test_if_all_is_private_it_says_so(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    board.promise(ana, by_whom="them", private=True)

    assert typed("letter", "nudge", "ana").err.startswith(
        "No open promise of Ana Lima's is on file that a letter can say."
        " Left out as private: 1 promise. Note it first: "
    )


def test_news_tell_of_an_introduction_too(board: Board) -> None:
    board.advisor("Ana Lima")
    typed("got", "ana", "an introduction to Lena Vogt", "--on", "2 Nov")
    typed("done", "p1", "--on", "5 Nov", "--note", "We had coffee")

    ran = typed("letter", "news", "ana")

    assert (
        "On Monday 2 November you introduced me to Lena Vogt. I got in touch on\n"
        "Thursday 5 November: We had coffee.\n"
    ) in ran.out
    sent = typed("letter", "news", "ana", "--sent")
    assert sent.out == f"Sent Ana Lima the news; kept p2{UNDO}"
    assert board.sql("SELECT status FROM promise") == [("kept",), ("kept",)]


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ("--open --eml x.eml", "--open and --eml can't go together. "),
        ("--open --json", "--open and --json can't go together. "),
        ("--eml - --json", "--eml and --json can't go together. "),
        ("--sent --edit", "--sent notes a letter that you sent, and does not go with --edit. "),
    ],
)
@pytest.mark.usefixtures("ana")
def test_options_that_contradict_each_other_are_refused(options: str, sentence: str) -> None:
    ran = typed("letter", "nudge", "ana", *options.split())

    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err.replace('", "hint": "', " ")


@pytest.mark.usefixtures("ana")
def test_a_missing_who_is_asked_for_on_a_terminal_alone() -> None:
    assert typed_on_terminal("letter", "nudge", answers="ana\n").out == NUDGE
    assert typed("letter", "nudge").code == 2


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.usefixtures("board")
def test_nobody_on_file_is_said(kind: str) -> None:
    assert typed("letter", kind, "ana").code == 3


def test_odd_texts_are_said_literally_and_made_visible(board: Board) -> None:
    odd = board.advisor("\x1b[31m Odd", handle="odd", email="odd@example.org")
    board.promise(odd, "[/bold] \x07 “x”\nBcc: eve@x\n\n.", by_whom="them")

    out = typed("letter", "nudge", "odd").out

    assert out.startswith('To: "\\x1b[31m Odd" <odd@example.org>\nSubject: A small reminder\n\n')
    assert "- [/bold] \\x07 “x”\n  Bcc: eve@x\n\n  .\n" in out


def test_a_name_alone_is_never_answered_with_the_parting(board: Board) -> None:
    board.advisor()

    assert typed("letter", "marcus").err == (
        "No such command 'marcus'. Write: boardroom help letter\n"
    )


def test_a_former_advisors_name_alone_is_answered_with_the_thanks_at_parting(board: Board) -> None:
    marcus = board.advisor()
    board.step(marcus, "alumni", "2026-11-20")

    assert "Write: boardroom help letter\n" in typed("letter", "marcus").err  # nor asked back

    board.meeting(marcus, "2026-11-01")

    assert "Write: boardroom letter part marcus\n" in typed("letter", "marcus").err


def asked_over(*words: str) -> str:
    """What the letter says after how often, up to that no is fine; nothing else was printed."""
    ran = typed("letter", "ask", "noor", *words)
    assert ran.code == 0
    _, _, rest = " ".join(ran.out.split()).partition("to begin with. ")
    return rest.partition(" If that is not for you")[0]


def test_the_ask_proposes_a_first_talk(board: Board) -> None:
    noor = board.prospect("Noor Haddad")
    no_day = "It proposes no day: boardroom advisor edit noor --usual 'thu 16:00'\n"
    assert asked_over() == "Could we talk about it over coffee? Tell me when it would suit you."
    assert no_day in typed("letter", "ask", "noor").err

    # The slot of tomorrow would pass before they have read it.
    typed("advisor", "edit", "noor", "--usual", "sun 16:00", "--timezone", "America/New_York")
    assert asked_over() == (
        "Could we talk about it over coffee, say on Sunday 29 November at 16:00 (11:00 in New"
        " York)? Another day is just as fine."
    )
    assert no_day not in typed("letter", "ask", "noor").err

    for way, how in (("lunch", " over lunch"), ("video", " by video"), ("other", "")):
        typed("advisor", "edit", "noor", "--way", way)
        assert asked_over().startswith(f"Could we talk about it{how}, say on Sunday 29 November")

    board.meeting(noor, "2026-11-24", "planned", start_time="15:30", place="At home", private=True)
    assert asked_over() == (
        "We meet on Tuesday 24 November at 15:30 (10:30 in New York): shall we talk about it then?"
    )
