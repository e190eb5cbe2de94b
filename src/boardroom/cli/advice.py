"""`boardroom advice add`, `list`, `edit`, `outcome`, `reported` and `rm`."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.actions.advice import (
    edit_advice,
    note_advice,
    remove_advice,
    report_back,
    set_outcome,
)
from boardroom.cli.call import Call
from boardroom.cli.lists import ListScope, show_records
from boardroom.cli.printer import Reply
from boardroom.cli.privacy import Private
from boardroom.cli.records import (
    Editable,
    FormArgument,
    Words,
    edit_record,
    given_fields,
    id_of,
    remove_record,
)
from boardroom.cli.when import echo_day, format_changed_days, parse_day
from boardroom.cli.who import OptionalWho, Who, before_dash, find_person_before
from boardroom.queries.advice import advice as list_advice
from boardroom.queries.advice import advice_by_id
from boardroom.queries.people import is_mentee
from boardroom.render.advice import advice_json, advice_list_json, advice_page
from boardroom.render.page import Page
from boardroom.render.privacy import private_echo
from boardroom.rules.advice import FIELDS, no_outcome, parse_outcome, split_outcome
from boardroom.rules.ids import ADVICE, looks_like_id
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any, TypeAlias

    import typer

AdviceId: TypeAlias = (
    "Annotated[str | None, typer.Argument(metavar='vID', show_default=False, "
    "help='The id of the advice, like v12.')]"
)

_STATUSES = "trying, worked, did_not_work or set_aside"


def add(
    context: typer.Context,
    who: Who = None,
    text: Words = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day it was given (default: today).")
    ] = None,
    private: Private = None,
) -> None:
    """Add advice that somebody gave you.

    Of a mentee, it is what you told them.

    Examples:
        boardroom advice add marcus Ask to shadow the budget round
        boardroom advice add ana 'Answer first, then explain' --on 'last tue'
    """
    call = Call.of(context)
    who, text = before_dash(call, who, text)
    call.text_argument(text)

    def action(work: Work) -> Reply:
        person, words = find_person_before(call, work.connection, who, text)
        own = is_mentee(work.connection, person.id)
        who_advised = f"you advise {person.name}" if own else f"{person.name} advise"
        question = f"What did {who_advised}? (like Answer first)"
        advised = call.ask_if_missing(call.text_argument(words), "TEXT", question)
        day = _day(call, work, on)
        done = note_advice(work, person.id, advised, on=day, private=private)
        [view] = advice_by_id(work.connection, done.ids)
        echo = f"{echo_day(call, day, 'said')}{private_echo(view.private)}"
        return Reply(advice_json(view), echo)

    call.change(action)


def list_(
    context: typer.Context,
    who: OptionalWho = None,
    all_: Annotated[
        bool,
        typer.Option("--all", help="Include closed advice, and list all of it on a terminal."),
    ] = False,
) -> None:
    """List advice, unreported outcomes first.

    Your own advice to a mentee is closed once they told you what came of it. Advice being tried and
    new advice follow, each newest first. Advice is closed once its final outcome was reported back.
    A terminal shows the first 50; a pipe and --json get all.

    Examples:
        boardroom advice list
        boardroom advice list marcus --all
    """
    call = Call.of(context)

    def query(board: sqlite3.Connection, scope: ListScope) -> tuple[Page, dict[str, Any]]:
        view = list_advice(board, advisor_id=scope.advisor_id, closed=all_, limit=scope.limit)
        nothing = (
            f"There is no {'' if all_ else 'open '}advice{scope.named('from')}."
            f" Add some: boardroom advice add {scope.handle} TEXT"
        )
        page = advice_page(view, call.today, nothing, scope.all_command)
        return page, advice_list_json(view.advice)

    show_records(call, who, query, all_=all_)


def edit(
    context: typer.Context,
    advice: AdviceId = None,
    form: FormArgument = None,
    text: Annotated[
        str | None, typer.Option(metavar="TEXT|-", help="The advice; “-” reads it from a pipe.")
    ] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day it was given.")] = None,
    outcome: Annotated[
        str | None, typer.Option(metavar="TEXT|-", help="How it went; '' clears it.")
    ] = None,
    private: Private = None,
) -> None:
    """Edit advice.

    Without options, the advice opens in your editor. To change its status, use advice outcome.

    Examples:
        boardroom advice edit v1 --outcome 'They said yes at once'
    """
    call = Call.of(context)
    advice_id = id_of(call, advice, ADVICE, "edit")
    new_text, new_outcome = call.text_option(text), call.text_option(outcome)
    given = given_fields(text=new_text, given_on=on, outcome=new_outcome, private=private)
    edit_record(call, _EDITABLE, advice_id, given, form)


def outcome(
    context: typer.Context,
    advice: AdviceId = None,
    status: Annotated[
        str | None,
        typer.Argument(metavar="STATUS", show_default=False, help=f"{_STATUSES}."),
    ] = None,
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TEXT...|-]", show_default=False, help="How it went; “-” reads it from a pipe."
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day of the outcome (default: today).")
    ] = None,
) -> None:
    """Set the outcome of advice.

    This replaces an earlier outcome, and has to be reported back again. “did not work” and “set
    aside” may be written as words.

    Examples:
        boardroom advice outcome v3 trying
        boardroom advice outcome v3 did not work No seat was free --on yesterday
    """
    call = Call.of(context)
    # A second id where the outcome should stand is refused with the first.
    ids = f"{advice} {status}" if advice and status and looks_like_id(status) else advice
    advice_id = id_of(call, ids, ADVICE, "outcome")
    if status is None and not call.may_ask:
        [view] = call.read(lambda board: advice_by_id(board, [advice_id]))
        raise no_outcome(view.ref, view.status)
    if status is not None:
        status, text = split_outcome([status, *(text or ())])
    new_status = call.ask_if_missing(
        status, "STATUS", f"Outcome: {_STATUSES}?", check=parse_outcome
    )
    words = call.text_argument(text)

    def action(work: Work) -> Reply:
        day = _day(call, work, on)
        set_outcome(work, advice_id, new_status, outcome=words, on=day)
        [view] = advice_by_id(work.connection, [advice_id])
        echo = f"{echo_day(call, day, 'that was')}{private_echo(view.outcome_private)}"
        return Reply(advice_json(view), echo)

    call.change(action)


def reported(
    context: typer.Context,
    advice: AdviceId = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day you told them (default: today).")
    ] = None,
) -> None:
    """Mark an outcome as reported back to the advisor.

    If it was already reported, --on corrects the day.

    Examples:
        boardroom advice reported v1
        boardroom advice reported v1 --on 'last fri'
    """
    call = Call.of(context)
    advice_id = id_of(call, advice, ADVICE, "reported")

    def action(work: Work) -> Reply:
        day = _day(call, work, on)
        report_back(work, advice_id, on=day)
        [view] = advice_by_id(work.connection, [advice_id])
        private = private_echo(view.private or view.outcome_private)
        return Reply(advice_json(view), f"{echo_day(call, day, 'told')}{private}")

    call.change(action)


def rm(context: typer.Context, advice: AdviceId = None) -> None:
    """Remove advice.

    Examples:
        boardroom advice rm v1
    """
    call = Call.of(context)
    advice_id = id_of(call, advice, ADVICE, "rm")
    remove_record(
        call, lambda work: remove_advice(work, advice_id), lambda board: _json(board, advice_id)
    )


def _values(board: sqlite3.Connection, advice_id: int) -> tuple[str, dict[str, Any]]:
    [view] = advice_by_id(board, [advice_id])
    return f"{view.ref}, advice from {view.name}", view._asdict()


def _change(call: Call, work: Work, advice_id: int, given: dict[str, Any]) -> Done:
    return edit_advice(
        work, advice_id, **{**given, "given_on": _day(call, work, given.get("given_on"))}
    )


def _reply(work: Work, done: Done) -> Reply:
    """The reply to an edit, with the distance of a new day."""
    [view] = advice_by_id(work.connection, done.ids)
    echo = format_changed_days(done, {"on": ("said", view.given_on)}, today=work.today)
    return Reply(advice_json(view), echo)


def _day(call: Call, work: Work, on: str | None) -> date | None:
    return None if on is None else parse_day(call, work.connection, on, toward="back")


def _json(board: sqlite3.Connection, advice_id: int) -> dict[str, Any]:
    return advice_json(advice_by_id(board, [advice_id])[0])


_OPTIONS = ("--text", "--on", "--outcome", "--private", "--no-private")
_EDITABLE = Editable(ADVICE, FIELDS, _values, _change, _reply, _OPTIONS)
