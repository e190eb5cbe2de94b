"""A form that is read again after what it was logged as was edited: it says nothing new by that."""

from __future__ import annotations

import sqlite3

from boardroom.formats.form_header import Header
from boardroom.queries.earlier_records import Earlier, earlier_records
from boardroom.queries.logged_forms import records_with
from boardroom.queries.meeting_contents import stored_entry
from boardroom.queries.meetings import MeetingView, meeting
from boardroom.rules import form_news
from boardroom.rules.log_entry import LogEntry


def in_current_words(
    board: sqlite3.Connection,
    meeting_id: int,
    advisor_id: int,
    header: Header | None,
    entry: LogEntry,
    *,
    is_its_form: bool,
) -> tuple[Header | None, LogEntry]:
    """The header and the entry of a form, with what was edited since as it is on file now.

    `is_its_form` says that the meeting was logged by this form. Otherwise the header and the lines
    with an id are taken as they are.
    """
    earlier = earlier_records(board, meeting_id, advisor_id)
    if earlier == Earlier():
        return header, entry
    if header is not None and is_its_form:
        header = _current_header(header, meeting(board, meeting_id), earlier)
    stored, known = stored_entry(board, meeting_id), records_with(board, advisor_id)
    return header, form_news.in_current_words(
        entry, stored, known, earlier.records, earlier.notes, with_ids=is_its_form
    )


def _current_header(header: Header, view: MeetingView, earlier: Earlier) -> Header:
    days = [(state.on, state.at) for state in earlier.meetings]
    was_private = any(state.private for state in earlier.meetings)
    return header._replace(
        when=header.when._replace(on=view.on, at=view.at)
        if header.when[:2] in days
        else header.when,
        way=view.way if header.way in [state.way for state in earlier.meetings] else header.way,
        minutes=view.minutes
        if header.minutes in [state.minutes for state in earlier.meetings]
        else header.minutes,
        private=header.private and not (was_private and not view.private),
    )
