"""Taking what a calendar has otherwise than the board, as one change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from boardroom.actions.logging import log_meeting
from boardroom.actions.meetings import cancel_meeting, move_meeting, plan_meeting
from boardroom.record import Record
from boardroom.rules.advisor import WAYS
from boardroom.rules.calendar_differences import (
    ANSWERS,
    LEFT,
    NEVER,
    Difference,
    link_key,
    series_keys,
)
from boardroom.rules.dates import Moment
from boardroom.rules.day_format import format_day
from boardroom.rules.ids import MEETING
from boardroom.rules.text import join_words
from boardroom.store.rows import CalendarAnswer, Meeting, Promise
from boardroom.store.work import Done, Work

Key = tuple[str, str]
"""What an answer to a difference is remembered by."""
_ONLINE = ("http://", "https://", "microsoft teams", "zoom", "google meet", "webex")
"""What a place is that is none to go to."""


class Choice(Record):
    """What the user decided about a difference: the answer that takes it, `left` or `never`."""

    difference: Difference
    answer: str


def take_choices(work: Work, choices: Sequence[Choice], *, calendar: str) -> dict[Key, str]:
    """Logs, moves, cancels and plans meetings as chosen, and remembers every answer.

    `calendar` is the name of the file, for the history. Returns the ids of the meetings that were
    taken, by the keys of the differences.

    Raises:
        BadInput, NotFound, Refused: the board has changed meanwhile, and one is not possible.
    """
    taken: dict[Key, int] = {}
    for choice in choices:
        if choice.answer not in (LEFT, NEVER):
            _ask_again(work, choice)
    # Meetings that are on file first, so that a new one on the same day takes none of them.
    for choice in sorted(choices, key=lambda one: one.difference.plan is None):
        if choice.answer == ANSWERS[choice.difference.kind]:
            meeting_id = _take(work, choice.difference).id
            taken[choice.difference.key] = meeting_id
            _link(work, meeting_id, choice)
            _tell_of_thanks(work, meeting_id)
        _remember(work, choice)
    work.did(f"Read {calendar}: {_counted(choices)}", *dict.fromkeys(taken.values()))
    return {key: MEETING.ref(meeting_id) for key, meeting_id in taken.items()}


def merge_answers(work: Work, first_uid: str, second_uid: str) -> None:
    """Gives the answers about events with the second person to the first, whose own count."""
    for row in work.find(CalendarAnswer, event_uid=second_uid):
        if work.first(CalendarAnswer, event_uid=first_uid, recurrence=row.recurrence):
            work.delete(row)
        else:
            row.event_uid = first_uid


def _take(work: Work, difference: Difference) -> Done:
    occurrence, plan = difference.event.occurrence, difference.plan
    advisor_id = difference.event.contact.named.id
    when = Moment(occurrence.on, occurrence.at, occurrence.minutes)
    if difference.kind == "cancelled":
        assert plan is not None  # it is a plan that is cancelled
        return cancel_meeting(work, plan.id)
    if difference.kind == "moved":
        assert plan is not None  # it is a plan that was moved
        return move_meeting(work, plan.id, when)
    if plan is not None:
        return log_meeting(work, advisor_id, on=when, meeting_id=plan.id)
    way, place = _way(occurrence.title, occurrence.place), _place(occurrence.place)
    if difference.kind == "held":
        return log_meeting(work, advisor_id, on=when, way=way, place=place, another=True)
    return plan_meeting(work, advisor_id, when, way=way, place=place, another=True)


def _remember(work: Work, choice: Choice) -> None:
    if choice.answer == NEVER:
        for key in series_keys(choice.difference.event):
            _answer(work, key, None, NEVER)
    else:
        _answer(work, *choice.difference.key, choice.answer)


def _ask_again(work: Work, choice: Choice) -> None:
    """Forgets that the series of what is taken is never to be asked about."""
    for key in series_keys(choice.difference.event):
        if row := work.first(CalendarAnswer, event_uid=key, recurrence=None, answer=NEVER):
            work.delete(row)


def _tell_of_thanks(work: Work, meeting_id: int) -> None:
    """Names the promise that logging a meeting of these days makes."""
    for promise in work.find(Promise, meeting_id=meeting_id, kind="thanks", status="open"):
        by = "" if promise.due_on is None else f" by {format_day(promise.due_on)}"
        work.note(f"Promised {promise.ref}: {promise.text}{by}")


def _link(work: Work, meeting_id: int, choice: Choice) -> None:
    """Remembers the event that a meeting was planned or moved by."""
    if choice.difference.kind in ("unplanned", "moved"):
        meeting = work.get(Meeting, meeting_id)
        _answer(work, *link_key(meeting.uid, choice.difference.event), choice.answer)


def _answer(work: Work, event_uid: str, recurrence: str | None, answer: str) -> None:
    row = work.first(CalendarAnswer, event_uid=event_uid, recurrence=recurrence)
    if row is None:
        work.add(
            CalendarAnswer(
                event_uid=event_uid, recurrence=recurrence, answer=answer, answered_on=work.today
            )
        )
    else:
        row.answer, row.answered_on = answer, work.today


def _way(title: str, place: str | None) -> str | None:
    """How an event's title says that they meet; None if it does not."""
    words = "".join(letter if letter.isalnum() else " " for letter in title.lower()).split()
    named = next((word for word in words if word in WAYS and word != "other"), None)
    if named is None and place and _is_online(place):
        return "video"
    return "other" if named is None and words[:1] == ["meeting"] else named


def _place(place: str | None) -> str | None:
    """A place to go to; None for a link."""
    return None if place is None or _is_online(place) else place


def _is_online(place: str) -> bool:
    return any(word in place.lower() for word in _ONLINE)


def _counted(choices: Iterable[Choice]) -> str:
    """“logged 2, moved 1, left 1”."""
    counts: dict[str, int] = {}
    for choice in choices:
        counts[choice.answer] = counts.get(choice.answer, 0) + 1
    words = {answer: f"{answer} {{}}" for answer in (*ANSWERS.values(), LEFT)}
    words[NEVER] = "left {} series for good"
    return join_words(
        [words[answer].format(counts[answer]) for answer in words if answer in counts]
    )
