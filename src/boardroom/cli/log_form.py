"""The form of `log`: opened in the editor, or read from a pipe."""

from __future__ import annotations

import sqlite3

from boardroom.actions.logging import find_plan, log_meeting
from boardroom.cli.call import Answer, Call, Outcome
from boardroom.cli.log import log_answer
from boardroom.cli.log_options import LogFields, LogOptions, read_options
from boardroom.cli.meeting_form import MeetingForm, open_items
from boardroom.errors import Cancelled
from boardroom.formats.form_header import Header
from boardroom.queries.meetings import meeting
from boardroom.record import Record
from boardroom.rules.dates import Moment
from boardroom.rules.log_entry import LogEntry
from boardroom.rules.names import Named
from boardroom.store.rows import Advisor
from boardroom.store.work import Work

_CLOSING = "Save and close to log it; empty the file to cancel."


def log_from_pipe(call: Call, options: LogOptions, text: str) -> None:
    """Logs what a text from a pipe says, a form or plain notes, and what the options say beside it.

    An option goes before what the header of the form says.

    Raises:
        Cancelled: the text is empty.
    """
    if not text.strip():
        raise Cancelled("The form is empty, so nothing changed.")

    def action(work: Work) -> Answer:
        board = work.connection
        person, fields, given = read_options(call, board, options, None)
        form = MeetingForm(call, board, person, lambda board: open_items(board, person.id))
        read = form.read(board, text, was_shown=False)
        entry = read.changes.combine(given)
        done = log_meeting(
            work,
            person.id,
            entry=entry,
            whole_form=read.entry.combine(given) if read.is_form or read.header else None,
            **_with_header(fields, read.header)._asdict(),
        )
        return log_answer(call, work, done, entry.new_item_count)

    call.change(action)


def log_in_editor(call: Call, options: LogOptions, notes: list[str] | None) -> None:
    """Opens the form in the editor, with what options and notes say in it, and logs what it says.

    What can't be logged is refused before the user has written anything.
    """
    from boardroom.cli.editor import edit_text  # noqa: PLC0415  a seam: subprocess and more (8 ms)

    opened = call.rehearse(lambda work: _open(call, work, options, notes))

    def action(work: Work, text: str) -> Answer:
        read = opened.form.read(work.connection, text, was_shown=True)
        opened.form.check_conflicts(work.connection, read.changes)
        header = read.header or opened.header
        done = log_meeting(
            work,
            opened.person.id,
            on=header.when,
            meeting_id=opened.plan_id,
            way=header.way,
            place=options.place,
            minutes=str(header.minutes),
            private=header.private,
            entry=read.changes,
            as_shown=True,
            whole_form=read.entry,
        )
        return log_answer(call, work, done, read.entry.new_item_count)

    def store(text: str) -> Outcome:
        return call.transact(lambda work: action(work, text))

    outcome = edit_text(
        call,
        opened.text,
        store,
        name=f"log-{opened.person.handle}-{opened.header.when.on.isoformat()}",
        command=f"boardroom log {opened.person.handle} -",
    )
    call.say(outcome)


class _Opened(Record):
    """A form as it opens, and the plan that it is of, if there is one."""

    person: Named
    plan_id: int | None
    header: Header
    form: MeetingForm
    text: str


def _open(call: Call, work: Work, options: LogOptions, notes: list[str] | None) -> _Opened:
    """Logs the meeting as the options have it, and makes the form of it."""
    person, fields, given = read_options(call, work.connection, options, notes)
    plan = find_plan(work, work.get(Advisor, person.id), fields.on, fields.meeting_id)
    plan_id = None if plan is None else plan.id

    def read_stored(board: sqlite3.Connection) -> LogEntry:
        plan_notes = None if plan_id is None else meeting(board, plan_id).notes
        return open_items(board, person.id)._replace(notes=plan_notes)

    form = MeetingForm(call, work.connection, person, read_stored)
    done = log_meeting(work, person.id, entry=given, **fields._asdict())
    view = meeting(work.connection, done.id)
    when = Moment(view.on, view.at)
    header = Header(person.name, view.way, when, view.minutes, view.private)
    text = form.write(work.connection, header, _CLOSING, given._replace(notes=view.notes))
    return _Opened(person, plan_id, header, form, text)


def _with_header(fields: LogFields, header: Header | None) -> LogFields:
    if header is None:
        return fields
    return fields._replace(
        on=fields.on or header.when,
        way=fields.way or header.way,
        minutes=fields.minutes or str(header.minutes),
        private=fields.private or header.private or None,
    )
