from __future__ import annotations

import pytest

from boardroom.errors import Refused
from boardroom.rules.agenda import NEXT, check_step, kind_of


def test_the_table_has_every_step() -> None:
    assert NEXT == {"open": ("covered", "dropped"), "covered": (), "dropped": ()}


@pytest.mark.parametrize(
    ("status", "to", "message"),
    [
        ("covered", "covered", "a3 was already covered."),
        ("dropped", "dropped", "a3 was already dropped."),
        ("covered", "dropped", "a3 was covered, so it can't be dropped."),
        ("dropped", "covered", "a3 was dropped, so it can't be covered."),
    ],
)
def test_a_closed_item_takes_no_further_step(status: str, to: str, message: str) -> None:
    with pytest.raises(Refused) as caught:
        check_step("a3", "marcus", status, to)

    assert (caught.value.message, caught.value.hint) == (
        message,
        "To raise it again: boardroom agenda add marcus TEXT",
    )


def test_an_open_item_may_be_covered_or_dropped() -> None:
    check_step("a3", "marcus", "open", "covered")
    check_step("a3", "marcus", "open", "dropped")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("How do I get P&L exposure?", "question"),
        ("Is it? I think so.", "topic"),
        ("Budget", "topic"),
        ("?", "question"),
    ],
)
def test_a_question_mark_makes_a_question(text: str, kind: str) -> None:
    assert kind_of(text) == kind
