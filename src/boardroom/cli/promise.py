"""`boardroom promise add` and `list`."""

from __future__ import annotations

import sqlite3

from boardroom.actions.new_promises import add_promise
from boardroom.cli.call import Call
from boardroom.cli.lists import ListScope, show_records
from boardroom.cli.printer import Reply
from boardroom.cli.privacy import Private
from boardroom.cli.records import DueDay, Words
from boardroom.cli.when import echo_due, parse_dated_text
from boardroom.cli.who import OptionalWho, Who, before_dash, find_person_before
from boardroom.errors import BadInput
from boardroom.queries.promises import promises, promises_by_id
from boardroom.render.page import Page
from boardroom.render.privacy import private_echo
from boardroom.render.promises import promise_json, promises_json, promises_page
from boardroom.rules.ids import PROMISE
from boardroom.rules.promises import set_day_command, without_promiser
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any

    import typer


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
            f"What did {person.name} promise? (like an intro by fri)"
            if theirs
            else f"What did you promise {person.name}? (like the deck by fri)",
        )
        by_whom = "them" if theirs else "me"
        promised = without_promiser(promised, by_whom, person.short_names)
        promised, due_on = parse_dated_text(call, work.connection, promised, by, kind=PROMISE)
        done = add_promise(
            work, person.id, promised, by_whom=by_whom, due_on=due_on, private=private
        )
        [view] = promises_by_id(work.connection, done.ids)
        echo = echo_due(due_on, set_day_command(view.ref), today=work.today)
        return Reply(promise_json(view, work.today), f"{echo}{private_echo(view.private)}")

    call.change(action)


def list_(
    context: typer.Context,
    who: OptionalWho = None,
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
