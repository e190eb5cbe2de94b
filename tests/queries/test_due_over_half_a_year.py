"""Half a year, morning by morning: the list against an oracle, and `--as-of` against what was shown."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta

from boardroom.actions.agreements import agree
from boardroom.actions.done import mark_done
from boardroom.actions.lifecycle import take_step
from boardroom.actions.logging import log_meeting
from boardroom.actions.meetings import cancel_meeting, miss_meeting, move_meeting, plan_meeting
from boardroom.actions.new_promises import add_promise
from boardroom.actions.snooze import snooze_advisor
from boardroom.queries.due import DueView
from boardroom.rules.dates import Moment
from boardroom.rules.due_items import SEVERITIES
from tests.boards import Board

FIRST = date(2026, 1, 5)
DAYS = 182
SOON = timedelta(days=14)

Line = tuple[str, str, str | None, str | None]


@dataclass
class Person:
    """What the oracle knows of somebody, as of today."""

    row_id: int
    handle: str
    joined_on: date
    status: str = "active"
    returned_on: date | None = None
    paused_until: date | None = None
    held: set[date] = field(default_factory=set)
    plans: dict[int, date] = field(default_factory=dict)
    promises: dict[int, tuple[str, date]] = field(default_factory=dict)
    agreement_until: date | None = None
    snoozed: tuple[date, date] | None = None
    reviewed_on: date | None = None

    @property
    def since(self) -> date:
        return self.returned_on or self.joined_on


class Life:
    """A board, what happened on it by the actions, and what the specification makes of that."""

    def __init__(self, board: Board, seed: int) -> None:
        self.board = board
        self.chance = random.Random(seed)  # noqa: S311  a test's own
        self.today = FIRST
        self.people: list[Person] = []
        self.board_reviewed_on: date | None = None
        self.changed_past: set[date] = set()
        board.setting("thanks", "off")
        for name in ("Ana Lima", "Marcus Ojo", "Tom Berg"):
            joined = FIRST - timedelta(days=self.chance.randrange(30, 160))
            row_id = board.advisor(name, joined=joined.isoformat(), today=FIRST)
            self.people.append(Person(row_id, name.split()[0].lower(), joined))

    def live_a_day(self, *, backdated: bool) -> None:
        """Up to two things happen, most of them with somebody in a state for it."""
        events: list[Callable[[Person], None]] = [
            self.plan, self.plan, self.move, self.cancel, self.miss, self.log_plan, self.log_plan,
            self.log, self.pause, self.resume, self.resume, self.promise, self.keep, self.keep,
            self.agree, self.snooze, self.review,
        ]  # fmt: skip
        if backdated:
            events += [self.log_back, self.log_back]
        for _ in range(self.chance.choice((0, 0, 1, 1, 2))):
            self.chance.choice(events)(self.chance.choice(self.people))

    def ahead(self, most: int) -> date:
        return self.today + timedelta(days=self.chance.randrange(most))

    def plan(self, person: Person) -> None:
        on = self.ahead(70)
        if on not in person.plans.values():
            with self.board.change(self.today) as work:
                row_id = plan_meeting(work, person.row_id, Moment(on, None)).id
            person.plans[row_id] = on

    def move(self, person: Person) -> None:
        for row_id in list(person.plans)[:1]:
            person.plans[row_id] = self.ahead(40)
            with self.board.change(self.today) as work:
                move_meeting(work, row_id, Moment(person.plans[row_id], None))

    def cancel(self, person: Person) -> None:
        for row_id in list(person.plans)[:1]:
            del person.plans[row_id]
            with self.board.change(self.today) as work:
                cancel_meeting(work, row_id)

    def miss(self, person: Person) -> None:
        for row_id, on in list(person.plans.items()):
            if on <= self.today:
                del person.plans[row_id]
                with self.board.change(self.today) as work:
                    miss_meeting(work, row_id)
                return

    def log_plan(self, person: Person) -> None:
        """Logs the first plan whose day has come as held today."""
        for row_id, on in list(person.plans.items()):
            if on <= self.today:
                del person.plans[row_id]
                self._log(person, self.today, row_id)
                return

    def log(self, person: Person) -> None:
        if self.today not in person.plans.values():
            self._log(person, self.today)

    def log_back(self, person: Person) -> None:
        """Logs a meeting of an earlier day, perhaps of one on which it was planned."""
        on = self.today - timedelta(days=self.chance.randrange(1, 25))
        planned = [row_id for row_id, day in person.plans.items() if day == on]
        if on < FIRST:
            return
        for row_id in planned:
            del person.plans[row_id]
        self._log(person, on, planned[0] if planned else None)
        days = (self.today - on).days
        self.changed_past |= {on + timedelta(days=day) for day in range(days)}

    def _log(self, person: Person, on: date, row_id: int | None = None) -> None:
        with self.board.change(self.today) as work:
            log_meeting(work, person.row_id, on=Moment(on, None), meeting_id=row_id)
        if person.snoozed and on >= max(person.held, default=on):
            person.snoozed = None
        person.held.add(on)

    def pause(self, person: Person) -> None:
        until = self.chance.choice(
            (None, self.today + timedelta(days=self.chance.randrange(1, 30)))
        )
        with self.board.change(self.today) as work:
            take_step(work, person.row_id, "paused", until=until)
        person.status, person.paused_until = "paused", until

    def resume(self, person: Person) -> None:
        if person.status == "paused":
            with self.board.change(self.today) as work:
                take_step(work, person.row_id, "active")
            person.status, person.paused_until, person.returned_on = "active", None, self.today

    def promise(self, person: Person) -> None:
        by_whom, due_on = self.chance.choice(("me", "them")), self.ahead(30)
        with self.board.change(self.today) as work:
            row_id = add_promise(
                work, person.row_id, f"Ask {self.today}", by_whom=by_whom, due_on=due_on
            ).id
        person.promises[row_id] = by_whom, due_on

    def keep(self, person: Person) -> None:
        for row_id in list(person.promises)[:1]:
            del person.promises[row_id]
            with self.board.change(self.today) as work:
                mark_done(work, promise_ids=[row_id])

    def agree(self, person: Person) -> None:
        person.agreement_until = self.chance.choice((None, self.ahead(50)))
        with self.board.change(self.today) as work:
            agree(work, person.row_id, until_on=person.agreement_until or "")

    def snooze(self, person: Person) -> None:
        if person.status == "active":
            until = self.today + timedelta(days=self.chance.randrange(1, 20))
            with self.board.change(self.today) as work:
                snooze_advisor(work, person.row_id, until=until)
            person.snoozed = self.today, until

    def review(self, _: Person) -> None:
        active = [person for person in self.people if person.status == "active"]
        if active and self.chance.random() < 0.1:
            on = self.today.isoformat()
            ids = {self.board.answer(person.row_id, on=on) for person in active}
            self.board.complete(ids.pop(), on=on)
            for person in active:
                person.reviewed_on = self.today
            self.board_reviewed_on = self.today

    def expected(self) -> list[Line]:
        """The items that the specification wants today, but for those of reviews."""
        lines = [
            line
            for person in self.people
            for line in (
                *self._plans(person),
                *self._promises(person),
                *(self._paused(person) if person.status == "paused" else self._active(person)),
            )
        ]
        return sorted(lines, key=str)

    def _plans(self, person: Person) -> Iterator[Line]:
        for row_id, on in person.plans.items():
            ref, days = f"m{row_id}", (on - self.today).days
            if days < 0:
                yield "unlogged", "due", person.handle, ref
            if 0 <= days <= 3:
                yield "agenda", "due", person.handle, ref
            if 0 <= days <= 14:
                yield "upcoming", "soon" if days else "due", person.handle, ref

    def _promises(self, person: Person) -> Iterator[Line]:
        for row_id, (by_whom, on) in person.promises.items():
            if by_whom == "me" and on <= self.today + SOON:
                yield "promise", self._by_day(on), person.handle, f"p{row_id}"
            if by_whom == "them" and on <= self.today:
                yield "promise", "due", person.handle, f"p{row_id}"

    def _paused(self, person: Person) -> Iterator[Line]:
        if person.paused_until and person.paused_until <= self.today:
            yield "pause", "due", person.handle, None

    def _active(self, person: Person) -> Iterator[Line]:
        until = person.agreement_until
        if until and until <= self.today + timedelta(days=30):
            yield "agreement", self._by_day(until), person.handle, None
        severity = self._seen(
            person, sorted(on for on in person.plans.values() if on >= self.today)
        )
        if severity:
            yield "meeting", severity, person.handle, None

    def expected_reviews(self) -> set[Line] | None:
        """The review items that the specification wants; None where it leaves them open."""
        starts = {
            person.handle: max(person.reviewed_on or person.joined_on, person.since)
            for person in self.people
            if person.status == "active"
        }
        if not starts:
            return set()
        board = self._review_state(self.board_reviewed_on or min(starts.values()))
        states = [self._review_state(start) for start in starts.values()]
        if board in ("overdue", "due"):
            worst = "overdue" if "overdue" in (board, *states) else "due"
            return {("review", worst, None, None)}
        return None

    def _review_state(self, start: date) -> str:
        if self.today > start + relativedelta(months=12):
            return "overdue"
        return "due" if self.today >= start + relativedelta(months=6) else "on track"

    def _seen(self, person: Person, bookings: list[date]) -> str | None:
        last = max(person.held, default=None)
        base = max(day for day in (last, person.since) if day)
        due_from = base
        if last is not None and base in (last, person.returned_on):
            due_from = max(base, last + timedelta(weeks=4))
        due_by = base + timedelta(weeks=6)
        snooze = person.snoozed
        if snooze and snooze[1] > self.today and (last is None or last <= snooze[0]):
            return None
        state = "overdue" if self.today > due_by else "due" if self.today >= due_from else "soon"
        if due_from > self.today + SOON:
            return None
        in_time = bookings and bookings[0] <= max(due_by, self.today + SOON)
        return "soon" if in_time else state

    def _by_day(self, on: date) -> str:
        return "overdue" if on < self.today else "due" if on == self.today else "soon"


def lived(board: Board, seed: int, *, backdated: bool) -> tuple[Life, dict[date, DueView]]:
    """Half a year, each morning checked; and the list at the end of each day."""
    life, evenings = Life(board, seed), {}
    for _ in range(DAYS):
        morning = board.due(today=life.today)
        check(life, morning)
        life.live_a_day(backdated=backdated)
        evenings[life.today] = board.due(today=life.today)
        life.today += timedelta(days=1)
    return life, evenings


def check(life: Life, view: DueView) -> None:
    """Compares a morning's items with the oracle's, and its entries with the rules for them."""
    lines = [(item.kind, item.severity, item.handle, item.ref) for item in view.items]
    others = sorted((line for line in lines if line[0] != "review"), key=str)
    assert (life.today, others) == (life.today, life.expected())
    reviews = life.expected_reviews()
    if reviews is not None:
        assert (life.today, {line for line in lines if line[0] == "review"}) == (
            life.today,
            reviews,
        )
    assert sorted(place for entry in view.entries for place in entry.items) == [*range(len(lines))]
    assert len({(entry.handle, entry.goal) for entry in view.entries}) == len(view.entries)
    ahead = [entry.meets_first is not None for entry in view.entries]
    assert ahead == sorted(ahead, reverse=True)
    rest = [entry for entry in view.entries if entry.meets_first is None]
    ranks = [SEVERITIES.index(entry.severity) for entry in rest]
    assert ranks == sorted(ranks)
    assert sum(view.counts.values()) == len(view.entries)


@pytest.mark.parametrize("seed", range(2))
def test_each_past_day_is_shown_as_it_was(board: Board, seed: int) -> None:
    _, evenings = lived(board, seed, backdated=False)

    for day, view in evenings.items():
        assert board.due(today=day, in_past=True) == view, day


def test_past_days_about_which_nothing_was_entered_later_are_shown_as_they_were(
    board: Board,
) -> None:
    life, evenings = lived(board, 7, backdated=True)

    assert life.changed_past
    for day, view in evenings.items():
        if day not in life.changed_past:
            assert board.due(today=day, in_past=True) == view, day
