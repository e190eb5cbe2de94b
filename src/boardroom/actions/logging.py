"""Logging a meeting that was held, and editing everything logged in it, as one change each."""

from __future__ import annotations

from collections.abc import Collection

from boardroom.actions.log_contents import store_entry
from boardroom.actions.logged_before import MeetingLogged, check_not_logged, logged_before
from boardroom.actions.logged_records import format_record_changes, logged_texts
from boardroom.actions.meeting_rows import (
    NO_FIELDS,
    MeetingFields,
    format_meeting,
    format_without_day,
    given_values,
    new_meeting,
    record_plan,
    set_day,
    set_fields,
)
from boardroom.actions.meetings import edit_meeting
from boardroom.actions.plan_to_log import find_plan
from boardroom.actions.privacy import edited_fields, set_private
from boardroom.actions.snooze import end_snooze
from boardroom.actions.thanks import promise_thanks
from boardroom.queries.logged_forms import records_with
from boardroom.queries.meeting_contents import (
    meeting_with_entry,
    plans_logged_today,
    stored_entry,
)
from boardroom.queries.private import is_private
from boardroom.rules import meetings as rule
from boardroom.rules.additions import add_notes, additions, append_notes
from boardroom.rules.dates import Moment
from boardroom.rules.fields import format_changes
from boardroom.rules.form_news import news, without_doubles
from boardroom.rules.log_entry import NOTHING, LogEntry, LoggedItem
from boardroom.store.rows import Advisor, Meeting
from boardroom.store.work import Done, Work


def log_meeting(
    work: Work,
    advisor_id: int,
    *,
    on: Moment | None = None,
    meeting_id: int | None = None,
    way: str | None = None,
    place: str | None = None,
    minutes: str | None = None,
    entry: LogEntry = NOTHING,
    private: bool | None = None,
    as_shown: bool = False,
    whole_form: LogEntry | None = None,
    another: bool = False,
    form_id: str | None = None,
    accepted_ids: Collection[int] = (),
) -> Done:
    """Logs a meeting that was held: its plan (see `find_plan`), or a new meeting.

    The notes of the entry are appended to those of the plan. If the plan was `as_shown` to the
    user, the given notes and time replace its own. The log of a meeting that is named by its
    `meeting_id` and logged already is added to it.

    On a day that has a logged meeting, it is refused, unless it is `another` meeting, at another
    time, or the user knows of it (`accepted_ids`).

    `whole_form` is the full contents of a form. If no plan matches, and a meeting of that day (or
    without a day, a plan logged today) has exactly these contents, the form was read before: that
    meeting is returned, and nothing changes. `form_id` is the form's own id, kept with the meeting.

    Raises:
        Ambiguous: several plans match.
        BadInput: the day is in the future, a field is not valid, the meeting is already logged, or
            the meeting or an item belongs to another person.
        NotFound: there is no such meeting or item.
        Refused: the meeting was cancelled or missed, or an item is not open.
        MeetingLogged: a meeting of that day is logged, and this says more.
    """
    advisor = work.get(Advisor, advisor_id)
    if not (another or as_shown or whole_form is not None):
        moment = {} if on is None else {"met_on": on.on, "start_time": on.at}
        given = given_values(way=way, place=place, minutes=minutes, when=on)
        try:
            known = logged_before(
                work,
                advisor,
                entry,
                {**moment, **given, "private": private},
                meeting_id=meeting_id,
                has_plan=lambda: find_plan(work, advisor, on, None) is not None,
            )
        except MeetingLogged:
            if meeting_id is None:
                raise
            fields = MeetingFields(on, way, place, minutes, private)
            return add_to_logged_meeting(work, meeting_id, entry, fields)
        if known is not None:
            return work.did(f"Logged {format_meeting(known, advisor)} before", known.id)
    logged_id = None if whole_form is None else _logged_before(work, advisor_id, on, whole_form)
    plan = (
        None if logged_id and logged_id == meeting_id else find_plan(work, advisor, on, meeting_id)
    )
    if logged_id is not None and plan is None:
        logged = work.get(Meeting, logged_id)
        return work.did(f"Already logged {format_meeting(logged, advisor)}", logged_id)
    if plan is None and not another:
        check_not_logged(work, advisor, on, entry, accepted_ids=accepted_ids)
    meeting = plan or new_meeting(work, advisor, "held", on or Moment(work.today, None))
    meeting.status = "held"
    if on is not None:
        set_day(meeting, on, keep_time=on.on == meeting.met_on and not as_shown)
    rule.check_day("held", meeting.met_on, handle=advisor.handle, today=work.today)
    set_fields(meeting, way=way, place=place, minutes=minutes)
    meeting.form_id = form_id or meeting.form_id
    work.add(meeting)
    record_plan(work, meeting)
    set_private(work, meeting, private=private)
    end_snooze(work, advisor_id, meeting.met_on)
    if entry.notes is not None and not as_shown:
        entry = entry._replace(notes=append_notes(meeting.notes, entry.notes))
    store_entry(work, advisor, meeting, entry)
    promise_thanks(work, advisor_id, meeting_id=meeting.id, met_on=meeting.met_on)
    return work.did(f"Logged {format_meeting(meeting, advisor)}", meeting.id)


def add_to_logged_meeting(
    work: Work,
    meeting_id: int,
    entry: LogEntry,
    fields: MeetingFields = NO_FIELDS,
) -> Done:
    """Adds to a held meeting what an entry says beyond it; notes go below those on file.

    A day without a time keeps the time. What is added is as private as the meeting.

    Raises:
        NotFound, BadInput, Refused: see `edit_logged_meeting`; an item that was covered elsewhere
            is not open.
    """
    meeting = work.get(Meeting, meeting_id)
    stored = stored_entry(work.connection, meeting_id)
    known = records_with(work.connection, meeting.advisor_id)
    notes = news(entry, stored, known).notes
    covered = {LoggedItem(item.id) for item in stored.agenda}
    added = additions(without_doubles(entry, stored, known), known)
    added = added._replace(
        notes=None if notes is None else add_notes(meeting.notes, notes),
        agenda=tuple(item for item in added.agenda if item not in covered),
    )
    if fields.on is not None:
        fields = fields._replace(on=fields.on._replace(at=fields.on.at or meeting.start_time))
    return edit_logged_meeting(work, meeting_id, added, fields)


def edit_logged_meeting(
    work: Work,
    meeting_id: int,
    entry: LogEntry,
    fields: MeetingFields = NO_FIELDS,
) -> Done:
    """Changes a held meeting and everything logged in it; a day without a time clears the time.

    Raises:
        NotFound: there is no such meeting, or no record with an id of the entry.
        BadInput: the day is in the future, a field or text is not valid, or a record belongs to
            another meeting.
        Refused: an item to cover is not open.
    """
    before = logged_texts(work, meeting_id)
    was_private = is_private(work.connection, Meeting.TABLE, meeting_id)
    at = None if fields.on is None else fields.on.at or ""
    edit_meeting(work, meeting_id, at=at, **fields._asdict())
    meeting = work.get(Meeting, meeting_id)
    advisor = work.get(Advisor, meeting.advisor_id)
    item_ids = store_entry(work, advisor, meeting, entry)
    changes = edited_fields(work, meeting, rule.FIELDS, was_private=was_private)
    old_items = [item.id for item in entry.agenda if item.id is not None]
    records = format_record_changes(work, meeting_id, before, old_items, item_ids)
    what = "; ".join(part for part in (format_changes(changes), records) if part)
    return work.did(
        f"Changed {format_without_day(meeting, advisor)}: {what}", meeting.id, changes=changes
    )


def _logged_before(
    work: Work, advisor_id: int, on: Moment | None, whole_form: LogEntry
) -> int | None:
    """The id of the meeting that the same form was logged as before, if any."""
    board, today = work.connection, work.today
    plan_ids = () if on is not None else plans_logged_today(board, advisor_id, today=today)
    return meeting_with_entry(
        board, advisor_id, whole_form, on=on.on if on else today, or_ids=plan_ids
    )
