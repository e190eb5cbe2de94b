"""`boardroom advisor part`: what the two did together, a yes, a closing note, and thanks."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.actions import parting
from boardroom.actions.lifecycle import check_taken
from boardroom.actions.promises import and_promised
from boardroom.cli.advisor.steps import Note, On
from boardroom.cli.call import Call
from boardroom.cli.when import on_day
from boardroom.cli.who import Who, find
from boardroom.queries.advisors import advisor
from boardroom.queries.promises import promises, promises_by_id
from boardroom.queries.shared_history import shared_history
from boardroom.render.advisors import advisor_json
from boardroom.render.shared_history import together_json, together_page
from boardroom.rules.day_format import from_today


def part(
    context: typer.Context,
    who: Who = None,
    on: On = None,
    note: Note = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Part well; the history stays.

    Part well: the history stays, the seat is free.

    Examples:
        boardroom advisor part tom --yes --note 'He moved to Oslo; we write'
        boardroom advisor part ana --on 'last fri' --yes
    """
    call = Call.of(context)
    person = find(call, who)
    day = on_day(call, on, toward="back") if on is not None else call.today
    with call.reading() as board:
        view = advisor(board, person.id, today=call.today)
        done = shared_history(board, person.id, until=day)
        open_promises = promises(board, advisor_id=person.id).promises
    # Before anything is asked; the change itself makes sure.
    check_taken(view.name, view.handle, view.standing, "alumni", day, today=call.today)
    if not yes:
        call.tell(together_page(view, done, open_promises, call.today))
        call.confirm(f"This frees the seat of {view.name}; the history stays.", yes=False)
        if note is None:
            note = call.ask(
                "A closing note, like what was good and how you stay in touch? (Enter for none)"
            )
    with call.changing(context) as work:
        thanks_id = parting.part(work, person.id, on=day, note=note)
    with call.reading() as board:
        view = advisor(board, person.id, today=call.today)
        thanks = promises_by_id(board, [thanks_id] if thanks_id else [])
    promised = "".join(
        and_promised(promise.id, promise.text, promise.due_on)
        for promise in thanks
        if promise.due_on
    )
    record = {
        **advisor_json(view),
        "together": together_json(done),
        "thanks": f"p{thanks_id}" if thanks_id else None,
    }
    echo = f" ({from_today(day, call.today)}){promised}; the door stays open: boardroom advisor ask {view.handle}"
    call.did(work, record, echo=echo)
