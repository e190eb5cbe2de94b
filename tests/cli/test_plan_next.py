"""`plan WHO next`, and the slots that `plan WHO` offers on a terminal. Today is Sat 21 Nov 2026."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_on_terminal

UNDO = "boardroom undo takes it back"


@pytest.fixture
def ana(board: Board) -> int:
    """Ana Lima, usually met on Thursdays, and last on Sun 1 Nov."""
    row_id = board.advisor("Ana Lima", usual="thu 16:00")
    board.meeting(row_id, "2026-11-01")
    return row_id


@pytest.mark.usefixtures("ana")
def test_next_plans_the_first_usual_slot_in_the_window() -> None:
    assert typed("plan", "ana", "next") == Ran(
        0,
        "Planned m2: coffee with Ana Lima, Thu 3 Dec 2026 16:00 (in 12 days)"
        f" · the first usual slot (thu 16:00) inside 4-6w · {UNDO}\n",
        "",
    )


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize("words", ["Ana Lima NEXT", "ana lima next"])
def test_next_may_follow_a_name_of_several_words(words: str) -> None:
    assert typed("plan", *words.split()).out.startswith("Planned m2: coffee with Ana Lima, Thu 3")


@pytest.mark.usefixtures("ana")
def test_next_before_a_weekday_keeps_its_meaning() -> None:
    assert typed("plan", "ana", "next", "tue").out.startswith(
        "Planned m2: coffee with Ana Lima, Tue 24 Nov 2026 (in 3 days) ·"
    )


@pytest.mark.usefixtures("ana")
def test_next_takes_the_options_of_a_plan() -> None:
    options = ("--way", "lunch", "--place", "Tasca", "--for", "45m", "--private")

    record = typed("plan", "ana", "next", *options, "--json").json

    assert {key: record[key] for key in ("on", "at", "way", "place", "minutes", "private")} == {
        "on": "2026-12-03",
        "at": "16:00",
        "way": "lunch",
        "place": "Tasca",
        "minutes": 45,
        "private": True,
    }


@pytest.mark.usefixtures("ana")
def test_next_a_second_time_plans_nothing(board: Board) -> None:
    typed("plan", "ana", "next")
    before = board.dump()

    assert typed("plan", "ana", "next") == Ran(
        0,
        "Already planned: m2, coffee with Ana Lima, Thu 3 Dec 2026 16:00\n"
        "To plan a second meeting, add --another.\n",
        "",
    )
    assert board.dump() == before


@pytest.mark.usefixtures("ana")
def test_next_with_other_options_names_the_command_that_changes_the_plan() -> None:
    typed("plan", "ana", "next")

    ran = typed("plan", "ana", "next", "--way", "lunch")

    assert (ran.code, ran.out) == (6, "")
    assert "boardroom meeting edit m2 --way lunch" in ran.err


@pytest.mark.usefixtures("ana")
def test_another_next_takes_the_slot_after_the_plan() -> None:
    typed("plan", "ana", "next")

    assert typed("plan", "ana", "next", "--another").out.startswith(
        "Planned m3: coffee with Ana Lima, Thu 10 Dec 2026 16:00 (in 19 days) ·"
    )


@pytest.mark.parametrize(
    ("met_on", "day", "why"),
    [
        (
            "2026-11-08",
            "Tue 1 Dec",
            "no usual slot (first tue) is free inside 4-6w: the last before its end, 5 days early",
        ),
        (
            "2026-10-12",
            "Tue 1 Dec",
            "no usual slot (first tue) is free inside 4-6w: the first after it, 8 days late",
        ),
        ("2026-09-01", "Tue 1 Dec", "the next usual slot (first tue)"),
    ],
)
def test_a_slot_outside_the_window_says_why(board: Board, met_on: str, day: str, why: str) -> None:
    board.meeting(board.advisor("Ana Lima", usual="first tue"), met_on)

    out = typed("plan", "ana", "next").out

    assert out.startswith(f"Planned m2: coffee with Ana Lima, {day} 2026 (in 10 days)")
    assert f" · {why} · " in out


def test_without_a_usual_slot_it_is_as_they_last_met(board: Board) -> None:
    tom = board.advisor("Tom Reed")
    board.meeting(tom, "2026-10-29", start_time="16:00")

    assert typed("plan", "tom", "next").out == (
        "Planned m2: coffee with Tom Reed, Thu 26 Nov 2026 16:00 (in 5 days)"
        " · the first thu 16:00 inside 4-6w, as you last met"
        f" (to keep that: boardroom advisor edit tom --usual 'thu 16:00') · {UNDO}\n"
    )
    assert typed("advisor", "edit", "tom", "--usual", "thu 16:00").code == 0


def test_without_a_slot_or_a_meeting_the_command_that_sets_one_is_named(board: Board) -> None:
    board.advisor("Noor Haddad")

    assert typed("plan", "noor", "next") == Ran(
        2,
        "",
        "There is no usual slot of Noor Haddad on file, and no meeting to tell one by."
        " Set it: boardroom advisor edit noor --usual 'thu 16:00'\n",
    )


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ("next ana", "WHO comes before WHEN. Write: boardroom plan ana next\n"),
        (
            "next",
            "'next' is a day, but WHO is missing. Write the handle first: boardroom plan WHO next\n",
        ),
        ("all", "Nobody is called 'all'. For everybody: boardroom plan --all\n"),
    ],
)
@pytest.mark.usefixtures("ana")
def test_a_slip_names_the_command_that_is_meant(words: str, error: str) -> None:
    assert typed("plan", *words.split()) == Ran(2, "", error)


def test_a_meeting_not_logged_is_named(board: Board, ana: int) -> None:
    board.meeting(ana, "2026-11-17", "planned", start_time="16:00")

    ran = typed("plan", "ana", "next")

    assert ran.err == (
        "Not logged yet: m2, coffee with Ana Lima, Tue 17 Nov 2026 16:00"
        " (boardroom log ana --meeting m2)\n"
    )


@pytest.mark.usefixtures("ana")
def test_a_terminal_offers_the_next_three() -> None:
    ran = typed_on_terminal("plan", "ana", answers="4\n2\n")

    offer = (
        "  1  Thu 3 Dec 2026 16:00 (in 12 days), inside 4-6w\n"
        "  2  Thu 10 Dec 2026 16:00 (in 19 days), inside 4-6w\n"
        "  3  Thu 17 Dec 2026 16:00 (in 26 days), 4 days after 4-6w\n"
        "When do you meet Ana Lima? [1-3, or a day like next tue 15:30] "
    )
    assert ran.err.startswith(offer)
    assert ran.err.endswith(offer)
    assert ran.out.startswith("Planned m2: coffee with Ana Lima, Thu 10 Dec 2026 16:00 ")


@pytest.mark.usefixtures("ana")
def test_a_day_may_be_typed_instead_of_a_number() -> None:
    ran = typed_on_terminal("plan", "ana", answers="\nnext tue 9:00\n")

    assert ran.out.startswith("Planned m2: coffee with Ana Lima, Tue 24 Nov 2026 09:00 (in 3 days)")


@pytest.mark.usefixtures("ana")
@pytest.mark.parametrize("option", ["--json", "--no-input"])
def test_where_nobody_can_answer_the_day_is_missing(option: str) -> None:
    ran = typed_on_terminal("plan", "ana", option, answers="1\n")

    assert (ran.code, ran.out) == (2, "")
    assert "WHEN" in ran.err


def test_the_time_is_also_theirs_where_it_differs(
    board: Board, move_to: Callable[[str], None]
) -> None:
    move_to("Europe/Berlin")
    board.meeting(
        board.advisor("Ana Lima", usual="thu 16:00", timezone="Europe/Lisbon"), "2026-11-01"
    )

    assert "16:00 (in 12 days), 15:00 in Lisbon · the first" in typed("plan", "ana", "next").out
    assert "16:00 (in 4 days), 15:00 in Lisbon ·" in typed("plan", "ana", "wed 16:00").out
    assert "Lisbon" not in typed("plan", "ana", "fri").out
    assert (
        "2027 16:00 (in 104 days), 15:00 in Lisbon"
        in typed("meeting", "move", "m4", "5 Mar 16:00").out
    )


def test_a_meeting_at_a_weekend_proposes_the_day_beside_it(board: Board) -> None:
    board.meeting(board.advisor("Ana Lima"), "2026-11-14")

    assert typed("plan", "ana", "next").out.startswith(
        "Planned m2: coffee with Ana Lima, Fri 18 Dec 2026 (in 27 days) · the first fri inside"
        " 4-6w, you last met at a weekend (to keep that: boardroom advisor edit ana --usual fri)"
    )
