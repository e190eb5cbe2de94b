"""A log of a day that has a logged meeting: another meeting, or more of that one."""

from __future__ import annotations

import sqlite3
from shlex import quote

from boardroom.actions.logged_before import OTHERWISE, MeetingLogged
from boardroom.actions.meeting_rows import MeetingFields
from boardroom.cli.call import Call
from boardroom.cli.meeting_record import edit_reply
from boardroom.cli.printer import Reply
from boardroom.errors import Cancelled, Refused
from boardroom.queries.meeting_contents import stored_entry
from boardroom.queries.meetings import meeting
from boardroom.rules.day_format import format_day
from boardroom.rules.ids import MEETING, PROMISE
from boardroom.rules.log_entry import LogEntry
from boardroom.rules.names import Named
from boardroom.rules.promises import set_day_command
from boardroom.rules.text import join_words
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.formats.form_header import Header


class LoggedMeanwhile(Refused):
    """The plan that a form is open for was logged in another window."""

    def __init__(self, person: Named, plan_id: int) -> None:
        ref = MEETING.ref(plan_id)
        super().__init__(
            f"Meanwhile {ref} was logged in another window.",
            f"See it with: boardroom meeting show {ref}; the next save adds this form to it.",
        )
        self.command = f"boardroom log {person.handle} --meeting {ref} -"


class NotAnother(Cancelled):
    """The form in the editor belongs to a logged meeting, to which its `command` adds it."""

    def __init__(self, error: MeetingLogged) -> None:
        super().__init__(f"{error.message} Nothing changed.")
        self.command = error.command


def is_another_meeting(call: Call, error: MeetingLogged) -> bool:
    """Asks on a terminal whether a log is of another meeting of that day; elsewhere it is not."""
    return call.may_ask and call.ask_yes_no(error.question, default=False)


def with_command(error: MeetingLogged, command: str) -> MeetingLogged:
    """The error with the command that adds what is new to the logged meeting.

    A line break in it can't be shown as it is typed, so the command is then left to the user.
    """
    ref = MEETING.ref(error.meeting_id)
    error.hint = (
        f"{error.adding}: {command}{OTHERWISE}"
        if command.isprintable()
        else f"{error.adding}, type the same command with --meeting {ref}{OTHERWISE}"
    )
    return error


def stored_if_held(work: Work, person: Named, meeting_id: int | None) -> LogEntry | None:
    """The entry of a logged meeting with a person; None of any other meeting."""
    if meeting_id is None:
        return None
    view = meeting(work.connection, meeting_id)
    is_held = (view.handle, view.status) == (person.handle, "held")
    return stored_entry(work.connection, meeting_id) if is_held else None


def added_reply(call: Call, work: Work, done: Done, before: LogEntry) -> Reply:
    """The reply to a log that was added to a meeting with the entry `before`."""
    reply = edit_reply(call, work, done)
    no_day = undated_echo(stored_entry(work.connection, done.id), before)
    return reply._replace(echo=f"{reply.echo}{no_day}")


def changed_fields(header: Header, shown: Header, *, private: bool | None) -> MeetingFields:
    """The fields of a meeting that a header changes, beside its privacy."""
    return MeetingFields(
        on=None if header.when == shown.when else header.when,
        way=None if header.way == shown.way else header.way,
        minutes=None if header.minutes == shown.minutes else str(header.minutes),
        private=private,
    )


def unused_header(
    header: Header | None, board: sqlite3.Connection, meeting_id: int
) -> tuple[str, ...]:
    """Says which parts of a form's header were left out as it was added to a meeting, if any."""
    if header is None:
        return ()
    view = meeting(board, meeting_id)
    day = header.when.on.isoformat()
    parts = (
        (
            header.when.on != view.on or header.when.at not in (None, view.at),
            format_day(header.when.on, header.when.at),
            f"--on {day if header.when.at is None else quote(f'{day} {header.when.at}')}",
        ),
        (header.way != view.way, header.way, f"--way {header.way}"),
        (header.minutes != view.minutes, f"{header.minutes} min", f"--for {header.minutes}m"),
    )
    unused = [(words, option) for differs, words, option in parts if differs]
    if not unused:
        return ()
    words, options = zip(*unused, strict=True)
    said = f"The first comment of the form says {join_words(words)}; {view.ref} stays as it was."
    return (f"{said} To take that too: boardroom meeting edit {view.ref} {' '.join(options)}",)


def undated_echo(stored: LogEntry, before: LogEntry) -> str:
    """The new promises of a meeting that have no day, each with the command that sets it."""
    known_ids = {promise.id for promise in before.promises}
    return "".join(
        f"; {ref} has no day: boardroom {set_day_command(ref)}"
        for promise in stored.promises
        if promise.id is not None and promise.id not in known_ids and promise.due_on is None
        for ref in (PROMISE.ref(promise.id),)
    )
