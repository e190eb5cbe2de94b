"""The form of `log`, edited by the user or read from a pipe."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.actions.logging import log_meeting
from boardroom.actions.plan_to_log import find_plan
from boardroom.cli.call import Call
from boardroom.cli.drafts import forget_stored_draft
from boardroom.cli.log_options import LogFields, LogOptions, read_options
from boardroom.cli.log_reply import log_reply
from boardroom.cli.logged_form import (
    LoggedAlready,
    command_of_draft,
    keep_piped,
    logged_as,
    logged_on,
)
from boardroom.cli.meeting_form import MeetingForm, open_advice, open_items
from boardroom.cli.printer import Reply, Result
from boardroom.errors import Cancelled
from boardroom.formats.form_header import Header
from boardroom.queries.logged_forms import meeting_of_form, new_form_id
from boardroom.queries.meetings import meeting
from boardroom.queries.private import is_confidential_on
from boardroom.record import Record
from boardroom.render.log_changes import changed_records
from boardroom.rules.dates import Moment
from boardroom.rules.log_entry import LogEntry
from boardroom.rules.names import Named
from boardroom.rules.windows import parse_minutes
from boardroom.store.place import draft_folder
from boardroom.store.rows import Advisor
from boardroom.store.work import Done, Work

_CLOSING = "Save and close to log it; empty the file to cancel."


def log_from_pipe(call: Call, options: LogOptions, text: str, *, another: bool) -> None:
    """Logs a form or plain notes from a pipe, together with the options.

    Options take precedence over the header of the form.

    Raises:
        Cancelled: the text is empty.
    """
    if not text.strip():
        raise Cancelled("The form is empty, so nothing changed.")

    draft_name = ""

    def action(work: Work) -> Reply:
        nonlocal draft_name
        board = work.connection
        person, fields, option_entry = read_options(call, board, options, None)
        form = MeetingForm(call, board, person, lambda board: open_items(board, person.id))
        form_changes = form.read(board, text, was_shown=False)
        fields = _with_header(board, person, fields, form_changes.header)
        header = form_changes.header and _with_fields(form_changes.header, fields)
        on = fields.on.on if fields.on else call.today
        draft_name = _draft_name(person, on)
        whole = form_changes.entry.combine(option_entry)
        known_id = meeting_of_form(board, header and header.form_id)
        if not another:
            known_id = logged_as(board, form, header, whole)
            if known_id is None and form_changes.is_form and not (header and header.form_id):
                known_id = logged_on(board, form, whole, on)
        if known_id is not None and not another:
            return log_reply(call, work, Done("", (known_id,)))
        entry = form_changes.changes.combine(option_entry)
        done = log_meeting(
            work,
            person.id,
            entry=entry,
            another=another,
            whole_form=None if another or not (form_changes.is_form or header) else whole,
            form_id=None if known_id or header is None else header.form_id,
            **fields._asdict(),
        )
        return log_reply(call, work, done, entry.new_item_count, changed_records(entry, form.known))

    try:
        result = call.transact(action)
    except LoggedAlready as error:
        keep_piped(call, error, text, draft_name)
        raise
    forget_stored_draft(draft_folder(call.path), text)
    call.print_result(result)


def log_in_editor(call: Call, options: LogOptions, notes: list[str] | None) -> None:
    """Opens the form in the editor, filled in from options and notes, and logs the saved text.

    A meeting that can't be logged is refused before the user has written anything.
    """
    from boardroom.cli.editor import edit_text  # noqa: PLC0415  subprocess (8 ms)

    open_form = call.rehearse(lambda work: _open(call, work, options, notes))

    def action(work: Work, text: str) -> Reply:
        form_changes = open_form.form.read(work.connection, text, was_shown=True)
        open_form.form.check_conflicts(work.connection, form_changes.changes)
        header = form_changes.header or open_form.header
        header = header._replace(form_id=header.form_id or open_form.header.form_id)
        known_id = logged_as(work.connection, open_form.form, header, form_changes.entry)
        if known_id is not None:
            return log_reply(call, work, Done("", (known_id,)))
        done = log_meeting(
            work,
            open_form.person.id,
            on=header.when,
            meeting_id=open_form.plan_id,
            way=header.way,
            place=options.place,
            minutes=str(header.minutes),
            private=_private(
                work.connection,
                open_form.person,
                header,
                given=options.private,
                was_private=open_form.header.private,
            ),
            entry=form_changes.changes,
            as_shown=True,
            whole_form=form_changes.entry,
            form_id=header.form_id,
        )
        changes = form_changes.changes
        return log_reply(
            call,
            work,
            done,
            form_changes.entry.new_item_count,
            changed_records(changes, open_form.form.known),
        )

    def store(text: str) -> Result:
        return call.transact(lambda work: action(work, text))

    command = f"boardroom log {open_form.person.handle} -"
    result = edit_text(
        call,
        open_form.text,
        store,
        name=_draft_name(open_form.person, open_form.header.when.on),
        command=command,
        command_of=lambda draft: command_of_draft(call, open_form.form, draft, command),
    )
    call.print_result(result)


class _OpenForm(Record):
    """A form as open_form in the editor, and the id of its plan, if there is one."""

    person: Named
    plan_id: int | None
    header: Header
    form: MeetingForm
    text: str


def _open(call: Call, work: Work, options: LogOptions, notes: list[str] | None) -> _OpenForm:
    """Logs the meeting from the options, and writes its form."""
    person, fields, option_entry = read_options(call, work.connection, options, notes)
    plan = find_plan(work, work.get(Advisor, person.id), fields.on, fields.meeting_id)
    plan_id = None if plan is None else plan.id

    def read_stored(board: sqlite3.Connection) -> LogEntry:
        plan_notes = None if plan_id is None else meeting(board, plan_id).notes
        open_records = open_items(board, person.id).combine(open_advice(board, person.id))
        return open_records._replace(notes=plan_notes)

    form = MeetingForm(call, work.connection, person, read_stored, plan_id=plan_id)
    done = log_meeting(work, person.id, entry=option_entry, another=True, **fields._asdict())
    view = meeting(work.connection, done.id)
    when = Moment(view.on, view.at)
    header = Header(
        person.name,
        view.way,
        when,
        view.minutes,
        view.private,
        written_on=call.today,
        form_id=new_form_id(work.connection),
    )
    text = form.write(work.connection, header, _CLOSING, option_entry._replace(notes=view.notes))
    return _OpenForm(person, plan_id, header, form, text)


def _with_header(
    board: sqlite3.Connection, person: Named, fields: LogFields, header: Header | None
) -> LogFields:
    if header is None:
        return fields
    private = fields.private
    if private is None:
        private = _private(board, person, header, given=None, was_private=False)
    return fields._replace(
        on=fields.on or header.when,
        way=fields.way or header.way,
        minutes=fields.minutes or str(header.minutes),
        private=private,
    )


def _with_fields(header: Header, fields: LogFields) -> Header:
    """The header with the options in its place."""
    return header._replace(
        when=fields.on or header.when,
        way=fields.way or header.way,
        minutes=header.minutes if fields.minutes is None else parse_minutes(fields.minutes),
        private=header.private or bool(fields.private),
    )


def _draft_name(person: Named, on: date) -> str:
    return f"log-{person.handle}-{on.isoformat()}"


def _private(
    board: sqlite3.Connection,
    person: Named,
    header: Header,
    *,
    given: bool | None,
    was_private: bool,
) -> bool | None:
    """What a header says of privacy beyond what was agreed for its day.

    `given` is the option, and `was_private` how the header was written.
    """
    if not header.private:
        return False if was_private else given
    if is_confidential_on(board, person.id, header.when.on):
        return given or None
    return True
