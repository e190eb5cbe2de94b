"""`boardroom give` and `got`, which add exchanges, and `exchange list`, `edit` and `rm`."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.actions.exchanges import edit_exchange, note_exchange, remove_exchange
from boardroom.cli.call import Call
from boardroom.cli.lists import All, ListScope, show_records
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
from boardroom.queries.exchanges import exchanges, exchanges_by_id
from boardroom.render.exchanges import (
    exchange_json,
    exchanges_json,
    exchanges_page,
    format_name_offer,
    format_second_person,
)
from boardroom.render.page import Page
from boardroom.render.privacy import private_echo
from boardroom.rules.exchanges import FIELDS, direction_words
from boardroom.rules.ids import EXCHANGE
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any, TypeAlias

    import typer

_KINDS = "introduction, insight, feedback, help, invitation, resource or other"

ExchangeId: TypeAlias = (
    "Annotated[str | None, typer.Argument(metavar='xID', show_default=False, "
    "help='The id of the exchange, like x12.')]"
)
Kind: TypeAlias = (
    "Annotated[str | None, typer.Option(metavar='KIND', "
    "help=f'{_KINDS} (default: detected from the text).')]"
)
Person: TypeAlias = (
    "Annotated[str | None, typer.Option(metavar='NAME', "
    "help=\"The person introduced (default: detected from the text); '' for nobody.\")]"
)
On: TypeAlias = (
    "Annotated[str | None, typer.Option(metavar='DATE', "
    "help='The day it happened (default: today).')]"
)


def give(
    context: typer.Context,
    who: Who = None,
    text: Words = None,
    kind: Kind = None,
    person: Person = None,
    on: On = None,
    private: Private = None,
) -> None:
    """Record something you gave an advisor.

    What you can give: an introduction to one of your contacts, insight from your place in the
    organisation, technical advice, feedback on a project of theirs, an invitation, an article. Ask
    them: how can I support you?

    Examples:
        boardroom give marcus Notes on the new analytics stack
        boardroom give ana 'A table at the dinner' --kind invitation
    """
    question = "What did you give {}? (like an intro to Lena Vogt)"
    options = {"kind": kind, "person": person, "private": private}
    _add(context, "given", who, text, question, on, options)


def got(
    context: typer.Context,
    who: Who = None,
    text: Words = None,
    kind: Kind = None,
    person: Person = None,
    on: On = None,
    private: Private = None,
) -> None:
    """Record something an advisor gave you.

    An introduction makes the promise to contact the person within a week. “introduced me to Lee”,
    “an intro to Lee”, “connected me with Lee” and the like are one if a name follows.

    Examples:
        boardroom got marcus 'introduction to Lena Vogt (head of FP&A)'
        boardroom got tom Feedback on the deck --kind feedback
    """
    question = "What did you get from {}? (like feedback on the deck)"
    options = {"kind": kind, "person": person, "private": private}
    _add(context, "received", who, text, question, on, options)


def list_(
    context: typer.Context,
    who: OptionalWho = None,
    all_: All = False,
) -> None:
    """List exchanges, newest first.

    A terminal shows the newest 50; a pipe and --json get all.

    Examples:
        boardroom exchange list
        boardroom exchange list marcus
    """
    call = Call.of(context)

    def query(board: sqlite3.Connection, scope: ListScope) -> tuple[Page, dict[str, Any]]:
        view = exchanges(board, advisor_id=scope.advisor_id, limit=scope.limit)
        nothing = (
            f"There are no exchanges{scope.named('with')} yet."
            f" Add one: boardroom give {scope.handle} TEXT, or boardroom got {scope.handle} TEXT"
        )
        page = exchanges_page(view, call.today, nothing, scope.all_command)
        return page, exchanges_json(view.exchanges)

    show_records(call, who, query, all_=all_)


def edit(
    context: typer.Context,
    exchange: ExchangeId = None,
    form: FormArgument = None,
    text: Annotated[
        str | None, typer.Option(metavar="TEXT|-", help="What was given; “-” reads it from a pipe.")
    ] = None,
    kind: Annotated[str | None, typer.Option(metavar="KIND", help=f"{_KINDS}.")] = None,
    person: Annotated[
        str | None, typer.Option(metavar="NAME", help="The person introduced; '' clears it.")
    ] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day it happened.")] = None,
    direction: Annotated[
        str | None, typer.Option(metavar="DIRECTION", help="given or received.")
    ] = None,
    private: Private = None,
) -> None:
    """Edit an exchange.

    Without options, the exchange opens in your editor. A person detected from the text changes with
    the text, and so does the open promise of an introduction.

    Examples:
        boardroom exchange edit x1 --kind insight --on 'last fri'
        boardroom exchange edit x1 --person 'Lena Vogt'
    """
    call = Call.of(context)
    exchange_id = id_of(call, exchange, EXCHANGE, "edit")
    new_text = call.text_option(text)
    given = given_fields(
        text=new_text,
        kind=kind,
        person=person,
        exchanged_on=on,
        direction=direction,
        private=private,
    )
    edit_record(call, _EDITABLE, exchange_id, given, form)


def rm(context: typer.Context, exchange: ExchangeId = None) -> None:
    """Remove an exchange and the promises it made.

    Examples:
        boardroom exchange rm x1
    """
    call = Call.of(context)
    exchange_id = id_of(call, exchange, EXCHANGE, "rm")
    remove_record(
        call,
        lambda work: remove_exchange(work, exchange_id),
        lambda board: _json(board, exchange_id),
    )


def _add(
    context: typer.Context,
    direction: str,
    who: str | None,
    text: list[str] | None,
    question: str,
    on: str | None,
    options: dict[str, Any],
) -> None:
    call = Call.of(context)
    who, text = before_dash(call, who, text)
    call.text_argument(text)

    def action(work: Work) -> Reply:
        advisor, words = find_person_before(call, work.connection, who, text)
        what = call.ask_if_missing(call.text_argument(words), "TEXT", question.format(advisor.name))
        day = _day(call, work, on)
        done = note_exchange(work, advisor.id, direction, what, on=day, **options)
        [view] = exchanges_by_id(work.connection, [done.id])
        offer = format_name_offer([view] if options["kind"] is None else ())
        second = format_second_person([view])
        echo = f"{echo_day(call, day, direction)}{private_echo(view.private)}{offer}{second}"
        return Reply(exchange_json(view), echo)

    call.change(action)


def _values(board: sqlite3.Connection, exchange_id: int) -> tuple[str, dict[str, Any]]:
    [view] = exchanges_by_id(board, [exchange_id])
    return f"{view.ref}, {direction_words(view.direction)} {view.name}", view._asdict()


def _change(call: Call, work: Work, exchange_id: int, given: dict[str, Any]) -> Done:
    day = _day(call, work, given.get("exchanged_on"))
    return edit_exchange(work, exchange_id, **{**given, "exchanged_on": day})


def _reply(work: Work, done: Done) -> Reply:
    """The reply to an edit, with the distance of a new day."""
    [view] = exchanges_by_id(work.connection, done.ids)
    days = {"on": (view.direction, view.exchanged_on)}
    return Reply(exchange_json(view), format_changed_days(done, days, today=work.today))


def _day(call: Call, work: Work, on: str | None) -> date | None:
    return None if on is None else parse_day(call, work.connection, on, toward="back")


def _json(board: sqlite3.Connection, exchange_id: int) -> dict[str, Any]:
    return exchange_json(exchanges_by_id(board, [exchange_id])[0])


_EDITABLE = Editable(
    EXCHANGE,
    FIELDS,
    _values,
    _change,
    _reply,
    options=(
        *("--text", "--kind", "--person", "--on", "--direction"),
        *("--private", "--no-private"),
    ),
)
