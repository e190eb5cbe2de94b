"""The morning list as it may be shared: without promises, goals and places that are private."""

from __future__ import annotations

import sqlite3

from boardroom.queries.due import DueView
from boardroom.queries.private import is_private
from boardroom.queries.sharing import Sharing
from boardroom.rules.due_items import (
    AgreementEnd,
    GoalDate,
    Item,
    OccasionDay,
    OpenPromise,
    PlannedMeeting,
)
from boardroom.rules.ids import parse


def shared_due(connection: sqlite3.Connection, view: DueView, sharing: Sharing) -> DueView:
    """The list without private records; its entries and counts are those of what is left."""
    items = (shared_item(connection, item, sharing) for item in view.items)
    return view.of([item for item in items if item is not None])


def shared_item(connection: sqlite3.Connection, item: Item, sharing: Sharing) -> Item | None:
    """An item without private words; None if nothing is left of it."""

    def private(table: str, ref: str) -> bool:
        return is_private(connection, table, parse(ref).number)

    match item.subject:
        case OpenPromise(ref=ref):
            is_out = sharing.leaves_out("promise", ref, private=private("promise", ref))
        case OccasionDay(ref=ref):
            is_out = sharing.leaves_out("occasion", ref, private=private("occasion", ref))
        case GoalDate(ref=ref, step=step, goal=goal):
            kind = "goal_step" if step else "goal"
            is_out = sharing.leaves_out(kind, ref, private=private("goal", goal))
        case PlannedMeeting(ref=ref, place=str()) as plan:
            if sharing.leaves_out("place", ref, private=private("meeting", ref)):
                item = item._replace(subject=plan._replace(place=None, phone=None, link=None))
            is_out = False
        case PlannedMeeting(private=True) as plan if not sharing.everything:
            item = item._replace(subject=plan._replace(phone=None, link=None))
            is_out = False
        case AgreementEnd(handle=handle, hopes=str(), private=is_private_text) as end:
            if sharing.leaves_out("agreement", handle, private=is_private_text):
                item = item._replace(subject=end._replace(hopes=None))
            is_out = False
        case _:
            is_out = False
    return None if is_out else item
