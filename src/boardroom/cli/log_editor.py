"""The form of `log`, edited by the user."""

from __future__ import annotations

import sqlite3

from boardroom.actions.logged_before import MeetingLogged, check_not_logged, held_ids
from boardroom.actions.logging import add_to_logged_meeting, log_meeting
from boardroom.actions.plan_to_log import find_plan
from boardroom.cli.added_to_meeting import (
    LoggedMeanwhile,
    NotAnother,
    added_reply,
    changed_fields,
    is_another_meeting,
    stored_if_held,
    with_command,
)
from boardroom.cli.call import Call
from boardroom.cli.drafts import draft_name
from boardroom.cli.log_command import log_command
from boardroom.cli.log_form import form_privacy
from boardroom.cli.log_options import LogOptions, read_options
from boardroom.cli.log_reply import log_reply
from boardroom.cli.logged_form import (
    command_of_draft,
    logged_as,
)
from boardroom.cli.meeting_form import MeetingForm
from boardroom.cli.printer import Reply, Result
from boardroom.errors import Cancelled
from boardroom.formats.form_header import Header
from boardroom.queries.logged_forms import new_form_id, open_advice, open_items
from boardroom.queries.meetings import meeting
from boardroom.queries.starters import starters
from boardroom.record import Record
from boardroom.render.log_changes import changed_records
from boardroom.rules.dates import Moment
from boardroom.rules.ids import MEETING
from boardroom.rules.log_entry import NOTHING, LogEntry
from boardroom.rules.names import Named
from boardroom.store.rows import Advisor
from boardroom.store.work import Done, Work

_CLOSING = "Save and close to log it; empty the file to cancel."
_OWN_ADVICE = "Advice is what you told them."


def log_in_editor(
    call: Call, options: LogOptions, notes: list[str] | None, *, another: bool = False
) -> None:
    """Opens the form in the editor, filled in from options and notes, and logs the saved text.

    A meeting that can't be logged is refused before the user has written anything. If one of that
    day is logged already, the user is asked first whether this is another. If it is logged in
    another window meanwhile, the form is added to it, or is that of another meeting.
    """
    from boardroom.cli.editor import NotSaved, edit_text  # noqa: PLC0415  subprocess (8 ms)

    open_form = call.rehearse(lambda work: _open(call, work, options, notes, another=another))
    was_told = False

    def action(work: Work, text: str) -> Reply:
        nonlocal was_told
        board, form, plan_id = work.connection, open_form.form, open_form.plan_id
        form_changes = form.read(board, text, was_shown=True)
        header = form_changes.header or open_form.header
        header = header._replace(form_id=header.form_id or open_form.header.form_id)
        before = stored_if_held(work, open_form.person, plan_id)
        known_id = logged_as(board, form, header, form_changes.entry)
        if known_id is not None:
            return log_reply(call, work, Done("", (known_id,)))
        if plan_id is not None and before is not None:
            if not was_told:
                was_told = True
                raise LoggedMeanwhile(open_form.person, plan_id)
            return _add(call, work, open_form, header, form_changes.changes, before)
        form.check_conflicts(board, form_changes.changes)
        private = form_privacy(
            board,
            open_form.person,
            header,
            given=options.private,
            was_private=open_form.header.private,
        )

        def log_it(*, another: bool) -> Done:
            return log_meeting(
                work,
                open_form.person.id,
                on=header.when,
                meeting_id=plan_id,
                way=header.way,
                place=options.place,
                minutes=str(header.minutes),
                private=private,
                entry=form_changes.changes,
                as_shown=True,
                whole_form=None if another or open_form.accepted_ids else form_changes.entry,
                form_id=header.form_id,
                another=another,
                accepted_ids=open_form.accepted_ids,
            )

        try:
            done = log_it(another=another)
        except MeetingLogged as error:
            if text == open_form.text:
                raise NotSaved(
                    f"{error.message} This form was left as it was, so nothing changed."
                ) from None
            if not is_another_meeting(call, error):
                raise (NotAnother(error) if call.may_ask else error) from None
            done = log_it(another=True)
        changes = form_changes.changes
        return log_reply(
            call,
            work,
            done,
            form_changes.entry.new_item_count,
            changed_records(changes, form.known),
            form_changes.notices,
        )

    def store(text: str) -> Result:
        return call.transact(lambda work: action(work, text))

    command = f"boardroom log {open_form.person.handle} -"
    result = edit_text(
        call,
        open_form.text,
        store,
        name=draft_name(open_form.person.handle, open_form.header.when.on),
        command=command,
        command_of=lambda draft: command_of_draft(call, open_form.form, draft, command),
    )
    call.print_result(result)


class _OpenForm(Record):
    """A form as it is open in the editor, and the id of its plan, if there is one.

    `accepted_ids` are the logged meetings of that day that the user knows of.
    """

    person: Named
    plan_id: int | None
    header: Header
    form: MeetingForm
    text: str
    accepted_ids: tuple[int, ...] = ()


def _open(
    call: Call, work: Work, options: LogOptions, notes: list[str] | None, *, another: bool
) -> _OpenForm:
    """Logs the meeting from the options, and writes its form.

    Raises:
        Cancelled: a meeting of that day is logged, and this is no other.
    """
    person, fields, option_entry = read_options(call, work.connection, options, notes)
    advisor = work.get(Advisor, person.id)
    plan = find_plan(work, advisor, fields.on, fields.meeting_id)
    plan_id = None if plan is None else plan.id
    accepted_ids: tuple[int, ...] = ()
    if plan is None and not another:
        try:
            check_not_logged(work, advisor, fields.on, option_entry)
        except MeetingLogged as error:
            edit = f"boardroom meeting edit {MEETING.ref(error.meeting_id)}"
            named = options._replace(meeting_id=error.meeting_id, on=None)
            add = log_command(person.handle, named, None, option_entry.notes)
            if not is_another_meeting(call, error):
                if call.may_ask:
                    raise Cancelled("Nothing changed.", f"To add to it: {edit}") from None
                raise with_command(error, edit if option_entry == NOTHING else add) from None
            accepted_ids = held_ids(work, advisor, fields.on)

    def read_stored(board: sqlite3.Connection) -> LogEntry:
        plan_notes = None if plan_id is None else meeting(board, plan_id).notes
        open_records = open_items(board, person.id).combine(open_advice(board, person.id))
        return open_records._replace(notes=plan_notes)

    form = MeetingForm(call, work.connection, person, read_stored, plan_id=plan_id)
    to_raise = starters(work.connection, person.handle, today=call.today)
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
    closing = f"{_CLOSING} {_OWN_ADVICE}" if advisor.role == "mentee" else _CLOSING
    text = form.write(
        work.connection,
        header,
        closing,
        option_entry._replace(notes=view.notes),
        [starter.text for starter in to_raise],
    )
    return _OpenForm(person, plan_id, header, form, text, accepted_ids)


def _add(
    call: Call,
    work: Work,
    open_form: _OpenForm,
    header: Header,
    changes: LogEntry,
    before: LogEntry,
) -> Reply:
    """Adds the form of a plan to the meeting that it became in another window."""
    shown = open_form.header
    assert open_form.plan_id is not None  # the caller checks it
    done = add_to_logged_meeting(
        work,
        open_form.plan_id,
        changes,
        changed_fields(header, shown, private=(header.private and not shown.private) or None),
    )
    return added_reply(call, work, done, before)
