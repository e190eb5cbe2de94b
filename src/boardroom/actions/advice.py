"""Advice: noting it, setting its outcome, and reporting the outcome back to the advisor."""

from __future__ import annotations

from datetime import date

from boardroom.actions.on_file import advice_on_file
from boardroom.actions.privacy import edited_fields, set_private
from boardroom.errors import Refused
from boardroom.queries.private import is_private
from boardroom.rules import advice as rule
from boardroom.rules.calendar import check_not_future
from boardroom.rules.fields import format_edit
from boardroom.rules.ids import ADVICE
from boardroom.rules.text import brief, clean, optional
from boardroom.store.rows import Advice, Advisor
from boardroom.store.work import Done, Work


def note_advice(
    work: Work,
    advisor_id: int,
    text: str,
    *,
    on: date | None = None,
    meeting_id: int | None = None,
    private: bool | None = None,
) -> Done:
    """Notes advice given on a day (default: today), unless that of the day has the same words.

    Raises:
        NotFound: there is no such advisor.
        BadInput: the text is not valid, or the day is in the future.
        Refused: the advice on file has another privacy.
    """
    advisor = work.get(Advisor, advisor_id)
    cleaned = clean(text, what=ADVICE.noun)
    given_on = on or work.today
    check_not_future(given_on, "said", today=work.today)
    known = advice_on_file(
        work,
        advisor,
        cleaned,
        on=given_on,
        meeting_id=meeting_id,
        private=private,
        fields=rule.FIELDS,
    )
    if known is not None:
        return work.did(
            f"Noted {known.ref}{rule.whose(advisor.name, advisor.role)} before", known.id
        )
    advice = work.add(
        Advice(advisor_id=advisor_id, text=cleaned, given_on=given_on, meeting_id=meeting_id)
    )
    set_private(work, advice, private=private)
    whose = rule.whose(advisor.name, advisor.role)
    return work.did(f"Noted {advice.ref}{whose}: {brief(cleaned)}", advice.id)


def set_outcome(
    work: Work, advice_id: int, status: str, *, outcome: str | None = None, on: date | None = None
) -> Done:
    """Sets the status and outcome of advice, on a day (default: today).

    This replaces an earlier outcome, which may have to be reported again. A mentee's outcome
    counts as reported at once: it is they who told it.

    Raises:
        NotFound: there is no such advice.
        BadInput: there is no such status, the text is not valid, or the day is in the future or
            before the advice.
        Refused: it already has that status.
    """
    advice = work.get(Advice, advice_id)
    status = rule.parse_outcome(status)
    rule.check_step(advice.ref, advice.status, status)
    advice.outcome = None if outcome is None else clean(outcome, what="outcome")
    advice.status, advice.outcome_on = status, on or work.today
    role = work.get(Advisor, advice.advisor_id).role
    advice.reported_on = rule.told_on(role, status, advice.outcome_on)
    _check_days(work, advice)
    return work.did(
        f"Marked {_name(work, advice)} as “{rule.status_words(status)}”: {brief(advice.text)}",
        advice.id,
    )


def report_back(work: Work, advice_id: int, *, on: date | None = None) -> Done:
    """Marks an outcome as reported back to the advisor, on a day (default: today).

    An explicit day replaces the day of an earlier report.

    Raises:
        NotFound: there is no such advice.
        Refused: there is no outcome yet; it was already reported, and no day is given; or it is
            the user's own advice to a mentee.
        BadInput: the day is in the future, or before the advice.
    """
    advice = work.get(Advice, advice_id)
    advisor = work.get(Advisor, advice.advisor_id)
    rule.check_is_theirs(advice.ref, advisor.name, advisor.role)
    rule.check_report(advice.ref, advice.status, advice.reported_on, on)
    advice.reported_on = on or work.today
    _check_days(work, advice)
    name = advisor.name
    status = rule.status_words(advice.status)
    return work.did(
        f"Reported {advice.ref} back to {name}, “{status}”: {brief(advice.text)}", advice.id
    )


def edit_advice(
    work: Work,
    advice_id: int,
    *,
    text: str | None = None,
    given_on: date | None = None,
    outcome: str | None = None,
    private: bool | None = None,
) -> Done:
    """Changes the given fields; an empty outcome clears it. Status and report stay the same.

    Raises:
        NotFound: there is no such advice.
        BadInput: a text is not valid, or the day is in the future or after the outcome.
        Refused: a text of the outcome is given, but the advice has no status yet.
    """
    advice = work.get(Advice, advice_id)
    was_private = is_private(work.connection, Advice.TABLE, advice_id)
    if text is not None:
        advice.text = clean(text, what=ADVICE.noun)
    if outcome and advice.status == "new":
        raise Refused(
            f"{advice.ref} has no outcome yet.",
            f"Set its outcome first: boardroom advice outcome {advice.ref} worked TEXT",
        )
    if outcome is not None:
        advice.outcome = optional(outcome, "outcome")
    if given_on is not None:
        advice.given_on = given_on
        _check_days(work, advice)
    set_private(work, advice, private=private)
    changes = edited_fields(work, advice, rule.FIELDS, was_private=was_private)
    return work.did(
        format_edit(advice.ref, advice.text, _whose(work, advice), changes),
        advice.id,
        changes=changes,
    )


def remove_advice(work: Work, advice_id: int) -> Done:
    """Removes advice.

    Raises:
        NotFound: there is no such advice.
    """
    advice = work.get(Advice, advice_id)
    summary = f"Removed {_name(work, advice)}: {brief(advice.text)}"
    work.delete(advice)
    return work.did(summary, advice_id)


def _check_days(work: Work, advice: Advice) -> None:
    rule.check_days(
        advice.ref, advice.given_on, advice.outcome_on, advice.reported_on, today=work.today
    )


def _name(work: Work, advice: Advice) -> str:
    return f"{advice.ref}{_whose(work, advice)}"


def _whose(work: Work, advice: Advice) -> str:
    advisor = work.get(Advisor, advice.advisor_id)
    return rule.whose(advisor.name, advisor.role)
