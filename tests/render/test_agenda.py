from __future__ import annotations

from datetime import date

import pytest

from boardroom.queries.agenda import AgendaList, AgendaView
from boardroom.render.agenda import agenda_page, covered_table
from tests.boards import TODAY
from tests.render.drawing import drawn

ITEM = AgendaView(
    12,
    "0" * 36,
    "marcus",
    "Marcus Ojo",
    "question",
    "How do I get P&L exposure?",
    "open",
    None,
    None,
    None,
    TODAY,
    None,
)
OPEN = AgendaList(
    (
        ITEM._replace(
            id=7,
            name="Ana Lima",
            kind="topic",
            text="Saying no to the steering group without losing the people in it",
        ),
        ITEM,
        ITEM._replace(id=14, kind="update", text="[/bold] \x1b[31m 王小明 🎓"),
    ),
    1200,
)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (
            40,
            """\
a7  topic  Ana Lima
  Saying no to the steering group
  without losing the people in it
a12  question  Marcus Ojo
  How do I get P&L exposure?
a14  update  Marcus Ojo
  [/bold] \\x1b[31m 王小明 🎓

1,200 older: boardroom agenda list --all
""",
        ),
        (
            80,
            """\
id   kind      with        what to raise
a7   topic     Ana Lima    Saying no to the steering group without losing the
                           people in it
a12  question  Marcus Ojo  How do I get P&L exposure?
a14  update    Marcus Ojo  [/bold] \\x1b[31m 王小明 🎓

1,200 older: boardroom agenda list --all
""",
        ),
        (
            120,
            """\
id   kind      with        what to raise
a7   topic     Ana Lima    Saying no to the steering group without losing the people in it
a12  question  Marcus Ojo  How do I get P&L exposure?
a14  update    Marcus Ojo  [/bold] \\x1b[31m 王小明 🎓

1,200 older: boardroom agenda list --all
""",
        ),
    ],
)
def test_an_agenda_fits_every_width(width: int, expected: str) -> None:
    assert drawn(agenda_page(OPEN, "None.", "boardroom agenda list --all"), width) == expected


def test_a_list_with_closed_items_shows_every_status() -> None:
    closed = ITEM._replace(
        id=9, text="Budget", status="covered", answer="The autumn one", closed_on=date(2026, 11, 10)
    )

    assert (
        drawn(agenda_page(AgendaList((closed, ITEM), 0), "None.", ""), 80)
        == """\
id   kind      with        status   what to raise
a9   question  Marcus Ojo  covered  Budget → The autumn one
a12  question  Marcus Ojo  open     How do I get P&L exposure?
"""
    )


def test_an_empty_agenda_says_so() -> None:
    assert (
        drawn(agenda_page(AgendaList((), 0), "Nothing is on the agenda.", ""), 80)
        == "Nothing is on the agenda.\n"
    )


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (40, "a12  question  Marcus Ojo\n  goal g3 · How do I get P&L exposure?\n"),
        (
            80,
            (
                "id   kind      with        goal  what to raise\n"
                "a12  question  Marcus Ojo  g3    How do I get P&L exposure?\n"
            ),
        ),
    ],
)
def test_an_item_names_its_goal(width: int, expected: str) -> None:
    assert (
        drawn(agenda_page(AgendaList((ITEM._replace(goal_id=3),), 0), "None.", ""), width)
        == expected
    )


def test_a_covered_item_names_its_goal() -> None:
    covered = ITEM._replace(status="covered", answer="Ask Dana")

    rows = covered_table((covered._replace(goal_id=3), covered), mark=True).rows
    assert [row[-1].text for row in rows] == [
        "How do I get P&L exposure? → Ask Dana (g3)",
        "How do I get P&L exposure? → Ask Dana",
    ]
