"""The form of a meeting that is logged, opened again in the editor or read from a pipe."""

from __future__ import annotations

import sqlite3

import typer

from boardroom.actions.logging import change_noted
from boardroom.cli.call import Call
from boardroom.cli.editor import edited
from boardroom.cli.form import OnFile
from boardroom.errors import BadInput
from boardroom.formats.form_header import Header
from boardroom.queries.agenda import agenda
from boardroom.queries.meeting_contents import meeting_contents, noted
from boardroom.queries.meetings import meeting
from boardroom.queries.people import people
from boardroom.rules.dates import Moment
from boardroom.rules.log_entry import LogEntry, LoggedItem
from boardroom.store.work import Work

_CLOSING = (
    "Save and close to change it; empty the file to cancel.\n"
    "What you leave out stays as it is; remove it with boardroom promise rm pID, advice rm vID or exchange rm xID."
)
_OPTIONS = "Say what: --on, --at, --way, --place, --for, --notes, --private or --open; or pipe its form in with -."


def change_by_form(call: Call, context: typer.Context, meeting_id: int, *, piped: bool) -> Work:
    """Changes a held meeting to what its form says: the one that a pipe brings, else the one saved in the editor; returns the change.

    Raises:
        BadInput: there is no terminal to edit on, or the meeting was not held, so that there is no form of it.
        Cancelled: the file was emptied or not saved.
    """
    if not piped and not call.may_ask:
        raise BadInput("Nothing to change was given.", _OPTIONS)
    with call.reading() as board:
        view = meeting(board, meeting_id)
        person = next(person for person in people(board) if person.handle == view.handle)
    if view.status != "held":
        raise BadInput(f"m{view.id} was not held, so there is no form of it to edit.", _OPTIONS)
    header = Header(
        view.name, view.way, Moment(view.on, view.at), view.minutes, view.private, view.id
    )

    def now(board: sqlite3.Connection) -> LogEntry:
        held = noted(meeting(board, meeting_id), meeting_contents(board, meeting_id))
        still_open = agenda(board, advisor_id=person.id).items
        items = tuple(
            LoggedItem(item.id, item.text, covered=False, answer=item.answer) for item in still_open
        )
        return held._replace(agenda=held.agenda + items)

    on_file = OnFile(call, person, now, meeting_id=meeting_id)

    def store(text: str) -> Work:
        said = on_file.read(text, seen=not piped)
        meant = said.header or header
        with call.changing(context) as work:
            on_file.check(work.connection, said.changes)
            change_noted(
                work,
                meeting_id,
                said.changes,
                on=None if meant.when == header.when else meant.when,
                way=None if meant.way == header.way else meant.way,
                minutes=None if meant.minutes == header.minutes else str(meant.minutes),
                private=None if meant.private == header.private else meant.private,
            )
        return work

    if piped:
        return store(call.words(["-"]) or "")
    return edited(
        call,
        on_file.form(header, _CLOSING),
        store,
        name=f"m{view.id}",
        command=f"boardroom meeting edit m{view.id} -",
    )
