from __future__ import annotations

from datetime import date

import pytest

from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_on_terminal

UNDO = "boardroom undo takes it back"
CLOSED = "SELECT status, answer, closed_on FROM agenda_item ORDER BY id"


def test_an_item_is_done(board: Board) -> None:
    board.item(board.advisor(), "Budget")

    ran = typed("done", "a1", "--on", "fri", "--note", "Ask Dana")

    assert ran == Ran(
        0,
        (
            "Covered a1 on the agenda with Marcus Ojo:"
            f" Budget · done on Fri 20 Nov 2026 (yesterday) · {UNDO}\n"
        ),
        "",
    )
    assert board.sql(CLOSED) == [("covered", "Ask Dana", "2026-11-20")]


def test_several_items_are_printed_as_a_list(board: Board) -> None:
    marcus = board.advisor()
    board.item(marcus, "Budget")
    board.item(marcus, "Pilot")

    ran = typed("done", "a2", "a1", "a2", "--json")

    assert ran.json["schema"] == "boardroom.agenda_items/1"
    assert [(item["id"], item["status"]) for item in ran.json["agenda_items"]] == [
        ("a2", "covered"),
        ("a1", "covered"),
    ]
    assert board.sql(CLOSED) == [("covered", None, "2026-11-21")] * 2


def test_one_item_is_printed_as_itself(board: Board) -> None:
    board.item(board.advisor(), "Budget")

    ran = typed("done", "a1", "--note", "-", "--json", stdin="Ask Dana\n")

    assert ran.json == {
        "schema": "boardroom.agenda_item/1",
        "id": "a1",
        "uid": board.sql("SELECT uid FROM agenda_item")[0][0],
        "advisor": "marcus",
        "kind": "topic",
        "text": "Budget",
        "status": "covered",
        "answer": "Ask Dana",
        "goal": None,
        "meeting": None,
        "private": False,
    }


def test_a_terminal_asks_for_the_id(board: Board) -> None:
    board.item(board.advisor(), "Budget")

    ran = typed_on_terminal("done", answers="a1\n")

    assert (ran.code, ran.err) == (0, "  a1  Budget\nWhat is done? One id or more (like a1) ")
    assert board.sql(CLOSED) == [("covered", None, "2026-11-21")]


def test_a_promise_is_kept_with_a_note(board: Board) -> None:
    board.promise(board.advisor(), due_on="2026-12-01")

    ran = typed("done", "p1", "--on", "fri", "--note", "They liked it", "--json")

    assert ran.json == {
        "schema": "boardroom.promise/1",
        "id": "p1",
        "uid": board.sql("SELECT uid FROM promise")[0][0],
        "advisor": "marcus",
        "by_whom": "me",
        "text": "Send the deck",
        "due_on": "2026-12-01",
        "status": "kept",
        "done_on": "2026-11-20",
        "note": "They liked it",
        "kind": "promise",
        "meeting": None,
        "private": False,
        "snoozed_until": None,
        "snoozed_why": None,
    }


def test_several_kinds_are_done_as_one_change(board: Board) -> None:
    marcus = board.advisor()
    board.item(marcus, "Budget")
    board.promise(marcus)
    board.promise(marcus, "Introduce Dana", by_whom="them")
    before = board.dump()

    ran = typed("done", "p2", "a1", "p1")
    assert ran == Ran(
        0,
        "Covered a1 on the agenda with Marcus Ojo: Budget;"
        " kept p2, Marcus Ojo's promise: Introduce Dana;"
        f" p1, your promise to Marcus Ojo: Send the deck · {UNDO}\n",
        "",
    )
    assert typed("undo").code == 0
    assert board.dump() == before
    ran = typed("done", "p2", "a1", "--json")
    assert (
        ran.json["schema"],
        [item["id"] for item in ran.json["agenda_items"]],
        [promise["id"] for promise in ran.json["promises"]],
    ) == (
        "boardroom.done/1",
        ["a1"],
        ["p2"],
    )
    assert typed("undo").code == 0
    ran = typed("done", "p2", "p1", "--json")
    assert (ran.json["schema"], [promise["id"] for promise in ran.json["promises"]]) == (
        "boardroom.promises/1",
        ["p2", "p1"],
    )


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (
            [],
            2,
            ("ID is missing. Usage: boardroom done [OPTIONS] ID... · Example: boardroom done p1"),
        ),
        (
            ["a1", "a2"],
            6,
            "a2 was already covered. Nothing was done. Without a2: boardroom done a1",
        ),
        (
            ["a1", "a3"],
            6,
            (
                "a3 was dropped, so it can't be covered."
                " Nothing was done. Without a3: boardroom done a1"
            ),
        ),
        (
            ["a1", "a99"],
            3,
            "There is no agenda item a99. Nothing was done. Without a99: boardroom done a1",
        ),
        (
            ["a1", "p3"],
            3,
            "There is no promise p3. Nothing was done. Without p3: boardroom done a1",
        ),
        (["s1"], 3, "There is no step s1. List the ids with: boardroom goal show gID"),
        (["g1"], 3, "There is no goal g1. List the ids with: boardroom goal list --all"),
        (
            ["a1", "--tell"],
            2,
            (
                "--tell and --no-tell are only for goals."
                " Add the id of a goal, like g12, or leave the option out."
            ),
        ),
        (["m1"], 3, "There is no meeting m1. List the ids with: boardroom meeting list"),
        (["v1"], 3, "There is no advice v1. List the ids with: boardroom advice list"),
        (
            ["r1"],
            2,
            (
                "r1 is a review, not an agenda item, a promise, a step, a goal or an occasion. "
                "Give the id of an agenda item, a promise, a step, a goal or an occasion,"
                " like a12, p12, s12, g12 or o12."
            ),
        ),
        (
            ["a1", "p1"],
            6,
            (
                "p1 was already kept, on Mon 2 Nov 2026. Nothing was done. Without p1: boardroom done a1"
            ),
        ),
        (
            ["marcus"],
            2,
            "'marcus' is not an id. An id is a letter and a number, like m12.",
        ),
        (
            ["a1", "--on", "tomorrow"],
            2,
            (
                "Sun 22 Nov 2026 is in the future, so nothing was covered then."
                " Use today or an earlier day."
            ),
        ),
        (
            ["a1", "--on", "fri 15:30"],
            2,
            "'fri 15:30' has a time, but only a day is allowed. Leave the time out: 2026-11-20.",
        ),
        (["a1", "--note", ""], 2, "The answer can't be empty. Write at least one word."),
    ],
)
def test_an_error_is_one_sentence_and_changes_nothing(
    board: Board, words: list[str], code: int, message: str
) -> None:
    marcus = board.advisor()
    board.item(marcus, "Budget")
    board.item(marcus, "Pilot", status="covered", closed_on=date(2026, 11, 2))
    board.item(marcus, "Deck", status="dropped", closed_on=date(2026, 11, 2))
    board.promise(marcus, done_on="2026-11-02")
    before = board.dump()

    assert typed("done", *words) == Ran(code, "", f"{message}\n")
    assert board.dump() == before


@pytest.mark.parametrize("ids", [["a1,a2"], ["a1", "a2"], ["a1 a2"], ["a1,", "a2"]])
def test_ids_are_parted_by_commas_or_blanks(board: Board, ids: list[str]) -> None:
    marcus = board.advisor()
    board.item(marcus, "Budget")
    board.item(marcus, "Pilot")

    assert typed("done", *ids).code == 0
    assert board.sql("SELECT status FROM agenda_item") == [("covered",), ("covered",)]
    typed("undo")
    assert typed("agenda", "drop", *ids).out.startswith("Dropped a1 Budget; a2 Pilot · ")
    typed("undo")
    assert typed("log", "marcus", "--covered", " ".join(ids)).code == 0


def test_several_promises_are_dropped_together_or_none(board: Board) -> None:
    marcus = board.advisor()
    board.promise(marcus, "Deck")
    board.promise(marcus, "Call")

    assert typed("promise", "drop", "p1", "p9").code == 3
    assert typed("promise", "drop", "p1", "p2").out.startswith("Dropped p1 Deck; p2 Call · ")
    assert board.sql("SELECT status FROM promise") == [("dropped",), ("dropped",)]


def test_ids_after_an_option_are_offered_with_a_comma(board: Board) -> None:
    marcus = board.advisor()
    board.item(marcus, "Budget")
    board.item(marcus, "Pilot")

    ran = typed("log", "marcus", "Great", "--covered", "a1", "a2")

    assert (ran.code, "Write --covered a1,a2" in ran.err) == (2, True)
    assert typed("log", "marcus", "--covered", "a1,a2").code == 0


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("done a1 a2 a3 --note ok --on fri", "done a3 --note ok --on fri"),
        ("done a1,a2,A3 --json", "done A3 --json"),
        ("agenda drop a1 a3", "agenda drop a3"),
    ],
)
def test_the_command_for_the_others_leaves_out_all_that_are_closed(
    board: Board, line: str, meant: str
) -> None:
    marcus = board.advisor()
    for text in ("Budget", "Pilot", "Hiring"):
        board.item(marcus, text)
    assert typed("done", "a1", "a2").code == 0
    before = board.dump()

    ran = typed(*line.split())

    assert ran.code == 6
    assert f"boardroom {meant}" in ran.err
    assert "Nothing was done." in ran.err
    assert board.dump() == before
    assert typed(*meant.split()).code == 0


def test_no_command_is_named_where_none_can_be_done(board: Board) -> None:
    marcus = board.advisor()
    board.promise(marcus)
    board.promise(marcus)
    assert typed("promise", "drop", "p1", "p2").code == 0

    assert "Without" not in typed("promise", "drop", "p1", "p2").err
    assert "Without" not in typed("done", "p1", "p2").err
