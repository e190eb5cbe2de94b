from __future__ import annotations

from datetime import date

import pytest

from boardroom.queries.advice import AdviceList, AdviceView
from boardroom.render.advice import advice_page, advice_record, state
from boardroom.render.page import Cell
from tests.boards import TODAY
from tests.render.drawing import drawn, piped

ADVICE = AdviceView(
    12,
    "0" * 36,
    "marcus",
    "Marcus Ojo",
    "Ask to shadow the budget round",
    "new",
    None,
    None,
    False,
    date(2026, 11, 5),
    None,
    None,
)
OPEN = AdviceList(
    (
        ADVICE._replace(id=7, status="worked", outcome="The CFO said yes at once"),
        ADVICE._replace(id=9, name="Ana Lima", text="[/bold] \x1b[31m 王小明 🎓", status="trying"),
        ADVICE._replace(given_on=date(2025, 11, 5)),
    ),
    1200,
)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (
            40,
            """\
v7  Thu 5 Nov  Marcus Ojo
  worked: tell them
  Ask to shadow the budget round → The
  CFO said yes at once
v9  Thu 5 Nov  Ana Lima
  trying · [/bold] \\x1b[31m 王小明 🎓
v12  Wed 5 Nov 2025  Marcus Ojo
  new · Ask to shadow the budget round

1,200 more: boardroom advice list --all
""",
        ),
        (
            80,
            """\
id   said on         by          state              what was said
v7   Thu 5 Nov       Marcus Ojo  worked: tell them  Ask to shadow the budget
                                                    round → The CFO said yes at
                                                    once
v9   Thu 5 Nov       Ana Lima    trying             [/bold] \\x1b[31m 王小明 🎓
v12  Wed 5 Nov 2025  Marcus Ojo  new                Ask to shadow the budget
                                                    round

1,200 more: boardroom advice list --all
""",
        ),
        (
            120,
            """\
id   said on         by          state              what was said
v7   Thu 5 Nov       Marcus Ojo  worked: tell them  Ask to shadow the budget round → The CFO said yes at once
v9   Thu 5 Nov       Ana Lima    trying             [/bold] \\x1b[31m 王小明 🎓
v12  Wed 5 Nov 2025  Marcus Ojo  new                Ask to shadow the budget round

1,200 more: boardroom advice list --all
""",
        ),
    ],
)
def test_advice_reads_well_at_every_width(width: int, expected: str) -> None:
    assert (
        drawn(advice_page(OPEN, TODAY, "None.", "boardroom advice list --all"), width) == expected
    )


@pytest.mark.parametrize(
    ("status", "reported_on", "cell"),
    [
        ("new", None, Cell("new")),
        ("trying", None, Cell("trying")),
        ("did_not_work", None, Cell("did not work: tell them", "due")),
        ("set_aside", date(2026, 11, 20), Cell("set aside, told Fri 20 Nov", "quiet")),
        ("trying", date(2025, 11, 20), Cell("trying, told Thu 20 Nov 2025", "quiet")),
    ],
)
def test_the_state_is_in_words(status: str, reported_on: date | None, cell: Cell) -> None:
    assert state(ADVICE._replace(status=status, reported_on=reported_on), TODAY) == cell


def test_a_pipe_gets_every_field_uncut() -> None:
    reported = ADVICE._replace(status="worked", outcome="Yes\nand no", reported_on=TODAY)

    assert piped(advice_page(AdviceList((reported, ADVICE), 0), TODAY, "None.", "")) == (
        "v12\tmarcus\t2026-11-05\tworked\t2026-11-21"
        "\tAsk to shadow the budget round\tYes\\nand no\t\n"
        "v12\tmarcus\t2026-11-05\tnew\t\tAsk to shadow the budget round\t\t\n"
    )


def test_an_empty_list_is_the_sentence_given() -> None:
    page = advice_page(AdviceList((), 0), TODAY, "No advice is open.", "")

    assert (drawn(page, 80), piped(page)) == ("No advice is open.\n", "")


def test_the_record_has_the_id_of_its_meeting() -> None:
    reported = ADVICE._replace(status="worked", outcome="Yes", reported_on=TODAY, meeting_id=3)

    assert advice_record(reported) == {
        "id": "v12",
        "uid": "0" * 36,
        "advisor": "marcus",
        "text": "Ask to shadow the budget round",
        "on": "2026-11-05",
        "status": "worked",
        "outcome": "Yes",
        "reported_on": "2026-11-21",
        "meeting": "m3",
        "private": False,
    }
