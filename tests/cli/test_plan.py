from __future__ import annotations

from shlex import split

import pytest

from boardroom.rules.calendar_dates import FORMS
from tests.boards import Board
from tests.cli.typed import ASKED_WHO, Ran, typed, typed_on_terminal

UNDO = "boardroom undo takes it back"


def test_a_plan_says_its_day(board: Board) -> None:
    board.advisor()

    ran = typed("plan", "marcus", "next", "tue", "15:30", "--place", "Blue Bottle")

    assert ran == Ran(
        0, f"Planned m1: coffee with Marcus Ojo, Tue 24 Nov 2026 15:30 (in 3 days) · {UNDO}\n", ""
    )
    assert board.sql("SELECT status, met_on, start_time, place FROM meeting") == [
        ("planned", "2026-11-24", "15:30", "Blue Bottle")
    ]


def test_a_plan_as_json_is_the_meeting(board: Board) -> None:
    board.advisor()

    ran = typed("plan", "marcus", "24", "Nov", "--way", "lunch", "--for", "45m", "--json")

    assert ran.json == {
        "schema": "boardroom.meeting/1",
        "id": "m1",
        "uid": board.sql("SELECT uid FROM meeting")[0][0],
        "advisor": "marcus",
        "status": "planned",
        "on": "2026-11-24",
        "at": None,
        "way": "lunch",
        "place": None,
        "minutes": 45,
        "notes": None,
        "private": False,
        "agenda_items": [],
        "promises": [],
        "advice_list": [],
        "exchanges": [],
    }


def test_a_plans_day_looks_forward_from_today(board: Board) -> None:
    board.advisor()

    assert typed("plan", "marcus", "2", "Jan").out.startswith(
        "Planned m1: coffee with Marcus Ojo, Sat 2 Jan 2027 (in 42 days)"
    )
    assert typed("plan", "marcus", "sat").out.startswith(
        "Planned m2: coffee with Marcus Ojo, Sat 21 Nov 2026 (today)"
    )


def test_the_order_of_day_and_month_is_the_boards(board: Board) -> None:
    board.advisor()
    typed("config", "set", "date_order", "dmy")

    assert typed("plan", "marcus", "03/04/2027").out.startswith(
        "Planned m1: coffee with Marcus Ojo, Sat 3 Apr 2027 (in 133 days)"
    )


def test_on_a_terminal_who_and_when_are_asked_for(board: Board) -> None:
    board.advisor()

    ran = typed_on_terminal("plan", answers="marcus\n24 Nov 3pm\n")

    assert ran.err == f"{ASKED_WHO}When do you meet Marcus Ojo? (like next tue 15:30) "
    assert (
        ran.out
        == f"Planned m1: coffee with Marcus Ojo, Tue 24 Nov 2026 15:00 (in 3 days) · {UNDO}\n"
    )


def test_a_person_renamed_meanwhile_is_asked_about_by_the_new_name(board: Board) -> None:
    board.advisor()

    ran = typed_on_terminal(
        "plan",
        "marcus",
        answers="tue\nwed\n",
        meanwhile=lambda: board.put("UPDATE advisor SET name = 'Marcus Webb'"),
    )

    assert ran == Ran(
        0,
        f"Planned m1: coffee with Marcus Webb, Wed 25 Nov 2026 (in 4 days) · {UNDO}\n",
        "When do you meet Marcus Ojo? (like next tue 15:30) When do you meet Marcus Webb? (like next tue 15:30) ",
    )


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (
            [],
            2,
            (
                "WHO is missing. "
                "Usage: boardroom plan [OPTIONS] WHO WHEN... · "
                "Example: boardroom plan marcus next tue 15:30"
            ),
        ),
        (
            ["marcus"],
            2,
            (
                "WHEN is missing. "
                "Usage: boardroom plan [OPTIONS] WHO WHEN... · "
                "Example: boardroom plan marcus next tue 15:30"
            ),
        ),
        (
            ["nobody", "tue"],
            3,
            "Nobody matches 'nobody'. List everybody with: boardroom advisor list --all",
        ),
        (
            ["ana", "tue"],
            4,
            (
                "'ana' matches 2 people: ana-lima (Ana Lima), ana-ray (Ana Ray). Use one of these"
                " handles."
            ),
        ),
        (
            ["marcus", "yesterday"],
            2,
            (
                "Fri 20 Nov 2026 has passed, so nothing can be planned then. Use today or a later day, or log it: boardroom log marcus --on 2026-11-20"
            ),
        ),
        (["marcus", "31", "Feb"], 2, "February has no 31st. Its last day is 28 Feb."),
        (
            ["marcus", "10"],
            2,
            (
                "'10' alone is not a date. Add the month, like 24 Nov, or say how long from now, like"
                " in 10d."
            ),
        ),
        (["marcus", "may"], 2, "'may' is a month, not a day. Say which day, like 24 May."),
        (
            ["marcus", "03/04/2027"],
            2,
            (
                "'03/04/2027' could be Sat 3 Apr 2027 or Thu 4 Mar 2027. Write Sat 3 Apr 2027, or set the order: "
                "boardroom config set date_order dmy (or mdy)."
            ),
        ),
        (["marcus", "15:30"], 2, "'15:30' is a time without a day. Add the day: today 15:30."),
        (["marcus", "some", "day"], 2, f"'some day' is not a date. {FORMS}"),
        (
            ["marcus", "tue", "--way", "tea"],
            2,
            "'tea' is not a way to meet. Use one of coffee, lunch, call, video, walk, other.",
        ),
        (
            ["marcus", "tue", "--for", "0m"],
            2,
            "'0m' is no time at all. Write it like 45m, 90, 1h or 1h30.",
        ),
        (
            ["marcus", "tue", "--for", ""],
            2,
            "A length in minutes can't be empty. Write it like 45m, 90, 1h or 1h30.",
        ),
        (
            ["marcus", "tue", "--place", " "],
            2,
            "The place can't be empty. Write at least one word.",
        ),
        (
            ["marcus", "tue", "--place", "x" * 10_001],
            2,
            (
                "The place can't be longer than 10,000 characters; this has 10,001. Shorten or split it."
            ),
        ),
    ],
)
def test_a_refused_plan_changes_nothing(
    board: Board, words: list[str], code: int, message: str
) -> None:
    board.advisor()
    board.advisor("Ana Lima", handle="ana-lima")
    board.advisor("Ana Ray", handle="ana-ray")
    before = board.dump()

    assert typed("plan", *words) == Ran(code, "", f"{message}\n")
    assert board.dump() == before


@pytest.mark.parametrize(
    ("when", "message"),
    [
        (
            "20 Nov",
            (
                "20 Nov was yesterday. Log it: boardroom log marcus --on '20 Nov',"
                " or write the year: boardroom plan marcus Sat 20 Nov 2027"
            ),
        ),
        (
            "sat 7 Nov 15:30",
            (
                "7 Nov was 14 days ago. Log it: boardroom log marcus --on 'sat 7 Nov 15:30',"
                " or write the year: boardroom plan marcus Sun 7 Nov 2027 15:30"
            ),
        ),
    ],
)
def test_a_yearless_day_just_passed_is_refused_with_both_commands(
    board: Board, when: str, message: str
) -> None:
    board.advisor()

    ran = typed("plan", "marcus", *when.split())

    assert (ran.code, ran.out, ran.err) == (2, "", f"{message}\n")
    for command in ran.err.split("boardroom ")[1:]:
        assert typed(*split(command.removesuffix(", or write the year: "))).code == 0


@pytest.mark.parametrize(
    ("words", "others", "day", "command"),
    [
        (
            "marcus tue 15:30 at Blue Bottle",
            "'at Blue Bottle'",
            "tue 15:30",
            "marcus tue 15:30 --place 'Blue Bottle'",
        ),
        ("marcus lunch tue", "'lunch'", "tue", "marcus tue --way lunch"),
        (
            "marcus tue lunch for 45m in Porto",
            "'lunch for 45m in Porto'",
            "tue",
            "marcus tue --way lunch --for 45m --place Porto",
        ),
        (
            "marcus fri 9:00-10:00 for 1 hour",
            "'for 1 hour'",
            "fri 9:00-10:00",
            "marcus fri 9:00-10:00 --for '1 hour'",
        ),
    ],
)
def test_words_that_are_no_date_are_named_with_their_option(
    board: Board, words: str, others: str, day: str, command: str
) -> None:
    board.advisor()

    ran = typed("plan", *words.split())

    assert ran == Ran(
        2,
        "",
        f"{others} is not part of the date '{day}'."
        f" Way, place and length are options: boardroom plan {command}\n",
    )
    assert typed("plan", *split(command)).code == 0


@pytest.mark.parametrize(
    ("when", "message"),
    [
        ("friday week", "'friday week' is not a date. Write the day itself, like Fri 4 Dec 2026."),
        (
            "fri 1530",
            (
                "'1530' in 'fri 1530' is not written like a time."
                " Write it with a colon, like fri 15:30."
            ),
        ),
        (
            "tomorrow morning",
            "'tomorrow morning' does not say at what time. Write the time, like tomorrow 9:00.",
        ),
        (
            "next week at Blue Bottle",
            "'next week' is a week, not a day. Say which day: next tue, or in 1w.",
        ),
        ("lunch tonight", "'tonight' does not say at what time. Write the time, like today 19:00."),
        (
            "24.12. lunch",
            (
                "'24.12.' is read only once the order of day and month is set."
                " Write 24 Dec, or set it: boardroom config set date_order dmy (or mdy)."
            ),
        ),
    ],
)
def test_what_is_no_day_is_refused_in_its_own_words(board: Board, when: str, message: str) -> None:
    board.advisor()

    assert typed("plan", "marcus", *when.split()) == Ran(2, "", f"{message}\n")


def test_a_length_that_was_given_is_echoed(board: Board) -> None:
    board.advisor()
    day = "Planned m{}: coffee with Marcus Ojo, Fri 27 Nov 2026{} (in 6 days) · {} minutes"

    ran = typed("plan", "marcus", "fri", "9:00-10:15")
    assert ran.out == f"{day.format(1, ' 09:00', 75)} · {UNDO}\n"
    ran = typed("plan", "marcus", "fri", "--for", "1.5h", "--another")
    assert ran.out == f"{day.format(2, '', 90)} · {UNDO}\n"
    ran = typed("meeting", "move", "m2", "fri", "17:00-17:30")
    moved = day.replace("Planned", "Moved").format(2, " 17:00", 30)
    assert ran.out == f"{moved} · {UNDO}\n"


def test_a_day_before_the_person_is_answered_with_the_order(board: Board) -> None:
    board.advisor()

    assert typed("plan", "next", "tue", "mar") == Ran(
        2, "", "WHO comes before WHEN. Write: boardroom plan marcus next tue\n"
    )
    assert typed("plan", "tue") == Ran(
        2,
        "",
        "'tue' is a day, but WHO is missing. Write the handle first: boardroom plan WHO tue\n",
    )
    assert typed("plan", "marcus", "next", "tue").code == 0


def test_a_range_sets_the_length_of_a_plan_and_of_a_move(board: Board) -> None:
    board.advisor()

    typed("plan", "marcus", "fri", "9:00-10:15")
    assert board.sql("SELECT met_on, start_time, minutes FROM meeting") == [
        ("2026-11-27", "09:00", 75)
    ]
    typed("meeting", "move", "m1", "mon", "9-9:30am")
    assert board.sql("SELECT met_on, start_time, minutes FROM meeting") == [
        ("2026-11-23", "09:00", 30)
    ]


def test_a_range_and_another_length_are_refused(board: Board) -> None:
    board.advisor()

    assert typed("plan", "marcus", "fri", "9:00-10:00", "--for", "45m") == Ran(
        2,
        "",
        "The length is given twice: 60 minutes by the times, and by --for."
        " Leave one of them out.\n",
    )
    assert typed("plan", "marcus", "fri", "9:00-10:00", "--for", "1 hour").code == 0


def test_a_plan_says_by_how_much_it_misses_the_window(board: Board) -> None:
    board.meeting(board.advisor(), "2026-10-17")
    board.prospect("Noor Haddad")

    late = ", 8 days after the window (4-6w) · boardroom undo takes it back\n"
    assert typed("plan", "marcus", "6 Dec").out.endswith(f"(in 15 days){late}")
    assert typed("meeting", "move", "m2", "5 Dec").out.endswith(
        "(in 14 days) · boardroom undo takes it back\n"
    )
    assert "window" not in typed("plan", "marcus", "6 Jan").out
    assert "window" not in typed("plan", "noor", "6 Jan").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "29 dec 11:00 for lunch",
            (
                "'for lunch' is not part of the date '29 dec 11:00'. Way, place and length are options:"
                " boardroom plan marcus 29 dec 11:00 --way lunch"
            ),
        ),
        (
            "29 dec over a coffee at Blue Bottle",
            (
                "'over a coffee at Blue Bottle' is not part of the date '29 dec'. Way, place and length"
                " are options: boardroom plan marcus 29 dec --way coffee --place 'Blue Bottle'"
            ),
        ),
        (
            "2 weeks from friday coffee",
            "'2 weeks from friday' is not a date. Write the day itself, like Fri 11 Dec 2026.",
        ),
        (
            "around friday",
            (
                "'around' is not part of the date 'friday'. For Fri 27 Nov 2026, write: boardroom plan"
                " marcus friday"
            ),
        ),
        (
            "dec 1 half past three coffee",
            (
                "'half past three' is not written like a time."
                " Write it in figures, like 15:30 or 3:30pm."
            ),
        ),
    ],
)
def test_words_of_days_are_never_offered_as_a_place(board: Board, words: str, said: str) -> None:
    board.advisor()

    assert typed("plan", "marcus", *words.split()) == Ran(2, "", f"{said}\n")


def test_by_a_day_is_that_day(board: Board) -> None:
    board.advisor()

    typed("plan", "marcus", "by", "friday", "midday")
    typed("meeting", "move", "marcus", "by", "wed")

    assert board.sql("SELECT met_on, start_time FROM meeting") == [("2026-11-25", "12:00")]


def test_a_whole_name_without_a_day_lacks_the_day(board: Board) -> None:
    board.advisor()

    ran = typed("plan", "Marcus", "Ojo")

    assert (ran.code, ran.err.startswith("WHEN is missing.")) == (2, True)


@pytest.mark.parametrize(
    "words",
    ["first monday of decembr", "fifth monday of december", "eod friday", "mon early decembr"],
)
def test_words_of_a_date_are_never_offered_as_the_place(board: Board, words: str) -> None:
    board.advisor()

    ran = typed("plan", "marcus", *words.split())

    assert ran.code == 2
    assert "--place" not in ran.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            "easter monday",
            (
                "'easter' is not part of the date 'monday'. For Mon 23 Nov 2026, write: boardroom plan"
                " marcus monday"
            ),
        ),
        (
            "tue blue bottle",
            (
                "'blue bottle' is not part of the date 'tue'. For Tue 24 Nov 2026, write: boardroom"
                " plan marcus tue"
            ),
        ),
        (
            "in person tue 3pm",
            (
                "'in person' is not part of the date 'tue 3pm'. For Tue 24 Nov 2026 15:00, write:"
                " boardroom plan marcus tue 3pm"
            ),
        ),
        (
            "tue at Nopi 12:30",
            (
                "'at Nopi' is not part of the date 'tue 12:30'. Way, place and length are options:"
                " boardroom plan marcus tue 12:30 --place Nopi"
            ),
        ),
        (
            "tue at Nopi",
            (
                "'at Nopi' is not part of the date 'tue'. Way, place and length are options:"
                " boardroom plan marcus tue --place Nopi"
            ),
        ),
        (
            "in two weeks 10",
            (
                "'10' may be in the morning or in the afternoon. Write: boardroom plan marcus in two"
                " weeks 10am (or 10pm)"
            ),
        ),
        (
            "in two weeks 15 coffee",
            (
                "'15' is not written like a time. Write: boardroom plan marcus in two weeks 15:00 --way"
                " coffee"
            ),
        ),
        (
            "zzz 12:30",
            (
                "'zzz 12:30' is not a date. Write it like 24 Nov, 2026-11-24, tue, next tue, in 3w or 3"
                " weeks ago."
            ),
        ),
        ("12:30 at Nopi", "'12:30' is a time without a day. Add the day: today 12:30."),
    ],
)
def test_a_hint_keeps_the_time_and_says_which_day_it_is_about(
    board: Board, words: str, said: str
) -> None:
    board.advisor()

    assert typed("plan", "marcus", *words.split()) == Ran(2, "", f"{said}\n")
