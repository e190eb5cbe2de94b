"""`boardroom exchange edit` and `rm`; exchanges are made by `boardroom give` and `got`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import typer

from boardroom.actions.exchanges import edit_exchange, remove_exchange
from boardroom.cli.call import Call
from boardroom.cli.exchange.said import say
from boardroom.cli.ids import row_id
from boardroom.cli.record_edit import edit_by_hand
from boardroom.cli.when import on_day
from boardroom.formats.fields import Field
from boardroom.queries.exchanges import exchanges_by_id
from boardroom.render.exchanges import exchange_json
from boardroom.store.work import Work

ExchangeId = Annotated[
    str | None,
    typer.Argument(metavar="xID", show_default=False, help="The id of the exchange, like x12."),
]


def edit(
    context: typer.Context,
    exchange: ExchangeId = None,
    text: Annotated[
        str | None, typer.Option(metavar="T|-", help="What it was; “-” reads it from a pipe.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="K",
            help="introduction, insight, feedback, help, invitation, resource or other.",
        ),
    ] = None,
    person: Annotated[
        str | None, typer.Option(metavar="NAME", help="Whom it is about; '' takes them away.")
    ] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day.")] = None,
    direction: Annotated[str | None, typer.Option(metavar="D", help="given or received.")] = None,
) -> None:
    """Change what is kept of an exchange, by options or in the editor.

    Change an exchange, in the editor where no option is given.

    Examples:
        boardroom exchange edit x1 --kind insight --on 'last fri'
        boardroom exchange edit x1 --person 'Lena Vogt'
    """
    call = Call.of(context)
    exchange_id = row_id(call, exchange, "x", "edit")
    if all(option is None for option in (text, kind, person, on, direction)):
        work, day = _edit_by_hand(context, call, exchange_id)
    else:
        new_text = None if text is None else call.words([text])
        given = {"text": new_text, "kind": kind, "person": person, "on": on, "direction": direction}
        work, day = _edit(context, call, exchange_id, given)
    say(call, work, exchange_id, on=day)


def rm(context: typer.Context, exchange: ExchangeId = None) -> None:
    """Remove an exchange, and what it made you promise.

    Remove an exchange, and the promises that followed from it.

    Examples:
        boardroom exchange rm x1
    """
    call = Call.of(context)
    exchange_id = row_id(call, exchange, "x", "rm")
    with call.reading() as board:
        record = exchange_json(exchanges_by_id(board, [exchange_id])[0])
    with call.changing(context) as work:
        remove_exchange(work, exchange_id)
    call.did(work, record)


def _edit(
    context: typer.Context, call: Call, exchange_id: int, given: dict[str, Any]
) -> tuple[Work, date | None]:
    """The change made, and the day where one was given."""
    day = None if given.get("on") is None else on_day(call, given["on"], toward="back")
    with call.changing(context) as work:
        edit_exchange(work, exchange_id, **{**given, "on": day})
    return work, day


def _edit_by_hand(context: typer.Context, call: Call, exchange_id: int) -> tuple[Work, date | None]:
    with call.reading() as board:
        view = exchanges_by_id(board, [exchange_id])[0]
    return edit_by_hand(
        call,
        f"x{exchange_id}, {'given to' if view.direction == 'given' else 'received from'} {view.name}",
        (
            Field("direction", "direction"),
            Field("kind", "kind"),
            Field("person", "person"),
            Field("on", "on"),
            Field("text", "Text", text=True),
        ),
        view._asdict(),
        lambda given: _edit(context, call, exchange_id, given),
        name=f"x{exchange_id}",
        hint="Say what: --text, --kind, --person, --on or --direction.",
    )
