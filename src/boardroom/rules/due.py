"""What the morning list holds, how severe each item is and in which order: the rules of `boardroom due`.

Facts in, items out; the words for them are `render`'s.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from boardroom.record import Record
from boardroom.rules.window_state import Clock
from boardroom.rules.windows import Span

SEVERITIES = ("overdue", "due", "soon")


class Active(Record):
    """An active advisor as the list sees them: two clocks, and what is booked or snoozed."""

    handle: str
    name: str
    seat: str | None
    window: str
    joined_on: date
    returned_on: date | None
    last_met_on: date | None
    booked_on: date | None
    snoozed_until: date | None
    seen: Clock
    reviewed_on: date | None
    review: Clock


class Planned(Record):
    """A planned meeting with anybody, and how many agenda items are open for it."""

    ref: str
    handle: str
    name: str
    on: date
    start_time: str | None
    way: str
    place: str | None
    agenda_count: int


class Paused(Record):
    """A pause that names its last day."""

    handle: str
    name: str
    until: date


class Asked(Record):
    """Somebody who was asked on a day, the last time, and has not answered."""

    handle: str
    name: str
    on: date


class Agreed(Record):
    """Until when an active advisor and the user agreed."""

    handle: str
    name: str
    until: date


class Promised(Record):
    """An open promise with a day, of `me` or `them`; `kind` is as on file, `text` in their words."""

    ref: str
    handle: str
    name: str
    by_whom: str
    kind: str
    text: str
    on: date


class Aimed(Record):
    """A day of an open goal: its own, or that of a step still to be taken, whose words `step` then holds; `name` is its title."""

    ref: str
    name: str
    step: str | None
    on: date


class Reviewing(Record):
    """Whom a review item stands for: the names of those due, in the order of their handles."""

    names: tuple[str, ...]
    clock: Clock
    of_board: bool = False


class Begun(Record):
    """A review left half done since a day: of one advisor, or (no `handle`) of the board; of how many of those it is about all is said."""

    handle: str | None
    name: str | None
    on: date
    done_count: int
    of_count: int


class Item(Record):
    """One thing to see to. `days` is `on` minus today; `about` holds the facts that its words are made of."""

    kind: str
    severity: str
    handle: str | None
    ref: str | None
    on: date
    days: int
    booked_on: date | None
    about: Active | Planned | Paused | Asked | Agreed | Promised | Aimed | Reviewing | Begun


def items(
    actives: Sequence[Active],
    planned: Iterable[Planned],
    pauses: Iterable[Paused],
    promises: Iterable[Promised],
    board: Clock | None,
    *,
    asks: Iterable[Asked] = (),
    agreements: Iterable[Agreed] = (),
    within: Span,
    agenda_notice: Span,
    agreement_notice: Span,
    ask_wait: Span,
    today: date,
    review_snoozed: bool = False,
    goals: Iterable[Aimed] = (),
    begun: Sequence[Begun] = (),
) -> list[Item]:
    """Everything to see to on `today`, the most severe first, then the longest late, then by handle; plans of a day as given."""
    horizon = within.after(today)
    found = [
        *_meetings(actives, horizon, today),
        *_plans(planned, horizon, agenda_notice.after(today), today),
        *_pauses(pauses, today),
        *_asks(asks, ask_wait, today),
        *_agreements(agreements, agreement_notice.after(today), today),
        *_promises(promises, horizon, today),
        *_goals(goals, horizon, today),
        *(() if review_snoozed else _reviews(actives, board, begun, horizon, today)),
    ]
    return sorted(
        found, key=lambda item: (SEVERITIES.index(item.severity), item.days, item.handle or "")
    )


def _meetings(actives: Iterable[Active], horizon: date, today: date) -> Iterable[Item]:
    for active in actives:
        severity = _severity(active.seen, horizon)
        if severity is None or active.snoozed_until is not None:
            continue
        on = active.seen.due_from if severity == "soon" else active.seen.due_by
        if active.booked_on is not None:
            severity = "soon"  # a booked advisor wants no other action, but stays listed
        yield Item(
            "meeting",
            severity,
            active.handle,
            None,
            on,
            (on - today).days,
            active.booked_on,
            active,
        )


def _plans(planned: Iterable[Planned], horizon: date, notice: date, today: date) -> Iterable[Item]:
    for plan in planned:
        if plan.on < today:
            yield _plan("unlogged", "due", plan, today)
            continue
        if plan.on <= notice and plan.agenda_count == 0:
            yield _plan("agenda", "due", plan, today)
        if plan.on == today or plan.on <= horizon:
            yield _plan("upcoming", "due" if plan.on == today else "soon", plan, today)


def _plan(kind: str, severity: str, plan: Planned, today: date) -> Item:
    return Item(kind, severity, plan.handle, plan.ref, plan.on, (plan.on - today).days, None, plan)


def _pauses(pauses: Iterable[Paused], today: date) -> Iterable[Item]:
    for pause in pauses:
        if pause.until <= today:
            yield Item(
                "pause",
                "due",
                pause.handle,
                None,
                pause.until,
                (pause.until - today).days,
                None,
                pause,
            )


def _asks(asks: Iterable[Asked], wait: Span, today: date) -> Iterable[Item]:
    """Those that have waited for longer than `wait`. Source: take no for an answer; always busy means look elsewhere (003, 004)."""
    for ask in asks:
        waited_until = wait.after(ask.on)
        if waited_until < today:
            yield Item(
                "ask", "due", ask.handle, None, waited_until, (waited_until - today).days, None, ask
            )


def _agreements(agreements: Iterable[Agreed], notice: date, today: date) -> Iterable[Item]:
    """Those that end by `notice`, or have ended. Source: agreed for a time, not open-ended (articles 002, 003)."""
    for each in agreements:
        if each.until <= notice:
            yield Item(
                "agreement",
                _by_day(each.until, today),
                each.handle,
                None,
                each.until,
                (each.until - today).days,
                None,
                each,
            )


def _by_day(on: date, today: date) -> str:
    return "overdue" if on < today else "due" if on == today else "soon"


def _promises(promises: Iterable[Promised], horizon: date, today: date) -> Iterable[Item]:
    """Mine before their day, on it and past it; theirs from their day on, and never worse than due: a gentle nudge."""
    for promise in promises:
        theirs = promise.by_whom == "them"
        severity = "due" if theirs and promise.on < today else _by_day(promise.on, today)
        if promise.on <= (today if theirs else horizon):
            yield Item(
                "promise",
                severity,
                promise.handle,
                promise.ref,
                promise.on,
                (promise.on - today).days,
                None,
                promise,
            )


def _goals(goals: Iterable[Aimed], horizon: date, today: date) -> Iterable[Item]:
    """A goal and each of its steps, by the day of its own."""
    for goal in goals:
        if goal.on <= horizon:
            yield Item(
                "goal",
                _by_day(goal.on, today),
                None,
                goal.ref,
                goal.on,
                (goal.on - today).days,
                None,
                goal,
            )


def _reviews(
    actives: Sequence[Active],
    board: Clock | None,
    begun: Sequence[Begun],
    horizon: date,
    today: date,
) -> Iterable[Item]:
    """Where the board itself is as near as any of its advisors, one item stands for all; one that is going on for all it is about."""
    for each in begun:
        clocks_of_it = [active.review for active in actives if each.handle in (None, active.handle)]
        if board and each.handle is None:
            clocks_of_it.append(board)
        pressing = "overdue" if any(clock.state == "overdue" for clock in clocks_of_it) else "due"
        yield Item(
            "review", pressing, each.handle, None, each.on, (each.on - today).days, None, each
        )
    if any(each.handle is None for each in begun):
        return
    actives = [active for active in actives if all(active.handle != each.handle for each in begun)]
    wanting = [
        (severity, active) for active in actives if (severity := _severity(active.review, horizon))
    ]
    of_board = board and _severity(board, horizon)
    if board and of_board:
        covered = [pair for pair in wanting if of_board != "soon" or pair[0] == "soon"]
        wanting = [pair for pair in wanting if pair not in covered]
        clocks = [(of_board, board), *((severity, active.review) for severity, active in covered)]
        worst, clock = min(clocks, key=lambda pair: (SEVERITIES.index(pair[0]), pair[1].due_by))
        names = tuple(
            active.name for severity, active in covered if severity != "soon" or of_board == "soon"
        )
        yield _review(worst, None, Reviewing(names, clock, of_board=True), today)
    for severity, active in wanting:
        yield _review(severity, active.handle, Reviewing((active.name,), active.review), today)


def _review(severity: str, handle: str | None, about: Reviewing, today: date) -> Item:
    on = about.clock.due_from if severity == "soon" else about.clock.due_by
    return Item("review", severity, handle, None, on, (on - today).days, None, about)


def _severity(clock: Clock, horizon: date) -> str | None:
    return (
        clock.state if clock.state != "on_track" else "soon" if clock.due_from <= horizon else None
    )
