from __future__ import annotations

from pathlib import Path

import pytest

from tests.boards import Board
from tests.cli.typed import ASKED_WHO, typed, typed_at_screen, typed_on_terminal


@pytest.fixture
def marcus(board: Board) -> int:
    """Somebody met three times, once in private; returns the row id."""
    marcus = board.advisor()
    for on, notes, private in (
        ("2026-09-01", "First [x]", False),
        ("2026-10-01", "Second", True),
        ("2026-11-01", "Third", False),
    ):
        board.meeting(marcus, on, notes=notes, private=private)
    return marcus


@pytest.mark.usefixtures("marcus")
def test_it_has_the_notes_of_the_last_two_or_n_meetings() -> None:
    notes = [
        "notes\tm3\tSun 1 Nov: Third",
        "notes\tm2\tThu 1 Oct: Second (private)",
        "notes\tm1\tTue 1 Sep: First [x]",
    ]
    for words, expected in (
        ((), notes[:2]),
        (("--last", "3"), notes),
        (("--last", "1"), notes[:1]),
        (("--last", "0"), []),
    ):
        ran = typed("prep", "mar", *words)
        assert (
            ran.code,
            [line for line in ran.out.splitlines() if line.startswith("notes")],
            ran.err,
        ) == (0, expected, "")


def test_as_json_every_part_is_whole(board: Board, marcus: int) -> None:
    board.agreement(marcus)
    goal_id = board.goal("Run a P&L", marcus, target_on="2027-06-01")
    board.goal_step(goal_id, "Shadow", due_on="2026-11-10", done_on="2026-11-12")
    board.item(marcus, "Budget?", goal_id=goal_id)
    board.advice(marcus, status="trying", outcome_on="2026-11-02")
    board.promise(marcus)
    board.exchange(marcus, "given", on="2026-06-03")
    board.meeting(marcus, "2026-11-24", "planned")

    brief = typed("prep", "marcus", "--json", "--last", "1").json

    lists = {
        "agenda_items": typed("agenda", "list", "--json").json["agenda_items"],
        "advice_list": typed("advice", "list", "--json").json["advice_list"],
        "promises": typed("promise", "list", "--json").json["promises"],
    }
    person = typed("advisor", "list", "--json").json["advisors"][0]
    del person["ratings"], person["match"]
    planned, met, *_ = typed("meeting", "list", "--json").json["meetings"]
    step = {
        "id": "s1",
        "uid": board.sql("SELECT uid FROM goal_step")[0][0],
        "text": "Shadow",
        "due_on": "2026-11-10",
        "done_on": "2026-11-12",
        "note": None,
        "goal": "g1",
    }
    assert brief == {
        "schema": "boardroom.prep/1",
        "as_of": "2026-11-21",
        "advisor": person,
        "next_meeting": planned,
        "unlogged_meetings": [],
        "last_met_on": "2026-11-01",
        "days_since": 20,
        "agreement": {
            "uid": board.sql("SELECT uid FROM agreement")[0][0],
            "advisor": "marcus",
            "agreed_on": "2026-01-10",
            "hopes": "a seat at the table",
            "focus": ["pricing", "P&L"],
            "until_on": "2027-06-01",
            "confidential": True,
            "boundaries": "no weekends",
            "programme": None,
            "outcome": None,
            "window": "4-6w",
            "minutes": 60,
        },
        **lists,
        "occasions": [],
        "goals": [
            {
                "id": "g1",
                "uid": board.sql("SELECT uid FROM goal")[0][0],
                "title": "Run a P&L",
                "horizon": "near",
                "measure": None,
                "why": None,
                "target_on": "2027-06-01",
                "status": "open",
                "helpers": ["marcus"],
                "steps": [step],
                "added_on": "2026-01-02",
                "closed_on": None,
                "note": None,
                "last_on_agenda_on": None,
                "private": False,
            }
        ],
        "steps": [step],
        "meetings": [met],
        "balance": {"given": 1, "received": 0, "since": "2026-06-03"},
        "their_goals": None,
        "introduced_by": None,
        "introductions": [],
        "starters": [],
        "offer": None,
        "unrated": [],
    }


def test_somebody_never_met_has_empty_lists_and_no_null_ones(board: Board) -> None:
    board.prospect("Noor")

    brief = typed("prep", "noor", "--json").json

    assert {
        key: value for key, value in brief.items() if key not in ("schema", "as_of", "advisor")
    } == {
        "next_meeting": None,
        "unlogged_meetings": [],
        "last_met_on": None,
        "days_since": None,
        "agreement": None,
        "agenda_items": [],
        "advice_list": [],
        "promises": [],
        "occasions": [],
        "goals": [],
        "steps": [],
        "meetings": [],
        "balance": {"given": 0, "received": 0, "since": None},
        "their_goals": None,
        "introduced_by": None,
        "introductions": [],
        "starters": [],
        "offer": {"advice": None, "goal": None, "people": []},
        "unrated": [],
    }


def test_as_json_it_has_what_is_missing_by_ids(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    board.exchange(ana, "received", kind="introduction", person="Noor Haddad", on="2026-11-02")
    noor = board.prospect("Noor Haddad", since="2026-11-05")
    board.advice(noor, "Start small", status="worked", outcome_on="2026-11-10")
    board.goal("Run a P&L", noor)
    board.criterion()

    brief = typed("prep", "noor", "--json").json

    chain = {
        "exchange": "x1",
        "advisor": "ana",
        "person": "Noor Haddad",
        "on": "2026-11-02",
        "private": False,
        "handle": "noor",
        "status": "prospect",
        "contacted_on": None,
        "told_on": None,
    }
    keys = ("introduced_by", "introductions", "starters", "offer", "unrated")
    assert {key: brief[key] for key in keys} == {
        "introduced_by": chain,
        "introductions": [],
        "starters": [
            {
                "about": "g1",
                "kind": "question",
                "text": "Run a P&L: what should I do next?",
                "goal": "g1",
                "private": False,
            },
            {
                "about": "v1",
                "kind": "update",
                "text": "What came of “Start small”",
                "goal": None,
                "private": False,
            },
        ],
        "offer": {"advice": "v1", "goal": None, "people": []},
        "unrated": ["c1"],
    }
    shown = typed("advisor", "show", "ana", "--json").json
    assert (shown["introduced_by"], shown["introductions"]) == (None, [chain])


@pytest.mark.usefixtures("marcus")
def test_markdown_leaves_out_what_is_private_and_counts_it() -> None:
    ran = typed("prep", "marcus", "--md", "--last", "3")

    assert (ran.code, ran.err) == (
        0,
        "Left out as private: 1 meeting's notes. Nothing is left out with --include-private.\n",
    )
    assert ran.out.startswith("# Marcus Ojo\n\nBrief of Saturday 21 November 2026\n")
    assert r"First \[x]" in ran.out
    assert "Second" not in ran.out
    whole = typed("prep", "marcus", "--md", "--last", "3", "--include-private")
    assert (whole.code, whole.err, "Second" in whole.out) == (0, "", True)


@pytest.mark.usefixtures("marcus")
def test_markdown_without_anything_private_says_nothing_of_it() -> None:
    assert typed("prep", "marcus", "--md", "--last", "1").err == ""


@pytest.mark.usefixtures("marcus")
def test_a_terminal_asks_who() -> None:
    ran = typed_on_terminal("prep", answers="marcus\n")

    assert (ran.code, ran.err, ran.out.partition("\t")[0]) == (0, ASKED_WHO, "meet")


@pytest.mark.parametrize("name", ["[/bold] x", "\x1b[31mRed", "王小明", "👩🏽‍🚀 Ada"])
def test_what_is_odd_is_shown_literally(
    board: Board, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    row_id = board.advisor(name, handle="odd", their_goals=name)
    board.item(row_id, name)
    board.meeting(row_id, "2026-11-01", notes=name)
    shown = name.replace("\x1b", "\\x1b")
    assert typed("prep", name).out.count(shown) == 3
    assert "\x1b" not in typed("prep", name, "--md").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "200")
    assert typed("prep", name).out.count(shown) == 4


@pytest.mark.parametrize(
    ("words", "code", "error"),
    [
        (
            [],
            2,
            ("WHO is missing. Usage: boardroom prep [OPTIONS] WHO · Example: boardroom prep ana"),
        ),
        (
            ["nobody"],
            3,
            "Nobody matches 'nobody'. List everybody with: boardroom advisor list --all",
        ),
        (["marcus", "--md", "--json"], 2, None),
        (
            ["marcus", "--last", "-1"],
            2,
            "'-1' is not a number of meetings. Use a whole number, 0 or more.",
        ),
        (
            ["marcus", "--last", "two"],
            2,
            "'two' is not a number of meetings. Use a whole number, 0 or more.",
        ),
        (
            ["marcus", "--last", "9" * 30],
            2,
            f"'{'9' * 30}' is not a number of meetings. Use a whole number, 0 or more.",
        ),
    ],
)
@pytest.mark.usefixtures("marcus")
def test_an_error_is_one_sentence(words: list[str], code: int, error: str | None) -> None:
    ran = typed("prep", *words)

    assert (ran.code, ran.out, ran.err.count("\n")) == (code, "", 1)
    assert ran.err == f"{error}\n" if error else "--md and --json can't go together." in ran.err


def test_a_brief_makes_no_board(tmp_path: Path) -> None:
    assert typed("prep", "marcus").code == 3
    assert list(tmp_path.iterdir()) == []


def test_a_plan_that_passed_is_to_be_logged_in_the_words_of_due(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    board.meeting(ana, "2026-11-10", "planned", start_time="15:30")
    board.meeting(ana, "2026-11-20", "planned", way="other", private=True)

    question = "log it, or was it moved, cancelled, missed?"
    first, second = (
        f"coffee on Tue 10 Nov at 15:30: {question} boardroom log ana --meeting m1",
        f"meeting on Fri 20 Nov (private): {question} boardroom log ana --meeting m2",
    )
    assert meet("ana") == [first, second]
    assert f"planned\t{second}" in typed("advisor", "show", "ana").out.splitlines()
    due = typed("due").out
    assert all(
        f"\tAna Lima: {words.replace(' boardroom', chr(9) + 'boardroom')}\n" in due
        for words in (first, second)
    )
    assert [plan["id"] for plan in typed("prep", "ana", "--json").json["unlogged_meetings"]] == [
        "m1",
        "m2",
    ]
    # What is to be shared has no reminders.
    assert "- nothing is planned" in typed("prep", "ana", "--md").out
    assert "10 Nov" not in typed("prep", "ana", "--md").out

    board.meeting(ana, "2026-11-24", "planned")
    assert meet("ana") == [first, second, "Tue 24 Nov 2026 (in 3 days), coffee, 60 minutes"]


def test_a_screen_names_the_newest_of_many_plans_to_log(board: Board) -> None:
    ana = board.advisor("Ana Lima")
    for day in range(10, 14):
        board.meeting(ana, f"2026-11-{day}", "planned")

    shown = " ".join(typed_at_screen("prep", "ana").out.split())

    assert "Wed 11 Nov" not in shown
    assert "boardroom log ana --meeting m3 coffee on Fri 13 Nov" in shown
    assert "--meeting m4 and 2 more: boardroom meeting list ana last met" in shown
    assert len(meet("ana")) == 4


def meet(who: str) -> list[str]:
    return lines_of(who, "meet")


def lines_of(who: str, label: str) -> list[str]:
    """The lines of a section, as a pipe gets them."""
    rows = [line.split("\t") for line in typed("prep", who).out.splitlines()]
    return [text for name, _, text in rows if name == label]


def test_of_somebody_not_on_the_board_it_says_the_next_step(board: Board) -> None:
    noor = board.prospect("Noor Haddad", since="2026-09-01")
    assert lines_of("noor", "next step") == ["ask them to advise you: boardroom letter ask noor"]

    answers = "boardroom advisor seat noor or boardroom advisor decline noor"
    board.step(noor, "asked", "2026-11-07")
    assert lines_of("noor", "next step") == [
        f"asked Sat 7 Nov, no answer yet; once there is one: {answers}"
    ]
    board.setting("ask_wait", "7d")
    assert lines_of("noor", "next step") == [
        (
            "asked Sat 7 Nov, no answer yet: ask again, or accept a no?"
            " boardroom letter ask noor or boardroom advisor decline noor"
        )
    ]
    board.step(noor, "asked", "2026-11-10")
    assert lines_of("noor", "next step") == [
        (
            "asked 2 times, last Tue 10 Nov, no answer yet: accept a no, and look elsewhere?"
            " boardroom advisor decline noor"
        )
    ]
    board.step(noor, "declined", "2026-11-20")
    assert lines_of("noor", "next step") == [
        "declined Fri 20 Nov; you can ask again later: boardroom letter ask noor"
    ]
    assert "agenda add" not in typed_at_screen("prep", "noor").out
    assert "letter ask" not in typed("prep", "noor", "--md").out

    board.step(noor, "asked", "2026-11-21")
    board.step(noor, "active", "2026-11-21")
    assert lines_of("noor", "next step") == []


@pytest.mark.usefixtures("board")
def test_of_a_mentee_not_taken_on_yet_the_next_step_is_no_letter() -> None:
    typed("advisor", "add", "Zoe Park", "--prospect")
    typed("advisor", "edit", "zoe", "--role", "mentee")

    assert lines_of("zoe", "next step") == ["take them on: boardroom advisor seat zoe"]
    typed("advisor", "ask", "zoe")
    assert "boardroom advisor seat zoe" in lines_of("zoe", "next step")[0]
    assert "letter ask" not in typed("prep", "zoe").out


def test_of_a_prospect_whose_coffees_fall_through_it_says_to_look_elsewhere(board: Board) -> None:
    noor = board.prospect("Noor Haddad", since="2026-09-01")
    for on in ("2026-10-10", "2026-11-10"):
        board.meeting(noor, on, "cancelled")

    assert lines_of("noor", "last met") == [
        "never yet; 2 meetings fell through: always busy? Look elsewhere"
    ]
    assert "busy" not in typed("prep", "noor", "--md").out
    board.meeting(noor, "2026-11-24", "planned")
    assert lines_of("noor", "last met") == ["never yet"]
