"""What every change of a promise answers with: the promises as they now are."""

from __future__ import annotations

from boardroom.cli.call import Call
from boardroom.queries.promises import promises_by_id
from boardroom.render.promises import promise_json
from boardroom.store.work import Work


def say(call: Call, work: Work, promise_id: int, echo: str) -> None:
    """Says what was done to a promise; `echo` says back the days that were given."""
    with call.reading() as board:
        view = promises_by_id(board, [promise_id])[0]
    call.did(work, promise_json(view, call.today), echo=echo)
