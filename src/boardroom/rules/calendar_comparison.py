"""Compares the events of a calendar with the meetings of the board, and says what differs.

An event of a past day is a meeting that was held; one of today or later is one to come. Whatever
the board has on an event's day with that person is the same meeting, because some calendars give
an event another UID at each export.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta

from boardroom.record import Record
from boardroom.rules.calendar_events import Contact, Occurrence
from boardroom.rules.ids import uid_of
from boardroom.rules.names import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

ANSWERS = {
    "held": "logged",
    "moved": "moved",
    "cancelled": "cancelled",
    "unplanned": "planned",
}
"""What differs, and the answer that takes it."""
NEAR = timedelta(days=7)
"""How far from its plan a meeting may be found in the calendar."""
_OWN = "@boardroom"


class Known(Record):
    """A meeting on file."""

    id: int
    ref: str
    uid: str
    advisor_id: int
    status: str
    on: date
    at: str | None


class Attended(Record):
    """An occurrence with one person on file, who is meant surely or likely."""

    occurrence: Occurrence
    contact: Contact
    sure: bool


class Difference(Record):
    """What a calendar has otherwise than the board: `held`, `moved`, `cancelled` or `unplanned`.

    `plan` is the meeting on file that it is about. What is `sure` may be taken unasked.
    """

    kind: str
    event: Attended
    plan: Known | None
    sure: bool

    @property
    def key(self) -> tuple[str, str]:
        """What an answer to it is remembered by: whose it is, and when it begins."""
        start = self.event.occurrence.start.astimezone(UTC)
        return self.event.contact.uid, f"{start:%Y%m%dT%H%MZ} {self.kind}"


def series_keys(event: Attended) -> tuple[str, str]:
    """What “never this series” is remembered by: its UID, and whose it is with its title.

    The title is a hash, so that no words of a calendar are kept.
    """
    return event.occurrence.uid, uid_of(event.contact.uid, fold(event.occurrence.title))


def differences(
    events: Iterable[Attended],
    meetings: Iterable[Known],
    answers: Collection[tuple[str, str | None]],
    *,
    today: date,
) -> list[Difference]:
    """What differs, the earliest first, without what was answered before.

    `answers` are the keys of those that were.
    """
    by_person: dict[int, list[Attended]] = {}
    for event in events:
        if not any((key, None) in answers for key in series_keys(event)):
            by_person.setdefault(event.contact.named.id, []).append(event)
    on_file: dict[int, list[Known]] = {}
    for meeting in meetings:
        on_file.setdefault(meeting.advisor_id, []).append(meeting)
    found = [
        difference
        for person_id, theirs in by_person.items()
        for difference in _Comparison(theirs, on_file.get(person_id, ()), today).differences()
        if difference.key not in answers
    ]
    return sorted(
        found, key=lambda one: (one.event.occurrence.start, one.event.contact.named.handle)
    )


class _Comparison:
    """The events and the meetings with one person; each meeting is of one event at most."""

    def __init__(self, events: Sequence[Attended], meetings: Iterable[Known], today: date) -> None:
        self._today = today
        # The same meeting in two calendars is one; the surer event stands for both.
        once: dict[tuple[datetime, bool], Attended] = {}
        for event in sorted(events, key=lambda event: (event.occurrence.start, not event.sure)):
            once.setdefault((event.occurrence.start, event.occurrence.is_cancelled), event)
        self._live = [event for event in once.values() if not event.occurrence.is_cancelled]
        self._off = [event for event in once.values() if event.occurrence.is_cancelled]
        self._days = {event.occurrence.on for event in self._live}
        self._by_uid: dict[str, Known] = {}
        self._by_day: dict[date, list[Known]] = {}
        # A meeting that was called off here stands for an event only where no other does.
        for meeting in sorted(meetings, key=lambda known: known.status not in ("planned", "held")):
            self._by_uid[f"{meeting.uid}{_OWN}"] = meeting
            self._by_day.setdefault(meeting.on, []).append(meeting)
        self._of: dict[datetime, Known] = {}
        self._taken: set[int] = set()

    def differences(self) -> Iterator[Difference]:
        """What differs."""
        self._pair(lambda event: [m for m in (self._by_uid.get(event.uid),) if m])
        self._pair(lambda event: [m for m in self._by_day.get(event.on, ()) if m.at == event.at])
        self._pair(lambda event: self._by_day.get(event.on, ()))
        self._pair(self._where_it_was)
        likely = self._likely_moves()
        series: set[str] = set()
        for event in self._live:
            occurrence = event.occurrence
            is_past = occurrence.on < self._today
            is_later = not is_past and occurrence.is_series and occurrence.uid in series
            if not is_past:
                series.add(occurrence.uid)
            plan = self._of.get(occurrence.start)
            if plan is not None:
                yield from self._of_plan(event, plan, sure=True)
            elif is_later:
                continue  # of a series, the next one is enough to plan
            elif occurrence.start in likely:
                yield from self._of_plan(event, likely[occurrence.start], sure=False)
            else:
                yield Difference("held" if is_past else "unplanned", event, None, event.sure)
        yield from self._cancelled()

    def _pair(self, fitting: Callable[[Occurrence], Iterable[Known]]) -> None:
        """Pairs the events without a meeting with the first of those fitting that is free."""
        for event in self._live:
            start = event.occurrence.start
            if start in self._of:
                continue
            for meeting in fitting(event.occurrence):
                if meeting.id not in self._taken:
                    self._of[start] = meeting
                    self._taken.add(meeting.id)
                    break

    def _where_it_was(self, occurrence: Occurrence) -> Iterator[Known]:
        """The plans for where a series had the event before it was moved."""
        if occurrence.was_on is not None:
            for meeting in self._by_day.get(occurrence.was_on, ()):
                if meeting.status == "planned":
                    yield meeting

    def _of_plan(self, event: Attended, plan: Known, *, sure: bool) -> Iterator[Difference]:
        """What differs between an event and its meeting on file; nothing if that is closed."""
        occurrence = event.occurrence
        if plan.status != "planned":
            return
        if occurrence.on < self._today:
            yield Difference("held", event, plan, sure)
        elif (plan.on, plan.at) != (occurrence.on, occurrence.at):
            yield Difference("moved", event, plan, sure)

    def _likely_moves(self) -> dict[datetime, Known]:
        """The only plan near an event without a meeting that has no event itself, by its start."""
        free = [
            meeting
            for day, meetings in self._by_day.items()
            for meeting in meetings
            if day not in self._days
            and meeting.status == "planned"
            and meeting.id not in self._taken
        ]
        likely: dict[datetime, Known] = {}
        for event in self._live if free else ():
            on = event.occurrence.on
            near = [
                plan
                for plan in free
                if abs(plan.on - on) <= NEAR and (on >= self._today or plan.on < self._today)
            ]
            if event.occurrence.start not in self._of and len(near) == 1:
                likely[event.occurrence.start] = near[0]
                free.remove(near[0])
        return likely

    def _cancelled(self) -> Iterator[Difference]:
        """Plans on the days of cancelled events, where no other event stands."""
        for event in self._off:
            occurrence = event.occurrence
            own = self._by_uid.get(occurrence.uid)
            plans = [own] if own else self._by_day.get(occurrence.on, ())
            for plan in plans:
                is_its_time = plan is own or plan.at in (None, occurrence.at)
                is_open = plan.status == "planned" and plan.id not in self._taken
                if is_open and is_its_time and plan.on not in self._days:
                    self._taken.add(plan.id)
                    yield Difference("cancelled", event, plan, sure=True)
                    break
