from __future__ import annotations

from datetime import date

import pytest

from boardroom.queries.exchanges import ExchangeList, ExchangeView
from boardroom.render.exchanges import (
    balance_json,
    balance_words,
    exchange_record,
    exchanges_page,
    with_person,
)
from boardroom.rules.balance import NOTHING, Balance
from tests.boards import TODAY
from tests.render.drawing import drawn, piped

GAVE = ExchangeView(
    3,
    "0" * 36,
    "marcus",
    "Marcus Ojo",
    "given",
    "resource",
    "Notes on the new analytics stack",
    None,
    None,
    False,
    date(2026, 9, 21),
)
GOT = GAVE._replace(
    id=12,
    direction="received",
    kind="introduction",
    text="introduction to Dana Reyes (head of FP&A)",
    person="Dana Reyes",
    exchanged_on=date(2025, 11, 5),
)
SEVERAL = ExchangeList(
    (
        GAVE._replace(id=7, name="Ana Lima", kind="other", text="[/bold] \x1b[31m 王小明 🎓"),
        GAVE,
        GOT,
    ),
    1200,
)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (
            40,
            """\
x7  Mon 21 Sep  Ana Lima  gave
  other · [/bold] \\x1b[31m 王小明 🎓
x3  Mon 21 Sep  Marcus Ojo  gave
  resource
  Notes on the new analytics stack
x12  Wed 5 Nov 2025  Marcus Ojo  got
  introduction
  introduction to Dana Reyes (head of
  FP&A)

1,200 older:
boardroom exchange list --all
""",
        ),
        (
            80,
            """\
id   day             with        you   kind          what
x7   Mon 21 Sep      Ana Lima    gave  other         [/bold] \\x1b[31m 王小明 🎓
x3   Mon 21 Sep      Marcus Ojo  gave  resource      Notes on the new analytics
                                                     stack
x12  Wed 5 Nov 2025  Marcus Ojo  got   introduction  introduction to Dana Reyes
                                                     (head of FP&A)

1,200 older: boardroom exchange list --all
""",
        ),
        (
            120,
            """\
id   day             with        you   kind          what
x7   Mon 21 Sep      Ana Lima    gave  other         [/bold] \\x1b[31m 王小明 🎓
x3   Mon 21 Sep      Marcus Ojo  gave  resource      Notes on the new analytics stack
x12  Wed 5 Nov 2025  Marcus Ojo  got   introduction  introduction to Dana Reyes (head of FP&A)

1,200 older: boardroom exchange list --all
""",
        ),
    ],
)
def test_give_and_take_read_well_at_every_width(width: int, expected: str) -> None:
    assert (
        drawn(exchanges_page(SEVERAL, TODAY, "None.", "boardroom exchange list --all"), width)
        == expected
    )


@pytest.mark.parametrize(
    ("balance", "words"),
    [
        (Balance(1, 4, date(2026, 6, 30)), "you gave 1, got 4 since June"),
        (Balance(0, 2, date(2026, 11, 21)), "you gave nothing, got 2 this month"),
        (Balance(3, 0, date(2025, 11, 21)), "you gave 3, got nothing since November 2025"),
    ],
)
def test_a_balance_in_words(balance: Balance, words: str) -> None:
    assert balance_words(balance, date(2025, 1, 10), TODAY) == words


def test_no_exchange_is_worded_by_how_long_they_are_known() -> None:
    assert balance_words(NOTHING, date(2026, 5, 21), TODAY) == "nothing given or got in six months"
    assert balance_words(NOTHING, date(2026, 5, 22), TODAY) == "nothing given or got yet"


def test_a_balance_as_json() -> None:
    assert balance_json(Balance(1, 4, date(2026, 6, 30))) == {
        "given": 1,
        "received": 4,
        "since": "2026-06-30",
    }
    assert balance_json(NOTHING) == {"given": 0, "received": 0, "since": None}


def test_a_person_not_in_the_text_follows_it() -> None:
    assert with_person(GAVE._replace(person="Dana")) == "Notes on the new analytics stack (Dana)"
    assert with_person(GOT) == "introduction to Dana Reyes (head of FP&A)"


def test_a_pipe_gets_every_field_uncut() -> None:
    assert piped(exchanges_page(ExchangeList((GAVE, GOT), 0), TODAY, "None.", "")) == (
        "x3\tmarcus\t2026-09-21\tgiven\tresource\tNotes on the new analytics stack\t\t\n"
        "x12\tmarcus\t2025-11-05\treceived\tintroduction"
        "\tintroduction to Dana Reyes (head of FP&A)\tDana Reyes\t\n"
    )


def test_an_empty_list_is_the_sentence_given() -> None:
    page = exchanges_page(ExchangeList((), 0), TODAY, "Nothing was given or got.", "")

    assert (drawn(page, 80), piped(page)) == ("Nothing was given or got.\n", "")


def test_the_record_has_the_id_of_its_meeting() -> None:
    assert exchange_record(GOT._replace(meeting_id=3)) == {
        "id": "x12",
        "uid": "0" * 36,
        "advisor": "marcus",
        "direction": "received",
        "kind": "introduction",
        "text": "introduction to Dana Reyes (head of FP&A)",
        "person": "Dana Reyes",
        "on": "2025-11-05",
        "meeting": "m3",
        "private": False,
    }
