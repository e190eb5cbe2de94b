"""Records that two people had alike, of which one is kept after the two were merged."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence

from boardroom.rules.day_format import format_day
from boardroom.rules.repetition import same_words
from boardroom.rules.text import join_words
from boardroom.store.rows import (
    Advice,
    Advisor,
    AgendaItem,
    Exchange,
    Letter,
    Meeting,
    Occasion,
    Promise,
)
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    R = TypeVar("R", Advice, AgendaItem, Exchange, Meeting, Occasion, Promise)

_NOT_SAID = ("id", "uid", "advisor_id", "added_on", "made_on", "meeting_id", "form_id")
"""The columns in which two records may differ that say the same."""


def drop_doubles(work: Work, person: Advisor) -> list[str]:
    """Removes the later of two records that say the same. Returns the ids of those kept.

    These are open agenda items and promises, plans, advice, exchanges and occasions of a day. Held
    meetings of a day in the same words are joined, and those that hold nothing go.
    """
    return [
        *_join_meetings(work, person),
        *_drop_thanks(work, person),
        *_drop_exchanges(work, person),
        *_drop(work, work.find(AgendaItem, advisor_id=person.id, status="open")),
        *_drop(work, work.find(Promise, advisor_id=person.id, done_on=None)),
        *_drop(work, work.find(Advice, advisor_id=person.id)),
        *_drop(work, work.find(Meeting, advisor_id=person.id, status="planned")),
        *_drop(work, work.find(Occasion, advisor_id=person.id)),
    ]


def note_possible_doubles(work: Work, person: Advisor) -> None:
    """Notes, for the user, what may be there twice, and the command that removes one.

    These are the meetings held on a day, the plans for a day, and the open promises and agenda
    items in the same words, which differ in something else.
    """
    for status, are in (("held", "were held on"), ("planned", "are planned for")):
        by_day = _alike(
            work.find(Meeting, advisor_id=person.id, status=status), lambda row: row.met_on
        )
        for meetings in by_day:
            refs = join_words([meeting.ref for meeting in meetings])
            was = "was" if status == "held" else "is"
            work.note(
                f"{refs} {are} {format_day(meetings[0].met_on)}; if that {was} one meeting:"
                f" boardroom meeting rm {meetings[-1].ref}"
            )
    for promises in _alike(
        work.find(Promise, advisor_id=person.id, done_on=None),
        lambda row: (row.by_whom, same_words(row.text)),
    ):
        terms = [
            f"{promise.ref} ({f'by {format_day(promise.due_on)}' if promise.due_on else 'no day'})"
            for promise in promises
        ]
        without_day = [promise for promise in promises if promise.due_on is None]
        work.note(
            f"{join_words(terms)} are open in the same words; if that is one promise:"
            f" boardroom promise rm {(without_day or promises)[-1].ref}"
        )
    for items in _alike(
        work.find(AgendaItem, advisor_id=person.id, status="open"),
        lambda row: same_words(row.text),
    ):
        work.note(
            f"{join_words([item.ref for item in items])} are on the agenda in the same words; if"
            f" that is one item: boardroom agenda rm {items[-1].ref}"
        )


def _alike(records: Sequence[R], key: Callable[[R], Any]) -> list[list[R]]:
    """The records of which there are several with one key, sorted by it."""
    groups: dict[Any, list[R]] = {}
    for record in records:
        groups.setdefault(key(record), []).append(record)
    return [group for _, group in sorted(groups.items()) if len(group) > 1]


def _drop(work: Work, records: Sequence[R]) -> list[str]:
    """Removes the records that say the same as an earlier one; returns the ids of those kept."""
    kept: dict[Hashable, R] = {}
    refs = []
    for record in records:
        first = kept.setdefault(_what_it_says(record), record)
        if first is not record:
            refs.append(first.ref)
            work.delete(record)
    return refs


def drop_letters(work: Work, person: Advisor) -> None:
    """Removes the later of two letters of a kind and a day."""
    kept = set()
    for letter in work.find(Letter, advisor_id=person.id):
        if (letter.kind, letter.sent_on) in kept:
            work.delete(letter)
        kept.add((letter.kind, letter.sent_on))


def _drop_exchanges(work: Work, person: Advisor) -> list[str]:
    """As `_drop`, unless promises that followed from a later exchange would be lost."""
    exchanges = work.find(Exchange, advisor_id=person.id)
    droppable = []
    first_of: dict[Hashable, Exchange] = {}
    for exchange in exchanges:
        first = first_of.setdefault(_what_it_says(exchange), exchange)
        if _follow_ups(work, exchange) <= _follow_ups(work, first):
            droppable.append(exchange)
    return _drop(work, droppable)


def _follow_ups(work: Work, exchange: Exchange) -> set[tuple[str, bool]]:
    promises = work.find(Promise, exchange_id=exchange.id)
    return {(same_words(promise.text), promise.done_on is None) for promise in promises}


def _drop_thanks(work: Work, person: Advisor) -> list[str]:
    """Keeps the first of several open promises to thank a person."""
    thanks = work.find(Promise, advisor_id=person.id, kind="thanks", done_on=None)
    thanks.sort(key=lambda promise: (promise.due_on is None, promise.due_on, promise.id))
    for promise in thanks[1:]:
        work.delete(promise)
    return [thanks[0].ref] if len(thanks) > 1 else []


def _join_meetings(work: Work, person: Advisor) -> list[str]:
    """Joins held meetings of a day that were noted in the same words, or of which one is empty."""
    refs = []
    held = work.find(Meeting, advisor_id=person.id, status="held")
    for meeting in reversed(held):
        kept = next((other for other in held if _is_part_of(work, meeting, other)), None)
        if kept is None:
            continue
        records: list[AgendaItem | Promise | Advice | Exchange] = [
            *work.find(AgendaItem, meeting_id=meeting.id),
            *work.find(Promise, meeting_id=meeting.id),
            *work.find(Advice, meeting_id=meeting.id),
            *work.find(Exchange, meeting_id=meeting.id),
        ]
        for record in records:
            record.meeting_id = kept.id
        work.flush()
        work.delete(meeting)
        held.remove(meeting)
        refs.append(kept.ref)
    return refs


def _is_part_of(work: Work, meeting: Meeting, other: Meeting) -> bool:
    """Whether a meeting says nothing that another of its day does not."""
    if meeting is other or meeting.met_on != other.met_on:
        return False
    fits = (
        meeting.start_time in (None, other.start_time)
        and meeting.place in (None, other.place)
        and meeting.private in (None, other.private)
    )
    same = same_words(meeting.notes) == same_words(other.notes)
    return fits and (same or _is_empty(work, meeting))


def _is_empty(work: Work, meeting: Meeting) -> bool:
    """Whether a meeting has no notes, and nothing was logged in it but a thank-you."""
    promises = work.find(Promise, meeting_id=meeting.id)
    if meeting.notes or any(promise.kind != "thanks" for promise in promises):
        return False
    logged = (work.first(table, meeting_id=meeting.id) for table in (Advice, Exchange, AgendaItem))
    return not any(logged)


def _what_it_says(record: R) -> Hashable:
    return tuple(
        same_words(value) if isinstance(value, str) else value
        for column, value in zip(record.COLUMNS, record.to_sql(), strict=True)
        if column not in _NOT_SAID
    )
