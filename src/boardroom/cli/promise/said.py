"""What every change of a promise answers with: the promises as they now are."""

from __future__ import annotations

from datetime import date

from boardroom.cli.call import Call
from boardroom.queries.promises import promises_by_id
from boardroom.render.promises import promise_json
from boardroom.rules.spoken import from_today
from boardroom.store.work import Work


def say(call: Call, work: Work, promise_id: int, *, due_on: date | None = None) -> None:
    """Says what was done to a promise, and how far off its day is where one was given."""
    with call.reading() as board:
        view = promises_by_id(board, [promise_id])[0]
    call.did(work, promise_json(view, call.today), echo="" if due_on is None else f" ({from_today(due_on, call.today)})")
