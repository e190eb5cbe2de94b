from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from boardroom.queries.timeline import Event, Timeline
from boardroom.render.page import Cell, Heading, Page, Prose, Table
from boardroom.render.timeline import event_words, timeline_json, with_timeline
from boardroom.rules.ids import Ref
from boardroom.rules.text import brief
from tests.boards import TODAY
from tests.render.drawing import piped

LONG = "Ask whoever decides the budget round whether you may sit in on all of it"
CUT = "Ask whoever decides the budget round whether you…"
NO_STEP = {"how": None, "about": None, "note": None, "until_on": None}
NO_REVIEW = {"value": None, "chemistry": None, "trust": None, "note": None, "decision": None}


def step(**facts: str) -> dict[str, Any]:
    return {**NO_STEP, **facts}


@pytest.mark.parametrize(
    ("kind", "event", "facts", "line"),
    [
        ("transition", "prospect", step(), "considered"),
        (
            "transition",
            "asked",
            step(how="over lunch", about="entering a field", note="Soon"),
            "asked over lunch, about entering a field: Soon",
        ),
        ("transition", "active", step(), "seated"),
        ("transition", "resumed", step(), "resumed"),
        (
            "transition",
            "paused",
            step(until_on="2027-01-10", note="New job"),
            "paused until Sun 10 Jan 2027: New job",
        ),
        ("transition", "declined", step(), "said no"),
        ("transition", "alumni", step(note="We write"), "parted: We write"),
        ("meeting", "held", {"way": "video", "place": None, "notes": None}, "video call"),
        (
            "meeting",
            "held",
            {"way": "lunch", "place": "Canteen", "notes": f"{LONG}\nMore"},
            f"lunch at Canteen: {CUT}",
        ),
        (
            "meeting",
            "missed",
            {"way": "walk", "place": "Canteen", "notes": None},
            "walk at Canteen missed",
        ),
        (
            "promise",
            "made",
            {"by_whom": "me", "text": "Send it", "due_on": "2026-12-01"},
            "you promised: Send it, by Tue 1 Dec",
        ),
        (
            "promise",
            "made",
            {"by_whom": "them", "text": "Send it", "due_on": None},
            "they promised: Send it",
        ),
        (
            "promise",
            "kept",
            {"by_whom": "me", "text": "Send it", "note": "By post"},
            "you kept: Send it → By post",
        ),
        ("advice", "given", {"text": "Ask"}, "advised: Ask"),
        (
            "advice",
            "did_not_work",
            {"text": "Ask", "outcome": "No seat"},
            "did not work: Ask → No seat",
        ),
        ("advice", "trying", {"text": "Ask", "outcome": None}, "trying: Ask"),
        ("advice", "reported", {"text": "Ask"}, "told what came of: Ask"),
        ("exchange", "given", {"text": "Notes", "person": None}, "you gave: Notes"),
        (
            "exchange",
            "received",
            {"text": "An intro", "person": "Dana"},
            "you got: An intro (Dana)",
        ),
        (
            "exchange",
            "received",
            {"text": "intro to Dana", "person": "Dana"},
            "you got: intro to Dana",
        ),
        (
            "agreement",
            "agreed",
            {"hopes": None, "focus": "[]", "until_on": None, "confidential": 0},
            "agreed",
        ),
        (
            *(
                "agreement",
                "agreed",
                {
                    "hopes": "A seat",
                    "focus": '["pricing", "P&L"]',
                    "until_on": "2026-12-01",
                    "confidential": 1,
                },
            ),
            "agreed on pricing, P&L until Tue 1 Dec, confidential: A seat",
        ),
        ("review", "reviewed", NO_REVIEW, "reviewed"),
        (
            *(
                "review",
                "reviewed",
                {"value": 4, "chemistry": 5, "trust": 3, "note": "Go on", "decision": "keep"},
            ),
            "reviewed, value 4, chemistry 5, trust 3, keep: Go on",
        ),
        ("goal", "set", {"title": "Run a P&L"}, "goal set: Run a P&L"),
        (
            "goal",
            "dropped",
            {"title": "Run a P&L", "note": "Not now"},
            "goal dropped: Run a P&L → Not now",
        ),
    ],
)
def test_an_event_is_one_line(kind: str, event: str, facts: dict[str, Any], line: str) -> None:
    assert event_words(Event(TODAY, kind, event, None, False, facts), TODAY) == line


def test_a_screen_cuts_long_texts() -> None:
    event = Event(TODAY, "advice", "worked", None, False, {"text": LONG, "outcome": LONG})

    assert event_words(event, TODAY, brief) == f"worked: {CUT} → {CUT}"
    assert event_words(event, TODAY) == f"worked: {LONG} → {LONG}"


PAGE = Page((Heading("Marcus Ojo"),))
TALK = Event(
    date(2025, 11, 1),
    "meeting",
    "held",
    Ref("m", 3),
    True,
    {"way": "coffee", "place": None, "notes": "Budget"},
)
SEATED = Event(date(2026, 1, 10), "transition", "active", None, False, NO_STEP)


def test_the_timeline_follows_the_person() -> None:
    page = with_timeline(
        PAGE,
        Timeline((SEATED, TALK), True),
        TODAY,
        since=None,
        all_="boardroom advisor show marcus --all",
    )

    assert page.blocks[:2] == (Heading("Marcus Ojo"), Heading("Timeline"))
    assert isinstance(page.blocks[2], Table)
    assert page.blocks[2].rows == [
        (Cell("Sat 10 Jan"), Cell("", "strong"), Cell("seated")),
        (Cell("Sat 1 Nov 2025"), Cell("m3", "strong"), Cell("coffee: Budget (private)")),
    ]
    assert page.blocks[2].more == "More, and older: boardroom advisor show marcus --all"
    assert piped(page) == (
        "Marcus Ojo\n"
        "2026-01-10\ttransition\tactive\t\tseated\t\n"
        "2025-11-01\tmeeting\theld\tm3\tcoffee: Budget\tprivate\n"
    )  # fmt: skip


def test_an_empty_timeline_says_since_when() -> None:
    page = with_timeline(PAGE, Timeline((), False), TODAY, since=date(2026, 11, 1), all_="")

    assert page.blocks[2:] == (Prose("Nothing since Sun 1 Nov 2026.", "quiet"),)
    assert piped(page) == "Marcus Ojo\n"


def test_json_has_each_event_with_its_record() -> None:
    assert timeline_json(Timeline((SEATED, TALK), False), TODAY) == [
        {
            "on": "2026-01-10",
            "kind": "transition",
            "event": "active",
            "ref": None,
            "text": "seated",
            "private": False,
        },
        {
            "on": "2025-11-01",
            "kind": "meeting",
            "event": "held",
            "ref": "m3",
            "text": "coffee: Budget",
            "private": True,
        },
    ]
