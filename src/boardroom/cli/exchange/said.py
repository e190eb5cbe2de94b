"""What every change of give and take answers with: the exchange as it now is."""

from __future__ import annotations

from datetime import date

from boardroom.cli.call import Call
from boardroom.cli.when import understood
from boardroom.queries.exchanges import exchanges_by_id
from boardroom.render.exchanges import exchange_json
from boardroom.store.work import Work


def say(call: Call, work: Work, exchange_id: int, *, on: date | None = None) -> None:
    """Says what was done to an exchange, and on which day where one was given."""
    with call.reading() as board:
        view = exchanges_by_id(board, [exchange_id])[0]
    call.did(work, exchange_json(view), echo=understood(call, on, view.direction))
