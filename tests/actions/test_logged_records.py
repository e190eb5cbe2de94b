from __future__ import annotations

import pytest

from boardroom.actions.logging import edit_logged_meeting, log_meeting
from boardroom.rules.dates import Moment
from boardroom.rules.log_entry import LogEntry, LoggedExchange, LoggedItem, LoggedPromise
from boardroom.store.work import change
from tests.boards import TODAY, Board

INTRO = LoggedExchange(None, "received", "introduction to Dana Reyes")


@pytest.fixture
def logged(board: Board) -> Board:
    """A board with the meeting m1, the introduction x1 and its promise p1."""
    marcus = board.advisor()
    board.setting("thanks", "off")
    with change(board.path, "log", today=TODAY) as work:
        log_meeting(work, marcus, on=Moment(TODAY, None), entry=LogEntry(exchanges=(INTRO,)))
    return board


def _edited(board: Board, entry: LogEntry) -> str:
    """What the history says after `entry` was stored for m1."""
    with change(board.path, "meeting edit", today=TODAY) as work:
        edit_logged_meeting(work, 1, entry)
    return board.summary().removeprefix("Changed m1, coffee with Marcus Ojo: ")


def test_a_new_record_brings_its_promise(logged: Board) -> None:
    noor = LoggedExchange(None, "received", "introduction to Noor Haddad")

    assert _edited(logged, LogEntry(exchanges=(noor,))) == (
        "new p2 (Contact Noor Haddad), by Sat 28 Nov 2026; new x2 (introduction to Noor Haddad)"
    )


def test_a_promise_that_goes_with_an_edit_is_removed(logged: Board) -> None:
    given = LoggedExchange(1, "given", "introduction to Dana Reyes")

    assert _edited(logged, LogEntry(exchanges=(given,))) == (
        "x1 (introduction to Dana Reyes): direction received → given;"
        " removed p1 (Contact Dana Reyes)"
    )


def test_a_new_promise_of_theirs_says_so(logged: Board) -> None:
    promise = LoggedPromise(None, "them", "Send the sheet")

    assert _edited(logged, LogEntry(promises=(promise,))) == "new p2 (Send the sheet), theirs"


def test_an_answer_alone_is_no_covering(logged: Board) -> None:
    logged.item(1, "Budget?")

    item = LoggedItem(1, covered=None, answer="In autumn")

    assert _edited(logged, LogEntry(agenda=(item,))) == ("a1 (Budget?): answer none → “In autumn”")


def test_a_long_text_is_cut_and_the_last_records_are_ids(logged: Board) -> None:
    text = "Send the deck and every number behind it to the whole board"
    promises = tuple(LoggedPromise(None, "me", f"{text} {number}") for number in range(9))

    named = "; ".join(f"new p{number} (Send the deck and every number…)" for number in range(2, 8))

    assert _edited(logged, LogEntry(promises=promises)) == f"{named}; also p8, p9 and p10"
