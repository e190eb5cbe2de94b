from __future__ import annotations

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_on_terminal


@pytest.fixture
def marcus(board: Board) -> int:
    """Somebody met twice in half a year; returns the row id."""
    marcus = board.advisor(seat="Finance", joined="2026-05-22")
    board.meeting(marcus, "2026-06-01")
    board.meeting(marcus, "2026-07-10", minutes=45)
    return marcus


@pytest.mark.usefixtures("marcus")
def test_facts_are_printed_without_asking(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("COLUMNS", "80")

    ran = typed_on_terminal("review", "--facts", answers="")

    assert ran == Ran(
        0,
        """\
Marcus Ojo  marcus · Finance

since     Fri 22 May, 184 days
met       2 times, 1 h 45 min; 1 of 2 gaps within 4-6w, longest 134 days
weeks     ▁▄▁▁▁▁▁▄▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁
agenda    nothing raised
advice    none given
promises  none either way
exchange  nothing given or got
goals     no progress

The board

seats        1 taken of 3-5
since        Fri 22 May, 184 days
met          2 times, 1 h 45 min
longest gap  134 days, Marcus Ojo
""",
        "",
    )


def test_json_has_every_active_advisor_and_the_board(board: Board, marcus: int) -> None:
    board.step(board.advisor("Ana Lima"), "paused", "2026-11-01")
    board.review(marcus, on="2026-11-01")

    record = typed("review", "--facts", "--json").json

    assert (record["schema"], record["as_of"], record["board"]["seats_taken_count"]) == (
        "boardroom.facts/1",
        "2026-11-21",
        1,
    )
    assert [
        (advisor["advisor"], advisor["from_on"], advisor["until_on"])
        for advisor in record["advisors"]
    ] == [("marcus", "2026-11-02", "2026-11-21")]


def test_one_person_is_shown_whatever_their_status(board: Board, marcus: int) -> None:
    board.advisor("Ana Lima")
    board.step(marcus, "paused", "2026-11-01")

    record = typed("review", "--facts", "--advisor", "mar", "--json").json

    assert (record["board"], [advisor["advisor"] for advisor in record["advisors"]]) == (
        None,
        ["marcus"],
    )
    assert "marcus\tactive_days\t163\n" in typed("review", "--advisor", "ojo", "--facts").out


@pytest.mark.usefixtures("marcus")
def test_another_day_has_the_facts_of_that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDROOM_TODAY", "2026-06-30")

    advisor = typed("review", "--facts", "--json").json["advisors"][0]

    assert (advisor["until_on"], advisor["meetings_count"], advisor["gaps_count"]) == (
        "2026-06-30",
        1,
        0,
    )


@pytest.mark.usefixtures("empty_board")
def test_an_empty_board_has_no_facts(monkeypatch: pytest.MonkeyPatch) -> None:
    ran = typed("review", "--facts", "--json")
    assert (ran.code, ran.json["advisors"], ran.json["board"]["from_on"]) == (0, [], None)
    assert typed("review", "--facts") == (0, "", "")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert (
        typed("review", "--facts").out
        == 'Nobody is on the board yet. Start with: boardroom advisor add "NAME"\n'
    )


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (
            ["--facts", "--advisor", "noor"],
            6,
            (
                "Noor Haddad has not been on the board since the last review, so there are no facts."
                " See their status with: boardroom advisor show noor"
            ),
        ),
        (
            ["--facts", "--advisor", "zoe"],
            3,
            "Nobody matches 'zoe'. List everybody with: boardroom advisor list --all",
        ),
    ],
)
def test_an_impossible_call_is_one_sentence(
    board: Board, words: list[str], code: int, sentence: str
) -> None:
    board.prospect("Noor Haddad")

    assert typed("review", *words) == (code, "", f"{sentence}\n")
