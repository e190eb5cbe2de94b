"""Compares the events of a calendar with the meetings of the board, and says what differs.

An event that has passed is a meeting that was held; any other is one to come. Whatever the board
has on an event's day with that person is the same meeting, because some calendars give an event
another UID at each export. An event where a plan stood before the user moved that here is the same
meeting too, and says nothing: the calendar has not followed yet.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from boardroom.rules.calendar_differences import (
    ANSWERS,
    Attended,
    Difference,
    Known,
    answer_key,
    series_keys,
)
from boardroom.rules.calendar_events import Occurrence
from boardroom.rules.calendar_pairs import Pairs
from boardroom.rules.day_format import to_utc

NEAR = timedelta(days=7)
"""How far from its plan a meeting may be found in the calendar."""
LATE = timedelta(days=2)
"""How far from its day a meeting may be logged by mistake."""
_MOVED = "moved"


def differences(
    events: Iterable[Attended],
    meetings: Iterable[Known],
    answers: Mapping[tuple[str, str | None], str],
    *,
    today: date,
    now: datetime | None = None,
) -> list[Difference]:
    """What differs, the earliest first, without what was answered before.

    `answers` are those given before, by their keys. An event of `today` has passed if it ended
    before `now`; if that is None, none has.
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
        for difference in _Comparison(
            theirs, on_file.get(person_id, ()), answers, today=today, now=now
        ).differences()
    ]
    return sorted(
        found, key=lambda one: (one.event.occurrence.start, one.event.contact.named.handle)
    )


class _Comparison:
    """Compares the events and the meetings with one person."""

    def __init__(
        self,
        events: Sequence[Attended],
        meetings: Iterable[Known],
        answers: Mapping[tuple[str, str | None], str],
        *,
        today: date,
        now: datetime | None,
    ) -> None:
        self._answers, self._today, self._now = answers, today, now
        # The same meeting in two calendars is one; the surer event stands for both.
        once: dict[tuple[datetime, bool], Attended] = {}
        for event in sorted(events, key=lambda event: (event.occurrence.start, not event.sure)):
            once.setdefault((event.occurrence.start, event.occurrence.is_cancelled), event)
        self._live = [event for event in once.values() if not event.occurrence.is_cancelled]
        self._off = [event for event in once.values() if event.occurrence.is_cancelled]
        self._pairs = Pairs(self._live, meetings, answers)

    def differences(self) -> Iterator[Difference]:
        """What differs and was not answered before."""
        return (one for one in self._all() if not self._is_answered(one))

    def _all(self) -> Iterator[Difference]:
        yield from self._cancelled()
        likely = self._likely_moves()
        logged = self._pairs.alone("held")
        series: set[str] = set()
        for event in self._live:
            occurrence = event.occurrence
            is_past = self._is_past(occurrence)
            is_later = not is_past and occurrence.is_series and occurrence.uid in series
            if not is_past:
                series.add(occurrence.uid)
            plan = self._pairs.of(occurrence)
            if plan is not None:
                yield from self._of_plan(event, plan, sure=True)
            elif is_later:
                continue  # of a series, the next one is enough to plan
            elif occurrence.start in likely:
                yield from self._of_plan(event, likely[occurrence.start], sure=False)
            elif is_past:
                near = next((one for one in logged if abs(one.on - occurrence.on) <= LATE), None)
                yield Difference("held", event, None, event.sure and near is None, near)
            else:
                yield Difference("unplanned", event, None, event.sure)
        yield from self._left_behind({plan.id for plan in likely.values()})

    def _is_past(self, occurrence: Occurrence) -> bool:
        if occurrence.on != self._today:
            return occurrence.on < self._today
        if self._now is None or occurrence.at is None:
            return False
        return occurrence.start + timedelta(minutes=occurrence.minutes or 0) <= self._now

    def _is_answered(self, difference: Difference) -> bool:
        """Whether it was answered before.

        A move that was taken is not, if another calendar's move brought the plan away since. What
        was left as a move is not asked about as a plan.
        """
        answer = self._answers.get(difference.key)
        if answer is None and difference.kind == "unplanned":
            event = difference.event
            answer = self._answers.get(answer_key(event, event.occurrence.start, _MOVED))
        if answer == ANSWERS[_MOVED] and difference.plan is not None:
            return not self._was_put_by_calendar(difference.event, difference.plan)
        return answer is not None

    def _was_asked_about(self, event: Attended) -> bool:
        """Whether an event was found to be held or not planned, and that was answered."""
        keys = (answer_key(event, event.occurrence.start, kind) for kind in ("held", "unplanned"))
        return any(key in self._answers for key in keys)

    def _was_put_by_calendar(self, event: Attended, plan: Known) -> bool:
        """Whether a plan stands where a calendar had moved it."""
        start = _start(plan)
        if start is None:
            return False
        return self._answers.get(answer_key(event, start, _MOVED)) == ANSWERS[_MOVED]

    def _of_plan(self, event: Attended, plan: Known, *, sure: bool) -> Iterator[Difference]:
        """What differs between an event and its meeting on file; nothing if that is closed."""
        occurrence = event.occurrence
        if plan.status != "planned" or self._was_moved_here(event, plan):
            return
        is_there = plan.on == occurrence.on and occurrence.at in (None, plan.at)
        is_sure = sure and (is_there or event.sure or self._pairs.is_made_of(occurrence, plan))
        if self._is_past(occurrence):
            # An event of our own, where it was put, says no more than the plan did.
            says_more = not (is_there and self._pairs.is_own(occurrence, plan))
            yield Difference("held", event, plan, is_sure and says_more)
        elif not is_there:
            yield Difference(_MOVED, event, plan, is_sure)

    def _was_moved_here(self, event: Attended, plan: Known) -> bool:
        """Whether an event is where its plan stood before the user moved that.

        One of our own is, if its calendar was written before that; else it was moved back there.
        """
        occurrence = event.occurrence
        if self._pairs.is_own(occurrence, plan):
            was_there = (occurrence.on, occurrence.at) in plan.places
            return was_there and occurrence.sequence < plan.changes_count
        if plan.on == occurrence.on:
            was_there = plan.at != occurrence.at and (occurrence.on, occurrence.at) in plan.places
        else:
            was_there = any(day == occurrence.on for day, _ in plan.places)
        return was_there and not self._was_put_by_calendar(event, plan)

    def _likely_moves(self) -> dict[datetime, Known]:
        """The only plan near an event without a meeting that has no event itself, by its start.

        An event that was left, or planned and cancelled since, is no other plan's.
        """
        free = self._pairs.alone("planned")
        likely: dict[datetime, Known] = {}
        for event in self._live if free else ():
            on = event.occurrence.on
            is_to_come = not self._is_past(event.occurrence)
            near = [
                plan
                for plan in free
                if abs(plan.on - on) <= NEAR and (is_to_come or plan.on < self._today)
            ]
            is_new = self._pairs.of(event.occurrence) is None and not self._was_asked_about(event)
            if is_new and len(near) == 1:
                likely[event.occurrence.start] = near[0]
                free.remove(near[0])
        return likely

    def _cancelled(self) -> Iterator[Difference]:
        """The plans that cancelled events are; one that was moved here since, only likely."""
        for event in self._off:
            for plan in self._pairs.called_off(event.occurrence):
                was_moved = self._was_moved_here(event, plan)
                if not (was_moved and self._pairs.is_own(event.occurrence, plan)):
                    self._pairs.take(plan)
                    yield Difference("cancelled", event, plan, sure=not was_moved)
                    break

    def _left_behind(self, moved: Collection[int]) -> Iterator[Difference]:
        """Plans of a series that ends before them now, or had them left out."""
        of_series = {
            event.occurrence.uid: event
            for event in (*self._off, *self._live)
            if event.occurrence.is_series
        }
        for plan, uid in self._pairs.left_behind(of_series) if of_series else ():
            start = _start(plan)
            if plan.id not in moved and start is not None and plan.on >= self._today:
                event = of_series[uid]
                there = event.occurrence._replace(
                    start=start, on=plan.on, at=plan.at, was_on=None, is_cancelled=False
                )
                yield Difference("cancelled", event._replace(occurrence=there), plan, sure=False)


def _start(plan: Known) -> datetime | None:
    """The instant a plan begins at; None if that is none of this computer's."""
    try:
        return to_utc(plan.on, plan.at or "00:00")
    except (ValueError, OverflowError, OSError):
        return None
