"""`meeting edit` by the form of a held meeting, edited by the user or read from a pipe."""

from __future__ import annotations

import sqlite3

from boardroom.actions.logging import edit_logged_meeting
from boardroom.cli.call import Call
from boardroom.cli.drafts import forget_stored_draft
from boardroom.cli.meeting_edit import edit_reply
from boardroom.cli.meeting_form import MeetingForm, open_items
from boardroom.cli.printer import Reply, Result
from boardroom.errors import BadInput, Cancelled
from boardroom.formats.form_header import Header
from boardroom.queries.meeting_contents import stored_entry
from boardroom.queries.meetings import MeetingView, meeting
from boardroom.queries.people import people
from boardroom.queries.private import is_confidential_on
from boardroom.render.log_changes import changes_echo
from boardroom.rules.dates import Moment
from boardroom.rules.ids import MEETING, PROMISE
from boardroom.rules.log_entry import LogEntry
from boardroom.rules.names import Named
from boardroom.rules.promises import set_day_command
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
    if piped:
        piped_text = call.text_argument(["-"]) or ""
        if not piped_text.strip():
            raise Cancelled("The form is empty, so nothing changed.")

        def action(work: Work) -> Reply:
            header, form = _open(call, work.connection, meeting_id)
            return _store(call, work, header, form, piped_text, was_shown=False)

        result = call.transact(action)
        forget_stored_draft(draft_folder(call.path), piped_text)
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

    ref = MEETING.ref(meeting_id)
    command = f"boardroom meeting edit {ref} -"
    call.print_result(edit_text(call, text, store, name=ref, command=command))


def _open(call: Call, board: sqlite3.Connection, meeting_id: int) -> tuple[Header, MeetingForm]:
    """The header and the form of a held meeting, including the open agenda items."""
    view = meeting(board, meeting_id)
    _check_held(view)
    person = next(person for person in people(board) if person.handle == view.handle)

    def read_stored(board: sqlite3.Connection) -> LogEntry:
        entry = stored_entry(board, meeting_id, with_dropped=False)
        return entry._replace(agenda=entry.agenda + open_items(board, person.id).agenda)

    when = Moment(view.on, view.at)
    header = Header(
        view.name, view.way, when, view.minutes, view.private, view.id, written_on=call.today
    )
    return header, MeetingForm(call, board, person, read_stored, meeting_id=meeting_id)


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
    if header.meeting_id is None:  # the form it was logged from says nothing of privacy since then
        header = header._replace(private=header.private or shown.private)
    done = edit_logged_meeting(
        work,
        shown.meeting_id,
        form_changes.changes,
        on=None if header.when == shown.when else header.when,
        way=None if header.way == shown.way else header.way,
        minutes=None if header.minutes == shown.minutes else str(header.minutes),
        private=_private(work.connection, form.person, header, shown),
    )
    known_ids = {promise.id for promise in form.known.promises}
    stored = stored_entry(work.connection, done.id)
    no_day = (
        f"; {ref} has no day: boardroom {set_day_command(ref)}"
        for promise in stored.promises
        if promise.id is not None and promise.id not in known_ids and promise.due_on is None
        for ref in (PROMISE.ref(promise.id),)
    )
    # The outcome of advice from another meeting is no part of what the edit did to this one.
    own_ids = {piece.id for piece in stored.advice}
    advice = (piece for piece in form_changes.changes.advice if piece.id not in own_ids)
    reply = edit_reply(call, work, done)
    echo = changes_echo(LogEntry(advice=tuple(advice)), form.known)
    return reply._replace(echo=f"{reply.echo}{''.join(no_day)}{echo}")
