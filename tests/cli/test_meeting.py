from __future__ import annotations

from datetime import date

import pytest

from boardroom.store.work import change
from tests.boards import TODAY, Board
from tests.cli.typed import Ran, typed, typed_on_terminal

UNDO = "boardroom undo takes it back"
STORED = (
    "SELECT status, met_on, start_time, way, place, minutes, notes, private FROM meeting"
    " ORDER BY id"
)


def test_the_list_in_a_pipe_has_an_uncut_line_a_meeting(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.meeting(
        marcus,
        "2026-11-10",
        notes="Margins\tper metre\n" + "x" * 200,
        private=True,
        place="Canteen",
    )
    board.meeting(ana, "2026-11-24", "planned", start_time="15:30", way="walk")

    assert typed("meeting", "list").out == (
        "m2\t2026-11-24\t15:30\tana\twalk\tplanned\t\t\t\n"
        "m1\t2026-11-10\t\tmarcus\tcoffee\theld\tprivate\tCanteen\tMargins\\tper"
        f" metre\\n{'x' * 200}\n"
    )
    assert (
        typed("meeting", "list", "ana").out == "m2\t2026-11-24\t15:30\tana\twalk\tplanned\t\t\t\n"
    )


def test_the_list_as_json_holds_every_meeting(board: Board) -> None:
    marcus = board.advisor()
    for day in range(1, 21):
        for _ in range(3):
            board.meeting(marcus, f"2026-10-{day:02}")

    listed = typed("meeting", "list", "--json").json

    assert (listed["schema"], len(listed["meetings"])) == ("boardroom.meetings/1", 60)
    assert listed["meetings"][0] == {
        "id": "m60",
        "uid": board.sql("SELECT uid FROM meeting WHERE id = 60")[0][0],
        "advisor": "marcus",
        "status": "held",
        "on": "2026-10-20",
        "at": None,
        "way": "coffee",
        "place": None,
        "minutes": 60,
        "notes": None,
        "private": False,
    }


def test_a_screen_lists_the_newest_fifty(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    marcus = board.advisor()
    for day in range(1, 27):
        for month in ("09", "10"):
            board.meeting(marcus, f"2026-{month}-{day:02}")
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert "2 older: boardroom meeting list marcus --all" in typed("meeting", "list", "marcus").out
    assert "older" not in typed("meeting", "list", "--all").out


def test_an_empty_list_of_meetings_is_never_null(board: Board) -> None:
    board.advisor()

    assert typed("meeting", "list", "--json").json == {
        "schema": "boardroom.meetings/1",
        "meetings": [],
    }
    assert typed("meeting", "list", "marcus").code == 0


def test_a_meeting_is_shown_with_what_was_covered(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-10", notes="One\n\ttwo")
    board.item(
        marcus,
        "Budget",
        status="covered",
        meeting_id=1,
        closed_on=date(2026, 11, 10),
        answer="Ask Dana",
    )

    assert typed("meeting", "show", "m1").out == (
        "Coffee with Marcus Ojo  m1 · held\n"
        "day\tTue 10 Nov 2026 (11 days ago)\n"
        "length\t60 minutes\n"
        "Covered\n"
        "a1\ttopic\tBudget → Ask Dana\n"
        "Notes\n"
        "One\n"
        "\\ttwo\n"
    )
    shown = typed("meeting", "show", "M1", "--json").json
    assert [item["id"] for item in shown["agenda_items"]] == ["a1"]
    assert [shown[key] for key in ("schema", "id", "promises", "advice_list", "exchanges")] == [
        "boardroom.meeting/1",
        "m1",
        [],
        [],
        [],
    ]


def test_a_meeting_is_edited(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-10", start_time="09:00", place="Canteen")

    ran = typed(
        "meeting",
        "edit",
        "m1",
        "--on",
        "fri",
        "--at",
        "3pm",
        "--place",
        "",
        "--for",
        "45m",
        "--notes",
        "-",
        "--private",
        stdin="New\n",
    )

    assert ran == Ran(
        0,
        "Changed m1, coffee with Marcus Ojo: day Tue 10 Nov 2026 → Fri 20 Nov 2026,"
        " time 09:00 → 15:00, place Canteen → none, minutes 60 → 45, notes,"
        f" private no → yes · yesterday · {UNDO}\nNotes: none → “New”\n",
        "",
    )
    assert board.sql(STORED) == [("held", "2026-11-20", "15:00", "coffee", None, 45, "New", 1)]
    assert (
        typed("meeting", "edit", "m1", "--no-private", "--way", "call", "--json").json["private"]
        is False
    )
    assert (
        typed("meeting", "edit", "m1", "--no-private").out
        == "Nothing changed: already up to date.\n"
    )


def test_a_plans_day_looks_forward_and_a_held_ones_back(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-24", "planned")
    board.meeting(marcus, "2026-11-10")

    assert typed("meeting", "edit", "m1", "--on", "wed 10:00").code == 0
    assert typed("meeting", "edit", "m2", "--on", "wed").code == 0
    assert board.sql("SELECT met_on, start_time FROM meeting ORDER BY id") == [
        ("2026-11-25", "10:00"),
        ("2026-11-18", None),
    ]


def test_a_plan_is_moved_cancelled_and_missed(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-16", "planned", start_time="09:00")
    board.meeting(marcus, "2026-11-24", "planned")
    board.meeting(marcus, "2026-11-21", "planned")

    assert typed("meeting", "move", "m1", "next", "thu").out == (
        f"Moved m1: coffee with Marcus Ojo, Thu 26 Nov 2026 09:00 (in 5 days) · {UNDO}\n"
    )
    assert (
        typed("meeting", "cancel", "m2").out
        == f"Cancelled m2: coffee with Marcus Ojo, Tue 24 Nov 2026 (in 3 days) · {UNDO}\n"
    )
    assert (
        typed("meeting", "missed", "m3").out
        == f"Missed m3: coffee with Marcus Ojo, Sat 21 Nov 2026 (today) · {UNDO}\n"
    )


def test_a_removal_asks_and_says_what_goes_with_it(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-10")
    for text in ("Budget", "Pilot"):
        board.item(marcus, text, status="covered", meeting_id=1, closed_on=date(2026, 11, 10))
    with change(board.path, "test", today=TODAY) as work:
        for number in (1, 2):
            work.connection.execute(
                "INSERT INTO advice (uid, advisor_id, text, given_on, status, meeting_id) VALUES"
                " (?, 1, 'T', '2026-11-10', 'new', 1)",
                (f"{number:036}",),
            )
    before = board.dump()
    consequence = (
        "This removes m1, coffee with Marcus Ojo on Tue 10 Nov 2026, with 2 pieces of advice;"
        " 2 covered agenda items become open again, without the answer."
    )

    assert typed("meeting", "rm", "m1") == Ran(
        2, "", f"{consequence} This needs confirmation. Confirm with --yes.\n"
    )
    assert typed_on_terminal("meeting", "rm", "m1", answers="n\n") == Ran(
        5, "", f"{consequence} Continue? [y/N] Nothing changed.\n"
    )
    assert board.dump() == before
    assert typed_on_terminal("meeting", "rm", "m1", answers="y\n").code == 0
    assert board.sql("SELECT id FROM meeting UNION ALL SELECT id FROM advice") == []
    assert board.sql("SELECT status FROM agenda_item") == [("open",), ("open",)]


def test_a_record_added_meanwhile_is_asked_about(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-10")

    ran = typed_on_terminal(
        "meeting",
        "rm",
        "m1",
        answers="y\nn\n",
        meanwhile=lambda: board.advice(marcus, meeting_id=1),
    )

    question = "This removes m1, coffee with Marcus Ojo on Tue 10 Nov 2026"
    assert ran == Ran(
        5,
        "",
        f"{question}. Continue? [y/N] {question}, with 1 piece of advice. Continue? [y/N]"
        " Nothing changed.\n",
    )
    assert board.sql("SELECT count(*) FROM meeting") == [(1,)]


def test_yes_removes_without_asking(board: Board) -> None:
    board.meeting(board.advisor(), "2026-11-10")

    ran = typed("meeting", "rm", "m1", "--yes")

    assert ran == Ran(
        0, f"Removed m1: coffee with Marcus Ojo, Tue 10 Nov 2026 (11 days ago) · {UNDO}\n", ""
    )


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (
            ["show"],
            2,
            (
                "ID is missing. "
                "Usage: boardroom meeting show [OPTIONS] mID · "
                "Example: boardroom meeting show m1"
            ),
        ),
        (
            ["show", "xyzzy"],
            3,
            "Nobody matches 'xyzzy'. List everybody with: boardroom advisor list --all",
        ),
        (["show", "m99"], 3, "There is no meeting m99. List the ids with: boardroom meeting list"),
        (
            ["show", "a1"],
            2,
            "a1 is an agenda item, not a meeting. Use instead: boardroom agenda list",
        ),
        (
            ["list", "nobody"],
            3,
            "Nobody matches 'nobody'. List everybody with: boardroom advisor list --all",
        ),
        (
            ["edit", "m1"],
            2,
            (
                "No change was given. Use --on, --at, --way, --place, --for,"
                " --notes, --private or --no-private;"
                " or pipe in the form with -."
            ),
        ),
        (
            ["edit", "a1", "--for", "1h"],
            2,
            "a1 is an agenda item, not a meeting. Use instead: boardroom agenda edit a1",
        ),
        (
            ["edit", "m99", "--for", "1h"],
            3,
            "There is no meeting m99. List the ids with: boardroom meeting list",
        ),
        (
            ["edit", "m99", "--on", "fri"],
            3,
            "There is no meeting m99. List the ids with: boardroom meeting list",
        ),
        (
            ["edit", "m2", "--on", "2026-11-22"],
            2,
            (
                "Sun 22 Nov 2026 is in the future, so no meeting was held then. Use today or an earlier day, or plan it: boardroom plan marcus 2026-11-22"
            ),
        ),
        (
            ["edit", "m1", "--on", "2026-11-20"],
            2,
            (
                "Fri 20 Nov 2026 has passed, so nothing can be planned then. Use today or a later day, or log it: boardroom log marcus --meeting m1 --on 2026-11-20"
            ),
        ),
        (
            ["edit", "m2", "--at", "25:00"],
            2,
            "'25:00' is not a time of day. Write it like 15:30, 3pm or 3:30pm.",
        ),
        (
            ["edit", "m2", "--at", "soon"],
            2,
            "'soon' is not a time of day. Write it like 15:30, 3pm or 3:30pm.",
        ),
        (
            ["edit", "m2", "--on", "fri 9:00", "--at", "9:00"],
            2,
            "The time is given twice, by --on and by --at. Leave one of them out.",
        ),
        (
            ["edit", "m2", "--way", ""],
            2,
            "'' is not a way to meet. Use one of coffee, lunch, call, video, walk, other.",
        ),
        (["edit", "m2", "--notes", " "], 2, "The notes can't be empty. Write at least one word."),
        (
            ["edit", "m2", "--place", "a\0b"],
            2,
            (
                "The place can't contain a NUL character. Remove it; it often comes from a file that is"
                " not text."
            ),
        ),
        (
            ["move", "m1"],
            2,
            (
                "WHEN is missing. "
                "Usage: boardroom meeting move [OPTIONS] mID|WHO WHEN... · "
                "Example: boardroom meeting move m9 next thu 10:00"
            ),
        ),
        (
            ["move", "m1", "yesterday"],
            2,
            (
                "Fri 20 Nov 2026 has passed, so nothing can be planned then. Use today or a later day, or log it: boardroom log marcus --meeting m1 --on 2026-11-20"
            ),
        ),
        (["move", "m1", "31", "Feb"], 2, "February has no 31st. Its last day is 28 Feb."),
        (
            ["move", "m2", "tue"],
            6,
            (
                "m2 was held, so it can't be moved. Change it with boardroom meeting edit m2, or"
                " remove it with boardroom meeting rm m2"
            ),
        ),
        (
            ["move", "a1", "tue"],
            2,
            "a1 is an agenda item, not a meeting. Use instead: boardroom agenda edit a1",
        ),
        (
            ["cancel", "m3"],
            6,
            "m3 was already cancelled. Possible commands: boardroom meeting move m3 WHEN",
        ),
        (
            ["cancel", "a1"],
            2,
            "a1 is an agenda item, not a meeting. Use instead: boardroom agenda drop a1",
        ),
        (
            ["missed", "m1"],
            2,
            (
                "m1 is on Tue 24 Nov 2026, which is in the future. To cancel it: boardroom meeting"
                " cancel m1"
            ),
        ),
        (
            ["missed", "m3"],
            6,
            "m3 was cancelled, so it can't be missed. Possible commands: boardroom meeting move m3 WHEN",
        ),
        (
            ["rm", "m99", "--yes"],
            3,
            "There is no meeting m99. List the ids with: boardroom meeting list",
        ),
        (
            ["rm", "a1", "--yes"],
            2,
            "a1 is an agenda item, not a meeting. Use instead: boardroom agenda rm a1",
        ),
        (
            ["rm", "v1", "--yes"],
            2,
            "v1 is advice, not a meeting. Use instead: boardroom advice rm v1",
        ),
    ],
)
def test_a_refused_change_of_a_meeting_changes_nothing(
    board: Board, words: list[str], code: int, message: str
) -> None:
    marcus = board.advisor()
    for on, status in (
        ("2026-11-24", "planned"),
        ("2026-11-10", "held"),
        ("2026-11-11", "cancelled"),
    ):
        board.meeting(marcus, on, status)
    board.item(marcus)
    before = board.dump()

    assert typed("meeting", *words) == Ran(code, "", f"{message}\n")
    assert board.dump() == before


def test_who_stands_for_the_one_meeting_planned_with_them(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-20", "planned", start_time="09:00")
    board.meeting(marcus, "2026-11-10")

    assert typed("meeting", "move", "marcus", "fri").out == (
        f"Moved m1: coffee with Marcus Ojo, Fri 27 Nov 2026 09:00 (in 6 days) · {UNDO}\n"
    )
    assert typed("meeting", "move", "Marcus", "Ojo", "today", "10:00").code == 0
    assert typed("meeting", "missed", "marcus", "ojo").out == (
        f"Missed m1: coffee with Marcus Ojo, Sat 21 Nov 2026 10:00 (today) · {UNDO}\n"
    )
    board.meeting(marcus, "2026-12-01", "planned")
    assert typed("meeting", "cancel", "marc").out == (
        f"Cancelled m3: coffee with Marcus Ojo, Tue 1 Dec 2026 (in 10 days) · {UNDO}\n"
    )


def test_several_planned_meetings_are_not_guessed(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-24", "planned")
    board.meeting(marcus, "2026-11-20", "planned", start_time="15:30")
    before = board.dump()
    refs = "m2 (Fri 20 Nov 2026 15:30), m1 (Tue 24 Nov 2026)"

    for words in ("cancel marcus", "move marcus fri"):
        verb, *_ = words.split()
        when = " fri" if verb == "move" else ""
        assert typed("meeting", *words.split()) == Ran(
            4,
            "",
            f"2 meetings are planned with Marcus Ojo: {refs}."
            f" Use one of these ids: boardroom meeting {verb} m2{when}\n",
        )
    assert board.dump() == before
    assert typed_on_terminal("meeting", "cancel", "marcus", answers="m1\n") == Ran(
        0,
        f"Cancelled m1: coffee with Marcus Ojo, Tue 24 Nov 2026 (in 3 days) · {UNDO}\n",
        "  m2  Fri 20 Nov 2026 15:30\n  m1  Tue 24 Nov 2026\nWhich meeting with Marcus Ojo? Its id: ",
    )
    assert typed("meeting", "missed", "marcus").code == 0
    assert board.sql("SELECT status FROM meeting") == [("cancelled",), ("missed",)]


def test_who_with_nothing_planned_is_not_found(board: Board) -> None:
    marcus = board.advisor()

    assert typed("meeting", "move", "marcus", "fri") == Ran(
        3,
        "",
        "Nothing is planned with Marcus Ojo. Plan something: boardroom plan marcus fri\n",
    )
    board.meeting(marcus, "2026-11-24", "planned")
    assert typed("meeting", "missed", "marcus") == Ran(
        3,
        "",
        "What is planned with Marcus Ojo is still ahead: m1 (Tue 24 Nov 2026)."
        " To call it off: boardroom meeting cancel m1\n",
    )
    assert typed("meeting", "cancel", "m1").code == 0


def test_show_and_edit_list_the_meetings_of_who(board: Board) -> None:
    marcus = board.advisor()
    board.meeting(marcus, "2026-11-24", "planned")
    board.meeting(marcus, "2026-11-10")

    for verb in ("show", "edit"):
        assert typed("meeting", verb, "marcus") == Ran(
            4,
            "",
            "'marcus' is a name. The meetings with Marcus Ojo: m1 (Tue 24 Nov 2026),"
            f" m2 (Tue 10 Nov 2026, held). Use one of these ids: boardroom meeting {verb} m1\n",
        )
    assert typed("meeting", "rm", "marcus", "--yes") == Ran(
        2,
        "",
        "A meeting is removed by its id, and 'marcus' is a name."
        " The ids are in: boardroom meeting list marcus\n",
    )
    assert typed("meeting", "list", "marcus").code == 0


def test_one_meeting_of_who_is_no_list(board: Board) -> None:
    board.meeting(board.advisor(), "2026-11-10")

    assert typed("meeting", "show", "marcus") == Ran(
        4,
        "",
        "'marcus' is a name. The meeting with Marcus Ojo: m1 (Tue 10 Nov 2026, held)."
        " Use its id: boardroom meeting show m1\n",
    )


@pytest.mark.parametrize("which", ["m1", "marcus", "marcus ojo"])
def test_the_reason_for_a_cancellation_is_kept_in_the_notes(board: Board, which: str) -> None:
    board.meeting(board.advisor(), "2026-11-24", "planned", notes="Bring the deck")

    ran = typed("meeting", "cancel", *which.split(), "she", "is", "ill")

    assert ran.out.startswith("Cancelled m1: coffee with Marcus Ojo, Tue 24 Nov 2026: she is ill")
    assert board.sql("SELECT status, notes FROM meeting") == [
        ("cancelled", "Bring the deck\n\nshe is ill")
    ]


def test_a_whole_name_alone_has_no_reason(board: Board) -> None:
    board.meeting(board.advisor(), "2026-11-24", "planned")

    typed("meeting", "cancel", "marcus", "ojo")

    assert board.sql("SELECT status, notes FROM meeting") == [("cancelled", None)]
