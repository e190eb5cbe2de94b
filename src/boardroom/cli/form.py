"""The form of a meeting on the command line: opened on what is on file, and what is said in it held against that."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import NamedTuple

from boardroom.cli.call import Call
from boardroom.cli.when import date_order
from boardroom.errors import BadInput, Cancelled, Refused
from boardroom.formats.form import Form, read_form, write_form
from boardroom.formats.form_header import Header, on_a_line
from boardroom.queries.meetings import meeting
from boardroom.queries.people import people
from boardroom.rules.log_entry import NOTHING, LogEntry, changed, overtaken
from boardroom.rules.names import Named, match
from boardroom.rules.text import NOTES_LIMIT, clean


class Said(NamedTuple):
    """What a form says: `header` as it stands there, all that was `noted`, and of it the `changes` of what is on file."""

    header: Header | None
    noted: LogEntry
    changes: LogEntry
    is_form: bool


class OnFile:
    """What is on file of a meeting, as `now` reads it: the form is opened on it, and changes what it says otherwise.

    `meeting_id` is that of a meeting that is logged, so that the form is of no other.
    """

    def __init__(
        self,
        call: Call,
        person: Named,
        now: Callable[[sqlite3.Connection], LogEntry],
        *,
        meeting_id: int | None = None,
    ) -> None:
        self._call = call
        self._person = person
        self._now = now
        self._meeting_id = meeting_id
        self._date_order = date_order(call)
        with call.reading() as board:
            self._shown = self._known = now(board)

    def form(self, header: Header, closing: str, told: LogEntry = NOTHING) -> str:
        """The form, with what is on file and what is told already; `closing` is what its first line ends with."""
        covered = {item.id for item in told.agenda if item.covered}
        agenda = tuple(
            item._replace(covered=item.covered or item.id in covered) for item in self._shown.agenda
        )
        return self._written(
            header, self._shown._replace(agenda=()).and_also(told._replace(agenda=agenda)), closing
        )

    def read(self, text: str, *, seen: bool) -> Said:
        """What a text says; `seen` tells that whoever wrote it had the form before them.

        Raises:
            BadInput: a line can't be read, the first line is about somebody else or another meeting, or there is nothing in it.
            NotFound: it is about a meeting that is nowhere.
            Cancelled: nothing but the first line is left.
        """
        form = self._read(text)
        if form.header is not None:
            self._check(form.header)
            if not form.is_form and not (form.noted.notes or "").strip():
                raise Cancelled("There is nothing in the form, so nothing changed.")
        noted = (
            form.noted
            if form.is_form
            else LogEntry(clean(form.noted.notes or "", what="notes", limit=NOTES_LIMIT))
        )
        # As a form says it, which may differ in how lines are broken.
        shown = self._read(self._written(None, self._shown, "")).noted
        return Said(form.header, noted, changed(noted, shown, seen=seen), form.is_form)

    def check(self, connection: sqlite3.Connection, changes: LogEntry) -> None:
        """Whether what is to be changed is still as it was shown; once told that it is not, the next time it counts.

        Raises:
            Refused: it was changed meanwhile, by another window.
        """
        known, self._known = self._known, self._now(connection)
        if late := overtaken(changes, known, self._known):
            where = (
                f"agenda list {self._person.handle}"
                if self._meeting_id is None
                else f"meeting show m{self._meeting_id}"
            )
            raise Refused(
                f"Meanwhile {' and '.join(late)} changed in another window.",
                f"Look at it with boardroom {where}; the next save stores what stands here.",
            )

    def _read(self, text: str) -> Form:
        return read_form(text, today=self._call.today, date_order=self._date_order)

    def _written(self, header: Header | None, noted: LogEntry, closing: str) -> str:
        return write_form(
            header, noted, closing=closing, today=self._call.today, date_order=self._date_order
        )

    def _check(self, header: Header) -> None:
        with self._call.reading() as board:
            everybody = people(board)
            if header.meeting_id is not None:
                meeting(board, header.meeting_id)
        meant = [other.id for other in everybody if on_a_line(other.name) == header.name] or [
            other.id for other in match(header.name, everybody)
        ]
        if self._person.id not in meant:
            raise BadInput(
                f"This form is about {header.name}, not about {self._person.name}.",
                f"Log it with them; if it is about {self._person.name} all the same, take its first line out.",
            )
        if header.meeting_id not in (None, self._meeting_id):
            ref = f"m{header.meeting_id}"
            raise BadInput(
                f"This is the form of {ref}, which is logged already.",
                f"Change that one with: boardroom meeting edit {ref} - < FILE",
            )
