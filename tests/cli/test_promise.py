from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardroom.actions.new_promises import add_promise
from boardroom.queries.meeting_contents import stored_entry
from boardroom.rules.day_format import format_day
from boardroom.store.file import reading
from tests.boards import Board
from tests.cli.typed import Ran, typed, typed_at_screen, typed_on_terminal

UNDO = "boardroom undo takes it back"
STORED = "SELECT by_whom, text, due_on, done_on, note FROM promise ORDER BY id"


def test_a_promise_is_noted_with_its_day(board: Board) -> None:
    board.advisor()

    ran = typed("promise", "add", "marcus", "Send", "the revised deck", "--by", "1 Dec")

    assert ran == Ran(
        0,
        f"Promised Marcus Ojo p1: Send the revised deck, by Tue 1 Dec 2026 (in 10 days) · {UNDO}\n",
        "",
    )
    assert board.sql(STORED) == [("me", "Send the revised deck", "2026-12-01", None, None)]


def test_a_promise_of_theirs_is_printed_as_json(board: Board) -> None:
    board.advisor()

    ran = typed(
        "promise", "add", "marcus", "-", "--theirs", "--json", stdin="Introduce Dana by the book\n"
    )

    assert ran.json == {
        "schema": "boardroom.promise/1",
        "id": "p1",
        "uid": board.sql("SELECT uid FROM promise")[0][0],
        "advisor": "marcus",
        "by_whom": "them",
        "text": "Introduce Dana by the book",
        "due_on": None,
        "status": "open",
        "done_on": None,
        "note": None,
        "kind": "promise",
        "meeting": None,
        "private": False,
        "snoozed_until": None,
        "snoozed_why": None,
    }


@pytest.mark.parametrize(
    ("words", "question", "sentence"),
    [
        (
            ["marcus"],
            "What did you promise Marcus Ojo? (like the deck by fri) ",
            "Promised Marcus Ojo p1: Send the deck",
        ),
        (
            ["marcus", "--theirs"],
            "What did Marcus Ojo promise? (like an intro by fri) ",
            "Marcus Ojo promised p1: Send the deck",
        ),
    ],
)
def test_a_terminal_asks_what_was_promised(
    board: Board, words: list[str], question: str, sentence: str
) -> None:
    board.advisor()

    assert typed_on_terminal("promise", "add", *words, answers="Send the deck\n") == Ran(
        0, f"{sentence} (no day: boardroom promise edit p1 --by DATE) · {UNDO}\n", question
    )


def test_a_list_in_a_pipe_has_a_line_for_each_promise(board: Board) -> None:
    marcus, ana = board.advisor(), board.advisor("Ana Lima")
    board.promise(marcus, "Send\n[/bold]", due_on="2026-12-01")
    board.promise(ana, by_whom="them", done_on="2026-11-02", note="Early")

    assert (
        typed("promise", "list").out
        == "p1\tmarcus\tme\tpromise\t2026-12-01\t\tSend\\n[/bold]\t\t\t\topen\n"
    )
    assert (
        typed("promise", "list", "ana", "--all").out
        == "p2\tana\tthem\tpromise\t\t2026-11-02\tSend the deck\tEarly\t\t\tkept\n"
    )
    assert [
        promise["id"] for promise in typed("promise", "list", "--all", "--json").json["promises"]
    ] == ["p1", "p2"]
    assert typed("promise", "list", "ana", "--json").json == {
        "schema": "boardroom.promises/1",
        "promises": [],
    }


def test_an_empty_list_says_how_to_begin(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    board.advisor()
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "100")

    assert (
        "There are no open promises. Add one: boardroom promise add WHO TEXT --by DATE"
        in typed("promise", "list").out
    )
    assert (
        "There are no open promises between you and Marcus Ojo. Add one:\nboardroom promise add marcus"
        in typed("promise", "list", "mar").out
    )


def test_a_screen_lists_the_first_fifty(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    marcus = board.advisor()
    with board.change() as work:
        for number in range(51):
            add_promise(work, marcus, f"Promise {number}", by_whom="me")
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert "1 more: boardroom promise list --all" in typed("promise", "list").out
    assert "1 more: boardroom promise list marcus --all" in typed("promise", "list", "marcus").out
    assert "more:" not in typed("promise", "list", "--all").out


def test_a_promise_is_found_again_after_its_question(board: Board) -> None:
    board.advisor()

    ran = typed_on_terminal(
        "promise",
        "add",
        "mar",
        answers="Send the deck\nSend it to Ana\n",
        meanwhile=lambda: board.put("UPDATE advisor SET name = 'Marcus Webb'"),
    )

    assert ran == Ran(
        0,
        "Promised Marcus Webb p1: Send it to Ana (no day: boardroom promise edit p1 --by DATE)"
        f" · {UNDO}\n",
        "What did you promise Marcus Ojo? (like the deck by fri) What did you promise Marcus Webb? (like the deck by fri) ",
    )


def test_a_promise_is_edited_and_removed(board: Board) -> None:
    board.promise(board.advisor())

    ran = typed(
        "promise",
        "edit",
        "p1",
        "--text",
        "-",
        "--by",
        "tue",
        "--kept",
        "yesterday",
        "--note",
        "Late",
        "--theirs",
        stdin="Ask Dana\n",
    )
    assert (
        ran.out == "Changed p1, Marcus Ojo's promise: by whom me → them, by none → Tue 24 Nov 2026,"
        " kept none → Fri 20 Nov 2026, text “Send the deck” → “Ask Dana”, note none → “Late”"
        f" · kept yesterday · due in 3 days · {UNDO}\n"
    )
    assert board.sql(STORED) == [("them", "Ask Dana", "2026-11-24", "2026-11-20", "Late")]
    ran = typed("promise", "edit", "p1", "--by", "", "--kept", "", "--note", "", "--mine")
    assert (
        ran.out
        == "Changed p1 (Ask Dana), your promise to Marcus Ojo: by whom them → me, by Tue 24 Nov 2026 → none,"
        f" kept Fri 20 Nov 2026 → none, note “Late” → none · {UNDO}\n"
    )
    assert board.sql(STORED) == [("me", "Ask Dana", None, None, None)]
    ran = typed("promise", "rm", "p1", "--json")
    assert (ran.json["id"], ran.json["text"]) == ("p1", "Ask Dana")
    assert board.sql(STORED) == []
    assert typed("undo").code == 0
    assert board.sql(STORED) == [("me", "Ask Dana", None, None, None)]


@pytest.mark.parametrize(
    ("words", "code", "message"),
    [
        (
            ["add"],
            2,
            (
                "WHO is missing. "
                "Usage: boardroom promise add [OPTIONS] WHO TEXT...|- · "
                "Example: boardroom promise add marcus send the revised deck by 1 Dec"
            ),
        ),
        (
            ["add", "marcus"],
            2,
            (
                "TEXT is missing. "
                "Usage: boardroom promise add [OPTIONS] WHO TEXT...|- · "
                "Example: boardroom promise add marcus send the revised deck by 1 Dec"
            ),
        ),
        (["add", "marcus", "--", " "], 2, "The promise can't be empty. Write at least one word."),
        (["add", "marcus", "Deck", "--by", "10"], 2, "'10' "),
        (
            ["add", "marcus", "Deck", "--by", "tue 15:30"],
            2,
            "'tue 15:30' has a time, but only a day is allowed.",
        ),
        (
            ["edit", "p1"],
            2,
            (
                "No change was given. Use --text, --by, --theirs, --mine, --kept, --note, --private or --no-private."
            ),
        ),
        (
            ["edit", "p1", "--kept", "2026-11-22"],
            2,
            "Sun 22 Nov 2026 is in the future, so nothing was kept then.",
        ),
        (["edit", "p9", "--note", "x"], 3, "There is no promise p9."),
        (["rm", "p9"], 3, "There is no promise p9. List the ids with: boardroom promise list"),
        (
            ["rm", "a1"],
            2,
            "a1 is an agenda item, not a promise. Use instead: boardroom agenda rm a1",
        ),
        (["list", "zoe"], 3, "Nobody matches 'zoe'."),
    ],
)
def test_an_error_is_one_sentence_and_changes_nothing(
    board: Board, words: list[str], code: int, message: str
) -> None:
    board.promise(board.advisor())
    before = board.dump()

    ran = typed("promise", *words)

    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith(message)
    assert board.dump() == before


NO_DAY = "(no day: boardroom promise edit p1 --by DATE)"


@pytest.mark.parametrize(
    ("words", "stored", "echo"),
    [
        ("send the deck by friday", ("send the deck", "2026-11-27"), "(in 6 days)"),
        ("send it (by 1 Dec)", ("send it", "2026-12-01"), "(in 10 days)"),
        ("send it by 1 dec 5pm", ("send it at 5pm", "2026-12-01"), "(in 10 days)"),
        ("call Tom tomorrow", ("call Tom tomorrow", None), NO_DAY),
        ("send it before Friday", ("send it before Friday", None), NO_DAY),
        ("send it by next week", ("send it by next week", None), NO_DAY),
        ("meet Tom @ Blue Bottle", ("meet Tom @ Blue Bottle", None), NO_DAY),
    ],
)
def test_the_echo_says_the_day_of_a_promise_or_that_there_is_none(
    board: Board, words: str, stored: tuple[str, str | None], echo: str
) -> None:
    board.advisor()

    ran = typed("promise", "add", "marcus", *words.split())

    assert board.sql("SELECT text, due_on FROM promise") == [stored]
    assert ran.out.endswith(f" {echo} · {UNDO}\n")


@pytest.fixture
def with_marcus(board: Board) -> Board:
    """A board with Marcus Ojo on it."""
    board.advisor()
    return board


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            [
                "send",
                "by",
                "@",
                "(by",
                "fri",
                "Fri.",
                "1",
                "Dec)",
                "5pm",
                "next",
                "week",
                "tomorrow",
            ]
        ),
        min_size=1,
        max_size=6,
    ).map(" ".join)
)
def test_no_day_is_stored_that_the_echo_does_not_name(with_marcus: Board, text: str) -> None:
    board = with_marcus
    ran = typed("promise", "add", "marcus", "--", text)

    [(ref, stored, due_on)] = board.sql(
        "SELECT 'p' || id, text, due_on FROM promise ORDER BY id DESC LIMIT 1"
    )
    if due_on is None:
        assert f"{ref}: {stored} (no day: boardroom promise edit {ref} --by DATE)" in ran.out
    else:
        day = format_day(date.fromisoformat(due_on))
        assert f"{ref}: {stored}, by {day} (" in ran.out


def test_the_command_that_sets_a_day_works(board: Board) -> None:
    board.advisor()
    typed("promise", "add", "marcus", "call Tom tomorrow")

    assert typed("promise", "edit", "p1", "--by", "3w").code == 0
    assert board.sql("SELECT text, due_on FROM promise") == [("call Tom tomorrow", "2026-12-12")]


def test_an_edited_text_brings_its_day(board: Board) -> None:
    board.promise(board.advisor())

    assert typed("promise", "edit", "p1", "--text", "Call Tom by fri").out.endswith(
        f"text “Send the deck” → “Call Tom” · due in 6 days · {UNDO}\n"
    )
    assert typed("promise", "edit", "p1", "--text", "Stand by me", "--by", "").code == 0
    assert board.sql("SELECT text, due_on FROM promise") == [("Stand by me", None)]
    assert typed("promise", "edit", "p1", "--text", "Call him").out.endswith(
        f"text “Stand by me” → “Call him” {NO_DAY} · {UNDO}\n"
    )


def test_an_empty_by_keeps_a_text_as_it_stands(board: Board) -> None:
    board.advisor()

    typed("promise", "add", "marcus", "Read Stand by Friday", "--by", "")

    assert board.sql("SELECT text, due_on FROM promise") == [("Read Stand by Friday", None)]


def test_two_days_for_a_promise_are_refused(board: Board) -> None:
    board.advisor()

    ran = typed("promise", "add", "marcus", "Send it by fri", "--by", "thu")

    assert ran == Ran(
        2,
        "",
        "The day is given twice, in the text and by --by."
        " Leave --by out, or the day at the end of 'Send it'.\n",
    )


def test_the_list_counts_promises_without_a_day(
    board: Board, monkeypatch: pytest.MonkeyPatch
) -> None:
    marcus = board.advisor()
    board.promise(marcus)
    board.promise(marcus, due_on="2026-12-01")
    monkeypatch.setenv("FORCE_COLOR", "1")

    assert "1 promise without a day: boardroom promise edit pID --by DATE" in (
        typed("promise", "list").out
    )
    assert "1 promise without a day" in typed("promise", "list", "--all").out
    assert typed("prep", "marcus").out.count("1 without a day") == 1


UNDO = "boardroom undo takes it back"


def test_a_dropped_promise_is_on_file_but_neither_due_nor_kept(board: Board) -> None:
    board.promise(board.advisor(joined="2026-11-20"), due_on="2026-11-10")

    dropped = typed("promise", "drop", "p1", "--note", "Dana sent it")
    assert dropped.out == f"Dropped p1, your promise to Marcus Ojo: Send the deck · {UNDO}\n"
    assert "p1" not in typed("due").out + typed("promise", "list").out + typed("prep", "marcus").out
    (record,) = typed("promise", "list", "--all", "--json").json["promises"]
    assert (record["status"], record["done_on"], record["note"]) == (
        "dropped",
        "2026-11-21",
        "Dana sent it",
    )
    assert "you dropped: Send the deck → Dana sent it" in typed("advisor", "show", "marcus").out
    facts = typed("review", "--facts", "--json").json["advisors"][0]
    assert (facts["promises_mine_kept_count"], facts["promises_mine_open_count"]) == (0, 0)


def test_a_dropped_promise_is_not_done_but_reopened_or_kept_after_all(board: Board) -> None:
    board.promise(board.advisor())
    typed("promise", "drop", "p1")

    assert typed("done", "p1").err == (
        "p1 was dropped on Sat 21 Nov 2026, so it can't be kept."
        " If you kept it after all: boardroom promise edit p1 --kept DATE\n"
    )
    assert typed("snooze", "p1", "--until", "1 Dec").code == 6
    assert typed("promise", "drop", "p1").code == 6
    kept = typed("promise", "edit", "p1", "--kept", "fri").out
    assert kept.startswith(
        "Changed p1 (Send the deck), your promise to Marcus Ojo: kept none → Fri 20 Nov 2026 · kept yesterday"
    )
    assert typed("promise", "drop", "p1").err == (
        "p1 was kept on Fri 20 Nov 2026, so it can't be dropped."
        " Reopen it with: boardroom promise edit p1 --kept ''\n"
    )
    typed("undo")
    assert typed("promise", "edit", "p1", "--kept", "").out == (
        f"Changed p1 (Send the deck), your promise to Marcus Ojo: dropped Sat 21 Nov 2026 → none · {UNDO}\n"
    )
    assert board.sql("SELECT status, done_on FROM promise") == [("open", None)]


def test_kept_and_dropped_promises_are_listed_apart(board: Board) -> None:
    marcus = board.advisor()
    assert typed_at_screen("promise", "list", "--kept").out == "There are no kept promises.\n"
    assert typed_at_screen("promise", "list", "marcus", "--dropped").out == (
        "There are no dropped promises between you and Marcus Ojo.\n"
    )
    for _ in range(3):
        board.promise(marcus)
    typed("done", "p2")
    typed("promise", "drop", "p3")

    listed = {
        option: [
            promise["id"]
            for promise in typed("promise", "list", *option.split(), "--json").json["promises"]
        ]
        for option in ("", "--kept", "--dropped", "--all")
    }
    assert listed == {
        "": ["p1"],
        "--kept": ["p2"],
        "--dropped": ["p3"],
        "--all": ["p1", "p3", "p2"],
    }
    assert typed("promise", "list", "--kept", "--dropped").code == 2


def test_the_form_of_a_meeting_leaves_dropped_promises_out(board: Board) -> None:
    marcus = board.advisor()
    meeting_id = board.meeting(marcus, "2026-11-20")
    board.promise(marcus, "Call", meeting_id=meeting_id)
    board.promise(marcus, "Write", meeting_id=meeting_id)
    typed("promise", "drop", "p2")

    with reading(board.path) as connection:
        assert [
            promise.text
            for promise in stored_entry(connection, meeting_id, with_dropped=False).promises
        ] == ["Call"]
