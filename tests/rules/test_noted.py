from __future__ import annotations

from datetime import date

import pytest

from boardroom.rules.noted import NOTHING, Noted, NotedAdvice, NotedExchange, NotedItem, NotedPromise, holds, same_words

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


def test_how_lines_are_broken_is_no_change_of_words() -> None:
    assert same_words(" One\n two", "One two")
    assert not same_words("One two", "Onetwo")


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
        " Margins\n", HELD.agenda + SAID.agenda, HELD.advice + SAID.advice, HELD.promises + SAID.promises, HELD.exchanges + SAID.exchanges
    )
    assert HELD.and_also(NOTHING) == HELD
