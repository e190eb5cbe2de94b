"""What is typed twice: nothing new changes nothing, and what is new is refused with its command."""

from __future__ import annotations

import shlex

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_on_terminal

ON_FILE = "since Sat 21 Nov 2026"


@pytest.fixture
def filled(ana_and_marcus: Board) -> Board:
    """A board of Ana (1) and Marcus (2), with a goal, g1, that Ana helps with."""
    ana_and_marcus.goal("Run a P&L", 1)
    return ana_and_marcus


REPEATED = [
    (
        "agenda add marcus Budget?",
        "agenda add marcus '  budget? '",
        f"Already on the agenda with Marcus Ojo {ON_FILE}: a1 Budget?",
    ),
    (
        "agenda add marcus Budget? --kind question",
        "agenda add marcus Budget?",
        f"Already on the agenda with Marcus Ojo {ON_FILE}: a1 Budget?",
    ),
    (
        "promise add marcus send the deck by 1 Dec",
        "promise add marcus Send the deck",
        "Already promised to Marcus Ojo on Sat 21 Nov 2026: p1 send the deck, by Tue 1 Dec 2026",
    ),
    (
        "promise add marcus --theirs introduce Dana",
        "promise add marcus introduce dana --theirs",
        "Already promised by Marcus Ojo on Sat 21 Nov 2026: p1 introduce Dana",
    ),
    (
        "advice add ana Answer first --on 'last tue'",
        "advice add ana answer first --on 17.11.2026",
        "Already noted from Ana Lima on Tue 17 Nov 2026: v1 Answer first",
    ),
    (
        "give ana Notes --kind resource",
        "give ana notes",
        "Already given to Ana Lima on Sat 21 Nov 2026: x1 Notes",
    ),
    (
        "got ana intro to Lena Vogt",
        "got ana Intro to Lena Vogt --kind introduction --person 'Lena Vogt'",
        "Already received from Ana Lima on Sat 21 Nov 2026: x1 intro to Lena Vogt",
    ),
    (
        "goal add --long Sit on a board --helps ana",
        "goal add sit on a BOARD",
        f"Already a goal {ON_FILE}: g2 Sit on a board",
    ),
    (
        "goal step add g1 Ask the CFO by 1 Dec",
        "goal step add g1 ask the cfo --by '1 Dec'",
        "Already a step towards g1: s1 Ask the CFO, by Tue 1 Dec 2026",
    ),
    (
        "criterion add 'Has run a P&L' --must",
        "criterion add has run a 'P&L' --must",
        "Already a must-have: c1 Has run a P&L",
    ),
    (
        "log ana Good chat --i-owe 'send it by 1 Dec' --advice Read --got Tea --way call",
        "log ana good  chat --advice read --got tea --i-owe 'send it' --way call --on today",
        "Already logged: m1, call with Ana Lima, Sat 21 Nov 2026",
    ),
]


@pytest.mark.parametrize(("first", "second", "message"), REPEATED)
def test_a_repetition_changes_nothing_and_says_since_when(
    filled: Board, first: str, second: str, message: str
) -> None:
    record = typed(*shlex.split(first), "--json").json
    before = filled.dump(), filled.sql("SELECT count(*) FROM operation")

    for command in (first, second):
        assert typed(*shlex.split(command)) == Ran(0, f"{message}\n", "")
        assert typed(*shlex.split(command), "--json").json == record
    assert (filled.dump(), filled.sql("SELECT count(*) FROM operation")) == before


ANEW = [
    (
        "agenda add marcus Budget?",
        "agenda add marcus Budget? --kind update --goal g1",
        ["agenda edit a1 --kind update --goal g1"],
    ),
    (
        "promise add marcus send the deck",
        "promise add marcus send the deck by 4 Dec",
        ["promise edit p1 --by 'Fri 4 Dec 2026'"],
    ),
    (
        "got ana intro to her CFO",
        "got ana intro to her CFO --kind introduction --person 'Jo Park'",
        ["exchange edit x1 --kind introduction --person 'Jo Park'"],
    ),
    (
        "goal add Sit on a board",
        "goal add --long Sit on a board by 1 Dec --why 'It is time' --helps ana --helps marcus",
        [
            "goal edit g2 --long --target 'Tue 1 Dec 2026' --why 'It is time'",
            "goal link g2 ana marcus",
        ],
    ),
    (
        "goal step add g1 Ask the CFO",
        "goal step add g1 Ask the CFO by 1 Dec",
        ["goal step edit s1 --by 'Tue 1 Dec 2026'"],
    ),
    (
        "criterion add 'Has run a P&L' --nice",
        "criterion add 'Has run a P&L' --must",
        ["criterion edit c1 --must"],
    ),
    (
        "log ana Good chat --i-owe 'send it'",
        (
            "log ana Good chat --on 'today 10:00' --way call --for 45m --place Porto --private"
            " --i-owe 'send it by 1 Dec' --they-owe 'call Jo' --advice \"Don't wait\" --gave Tea"
            " --got 'intro to Lena Vogt'"
        ),
        [
            (
                "log ana 'Good chat' --meeting m1 --on 'today 10:00' --way call --place Porto --for 45m"
                " --advice 'Don'\"'\"'t wait' --i-owe 'send it by 1 Dec' --they-owe 'call Jo'"
                " --gave Tea --got 'intro to Lena Vogt' --private"
            ),
        ],
    ),
]


@pytest.mark.parametrize(("first", "second", "commands"), ANEW)
def test_what_is_new_is_refused_and_added_by_the_commands_named(
    filled: Board, first: str, second: str, commands: list[str]
) -> None:
    typed(*shlex.split(first))
    before = filled.dump()

    ran = typed(*shlex.split(second))

    named = " && ".join(f"boardroom {command}" for command in commands)
    assert (ran.code, ran.out, f" To add that: {named}" in ran.err) == (6, "", True)
    assert filled.dump() == before
    assert [typed(*shlex.split(command)).code for command in commands] == [0] * len(commands)
    assert typed(*shlex.split(second)).out.startswith("Already ")


def test_an_ask_of_the_same_day_is_one(board: Board) -> None:
    board.prospect("Noor Haddad", since="2026-11-01")
    typed("advisor", "ask", "noor", "--how", "over coffee")

    for repeated in ([], ["--how", "Over coffee"], ["--on", "today"]):
        again = typed("advisor", "ask", "noor", *repeated)
        assert again == Ran(0, "Already asked Noor Haddad, Sat 21 Nov 2026\n", "")
    assert typed("advisor", "ask", "noor", "--about", "entering a field").code == 0
    assert board.sql("SELECT about FROM transition WHERE status = 'asked' ORDER BY id") == [
        (None,),
        ("entering a field",),
    ]


def test_what_is_closed_may_be_said_again(filled: Board) -> None:
    for add in ("agenda add ana Pilot", "promise add ana it", "goal step add g1 it"):
        typed(*add.split())
    typed("done", "a1", "p1", "s1")
    typed("goal", "drop", "g1")
    typed("goal", "add", "Run a P&L")

    for add in ("agenda add ana Pilot", "promise add ana it", "goal step add g2 it"):
        assert not typed(*add.split()).out.startswith("Already")
    assert filled.sql("SELECT id FROM goal ORDER BY id") == [(1,), (2,)]


def test_lines_on_the_agenda_are_named_and_the_others_added(filled: Board) -> None:
    typed("agenda", "add", "ana", "Budget?")

    ran = typed("agenda", "add", "ana", "-", stdin="- Budget?\n- Pilot\n- pilot\n- Deck\n")

    assert ran.out == (
        "Put a2, a3 on the agenda with Ana Lima · boardroom undo takes it back\n"
        f"Already on the agenda with Ana Lima {ON_FILE}: a1 Budget?\na2 Pilot\na3 Deck\n"
    )
    listed = typed("agenda", "add", "ana", "-", "--json", stdin="Deck\nBudget?\n").json
    assert [item["id"] for item in listed["agenda_items"]] == ["a3", "a1"]
    assert len(filled.sql("SELECT id FROM agenda_item")) == 3


def test_a_log_makes_nothing_that_is_on_file(filled: Board) -> None:
    typed("promise", "add", "ana", "send it by 1 Dec")
    filled.promise(1, "call Jo")
    typed("got", "ana", "intro to Lena Vogt")

    ran = typed(
        *("log", "ana", "Chat", "--got", "Intro to Lena Vogt"),
        *("--i-owe", "Send it", "--i-owe", "call jo"),
    )

    assert ran.out.splitlines()[1:] == [
        "Already promised to Ana Lima on Sun 1 Nov 2026: p2 call Jo"
    ]
    assert filled.sql("SELECT id, meeting_id FROM promise ORDER BY id") == [
        (1, 1),
        (2, None),
        (3, None),
        (4, 1),
    ]
    assert filled.sql("SELECT meeting_id FROM exchange") == [(1,)]


def test_a_day_moved_in_a_log_is_refused_and_nothing_is_logged(filled: Board) -> None:
    typed("promise", "add", "ana", "send it by 1 Dec")
    before = filled.dump()
    log = ("log", "ana", "Chat", "--i-owe", "send it by 4 Dec")

    assert "boardroom promise edit p1 --by 'Fri 4 Dec 2026'" in typed(*log).err
    assert filled.dump() == before
    typed("promise", "edit", "p1", "--by", "4 Dec")
    assert typed(*log).code == 0


def test_a_thank_you_of_ones_own_is_not_made_again(filled: Board) -> None:
    typed("promise", "add", "ana", "thank Ana Lima")
    typed("log", "ana", "Chat")

    assert filled.sql("SELECT count(*) FROM promise") == [(1,)]


def test_a_log_without_words_is_about_the_meeting_of_that_day(filled: Board) -> None:
    typed("advisor", "edit", "ana", "--since", "1 Sep")
    typed("log", "ana", "--on", "1 Sep")
    before = filled.dump()

    again = "Already logged: m1, coffee with Ana Lima, Tue 1 Sep 2026\n"
    assert typed("log", "ana", "--on", "1 Sep").out == again
    assert typed("log", "ana", "--meeting", "m1").out == again
    assert typed("log", "ana", "We talked", "--on", "1 Sep").err == (
        "m1 is on file already: coffee with Ana Lima, Tue 1 Sep 2026. New would be: notes."
        " To add that: boardroom log ana 'We talked' --meeting m1;"
        " if it was another meeting, add --another.\n"
    )
    assert filled.dump() == before
    assert typed("log", "ana", "--meeting", "m1", "We talked").code == 0
    assert typed("log", "ana", "We talked", "--on", "1 Sep").out == again


def test_a_log_in_other_words_on_the_same_day_is_refused_or_another(filled: Board) -> None:
    typed("log", "ana", "Coffee")
    before = filled.dump()

    assert typed("log", "ana", "Dinner", "--on", "today") == Ran(
        6,
        "",
        "m1 is on file already: coffee with Ana Lima, Sat 21 Nov 2026. New would be: notes. To add"
        " that: boardroom log ana Dinner --meeting m1; if it was another meeting, add --another.\n",
    )
    assert filled.dump() == before
    assert typed("log", "ana", "Dinner", "--another").err == (
        "Also logged that day: m1, coffee with Ana Lima (boardroom meeting edit m1)\n"
    )
    assert filled.sql("SELECT notes FROM meeting") == [("Coffee",), ("Dinner",)]


def test_a_terminal_asks_whether_it_was_another_meeting(filled: Board) -> None:
    typed("log", "ana", "Coffee")
    before = filled.dump()
    log = ("log", "ana", "Dinner", "--on", "today")

    no = typed_on_terminal(*log, answers="\n")

    assert (no.code, filled.dump()) == (6, before)
    assert no.err.startswith(
        "m1, coffee with Ana Lima, is logged for Sat 21 Nov 2026. Is this another meeting? [y/N]"
    )
    assert "To add that: boardroom log ana Dinner --meeting m1;" in no.err
    assert typed_on_terminal(*log, answers="y\n").out.startswith("Logged m2: ")


def test_what_is_added_to_a_logged_meeting_is_tied_to_it_and_as_private(filled: Board) -> None:
    filled.item(1, "Budget?")
    typed("log", "ana", "Coffee", "--private")

    ran = typed("log", "ana", "Cake", "--covered", "a1", "--advice", "Wait", "--i-owe", "it")
    added = shlex.split(ran.err.partition("To add that: boardroom ")[2].partition(";")[0])

    assert typed(*added).out.startswith("Changed m1, coffee with Ana Lima: notes; covered a1")
    assert filled.sql("SELECT notes FROM meeting") == [("Coffee\n\nCake",)]
    assert filled.sql("SELECT status, meeting_id FROM agenda_item") == [("covered", 1)]
    assert typed("advice", "list", "ana", "--json").json["advice_list"][0]["private"] is True
    assert typed("promise", "list", "--json").json["promises"][0]["meeting"] == "m1"
    assert typed(*added).out == "Already logged: m1, coffee with Ana Lima, Sat 21 Nov 2026\n"


@pytest.mark.parametrize("notes", ["yesterday was bad for her", "-dash", "- cut it", "--edit"])
def test_the_command_that_adds_to_a_logged_meeting_takes_any_notes(
    filled: Board, notes: str
) -> None:
    typed("log", "ana", "Coffee")

    ran = typed("log", "ana", "--on", "today", "--", notes)

    added = shlex.split(ran.err.partition("To add that: boardroom ")[2].partition(";")[0])
    assert typed(*added).code == 0
    assert filled.sql("SELECT notes FROM meeting") == [(f"Coffee\n\n{notes}",)]


def test_a_text_of_several_lines_is_left_to_be_typed_again(filled: Board) -> None:
    log = ("log", "ana", "Coffee", "--advice", "One\ntwo")
    typed("log", "ana", "Coffee")

    assert typed(*log).err.endswith(
        " To add that, type the same command with --meeting m1;"
        " if it was another meeting, add --another.\n"
    )
    assert typed(*log, "--meeting", "m1").code == 0
    assert filled.sql("SELECT text, meeting_id FROM advice") == [("One\ntwo", 1)]


@pytest.mark.usefixtures("filled")
def test_a_logged_meeting_of_another_person_is_not_added_to() -> None:
    typed("log", "ana", "Coffee")

    assert typed("log", "marcus", "Tea", "--meeting", "m1").err == (
        "m1 is a meeting with Ana Lima, not with Marcus Ojo."
        " Log it with: boardroom log ana --meeting m1\n"
    )


def test_an_item_of_another_person_is_no_part_of_what_is_new(filled: Board) -> None:
    filled.item(2, "Budget?")
    typed("log", "ana", "Coffee")

    ran = typed("log", "ana", "--covered", "a1")

    assert (ran.code, ran.err.partition(".")[0]) == (
        2,
        "a1 is on the agenda with Marcus Ojo, not with Ana Lima",
    )


def test_an_item_covered_in_another_meeting_is_not_said_to_be_logged(filled: Board) -> None:
    filled.item(1, "Budget?")
    typed("log", "ana", "--on", "18 Nov", "--covered", "a1")
    typed("log", "ana", "--on", "19 Nov")
    covered = Ran(
        6,
        "",
        "a1 was already covered in m1. To raise it again: boardroom agenda add ana TEXT\n",
    )

    assert typed("log", "ana", "--on", "19 Nov", "--covered", "a1") == covered
    assert typed("log", "ana", "--on", "20 Nov", "--covered", "a1") == covered


@pytest.mark.parametrize(
    ("alone", "option", "stored", "new"),
    [
        ("got ana Tea", "--got Tea", "SELECT meeting_id FROM exchange", "received “Tea”"),
        (
            "advice add ana Wait",
            "--advice Wait",
            "SELECT meeting_id FROM advice",
            "the advice “Wait”",
        ),
        (
            "promise add ana Call",
            "--i-owe Call",
            "SELECT meeting_id FROM promise",
            "your promise “Call”",
        ),
    ],
)
def test_what_was_noted_alone_is_tied_to_a_logged_meeting_of_that_day(
    filled: Board, alone: str, option: str, stored: str, new: str
) -> None:
    typed("config", "set", "thanks", "off")
    typed("log", "ana", "--on", "today")
    typed(*alone.split())
    log = ("log", "ana", *option.split())

    ran = typed(*log)

    assert (ran.code, f"New would be: {new}. To add that: " in ran.err) == (6, True)
    assert typed(*log, "--meeting", "m1").out.startswith("Changed m1, coffee with Ana Lima")
    assert filled.sql(stored) == [(1,)]
    assert typed(*log).out.startswith("Already logged: m1")


def test_meetings_at_two_times_of_a_day_are_two(filled: Board) -> None:
    typed("log", "ana", "--on", "today 9:00")

    assert typed("log", "ana", "--on", "today 12:00").code == 0
    assert typed("log", "ana", "--on", "today 9:00").out.startswith("Already logged: m1")
    assert filled.sql("SELECT start_time FROM meeting") == [("09:00",), ("12:00",)]


def test_the_log_of_a_plan_typed_again_is_known(
    filled: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-18")
    typed("plan", "ana", "19 Nov")
    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-21")
    filled.item(1, "Budget?")
    log = ("log", "ana", "Good chat")

    typed(*log)
    assert typed(*log).out == "Already logged: m1, coffee with Ana Lima, Thu 19 Nov 2026\n"
    assert typed(*log, "--covered", "a1").err == (
        "m1 is on file already: coffee with Ana Lima, Thu 19 Nov 2026. New would be: a1 covered."
        " To add that: boardroom log ana 'Good chat' --meeting m1 --covered a1;"
        " if it was another meeting, add --another.\n"
    )
    typed("agenda", "add", "ana", "Pilot")
    assert typed(*log).out.startswith("Already logged: m1")


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("stdin", ["", "## Notes\n\nGood chat\n"])
def test_a_log_in_the_words_of_another_day_is_a_new_meeting(
    monkeypatch: pytest.MonkeyPatch, stdin: str
) -> None:
    log = ("log", "ana", "-" if stdin else "Good chat")
    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-18")
    typed("plan", "ana", "20 Nov")
    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-21")
    assert typed(*log, stdin=stdin).out.startswith("Logged m1: coffee with Ana Lima, Fri 20 Nov")
    assert typed(*log, stdin=stdin).out.startswith(("Already logged", "Nothing changed"))

    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-22")

    assert typed(*log, stdin=stdin).out.startswith("Logged m2: coffee with Ana Lima, Sun 22 Nov")


@pytest.mark.usefixtures("filled")
def test_a_plan_of_today_comes_before_one_just_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-18")
    typed("plan", "ana", "20 Nov")
    monkeypatch.setenv("BOARDROOM_TODAY", "2026-11-21")
    typed("log", "ana", "Good chat")
    typed("plan", "ana", "today")

    assert typed("log", "ana", "Good chat").out.startswith("Logged m2: coffee with Ana Lima, Sat")


@pytest.mark.usefixtures("filled")
def test_a_plan_comes_before_a_meeting_that_was_logged() -> None:
    typed("log", "ana", "Coffee")
    typed("plan", "ana", "today", "18:00")

    assert typed("log", "ana", "coffee").out.startswith("Already logged: m1")
    assert typed("log", "ana", "Dinner").out.startswith("Logged m2")


def test_plain_notes_from_a_pipe_are_known_again(filled: Board) -> None:
    typed("log", "ana", "-", stdin="Good chat\n\nAnd more\n")

    assert typed("log", "ana", "-", stdin="Good chat\n\nand  more").out.startswith("Already logged")
    assert filled.sql("SELECT count(*) FROM meeting") == [(1,)]
