"""What a letter to somebody leaves out: what was marked private, or made from something so marked.

Unlike a text made to be shared, a letter may hold what is confidential between the two. It is made
of nobody else's records but goals, which are with nobody alone.
"""

from __future__ import annotations

import sqlite3

from boardroom.queries.private import GOAL, made_from, private_if

_MEETING = private_if("meeting", "0")
_EXCHANGE = private_if("exchange", made_from("meeting", "exchange", _MEETING))
_PROMISE = private_if(
    "promise",
    made_from("meeting", "promise", _MEETING),
    made_from("exchange", "promise", _EXCHANGE),
)
_ADVICE = private_if("advice", made_from("meeting", "advice", _MEETING))
_AGENDA_ITEM = private_if("agenda_item", made_from("goal", "agenda_item", GOAL))
_ANSWER = private_if("agenda_item", made_from("meeting", "agenda_item", _MEETING))

_BY_KIND = {
    "meeting": ("meeting", _MEETING),
    "exchange": ("exchange", _EXCHANGE),
    "promise": ("promise", _PROMISE),
    "advice": ("advice", _ADVICE),
    "agenda_item": ("agenda_item", _AGENDA_ITEM),
    "answer": ("agenda_item", _ANSWER),
}


def not_to_send(connection: sqlite3.Connection, kind: str, advisor_id: int) -> frozenset[int]:
    """The ids of an advisor's records of some kind that no letter to them may hold."""
    table, is_private = _BY_KIND[kind]
    rows = connection.execute(
        f"SELECT id FROM {table} WHERE advisor_id = ? AND {is_private}", (advisor_id,)
    )
    return frozenset(row_id for (row_id,) in rows)
