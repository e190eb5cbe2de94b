"""What a change says on a screen: aligned, wrapped at words, the undo on a dim line of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import typed, typed_in_colour

LOG = (
    *("log", "ana", "Answer first, then explain. She liked the new opening, and the pilot is on."),
    *("--covered", "a1,a2", "--advice", "Ask to shadow the budget round before the review"),
    *("--i-owe", "send the new opening @ 27 Nov", "--they-owe", "introduce her editor"),
    *("--gave", "notes on the analytics stack", "--got", "a hard look at the deck", "--private"),
)
EDIT = (
    *("advisor", "edit", "ana", "--seat", "The one who tells the truth about decks"),
    *("--city", "Porto", "--how-met", "At the retail summit, in the queue for coffee"),
)
PLAN = (
    *("plan", "ana", "next", "tue", "15:30-16:15", "--way", "walk"),
    *("--place", "Parque da Cidade, at the gate beside the old mill"),
)
SHORT_EDIT = ("advisor", "edit", "ana", "--org", "Kite")
PROMISE = (
    *("promise", "edit", "p1", "--by", "fri", "--text", "Send the new opening with its figures"),
    *("--note", "She wants to see how the last one was received by the group"),
)
AGREEMENT = (
    *("agreement", "set", "ana", "--hopes", "Tell me when I hide behind slides and numbers"),
    *("--focus", "Saying no", "--until", "1 Mar", "--confidential"),
)
CHANGED_AGREEMENT = ("agreement", "set", "ana", "--no-confidential", "--until", "1 Apr")
DONE = ("done", "p1", "p2", "--note", "Over coffee")
REVIEW = ("review", "--answers", "-")
ANSWERS = (
    '{"advisors": {"ana": {"value": 2, "decision": "part"},'
    ' "marcus": {"value": 4, "decision": "adjust", "window": "6-8w"}},'
    ' "board": {"note": "Must: Has run a P&L"}}'
)
ALL = (LOG, PLAN, EDIT, SHORT_EDIT, PROMISE, AGREEMENT, CHANGED_AGREEMENT, DONE)
UNDO = "boardroom undo takes it back"
_DIM = "\x1b[38;5;243m"


@pytest.fixture
def with_ana(board: Board) -> Board:
    """A board of Marcus Ojo, and Ana Lima with two items on the agenda."""
    ana = board.advisor("Ana Lima", seat="Truth-teller")
    board.advisor()
    board.item(ana, "Is the new opening better?")
    board.item(ana, "How do I say no to the steering group?")
    return board


def test_confirmations_look_the_same(
    with_ana: Board, golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = Path(with_ana.path)
    before = file.read_bytes()
    faces = {
        **{f"{width} columns": {"COLUMNS": str(width)} for width in (40, 80, 120)},
        "NO_COLOR": {"COLUMNS": "80", "NO_COLOR": "1"},
        "ACCESSIBLE": {"COLUMNS": "80", "NO_COLOR": "1", "ACCESSIBLE": "1"},
    }
    shown = []
    for name, variables in faces.items():
        with monkeypatch.context() as environment:
            for variable, value in variables.items():
                environment.setenv(variable, value)
            screen = "".join(typed_in_colour(*words).out for words in ALL)
            screen += typed_in_colour(*REVIEW, stdin=ANSWERS).out
        shown.append(f"{f'── {name} ':─<{variables['COLUMNS']}}\n{screen}")
        file.write_bytes(before)
    piped = "".join(typed(*words).out for words in ALL)
    piped += typed(*REVIEW, stdin=ANSWERS).out

    golden("confirmations", "".join([*shown, f"{'── piped ':─<80}\n{piped}"]))


@pytest.mark.usefixtures("with_ana")
def test_the_undo_of_every_change_stands_on_a_dim_line() -> None:
    for words in (LOG, EDIT, ("give", "ana", "a book")):
        assert typed_in_colour(*words).out.endswith(f"\n{_DIM}{UNDO}\x1b[0m\n")


@pytest.mark.usefixtures("with_ana")
@pytest.mark.parametrize(
    "variables",
    [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {"TERM": "xterm"}, {"TERM": ""}],
    ids=lambda variables: "=".join(*variables.items()),
)
def test_a_terminal_without_that_colour_gets_none(
    variables: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable, value in variables.items():
        monkeypatch.setenv(variable, value)

    assert "\x1b" not in typed_in_colour(*LOG).out


@pytest.mark.usefixtures("with_ana")
@pytest.mark.parametrize("width", [80, 100, 120])
def test_no_confirmation_is_broken_inside_a_word(
    width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.setenv("NO_COLOR", "1")

    out = "".join(typed_in_colour(*words).out for words in ALL)

    assert max(map(len, out.splitlines())) <= width
    for text in LOG[2], LOG[6], "p1: send the new opening by Fri 27 Nov", "x2 got a hard look":
        assert text in " ".join(out.split())


def test_a_form_says_what_it_changed_in_lines_of_their_own(
    with_ana: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_ana.advice(1, "Ask to shadow")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    form = (
        "## Agenda\n- [x] a1 Is the new opening better?\n- A new one\n"
        "## Advice\n- v1 Ask to shadow → worked: yes\n"
    )

    assert typed("log", "ana", "-", stdin=form).out == (
        "Logged m1: coffee with Ana Lima, Sat 21 Nov 2026 (today)\n"
        "covered   a1 Is the new opening better?\n"
        "agenda    1 new\n"
        "promises  p1: Thank Ana Lima by Sun 22 Nov\n"
        "changed   v1: status new → worked, outcome none → “yes”, told in the meeting\n"
        "next      due from Sat 19 Dec (4-6w), say Fri 25 Dec: boardroom plan ana next\n"
        "boardroom undo takes it back\n"
    )


@pytest.mark.usefixtures("with_ana")
def test_a_doubtful_introduction_offers_its_command_in_its_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")

    assert (
        "exchange  x1 got an intro to kim (to whom?\n"
        "          boardroom exchange edit x1 --kind introduction --person NAME)\n"
    ) in typed_in_colour("log", "ana", "--got", "an intro to kim").out
