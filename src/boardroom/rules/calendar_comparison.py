"""Compares the events of a calendar with the meetings of the board, and says what differs.

An event of a past day is a meeting that was held; one of today or later is one to come. Whatever
the board has on an event's day with that person is the same meeting, because some calendars give
an event another UID at each export.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, date, timedelta

from boardroom.record import Record
from boardroom.rules.calendar_events import Contact, Occurrence
from boardroom.rules.names import fold

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
    """What “never this series” is remembered by: its UID, and whose it is with its title."""
    return event.occurrence.uid, f"{event.contact.uid} {fold(event.occurrence.title)}"


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

    def __init__(self, events: Sequence[Attended], meetings: Sequence[Known], today: date) -> None:
        self._today = today
        ordered = sorted(events, key=lambda event: event.occurrence.start)
        self._live = [event for event in ordered if not event.occurrence.is_cancelled]
        self._off = [event for event in ordered if event.occurrence.is_cancelled]
        # A meeting that was called off here stands for an event only where no other does.
        self._meetings = sorted(meetings, key=lambda known: known.status not in ("planned", "held"))
        self._of: dict[Attended, Known] = {}

    def differences(self) -> Iterator[Difference]:
        """What differs."""
        for matches in (_is_own, _is_same_time, _is_same_day, _is_where_it_was):
            self._pair(matches)
        days = {event.occurrence.on for event in self._live}
        likely = self._likely_moves(days)
        series: set[str] = set()
        for event in self._live:
            occurrence = event.occurrence
            is_past = occurrence.on < self._today
            is_later = not is_past and occurrence.is_series and occurrence.uid in series
            if not is_past:
                series.add(occurrence.uid)
            plan = self._of.get(event)
            if plan is not None:
                yield from self._of_plan(event, plan, sure=True)
            elif is_later:
                continue  # of a series, the next one is enough to plan
            elif event in likely:
                yield from self._of_plan(event, likely[event], sure=False)
            else:
                kind = "held" if is_past else "unplanned"
                yield Difference(kind, event, None, event.sure)
        yield from self._cancelled(days)

    def _pair(self, matches: _Test) -> None:
        taken = set(self._of.values())
        for event in self._live:
            if event in self._of:
                continue
            for meeting in self._meetings:
                if meeting not in taken and matches(event.occurrence, meeting):
                    self._of[event] = meeting
                    taken.add(meeting)
                    break

    def _of_plan(self, event: Attended, plan: Known, *, sure: bool) -> Iterator[Difference]:
        """What differs between an event and its meeting on file; nothing if that is closed."""
        occurrence = event.occurrence
        if plan.status != "planned":
            return
        if occurrence.on < self._today:
            yield Difference("held", event, plan, sure)
        elif (plan.on, plan.at) != (occurrence.on, occurrence.at):
            yield Difference("moved", event, plan, sure)

    def _likely_moves(self, days: Collection[date]) -> dict[Attended, Known]:
        """Events without a meeting, each with the only plan near it that has no event."""
        taken = set(self._of.values())
        free = [
            meeting
            for meeting in self._meetings
            if meeting.status == "planned" and meeting not in taken and meeting.on not in days
        ]
        likely: dict[Attended, Known] = {}
        for event in self._live:
            on = event.occurrence.on
            near = [
                plan
                for plan in free
                if abs(plan.on - on) <= NEAR and (on >= self._today or plan.on < self._today)
            ]
            if event not in self._of and len(near) == 1:
                likely[event] = near[0]
                free.remove(near[0])
        return likely

    def _cancelled(self, days: Collection[date]) -> Iterator[Difference]:
        taken = set(self._of.values())
        for event in self._off:
            for plan in self._meetings:
                if (
                    plan.status == "planned"
                    and plan not in taken
                    and plan.on not in days
                    and (
                        _is_own(event.occurrence, plan)
                        or (
                            plan.on == event.occurrence.on
                            and plan.at in (None, event.occurrence.at)
                        )
                    )
                ):
                    taken.add(plan)
                    yield Difference("cancelled", event, plan, sure=True)
                    break


def _is_own(occurrence: Occurrence, meeting: Known) -> bool:
    """Whether an event is a meeting of this board that came back from another calendar."""
    return occurrence.uid == f"{meeting.uid}{_OWN}"


def _is_same_time(occurrence: Occurrence, meeting: Known) -> bool:
    return (meeting.on, meeting.at) == (occurrence.on, occurrence.at)


def _is_same_day(occurrence: Occurrence, meeting: Known) -> bool:
    return meeting.on == occurrence.on


def _is_where_it_was(occurrence: Occurrence, meeting: Known) -> bool:
    """Whether a meeting is planned where a series had the event before it was moved."""
    return meeting.status == "planned" and meeting.on == occurrence.was_on


TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    _Test = Callable[[Occurrence, Known], bool]
