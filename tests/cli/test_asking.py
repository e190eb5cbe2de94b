"""Questions on a terminal, and the errors in their place where nobody can answer."""

from __future__ import annotations

import json

import pytest

from tests.boards import Board
from tests.cli.typed import typed, typed_on_terminal, typed_with_typer

ASKED = "  marcus       Marcus Ojo\n  marcus-webb  Marcus Webb\nWho? (like marcus)"
# A command that lacks an argument: the question on a terminal, and the error in a pipe.
INCOMPLETE = {
    "advisor add": ("Full name? (like Lena Vogt)", "NAME is missing."),
    "advisor show": (ASKED, "WHO is missing."),
    "advisor edit --seat Retail": (ASKED, "WHO is missing."),
    "advisor pause": (ASKED, "WHO is missing."),
    "advisor rm --yes": (ASKED, "WHO is missing."),
    "agenda add": (ASKED, "WHO is missing."),
    "agenda add webb": (
        "What do you want to raise with Marcus Webb? (like Which budget?)",
        "TEXT is missing.",
    ),
    "plan webb": ("When do you meet Marcus Webb? (like next tue 15:30)", "WHEN is missing."),
    "completion": ("Which shell? (bash, zsh, fish, powershell or pwsh)", "SHELL is missing."),
}
AMBIGUOUS = "  1  Marcus Ojo (marcus)\n  2  Marcus Webb (marcus-webb)\nWhich mar? [1-2] "


@pytest.fixture(autouse=True)
def _two_people_called_marcus(board: Board) -> None:
    board.advisor("Marcus Ojo")
    board.advisor("Marcus Webb")


@pytest.mark.parametrize("command", INCOMPLETE)
def test_leaving_a_question_changes_nothing(board: Board, command: str) -> None:
    before = board.dump()
    ran = typed_on_terminal(*command.split(), answers="")
    assert ran == (5, "", f"{INCOMPLETE[command][0]} \nThere was no answer, so nothing changed.\n")
    assert board.dump() == before


@pytest.mark.parametrize("command", INCOMPLETE)
def test_a_missing_argument_in_a_pipe_is_an_error(command: str) -> None:
    ran = typed(*command.split())

    message, _, hint = ran.err.partition(" Usage: ")
    assert (ran.code, ran.out, message) == (2, "", INCOMPLETE[command][1])
    assert " · Example: boardroom " in hint
    assert typed_with_typer(*command.split()) == ran
    assert typed_on_terminal(*command.split(), "--no-input", answers="marcus\n") == ran


def test_a_missing_argument_is_not_asked_for_where_a_script_reads_json() -> None:
    ran = typed_on_terminal("agenda", "add", "webb", "--json", answers="Budget\n")

    assert (ran.code, ran.out) == (2, "")
    assert json.loads(ran.err) == {
        "error": {
            "code": "bad_input",
            "exit": 2,
            "message": "TEXT is missing.",
            "hint": "Usage: boardroom agenda add [OPTIONS] WHO TEXT...|- · Example: boardroom"
            " agenda add marcus 'How do I get exposure to a P&L?'",
            "candidates": [],
        }
    }


def test_the_example_has_the_option_that_is_missing() -> None:
    assert typed("snooze", "webb").err == (
        "--until is missing. Usage: boardroom snooze [OPTIONS] WHO|pID|review --until DATE"
        " · Example: boardroom snooze marcus --until 'in 3w' --why 'Closing the year'\n"
    )


@pytest.mark.parametrize("answer", ["2", "marcus-webb"])
def test_an_ambiguous_who_takes_a_number_or_a_handle(board: Board, answer: str) -> None:
    ran = typed_on_terminal("advisor", "edit", "mar", "--seat", "Retail", answers=f"{answer}\n")
    assert (ran.code, ran.err) == (0, AMBIGUOUS)
    assert board.sql("SELECT handle, seat FROM advisor ORDER BY handle") == [
        ("marcus", None),
        ("marcus-webb", "Retail"),
    ]


@pytest.mark.parametrize("answer", ["0", "3", "-1", "²", "mar", "", "9" * 30])
def test_an_answer_that_names_nobody_is_asked_again(board: Board, answer: str) -> None:
    ran = typed_on_terminal(
        "advisor", "edit", "mar", "--seat", "Retail", answers=f"{answer}\n{answer}\n2\n"
    )
    slip = f"{answer!r} is not one of them. Type a number or a handle.\n{AMBIGUOUS}"
    assert (ran.code, ran.err) == (0, f"{AMBIGUOUS}{slip}{slip}")
    assert board.sql("SELECT handle FROM advisor WHERE seat = 'Retail'") == [("marcus-webb",)]


@pytest.mark.parametrize(
    ("command", "slip", "reason", "answer"),
    [
        ("plan webb", "tommorow", "'tommorow'", "tomorrow"),
        ("plan webb", "", "Nothing was typed. Ctrl-D cancels.", "tomorrow"),
        ("prep", "nobody", "Nobody matches 'nobody'.", "webb"),
        ("snooze webb", "soon", "'soon'", "in 3w"),
        ("snooze", "x9", "", "webb\n3w"),
        ("criterion add P&L", "yes", "'yes'", "must"),
        ("completion", "tcsh", "'tcsh'", "bash"),
        ("config set window", "often", "'often'", "3-5w"),
        ("config set", "windows", "", "window\n3-5w"),
        ("agenda drop", "p1", "p1 is", "a1"),
        ("agenda drop", "a9", "There is no agenda item a9.", "1"),
        ("done", "nothing", "'nothing'", "a1"),
        ("done", "a1 p9", "There is no promise p9.", "a1"),
        ("advice outcome v1", "maybe", "'maybe'", "worked"),
        ("meeting move m1", "sometime", "'sometime'", "fri"),
        ("meeting cancel", "nobody", "Nobody matches 'nobody'.", "m1"),
        ("meeting show", "p1", "p1 is", "m1"),
        ("log webb yesterday great chat", "y", "'y' is neither held nor notes.", "held"),
        ("advisor merge webb", "nobody", "Nobody matches 'nobody'.", "marcus\ny"),
    ],
)
def test_a_slip_is_asked_again_with_its_reason(
    board: Board, command: str, slip: str, reason: str, answer: str
) -> None:
    board.item(2, "Budget")
    board.advice(2, "Wait")
    board.meeting(2, "2026-11-27", "planned")

    ran = typed_on_terminal(*command.split(), answers=f"{slip}\n{answer}\n")

    assert ran.code == 0, ran
    assert reason in ran.err


def test_a_slip_can_be_left_with_ctrl_d(board: Board) -> None:
    ran = typed_on_terminal("plan", "webb", answers="tommorow\n")

    assert (ran.code, ran.err.endswith("There was no answer, so nothing changed.\n")) == (5, True)
    assert board.sql("SELECT count(*) FROM meeting") == [(0,)]


def test_a_person_is_found_again_after_the_question(board: Board) -> None:
    third = "  3  Marcus Young (marcus-young)\nWhich mar? [1-3] "

    ran = typed_on_terminal(
        *("agenda", "add", "mar", "Budget"),
        answers="2\n3\n",
        meanwhile=lambda: board.advisor("Marcus Young"),
    )

    # The list has changed, so the first answer may mean somebody else.
    assert (ran.code, ran.err) == (0, AMBIGUOUS + AMBIGUOUS.replace("Which mar? [1-2] ", third))
    assert board.sql("SELECT advisor_id, text FROM agenda_item") == [(3, "Budget")]


@pytest.mark.parametrize("answer", ["n", "", "No"])
def test_no_and_enter_change_nothing(board: Board, answer: str) -> None:
    before = board.dump()
    ran = typed_on_terminal("advisor", "rm", "webb", answers=f"{answer}\n")
    assert ran == (5, "", "This removes Marcus Webb. Continue? [y/N] Nothing changed.\n")
    assert board.dump() == before


@pytest.mark.parametrize("answer", ["y", "Y", "yes", "YES"])
def test_yes_goes_on(board: Board, answer: str) -> None:
    ran = typed_on_terminal("advisor", "rm", "webb", answers=f"{answer}\n")
    assert (ran.code, ran.err) == (0, "This removes Marcus Webb. Continue? [y/N] ")
    assert board.sql("SELECT handle FROM advisor") == [("marcus",)]


@pytest.mark.parametrize("command", ["advisor rm webb", "advisor part webb"])
def test_a_consequence_needs_a_yes_in_a_pipe_too(board: Board, command: str) -> None:
    before = board.dump()
    for ran in (
        typed(*command.split(), stdin="y\n"),
        typed_on_terminal(*command.split(), "--no-input", answers="y\n"),
    ):
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.endswith(" This needs confirmation. Confirm with --yes.\n")
    assert board.dump() == before


def test_control_characters_in_a_question_are_visible(board: Board) -> None:
    board.advisor("Red \x1b[31m Alert")
    assert typed_on_terminal("advisor", "rm", "red", answers="n\n").err.startswith(
        "This removes Red \\x1b[31m Alert. "
    )


def test_an_answer_may_hold_what_an_argument_may(board: Board) -> None:
    ran = typed_on_terminal("advisor", "add", answers="  O'Brien; DROP TABLE advisor \n")
    assert ran.code == 0
    assert board.sql("SELECT name FROM advisor WHERE handle = 'obrien'") == [
        ("O'Brien; DROP TABLE advisor",)
    ]


def test_a_question_is_wrapped_at_words_with_its_choices_set_in(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    board.advisor("Maria Fernanda de Albuquerque Cavalcanti")
    board.advisor("Maria Fox")

    asked = typed_on_terminal("advisor", "show", "mari", answers="")
    confirmed = typed_on_terminal("advisor", "rm", "maria", answers="n\n")

    assert asked.err == (
        "  1  Maria Fernanda de Albuquerque\n"
        "     Cavalcanti (maria)\n"
        "  2  Maria Fox (maria-fox)\n"
        "Which mari? [1-2] \n"
        "There was no answer, so nothing changed.\n"
    )
    assert confirmed.err == (
        "This removes Maria Fernanda de\nAlbuquerque Cavalcanti. Continue? [y/N] Nothing changed.\n"
    )


def test_a_command_among_the_choices_is_left_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    ran = typed_on_terminal(
        *("log", "webb", "--place", "Blue", "Bottle", "said", "yes", "to", "it"), answers=""
    )

    assert ran.err == (
        "--place takes one value, so 'Bottle said\n"
        "yes to it' after it may belong to it or\n"
        "not.\n"
        "  1  boardroom log webb said yes to it --place 'Blue Bottle'\n"
        "  2  boardroom log webb --place 'Blue Bottle said yes to it'\n"
        "  3  boardroom log webb Bottle said yes to it --place Blue\n"
        "Which is meant? [1-3] \n"
        "There was no answer, so nothing changed.\n"
    )
    ran = typed_on_terminal(
        *("log", "webb", "She", "nodded,", "twice", "--place", "Blue", "Bottle"), answers=""
    )
    assert "  1  boardroom log webb She nodded, twice --place 'Blue Bottle'\n" in ran.err


def test_a_slip_in_a_yes_or_no_is_asked_again_and_enter_takes_the_default(board: Board) -> None:
    board.goal("Run a P&L")
    ran = typed_on_terminal("goal", "rm", "g1", answers="?\nmaybe\n\n")

    question = "This removes g1 (Run a P&L). Continue? [y/N] "
    again = "'{}' is neither yes nor no. Answer y or n.\n"
    assert ran == (
        5,
        "",
        f"{question}{again.format('?')}{question}{again.format('maybe')}{question}Nothing changed.\n",
    )
    assert board.sql("SELECT count(*) FROM goal") == [(1,)]
