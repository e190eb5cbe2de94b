"""`boardroom promise edit`, `drop` and `rm`."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from boardroom.actions.promises import drop_promises, edit_promise, remove_promise
from boardroom.cli.call import Call
from boardroom.cli.printer import Reply
from boardroom.cli.privacy import Private
from boardroom.cli.records import (
    Editable,
    FormArgument,
    NewDueDay,
    NewNote,
    edit_record,
    given_fields,
    id_of,
    remove_record,
)
from boardroom.cli.several import change_all, several_ids_of
from boardroom.cli.when import (
    echo_no_day,
    format_changed_days,
    parse_changed_day,
    parse_changed_text,
)
from boardroom.queries.people import people
from boardroom.queries.promises import promises_by_id
from boardroom.render.privacy import private_echo_of
from boardroom.render.promises import promise_json, promises_json
from boardroom.rules.ids import PROMISE, Ref
from boardroom.rules.promises import FIELDS, set_day_command, without_promiser
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any, TypeAlias

    import typer

PromiseId: TypeAlias = (
    "Annotated[str | None, typer.Argument(metavar='pID', show_default=False, "
    "help='The id of the promise, like p12.')]"
)


def edit(
    context: typer.Context,
    promise: PromiseId = None,
    form: FormArgument = None,
    text: Annotated[
        str | None,
        typer.Option(metavar="TEXT|-", help="What was promised; “-” reads it from a pipe."),
    ] = None,
    by: NewDueDay = None,
    theirs: Annotated[
        bool | None, typer.Option("--theirs/--mine", help="Who promised it.", show_default=False)
    ] = None,
    kept: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The day it was kept; '' reopens it, if kept or dropped."
        ),
    ] = None,
    note: NewNote = None,
    private: Private = None,
) -> None:
    """Edit a promise.

    Without options, the promise opens in your editor. Following up on an introduction makes the
    promise to tell the advisor how it went.

    Examples:
        boardroom promise edit p1 --by 'next fri'
    """
    call = Call.of(context)
    promise_id = id_of(call, promise, PROMISE, "edit")
    by_whom = None if theirs is None else "them" if theirs else "me"
    new_text, new_note = call.text_option(text), call.text_option(note)
    edit_record(
        call,
        _EDITABLE,
        promise_id,
        given_fields(
            text=new_text,
            by_whom=by_whom,
            due_on=by,
            done_on=kept,
            note=new_note,
            private=private,
        ),
        form,
    )


def drop(
    context: typer.Context,
    promises: Annotated[
        list[str] | None,
        typer.Argument(metavar="pID...", show_default=False, help="Ids of promises, like p12."),
    ] = None,
    note: Annotated[
        str | None, typer.Option(metavar="TEXT|-", help="The reason; “-” reads it from a pipe.")
    ] = None,
) -> None:
    """Drop promises that nobody will keep.

    They stay on file, are due no more, and don't count as kept. To reopen one:
    promise edit pID --kept ''.

    Examples:
        boardroom promise drop p1 --note 'He has it from Dana'
    """
    call = Call.of(context)
    refs = several_ids_of(call, promises, PROMISE, "drop")
    reason = call.text_option(note)

    def change(work: Work, refs: Sequence[Ref]) -> Done:
        return drop_promises(work, [ref.number for ref in refs], note=reason)

    def action(work: Work) -> Reply:
        done = change(work, refs)
        views = promises_by_id(work.connection, done.ids)
        private = [
            str(view.ref) for view in views if view.private or (reason and view.note_private)
        ]
        one = len(views) == 1
        record = promise_json(views[0], work.today) if one else promises_json(views, work.today)
        return Reply(record, private_echo_of(private, len(views)))

    change_all(call, refs, change, action)


def rm(context: typer.Context, promise: PromiseId = None) -> None:
    """Remove a promise.

    To keep it on file, use promise drop.

    Examples:
        boardroom promise rm p1
    """
    call = Call.of(context)
    promise_id = id_of(call, promise, PROMISE, "rm")
    remove_record(
        call,
        lambda work: remove_promise(work, promise_id),
        lambda board: _json(board, promise_id, call.today),
    )


def _values(board: sqlite3.Connection, promise_id: int) -> tuple[str, dict[str, Any]]:
    [view] = promises_by_id(board, [promise_id])
    side = f"your promise to {view.name}" if view.by_whom == "me" else f"promised by {view.name}"
    fields = view._asdict() if view.status == "kept" else {**view._asdict(), "done_on": None}
    return f"{view.ref}, {side}", fields


def _change(call: Call, work: Work, promise_id: int, given: dict[str, Any]) -> Done:
    board = work.connection
    if given.get("text"):
        [view] = promises_by_id(board, [promise_id])
        [person] = [named for named in people(board) if named.handle == view.handle]
        by_whom = given.get("by_whom") or view.by_whom
        text = without_promiser(given["text"], by_whom, person.short_names)
        given = {**given, "text": text}
    given = parse_changed_text(call, board, given, ("text", "due_on"), kind=PROMISE)
    done_on = parse_changed_day(call, board, given.get("done_on"), toward="back")
    return edit_promise(work, promise_id, **{**given, "done_on": done_on})


def _reply(work: Work, done: Done) -> Reply:
    [view] = promises_by_id(work.connection, done.ids)
    days = {"kept": ("kept", view.done_on), "by": ("due", view.due_on)}
    echo = format_changed_days(done, days, today=work.today)
    no_day = echo_no_day(done, "text", view.due_on, set_day_command(view.ref))
    return Reply(promise_json(view, work.today), f"{echo}{no_day}")


def _json(board: sqlite3.Connection, promise_id: int, today: date) -> dict[str, Any]:
    return promise_json(promises_by_id(board, [promise_id])[0], today)


_EDITABLE = Editable(
    PROMISE,
    FIELDS,
    _values,
    _change,
    _reply,
    options=(
        *("--text", "--by", "--theirs", "--mine", "--kept", "--note"),
        *("--private", "--no-private"),
    ),
)
