"""A meeting that is logged again: on file already, or with something new to add to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from boardroom.actions.meeting_rows import format_without_day
from boardroom.actions.privacy import new_privacy
from boardroom.queries.meeting_contents import plans_just_logged
from boardroom.rules import meetings as rule
from boardroom.rules.day_format import format_day
from boardroom.rules.log_entry import LogEntry, LoggedPromise
from boardroom.rules.repetition import (
    OnFile,
    check_nothing_new,
    first_with_words,
    quote,
    same_words,
)
from boardroom.rules.text import brief
from boardroom.store.rows import Advice, Advisor, AgendaItem, Exchange, Meeting, Promise
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_ANOTHER = "; if it was another meeting, add --another."
_SIDES = {"me": "your promise", "them": "their promise"}


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
    else, unless the log `has_plan`, the newest of those where either has no words. `given` has the
    fields given, by column; None says nothing.

    Raises:
        Refused: the log says something new. The hint has the commands that add it.
    """
    meeting = _meeting_meant(work, advisor, entry, given, meeting_id=meeting_id, has_plan=has_plan)
    if meeting is None:
        return None
    day = format_day(meeting.met_on, meeting.start_time)
    on_file = OnFile(
        meeting.ref,
        f"{rule.noun(meeting.way)} with {advisor.name}, {day}",
        "",
        f"meeting edit {meeting.ref}",
    )
    notes = None if meeting.notes else entry.notes
    check_nothing_new(
        on_file,
        meeting,
        {**given, "notes": notes, "private": new_privacy(work, meeting, given["private"])},
        rule.FIELDS,
        more=[*_new_contents(work, advisor, meeting, entry)],
        another=_ANOTHER,
    )
    work.note(f"Already logged: {format_without_day(meeting, advisor)}, {day}")
    return meeting


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
        # Of two different times of a day, each has its own meeting.
        if at is None or meeting.start_time in (None, at)
    ]
    words = same_words(entry.notes)
    same = (meeting for meeting in held if words and words in _tails(meeting.notes))
    meant = next(same, None)
    if meant is None and words and meeting_id is None and "met_on" not in given:
        meant = _plan_just_logged(work, advisor, words)
    if meant is None and held and (meeting_id is not None or not has_plan()):
        meant = next((meeting for meeting in held if not words or not meeting.notes), None)
    return meant


def _held(work: Work, advisor: Advisor, on: date | None, meeting_id: int | None) -> list[Meeting]:
    """The meetings held on a day (default: today), or that of the id, the newest first."""
    which = {"met_on": on or work.today} if meeting_id is None else {"id": meeting_id}
    return work.find(Meeting, advisor_id=advisor.id, status="held", **which)[::-1]


def _plan_just_logged(work: Work, advisor: Advisor, words: str) -> Meeting | None:
    """The plan of an earlier day that was just logged in these words, without its day."""
    ids = plans_just_logged(work.connection, advisor.id, today=work.today)
    meetings = (work.get(Meeting, meeting_id) for meeting_id in ids)
    return next((meeting for meeting in meetings if words in _tails(meeting.notes)), None)


def _tails(notes: str | None) -> set[str]:
    """Notes from each of their paragraphs on: those of a log follow those of its plan."""
    paragraphs = (notes or "").split("\n\n")
    return {same_words("\n\n".join(paragraphs[start:])) for start in range(len(paragraphs))}


def _new_contents(
    work: Work, advisor: Advisor, meeting: Meeting, entry: LogEntry
) -> Iterator[tuple[str, str]]:
    """What an entry has that is not on file, each with the command that adds it."""
    on = f"--on {quote(format_day(meeting.met_on))}"
    for logged in entry.agenda:
        if logged.id is not None and logged.covered:
            item = work.get(AgendaItem, logged.id)
            if item.status != "covered":
                yield f"{item.ref} covered", f"done {item.ref} {on}"
    same_day = work.find(Advice, advisor_id=advisor.id, given_on=meeting.met_on)
    for piece in entry.advice:
        if first_with_words(piece.text, same_day) is None:
            words = f"the advice {_brief(piece.text)}"
            yield words, f"advice add {advisor.handle} {quote(piece.text)} {on}"
    for promise in entry.promises:
        yield from _new_promise(work, advisor, meeting, promise)
    for exchange in entry.exchanges:
        given = exchange.direction == "given"
        known = work.find(
            Exchange,
            advisor_id=advisor.id,
            direction=exchange.direction,
            exchanged_on=meeting.met_on,
        )
        if first_with_words(exchange.text, known) is None:
            words = f"{'given' if given else 'received'} {_brief(exchange.text)}"
            command = f"{'give' if given else 'got'} {advisor.handle} {quote(exchange.text)} {on}"
            yield words, command


def _new_promise(
    work: Work, advisor: Advisor, meeting: Meeting, promise: LoggedPromise
) -> Iterator[tuple[str, str]]:
    """A promise that is not on file since the meeting, or has another day there."""
    since = [
        known
        for known in work.find(Promise, advisor_id=advisor.id, by_whom=promise.by_whom)
        if known.done_on is None or known.made_on >= meeting.met_on
    ]
    known = first_with_words(promise.text, reversed(since))
    by = "" if promise.due_on is None else _by(promise.due_on)
    words = f"{_SIDES[promise.by_whom]} {_brief(promise.text)}"
    if known is None:
        theirs = " --theirs" if promise.by_whom == "them" else ""
        command = f"promise add {advisor.handle}{theirs} {quote(promise.text)}{by}"
        yield words, command
    elif promise.due_on is not None and known.due_on != promise.due_on:
        yield f"{known.ref} by {format_day(promise.due_on)}", f"promise edit {known.ref}{by}"


def _by(due_on: date) -> str:
    return f" --by {quote(format_day(due_on))}"


def _brief(text: str) -> str:
    return f"“{brief(text)}”"
