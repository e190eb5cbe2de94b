"""Leaving something off the morning list until a day, and having it back."""

from __future__ import annotations

from datetime import date

from sqlmodel import col, func, select

from boardroom.errors import Refused
from boardroom.models import Advisor, Meeting, Promise, Snooze
from boardroom.queries.lifecycle import standings
from boardroom.rules.day_format import format_day
from boardroom.rules.promises import check_open
from boardroom.rules.snoozes import check_active, check_until
from boardroom.rules.text import brief, clean
from boardroom.store.work import Work


def snooze_advisor(work: Work, advisor_id: int, *, until: date, why: str | None = None) -> None:
    """Hides that an active advisor is to be seen until a day; a meeting held meanwhile ends it.

    Raises:
        BadInput: the day has passed, or the reason can't be kept.
        Refused: they are not active.
    """
    advisor = work.get(Advisor, advisor_id)
    check_active(advisor.handle, advisor.name, standings(work.connection)[advisor_id].status)
    _add(
        work,
        advisor.name,
        Snooze(subject="meeting", advisor_id=advisor_id, snoozed_on=work.today, until_on=until),
        why,
    )


def snooze_promise(work: Work, promise_id: int, *, until: date, why: str | None = None) -> None:
    """Hides an open promise until a day; when it is due stays as it was.

    Raises:
        NotFound: there is no such promise.
        BadInput: the day has passed, or the reason can't be kept.
        Refused: it was kept.
    """
    promise = work.get(Promise, promise_id)
    check_open(f"p{promise_id}", promise.done_on)
    named = f"p{promise_id} ({brief(promise.text)})"
    _add(
        work,
        named,
        Snooze(subject="promise", promise_id=promise_id, snoozed_on=work.today, until_on=until),
        why,
    )


def snooze_review(work: Work, *, until: date, why: str | None = None) -> None:
    """Hides every review that is due, the board's too, until a day.

    Raises:
        BadInput: the day has passed, or the reason can't be kept.
        Refused: nobody is on the board.
    """
    if all(where.status != "active" for where in standings(work.connection).values()):
        raise Refused(
            "Nobody is on the board, so no review is to come.",
            'Begin with: boardroom advisor add "NAME"',
        )
    _add(
        work,
        "the six-month review",
        Snooze(subject="review", snoozed_on=work.today, until_on=until),
        why,
    )


def end_snooze(work: Work, advisor_id: int, met_on: date) -> None:
    """Ends today the snooze that hides an advisor who was met on a day, which is on file by now.

    A meeting that lies behind another is history that was filled in: it ends nothing.
    """
    held = select(func.max(Meeting.met_on)).where(
        Meeting.advisor_id == advisor_id, Meeting.status == "held"
    )
    running = _running(work, "meeting", advisor_id)
    if running is not None and met_on >= work.session.exec(held).one():
        running.until_on = work.today


def _add(work: Work, named: str, snooze: Snooze, why: str | None) -> None:
    """Puts a snooze on file, unless all is so already: it runs until just that day, or it is to be ended and none runs."""
    check_until(snooze.until_on, today=work.today)
    snooze.why = None if why is None else clean(why, what="reason")
    running = _running(work, snooze.subject, snooze.advisor_id, snooze.promise_id)
    wakes = snooze.until_on == work.today
    is_so = (
        running is None
        if wakes
        else running is not None
        and (running.until_on, running.why) == (snooze.until_on, snooze.why)
    )
    if is_so:
        return
    work.add(snooze)
    work.summary = (
        f"Woke {named}" if wakes else f"Snoozed {named} until {format_day(snooze.until_on)}"
    )


def _running(
    work: Work, subject: str, advisor_id: int | None, promise_id: int | None = None
) -> Snooze | None:
    """The snooze of the same thing that hides it today: the newest counts, for an older one may have been meant for longer."""
    of_it = (
        Snooze.subject == subject,
        Snooze.advisor_id == advisor_id,
        Snooze.promise_id == promise_id,
    )
    by_today = (
        select(Snooze)
        .where(*of_it, Snooze.snoozed_on <= work.today)
        .order_by(col(Snooze.id).desc())
    )
    newest = work.session.exec(by_today).first()
    return newest if newest is not None and newest.until_on > work.today else None
