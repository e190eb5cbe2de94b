"""`boardroom promise add`, `list`, `edit`, `drop` and `rm`."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.actions.promises import add_promise, drop_promise, edit_promise, remove_promise
from boardroom.cli.call import Call
from boardroom.cli.lists import ListScope, show_records
from boardroom.cli.printer import Reply
from boardroom.cli.privacy import Private
from boardroom.cli.records import (
    DueDay,
    Editable,
    FormArgument,
    NewDueDay,
    NewNote,
    Words,
    edit_record,
    given_fields,
    id_of,
    remove_record,
)
from boardroom.cli.when import (
    echo_due,
    echo_no_day,
    format_changed_days,
    parse_changed_day,
    parse_changed_text,
    parse_dated_text,
)
from boardroom.cli.who import Who, before_dash, find_person_before
from boardroom.errors import BadInput
from boardroom.queries.promises import promises, promises_by_id
from boardroom.render.page import Page
from boardroom.render.privacy import private_echo
from boardroom.render.promises import promise_json, promises_json, promises_page
from boardroom.rules.ids import PROMISE
from boardroom.rules.promises import FIELDS, set_day_command
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any, TypeAlias

    import typer

PromiseId: TypeAlias = (
    "Annotated[str | None, typer.Argument(metavar='pID', show_default=False, "
    "help='The id of the promise, like p12.')]"
)


def add(
    context: typer.Context,
    who: Who = None,
    text: Words = None,
    theirs: Annotated[
        bool, typer.Option("--theirs", help="A promise of theirs (default: yours).")
    ] = False,
    by: DueDay = None,
    private: Private = None,
) -> None:
    """Add a promise.

    Its day may stand at the end of TEXT: “by 1 Dec” or “@ 1 Dec”.

    Examples:
        boardroom promise add marcus send the revised deck by 1 Dec
        boardroom promise add ana --theirs Introduce me to her editor
    """
    call = Call.of(context)
    who, text = before_dash(call, who, text)
    call.text_argument(text)

    def action(work: Work) -> Reply:
        person, words = find_person_before(call, work.connection, who, text)
        promised = call.ask_if_missing(
            call.text_argument(words),
            "TEXT",
            f"What did {person.name} promise?"
            if theirs
            else f"What did you promise {person.name}?",
        )
        promised, due_on = parse_dated_text(call, work.connection, promised, by, kind=PROMISE)
        by_whom = "them" if theirs else "me"
        done = add_promise(
            work, person.id, promised, by_whom=by_whom, due_on=due_on, private=private
        )
        [view] = promises_by_id(work.connection, done.ids)
        echo = echo_due(due_on, set_day_command(view.ref), today=work.today)
        return Reply(promise_json(view, work.today), f"{echo}{private_echo(view.private)}")

    call.change(action)


def list_(
    context: typer.Context,
    who: Who = None,
    all_: Annotated[
        bool,
        typer.Option(
            "--all", help="Include kept and dropped promises, and list all on a terminal."
        ),
    ] = False,
    kept: Annotated[bool, typer.Option("--kept", help="Only kept promises.")] = False,
    dropped: Annotated[bool, typer.Option("--dropped", help="Only dropped promises.")] = False,
) -> None:
    """List promises, both ways.

    Open promises come first, by due day; those without a day follow, newest first.

    Examples:
        boardroom promise list
        boardroom promise list ana --all
        boardroom promise list --kept
    """
    call = Call.of(context)
    if kept and dropped:
        raise BadInput(
            "--kept and --dropped can't go together.", "Use one of them, or --all for both."
        )
    only = "kept" if kept else "dropped" if dropped else None

    def query(board: sqlite3.Connection, scope: ListScope) -> tuple[Page, dict[str, Any]]:
        view = promises(
            board, advisor_id=scope.advisor_id, closed=all_, only=only, limit=scope.limit
        )
        which = f"{only} " if only else "" if all_ else "open "
        add = f" Add one: boardroom promise add {scope.handle} TEXT --by DATE"
        nothing = (
            f"There are no {which}promises{scope.named('between you and')}.{'' if only else add}"
        )
        all_command = scope.all_command.replace(" --all", f" --{only} --all" if only else " --all")
        page = promises_page(view, call.today, nothing, all_command)
        return page, promises_json(view.promises, call.today)

    show_records(call, who, query, all_=all_)


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
    promise: PromiseId = None,
    note: Annotated[
        str | None, typer.Option(metavar="TEXT|-", help="The reason; “-” reads it from a pipe.")
    ] = None,
) -> None:
    """Drop a promise that nobody will keep.

    The promise stays on file, is due no more, and doesn't count as kept. To reopen it:
    promise edit pID --kept ''.

    Examples:
        boardroom promise drop p1 --note 'He has it from Dana'
    """
    call = Call.of(context)
    promise_id = id_of(call, promise, PROMISE, "drop")
    reason = call.text_option(note)
    call.change(lambda work: _reply(work, drop_promise(work, promise_id, note=reason)))


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
