"""The time of a meeting where the other person is, in `due` and `prep`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed

SHOWN = (
    "Write the time where you are: boardroom plan ana WHEN. Theirs is shown beside it once you say"
    " where they are: boardroom advisor edit ana --timezone REGION/CITY"
)

DAYS = [
    # on a day, in the user's zone, in the other's
    ("2026-10-24", "Europe/Berlin", "America/New_York", "16:00, 10:00 in New York"),
    ("2026-10-25", "Europe/Berlin", "America/New_York", "16:00, 11:00 in New York"),
    ("2026-10-31", "Europe/Berlin", "America/New_York", "16:00, 11:00 in New York"),
    ("2026-11-01", "Europe/Berlin", "America/New_York", "16:00, 10:00 in New York"),
    ("2026-03-07", "America/New_York", "Europe/Lisbon", "16:00, 21:00 in Lisbon"),
    ("2026-03-08", "America/New_York", "Europe/Lisbon", "16:00, 20:00 in Lisbon"),
    ("2026-03-29", "America/New_York", "Europe/Lisbon", "16:00, 21:00 in Lisbon"),
    ("2026-11-27", "America/Los_Angeles", "Asia/Tokyo", "16:00, 09:00 on Sat in Tokyo"),
]


def planned(board: Board, on: str, zone: str) -> None:
    """A call with Ana Lima at 16:00 on a day."""
    ana = board.advisor("Ana Lima", joined="2025-01-10", timezone=zone)
    board.meeting(ana, on, "planned", way="call", start_time="16:00")


@pytest.mark.parametrize("case", DAYS)
def test_due_and_prep_say_their_time_on_the_day_itself(
    case: tuple[str, str, str, str],
    board: Board,
    move_to: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    on, here, there, words = case
    planned(board, on, there)
    move_to(here)
    monkeypatch.setenv("BOARDROOM_TODAY", f"{on[:8]}01")  # before the clocks change

    day = words.replace("16:00,", f"16:00 ({_distance(on)}),")
    assert f"at {words}, nothing" in typed("due", "--within", "60d").out
    assert f" {day}, call," in typed("prep", "ana").out


def _distance(on: str) -> str:
    days = int(on[8:]) - 1
    return f"in {days} days" if days > 1 else "tomorrow" if days else "today"


@pytest.mark.parametrize(
    ("here", "there", "at"),
    [
        ("Europe/Berlin", "Europe/Paris", "16:00"),
        ("Europe/Berlin", "Europe/Lisbon", None),
        ("Europe/Berlin", "", "16:00"),
    ],
)
def test_where_it_does_not_differ_nothing_is_said(
    here: str, there: str, at: str | None, board: Board, move_to: Callable[[str], None]
) -> None:
    move_to(here)
    ana = board.advisor("Ana Lima", timezone=there)
    board.meeting(ana, "2026-11-24", "planned", start_time=at)

    assert " in " not in typed("due").out.splitlines()[0].partition("(")[0]
    assert "Lisbon" not in typed("prep", "ana").out


@pytest.mark.parametrize(
    ("way", "reach"),
    [
        ("call", "call, +351 21, "),
        ("video", "video call, https://meet.example/ana, "),
        ("walk", "walk, 60"),
    ],
)
def test_prep_of_a_call_has_the_phone_and_of_a_video_the_link(
    way: str, reach: str, board: Board
) -> None:
    ana = board.advisor("Ana Lima", phone="+351 21", link="https://meet.example/ana")
    board.meeting(ana, "2026-11-24", "planned", way=way)

    assert f" (in 3 days), {reach}" in typed("prep", "ana").out


def test_a_call_without_a_phone_has_the_link(board: Board) -> None:
    ana = board.advisor("Ana Lima", link="https://meet.example/ana")
    board.meeting(ana, "2026-11-24", "planned", way="call", place="his desk")

    assert "call, https://meet.example/ana, his desk, 60 minutes" in typed("prep", "ana").out


def test_a_shared_brief_of_a_private_call_has_no_phone(board: Board) -> None:
    ana = board.advisor("Ana Lima", phone="+351 21")
    board.meeting(ana, "2026-11-24", "planned", way="call", private=True)

    assert "+351" in typed("prep", "ana").out
    assert "+351" not in typed("prep", "ana", "--md").out


def test_the_letter_with_the_agenda_says_their_time(
    board: Board, move_to: Callable[[str], None]
) -> None:
    move_to("Europe/Berlin")
    planned(board, "2026-11-24", "Europe/Lisbon")
    board.item(1, "Budget")

    assert " at 16:00 (15:00 in Lisbon)" in typed("letter", "agenda", "ana").out


@pytest.mark.parametrize(("on", "reach"), [("2026-11-21", ", +351 21, "), ("2026-11-22", ", ")])
def test_due_has_the_phone_on_the_day_of_a_call(on: str, reach: str, board: Board) -> None:
    ana = board.advisor("Ana Lima", phone="+351 21")
    board.meeting(ana, on, "planned", way="call", start_time="16:00")

    assert f" at 16:00{reach}nothing on the agenda" in typed("due").out


def test_a_shared_due_list_has_no_phone_of_a_private_call(board: Board, tmp_path: Path) -> None:
    ana = board.advisor("Ana Lima", phone="+351 21")
    board.meeting(ana, "2026-11-21", "planned", way="call", private=True)

    typed("due", "--svg", str(tmp_path / "due.svg"))

    drawn = (tmp_path / "due.svg").read_text("utf-8").replace("&#160;", " ")
    assert "call today" in drawn
    assert "+351" not in drawn


@pytest.mark.parametrize("words", ["8am their time", "08:00 JST", "08:00 tokyo time", "8am (JST)"])
def test_a_time_of_their_clock_is_said_in_yours(
    board: Board, move_to: Callable[[str], None], words: str
) -> None:
    board.advisor("Ana Lima", timezone="Asia/Tokyo")
    move_to("Europe/Berlin")

    ran = typed("plan", "ana", "22", "jan", *words.split())

    others = words.split(" ", 1)[1].strip("()")
    assert ran == Ran(
        2,
        "",
        f"Times are those of your own clock, so '{others}' is not read. Fri 22 Jan 2027 08:00 in"
        " Tokyo is Fri 22 Jan 2027 00:00 for you: boardroom plan ana Fri 22 Jan 2027 00:00\n",
    )
    assert typed(*ran.err.rpartition("boardroom ")[2].split()).code == 0


@pytest.mark.parametrize(
    ("words", "zone", "hint"),
    [
        ("8am their time", None, SHOWN),
        ("08:00 CET", None, SHOWN),
        ("08:00 GMT", "Asia/Tokyo", "Write the time where you are: boardroom plan ana WHEN"),
        (
            "08:00-09:30 UTC",
            None,
            (
                "Fri 22 Jan 2027 08:00-09:30 in UTC is Fri 22 Jan 2027 09:00-10:30 for you: boardroom"
                " plan ana Fri 22 Jan 2027 09:00-10:30"
            ),
        ),
    ],
)
def test_of_another_clock_no_time_is_guessed(
    board: Board, move_to: Callable[[str], None], words: str, zone: str | None, hint: str
) -> None:
    board.advisor("Ana Lima", timezone=zone)
    move_to("Europe/Berlin")

    ran = typed("plan", "ana", "22", "jan", *words.split())

    others = words.split(" ", 1)[1]
    message = f"Times are those of your own clock, so '{others}' is not read."
    assert ran == Ran(2, "", f"{message} {hint}\n")


def test_my_time_is_the_one_that_is_read(board: Board) -> None:
    board.advisor("Ana Lima")

    assert typed("plan", "ana", "22", "jan", "8am", "my", "time").err == (
        "Times are those of your own clock anyway. Write: boardroom plan ana Fri 22 Jan 2027 08:00\n"
    )
