"""Which meeting on file each event of a calendar is, with one person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from boardroom.rules.calendar_differences import Attended, Known, event_key, series_place_key
from boardroom.rules.calendar_events import Occurrence
from boardroom.rules.calendar_uids import event_uid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class Pairs:
    """The meetings of the events that take place; each meeting is of one event at most.

    `answers` are the keys of those given before, links of meetings to events among them.
    """

    def __init__(
        self,
        events: Sequence[Attended],
        meetings: Iterable[Known],
        answers: Iterable[tuple[str, str | None]],
    ) -> None:
        self._events = sorted(events, key=lambda event: not event.sure)
        self._days = {event.occurrence.on for event in events}
        self._own: dict[str, Known] = {}
        self._by_day: dict[date, list[Known]] = {}
        self._by_earlier_day: dict[date, list[Known]] = {}
        # A meeting that was called off here stands for an event only where no other does.
        for meeting in sorted(meetings, key=lambda known: known.status not in ("planned", "held")):
            self._own[event_uid(meeting.uid)] = meeting
            self._by_day.setdefault(meeting.on, []).append(meeting)
            for day in {day for day, _ in meeting.places}:
                self._by_earlier_day.setdefault(day, []).append(meeting)
        known = {meeting.uid: meeting for meeting in self._own.values()}
        self._linked = {key: known[uid] for uid, key in answers if uid in known}
        self._of: dict[datetime, Known] = {}
        self._taken: set[int] = set()
        # What stands where an event is comes first: no other plan could be moved there.
        self._pair(lambda event: self._there(event, ("planned", "held")))
        self._pair(self._made_of)
        self._pair(lambda event: self._there(event, ("cancelled", "missed")))
        self._pair(lambda event: self._by_day.get(event.on, ()))
        self._pair(self._where_it_was)
        self._pair(lambda event: self._by_earlier_day.get(event.on, ()))

    def of(self, occurrence: Occurrence) -> Known | None:
        """The meeting that an event is."""
        return self._of.get(occurrence.start)

    def is_own(self, occurrence: Occurrence, meeting: Known) -> bool:
        """Whether boardroom itself made an event of a meeting."""
        return self._own.get(occurrence.uid) is meeting

    def is_made_of(self, occurrence: Occurrence, meeting: Known) -> bool:
        """Whether one of the two was made of the other, or moved as it said."""
        return any(made is meeting for made in self._made_of(occurrence))

    def alone(self, status: str) -> list[Known]:
        """The meetings of a status that no event is, and on whose day there is none."""
        return [
            meeting
            for day, meetings in self._by_day.items()
            for meeting in meetings
            if day not in self._days and meeting.status == status and meeting.id not in self._taken
        ]

    def called_off(self, occurrence: Occurrence) -> Iterator[Known]:
        """The plans that may be of a cancelled event, the likeliest first, where none stands."""
        on_day = [
            meeting
            for meeting in self._by_day.get(occurrence.on, ())
            if meeting.at in (None, occurrence.at)
        ]
        made = [*self._made_of(occurrence)]
        there = [*on_day, *self._where_it_was(occurrence)]
        moved = self._by_earlier_day.get(occurrence.on, ())
        for plan in dict.fromkeys(made or (*there, *moved)):
            if (
                plan.status == "planned"
                and plan.id not in self._taken
                and plan.on not in self._days
            ):
                yield plan

    def left_behind(self, series: Iterable[str]) -> Iterator[tuple[Known, str]]:
        """Plans made from what a series does not have any more, each with the UID of that."""
        uids = sorted(series)
        for key, plan in self._linked.items():
            if plan.status != "planned" or plan.id in self._taken or plan.on in self._days:
                continue
            places = {(plan.on, plan.at), *plan.places}
            for uid in uids:
                if any(key == series_place_key(uid, on, at) for on, at in places):
                    yield plan, uid

    def take(self, meeting: Known) -> None:
        """Leaves a meeting to no other event."""
        self._taken.add(meeting.id)

    def _pair(self, fitting: Callable[[Occurrence], Iterable[Known]]) -> None:
        """Pairs the events without a meeting with the first of those fitting that is free."""
        for event in self._events:
            start = event.occurrence.start
            if start in self._of:
                continue
            for meeting in fitting(event.occurrence):
                if meeting.id not in self._taken:
                    self._of[start] = meeting
                    self._taken.add(meeting.id)
                    break

    def _there(self, occurrence: Occurrence, statuses: Sequence[str]) -> list[Known]:
        """The meetings of these statuses at the time of an event."""
        return [
            meeting
            for meeting in self._by_day.get(occurrence.on, ())
            if meeting.at == occurrence.at and meeting.status in statuses
        ]

    def _made_of(self, occurrence: Occurrence) -> Iterator[Known]:
        """The meeting that an event was made of; or the plan that was made or moved as it said."""
        own = self._own.get(occurrence.uid)
        if own is not None:
            yield own
        plan = self._linked.get(event_key(occurrence)) if self._linked else None
        if plan is not None and plan.status == "planned":
            yield plan

    def _where_it_was(self, occurrence: Occurrence) -> Iterator[Known]:
        """The plans for where a series had the event before it was moved."""
        if occurrence.was_on is not None:
            for meeting in self._by_day.get(occurrence.was_on, ()):
                if meeting.status == "planned":
                    yield meeting
