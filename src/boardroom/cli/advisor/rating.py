"""`boardroom advisor rate`."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.actions.criteria import rate as rate_advisor
from boardroom.cli.call import Call
from boardroom.cli.ids import row_id
from boardroom.cli.who import Who, find
from boardroom.queries.criteria import criterion as criterion_view
from boardroom.queries.prospects import rated
from boardroom.render.prospects import rated_json
from boardroom.rules.criteria import verdict
from boardroom.rules.text import brief


def rate(
    context: typer.Context,
    who: Who = None,
    criterion: Annotated[str | None, typer.Argument(metavar="cID", show_default=False)] = None,
    meets: Annotated[
        str | None,
        typer.Argument(
            metavar="yes|no|unknown",
            show_default=False,
            help="Whether they meet it; unknown takes it back.",
        ),
    ] = None,
) -> None:
    """Note whether somebody meets a criterion.

    Examples:
        boardroom advisor rate noor c1 yes
        boardroom advisor rate yusuf c2 unknown
    """
    call = Call.of(context)
    person = find(call, who)
    criterion_id = row_id(call, criterion, "c", "rate")
    with call.reading() as board:
        view = criterion_view(board, criterion_id)
    word = call.needed(
        meets,
        "yes, no or unknown",
        f"Does {person.name} meet c{criterion_id}, {brief(view.text)}? [yes/no/unknown]",
    )
    said = verdict(word)
    with call.changing(context) as work:
        rate_advisor(work, person.id, criterion_id, meets=said)
    with call.reading() as board:
        record = rated_json(rated(board, person.id, today=call.today))
    call.did(work, record)
