"""What every change of the agenda answers with: the items as they now are."""

from __future__ import annotations

from collections.abc import Sequence

from boardroom.cli.call import Call
from boardroom.queries.agenda import agenda_items
from boardroom.render.agenda import agenda_item_json, agenda_json
from boardroom.store.work import Work


def say(call: Call, work: Work, item_ids: Sequence[int]) -> None:
    """Says what was done to items; the JSON of several is a list."""
    with call.reading() as board:
        views = agenda_items(board, item_ids)
    record = agenda_item_json(views[0]) if len(views) == 1 else agenda_json(views)
    call.did(work, record)
