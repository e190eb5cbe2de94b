"""`boardroom occasion add`, `list`, `edit` and `rm`."""

from __future__ import annotations

import re
import sqlite3
from datetime import date

from boardroom.actions.occasions import add_occasion, edit_occasion, remove_occasion
from boardroom.cli.call import Call
from boardroom.cli.lists import All, ListScope, show_records
from boardroom.cli.printer import Reply
from boardroom.cli.privacy import Private
from boardroom.cli.records import (
    Editable,
    FormArgument,
    NewNote,
    Words,
    edit_record,
    given_fields,
    id_of,
    remove_record,
)
from boardroom.cli.when import format_changed_days, parse_changed_day, parse_day
from boardroom.cli.who import OptionalWho, Who, before_dash, find_person_before
from boardroom.errors import BadInput
from boardroom.queries.occasions import occasions, occasions_by_id
from boardroom.render.occasions import (
    echo_next,
    occasion_json,
    occasions_json,
    occasions_page,
)
from boardroom.render.page import Page
from boardroom.render.privacy import private_echo
from boardroom.rules.fields import parse_flag
from boardroom.rules.ids import OCCASION
from boardroom.rules.occasions import FIELDS
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any, TypeAlias

    import typer

OccasionId: TypeAlias = (
    "Annotated[str | None, typer.Argument(metavar='oID', show_default=False, "
    "help='The id of the occasion, like o12.')]"
)


def add(
    context: typer.Context,
    who: Who = None,
    text: Words = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="Its day, from today on if without a year.")
    ] = None,
    yearly: Annotated[
        bool, typer.Option("--yearly", help="Every year, like a birthday; the day may be past.")
    ] = False,
    private: Private = None,
) -> None:
    """Add an occasion: a dated thing in somebody's life.

    The text may end in the day: board exam on 11 Dec. A yearly one of 29 February is on 28 February
    in other years. Once you have asked how it went: done oID.

    Examples:
        boardroom occasion add ana board exam --on '11 Dec'
        boardroom occasion add marcus birthday --yearly --on 1980-02-29
    """
    call = Call.of(context)
    who, text = before_dash(call, who, text)
    call.text_argument(text)

    def action(work: Work) -> Reply:
        board = work.connection
        person, words = find_person_before(call, board, who, text)
        what = call.ask_if_missing(
            call.text_argument(words),
            "TEXT",
            f"What is coming up for {person.name}? (like board exam)",
        )
        day_in_text = None
        if on is None:
            what, day_in_text = _split_day(call, board, what, yearly=yearly)
        when = call.ask_if_missing(
            on if day_in_text is None else day_in_text,
            "--on",
            "On what day? (like 11 Dec)",
            check=lambda answer: _day(call, board, answer, yearly=yearly),
        )
        day = _day(call, board, when, yearly=yearly)
        done = add_occasion(work, person.id, what, on=day, yearly=yearly, private=private)
        [view] = occasions_by_id(work.connection, done.ids)
        echo = f"{echo_next(view, work.today)}{private_echo(view.private)}"
        return Reply(occasion_json(view, work.today), echo)

    call.change(action)


def list_(context: typer.Context, who: OptionalWho = None, all_: All = False) -> None:
    """List occasions, the next first.

    Those that are over follow, newest first. A terminal shows the first 50; a pipe and --json get
    all.

    Examples:
        boardroom occasion list
        boardroom occasion list ana
    """
    call = Call.of(context)

    def query(board: sqlite3.Connection, scope: ListScope) -> tuple[Page, dict[str, Any]]:
        view = occasions(board, today=call.today, advisor_id=scope.advisor_id, limit=scope.limit)
        nothing = (
            f"There are no occasions{scope.named('of')} yet."
            f" Add one: boardroom occasion add {scope.handle} TEXT --on DATE"
        )
        page = occasions_page(view, call.today, nothing, scope.all_command)
        return page, occasions_json(view.occasions, call.today)

    show_records(call, who, query, all_=all_)


def edit(
    context: typer.Context,
    occasion: OccasionId = None,
    form: FormArgument = None,
    text: Annotated[
        str | None, typer.Option(metavar="TEXT|-", help="What it is; “-” reads it from a pipe.")
    ] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="Its day.")] = None,
    yearly: Annotated[
        bool | None,
        typer.Option("--yearly/--no-yearly", help="Every year, or once.", show_default=False),
    ] = None,
    asked_after: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day you asked after it; '' for not yet."),
    ] = None,
    note: NewNote = None,
    private: Private = None,
) -> None:
    """Edit an occasion.

    Without options, the occasion opens in your editor.

    Examples:
        boardroom occasion edit o1 --on '18 Dec'
    """
    call = Call.of(context)
    occasion_id = id_of(call, occasion, OCCASION, "edit")
    new_text, new_note = call.text_option(text), call.text_option(note)
    given = given_fields(
        text=new_text,
        occurs_on=on,
        yearly=yearly,
        done_on=asked_after,
        note=new_note,
        private=private,
    )
    edit_record(call, _EDITABLE, occasion_id, given, form)


def rm(context: typer.Context, occasion: OccasionId = None) -> None:
    """Remove an occasion.

    Examples:
        boardroom occasion rm o1
    """
    call = Call.of(context)
    occasion_id = id_of(call, occasion, OCCASION, "rm")
    remove_record(
        call,
        lambda work: remove_occasion(work, occasion_id),
        lambda board: _json(board, occasion_id, call.today),
    )


def _values(board: sqlite3.Connection, occasion_id: int) -> tuple[str, dict[str, Any]]:
    [view] = occasions_by_id(board, [occasion_id])
    return f"{view.ref}, of {view.name}", view._asdict()


def _change(call: Call, work: Work, occasion_id: int, given: dict[str, Any]) -> Done:
    board = work.connection
    day, yearly = given.get("occurs_on"), given.get("yearly")
    is_yearly = parse_flag(yearly) if isinstance(yearly, str) else yearly
    changed = {
        "occurs_on": None if day is None else _day(call, board, day, yearly=bool(is_yearly)),
        "yearly": is_yearly,
        "done_on": parse_changed_day(call, board, given.get("done_on"), toward="back"),
    }
    return edit_occasion(work, occasion_id, **{**given, **changed})


def _reply(work: Work, done: Done) -> Reply:
    [view] = occasions_by_id(work.connection, done.ids)
    has_new_day = any(change.label in ("on", "yearly") for change in done.changes)
    next_day = echo_next(view, work.today) if has_new_day else ""
    asked = format_changed_days(done, {"asked after": ("asked", view.done_on)}, today=work.today)
    return Reply(occasion_json(view, work.today), f"{next_day}{asked}")


def _split_day(
    call: Call, board: sqlite3.Connection, text: str, *, yearly: bool
) -> tuple[str, str | None]:
    """The text and the day of “birthday on 14 Mar”; None for the day if it ends in none."""
    for on in reversed([*re.finditer(r"\S(?P<on>\s+on\s+)\S", text, re.IGNORECASE)]):
        day = text[on.end("on") :].rstrip(" .!")
        try:
            _day(call, board, day, yearly=yearly)
        except BadInput:
            continue
        return text[: on.start("on")], day
    return text, None


def _day(call: Call, board: sqlite3.Connection, text: str, *, yearly: bool) -> date:
    """The day of an occasion; a yearly one may just have passed."""
    from boardroom.rules.dates import JustPassed  # noqa: PLC0415  10 ms, like `parse_day`'s

    try:
        return parse_day(call, board, text, toward="forward")
    except JustPassed as error:
        if not yearly:
            raise
        return error.was.on


def _json(board: sqlite3.Connection, occasion_id: int, today: date) -> dict[str, Any]:
    return occasion_json(occasions_by_id(board, [occasion_id])[0], today)


_EDITABLE = Editable(
    OCCASION,
    FIELDS,
    _values,
    _change,
    _reply,
    options=(
        *("--text", "--on", "--yearly", "--no-yearly", "--asked-after", "--note"),
        *("--private", "--no-private"),
    ),
)
