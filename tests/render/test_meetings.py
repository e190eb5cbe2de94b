from __future__ import annotations

from datetime import date

import pytest

from boardroom.queries.advice import AdviceView
from boardroom.queries.agenda import AgendaView
from boardroom.queries.exchanges import ExchangeView
from boardroom.queries.meeting_contents import NO_CONTENTS, MeetingContents
from boardroom.queries.meetings import Belongings, MeetingList, MeetingView
from boardroom.queries.promises import PromiseView
from boardroom.render.meeting_page import meeting_page
from boardroom.render.meeting_words import echo, removal
from boardroom.render.meetings import meetings_page
from boardroom.render.page import Cell, Heading
from tests.boards import TODAY
from tests.render.drawing import drawn

PLAIN = MeetingView(
    3,
    "0" * 36,
    "marcus",
    "Marcus Ojo",
    "held",
    None,
    "coffee",
    None,
    60,
    None,
    private=False,
    on=date(2026, 11, 10),
)
ITEM = AgendaView(
    12,
    "0" * 36,
    "marcus",
    "Marcus Ojo",
    "question",
    "Which round?",
    "covered",
    "The autumn one",
    None,
    3,
    TODAY,
    date(2026, 11, 10),
)
PROMISE = PromiseView(
    4,
    "0" * 36,
    "marcus",
    "Marcus Ojo",
    "me",
    "Send the revised deck",
    "promise",
    None,
    3,
    private=False,
    made_on=date(2026, 11, 10),
    due_on=date(2026, 11, 19),
    done_on=None,
    status="open",
)
WHOLE = MeetingContents(
    advice=(
        AdviceView(
            3,
            "0" * 36,
            "marcus",
            "Marcus Ojo",
            "Ask to shadow the budget round",
            "new",
            None,
            3,
            private=False,
            given_on=date(2026, 11, 10),
            outcome_on=None,
            reported_on=None,
        ),
    ),
    promises=(
        PROMISE,
        PROMISE._replace(id=5, by_whom="them", text="Introduce Dana Reyes", due_on=None),
    ),
    exchanges=(
        ExchangeView(
            2,
            "0" * 36,
            "marcus",
            "Marcus Ojo",
            "received",
            "introduction",
            "introduction to Dana Reyes (head of FP&A)",
            "Dana Reyes",
            3,
            private=False,
            exchanged_on=date(2026, 11, 10),
        ),
    ),
)
LIST = MeetingList(
    (
        PLAIN._replace(
            id=14,
            status="planned",
            on=date(2027, 1, 8),
            at="12:30",
            way="lunch",
            place="Blue Bottle [/bold]",
        ),
        PLAIN._replace(
            id=13, status="planned", on=date(2026, 11, 19), name="王小明 🎓", way="video"
        ),
        PLAIN._replace(
            id=3,
            private=True,
            notes="The budget round is where decisions are made. Ask to shadow it.\nThen more.",
        ),
        PLAIN._replace(id=2, status="cancelled", on=date(2025, 9, 1), notes="\x1b[31mred"),
    ),
    1200,
)


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (
            40,
            """\
m14  Fri 8 Jan 2027 12:30  Marcus Ojo
  lunch · planned · Blue Bottle [/bold]
m13  Thu 19 Nov  王小明 🎓
  video · planned
m3  Tue 10 Nov  Marcus Ojo
  coffee · held, private
  The budget round is where decisions
  are made. Ask…
m2  Mon 1 Sep 2025  Marcus Ojo
  coffee · cancelled · \\x1b[31mred

1,200 older:
boardroom meeting list --all
""",
        ),
        (
            80,
            """\
id   day                   with        way     status         notes or place
m14  Fri 8 Jan 2027 12:30  Marcus Ojo  lunch   planned        Blue Bottle
                                                              [/bold]
m13  Thu 19 Nov            王小明 🎓   video   planned
m3   Tue 10 Nov            Marcus Ojo  coffee  held, private  The budget round
                                                              is where decisions
                                                              are made. Ask…
m2   Mon 1 Sep 2025        Marcus Ojo  coffee  cancelled      \\x1b[31mred

1,200 older: boardroom meeting list --all
""",
        ),
        (
            120,
            """\
id   day                   with        way     status         notes or place
m14  Fri 8 Jan 2027 12:30  Marcus Ojo  lunch   planned        Blue Bottle [/bold]
m13  Thu 19 Nov            王小明 🎓   video   planned
m3   Tue 10 Nov            Marcus Ojo  coffee  held, private  The budget round is where decisions are made. Ask…
m2   Mon 1 Sep 2025        Marcus Ojo  coffee  cancelled      \\x1b[31mred

1,200 older: boardroom meeting list --all
""",
        ),
    ],
)
def test_the_list_reads_well_at_every_width(width: int, expected: str) -> None:
    page = meetings_page(LIST, TODAY, "None.", "boardroom meeting list --all")

    assert drawn(page, width) == expected


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (
            40,
            """\
Coffee with Marcus Ojo  m3
held, private

day     Tue 10 Nov 2026 15:30 (11 days
        ago)
where   Blue Bottle
length  1 minute

Covered

id   kind      what was raised
a12  question  Which round? → The autumn
               one

Notes

Two ways:

- shadow the budget round
- ask for one
""",
        ),
        (
            80,
            """\
Coffee with Marcus Ojo  m3 · held, private

day     Tue 10 Nov 2026 15:30 (11 days ago)
where   Blue Bottle
length  1 minute

Covered

id   kind      what was raised
a12  question  Which round? → The autumn one

Notes

Two ways:

- shadow the budget round
- ask for one
""",
        ),
    ],
)
def test_a_meeting_reads_well_at_every_width(width: int, expected: str) -> None:
    view = PLAIN._replace(
        at="15:30",
        place="Blue Bottle",
        minutes=1,
        private=True,
        notes="Two ways:\n\n- shadow the budget round\n- ask for one",
    )

    assert drawn(meeting_page(view, MeetingContents((ITEM,)), TODAY), width) == expected


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (
            40,
            """\
Advice

id  state  what
v3  new    Ask to shadow the budget
           round

Promises

p4  you, Thu 19 Nov, 2 days late
  Send the revised deck
p5  they
  Introduce Dana Reyes

Exchange

id  state  what
x2  got    introduction to Dana Reyes
           (head of FP&A)
""",
        ),
        (
            80,
            """\
Advice

id  state  what
v3  new    Ask to shadow the budget round

Promises

id  state                         what
p4  you, Thu 19 Nov, 2 days late  Send the revised deck
p5  they                          Introduce Dana Reyes

Exchange

id  state  what
x2  got    introduction to Dana Reyes (head of FP&A)
""",
        ),
    ],
)
def test_the_contents_read_well_at_every_width(width: int, expected: str) -> None:
    shown = drawn(meeting_page(PLAIN, WHOLE, TODAY), width)

    assert shown[shown.index("Advice") :] == expected


@pytest.mark.parametrize(
    ("contents", "new_item_count", "words"),
    [
        (NO_CONTENTS, 0, " (11 days ago)"),
        (
            WHOLE._replace(
                covered=(ITEM, ITEM),
                advice=WHOLE.advice * 2,
                promises=(*WHOLE.promises, PROMISE._replace(id=6, kind="thanks")),
            ),
            2,
            (
                " (11 days ago), 2 agenda items covered, 2 new on the agenda, 2 pieces of advice"
                " (v3, v3), 1 exchange (x2),"
                " p4: Send the revised deck by Thu 19 Nov, p5, theirs: Introduce Dana Reyes"
                " (no day: boardroom promise edit p5 --by DATE), p6:"
                " Send the revised deck by Thu 19 Nov"
            ),
        ),
        (
            MeetingContents(promises=(PROMISE._replace(id=7, kind="follow_up", due_on=None),)),
            0,
            (
                " (11 days ago), p7: Send the revised deck"
                " (no day: boardroom promise edit p7 --by DATE)"
            ),
        ),
    ],
)
def test_the_echo_names_what_came_of_a_meeting(
    contents: MeetingContents, new_item_count: int, words: str
) -> None:
    assert echo(PLAIN, TODAY, contents, new_item_count) == words


def test_only_a_plan_is_coloured_a_past_one_as_due() -> None:
    cells = [meeting_page(view, NO_CONTENTS, TODAY).blocks[0] for view in LIST.meetings]

    assert [heading.aside[1] for heading in cells if isinstance(heading, Heading)] == [
        Cell("planned", "soon"),
        Cell("planned", "due"),
        Cell("held, private"),
        Cell("cancelled", "quiet"),
    ]


def test_an_empty_list_says_so() -> None:
    assert (
        drawn(meetings_page(MeetingList((), 0), TODAY, "There are no meetings yet.", ""), 80)
        == "There are no meetings yet.\n"
    )


@pytest.mark.parametrize(
    ("along", "sentence"),
    [
        (Belongings(0, 0, 0, 0), "This removes m3, coffee with Marcus Ojo on Tue 10 Nov 2026."),
        (
            Belongings(1, 2, 3, 1),
            (
                "This removes m3, coffee with Marcus Ojo on Tue 10 Nov 2026, with 1 promise, 2"
                " pieces of advice, 3 exchanges;"
                " 1 covered agenda item becomes open again, without the answer."
            ),
        ),
        (
            Belongings(0, 1, 0, 2),
            (
                "This removes m3, coffee with Marcus Ojo on Tue 10 Nov 2026, with 1 piece of"
                " advice;"
                " 2 covered agenda items become open again, without the answer."
            ),
        ),
    ],
)
def test_a_removal_counts_what_goes_with_it(along: Belongings, sentence: str) -> None:
    assert removal(PLAIN, along) == sentence
