"""Snoozes: hiding an advisor, a promise or reviews from the morning list until a day."""

from __future__ import annotations

from datetime import date

from boardroom.errors import Refused
from boardroom.queries.people import standings
from boardroom.rules.day_format import format_day
from boardroom.rules.promises import check_open
from boardroom.rules.snoozes import check_active, check_until
from boardroom.rules.text import brief, clean
from boardroom.store.rows import Advisor, Promise, Snooze
from boardroom.store.work import Done, Work


def snooze_advisor(work: Work, advisor_id: int, *, until: date, why: str | None = None) -> Done:
    """Hides an active advisor's window until a day; today ends the snooze.

    Raises:
        BadInput: the day has passed, or the reason is not valid.
        Refused: the advisor is not active.
    """
    advisor = work.get(Advisor, advisor_id)
    check_active(advisor.handle, advisor.name, standings(work.connection)[advisor_id].status)
    snooze = Snooze(subject="meeting", advisor_id=advisor_id, snoozed_on=work.today, until_on=until)
    return _add(work, advisor.name, snooze, why)


def snooze_promise(work: Work, promise_id: int, *, until: date, why: str | None = None) -> Done:
    """Hides an open promise until a day; today ends the snooze. Its due day stays the same.

    Raises:
        NotFound: there is no such promise.
        BadInput: the day has passed, or the reason is not valid.
        Refused: it was kept or dropped.
    """
    promise = work.get(Promise, promise_id)
    check_open(promise.ref, promise.status, promise.done_on)
    snooze = Snooze(subject="promise", promise_id=promise_id, snoozed_on=work.today, until_on=until)
    return _add(work, f"{promise.ref} ({brief(promise.text)})", snooze, why)


def snooze_review(work: Work, *, until: date, why: str | None = None) -> Done:
    """Hides all due reviews, including the board's, until a day; today ends the snooze.

    Raises:
        BadInput: the day has passed, or the reason is not valid.
        Refused: nobody is on the board.
    """
    if all(standing.status != "active" for standing in standings(work.connection).values()):
        raise Refused(
            "Nobody is on the board, so there is no review to snooze.",
            'Start with: boardroom advisor add "NAME"',
        )
    snooze = Snooze(subject="review", snoozed_on=work.today, until_on=until)
    return _add(work, "the six-month review", snooze, why)


def end_snooze(work: Work, advisor_id: int, met_on: date) -> None:
    """Ends an advisor's snooze today, after a meeting held on `met_on` was stored.

    A meeting older than the last one does not end it.
    """
    current = _current(work, "meeting", advisor_id)
    if current is None:
        return
    later = work.connection.execute(
        "SELECT 1 FROM meeting WHERE advisor_id = ? AND status = 'held' AND met_on > ?",
        (advisor_id, met_on.isoformat()),
    )
    if later.fetchone() is None:
        # A new row, so that `due --as-of` knows the snooze as it was before.
        work.add(
            Snooze(
                subject="meeting",
                advisor_id=advisor_id,
                snoozed_on=work.today,
                until_on=work.today,
            )
        )


def _add(work: Work, subject: str, snooze: Snooze, why: str | None) -> Done:
    """Adds a snooze, unless the current one is the same, or there is none to end."""
    check_until(snooze.until_on, today=work.today)
    snooze.why = None if why is None else clean(why, what="reason")
    current = _current(work, snooze.subject, snooze.advisor_id, snooze.promise_id)
    ends = snooze.until_on == work.today
    before = None if current is None else (current.until_on, current.why)
    if before != (None if ends else (snooze.until_on, snooze.why)):
        work.add(snooze)
    return work.did(
        f"Ended the snooze of {subject}"
        if ends
        else f"Snoozed {subject} until {format_day(snooze.until_on)}"
    )


def _current(
    work: Work, subject: str, advisor_id: int | None, promise_id: int | None = None
) -> Snooze | None:
    """The current snooze of a subject.

    Only the newest counts, even if an older one would last longer.
    """
    snoozes = work.find(Snooze, subject=subject, advisor_id=advisor_id, promise_id=promise_id)
    newest = next((row for row in reversed(snoozes) if row.snoozed_on <= work.today), None)
    return newest if newest is not None and newest.until_on > work.today else None
