from __future__ import annotations

import io
from datetime import date

import pytest
from rich.console import Console

from boardroom.queries.search import Hit, HitList
from boardroom.render.page import Page
from boardroom.render.search import hits_page
from boardroom.render.terminal import print_page
from boardroom.rules.ids import Ref
from boardroom.rules.phrase_search import Excerpt
from tests.boards import TODAY
from tests.render.drawing import piped

NOTES = Hit(
    "meeting",
    Ref("m", 12),
    "marcus",
    "Marcus Ojo",
    date(2026, 11, 10),
    "notes",
    Excerpt(
        "…where decisions are made. Ask to shadow the ", "budget", " round, and say that you did"
    ),
)
ODD = Excerpt("[/bold] \x1b[31m", "bud\x07get", "")
FOUND = HitList(
    (
        NOTES._replace(
            kind="advisor",
            ref=None,
            on=None,
            field="their_goals",
            excerpt=Excerpt("Run a ", "Budget", ""),
        ),
        NOTES._replace(
            kind="transition", ref=None, field="note", excerpt=Excerpt("No ", "budget", "")
        ),
        NOTES,
        NOTES._replace(
            kind="promise",
            ref=Ref("p", 3),
            name="王小明 🎓",
            on=date(2025, 9, 1),
            field="text",
            excerpt=ODD,
        ),
        NOTES._replace(
            kind="goal",
            ref=Ref("g", 1),
            handle=None,
            name=None,
            field="why",
            excerpt=Excerpt("", "Budget", "s"),
        ),
    ),
    1200,
)


def drawn(page: Page, width: int, *, colours: bool = False) -> str:
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=colours, color_system="standard" if colours else None
    )
    print_page(page, console)
    return out.getvalue()


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (
            40,
            """\
Marcus Ojo  their goals
  Run a Budget
Tue 10 Nov  Marcus Ojo  status note
  No budget
m12  Tue 10 Nov  Marcus Ojo  meeting
notes
  …where decisions are made. Ask to
  shadow the budget round, and say that
  you did
p3  Mon 1 Sep 2025  王小明 🎓  promise
  [/bold] \\x1b[31mbud\\x07get
g1  Tue 10 Nov  goal why
  Budgets

1,200 more: the same with --all
""",
        ),
        (
            80,
            """\
Marcus Ojo  their goals
  Run a Budget
Tue 10 Nov  Marcus Ojo  status note
  No budget
m12  Tue 10 Nov  Marcus Ojo  meeting notes
  …where decisions are made. Ask to shadow the budget round, and say that you
  did
p3  Mon 1 Sep 2025  王小明 🎓  promise
  [/bold] \\x1b[31mbud\\x07get
g1  Tue 10 Nov  goal why
  Budgets

1,200 more: the same with --all
""",
        ),
        (
            120,
            """\
id   day             with        in             words around
                     Marcus Ojo  their goals    Run a Budget
     Tue 10 Nov      Marcus Ojo  status note    No budget
m12  Tue 10 Nov      Marcus Ojo  meeting notes  …where decisions are made. Ask to shadow the budget round, and say that
                                                you did
p3   Mon 1 Sep 2025  王小明 🎓   promise        [/bold] \\x1b[31mbud\\x07get
g1   Tue 10 Nov                  goal why       Budgets

1,200 more: the same with --all
""",
        ),
    ],
)
def test_hits_read_well_at_every_width(width: int, expected: str) -> None:
    assert drawn(hits_page(FOUND, TODAY, "Nothing.", "the same with --all"), width) == expected


def test_the_match_stands_out_on_a_terminal() -> None:
    page = hits_page(
        HitList((NOTES._replace(excerpt=Excerpt("a \x1b ", "b\x1bc", " d")),), 0),
        TODAY,
        "Nothing.",
        "",
    )

    assert drawn(page, 40, colours=True).splitlines()[-1] == "  a \\x1b \x1b[1mb\\x1bc\x1b[0m d"


def test_a_pipe_gets_one_hit_a_line() -> None:
    assert piped(hits_page(FOUND, TODAY, "Nothing.", "")).splitlines()[2:4] == [
        (
            "meeting\tm12\tmarcus\t2026-11-10\tnotes"
            "\t…where decisions are made. Ask to shadow the budget round, and say that you did\t"
        ),
        "promise\tp3\tmarcus\t2025-09-01\ttext\t[/bold] \\x1b[31mbud\\x07get\t",
    ]
