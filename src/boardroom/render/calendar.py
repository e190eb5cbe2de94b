"""A board's meetings as the events of a calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from boardroom.formats.calendar_writing import Event
from boardroom.queries.agenda import AgendaView
from boardroom.queries.calendar import CalendarMeeting, CalendarView, DueDay
from boardroom.rules.calendar_uids import DUE, event_uid
from boardroom.rules.day_format import format_day, to_utc
from boardroom.rules.meetings import noun

_WHOLE_DAY_MINUTES = 24 * 60


def calendar_events(view: CalendarView, *, with_notes: bool = False) -> list[Event]:
    """The events of a calendar; the notes on meetings are for an export of one's own."""
    return [
        *(_meeting_event(shown, with_notes=with_notes) for shown in view.meetings),
        *(_due_event(day, begun_at=view.begun_at) for day in view.due),
    ]


def _meeting_event(shown: CalendarMeeting, *, with_notes: bool) -> Event:
    meeting, changes = shown.meeting, shown.changes
    parts = [meeting.notes if with_notes else None, _agenda_text(shown.agenda)]
    return Event(
        uid=event_uid(meeting.uid),
        title="Meeting" if shown.name is None else f"{_capital(noun(meeting.way))}: {shown.name}",
        on=meeting.on,
        start=None if meeting.at is None else to_utc(meeting.on, meeting.at),
        minutes=meeting.minutes,
        sequence=changes.times,
        changed_at=datetime.fromisoformat(changes.last_at),
        place=meeting.place,
        description="\n\n".join(part for part in parts if part) or None,
        cancelled=meeting.status in ("cancelled", "missed"),
        free=meeting.at is None,
    )


def _due_event(day: DueDay, *, begun_at: str) -> Event:
    until = f" by {format_day(day.until_on)}" if day.until_on > day.from_on else ""
    return Event(
        uid=event_uid(day.uid, DUE),
        title=f"Due: {day.name}" if day.name else "Meeting due",
        on=day.from_on,
        start=None,
        minutes=_WHOLE_DAY_MINUTES,
        sequence=0,
        changed_at=datetime.fromisoformat(begun_at),
        description=f"Meet{until}." if until else None,
        free=True,
    )


def _agenda_text(items: Sequence[AgendaView]) -> str:
    return "\n".join(f"- {item.text}" for item in items)


def _capital(word: str) -> str:
    return f"{word[0].upper()}{word[1:]}"
