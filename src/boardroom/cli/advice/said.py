"""What every change of advice answers with: the advice as it now is."""

from __future__ import annotations

from datetime import date

from boardroom.cli.call import Call
from boardroom.cli.when import understood
from boardroom.queries.advice import advice_by_id
from boardroom.render.advice import advice_item_json
from boardroom.store.work import Work


def say(
    call: Call, work: Work, advice_id: int, *, on: date | None = None, what: str = "said"
) -> None:
    """Says what was done to advice, and where a day was given, `what` was then."""
    with call.reading() as board:
        view = advice_by_id(board, [advice_id])[0]
    call.did(work, advice_item_json(view), echo=understood(call, on, what))
