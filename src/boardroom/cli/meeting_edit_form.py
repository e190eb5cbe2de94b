"""`meeting edit` by the form of a held meeting, edited by the user or read from a pipe."""

from __future__ import annotations

import sqlite3

from boardroom.actions.logging import add_to_logged_meeting, edit_logged_meeting
from boardroom.cli.added_to_meeting import changed_fields, undated_echo, unused_header
from boardroom.cli.call import Call
from boardroom.cli.drafts import forget_stored_draft
from boardroom.cli.meeting_form import MeetingForm
from boardroom.cli.meeting_record import edit_reply
from boardroom.cli.printer import Reply, Result
from boardroom.errors import BadInput, Cancelled, Refused
from boardroom.formats.form_header import Header
from boardroom.formats.record_header import record_form_id
from boardroom.queries.logged_forms import meeting_of_form, open_items
from boardroom.queries.meeting_contents import stored_entry
from boardroom.queries.meetings import MeetingView, meeting
from boardroom.queries.people import people
from boardroom.queries.private import is_confidential_on
from boardroom.render.log_changes import changes_echo
from boardroom.rules.dates import Moment
from boardroom.rules.ids import MEETING
from boardroom.rules.log_entry import NOTHING, LogEntry
from boardroom.rules.names import Named
from boardroom.store.place import draft_folder
from boardroom.store.work import Work

_CLOSING = (
    "Save and close to change it; empty the file to cancel.\n"
    "Records that you leave out stay; remove them with boardroom promise rm pID, advice rm vID"
    " or exchange rm xID."
)
_OPTIONS = (
    "Use --on, --at, --way, --place, --for, --notes, --private or --no-private;"
    " or pipe in the form with -."
)


def edit_form(call: Call, meeting_id: int, *, piped: bool) -> None:
    """Changes a held meeting by its form, read from a pipe or edited by the user.

    Raises:
        BadInput: there is no terminal to edit on, or the meeting was not held.
        Cancelled: the file or the piped form is empty, or the file was not saved.
    """
    ref = MEETING.ref(meeting_id)
    command = f"boardroom meeting edit {ref} -"
    if piped:
        from boardroom.cli.piped_form import keeping_piped  # noqa: PLC0415  only from a pipe

        with keeping_piped(call, piped=True, name=ref, command=command):
            result = _store_piped(call, meeting_id)
        call.print_result(result)
        return
    if not call.may_ask:
        raise BadInput("No change was given.", _OPTIONS)
    from boardroom.cli.editor import edit_text  # noqa: PLC0415  subprocess (8 ms)

    def query(board: sqlite3.Connection) -> tuple[Header, MeetingForm, str]:
        header, form = _open(call, board, meeting_id)
        return header, form, form.write(board, header, _CLOSING)

    header, form, text = call.read(query)

    def store(saved: str) -> Result:
        return call.transact(lambda work: _store(call, work, header, form, saved, was_shown=True))

    call.print_result(edit_text(call, text, store, name=ref, command=command))


def _store_piped(call: Call, meeting_id: int) -> Result:
    text = call.text_argument(["-"]) or ""
    if not text.strip():
        raise Cancelled("The form is empty, so nothing changed.")

    def action(work: Work) -> Reply:
        header, form = _open(call, work.connection, meeting_id)
        return _store(call, work, header, form, text, was_shown=False)

    result = call.transact(action)
    forget_stored_draft(draft_folder(call.path), text)
    return result


def _open(call: Call, board: sqlite3.Connection, meeting_id: int) -> tuple[Header, MeetingForm]:
    """The header and the form of a held meeting, including the open agenda items."""
    view = meeting(board, meeting_id)
    _check_held(view)
    person = next(person for person in people(board) if person.handle == view.handle)

    def read_stored(board: sqlite3.Connection) -> LogEntry:
        entry = stored_entry(board, meeting_id, with_dropped=False)
        return entry._replace(agenda=entry.agenda + open_items(board, person.id).agenda)

    header = Header(
        view.name,
        view.way,
        Moment(view.on, view.at),
        view.minutes,
        view.private,
        view.id,
        written_on=call.today,
    )
    form = MeetingForm(call, board, person, read_stored, meeting_id=meeting_id)
    stored = f"{header._replace(written_on=None)}{stored_entry(board, meeting_id)}"
    return header._replace(form_id=record_form_id(stored)), form


def _check_not_older(shown: Header, header: Header) -> None:
    """Checks that the form of a logged meeting shows it as it is on file.

    Raises:
        Refused: the meeting was changed after the form was written.
    """
    if header.meeting_id is None or header.form_id in (None, shown.form_id):
        return
    ref = MEETING.ref(header.meeting_id)
    raise Refused(
        f"This form is older than the last change of {ref}.",
        f"See what is on file with: boardroom meeting show {ref}. To take the form's words for it,"
        f" remove “form {header.form_id}” from its first comment.",
    )


def _private(
    board: sqlite3.Connection, person: Named, header: Header, shown: Header
) -> bool | None:
    """What a header says of privacy beyond what was shown, and what was agreed for its day."""
    if header.private != shown.private:
        return header.private
    moved = header.when.on != shown.when.on
    if header.private and moved and not is_confidential_on(board, person.id, header.when.on):
        return True
    return None


def _check_held(view: MeetingView) -> None:
    if view.status != "held":
        raise BadInput(f"{view.ref} was not held, so it has no form to edit.", _OPTIONS)


def _store(
    call: Call, work: Work, shown: Header, form: MeetingForm, text: str, *, was_shown: bool
) -> Reply:
    assert shown.meeting_id is not None  # it is the header of a logged meeting
    _check_held(meeting(work.connection, shown.meeting_id))
    form_changes = form.read(work.connection, text, was_shown=was_shown)
    form.check_conflicts(work.connection, form_changes.changes)
    header = form_changes.header or shown
    unused: Header | None = None
    is_log_form = header.meeting_id is None and header.form_id is not None
    if header.meeting_id is None:  # the form it was logged from says nothing of privacy since then
        header = header._replace(private=header.private or shown.private)
    if not was_shown and form_changes.changes != NOTHING:
        _check_not_older(shown, header)
    if is_log_form and meeting_of_form(work.connection, header.form_id) != shown.meeting_id:
        unused = header  # that of another window, which knew nothing of this meeting
        header = shown._replace(private=shown.private or header.private)
    change = add_to_logged_meeting if is_log_form else edit_logged_meeting
    done = change(
        work,
        shown.meeting_id,
        form_changes.changes,
        changed_fields(
            header, shown, private=_private(work.connection, form.person, header, shown)
        ),
    )
    stored = stored_entry(work.connection, done.id)
    no_day = undated_echo(stored, form.known)
    # The outcome of advice from another meeting is no part of what the edit did to this one.
    own_ids = {piece.id for piece in stored.advice}
    advice = (piece for piece in form_changes.changes.advice if piece.id not in own_ids)
    reply = edit_reply(call, work, done)
    echo = changes_echo(LogEntry(advice=tuple(advice)), form.known)
    return reply._replace(
        echo=f"{reply.echo}{no_day}{echo}",
        notices=(
            *reply.notices,
            *form_changes.notices,
            *unused_header(unused, work.connection, done.id),
        ),
    )
