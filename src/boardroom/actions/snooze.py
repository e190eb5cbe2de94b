"""Leaving something off the morning list until a day."""

from __future__ import annotations

from datetime import date

from boardroom.models import Advisor, Promise, Snooze
from boardroom.queries.standings import standings
from boardroom.rules.advisor import optional
from boardroom.rules.promises import check_open
from boardroom.rules.snoozes import check_active, check_until
from boardroom.rules.spoken import spoken_day
from boardroom.rules.text import brief
from boardroom.store.work import Work


def snooze_advisor(work: Work, advisor_id: int, *, until: date, why: str | None = None) -> None:
    """Hides that an active advisor is to be seen until a day; a meeting held meanwhile ends it.

    Raises:
        BadInput: the day has passed, or the reason can't be kept.
        Refused: they are not active.
    """
    advisor = work.get(Advisor, advisor_id, "such person")
    check_active(advisor.handle, advisor.name, standings(work.connection)[advisor_id].status)
    _add(work, advisor.name, Snooze(subject="meeting", advisor_id=advisor_id, snoozed_on=work.today, until_on=until), why)


def snooze_promise(work: Work, promise_id: int, *, until: date, why: str | None = None) -> None:
    """Hides an open promise until a day; when it is due stays as it was.

    Raises:
        NotFound: there is no such promise.
        BadInput: the day has passed, or the reason can't be kept.
        Refused: it was kept.
    """
    promise = work.get(Promise, promise_id, f"promise p{promise_id}")
    check_open(f"p{promise_id}", promise.done_on)
    named = f"p{promise_id} ({brief(promise.text)})"
    _add(work, named, Snooze(subject="promise", promise_id=promise_id, snoozed_on=work.today, until_on=until), why)


def snooze_review(work: Work, *, until: date, why: str | None = None) -> None:
    """Hides every review that is due, the board's too, until a day.

    Raises:
        BadInput: the day has passed, or the reason can't be kept.
    """
    _add(work, "the six-month review", Snooze(subject="review", snoozed_on=work.today, until_on=until), why)


def _add(work: Work, named: str, snooze: Snooze, why: str | None) -> None:
    check_until(snooze.until_on, today=work.today)
    snooze.why = optional(why, "reason")
    work.add(snooze)
    work.summary = f"Woke {named}" if snooze.until_on == work.today else f"Snoozed {named} until {spoken_day(snooze.until_on)}"
