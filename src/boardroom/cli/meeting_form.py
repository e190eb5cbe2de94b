"""The form of a meeting: written from the stored entry, and parsed into changes to it.

`log` uses it for new meetings, and `meeting edit` for logged ones.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Sequence

from boardroom.cli.call import Call
from boardroom.cli.form_read_again import in_current_words
from boardroom.errors import BadInput, Cancelled, Refused
from boardroom.formats.form import Form, read_form, write_form
from boardroom.formats.form_header import Header, name_on_line
from boardroom.queries.logged_forms import meeting_of_form, records_with
from boardroom.queries.meeting_contents import stored_entry
from boardroom.queries.meetings import MeetingView, meeting, meetings
from boardroom.queries.people import people
from boardroom.queries.settings import settings
from boardroom.record import Record
from boardroom.rules.additions import append_notes
from boardroom.rules.form_news import news, shares_any, without_doubles
from boardroom.rules.ids import MEETING
from boardroom.rules.log_entry import (
    NOTES,
    NOTHING,
    LogEntry,
    LoggedItem,
    conflicts,
    differences,
    overlaid,
)
from boardroom.rules.names import Named, find_matches
from boardroom.rules.text import NOTES_LIMIT, brief, clean, join_words


class FormChanges(Record):
    """A parsed form: its header, its whole entry, and the changes to the stored entry.

    If not `is_form`, the text was plain notes.
    """

    header: Header | None
    entry: LogEntry
    changes: LogEntry
    is_form: bool
    deep_headings: tuple[str, ...] = ()
    ticked: tuple[str, ...] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """What in new notes was perhaps meant as a section, and the ticks that were left out."""
        ticks = tuple(
            f"The tick of “{brief(text)}” was left out. To say that a promise is kept:"
            " boardroom done pID"
            for text in self.ticked
        )
        if self.changes.notes is None:
            return ticks
        return ticks + tuple(
            f"“{heading}” was kept as notes; ## {heading.lstrip('# ').capitalize()} begins a list"
            " of the form."
            for heading in self.deep_headings
            if heading.lstrip("# ").lower() not in ("note", "notes")
        )


class MeetingForm:
    """The form of a meeting with one person, written from the entry that `read_stored` returns.

    With `meeting_id`, a logged meeting, forms of other meetings are refused. `plan_id` is the
    planned meeting that becomes the logged one. The board is passed to each method, since it is
    closed while the user writes.
    """

    def __init__(
        self,
        call: Call,
        board: sqlite3.Connection,
        person: Named,
        read_stored: Callable[[sqlite3.Connection], LogEntry],
        *,
        meeting_id: int | None = None,
        plan_id: int | None = None,
    ) -> None:
        self._today = call.today
        self.person = person
        self._names = person.short_names
        self._read_stored = read_stored
        self._meeting_id = meeting_id
        self._plan_id = plan_id
        self._shown = self._latest = read_stored(board)
        self.known = overlaid(records_with(board, person.id), self._shown)
        """The records with the person, those in the form as they were shown."""

    def write(
        self,
        board: sqlite3.Connection,
        header: Header,
        closing: str,
        entry: LogEntry = NOTHING,
        starters: Sequence[str] = (),
    ) -> str:
        """Writes the form of the stored entry with `entry` added; `closing` ends its header.

        The `starters` are what could be on an empty agenda.
        """
        covered = {item.id for item in entry.agenda if item.covered}
        items = tuple(
            item._replace(covered=item.covered or item.id in covered) for item in self._shown.agenda
        )
        shown = self._shown._replace(agenda=()).combine(entry._replace(agenda=items))
        order = settings(board).date_order
        return write_form(
            header,
            shown,
            closing=closing,
            today=self._today,
            date_order=order,
            starters=starters,
        )

    def read(self, board: sqlite3.Connection, text: str, *, was_shown: bool) -> FormChanges:
        """Parses a text; `was_shown` means that its author saw the form of the stored entry.

        Raises:
            BadInput: a line is not valid, or the header is for another person or meeting.
            NotFound: there is no such meeting.
            Cancelled: only the header is left.
        """
        known = self.known = overlaid(records_with(board, self.person.id), self._shown)
        form = read_form(
            text,
            today=self._today,
            date_order=settings(board).date_order,
            known=known,
            names=self._names,
        )
        if form.header is not None:
            self._check_header(board, form.header)
            if not form.is_form and not (form.entry.notes or "").strip():
                raise Cancelled("The form is empty, so nothing changed.")
        header, entry = self._in_current_words(
            board, form.header, self._entry(form), was_shown=was_shown
        )
        lines = entry
        if self._meeting_id is not None:
            lines = without_doubles(entry, stored_entry(board, self._meeting_id), known)
        # Records of other meetings are not in the form, but may be named by their ids.
        shown = known._replace(agenda=self._shown.agenda)
        changes = differences(lines, shown, was_shown=was_shown)
        by_id = {item.id: item for item in known.agenda}
        items = (item for item in changes.agenda if not _is_as_known(item, by_id.get(item.id)))
        changes = changes._replace(agenda=tuple(items))
        return FormChanges(header, entry, changes, form.is_form, form.deep_headings, form.ticked)

    def of_meeting(
        self, board: sqlite3.Connection, entry: LogEntry, meeting_id: int
    ) -> LogEntry | None:
        """What a form without an id says beyond a meeting; None if it shares nothing with it."""
        _, current = in_current_words(
            board, meeting_id, self.person.id, None, entry, is_its_form=False
        )
        if current == entry and not shares_any(entry, stored_entry(board, meeting_id)):
            return None
        return self.news(board, current, meeting_id)

    def news(self, board: sqlite3.Connection, entry: LogEntry, meeting_id: int) -> LogEntry:
        """What an entry says beyond the meeting that its form was logged as."""
        return news(entry, stored_entry(board, meeting_id), records_with(board, self.person.id))

    def meetings(self, board: sqlite3.Connection) -> Collection[MeetingView]:
        """All meetings with the person, the newest first."""
        return meetings(board, advisor_id=self.person.id).meetings

    def check_conflicts(self, board: sqlite3.Connection, changes: LogEntry) -> None:
        """Checks that no field to change was changed elsewhere meanwhile.

        It raises once for each such change, so that the next save overwrites it.

        Raises:
            Refused: a field was changed elsewhere.
        """
        before, self._latest = self._latest, self._read_stored(board)
        if changed := conflicts(changes, before, self._latest):
            row_id = self._meeting_id or (self._plan_id if NOTES in changed else None)
            handle = self.person.handle
            show = f"meeting show {MEETING.ref(row_id)}" if row_id else f"agenda list {handle}"
            raise Refused(
                f"Meanwhile {join_words(changed)} changed in another window.",
                f"See the change with boardroom {show}; the next save overwrites it.",
            )

    def _entry(self, form: Form) -> LogEntry:
        """The entry of a form, its notes checked and put behind those on file if it has none."""
        notes = form.entry.notes
        if not form.is_form:
            return LogEntry(clean(notes or "", what="notes", limit=NOTES_LIMIT))
        if notes is not None and not form.has_notes:
            notes = append_notes(self._shown.notes, notes)
        return form.entry._replace(notes=notes)

    def _in_current_words(
        self, board: sqlite3.Connection, header: Header | None, entry: LogEntry, *, was_shown: bool
    ) -> tuple[Header | None, LogEntry]:
        """A form of `log` that is read again, with what was edited since as it is on file."""
        if header is not None and header.meeting_id is not None:
            return header, entry  # of a form of `meeting edit`, which shows what is on file
        logged_id = None if header is None else meeting_of_form(board, header.form_id)
        meeting_id = self._meeting_id or logged_id
        is_its_form = meeting_id is not None and meeting_id == logged_id
        if meeting_id is None or (was_shown and not is_its_form):
            return header, entry
        return in_current_words(
            board, meeting_id, self.person.id, header, entry, is_its_form=is_its_form
        )

    def _check_header(self, board: sqlite3.Connection, header: Header) -> None:
        """Checks that a header is for this person, and not for another meeting."""
        if header.meeting_id is not None:
            meeting(board, header.meeting_id)
        everybody = people(board)
        person_ids = [
            other.id for other in everybody if name_on_line(other.name) == header.name
        ] or [other.id for other in find_matches(header.name, everybody)]
        name = self.person.name
        if self.person.id not in person_ids and name_on_line(name) != header.name:
            raise BadInput(
                f"This form is for {header.name}, not for {name}.",
                f"Log it for {header.name}, or remove its first comment to log it for {name}.",
            )
        logged_id = header.meeting_id
        if logged_id is None and self._meeting_id is not None:
            logged_id = meeting_of_form(board, header.form_id)
        if logged_id not in (None, self._meeting_id):
            ref = MEETING.ref(logged_id)
            raise BadInput(
                f"This is the form of {ref}, which is already logged.",
                f"Edit it with: boardroom meeting edit {ref} - < FILE",
            )


def _is_as_known(item: LoggedItem, known: LoggedItem | None) -> bool:
    """Whether an item that stays open says nothing but what is on file."""
    return (
        known is not None
        and item.covered is False
        and item.text in ("", known.text)
        and item.answer in (None, known.answer)
    )
