"""`boardroom promise add`, `edit` and `rm`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import typer

from boardroom.actions.promises import add_promise, edit_promise, remove_promise
from boardroom.cli.call import Call
from boardroom.cli.ids import row_id
from boardroom.cli.promise.said import say
from boardroom.cli.record_edit import edit_by_hand
from boardroom.cli.when import changed_day, on_day, understood
from boardroom.cli.who import Who, find
from boardroom.formats.fields import Field
from boardroom.queries.promises import promises_by_id
from boardroom.render.promises import promise_json
from boardroom.rules.day_format import format_day, from_today
from boardroom.store.work import Work

PromiseId = Annotated[
    str | None,
    typer.Argument(metavar="pID", show_default=False, help="The id of the promise, like p12."),
]


def add(
    context: typer.Context,
    who: Who = None,
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEXT...|-", show_default=False, help="“-” reads it from a pipe."),
    ] = None,
    theirs: Annotated[
        bool, typer.Option("--theirs", help="They promised it; you, where left out.")
    ] = False,
    by: Annotated[
        str | None, typer.Option(metavar="DATE", help="By when; due reminds you of it.")
    ] = None,
) -> None:
    """Note a promise.

    Examples:
        boardroom promise add marcus send the revised deck --by '1 Dec'
        boardroom promise add ana --theirs Introduce me to her editor
    """
    call = Call.of(context)
    person = find(call, who)
    asked = f"What did {person.name} promise?" if theirs else f"What did you promise {person.name}?"
    words = call.needed(call.words(text), "TEXT", asked)
    due_on = None if by is None else on_day(call, by, toward="forward")
    with call.changing(context) as work:
        promise_id = add_promise(
            work, person.id, words, by_whom="them" if theirs else "me", due_on=due_on
        )
    say(call, work, promise_id, "" if due_on is None else f" ({from_today(due_on, call.today)})")


def edit(
    context: typer.Context,
    promise: PromiseId = None,
    text: Annotated[
        str | None, typer.Option(metavar="T|-", help="What was promised; “-” reads it from a pipe.")
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="DATE", help="By when; '' takes the day away.")
    ] = None,
    theirs: Annotated[
        bool | None, typer.Option("--theirs/--mine", help="Who promised it.", show_default=False)
    ] = None,
    kept: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day it was kept; '' opens it again.")
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar="T|-", help="How it went; '' takes it away.")
    ] = None,
) -> None:
    """Change a promise, by options or in the editor.

    Change a promise, in the editor where no option is given.

    Examples:
        boardroom promise edit p1 --by 'next fri'
    """
    call = Call.of(context)
    promise_id = row_id(call, promise, "p", "edit")
    if all(option is None for option in (text, by, theirs, kept, note)):
        work, echo = _edit_by_hand(context, call, promise_id)
    else:
        new_text = None if text is None else call.words([text])
        new_note = None if note is None else call.words([note])
        whose = None if theirs is None else "them" if theirs else "me"
        given = {
            "text": new_text,
            "by_whom": whose,
            "due_on": by,
            "done_on": kept,
            "note": new_note,
        }
        work, echo = _edit(context, call, promise_id, given)
    say(call, work, promise_id, echo)


def rm(context: typer.Context, promise: PromiseId = None) -> None:
    """Remove a promise.

    Examples:
        boardroom promise rm p1
    """
    call = Call.of(context)
    promise_id = row_id(call, promise, "p", "rm")
    with call.reading() as board:
        record = promise_json(promises_by_id(board, [promise_id])[0], call.today)
    with call.changing(context) as work:
        remove_promise(work, promise_id)
    call.did(work, record)


def _edit(
    context: typer.Context, call: Call, promise_id: int, given: dict[str, Any]
) -> tuple[Work, str]:
    """The change made, and the days that were given for it, said back."""
    due_on = changed_day(call, given.get("due_on"), toward="forward")
    done_on = changed_day(call, given.get("done_on"), toward="back")
    with call.changing(context) as work:
        edit_promise(work, promise_id, **{**given, "due_on": due_on, "done_on": done_on})
    by = (
        f" · by {format_day(due_on)} ({from_today(due_on, call.today)})"
        if isinstance(due_on, date)
        else ""
    )
    return work, f"{understood(call, done_on or None, 'kept')}{by}"


def _edit_by_hand(context: typer.Context, call: Call, promise_id: int) -> tuple[Work, str]:
    with call.reading() as board:
        view = promises_by_id(board, [promise_id])[0]
    return edit_by_hand(
        call,
        f"p{promise_id}, {f'your promise to {view.name}' if view.by_whom == 'me' else f'promised by {view.name}'}",
        (
            Field("by_whom", "by-whom"),
            Field("due_on", "by"),
            Field("done_on", "kept"),
            Field("text", "Text", text=True),
            Field("note", "Note", text=True),
        ),
        view._asdict(),
        lambda given: _edit(context, call, promise_id, given),
        name=f"p{promise_id}",
        hint="Say what: --text, --by, --theirs, --mine, --kept or --note.",
    )
