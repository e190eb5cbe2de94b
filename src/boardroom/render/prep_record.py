"""The brief before a meeting as JSON."""

from __future__ import annotations

from boardroom.queries.prep import PrepView
from boardroom.render.advice import advice_record
from boardroom.render.advisors import advisor_record
from boardroom.render.agenda import agenda_item_record
from boardroom.render.agreements import agreement_record
from boardroom.render.exchanges import balance_json
from boardroom.render.formatting import iso
from boardroom.render.goal_steps import step_record
from boardroom.render.goals import goal_record
from boardroom.render.introductions import chain_json
from boardroom.render.meetings import meeting_record
from boardroom.render.occasions import occasion_record
from boardroom.render.promises import promise_record
from boardroom.rules.ids import GOAL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from boardroom.queries.offers import Offer
    from boardroom.rules.starters import Starter


def prep_json(view: PrepView) -> dict[str, Any]:
    """The record of the brief; `steps` are those taken since the last meeting."""
    met_on = view.advisor.last_met_on
    return {
        "schema": "boardroom.prep/1",
        "as_of": view.today.isoformat(),
        "advisor": advisor_record(view.advisor),
        "next_meeting": None if view.planned is None else meeting_record(view.planned),
        "unlogged_meetings": [meeting_record(plan) for plan in view.unlogged],
        "last_met_on": iso(met_on),
        "days_since": None if met_on is None else (view.today - met_on).days,
        "agreement": None
        if view.agreement is None
        else agreement_record(view.advisor, view.agreement),
        "agenda_items": [agenda_item_record(item) for item in view.agenda],
        "advice_list": [advice_record(piece) for piece in view.advice],
        "promises": [promise_record(promise, view.today) for promise in view.promises],
        "goals": [goal_record(helped.goal) for helped in view.goals],
        "steps": [step_record(step) for helped in view.goals for step in helped.new_steps],
        "occasions": [occasion_record(view_, view.today) for view_ in view.occasions],
        "meetings": [meeting_record(meeting) for meeting in view.meetings],
        "balance": balance_json(view.balance),
        "their_goals": view.advisor.their_goals,
        **chain_json(view.chain),
        "starters": [_starter(starter) for starter in view.starters],
        "offer": None if view.offer is None else _offer(view.offer),
        "unrated": [criterion.ref for criterion in view.unrated],
    }


def _starter(starter: Starter) -> dict[str, Any]:
    """An item that is not on the agenda yet, and the id of the record that it is made of."""
    return {
        "about": starter.ref,
        "kind": starter.kind,
        "text": starter.text,
        "goal": None if starter.goal_id is None else GOAL.ref(starter.goal_id),
        "private": starter.private,
    }


def _offer(offer: Offer) -> dict[str, Any]:
    return {
        "advice": offer.advice[0].ref if offer.advice else None,
        "goal": None if offer.goal is None else offer.goal.ref,
        "people": list(offer.people),
    }
