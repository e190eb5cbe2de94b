"""`boardroom log`: a meeting that took place, told by options, by a form in the editor, or by what a pipe brings."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from typing import Annotated, NamedTuple

import typer

from boardroom.actions.logging import log_meeting
from boardroom.cli.call import Call
from boardroom.cli.editor import edited
from boardroom.cli.form import OnFile
from boardroom.cli.ids import row_id
from boardroom.cli.meeting.said import say_whole
from boardroom.cli.when import date_order, moment
from boardroom.cli.who import Who, find
from boardroom.errors import BadInput, NotFound
from boardroom.formats.form_header import Header
from boardroom.queries.agenda import agenda
from boardroom.queries.meetings import MeetingView, meeting
from boardroom.rules.dates import Moment
from boardroom.rules.log_entry import (
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
)
from boardroom.rules.names import Named
from boardroom.rules.promises import parse_promise
from boardroom.rules.text import NOTES_LIMIT, clean
from boardroom.store.work import Work

_CLOSING = "Save and close to log it; empty the file to cancel."


def log(
    context: typer.Context,
    who: Who = None,
    notes: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NOTES...|-]",
            show_default=False,
            help="“-” reads a form or plain notes from a pipe.",
        ),
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The day; else that of the plan not yet logged, else today."
        ),
    ] = None,
    meeting_: Annotated[
        str | None,
        typer.Option(
            "--meeting",
            metavar="mID",
            help="The planned meeting that took place, where several fit.",
        ),
    ] = None,
    way: Annotated[
        str | None,
        typer.Option(
            metavar="W",
            help="coffee, lunch, call, video, walk or other; as planned where left out.",
        ),
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="P", help="Where.")] = None,
    for_: Annotated[str | None, typer.Option("--for", metavar="45m", help="How long.")] = None,
    covered: Annotated[
        str | None,
        typer.Option(
            metavar="ID,...|all|none", help="What of the agenda was covered; none where left out."
        ),
    ] = None,
    advice: Annotated[
        list[str] | None,
        typer.Option(metavar="T", help="What they said to do or think; may be given again."),
    ] = None,
    i_owe: Annotated[
        list[str] | None,
        typer.Option(metavar="'T @ DATE'", help="What you promised; may be given again."),
    ] = None,
    they_owe: Annotated[
        list[str] | None,
        typer.Option(metavar="'T @ DATE'", help="What they promised; may be given again."),
    ] = None,
    gave: Annotated[
        list[str] | None, typer.Option(metavar="T", help="What you gave; may be given again.")
    ] = None,
    got: Annotated[
        list[str] | None, typer.Option(metavar="T", help="What you received; may be given again.")
    ] = None,
    private: Annotated[
        bool, typer.Option("--private", help="Keep it out of everything made to be shared.")
    ] = False,
    edit: Annotated[
        bool,
        typer.Option("--edit", help="Open the form in your editor, with what is given here in it."),
    ] = False,
) -> None:
    """Note a meeting that took place: in your editor, or in words.

    Log a meeting.

    Examples:
        boardroom log marcus
        boardroom log ana 'Said yes to the pilot' --on yesterday --covered a3,a4
        boardroom log marcus --advice 'Ask to shadow the round' --i-owe 'send the deck @ 1 Dec' --got 'intro to Lena Vogt'
        echo 'From my notebook' | boardroom log tom - --on 'last fri'
    """
    call = Call.of(context)
    if edit and not call.may_ask:
        raise BadInput(
            "--edit opens an editor, and there is no terminal for it.",
            "Give NOTES and options, or pipe a form in with -.",
        )
    person = find(call, who)
    logged = _Logged(
        None if on is None else moment(call, on, toward="back"),
        None if meeting_ is None else row_id(call, meeting_, "m", "show"),
        way,
        place,
        for_,
        private or None,
    )
    said = _said(call, person, covered, advice, i_owe, they_owe, gave, got)
    if edit or (notes is None and said is None and call.may_ask):
        text = call.words(notes)
        told = (said or LogEntry())._replace(
            notes=None if text is None else clean(text, what="notes", limit=NOTES_LIMIT)
        )
        work, meeting_id, noted = _by_hand(call, context, person, logged, told)
    else:
        noted, logged, once = _read(call, person, call.words(notes), logged, piped=notes == ["-"])
        noted = noted.and_also(said or LogEntry())
        work, meeting_id = _log(
            call, context, person, logged, noted, once=once and once.and_also(said or LogEntry())
        )
    raised = sum(item.id is None and not item.covered for item in noted.agenda)
    say_whole(call, work, meeting_id, raised_count=raised)


class _Logged(NamedTuple):
    """What is said of a meeting itself, beside what was noted of it."""

    on: Moment | None
    meeting_id: int | None
    way: str | None
    place: str | None
    minutes: str | None
    private: bool | None


def _log(
    call: Call,
    context: typer.Context,
    person: Named,
    logged: _Logged,
    noted: LogEntry,
    *,
    once: LogEntry | None,
) -> tuple[Work, int]:
    with call.changing(context) as work:
        meeting_id = log_meeting(work, person.id, noted=noted, once=once, **logged._asdict())
    return work, meeting_id


def _said(
    call: Call,
    person: Named,
    covered: str | None,
    *texts: list[str] | None,
) -> LogEntry | None:
    """What the options say was noted; None where none of them is given."""
    if covered is None and not any(texts):
        return None
    advice, i_owe, they_owe, gave, got = (given or [] for given in texts)
    order = date_order(call)
    return LogEntry(
        agenda=tuple(LoggedItem(item_id) for item_id in _items(call, person, covered)),
        advice=tuple(LoggedAdvice(None, text) for text in advice),
        promises=tuple(
            LoggedPromise(None, whose, *parse_promise(text, today=call.today, date_order=order))
            for whose, given in (("me", i_owe), ("them", they_owe))
            for text in given
        ),
        exchanges=tuple(
            LoggedExchange(None, direction, text)
            for direction, given in (("given", gave), ("received", got))
            for text in given
        ),
    )


def _items(call: Call, person: Named, covered: str | None) -> Sequence[int]:
    match "none" if covered is None else covered.strip().lower():
        case "all":
            with call.reading() as board:
                return [item.id for item in agenda(board, advisor_id=person.id).items]
        case "none":
            return ()
        case listed:
            return tuple(
                dict.fromkeys(row_id(call, text, "a", "show") for text in listed.split(","))
            )


def _read(
    call: Call, person: Named, text: str | None, logged: _Logged, *, piped: bool
) -> tuple[LogEntry, _Logged, LogEntry | None]:
    """What a text says: notes as they are or, from a pipe, a form, whose first line counts where no option says otherwise.

    With it, all that a form says, which is to be logged once.
    """
    if text is None:
        return LogEntry(), logged, None
    if not piped:
        return LogEntry(clean(text, what="notes", limit=NOTES_LIMIT)), logged, None
    said = OnFile(call, person, lambda board: _open_items(board, person)).read(text, seen=False)
    if said.header is not None:
        logged = logged._replace(
            on=logged.on or said.header.when,
            way=logged.way or said.header.way,
            minutes=logged.minutes or str(said.header.minutes),
            private=logged.private or said.header.private or None,
        )
    return said.changes, logged, said.noted if said.is_form or said.header else None


def _open_items(board: sqlite3.Connection, person: Named) -> LogEntry:
    """What is to be raised with somebody, as a form has it."""
    listed = agenda(board, advisor_id=person.id).items
    return LogEntry(
        agenda=tuple(
            LoggedItem(item.id, item.text, covered=False, answer=item.answer) for item in listed
        )
    )


def _by_hand(
    call: Call, context: typer.Context, person: Named, logged: _Logged, told: LogEntry
) -> tuple[Work, int, LogEntry]:
    """Opens the form in the editor, with what is told already; what the form then says counts."""
    view, plan = _rehearsed(call, context, person, logged, told)
    header = Header(person.name, view.way, Moment(view.on, view.at), view.minutes, view.private)

    def now(board: sqlite3.Connection) -> LogEntry:
        return _open_items(board, person)._replace(
            notes=None if plan is None else meeting(board, plan.id).notes
        )

    on_file = OnFile(call, person, now)

    def store(text: str) -> tuple[Work, int, LogEntry]:
        said = on_file.read(text, seen=True)
        meant = said.header or header
        as_meant = logged._replace(
            on=meant.when,
            meeting_id=plan and plan.id,
            way=meant.way,
            minutes=str(meant.minutes),
            private=meant.private,
        )
        with call.changing(context) as work:
            on_file.check(work.connection, said.changes)
            meeting_id = log_meeting(
                work,
                person.id,
                noted=said.changes,
                as_shown=True,
                once=said.noted,
                **as_meant._asdict(),
            )
        return work, meeting_id, said.noted

    shown = on_file.form(header, _CLOSING, told._replace(notes=view.notes))
    return edited(
        call,
        shown,
        store,
        name=f"log-{person.handle}-{view.on.isoformat()}",
        command=f"boardroom log {person.handle} -",
    )


class _Rehearsed(Exception):
    """Takes a rehearsal back."""


def _rehearsed(
    call: Call, context: typer.Context, person: Named, logged: _Logged, told: LogEntry
) -> tuple[MeetingView, MeetingView | None]:
    """The meeting as it would be logged with what is told so far, and the plan that it is.

    What can't be logged is refused so, before the user has written anything.
    """
    view: MeetingView | None = None
    with suppress(_Rehearsed), call.changing(context) as work:
        view = meeting(
            work.connection, log_meeting(work, person.id, noted=told, **logged._asdict())
        )
        raise _Rehearsed
    assert view is not None  # else it was refused
    with call.reading() as board:
        try:
            return view, meeting(board, view.id)
        except NotFound:
            return view, None
