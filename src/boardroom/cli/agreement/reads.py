"""`boardroom agreement show`."""

from __future__ import annotations

import typer

from boardroom.cli.call import Call
from boardroom.cli.who import Who, find
from boardroom.queries.advisors import advisor
from boardroom.queries.agreements import agreement
from boardroom.render.agreements import agreement_json, agreement_page


def show(context: typer.Context, who: Who = None) -> None:
    """What you agreed with somebody.

    Examples:
        boardroom agreement show tom
    """
    call = Call.of(context)
    person = find(call, who)
    with call.reading() as board:
        view, agreed = advisor(board, person.id, today=call.today), agreement(board, person.id)
    call.show(agreement_page(view, agreed, call.today), agreement_json(view, agreed))
