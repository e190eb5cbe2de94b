from __future__ import annotations

from datetime import date

import pytest

from boardroom.rules.additions import append_notes
from boardroom.rules.log_entry import (
    NOTHING,
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
    conflicts,
    differences,
    is_stored_as,
)

STORED = LogEntry(
    "Margins",
    (LoggedItem(1, "Budget?", answer="In autumn"), LoggedItem(3, "Deck")),
    (LoggedAdvice(2, "Shadow the round"),),
    (LoggedPromise(4, "me", "Send it", date(2026, 12, 1)),),
    (LoggedExchange(5, "given", "Notes"),),
)
ENTRY = LogEntry(
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
AGENDA_TEXTS = ("Budget?", "Deck", "Later", "New")


def test_an_entry_as_shown_has_no_differences() -> None:
    assert differences(STORED, STORED, was_shown=True) == NOTHING


def test_differences_leave_out_what_is_missing() -> None:
    entry = LogEntry(
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

    assert differences(entry, STORED, was_shown=True) == LogEntry(
        "Other",
        (
            LoggedItem(1, "", covered=None, answer=""),
            LoggedItem(3, "Deck!", covered=False),
            LoggedItem(9, "Not shown", covered=False),
            LoggedItem(None, "New"),
        ),
        entry.advice,
        entry.promises,
        entry.exchanges,
    )


def test_an_answer_that_was_never_shown_stays() -> None:
    entry = LogEntry("Margins", (LoggedItem(1, "Budget?"), LoggedItem(3, answer="Cut it")))

    assert differences(entry, STORED, was_shown=False) == LogEntry(
        agenda=(LoggedItem(3, "", covered=None, answer="Cut it"),)
    )


def test_notes_taken_out_are_a_difference() -> None:
    assert differences(LogEntry(""), STORED, was_shown=True) == LogEntry("")
    assert differences(LogEntry(""), NOTHING, was_shown=True) == NOTHING


def test_conflicts_name_what_would_be_overwritten() -> None:
    now = LogEntry(
        "Margins and more",
        (LoggedItem(1, "Budget?", answer="In spring"), LoggedItem(3, "Deck")),
        (LoggedAdvice(2, "Shadow it"),),
        (LoggedPromise(4, "me", "Send it"),),
        (LoggedExchange(5, "given", "Notes on it"),),
    )
    mine = STORED._replace(notes="Mine", agenda=(*STORED.agenda, LoggedItem(None, "New")))

    assert conflicts(mine, STORED, now) == ["the notes", "a1", "v2", "p4", "x5"]
    assert (
        conflicts(mine, STORED, STORED)
        == conflicts(NOTHING, STORED, now)
        == conflicts(mine, STORED, NOTHING._replace(notes="Margins"))
        == []
    )


@pytest.mark.parametrize(
    ("stored", "added", "after"),
    [
        (None, "Went well", "Went well"),
        ("Bring the deck", "Went well", "Bring the deck\n\nWent well"),
        ("Bring the deck", "Bring the deck\nIt went well", "Bring the deck\nIt went well"),
        ("Bring the deck", "", "Bring the deck"),
    ],
)
def test_notes_are_added_after_the_old(stored: str | None, added: str, after: str) -> None:
    assert append_notes(stored, added) == after


def test_a_stored_entry_is_known_again() -> None:
    assert is_stored_as(ENTRY, STORED, AGENDA_TEXTS)
    assert is_stored_as(LogEntry(""), NOTHING, ())


@pytest.mark.parametrize(
    "entry",
    [
        ENTRY._replace(notes="Margin"),
        ENTRY._replace(notes=None),
        ENTRY._replace(agenda=ENTRY.agenda[:1]),
        ENTRY._replace(agenda=ENTRY.agenda[1:]),
        ENTRY._replace(agenda=(LoggedItem(1, answer=""), *ENTRY.agenda[1:])),
        ENTRY._replace(agenda=(*ENTRY.agenda[:2], LoggedItem(7, "Later"))),
        ENTRY._replace(agenda=(*ENTRY.agenda, LoggedItem(None, "Newer", covered=False))),
        ENTRY._replace(advice=()),
        ENTRY._replace(promises=(LoggedPromise(None, "them", "Send it", date(2026, 12, 1)),)),
        ENTRY._replace(promises=(LoggedPromise(None, "me", "Send it"),)),
        ENTRY._replace(exchanges=ENTRY.exchanges * 2),
        ENTRY._replace(exchanges=(LoggedExchange(None, "received", "Notes"),)),
    ],
)
def test_an_entry_that_differs_is_another(entry: LogEntry) -> None:
    assert not is_stored_as(entry, STORED, AGENDA_TEXTS)


def test_combining_entries_takes_the_later_notes() -> None:
    assert STORED.combine(ENTRY) == LogEntry(
        " Margins\n",
        STORED.agenda + ENTRY.agenda,
        STORED.advice + ENTRY.advice,
        STORED.promises + ENTRY.promises,
        STORED.exchanges + ENTRY.exchanges,
    )
    assert STORED.combine(NOTHING) == STORED
