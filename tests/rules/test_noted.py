from __future__ import annotations

from datetime import date

import pytest

from boardroom.rules.noted import (
    NOTHING,
    Noted,
    NotedAdvice,
    NotedExchange,
    NotedItem,
    NotedPromise,
    changed,
    holds,
    notes_after,
    overtaken,
)

HELD = Noted(
    "Margins",
    (NotedItem(1, "Budget?", answer="In autumn"), NotedItem(3, "Deck")),
    (NotedAdvice(2, "Shadow the round"),),
    (NotedPromise(4, "me", "Send it", date(2026, 12, 1)),),
    (NotedExchange(5, "given", "Notes"),),
)
SAID = Noted(
    " Margins\n",
    (
        NotedItem(1, answer="In\nautumn"),
        NotedItem(None, "Deck"),
        NotedItem(7, "Later", covered=False),
        NotedItem(None, "New", covered=False),
    ),
    (NotedAdvice(None, "Shadow the  round"),),
    (NotedPromise(None, "me", "Send it", date(2026, 12, 1)),),
    (NotedExchange(None, "given", "Notes"),),
)
RAISED = ("Budget?", "Deck", "Later", "New")


def test_what_stands_as_it_was_shown_says_nothing() -> None:
    assert changed(HELD, HELD, seen=True) == NOTHING


def test_what_was_said_otherwise_is_told_and_what_was_left_out_is_not() -> None:
    said = Noted(
        "Other",
        (
            NotedItem(1, "Budget?"),
            NotedItem(3, "Deck!", covered=False),
            NotedItem(9, "Not shown", covered=False),
            NotedItem(None, "New"),
        ),
        (NotedAdvice(2, "Shadow the  round"), NotedAdvice(None, "Read")),
        (NotedPromise(4, "me", "Send it"),),
        (NotedExchange(5, "received", "Notes"),),
    )

    assert changed(said, HELD, seen=True) == Noted(
        "Other",
        (
            NotedItem(1, "", covered=None, answer=""),
            NotedItem(3, "Deck!", covered=False),
            NotedItem(9, "Not shown", covered=False),
            NotedItem(None, "New"),
        ),
        said.advice,
        said.promises,
        said.exchanges,
    )


def test_an_answer_left_out_by_somebody_who_did_not_see_it_stays() -> None:
    said = Noted("Margins", (NotedItem(1, "Budget?"), NotedItem(3, answer="Cut it")))

    assert changed(said, HELD, seen=False) == Noted(
        agenda=(NotedItem(3, "", covered=None, answer="Cut it"),)
    )


def test_notes_taken_out_are_none_and_none_said_of_none_is_no_change() -> None:
    assert changed(Noted(""), HELD, seen=True) == Noted("")
    assert changed(Noted(""), NOTHING, seen=True) == NOTHING


def test_what_others_changed_meanwhile_is_named_where_it_would_be_overwritten() -> None:
    now = Noted(
        "Margins and more",
        (NotedItem(1, "Budget?", answer="In spring"), NotedItem(3, "Deck")),
        (NotedAdvice(2, "Shadow it"),),
        (NotedPromise(4, "me", "Send it"),),
        (NotedExchange(5, "given", "Notes on it"),),
    )
    mine = HELD._replace(notes="Mine", agenda=(*HELD.agenda, NotedItem(None, "New")))

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
    assert holds(NOTHING, Noted(""), ())


@pytest.mark.parametrize(
    "said",
    [
        SAID._replace(notes="Margin"),
        SAID._replace(notes=None),
        SAID._replace(agenda=SAID.agenda[:1]),
        SAID._replace(agenda=SAID.agenda[1:]),
        SAID._replace(agenda=(NotedItem(1, answer=""), *SAID.agenda[1:])),
        SAID._replace(agenda=(*SAID.agenda[:2], NotedItem(7, "Later"))),
        SAID._replace(agenda=(*SAID.agenda, NotedItem(None, "Newer", covered=False))),
        SAID._replace(advice=()),
        SAID._replace(promises=(NotedPromise(None, "them", "Send it", date(2026, 12, 1)),)),
        SAID._replace(promises=(NotedPromise(None, "me", "Send it"),)),
        SAID._replace(exchanges=SAID.exchanges * 2),
        SAID._replace(exchanges=(NotedExchange(None, "received", "Notes"),)),
    ],
)
def test_a_form_that_says_anything_else_is_another(said: Noted) -> None:
    assert not holds(HELD, said, RAISED)


def test_two_notings_together_are_one_and_the_later_notes_count() -> None:
    assert HELD.and_also(SAID) == Noted(
        " Margins\n",
        HELD.agenda + SAID.agenda,
        HELD.advice + SAID.advice,
        HELD.promises + SAID.promises,
        HELD.exchanges + SAID.exchanges,
    )
    assert HELD.and_also(NOTHING) == HELD
