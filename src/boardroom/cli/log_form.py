"""The form of `log` from a pipe; `log_editor` opens it in the editor."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.actions.logged_before import MeetingLogged
from boardroom.actions.logging import add_to_logged_meeting, log_meeting
from boardroom.actions.plan_to_log import find_plan
from boardroom.cli.added_to_meeting import (
    added_reply,
    stored_if_held,
    unused_header,
)
from boardroom.cli.call import Call
from boardroom.cli.drafts import draft_name, draft_of, draft_words, forget_stored_draft
from boardroom.cli.log_command import log_command
from boardroom.cli.log_options import LogFields, LogOptions, read_options
from boardroom.cli.log_reply import log_reply
from boardroom.cli.logged_form import (
    LoggedAlready,
    keep_piped,
    logged_as,
    logged_on,
)
from boardroom.cli.meeting_form import MeetingForm
from boardroom.cli.piped_form import keep_text
from boardroom.cli.printer import Reply
from boardroom.errors import Ambiguous, BoardroomError, Cancelled, Locked
from boardroom.formats.form_header import Header
from boardroom.queries.logged_forms import meeting_of_form, open_items
from boardroom.queries.people import people
from boardroom.queries.private import is_confidential_on
from boardroom.render.log_changes import changed_records
from boardroom.rules.log_entry import NOTHING, LogEntry
from boardroom.rules.names import Named, find_matches
from boardroom.rules.windows import parse_minutes
from boardroom.store.place import draft_folder
from boardroom.store.rescue_files import rescue_files
from boardroom.store.rows import Advisor
from boardroom.store.work import Done, Work


def log_from_pipe(call: Call, options: LogOptions, text: str, *, another: bool) -> None:
    """Logs a form or plain notes from a pipe, together with the options.

    Options take precedence over the header of the form.

    Raises:
        Cancelled: the text is empty.
    """
    if not text.strip():
        raise Cancelled("The form is empty, so nothing changed.")

    try:
        result = call.transact(lambda work: _log(call, work, options, text, another=another))
    except (LoggedAlready, MeetingLogged) as error:
        if isinstance(error, MeetingLogged):
            named = options._replace(meeting_id=error.meeting_id, on=None)
            error.command = f"{log_command(error.handle, named, None, None)} -"
        keep_piped(call, error, text)
        raise
    except _Untouched as error:
        draft = draft_of(draft_folder(call.path), text)
        if draft is not None and rescue_files(draft):
            error.hint = f"Your text is in {draft_words(draft, error.command)}"
        raise
    except BoardroomError as error:
        typed = options.who or ""
        # A locked board is not waited for twice.
        who = typed if isinstance(error, Locked) else _handle(call, typed)
        which = " --meeting mID" if isinstance(error, Ambiguous) and who else ""
        command = f"{log_command(who or 'WHO', options, options.on, None)}{which} -"
        name = draft_name(who or typed, call.today)
        keep_text(call, error, name=name, command=f"{command} --another" if another else command)
        raise
    forget_stored_draft(draft_folder(call.path), text)
    call.print_result(result)


def _handle(call: Call, who: str) -> str | None:
    """The handle of the one person who can be meant; None if there is none, or several."""
    try:
        matches = call.read(lambda board: find_matches(who, people(board)))
    except BoardroomError:  # the board can't be read
        return None
    return matches[0].handle if len(matches) == 1 else None


class _Untouched(Cancelled):
    """A form of the program's in which nothing was filled in; a draft may be one."""

    def __init__(self, person: Named, on: date) -> None:
        super().__init__(
            "Nothing is filled in in this form, so nothing changed.",
            f"To log a meeting without contents: boardroom log {person.handle} --on {on}",
        )
        self.command = f"boardroom log {person.handle} -"


def form_privacy(
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


def _log(call: Call, work: Work, options: LogOptions, text: str, *, another: bool) -> Reply:
    board = work.connection
    person, option_fields, option_entry = read_options(call, board, options, None)
    form = MeetingForm(call, board, person, lambda board: open_items(board, person.id))
    form_changes = form.read(board, text, was_shown=False)
    fields = _with_header(board, person, option_fields, form_changes.header)
    header = form_changes.header and _with_fields(form_changes.header, fields)
    whole = form_changes.entry.combine(option_entry)
    known_id = meeting_of_form(board, header and header.form_id)
    if not another:
        known_id = logged_as(board, form, header, whole)
        if known_id is None and form_changes.is_form and not (header and header.form_id):
            known_id = logged_on(board, form, whole, fields.on.on if fields.on else call.today)
        if known_id is not None:
            return log_reply(call, work, Done("", (known_id,)))
    entry = form_changes.changes.combine(option_entry)
    before = stored_if_held(work, person, fields.meeting_id)
    if fields.meeting_id is not None and before is not None and not another:
        given = option_fields.of_logged._replace(private=fields.private)
        done = add_to_logged_meeting(work, fields.meeting_id, entry, given)
        reply = added_reply(call, work, done, before)
        unused = unused_header(header, work.connection, done.id)
        return reply._replace(notices=(*reply.notices, *form_changes.notices, *unused))
    if header is not None and header.form_id is not None and known_id is None:
        _check_touched(work, person, fields, entry)
    done = log_meeting(
        work,
        person.id,
        entry=entry,
        another=another,
        whole_form=None if another or not (form_changes.is_form or header) else whole,
        form_id=None if known_id or header is None else header.form_id,
        **fields._asdict(),
    )
    changes = changed_records(entry, form.known)
    return log_reply(call, work, done, entry.new_item_count, changes, form_changes.notices)


def _check_touched(work: Work, person: Named, fields: LogFields, entry: LogEntry) -> None:
    """Checks that something was filled in in a form of the program's.

    Raises:
        _Untouched: it is as it was written.
    """
    plan = find_plan(work, work.get(Advisor, person.id), fields.on, fields.meeting_id)
    if entry in (NOTHING, LogEntry(None if plan is None else plan.notes)):
        raise _Untouched(person, fields.on.on if fields.on else work.today)


def _with_header(
    board: sqlite3.Connection, person: Named, fields: LogFields, header: Header | None
) -> LogFields:
    if header is None:
        return fields
    private = fields.private
    if private is None:
        private = form_privacy(board, person, header, given=None, was_private=False)
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
