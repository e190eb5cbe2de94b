"""No route makes a second record of the same thing, in whatever order the routes are taken."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_with_typer

Route = Callable[[str], Ran]

_WORDS = ("send", "the", "Deck", "P&L?", "café", "-20%", "[x]", "(draft)", "it's", "Ana")


def _logged(option: str) -> Route:
    """A log of its own meeting, at its own time, with the text in an option."""
    at = ("--on", f"today {8 + len(option)}:00")
    return lambda text: typed("log", "ana", f"Chat {option} {text}", option, text, *at)


def _form(section: str, mark: str) -> Route:
    """A form from a pipe, at its own time, with the text on a line of it."""
    form = f"## Notes\nChat of {section}\n## {section}\n- {mark}"
    at = ("--on", f"today {8 + len(section)}:30")
    return lambda text: typed("log", "ana", "-", *at, stdin=f"{form}{text}\n")


def _routes(*command: str) -> list[Route]:
    """The command by itself, by Typer, with its options first, and from a pipe."""
    return [
        lambda text: typed(*command, text),
        lambda text: typed(*command, *text.split(" ")),
        lambda text: typed_with_typer(*command, text),
        lambda text: typed(*command, "-", stdin=f"{text}\n"),
        lambda text: typed("--json", *command, text),
    ]


KINDS: dict[str, list[Route]] = {
    "agenda_item.text": [*_routes("agenda", "add", "ana"), _form("Agenda", "[ ] ")],
    "promise.text": [
        *_routes("promise", "add", "ana"),
        _logged("--i-owe"),
        _form("Promises", "me: "),
    ],
    "advice.text": [*_routes("advice", "add", "ana"), _logged("--advice"), _form("Advice", "")],
    "exchange.text": [
        *_routes("got", "ana"),
        _logged("--got"),
        _form("Exchange", "got: "),
    ],
    "goal.title": _routes("goal", "add"),
    "goal_step.text": _routes("goal", "step", "add", "g1"),
    "criterion.text": _routes("criterion", "add", "--must"),
    "meeting.notes": _routes("log", "ana", "--on", "today 7:00"),
}
"""The routes to a record of each kind, by its column of words."""

_SPELLINGS: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    lambda text: f"  {text.replace(' ', '   ')} ",
)

texts = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=4).map(" ".join)
steps = st.lists(
    st.tuples(st.sampled_from([*KINDS]), st.integers(0, 6), st.sampled_from(_SPELLINGS)),
    min_size=2,
    max_size=8,
)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=texts, steps=steps)
def test_no_route_makes_a_second_record_of_the_same_words(
    text: str, steps: list[tuple[str, int, Callable[[str], str]]]
) -> None:
    with TemporaryDirectory() as folder:
        board = Board(Path(folder) / "board.db")
        board.advisor("Ana Lima")
        board.goal("Something else")
        with patch.dict("os.environ", {"BOARDROOM_DB": board.path}):
            for kind, number, spelling in steps:
                routes = KINDS[kind]
                ran = routes[number % len(routes)](spelling(text))
                # 2: a text alone that looks like an option or `-`; 6: notes of a logged meeting
                assert ran.code in ((0, 2, 6) if kind == "meeting.notes" else (0, 2)), ran
        for kind in KINDS:
            table, column = kind.split(".")
            words = [
                " ".join(row[0].casefold().split())
                for row in board.sql(f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL")  # noqa: S608
            ]
            assert len(words) == len(set(words)), (kind, words)


@settings(max_examples=20, deadline=None)
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(["tue", "tue 15:30", "24 Nov", "2026-11-24 15:30", "wed", "fri 9:00"]),
            st.booleans(),
        ),
        min_size=2,
        max_size=6,
    )
)
def test_no_two_plans_of_a_day_are_made_without_another(steps: list[tuple[str, bool]]) -> None:
    with TemporaryDirectory() as folder:
        board = Board(Path(folder) / "board.db")
        board.advisor("Ana Lima")
        with patch.dict("os.environ", {"BOARDROOM_DB": board.path}):
            for when, with_typer in steps:
                run = typed_with_typer if with_typer else typed
                assert run("plan", "ana", *when.split()).code in (0, 6)
        days = board.sql("SELECT met_on FROM meeting")
        assert len(days) == len(set(days))


@pytest.fixture
def two_meetings(board: Board) -> Board:
    """Two meetings of one day; in that of the morning, a book was received."""
    board.advisor("Marcus Ojo")
    typed("log", "marcus", "Early", "--on", "20 nov 9:00", "--got", "a book", "--advice", "Read it")
    typed("log", "marcus", "Late", "--on", "20 nov 18:00")
    return board


def test_what_another_meeting_of_the_day_holds_is_new_to_this_one(two_meetings: Board) -> None:
    ran = typed("log", "marcus", "--on", "20 nov 18:00", "--got", "a book", "--advice", "Read it")

    assert ran.code == 6
    assert "New would be: the advice “Read it” and received “a book”" in ran.err
    added = typed("log", "marcus", "--meeting", "m2", "--got", "a book", "--advice", "Read it")
    assert added.out.startswith("Changed m2, coffee with Marcus Ojo: new v2 (Read it); new x2")
    assert two_meetings.sql("SELECT meeting_id FROM exchange") == [(1,), (2,)]
    assert "Already logged: m2" in typed("log", "marcus", "--meeting", "m2", "--got", "a book").out


@pytest.mark.usefixtures("two_meetings")
def test_a_log_of_a_day_is_of_the_meeting_that_holds_it() -> None:
    ran = typed("log", "marcus", "--on", "20 nov", "--got", "a book")

    assert ran.out.startswith("Already logged: m1, ")


@pytest.mark.usefixtures("two_meetings")
def test_a_promise_of_another_meeting_is_named() -> None:
    typed("log", "marcus", "--meeting", "m2", "--i-owe", "call her")

    ran = typed("log", "marcus", "--meeting", "m1", "--i-owe", "call her")

    assert ran.out.startswith("Already promised on Fri 20 Nov 2026: p2 call her\n")
