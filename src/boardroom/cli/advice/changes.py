"""`boardroom advice add`, `edit`, `outcome`, `reported` and `rm`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import typer

from boardroom.actions.advice import (
    edit_advice,
    note_advice,
    remove_advice,
    report_back,
    set_outcome,
)
from boardroom.cli.advice.said import say
from boardroom.cli.call import Call
from boardroom.cli.ids import row_id
from boardroom.cli.record_edit import edit_by_hand
from boardroom.cli.when import on_day
from boardroom.cli.who import Who, find
from boardroom.formats.fields import Field
from boardroom.queries.advice import advice_by_id
from boardroom.render.advice import advice_item_json
from boardroom.store.work import Work

AdviceId = Annotated[
    str | None,
    typer.Argument(metavar="vID", show_default=False, help="The id of the advice, like v12."),
]


def add(
    context: typer.Context,
    who: Who = None,
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEXT...|-", show_default=False, help="“-” reads it from a pipe."),
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day they said it; today where left out.")
    ] = None,
) -> None:
    """Note what somebody advised.

    Examples:
        boardroom advice add marcus Ask to shadow the budget round
        boardroom advice add ana 'Answer first, then explain' --on 'last tue'
    """
    call = Call.of(context)
    person = find(call, who)
    words = call.needed(call.words(text), "TEXT", f"What did {person.name} advise?")
    day = None if on is None else on_day(call, on, toward="back")
    with call.changing(context) as work:
        advice_id = note_advice(work, person.id, words, on=day)
    say(call, work, advice_id, on=day)


def edit(
    context: typer.Context,
    advice: AdviceId = None,
    text: Annotated[
        str | None, typer.Option(metavar="T|-", help="What they said; “-” reads it from a pipe.")
    ] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day they said it.")] = None,
    outcome: Annotated[
        str | None, typer.Option(metavar="T|-", help="What came of it; '' takes it away.")
    ] = None,
) -> None:
    """Change what is kept of advice, by options or in the editor.

    Change advice, in the editor where no option is given.

    Examples:
        boardroom advice edit v1 --outcome 'They said yes at once'
    """
    call = Call.of(context)
    advice_id = row_id(call, advice, "v", "edit")
    if text is None and on is None and outcome is None:
        work, day = _edit_by_hand(context, call, advice_id)
    else:
        new_text = None if text is None else call.words([text])
        new_outcome = None if outcome is None else call.words([outcome])
        work, day = _edit(
            context, call, advice_id, {"text": new_text, "on": on, "outcome": new_outcome}
        )
    say(call, work, advice_id, on=day)


def outcome(
    context: typer.Context,
    advice: AdviceId = None,
    status: Annotated[
        str | None,
        typer.Argument(
            metavar="STATUS", show_default=False, help="trying, worked, did_not_work or set_aside."
        ),
    ] = None,
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TEXT...|-]", show_default=False, help="How it went; “-” reads it from a pipe."
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of it; today where left out.")
    ] = None,
) -> None:
    """Say what came of it.

    Say what came of advice.

    Examples:
        boardroom advice outcome v3 trying
        boardroom advice outcome v3 did_not_work No seat was free --on yesterday
    """
    call = Call.of(context)
    advice_id = row_id(call, advice, "v", "outcome")
    words = "trying, worked, did_not_work or set_aside"
    hint = f"Say what came of it, {words}, like: boardroom advice outcome v{advice_id} worked"
    became = call.needed(status, "STATUS", f"What came of it: {words}?", hint=hint)
    how = call.words(text)
    day = None if on is None else on_day(call, on, toward="back")
    with call.changing(context) as work:
        set_outcome(work, advice_id, became, outcome=how, on=day)
    say(call, work, advice_id, on=day, what="that was")


def reported(
    context: typer.Context,
    advice: AdviceId = None,
    on: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day you told them; today where left out."),
    ] = None,
) -> None:
    """Note that you told them what came of it.

    Examples:
        boardroom advice reported v1
        boardroom advice reported v1 --on 'last fri'
    """
    call = Call.of(context)
    advice_id = row_id(call, advice, "v", "reported")
    day = None if on is None else on_day(call, on, toward="back")
    with call.changing(context) as work:
        report_back(work, advice_id, on=day)
    say(call, work, advice_id, on=day, what="told")


def rm(context: typer.Context, advice: AdviceId = None) -> None:
    """Remove advice.

    Examples:
        boardroom advice rm v1
    """
    call = Call.of(context)
    advice_id = row_id(call, advice, "v", "rm")
    with call.reading() as board:
        record = advice_item_json(advice_by_id(board, [advice_id])[0])
    with call.changing(context) as work:
        remove_advice(work, advice_id)
    call.did(work, record)


def _edit(
    context: typer.Context, call: Call, advice_id: int, given: dict[str, Any]
) -> tuple[Work, date | None]:
    """The change made, and the day where one was given."""
    day = None if given.get("on") is None else on_day(call, given["on"], toward="back")
    with call.changing(context) as work:
        edit_advice(work, advice_id, **{**given, "on": day})
    return work, day


def _edit_by_hand(context: typer.Context, call: Call, advice_id: int) -> tuple[Work, date | None]:
    with call.reading() as board:
        view = advice_by_id(board, [advice_id])[0]
    return edit_by_hand(
        call,
        f"v{advice_id}, advice of {view.name}",
        (
            Field("on", "on"),
            Field("text", "Text", text=True),
            Field("outcome", "Outcome", text=True),
        ),
        view._asdict(),
        lambda given: _edit(context, call, advice_id, given),
        name=f"v{advice_id}",
        hint="Say what: --text, --on or --outcome.",
    )
