"""Another program's people and meetings, entered by commands and out of order.

The sample data of JacobEvelyn/friends (`friends.md` at its root, MIT): three people, two notes and
four dated meetings, one of them cancelled for one person. Everybody joined on the day of their
first entry.
"""

from __future__ import annotations

import shlex
from typing import Any

import pytest

from tests.boards import Board
from tests.e2e.installed import boardroom
from tests.e2e.typing_in import TypingIn

MORNING = "2018-12-10"

# The day, and the command that is typed on it.
ENTERED = (
    (
        "2018-06-20 advisor add Grace Hopper --since 2018-01-04"
        " --nickname 'The Admiral' --nickname 'Amazing Grace' --city Paris"
        " --strength navy --strength science --notes '2018-06-15: a big Naval Academy building"
        " is getting named after her. @navy'"
    ),
    "2018-10-20 advisor add 'George Washington Carver' --since '15 Nov 2017'",
    '2018-10-20 plan george 1 Nov --way lunch --place "Martha\'s Vineyard"',
    (
        "2018-10-20 advisor add Marie Curie --since 2017-06-06 --city Atlantis --strength science"
        " --notes '2017-06-06: just got accepted into a PhD program in Paris. @school'"
    ),
    "2018-10-31 meeting cancel m1",
    '2018-11-02 log admiral --on yesterday --way other --place "Martha\'s Vineyard"',
    (
        "2018-11-02 log 'washington ca' Talked on the phone for an hour."
        " --on 2017-11-15 --way call --for 1h"
    ),
    "2018-11-02 log MARIE 'Celebrated the new year.' --on 2017-12-31 --way other --place Paris",
    "2018-11-02 log carver Got lunch. @food --on '4 Jan 2018' --way lunch",
    "2018-11-02 log 'amazing grace' Got lunch. @food --on 2018-01-04 --way lunch",
)


@pytest.mark.usefixtures("empty_board")
def test_another_programs_data_gives_the_right_due_list(board: Board) -> None:
    with TypingIn() as program:
        for entry in ENTERED:
            today, *words = shlex.split(entry)
            ran = program(*words, BOARDROOM_TODAY=today, BOARDROOM_DB=board.path)
            assert (ran.code, ran.err) == (0, ""), entry
    due = boardroom("due", "--json", BOARDROOM_TODAY=MORNING).json
    assert (due["as_of"], due["counts"]) == (MORNING, {"overdue": 3, "due": 1, "soon": 0})
    assert [_window_facts(advisor) for advisor in due["advisors"]] == [
        {
            "handle": "george",
            "name": "George Washington Carver",
            "state": "overdue",
            "last_met_on": "2018-01-04",
            "days_since": 340,
            "due_from": "2018-02-01",
            "due_by": "2018-02-15",
            "days_overdue": 298,
            "next_meeting_on": None,
        },
        {
            "handle": "grace",
            "name": "Grace Hopper",
            "state": "due",
            "last_met_on": "2018-11-01",
            "days_since": 39,
            "due_from": "2018-11-29",
            "due_by": "2018-12-13",
            "days_overdue": 0,
            "next_meeting_on": None,
        },
        {
            "handle": "marie",
            "name": "Marie Curie",
            "state": "overdue",
            "last_met_on": "2017-12-31",
            "days_since": 344,
            "due_from": "2018-01-28",
            "due_by": "2018-02-11",
            "days_overdue": 302,
            "next_meeting_on": None,
        },
    ]
    assert due["items"] == [
        {
            "kind": "meeting",
            "severity": "overdue",
            "advisor": "marie",
            "ref": None,
            "on": "2018-02-11",
            "days": -302,
            "booked_on": None,
            "text": "Marie Curie: last met Sun 31 Dec 2017, 302 days past 4-6w",
            "next": "boardroom plan marie WHEN",
        },
        {
            "kind": "meeting",
            "severity": "overdue",
            "advisor": "george",
            "ref": None,
            "on": "2018-02-15",
            "days": -298,
            "booked_on": None,
            "text": "George Washington Carver: last met Thu 4 Jan, 298 days past 4-6w",
            "next": "boardroom plan george WHEN",
        },
        {
            "kind": "review",
            "severity": "overdue",
            "advisor": None,
            "ref": None,
            "on": "2018-06-06",
            "days": -187,
            "booked_on": None,
            "text": "Six-month review of the board:"
            " George Washington Carver, Grace Hopper, Marie Curie",
            "next": "boardroom review",
        },
        {
            "kind": "promise",
            "severity": "due",
            "advisor": "grace",
            "ref": "p1",
            "on": "2018-11-02",
            "days": -38,
            "booked_on": None,
            "text": "Grace Hopper: Thank Grace Hopper by Fri 2 Nov, 38 days ago",
            "next": "boardroom done p1",
        },
        {
            "kind": "meeting",
            "severity": "due",
            "advisor": "grace",
            "ref": None,
            "on": "2018-12-13",
            "days": 3,
            "booked_on": None,
            "text": "Grace Hopper: last met Thu 1 Nov, due by Thu 13 Dec (4-6w)",
            "next": "boardroom plan grace WHEN",
        },
    ]
    meetings = boardroom("meeting", "list", "--json", BOARDROOM_TODAY=MORNING).json["meetings"]
    keys = ("id", "on", "advisor", "way", "status", "place", "minutes", "notes")
    assert sorted(tuple(meeting[key] for key in keys) for meeting in meetings) == [
        ("m1", "2018-11-01", "george", "lunch", "cancelled", "Martha's Vineyard", 60, None),
        ("m2", "2018-11-01", "grace", "other", "held", "Martha's Vineyard", 60, None),
        (
            "m3",
            "2017-11-15",
            "george",
            "call",
            "held",
            None,
            60,
            "Talked on the phone for an hour.",
        ),
        ("m4", "2017-12-31", "marie", "other", "held", "Paris", 60, "Celebrated the new year."),
        ("m5", "2018-01-04", "george", "lunch", "held", None, 60, "Got lunch. @food"),
        ("m6", "2018-01-04", "grace", "lunch", "held", None, 60, "Got lunch. @food"),
    ]
    grace = boardroom("advisor", "show", "admiral", "--json", BOARDROOM_TODAY=MORNING).json
    assert {
        key: grace[key] for key in ("name", "nicknames", "city", "strengths", "joined_on", "notes")
    } == {
        "name": "Grace Hopper",
        "nicknames": ["The Admiral", "Amazing Grace"],
        "city": "Paris",
        "strengths": ["navy", "science"],
        "joined_on": "2018-01-04",
        "notes": "2018-06-15: a big Naval Academy building is getting named after her. @navy",
    }


def _window_facts(advisor: dict[str, Any]) -> dict[str, Any]:
    left_out = ("role", "seat", "review", "snoozed_until")
    return {key: value for key, value in advisor.items() if key not in left_out}
