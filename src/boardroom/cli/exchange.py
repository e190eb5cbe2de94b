"""`boardroom give` and `got`, which add exchanges, and `exchange list`, `edit` and `rm`."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.actions.exchanges import edit_exchange, note_exchange, remove_exchange
from boardroom.cli.call import Answer, Call
from boardroom.cli.records import Editable, edit_record, given_fields, id_of, remove_record
from boardroom.cli.when import echo_day, format_changed_days, parse_day
from boardroom.cli.who import Who, before_dash, find_person, find_person_before
from boardroom.queries.exchanges import exchanges, exchanges_by_id
from boardroom.render.exchanges import (
    exchange_json,
    exchanges_json,
    exchanges_page,
    format_name_offer,
)
from boardroom.render.page import Page
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
Words: TypeAlias = (
    "Annotated[list[str] | None, typer.Argument(metavar='TEXT...|-', "
    "show_default=False, help='“-” reads it from a pipe.')]"
)
Kind: TypeAlias = (
    "Annotated[str | None, typer.Option(metavar='K', "
    "help=f'{_KINDS} (default: detected from the text).')]"
)
Person: TypeAlias = (
    "Annotated[str | None, typer.Option(metavar='NAME', "
    "help=\"The person an introduction is to (default: read from the text); '' for nobody.\")]"
)
On: TypeAlias = (
    "Annotated[str | None, typer.Option(metavar='DATE', help='The day (default: today).')]"
)


def give(
    context: typer.Context,
    who: Who = None,
    text: Words = None,
    kind: Kind = None,
    person: Person = None,
    on: On = None,
) -> None:
    """Note what you gave an advisor.

    Examples:
        boardroom give marcus Notes on the new analytics stack
        boardroom give ana 'A table at the dinner' --kind invitation
    """
    _note(context, "given", who, text, "What did you give {}?", kind=kind, person=person, on=on)


def got(
    context: typer.Context,
    who: Who = None,
    text: Words = None,
    kind: Kind = None,
    person: Person = None,
    on: On = None,
) -> None:
    """Note what an advisor gave you.

    An introduction makes the promise to contact the person within a week. “introduced me to Lee”,
    “an intro to Lee”, “connected me with Lee” and the like are one if a name follows.

    Examples:
        boardroom got marcus 'introduction to Lena Vogt (head of FP&A)'
        boardroom got tom Feedback on the deck --kind feedback
    """
    question = "What did you get from {}?"
    _note(context, "received", who, text, question, kind=kind, person=person, on=on)


def list_(
    context: typer.Context,
    who: Who = None,
    all_: Annotated[bool, typer.Option("--all", help="On a screen too, all of it.")] = False,
) -> None:
    """Give and take, newest first.

    With WHO, between you and one person. A screen shows the newest 50; a pipe and --json get all.

    Examples:
        boardroom exchange list
        boardroom exchange list marcus
    """
    call = Call.of(context)

    def query(board: sqlite3.Connection) -> tuple[Page, dict[str, Any]]:
        someone = None if who is None else find_person(call, board, who)
        limit = call.screenful(all_=all_)
        listed = exchanges(board, advisor_id=someone and someone.id, limit=limit)
        handle = someone.handle if someone else "WHO"
        nothing = (
            f"Nothing was given or got{f' between you and {someone.name}' if someone else ''} yet."
            f" Note something: boardroom give {handle} TEXT, or boardroom got {handle} TEXT"
        )
        all_of_it = f"boardroom exchange list {f'{handle} ' if someone else ''}--all"
        page = exchanges_page(listed, call.today, nothing, all_of_it)
        return page, exchanges_json(listed.exchanges)

    call.show_list(query)


def edit(
    context: typer.Context,
    exchange: ExchangeId = None,
    text: Annotated[
        str | None, typer.Option(metavar="T|-", help="What it was; “-” reads it from a pipe.")
    ] = None,
    kind: Annotated[str | None, typer.Option(metavar="K", help=f"{_KINDS}.")] = None,
    person: Annotated[
        str | None, typer.Option(metavar="NAME", help="The person it is about; '' clears it.")
    ] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day.")] = None,
    direction: Annotated[str | None, typer.Option(metavar="D", help="given or received.")] = None,
) -> None:
    """Change an exchange, by options or in the editor.

    Without an option the exchange opens in your editor. A person who was read from the text
    follows the text, and so does the open promise that an introduction made.

    Examples:
        boardroom exchange edit x1 --kind insight --on 'last fri'
        boardroom exchange edit x1 --person 'Lena Vogt'
    """
    call = Call.of(context)
    exchange_id = id_of(call, exchange, EXCHANGE, "edit")
    new_text = call.text(text)
    edit_record(
        call,
        _EDITABLE,
        exchange_id,
        given_fields(text=new_text, kind=kind, person=person, exchanged_on=on, direction=direction),
    )


def rm(context: typer.Context, exchange: ExchangeId = None) -> None:
    """Remove an exchange, and the promises that followed from it.

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


def _note(
    context: typer.Context,
    direction: str,
    who: str | None,
    text: list[str] | None,
    question: str,
    *,
    kind: str | None,
    person: str | None,
    on: str | None,
) -> None:
    call = Call.of(context)
    who, text = before_dash(call, who, text)
    call.words(text)

    def action(work: Work) -> Answer:
        advisor, words = find_person_before(call, work.connection, who, text)
        what = call.needed(call.words(words), "TEXT", question.format(advisor.name))
        day = _day(call, work, on)
        done = note_exchange(work, advisor.id, direction, what, kind=kind, person=person, on=day)
        [view] = exchanges_by_id(work.connection, [done.id])
        offer = format_name_offer([view] if kind is None else ())
        return Answer(exchange_json(view), f"{echo_day(call, day, direction)}{offer}")

    call.change(action)


def _values(board: sqlite3.Connection, exchange_id: int) -> tuple[str, dict[str, Any]]:
    [view] = exchanges_by_id(board, [exchange_id])
    return f"{view.ref}, {direction_words(view.direction)} {view.name}", view._asdict()


def _change(call: Call, work: Work, exchange_id: int, given: dict[str, Any]) -> Done:
    day = _day(call, work, given.get("exchanged_on"))
    return edit_exchange(work, exchange_id, **{**given, "exchanged_on": day})


def _answer(work: Work, done: Done) -> Answer:
    """The exchange, and how far from today its day is if that was changed."""
    [view] = exchanges_by_id(work.connection, done.ids)
    days = {"on": (view.direction, view.exchanged_on)}
    return Answer(exchange_json(view), format_changed_days(done, days, today=work.today))


def _day(call: Call, work: Work, on: str | None) -> date | None:
    return None if on is None else parse_day(call, work.connection, on, toward="back")


def _json(board: sqlite3.Connection, exchange_id: int) -> dict[str, Any]:
    return exchange_json(exchanges_by_id(board, [exchange_id])[0])


_EDITABLE = Editable(
    EXCHANGE,
    FIELDS,
    _values,
    _change,
    _answer,
    options=("--text", "--kind", "--person", "--on", "--direction"),
)
