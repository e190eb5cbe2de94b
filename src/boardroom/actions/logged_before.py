"""A meeting that is logged again: on file already, or with something new to add to it.

Nothing new is thrown away, and no second meeting is made by accident: the user names the meeting
that the log belongs to, or says that it is another one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date

from boardroom.actions.meeting_rows import format_without_day
from boardroom.actions.new_in_log import holds_any, new_contents
from boardroom.actions.privacy import new_privacy
from boardroom.errors import Refused
from boardroom.queries.logged_forms import records_with
from boardroom.queries.meeting_contents import plans_logged_today, stored_entry
from boardroom.rules import meetings as rule
from boardroom.rules.dates import Moment
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import change_of, format_changes
from boardroom.rules.form_news import format_news, news
from boardroom.rules.log_entry import LogEntry
from boardroom.rules.repetition import same_words
from boardroom.rules.text import join_words
from boardroom.store.rows import Advisor, Meeting
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

OTHERWISE = "; if it was another meeting, add --another."
"""The end of the hint of a `MeetingLogged`, for a command that can log another meeting."""


class MeetingLogged(Refused):
    """A log is of a day with a logged meeting, `meeting_id`, and says more than it."""

    def __init__(self, meeting: Meeting, advisor: Advisor, new: str = "") -> None:
        super().__init__(
            f"{meeting.ref} is on file already: {rule.noun(meeting.way)} with {advisor.name},"
            f" {format_day(meeting.met_on, meeting.start_time)}."
            f"{f' New would be: {new}.' if new else ''}",
            f"If it was another meeting, use --another in place of --meeting {meeting.ref}.",
        )
        self.adding = "To add that" if new else "To add to it"
        self.meeting_id = meeting.id
        self.handle, self.on = advisor.handle, meeting.met_on
        self.otherwise = OTHERWISE
        self.command = f"boardroom log {advisor.handle} --meeting {meeting.ref} -"
        self.question = (
            f"{format_without_day(meeting, advisor)}, is logged for"
            f" {format_day(meeting.met_on, meeting.start_time)}. Is this another meeting?"
        )


def logged_before(
    work: Work,
    advisor: Advisor,
    entry: LogEntry,
    given: Mapping[str, Any],
    *,
    meeting_id: int | None,
    has_plan: Callable[[], bool],
) -> Meeting | None:
    """The held meeting that a log is about, if it says nothing new about it; None for a new one.

    It is one of that day (default: today), or that of the id: the one logged in the same words,
    else, unless the log `has_plan`, a plan of an earlier day that was logged in them today, the
    newest of those where either has no words, or the newest. Of several, one that holds anything
    of the entry goes first.
    `given` has the fields given, by column; None says nothing.

    Raises:
        MeetingLogged: the log says something new.
        BadInput: an agenda item belongs to another person.
        Refused: an agenda item was closed, but not in that meeting.
    """
    meeting = _meeting_meant(work, advisor, entry, given, meeting_id=meeting_id, has_plan=has_plan)
    if meeting is None:
        return None
    known_notes = _end_in(meeting.notes, same_words(entry.notes))
    values = {
        **given,
        "notes": None if known_notes else entry.notes,
        "private": new_privacy(work, meeting, given["private"]),
    }
    changes = [
        change_of(field, getattr(meeting, field.name), value)
        for field in rule.FIELDS
        if (value := values.get(field.name)) is not None
    ]
    fields = format_changes([change for change in changes if change is not None])
    if new := [*([fields] if fields else []), *new_contents(work, advisor, meeting, entry)]:
        raise MeetingLogged(meeting, advisor, join_words(new))
    day = format_day(meeting.met_on, meeting.start_time)
    work.note(f"Already logged: {format_without_day(meeting, advisor)}, {day}")
    return meeting


def check_not_logged(
    work: Work,
    advisor: Advisor,
    on: Moment | None,
    entry: LogEntry,
    *,
    accepted_ids: Collection[int] = (),
) -> None:
    """Checks that no meeting of a day (default: today) is logged, but those of other times.

    The user knows of those in `accepted_ids`. The error names what of the entry is new.

    Raises:
        MeetingLogged: there is one.
    """
    on = on or Moment(work.today, None)
    for meeting in _held(work, advisor, on.on, None):
        if meeting.id not in accepted_ids and _may_be_at(meeting, on.at):
            board = work.connection
            known = records_with(board, advisor.id)
            new = format_news(news(entry, stored_entry(board, meeting.id), known))
            raise MeetingLogged(meeting, advisor, join_words(new))


def held_ids(work: Work, advisor: Advisor, on: Moment | None) -> tuple[int, ...]:
    """The ids of the meetings held on a day (default: today)."""
    return tuple(meeting.id for meeting in _held(work, advisor, on and on.on, None))


def _meeting_meant(
    work: Work,
    advisor: Advisor,
    entry: LogEntry,
    given: Mapping[str, Any],
    *,
    meeting_id: int | None,
    has_plan: Callable[[], bool],
) -> Meeting | None:
    at = given.get("start_time")
    held = [
        meeting
        for meeting in _held(work, advisor, given.get("met_on"), meeting_id)
        if _may_be_at(meeting, at)
    ]
    words = same_words(entry.notes)
    same = (meeting for meeting in held if words and _end_in(meeting.notes, words))
    meant = next(same, None)
    if meant is not None or (meeting_id is None and has_plan()):
        return meant
    if words and meeting_id is None and "met_on" not in given:
        meant = _plan_logged_today(work, advisor, words)
    if meant is None and held:
        possible = [meeting for meeting in held if not words or not meeting.notes] or held[:1]
        meant = next((one for one in possible if holds_any(work, one, entry)), possible[0])
    return meant


def _may_be_at(meeting: Meeting, at: str | None) -> bool:
    """Whether a meeting may be the one at a time: of two times of a day, each has its own."""
    return at is None or meeting.start_time in (None, at)


def _held(work: Work, advisor: Advisor, on: date | None, meeting_id: int | None) -> list[Meeting]:
    """The meetings held on a day (default: today), or that of the id, the newest first."""
    which = {"met_on": on or work.today} if meeting_id is None else {"id": meeting_id}
    return work.find(Meeting, advisor_id=advisor.id, status="held", **which)[::-1]


def _plan_logged_today(work: Work, advisor: Advisor, words: str) -> Meeting | None:
    """The plan of an earlier day that was logged today in these words, without its day."""
    ids = plans_logged_today(work.connection, advisor.id, today=work.today)
    meetings = (work.get(Meeting, meeting_id) for meeting_id in ids)
    return next((meeting for meeting in meetings if _end_in(meeting.notes, words)), None)


def _end_in(notes: str | None, words: str) -> bool:
    """Whether the last paragraphs of notes are these words: those of a log follow its plan's."""
    whole = same_words(notes)
    if not whole.endswith(words):
        return False
    ahead = len(whole) - len(words)
    for paragraph in (notes or "").split("\n\n"):
        if ahead <= 0:
            break
        if own := same_words(paragraph):
            ahead -= len(own) + 1
    return ahead == 0
