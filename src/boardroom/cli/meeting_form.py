"""The form of a meeting: written from the stored entry, and parsed into changes to it.

`log` uses it for new meetings, and `meeting edit` for logged ones.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from boardroom.actions.logging import edit_logged_meeting
from boardroom.cli.call import Call
from boardroom.cli.meeting_edit import edit_reply
from boardroom.cli.printer import Reply, Result
from boardroom.errors import BadInput, Cancelled, Refused
from boardroom.formats.form import Form, read_form, write_form
from boardroom.formats.form_header import Header, name_on_line
from boardroom.queries.agenda import agenda
from boardroom.queries.meeting_contents import stored_entry
from boardroom.queries.meetings import MeetingView, meeting
from boardroom.queries.people import people
from boardroom.queries.settings import settings
from boardroom.record import Record
from boardroom.rules.dates import Moment
from boardroom.rules.ids import MEETING
from boardroom.rules.log_entry import NOTHING, LogEntry, LoggedItem, conflicts, differences
from boardroom.rules.names import Named, find_matches
from boardroom.rules.text import NOTES_LIMIT, clean
from boardroom.store.work import Work

_CLOSING = (
    "Save and close to change it; empty the file to cancel.\n"
    "Records that you leave out stay; remove them with boardroom promise rm pID, advice rm vID"
    " or exchange rm xID."
)
_OPTIONS = (
    "Use --on, --at, --way, --place, --for, --notes, --private or --open;"
    " or pipe in the form with -."
)


class FormChanges(Record):
    """A parsed form: its header, its whole entry, and the changes to the stored entry.

    If not `is_form`, the text was plain notes.
    """

    header: Header | None
    entry: LogEntry
    changes: LogEntry
    is_form: bool


class MeetingForm:
    """The form of a meeting with one person, written from the entry that `read_stored` returns.

    With `meeting_id`, a logged meeting, forms of other meetings are refused. The board is passed to
    each method, since it is closed while the user writes.
    """

    def __init__(
        self,
        call: Call,
        board: sqlite3.Connection,
        person: Named,
        read_stored: Callable[[sqlite3.Connection], LogEntry],
        *,
        meeting_id: int | None = None,
    ) -> None:
        self._today = call.today
        self._person = person
        self._read_stored = read_stored
        self._meeting_id = meeting_id
        self._shown = self._latest = read_stored(board)

    def write(
        self, board: sqlite3.Connection, header: Header, closing: str, entry: LogEntry = NOTHING
    ) -> str:
        """Writes the form of the stored entry with `entry` added; `closing` ends its header."""
        covered = {item.id for item in entry.agenda if item.covered}
        items = tuple(
            item._replace(covered=item.covered or item.id in covered) for item in self._shown.agenda
        )
        shown = self._shown._replace(agenda=()).combine(entry._replace(agenda=items))
        return self._write(board, header, shown, closing)

    def read(self, board: sqlite3.Connection, text: str, *, was_shown: bool) -> FormChanges:
        """Parses a text; `was_shown` means that its author saw the form of the stored entry.

        Raises:
            BadInput: a line is not valid, or the header is for another person or meeting.
            NotFound: there is no such meeting.
            Cancelled: only the header is left.
        """
        form = self._read(board, text)
        if form.header is not None:
            self._check_header(board, form.header)
            if not form.is_form and not (form.entry.notes or "").strip():
                raise Cancelled("The form is empty, so nothing changed.")
        entry = (
            form.entry
            if form.is_form
            else LogEntry(clean(form.entry.notes or "", what="notes", limit=NOTES_LIMIT))
        )
        # Parsed from a form too, since forms may break lines in other places.
        shown = self._read(board, self._write(board, None, self._shown, "")).entry
        changes = differences(entry, shown, was_shown=was_shown)
        return FormChanges(form.header, entry, changes, form.is_form)

    def check_conflicts(self, board: sqlite3.Connection, changes: LogEntry) -> None:
        """Checks that no field to change was changed elsewhere meanwhile.

        It raises once for each such change, so that the next save overwrites it.

        Raises:
            Refused: a field was changed elsewhere.
        """
        before, self._latest = self._latest, self._read_stored(board)
        if changed := conflicts(changes, before, self._latest):
            command = (
                f"agenda list {self._person.handle}"
                if self._meeting_id is None
                else f"meeting show {MEETING.ref(self._meeting_id)}"
            )
            raise Refused(
                f"Meanwhile {' and '.join(changed)} changed in another window.",
                f"See the change with boardroom {command}; the next save overwrites it.",
            )

    def _read(self, board: sqlite3.Connection, text: str) -> Form:
        return read_form(text, today=self._today, date_order=settings(board).date_order)

    def _write(
        self, board: sqlite3.Connection, header: Header | None, entry: LogEntry, closing: str
    ) -> str:
        order = settings(board).date_order
        return write_form(header, entry, closing=closing, today=self._today, date_order=order)

    def _check_header(self, board: sqlite3.Connection, header: Header) -> None:
        """Checks that a header is for this person, and not for another meeting."""
        if header.meeting_id is not None:
            meeting(board, header.meeting_id)
        everybody = people(board)
        person_ids = [
            other.id for other in everybody if name_on_line(other.name) == header.name
        ] or [other.id for other in find_matches(header.name, everybody)]
        name = self._person.name
        if self._person.id not in person_ids and name_on_line(name) != header.name:
            raise BadInput(
                f"This form is for {header.name}, not for {name}.",
                f"Log it for {header.name}, or remove its first line to log it for {name}.",
            )
        if header.meeting_id not in (None, self._meeting_id):
            ref = MEETING.ref(header.meeting_id)
            raise BadInput(
                f"This is the form of {ref}, which is already logged.",
                f"Edit it with: boardroom meeting edit {ref} - < FILE",
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

        call.change(action)
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


def open_items(board: sqlite3.Connection, advisor_id: int) -> LogEntry:
    """The open agenda items with an advisor, as an entry."""
    return LogEntry(
        agenda=tuple(
            LoggedItem(item.id, item.text, covered=False, answer=item.answer)
            for item in agenda(board, advisor_id=advisor_id).items
        )
    )


def _open(call: Call, board: sqlite3.Connection, meeting_id: int) -> tuple[Header, MeetingForm]:
    """The header and the form of a held meeting, including the open agenda items."""
    view = meeting(board, meeting_id)
    _check_held(view)
    person = next(person for person in people(board) if person.handle == view.handle)

    def read_stored(board: sqlite3.Connection) -> LogEntry:
        entry = stored_entry(board, meeting_id, with_dropped=False)
        return entry._replace(agenda=entry.agenda + open_items(board, person.id).agenda)

    when = Moment(view.on, view.at)
    header = Header(view.name, view.way, when, view.minutes, view.private, view.id)
    return header, MeetingForm(call, board, person, read_stored, meeting_id=meeting_id)


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
    done = edit_logged_meeting(
        work,
        shown.meeting_id,
        form_changes.changes,
        on=None if header.when == shown.when else header.when,
        way=None if header.way == shown.way else header.way,
        minutes=None if header.minutes == shown.minutes else str(header.minutes),
        private=None if header.private == shown.private else header.private,
    )
    return edit_reply(call, work, done)
