"""Forms that are read again: known by their id, and refused if they say anything new."""

from __future__ import annotations

import shlex
import sqlite3
from datetime import date

from boardroom.actions.logged_before import MeetingLogged
from boardroom.cli.call import Call
from boardroom.cli.drafts import draft_name, draft_of, new_draft
from boardroom.cli.meeting_form import MeetingForm
from boardroom.errors import BoardroomError, Refused
from boardroom.formats.form_header import Header, form_id_of
from boardroom.queries.logged_forms import meeting_of_form
from boardroom.queries.meetings import MeetingView, meeting
from boardroom.rules.day_format import format_day
from boardroom.rules.form_news import format_news
from boardroom.rules.ids import MEETING
from boardroom.rules.log_entry import NOTHING, LogEntry
from boardroom.rules.meetings import noun
from boardroom.rules.text import join_words
from boardroom.store.place import draft_folder


class LoggedAlready(Refused):
    """The form is logged, and says more than its meeting; `command` adds that from a pipe."""

    def __init__(self, view: MeetingView, new: list[str], *, has_id: bool = True) -> None:
        how = "This form is logged already, as" if has_id else "Part of this form is on file, in"
        super().__init__(
            f"{how} {view.ref}, {noun(view.way)} with {view.name} on"
            f" {format_day(view.on, view.at)}. New in it: {join_words(new)}."
        )
        self.handle, self.on = view.handle, view.on
        self.command = _command(view.id)
        self.adding = "To add that"
        self.otherwise = "" if has_id else "; if it was another meeting, add --another."


def logged_as(
    board: sqlite3.Connection, form: MeetingForm, header: Header | None, entry: LogEntry
) -> int | None:
    """The meeting that a form was logged as, if it says nothing new; None for a new form.

    Raises:
        LoggedAlready: it says something new.
    """
    meeting_id = meeting_of_form(board, None if header is None else header.form_id)
    if header is None or meeting_id is None:
        return None
    view = meeting(board, meeting_id)
    fields = (
        ("the day", header.when[:2], (view.on, view.at)),
        ("the way", header.way, view.way),
        ("the length", header.minutes, view.minutes),
        ("private", header.private or view.private, view.private),
    )
    new = [label for label, given, stored in fields if given != stored]
    new += format_news(form.news(board, entry, meeting_id))
    if new:
        raise LoggedAlready(view, new)
    return meeting_id


def logged_on(
    board: sqlite3.Connection, form: MeetingForm, entry: LogEntry, on: date
) -> int | None:
    """The meeting of a day that a form without an id was logged as, if it says nothing new.

    That is a meeting of which anything is in the form too. None for a new form, and where a plan of
    that day is to be logged.

    Raises:
        LoggedAlready: it says something new.
    """
    same_day = [view for view in form.meetings(board) if view.on == on]
    if any(view.status == "planned" for view in same_day):
        return None
    for view in same_day:
        news = form.of_meeting(board, entry, view.id) if view.status == "held" else None
        if news is not None:
            if news != NOTHING:
                raise LoggedAlready(view, format_news(news), has_id=False)
            return view.id
    return None


def command_of_draft(call: Call, form: MeetingForm, text: str, command: str) -> str | None:
    """The command that stores an older draft; None if all of it is on file.

    That is `command`, unless its form is logged already.
    """
    form_id = form_id_of(text)
    if form_id is None:
        return command

    def query(board: sqlite3.Connection) -> str | None:
        meeting_id = meeting_of_form(board, form_id)
        if meeting_id is None:
            return command
        try:
            read = form.read(board, text, was_shown=False)
            logged_as(board, form, read.header, read.entry)
        except BoardroomError:
            return _command(meeting_id)
        return None  # nothing is new in it

    return call.read(query)


def keep_piped(call: Call, error: LoggedAlready | MeetingLogged, text: str) -> None:
    """Keeps the text from a pipe as a draft, and ends the error with the command that adds it."""
    if call.is_demo:
        error.hint = f"{error.adding}: {error.command} < FILE{error.otherwise}"
        return
    folder = draft_folder(call.path)
    draft = draft_of(folder, text) or new_draft(folder, draft_name(error.handle, error.on), text)
    error.hint = f"{error.adding}: {error.command} < {shlex.quote(draft)}{error.otherwise}"


def _command(meeting_id: int) -> str:
    return f"boardroom meeting edit {MEETING.ref(meeting_id)} -"
