from __future__ import annotations

import shlex

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_at_screen, typed_on_terminal
from tests.editors import Editor

UNDO = "boardroom undo takes it back"
STORED = "SELECT text, occurs_on, yearly, done_on, note, private FROM occasion ORDER BY id"
LIST = """\
o2\tana\t2026-12-11\t2026-12-11\t\tBoard exam\t\t\t
o1\tmarcus\t2027-02-28\t1980-02-29\tyearly\tBirthday\t2026-02-28\tA party\t
o4\tmarcus\t\t2026-11-20\t\tLaunch\t\t\tprivate
o3\tana\t\t2026-10-02\t\tMove\t2026-10-05\tPorto it is\t
"""

on_board = pytest.mark.usefixtures("filled")


@pytest.fixture
def filled(board: Board) -> Board:
    """A board with occasions to come and past, of Marcus (1) and Ana (2)."""
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.occasion(
        marcus, "Birthday", on="1980-02-29", yearly=True, done="2026-02-28", note="A party"
    )
    board.occasion(ana)
    board.occasion(ana, "Move", on="2026-10-02", done="2026-10-05", note="Porto it is")
    board.occasion(marcus, "Launch", on="2026-11-20", private=True)
    return board


def test_an_occasion_is_added_with_its_day(board: Board) -> None:
    board.advisor("Ana Lima")

    ran = typed("occasion", "add", "ana", "board", "exam", "--on", "11 Dec")

    assert ran == Ran(
        0, f"Added o1 for Ana Lima: board exam, Fri 11 Dec 2026 (in 20 days) · {UNDO}\n", ""
    )
    assert board.sql(STORED) == [("board exam", "2026-12-11", 0, None, None, None)]
    assert typed("undo").code == 0
    assert board.sql(STORED) == []


@pytest.mark.parametrize(
    ("words", "stored"),
    [
        ("board exam on 11 Dec", ("board exam", "2026-12-11")),
        ("Talk on pricing on fri.", ("Talk on pricing", "2026-11-27")),
        ("birthday on 20 Nov --yearly", ("birthday", "2026-11-20")),
        ("Talk on pricing on tue --on 11_Dec", ("Talk on pricing on tue", "2026-12-11")),
    ],
)
def test_the_day_may_stand_at_the_end_of_the_text(
    board: Board, words: str, stored: tuple[str, str]
) -> None:
    board.advisor("Ana Lima")

    argv = [word.replace("_", " ") for word in words.split()]
    assert typed("occasion", "add", "ana", *argv).code == 0

    assert board.sql("SELECT text, occurs_on FROM occasion") == [stored]


def test_a_text_that_ends_in_no_day_lacks_it(board: Board) -> None:
    board.advisor("Ana Lima")

    ran = typed("occasion", "add", "ana", "talk", "on", "pricing")

    assert (ran.code, ran.err.startswith("--on is missing.")) == (2, True)


def test_a_birthday_of_29_february_is_on_the_28th_in_other_years(board: Board) -> None:
    board.advisor()

    ran = typed("occasion", "add", "marcus", "birthday", "--yearly", "--on", "1980-02-29", "--json")

    assert ran.json == {
        "schema": "boardroom.occasion/1",
        "id": "o1",
        "uid": board.sql("SELECT uid FROM occasion")[0][0],
        "advisor": "marcus",
        "text": "birthday",
        "on": "1980-02-29",
        "yearly": True,
        "next_on": "2027-02-28",
        "done_on": None,
        "note": None,
        "private": False,
    }


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            ["--on", "1 Feb 2020", "--yearly"],
            "Launch, yearly since Sat 1 Feb 2020 · next Mon 1 Feb 2027 (in 72 days)",
        ),
        (
            ["--on", "20 Nov", "--yearly"],
            "Launch, yearly since Fri 20 Nov 2026 · next Sat 20 Nov 2027 (in 364 days)",
        ),
        (["--on", "tomorrow", "--yearly"], "Launch, Sun 22 Nov 2026, yearly (tomorrow)"),
        (["--on", "yesterday", "--private"], "Launch, Fri 20 Nov 2026 (yesterday), private"),
    ],
)
def test_the_day_is_said_as_it_was_understood(board: Board, options: list[str], said: str) -> None:
    board.advisor()

    ran = typed("occasion", "add", "marcus", "Launch", *options)

    assert ran == Ran(0, f"Added o1 for Marcus Ojo: {said} · {UNDO}\n", "")


def test_a_day_that_has_just_passed_needs_its_year(board: Board) -> None:
    board.advisor()

    ran = typed("occasion", "add", "marcus", "Launch", "--on", "20 Nov")

    assert ran == Ran(
        2,
        "",
        "20 Nov was yesterday. Write the year: Fri 20 Nov 2026, or Sat 20 Nov 2027.\n",
    )


def test_a_terminal_asks_what_and_when(board: Board) -> None:
    board.advisor()

    ran = typed_on_terminal("occasion", "add", "marcus", answers="Launch\n11 Dec\n")

    assert ran == Ran(
        0,
        f"Added o1 for Marcus Ojo: Launch, Fri 11 Dec 2026 (in 20 days) · {UNDO}\n",
        "What is coming up for Marcus Ojo? (like board exam) On what day? (like 11 Dec) ",
    )


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("ana 'board  EXAM' --on '11 Dec'", "Ana Lima, Fri 11 Dec 2026: o2 Board exam"),
        ("marcus Birthday --on '29 Feb'", "Marcus Ojo, 29 Feb, yearly: o1 Birthday"),
        ("marcus Launch --on 2026-11-20 --private", "Marcus Ojo, Fri 20 Nov 2026: o4 Launch"),
    ],
)
def test_an_occasion_is_not_added_twice(filled: Board, words: str, known: str) -> None:
    before = filled.dump()

    ran = typed("occasion", "add", *shlex.split(words))

    assert (ran.code, ran.out) == (0, f"Already noted for {known}\n")
    assert filled.dump() == before


@on_board
def test_another_day_is_refused_with_the_command_that_changes_it() -> None:
    ran = typed("occasion", "add", "ana", "Board exam", "--on", "18 Dec")

    assert ran == Ran(
        6,
        "",
        "o2 is on file already: noted for Ana Lima, Fri 11 Dec 2026. New would be:"
        " on Fri 11 Dec 2026 → Fri 18 Dec 2026. To add that:"
        " boardroom occasion edit o2 --on 'Fri 18 Dec 2026'; a second one needs other words.\n",
    )
    assert typed("occasion", "edit", "o2", "--on", "Fri 18 Dec 2026").code == 0


@on_board
def test_an_occasion_that_is_over_can_come_again() -> None:
    assert typed("occasion", "add", "ana", "Move", "--on", "11 Dec").code == 0


@on_board
def test_what_comes_next_is_listed_first() -> None:
    assert typed("occasion", "list") == Ran(0, LIST, "")
    assert typed("occasion").out == LIST
    assert typed("occasion", "list", "ana").out == "".join(LIST.splitlines(True)[::3])


def test_an_empty_list_says_how_to_fill_it(board: Board) -> None:
    board.advisor()

    assert typed("occasion", "list", "marcus").out == ""
    assert typed_at_screen("occasion", "list", "marcus").out == (
        "There are no occasions of Marcus Ojo yet."
        " Add one:\nboardroom occasion add marcus TEXT --on DATE\n"
    )


@on_board
def test_an_occasion_is_edited_by_options() -> None:
    ran = typed("occasion", "edit", "o2", "--on", "12 Dec", "--yearly", "--text", "Race")

    assert ran == Ran(
        0,
        "Changed o2, of Ana Lima: on Fri 11 Dec 2026 → Sat 12 Dec 2026, yearly no → yes,"
        f" text “Board exam” → “Race” (in 21 days) · {UNDO}\n",
        "",
    )


def test_an_occasion_is_edited_by_hand(filled: Board, editor: Editor) -> None:
    editor.replaces("yearly: no", "yearly: yes")

    assert typed_at_screen("occasion", "edit", "o2").code == 0
    assert filled.sql("SELECT yearly FROM occasion WHERE id = 2") == [(1,)]


@on_board
def test_an_occasion_is_removed() -> None:
    ran = typed("occasion", "rm", "o3")

    assert ran == Ran(0, f"Removed o3, of Ana Lima: Move · {UNDO}\n", "")


@pytest.mark.parametrize(
    ("words", "said", "stored"),
    [
        (
            "done o4 --note 'Went well'",
            "Asked after o4, of Marcus Ojo: Launch, private",
            ("2026-11-21", "Went well"),
        ),
        (
            "done o4 --on yesterday",
            "Asked after o4, of Marcus Ojo: Launch · done on Fri 20 Nov 2026 (yesterday), private",
            ("2026-11-20", None),
        ),
    ],
)
def test_it_is_done_once_the_user_asked_how_it_went(
    filled: Board, words: str, said: str, stored: tuple[str, str | None]
) -> None:
    assert typed(*shlex.split(words)) == Ran(0, f"{said} · {UNDO}\n", "")
    assert filled.sql("SELECT done_on, note FROM occasion WHERE id = 4") == [stored]


def test_what_was_heard_another_year_is_kept(
    filled: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOARDROOM_TODAY", "2027-02-25")

    ran = typed("done", "o1", "--note", "Lisbon")

    assert (ran.code, filled.sql("SELECT done_on, note FROM occasion WHERE id = 1")) == (
        0,
        [("2027-02-25", "A party\nLisbon")],
    )


@pytest.mark.parametrize(
    ("ref", "sentence"),
    [
        (
            "o2",
            (
                "o2 is on Fri 11 Dec 2026 (in 20 days), so nobody was asked how it went yet."
                " If it is off: boardroom occasion rm o2. If it was earlier:"
                " boardroom occasion edit o2 --on DATE\n"
            ),
        ),
        (
            "o3",
            (
                "You asked after o3 already, on Mon 5 Oct 2026."
                " To change how it went: boardroom occasion edit o3 --note TEXT\n"
            ),
        ),
    ],
)
def test_an_occasion_too_far_ahead_or_done_is_refused(
    filled: Board, ref: str, sentence: str
) -> None:
    before = filled.dump()

    assert typed("done", ref) == Ran(6, "", sentence)
    reason = sentence.partition(". ")[0]
    assert typed("done", ref, "o4").err == (
        f"{reason}. Nothing was done. Without {ref}: boardroom done o4\n"
    )
    assert filled.dump() == before


def test_done_gives_occasions_beside_other_records(filled: Board) -> None:
    filled.promise(1)

    record = typed("done", "o4", "p1", "--json").json

    assert {key: len(value) for key, value in record.items() if key != "schema"} == {
        "agenda_items": 0,
        "promises": 1,
        "steps": 0,
        "goals": 0,
        "occasions": 1,
    }


@on_board
def test_an_occasion_is_on_the_timeline() -> None:
    timeline = [row.split("\t") for row in typed("advisor", "show", "ana").out.splitlines()]

    assert [row[4] for row in timeline if row[1:2] == ["occasion"]] == [
        "occasion noted: Move, Fri 2 Oct",
        "occasion noted: Board exam, Fri 11 Dec",
        "you asked after: Move → Porto it is",
        "occasion: Move",
    ]


def test_a_letter_is_on_the_timeline(filled: Board) -> None:
    filled.letter(2, "thanks", "2026-11-03")

    assert (
        "2026-11-03\tletter\tsent\t\tyou sent your thanks\t\n"
        in typed("advisor", "show", "ana").out
    )


@on_board
def test_words_of_an_occasion_are_found() -> None:
    assert typed("search", "porto").out == ("occasion\to3\tana\t2026-10-05\tnote\tPorto it is\t\n")


def test_an_occasion_can_be_purged(filled: Board) -> None:
    assert typed("purge", "o3", "--yes").code == 0
    assert filled.sql("SELECT id FROM occasion ORDER BY id") == [(1,), (2,), (4,)]


@on_board
def test_private_occasions_stay_out_of_an_export() -> None:
    ran = typed("export")

    assert [record["text"] for record in ran.json["occasions"]] == [
        "Birthday",
        "Board exam",
        "Move",
    ]
    assert ran.err == (
        "Left out as private: 1 occasion. Nothing is left out with --include-private.\n"
    )


def test_a_yearly_one_asked_after_is_due_again_next_year(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    board.occasion(board.prospect("Ana Lima"), "birthday", on="1980-11-21", yearly=True)

    seen = {}
    for day in ("2026-11-21", "2027-11-13", "2027-11-14"):
        monkeypatch.setenv("BOARDROOM_TODAY", day)
        seen[day] = [item["ref"] for item in typed("due", "--json").json["items"]]
        typed("done", "o1")

    assert seen == {"2026-11-21": ["o1"], "2027-11-13": [], "2027-11-14": ["o1"]}


def test_prep_says_to_ask_how_it_went_until_it_is_done(board: Board) -> None:
    board.occasion(board.advisor("Ana Lima"), "board exam", on="2026-11-10")

    before = typed("prep", "ana").out
    typed("done", "o1")

    assert "occasions\to1\task how the board exam went (Tue 10 Nov, 11 days ago)\n" in before
    assert "board exam" not in typed("prep", "ana").out


@on_board
def test_a_birthday_is_for_good_wishes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDROOM_TODAY", "2027-02-25")

    done = typed("done", "o4", "o1")
    timeline = typed("advisor", "show", "marcus", "--json").json["timeline"]

    assert done.out.startswith(
        "Asked after o4, of Marcus Ojo: Launch; wished Marcus Ojo well, o1: Birthday"
    )
    assert [event["text"] for event in timeline if event["on"] == "2027-02-25"] == [
        "you asked after: Launch",
        "you wished them well: Birthday → A party",
    ]
    assert typed("done", "o1").err.startswith("You wished them well for o1 already, on Thu 25 Feb")


def test_a_goal_that_was_achieved_is_raised_as_such(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    board.goal("Run a half marathon", ana, status="achieved", closed_on="2026-11-20")
    board.meeting(ana, "2026-11-22", "planned")

    assert "(to raise: g1 achieved: Run a half marathon)" in typed("due").out
