"""The brief before a meeting as JSON."""

from __future__ import annotations

from boardroom.queries.meetings import MeetingList, MeetingView
from boardroom.queries.prep import PrepView
from boardroom.render.advice import advice_record
from boardroom.render.advisors import advisors_json
from boardroom.render.agenda import agenda_record
from boardroom.render.agreements import agreement_record
from boardroom.render.exchanges import balance_json
from boardroom.render.formatting import iso
from boardroom.render.goals import goal_record
from boardroom.render.meetings import meetings_json
from boardroom.render.promises import promise_record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def prep_json(view: PrepView) -> dict[str, Any]:
    """The record of the brief."""
    met_on = view.advisor.last_met_on
    planned = _meeting_records(() if view.planned is None else (view.planned,))
    return {
        "schema": "boardroom.prep/1",
        "as_of": view.today.isoformat(),
        "advisor": advisors_json([view.advisor])["advisors"][0],
        "next_meeting": planned[0] if planned else None,
        "last_met_on": iso(met_on),
        "days_since": None if met_on is None else (view.today - met_on).days,
        "agreement": None if view.agreement is None else agreement_record(view.agreement),
        "agenda": [agenda_record(item) for item in view.agenda],
        "advice": [advice_record(piece) for piece in view.advice],
        "promises": [promise_record(promise, view.today) for promise in view.promises],
        "goals": [
            {**goal_record(goal), "moved": [step.ref for step in new_steps]}
            for goal, new_steps in view.goals
        ],
        "meetings": _meeting_records(view.meetings),
        "balance": balance_json(view.balance),
        "their_goals": view.advisor.their_goals,
    }


def _meeting_records(meetings: tuple[MeetingView, ...]) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = meetings_json(MeetingList(meetings, 0))["meetings"]
    return records
