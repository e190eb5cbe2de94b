"""Wrong input, and the command that is printed for it: each is run as it is printed."""

from __future__ import annotations

import shlex

import pytest

from boardroom.cli.clearing import CLEARED
from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_at_screen
from tests.editors import Editor


@pytest.fixture
def filled(board: Board) -> Board:
    """A board of Ana and Marcus, with a goal, its step and a promise."""
    board.promise(board.advisor("Ana Lima"))
    board.goal_step(board.goal())
    board.advisor()
    return board


def run(line: str) -> Ran:
    """Runs a command line as a shell splits it."""
    return typed(*shlex.split(line))


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("advisor rename ana ann", "advisor edit ana --name ann"),
        ("rename ana Ann Lima", "advisor edit ana --name 'Ann Lima'"),
        ("rename ana lima to 'Ann Poe'", "advisor edit 'ana lima' --name 'Ann Poe'"),
        ("rename ana ann --json", "advisor edit ana --name ann --json"),
        ("rename advisor ana Ann", "advisor edit ana --name Ann"),
        ("rename g1 Own a 'P&L'", "goal edit g1 --title 'Own a P&L'"),
        ("goal rename g1 Own it", "goal edit g1 --title 'Own it'"),
        ("rename p1 The deck", "promise edit p1 --text 'The deck'"),
        ("birthday ana 3 may", "occasion add ana birthday --on '3 may' --yearly"),
        (
            "birthday of ana lima on 20 nov",
            "occasion add 'ana lima' birthday --on '20 nov' --yearly",
        ),
        ("anniversary ana 3 may", "occasion add ana anniversary --on '3 may' --yearly"),
    ],
)
def test_words_that_an_option_takes_are_printed_with_it(
    filled: Board, line: str, meant: str
) -> None:
    ran = run(line)

    assert (ran.code, ran.out) == (2, "")
    assert f"Write: boardroom {meant}" in ran.err
    before = filled.dump()
    assert run(meant).code == 0
    assert filled.dump() != before


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("advisor edit ana --birthday '1 mar'", "occasion add ana birthday --on '1 mar' --yearly"),
        (
            "advisor edit ana --bday=1990-03-01 --phone 1",
            (
                "advisor edit ana --phone 1 && boardroom"
                " occasion add ana birthday --on 1990-03-01 --yearly"
            ),
        ),
        (
            "advisor add 'Ann Poe' --born 1990-03-01",
            (
                "advisor add 'Ann Poe' && boardroom"
                " occasion add 'Ann Poe' birthday --on 1990-03-01 --yearly"
            ),
        ),
    ],
)
def test_a_birthday_that_is_typed_as_an_option_is_an_occasion(
    filled: Board, line: str, meant: str
) -> None:
    ran = run(line)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(f"That is an occasion: boardroom {meant}\n")
    assert [run(part).code for part in meant.split(" && boardroom ")][-1] == 0
    assert filled.sql("SELECT text, yearly FROM occasion") == [("birthday", 1)]


@pytest.mark.parametrize("line", ["advisor edit ana --birthday", "plan ana fri --birthday x"])
def test_a_birthday_without_a_day_or_a_person_is_no_occasion(filled: Board, line: str) -> None:
    assert "occasion" not in run(line).err
    assert filled.sql("SELECT count(*) FROM occasion") == [(0,)]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("update ana phone 123", "advisor edit ana"),
        ("change g1 it all", "goal edit g1"),
        ("change ana lima -", "advisor edit ana lima -"),
    ],
)
def test_new_words_without_an_option_are_left_to_the_editor(
    filled: Board, editor: Editor, line: str, meant: str
) -> None:
    before = filled.dump()
    editor.closes()

    assert run(line).err.endswith(f"Write: boardroom {meant}\n")
    ran = typed_at_screen(*shlex.split(meant)) if "-" not in meant else typed(*shlex.split(meant))
    assert (ran.code, filled.dump()) == (5, before)  # the form was closed, or empty


def test_another_occasion_of_a_person_is_no_birthday(filled: Board) -> None:
    meant = "occasion add ana dinner --on DATE"
    assert run("birthday ana dinner").err.endswith(f"Write: boardroom {meant}\n")
    assert run(meant.replace("DATE", "fri")).code == 0
    assert filled.sql("SELECT text, yearly FROM occasion") == [("dinner", 0)]


@pytest.mark.parametrize(
    ("line", "first", "follows", "meant"),
    [
        ("log tue ana", "tue", "NOTES", "log ana --on tue"),
        ("log 12 nov ana --way call", "12", "NOTES", "log ana --on '12 nov' --way call"),
        ("log coffee with ana", "coffee", "NOTES", "log ana coffee"),
        ("got intro from ana", "intro", "TEXT", "got ana intro"),
        ("give notes to ana lima", "notes", "TEXT", "give ana notes"),
        ("got --kind help 'a hand' ana", "a hand", "TEXT", "got ana 'a hand' --kind help"),
        ("agenda add Q? ana", "Q?", "TEXT", "agenda add ana 'Q?'"),
        ("promise add deck by fri ana", "deck", "TEXT", "promise add ana 'deck by fri'"),
        ("advice add Wait marcus", "Wait", "TEXT", "advice add marcus Wait"),
    ],
)
def test_who_behind_the_text_is_put_before_it(
    filled: Board, line: str, first: str, follows: str, meant: str
) -> None:
    before = filled.dump()

    assert run(line) == Ran(
        2,
        "",
        f"Nobody matches '{first}'; WHO comes before {follows}. Write: boardroom {meant}\n",
    )
    assert filled.dump() == before
    assert run(meant).code == 0


def test_of_a_text_with_a_name_both_readings_are_named(filled: Board) -> None:
    before = filled.dump()

    error = run("agenda add zoe Lunch with marcus").err
    assert error == (
        "Nobody matches 'zoe'; WHO comes before TEXT. Write: boardroom agenda add marcus"
        " 'zoe Lunch' or, for somebody new, first: boardroom advisor add zoe\n"
    )
    assert filled.dump() == before


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("agenda ana Lunch with tom", "agenda add ana Lunch with tom"),
        ("agenda zoe Lunch with tom", "agenda add zoe Lunch with tom"),
        ("promise ana call the bank", "promise add ana call the bank"),
        ("agenda ana done with it", "agenda add ana done with it"),
        ("agenda ana add the bank", "agenda add ana the bank"),
        ("agenda ana list", "agenda list ana"),
    ],
)
@pytest.mark.usefixtures("filled")
def test_a_text_after_a_name_may_begin_with_any_word(line: str, meant: str) -> None:
    assert run(line).err.endswith(f"Write: boardroom {meant}\n")


def test_a_slip_in_who_is_named_rather_than_a_name_behind_the_text(filled: Board) -> None:
    before = filled.dump()

    assert typed("agenda", "add", "anna", "Lunch", "with", "marcus").err == (
        "Nobody matches 'anna'. Did you mean ana (Ana Lima)?\n"
    )
    assert filled.dump() == before


def test_a_meeting_is_moved_by_the_command_printed(filled: Board) -> None:
    meant = "meeting move ana 'next fri'"
    assert run("move ana 'next fri'").err.endswith(f"Write: boardroom {meant}\n")

    assert run(meant).err == (
        "Nothing is planned with Ana Lima. Plan something: boardroom plan ana 'next fri'\n"
    )
    assert run("plan ana 'next fri'").code == 0
    assert run("meeting move ana mon").code == 0
    assert run("plan ana 10 dec").code == 0
    assert run("meeting move ana 11 dec").err.endswith(
        "Use one of these ids: boardroom meeting move m1 '11 dec'\n"
    )
    assert run("meeting move m1 '11 dec'").code == 0
    assert filled.sql("SELECT met_on FROM meeting ORDER BY id") == [
        ("2026-12-11",),
        ("2026-12-10",),
    ]


@pytest.mark.parametrize(
    ("line", "wrong", "near"),
    [
        ("plan marcus thrusday", "thrusday", "thursday"),
        ("plan marcus nxt tue", "nxt tue", "next tue"),
        ("plan marcus tommorow at 9am", "tommorow at 9am", "tomorrow at 9am"),
        ("plan marcus tomorow 10", "tomorow", "tomorrow"),
        ("plan marcus 4 decembr", "4 decembr", "4 december"),
        ("promise add ana Deck --by tomorow", "tomorow", "tomorrow"),
        ("log ana Hello --on yesteray", "yesteray", "yesterday"),
    ],
)
def test_a_day_that_is_nearly_spelt_is_offered(
    filled: Board, line: str, wrong: str, near: str
) -> None:
    before = filled.dump()

    assert run(line) == Ran(2, "", f"'{wrong}' is not a date. Did you mean {near}?\n")
    assert filled.dump() == before


@pytest.mark.parametrize("when", ["lunch", "fri at Mundy", "coffee at Mars", "fri Mundy"])
def test_a_word_of_a_place_is_not_taken_for_a_day(filled: Board, when: str) -> None:
    before = filled.dump()

    assert "Did you mean" not in run(f"plan marcus {when}").err
    assert filled.dump() == before


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("due tomorrow", "due --as-of tomorrow"),
        ("due next tue --json", "due --as-of 'next tue' --json"),
        ("board last fri", "board --as-of 'last fri'"),
        ("agenda list --open", "agenda list"),
        ("agenda list ana --open", "agenda list ana"),
        ("promise list --mine", "promise list"),
        ("promise list --open --json", "promise list --json"),
        ("goal list --open", "goal list"),
    ],
)
def test_what_a_list_shows_is_printed(line: str, meant: str) -> None:
    ran = run(line)

    assert ran.code == 2
    assert f": boardroom {meant}" in ran.err
    assert run(meant).code == 0


@pytest.mark.parametrize(
    ("line", "noun", "day"),
    [
        ("promise add ana by fri", "promise", "by fri"),
        ("promise add ana @ fri", "promise", "@ fri"),
        ("goal add By 1 May", "goal", "By 1 May"),
        ("goal step add g1 by fri", "step", "by fri"),
        ("promise edit p1 --text 'by fri'", "promise", "by fri"),
        ("log ana Hello --i-owe 'by fri'", "promise", "by fri"),
    ],
)
def test_a_text_that_is_only_a_day_is_refused(
    filled: Board, line: str, noun: str, day: str
) -> None:
    before = filled.dump()

    assert run(line) == Ran(
        2,
        "",
        f"'{day}' is only a day; the text of the {noun} is missing."
        f" Write the text before the day: TEXT {day}\n",
    )
    assert filled.dump() == before


def test_a_text_of_a_day_is_taken_as_it_stands_where_no_day_is_said(filled: Board) -> None:
    assert run("promise add ana by fri --by ''").code == 0
    assert filled.sql("SELECT text, due_on FROM promise WHERE id = 2") == [("by fri", None)]
    assert run("agenda add ana tomorrow").code == 0


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    ("command", "option"),
    [(command, option) for command, options in CLEARED.items() for option in options],
)
@pytest.mark.parametrize("joined", [False, True])
def test_a_word_for_nothing_is_answered_with_the_command_that_clears(
    command: str, option: str, *, joined: bool
) -> None:
    assert run("plan ana 4 dec").code == 0
    assert run("agreement set ana --hopes Much").code == 0
    ref = {"advisor": "ana", "agreement": "ana", "goal": "g1", "meeting": "m1", "promise": "p1"}
    who = "s1" if command == "goal step edit" else ref[command.partition(" ")[0]]

    ran = run(f"{command} {who} {option}{'=' if joined else ' '}none")

    meant = f"{command} {who} {option} ''"
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("'none' is not a ")
    assert ran.err.endswith(f". To clear it: boardroom {meant}\n")
    assert run(meant).code == 0


@pytest.mark.usefixtures("filled")
def test_a_slip_in_a_zone_is_still_answered_with_the_nearest() -> None:
    assert "Did you mean Europe/Lisbon?" in run("advisor edit ana --timezone lisbonn").err


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize(
    "line",
    ["advisor edit ana", "agreement set ana", "goal edit g1", "goal step edit s1"],
)
def test_comments_of_a_form_fit_the_screen(editor: Editor, line: str) -> None:
    editor.closes()

    typed_at_screen(*line.split())

    [shown] = editor.shown
    assert max(map(len, shown.splitlines())) <= 79
    assert " · form " in " ".join(shown.split())
