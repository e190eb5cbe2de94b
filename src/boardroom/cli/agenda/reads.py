"""`boardroom agenda list`."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.cli.call import Call
from boardroom.cli.who import Who, find
from boardroom.queries.agenda import agenda
from boardroom.render.agenda import agenda_json, agenda_page


def list_(
    context: typer.Context,
    who: Who = None,
    all_: Annotated[
        bool,
        typer.Option(
            "--all", help="The covered and dropped ones too, and on a screen all of them."
        ),
    ] = False,
) -> None:
    """What there is to raise.

    The agenda.

    Examples:
        boardroom agenda list
        boardroom agenda list marcus --all
    """
    call = Call.of(context)
    person = find(call, who) if who is not None else None
    limit = call.screenful(all_=all_)
    with call.reading() as board:
        found = agenda(board, advisor_id=person.id if person else None, closed=all_, limit=limit)
    handle = person.handle if person else "WHO"
    nothing = f"Nothing is on the agenda{f' with {person.name}' if person else ''}. Put something there: boardroom agenda add {handle} TEXT"
    all_of_it = f"boardroom agenda list {f'{handle} ' if person else ''}--all"
    call.show(agenda_page(found, nothing, all_of_it), agenda_json(found.items))
