"""`boardroom snooze`: not now, but on that day."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from boardroom.actions.snooze import snooze_advisor, snooze_promise, snooze_review
from boardroom.cli.call import Call
from boardroom.cli.ids import row_id
from boardroom.cli.when import on_day
from boardroom.cli.who import find, handles
from boardroom.errors import BadInput
from boardroom.queries.advisors import advisor
from boardroom.queries.meetings import meeting
from boardroom.queries.promises import promises_by_id
from boardroom.render.advisors import advisor_json
from boardroom.render.promises import promise_json
from boardroom.rules.day_format import from_today
from boardroom.rules.ids import looks_like_id, parse


def snooze(
    context: typer.Context,
    what: Annotated[
        str | None,
        typer.Argument(
            metavar="WHO|pID|review",
            show_default=False,
            help="Whom, what, or the review.",
            autocompletion=handles,
        ),
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day it is back; today wakes it.")
    ] = None,
    why: Annotated[str | None, typer.Option(metavar="T", help="Why, for yourself.")] = None,
) -> None:
    """Leave a person or a promise off the list until a day.

    Leave it off the morning list until a day; a meeting held meanwhile ends it.

    Examples:
        boardroom snooze marcus --until 'in 3w' --why 'Closing the year'
        boardroom snooze p1 --until mon
        boardroom snooze review --until '10 Jan'
    """
    call = Call.of(context)
    given = call.needed(what, "WHO|pID|review", "What is to wait? Who, a promise's id, or review:")
    promise_id = _promise_id(call, given) if looks_like_id(given) else None
    of_review = given.strip().lower() == "review"
    person = None if promise_id or of_review else find(call, given)
    day = on_day(call, call.needed(until, "--until", "Until when?"), toward="forward")
    with call.changing(context) as work:
        if promise_id is not None:
            snooze_promise(work, promise_id, until=day, why=why)
        elif person is not None:
            snooze_advisor(work, person.id, until=day, why=why)
        else:
            snooze_review(work, until=day, why=why)
    with call.reading() as board:
        if promise_id is not None:
            record = promise_json(promises_by_id(board, [promise_id])[0], call.today)
        elif person is not None:
            record = advisor_json(advisor(board, person.id, today=call.today))
        else:
            record = _review_json(day.isoformat(), why)
    call.did(work, record, echo=f" ({from_today(day, call.today)})" if day > call.today else "")


def _promise_id(call: Call, given: str) -> int:
    ref = parse(given)
    if ref.letter == "m":
        with call.reading() as board:
            view = meeting(board, ref.number)
        instead = (
            f"meeting move {ref} WHEN"
            if view.status == "planned"
            else f"snooze {view.handle} --until DATE"
        )
        raise BadInput(
            f"{ref} is a meeting, not a promise.", f"For it there is: boardroom {instead}"
        )
    return row_id(call, given, "p", "snooze")


def _review_json(until: str, why: str | None) -> dict[str, Any]:
    return {"schema": "boardroom.snooze/1", "subject": "review", "until_on": until, "why": why}
