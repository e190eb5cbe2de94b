"""Advice: keeping it, saying what came of it, and noting that who gave it was told."""

from __future__ import annotations

from datetime import date

from boardroom.errors import Refused
from boardroom.models import Advice, Advisor
from boardroom.rules import advice as rule
from boardroom.rules.advisor import optional
from boardroom.rules.past import check_come
from boardroom.rules.text import brief, clean
from boardroom.store.work import Work


def note_advice(
    work: Work, advisor_id: int, text: str, *, on: date | None = None, meeting_id: int | None = None
) -> int:
    """Keeps what somebody said to do or think, today where `on` is None; returns the row id.

    Raises:
        BadInput: the text can't be kept, or the day is ahead.
    """
    advisor = work.get(Advisor, advisor_id)
    advice = Advice(
        advisor_id=advisor_id,
        text=clean(text, what="advice"),
        given_on=on or work.today,
        meeting_id=meeting_id,
    )
    check_come(advice.given_on, "said", today=work.today)
    work.add(advice)
    work.summary = f"Noted {_ref(advice)} from {advisor.name}: {brief(advice.text)}"
    assert advice.id is not None  # it has been flushed
    return advice.id


def set_outcome(
    work: Work, advice_id: int, status: str, *, outcome: str | None = None, on: date | None = None
) -> None:
    """Says what came of advice, today where `on` is None, so that there is something to report back again.

    `outcome` is how it went. What was said of another outcome goes with it.

    Raises:
        NotFound: there is no such advice.
        BadInput: that is nothing that comes of advice, the text can't be kept, or the day is ahead or before the advice.
        Refused: just that came of it already.
    """
    advice = _advice(work, advice_id)
    became = rule.outcome_of(status)
    rule.check_step(_ref(advice), advice.status, became)
    advice.outcome = None if outcome is None else clean(outcome, what="outcome")
    advice.status, advice.outcome_on, advice.reported_on = became, on or work.today, None
    _check_days(work, advice)
    work.summary = f"Marked {_named(work, advice)} as “{rule.said(became)}”: {brief(advice.text)}"


def report_back(work: Work, advice_id: int, *, on: date | None = None) -> None:
    """Notes that who gave the advice was told what came of it, today where `on` is None; another day corrects the one on file.

    Raises:
        NotFound: there is no such advice.
        Refused: nothing came of it yet, or they were told already.
        BadInput: the day is ahead, or before the advice.
    """
    advice = _advice(work, advice_id)
    rule.check_report(_ref(advice), advice.status, advice.reported_on, on)
    advice.reported_on = on or work.today
    _check_days(work, advice)
    name = work.get(Advisor, advice.advisor_id).name
    work.summary = f"Reported {_ref(advice)} back to {name}, “{rule.said(advice.status)}”: {brief(advice.text)}"


def edit_advice(
    work: Work,
    advice_id: int,
    *,
    text: str | None = None,
    on: date | None = None,
    outcome: str | None = None,
) -> None:
    """Corrects what is given of advice, which opens no loop; an empty outcome takes it away.

    Raises:
        NotFound: there is no such advice.
        BadInput: a text can't be kept, or the day is ahead or after what came of the advice.
        Refused: nothing came of it yet, and an outcome is given.
    """
    advice = _advice(work, advice_id)
    if text is not None:
        advice.text = clean(text, what="advice")
    if outcome and advice.status == "new":
        raise Refused(
            f"{_ref(advice)} is still new, so nothing came of it yet.",
            f"Say what came of it: boardroom advice outcome {_ref(advice)} worked TEXT",
        )
    if outcome is not None:
        advice.outcome = optional(outcome, "outcome")
    if on is not None:
        advice.given_on = on
        _check_days(work, advice)
    work.summary = f"Changed {_named(work, advice)}: {brief(advice.text)}"


def remove_advice(work: Work, advice_id: int) -> None:
    """Takes advice off file.

    Raises:
        NotFound: there is no such advice.
    """
    advice = _advice(work, advice_id)
    work.summary = f"Removed {_named(work, advice)}: {brief(advice.text)}"
    work.session.delete(advice)


def _check_days(work: Work, advice: Advice) -> None:
    rule.check_days(
        _ref(advice), advice.given_on, advice.outcome_on, advice.reported_on, today=work.today
    )


def _named(work: Work, advice: Advice) -> str:
    return f"{_ref(advice)} from {work.get(Advisor, advice.advisor_id).name}"


def _advice(work: Work, advice_id: int) -> Advice:
    return work.get(Advice, advice_id)


def _ref(advice: Advice) -> str:
    return f"v{advice.id}"
