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
from boardroom.cli.call import Answer, Call
from boardroom.cli.records import Editable, edit_record, given_fields, id_of, remove_record
from boardroom.cli.when import echo_day, format_changed_days, parse_day
from boardroom.cli.who import Who, before_dash, find_person, find_person_before
from boardroom.queries.advice import advice as list_advice
from boardroom.queries.advice import advice_by_id
from boardroom.render.advice import advice_item_json, advice_json, advice_page
from boardroom.render.page import Page
from boardroom.rules.advice import FIELDS, split_outcome
from boardroom.rules.ids import ADVICE
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
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEXT...|-", show_default=False, help="“-” reads it from a pipe."),
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day they said it (default: today).")
    ] = None,
) -> None:
    """Note what somebody advised.

    Examples:
        boardroom advice add marcus Ask to shadow the budget round
        boardroom advice add ana 'Answer first, then explain' --on 'last tue'
    """
    call = Call.of(context)
    who, text = before_dash(call, who, text)
    call.words(text)

    def action(work: Work) -> Answer:
        person, words = find_person_before(call, work.connection, who, text)
        advised = call.needed(call.words(words), "TEXT", f"What did {person.name} advise?")
        day = _day(call, work, on)
        done = note_advice(work, person.id, advised, on=day)
        return Answer(_json(work.connection, done.id), echo_day(call, day, "said"))

    call.change(action)


def list_(
    context: typer.Context,
    who: Who = None,
    all_: Annotated[
        bool,
        typer.Option("--all", help="The closed advice too, and on a screen all of it."),
    ] = False,
) -> None:
    """Advice, what is to be reported back first.

    Then comes what is being tried, then what is new, each newest first. Advice is closed once its
    final outcome was reported back. A screen shows the first 50; a pipe and --json get all.

    Examples:
        boardroom advice list
        boardroom advice list marcus --all
    """
    call = Call.of(context)

    def query(board: sqlite3.Connection) -> tuple[Page, dict[str, Any]]:
        person = None if who is None else find_person(call, board, who)
        limit = call.screenful(all_=all_)
        listed = list_advice(board, advisor_id=person and person.id, closed=all_, limit=limit)
        handle = person.handle if person else "WHO"
        nothing = (
            f"No advice{f' of {person.name}' if person else ''} is open."
            f" Note some: boardroom advice add {handle} TEXT"
        )
        all_of_it = f"boardroom advice list {f'{handle} ' if person else ''}--all"
        return advice_page(listed, call.today, nothing, all_of_it), advice_json(listed.advice)

    call.show_list(query)


def edit(
    context: typer.Context,
    advice: AdviceId = None,
    text: Annotated[
        str | None, typer.Option(metavar="T|-", help="What they said; “-” reads it from a pipe.")
    ] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day they said it.")] = None,
    outcome: Annotated[
        str | None, typer.Option(metavar="T|-", help="How it went; '' clears it.")
    ] = None,
) -> None:
    """Change advice, by options or in the editor.

    Without an option the advice opens in your editor. Its status stays as it is, and so does
    whether it was reported back.

    Examples:
        boardroom advice edit v1 --outcome 'They said yes at once'
    """
    call = Call.of(context)
    advice_id = id_of(call, advice, ADVICE, "edit")
    new_text, new_outcome = call.text(text), call.text(outcome)
    edit_record(
        call,
        _EDITABLE,
        advice_id,
        given_fields(text=new_text, given_on=on, outcome=new_outcome),
    )


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
        str | None, typer.Option(metavar="DATE", help="The day of it (default: today).")
    ] = None,
) -> None:
    """Say what came of it.

    This replaces an earlier outcome, and is to be reported back again. “did not work” and “set
    aside” may be written as words.

    Examples:
        boardroom advice outcome v3 trying
        boardroom advice outcome v3 did not work No seat was free --on yesterday
    """
    call = Call.of(context)
    advice_id = id_of(call, advice, ADVICE, "outcome")
    example = f"boardroom advice outcome {ADVICE.ref(advice_id)} worked"
    hint = f"Say what came of it, {_STATUSES}, like: {example}"
    if status is not None:
        status, text = split_outcome([status, *(text or ())])
    new_status = call.needed(status, "STATUS", f"What came of it: {_STATUSES}?", hint=hint)
    words = call.words(text)

    def action(work: Work) -> Answer:
        day = _day(call, work, on)
        set_outcome(work, advice_id, new_status, outcome=words, on=day)
        return Answer(_json(work.connection, advice_id), echo_day(call, day, "that was"))

    call.change(action)


def reported(
    context: typer.Context,
    advice: AdviceId = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day you told them (default: today).")
    ] = None,
) -> None:
    """Note that you told them what came of it.

    If that is noted already, --on corrects the day.

    Examples:
        boardroom advice reported v1
        boardroom advice reported v1 --on 'last fri'
    """
    call = Call.of(context)
    advice_id = id_of(call, advice, ADVICE, "reported")

    def action(work: Work) -> Answer:
        day = _day(call, work, on)
        report_back(work, advice_id, on=day)
        return Answer(_json(work.connection, advice_id), echo_day(call, day, "told"))

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
    return f"{view.ref}, advice of {view.name}", view._asdict()


def _change(call: Call, work: Work, advice_id: int, given: dict[str, Any]) -> Done:
    return edit_advice(
        work, advice_id, **{**given, "given_on": _day(call, work, given.get("given_on"))}
    )


def _answer(work: Work, done: Done) -> Answer:
    """The advice, and how far from today its day is if that was changed."""
    [view] = advice_by_id(work.connection, done.ids)
    echo = format_changed_days(done, {"on": ("said", view.given_on)}, today=work.today)
    return Answer(advice_item_json(view), echo)


def _day(call: Call, work: Work, on: str | None) -> date | None:
    return None if on is None else parse_day(call, work.connection, on, toward="back")


def _json(board: sqlite3.Connection, advice_id: int) -> dict[str, Any]:
    return advice_item_json(advice_by_id(board, [advice_id])[0])


_EDITABLE = Editable(
    ADVICE, FIELDS, _values, _change, _answer, options=("--text", "--on", "--outcome")
)
