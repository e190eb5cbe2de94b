from __future__ import annotations

from datetime import date

import pytest

from boardroom.rules.log_entry import (
    NOTHING,
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
    changed,
    holds,
    notes_after,
    overtaken,
)

HELD = LogEntry(
    "Margins",
    (LoggedItem(1, "Budget?", answer="In autumn"), LoggedItem(3, "Deck")),
    (LoggedAdvice(2, "Shadow the round"),),
    (LoggedPromise(4, "me", "Send it", date(2026, 12, 1)),),
    (LoggedExchange(5, "given", "Notes"),),
)
SAID = LogEntry(
    " Margins\n",
    (
        LoggedItem(1, answer="In\nautumn"),
        LoggedItem(None, "Deck"),
        LoggedItem(7, "Later", covered=False),
        LoggedItem(None, "New", covered=False),
    ),
    (LoggedAdvice(None, "Shadow the  round"),),
    (LoggedPromise(None, "me", "Send it", date(2026, 12, 1)),),
    (LoggedExchange(None, "given", "Notes"),),
)
RAISED = ("Budget?", "Deck", "Later", "New")


def test_what_stands_as_it_was_shown_says_nothing() -> None:
    assert changed(HELD, HELD, seen=True) == NOTHING


def test_what_was_said_otherwise_is_told_and_what_was_left_out_is_not() -> None:
    said = LogEntry(
        "Other",
        (
            LoggedItem(1, "Budget?"),
            LoggedItem(3, "Deck!", covered=False),
            LoggedItem(9, "Not shown", covered=False),
            LoggedItem(None, "New"),
        ),
        (LoggedAdvice(2, "Shadow the  round"), LoggedAdvice(None, "Read")),
        (LoggedPromise(4, "me", "Send it"),),
        (LoggedExchange(5, "received", "Notes"),),
    )

    assert changed(said, HELD, seen=True) == LogEntry(
        "Other",
        (
            LoggedItem(1, "", covered=None, answer=""),
            LoggedItem(3, "Deck!", covered=False),
            LoggedItem(9, "Not shown", covered=False),
            LoggedItem(None, "New"),
        ),
        said.advice,
        said.promises,
        said.exchanges,
    )


def test_an_answer_left_out_by_somebody_who_did_not_see_it_stays() -> None:
    said = LogEntry("Margins", (LoggedItem(1, "Budget?"), LoggedItem(3, answer="Cut it")))

    assert changed(said, HELD, seen=False) == LogEntry(
        agenda=(LoggedItem(3, "", covered=None, answer="Cut it"),)
    )


def test_notes_taken_out_are_none_and_none_said_of_none_is_no_change() -> None:
    assert changed(LogEntry(""), HELD, seen=True) == LogEntry("")
    assert changed(LogEntry(""), NOTHING, seen=True) == NOTHING


def test_what_others_changed_meanwhile_is_named_where_it_would_be_overwritten() -> None:
    now = LogEntry(
        "Margins and more",
        (LoggedItem(1, "Budget?", answer="In spring"), LoggedItem(3, "Deck")),
        (LoggedAdvice(2, "Shadow it"),),
        (LoggedPromise(4, "me", "Send it"),),
        (LoggedExchange(5, "given", "Notes on it"),),
    )
    mine = HELD._replace(notes="Mine", agenda=(*HELD.agenda, LoggedItem(None, "New")))

    assert overtaken(mine, HELD, now) == ["the notes", "a1", "v2", "p4", "x5"]
    assert (
        overtaken(mine, HELD, HELD)
        == overtaken(NOTHING, HELD, now)
        == overtaken(mine, HELD, NOTHING._replace(notes="Margins"))
        == []
    )


@pytest.mark.parametrize(
    ("kept", "said", "after"),
    [
        (None, "Went well", "Went well"),
        ("Bring the deck", "Went well", "Bring the deck\n\nWent well"),
        ("Bring the deck", "Bring the deck\nIt went well", "Bring the deck\nIt went well"),
        ("Bring the deck", "", "Bring the deck"),
    ],
)
def test_notes_follow_those_that_were_there(kept: str | None, said: str, after: str) -> None:
    assert notes_after(kept, said) == after


def test_a_form_that_was_stored_is_known_again() -> None:
    assert holds(HELD, SAID, RAISED)
    assert holds(NOTHING, LogEntry(""), ())


@pytest.mark.parametrize(
    "said",
    [
        SAID._replace(notes="Margin"),
        SAID._replace(notes=None),
        SAID._replace(agenda=SAID.agenda[:1]),
        SAID._replace(agenda=SAID.agenda[1:]),
        SAID._replace(agenda=(LoggedItem(1, answer=""), *SAID.agenda[1:])),
        SAID._replace(agenda=(*SAID.agenda[:2], LoggedItem(7, "Later"))),
        SAID._replace(agenda=(*SAID.agenda, LoggedItem(None, "Newer", covered=False))),
        SAID._replace(advice=()),
        SAID._replace(promises=(LoggedPromise(None, "them", "Send it", date(2026, 12, 1)),)),
        SAID._replace(promises=(LoggedPromise(None, "me", "Send it"),)),
        SAID._replace(exchanges=SAID.exchanges * 2),
        SAID._replace(exchanges=(LoggedExchange(None, "received", "Notes"),)),
    ],
)
def test_a_form_that_says_anything_else_is_another(said: LogEntry) -> None:
    assert not holds(HELD, said, RAISED)


def test_two_notings_together_are_one_and_the_later_notes_count() -> None:
    assert HELD.and_also(SAID) == LogEntry(
        " Margins\n",
        HELD.agenda + SAID.agenda,
        HELD.advice + SAID.advice,
        HELD.promises + SAID.promises,
        HELD.exchanges + SAID.exchanges,
    )
    assert HELD.and_also(NOTHING) == HELD
