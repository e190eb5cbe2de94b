"""An agreement as the editor shows it, and what a user gives of it turned into what is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from boardroom.cli.call import Call
from boardroom.cli.when import on_day
from boardroom.formats.fields import Field
from boardroom.queries.advisors import own_rhythm
from boardroom.queries.agreements import agreement
from boardroom.rules.agreements import is_confidential

FIELDS = (
    Field("agreed_on", "on"),
    Field("until_on", "until"),
    Field("confidential", "confidential"),
    Field("window", "window"),
    Field("minutes", "minutes"),
    Field("focus", "focus", several=True),
    Field("hopes", "Hopes", text=True),
    Field("boundaries", "Boundaries", text=True),
)


def shown(board: sqlite3.Connection, advisor_id: int) -> dict[str, Any]:
    """What is agreed with somebody, by field; the window and the minutes empty where the board's own hold."""
    window, minutes = own_rhythm(board, advisor_id)
    agreed = agreement(board, advisor_id)
    if agreed is None:
        return {
            **dict.fromkeys(field.name for field in FIELDS),
            "confidential": "no",
            "window": window,
            "minutes": minutes,
        }
    return {
        **agreed._asdict(),
        "confidential": "yes" if agreed.confidential else "no",
        "window": window,
        "minutes": minutes,
    }


def meant(call: Call, given: Mapping[str, Any]) -> dict[str, Any]:
    """What was given as the keywords of `agree`: days read, an emptied one as ""; an emptied day of agreeing is as it was.

    Raises:
        BadInput: a day can't be read, or it is neither confidential nor not.
    """
    found = dict(given)
    for field, toward in (("agreed_on", "back"), ("until_on", "forward")):
        if found.get(field):
            found[field] = on_day(call, found[field], toward=toward)  # type: ignore[arg-type]  # one of the two that there are
    if not found.get("agreed_on"):
        found.pop("agreed_on", None)
    if isinstance(found.get("confidential"), str):
        found["confidential"] = is_confidential(found["confidential"])
    return found
