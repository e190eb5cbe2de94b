"""Every lifecycle command from every status; the commands that a refusal names can be typed."""

from __future__ import annotations

import re

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed

PATHS = {
    "prospect": (),
    "asked": ("asked",),
    "declined": ("asked", "declined"),
    "active": ("active",),
    "paused": ("active", "paused"),
    "alumni": ("active", "alumni"),
}
TAKEN = {
    "prospect": {"ask": "asked", "seat": "active"},
    "asked": {"ask": "asked", "seat": "active", "decline": "declined"},
    "declined": {"consider": "prospect", "ask": "asked"},
    "active": {"pause": "paused", "part": "alumni"},
    "paused": {"resume": "active", "part": "alumni", "pause": "paused"},
    "alumni": {"consider": "prospect", "ask": "asked"},
}
VERBS = ("consider", "ask", "seat", "decline", "pause", "resume", "part")


@pytest.fixture(params=PATHS)
def status(request: pytest.FixtureRequest, board: Board) -> str:
    """A status of Noor Haddad, a prospect since 1 October, that dates from 20 October."""
    noor = board.prospect("Noor Haddad", since="2026-10-01")
    for to in PATHS[request.param]:
        board.step(noor, to, "2026-10-20")
    return str(request.param)


def test_a_command_takes_its_step_or_names_the_possible_ones(board: Board, status: str) -> None:
    before = board.dump()
    for verb in VERBS:
        ran = _typed(verb)
        if verb in TAKEN[status]:
            assert (ran.code, _status()) == (0, TAKEN[status][verb])
            assert typed("undo").code == 0
        else:
            assert (ran.code, ran.out) == (6, "")
            assert {*re.findall(r"boardroom advisor (\w+) noor", ran.err)} == TAKEN[status].keys()
        assert board.dump() == before


def test_a_step_is_not_dated_before_the_last(board: Board, status: str) -> None:
    last = "2026-10-20" if PATHS[status] else "2026-10-01"
    before = board.dump()
    for verb in TAKEN[status]:
        assert (
            _typed(verb, "--on", "2026-09-30").code,
            _typed(verb, "--on", "2026-11-22").code,
        ) == (2, 2)
        assert board.dump() == before
        assert _typed(verb, "--on", last, "--note", "So be it").code == 0
        kept = board.sql("SELECT changed_on, status, note FROM transition ORDER BY id DESC LIMIT 1")
        assert kept == [(last, TAKEN[status][verb], "So be it")]
        assert typed("undo").code == 0
        assert board.dump() == before


def _typed(verb: str, *options: str) -> Ran:
    needed = {"part": ["--yes"], "pause": ["--until", "9m"]}
    return typed("advisor", verb, "noor", *options, *needed.get(verb, []))


def _status() -> str:
    return str(typed("advisor", "show", "noor", "--json").json["status"])


def test_the_end_of_a_pause_is_read_from_its_beginning(board: Board) -> None:
    board.advisor(joined="2026-08-01")

    ran = typed("advisor", "pause", "marcus", "--on", "1 Sep", "--until", "1 Nov")

    assert ran.code == 0
    assert "Sun 1 Nov 2026" in ran.out


def test_a_pause_takes_a_bare_length(board: Board) -> None:
    board.advisor()

    assert "Sat 12 Dec 2026" in typed("advisor", "pause", "marcus", "--until", "3w").out


def test_pausing_again_moves_the_end_of_the_pause(board: Board) -> None:
    board.step(board.advisor(), "paused", "2026-11-01", until="2026-11-20")

    undo = "boardroom undo takes it back"
    moved = typed("advisor", "pause", "marcus", "--until", "1m")
    assert moved.out == f"Marcus Ojo stays paused until Mon 21 Dec 2026 (in 30 days) · {undo}\n"
    assert typed("advisor", "pause", "marcus", "--until", "1m").out == (
        "Nothing changed: already up to date.\n"
    )
    assert typed("advisor", "pause", "marcus").out == (
        f"Marcus Ojo stays paused with no end, since Sun 1 Nov 2026 (20 days ago) · {undo}\n"
    )
    assert typed("advisor", "pause", "marcus", "--until", "today").err == (
        "The end of the pause can't be moved to Sat 21 Nov 2026, which is not after"
        " Sat 21 Nov 2026. Use a later --until, or end the pause: boardroom advisor resume marcus\n"
    )
    assert typed("undo", "2").code == 0
    assert typed("advisor", "show", "marcus", "--json").json["paused_until"] == "2026-11-20"


def test_no_step_is_dated_before_the_end_of_a_pause_was_moved(board: Board) -> None:
    board.step(board.advisor(), "paused", "2026-11-01", until="2026-11-20")
    typed("advisor", "pause", "marcus", "--until", "1m")

    assert "is before the last step with Marcus Ojo, on Sat 21 Nov 2026" in (
        typed("advisor", "resume", "marcus", "--on", "15 Nov").err
    )


def test_a_pause_names_the_meetings_planned_within_it(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-24", "planned", start_time="15:30")
    board.meeting(marcus, "2026-12-24", "planned")

    ran = typed("advisor", "pause", "marcus", "--until", "2026-12-01")

    assert (
        " (in 10 days); m1 is planned in it, Tue 24 Nov 2026 15:30: boardroom meeting move m1 WHEN"
        " or boardroom meeting cancel m1 · "
    ) in ran.out
    assert typed("advisor", "pause", "marcus").out.count("is planned in it") == 2
