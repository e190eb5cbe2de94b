"""What a person has one of: status, agreement, ratings and the like, where two are put together.

Each function gives the second person's rows to the first and settles what both have; it returns the
ids of what both had alike. `keep` names the differences to settle as the second has them.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

from boardroom.actions.agreements import record_term
from boardroom.errors import Refused
from boardroom.rules.criteria import VERDICTS
from boardroom.rules.day_format import format_day
from boardroom.rules.ids import CRITERION, GOAL
from boardroom.rules.lifecycle import Step
from boardroom.rules.merging import (
    Difference,
    differ,
    format_steps,
    lifecycle_to_keep,
    merge_value,
)
from boardroom.rules.text import brief
from boardroom.store.rows import (
    Advisor,
    Agreement,
    AgreementTerm,
    ConfidentialPeriod,
    Criterion,
    GoalHelper,
    Rating,
    Review,
    ReviewAnswer,
    Transition,
)
from boardroom.store.work import Work

_DAY = timedelta(days=1)
_STATUS = "status"
_AGREEMENT = ("agreed_on", "until_on")
"""The days of an agreement; of its texts and lists, both are kept."""


def differing_records(work: Work, first: Advisor, second: Advisor) -> list[Difference]:
    """Where two people have different records of which a person has one."""
    return [
        *_differing_status(work, first, second),
        *_differing_agreement(work, first, second),
        *_differing_ratings(work, first, second),
    ]


def check_reviews(work: Work, first: Advisor, second: Advisor) -> None:
    """Checks that not both have an answer in an open review.

    Raises:
        Refused: both do.
    """
    open_ones = [_open_answers(work, person) for person in (first, second)]
    if all(open_ones):
        ref = work.get(Review, open_ones[1][0].review_id).ref
        raise Refused(
            f"{first.name} ({first.handle}) and {second.name} ({second.handle}) both have answers"
            f" in the open review {ref}.",
            "Complete it first: boardroom review",
        )


def merge_steps(work: Work, first: Advisor, second: Advisor, keep: Collection[str]) -> list[str]:
    """The lifecycle: the steps of both where one leads to the other, else those of one."""
    people = first, second
    chains = [_steps(work, person) for person in people]
    kept = lifecycle_to_keep(*map(_as_steps, chains)) or ("second" if _STATUS in keep else "first")
    for person, chain, other in zip(people, chains, ("second", "first"), strict=True):
        for step in chain:
            if kept == other:
                work.delete(step)
            else:
                step.advisor_id = first.id
        if kept == other:
            work.note(f"Left out, of {person.handle}: {format_steps(_as_steps(chain))}.")
    return []


def merge_agreements(
    work: Work, first: Advisor, second: Advisor, keep: Collection[str]
) -> list[str]:
    """The agreement: the texts and lists of both, and confidential if one was."""
    one = work.first(Agreement, advisor_id=first.id)
    other = work.first(Agreement, advisor_id=second.id)
    if other is None:
        return []
    if one is None:
        other.advisor_id = first.id
        return []
    for column in Agreement.COLUMNS:
        if column in ("id", "uid", "advisor_id"):
            continue
        pair = getattr(one, column), getattr(other, column)
        a, b = reversed(pair) if f"agreement.{column}" in keep else pair
        merged = a or b if column in Agreement.FLAGS else merge_value(column, a, b)
        setattr(one, column, merged)
    _merge_terms(work, one, other)
    work.flush()
    work.delete(other)
    work.note("Both had an agreement: it is one now, with the texts of both.")
    return []


def merge_periods(work: Work, first: Advisor, second: Advisor, _: Collection[str]) -> list[str]:
    """The confidential periods: those of both, as one where they meet or overlap."""
    periods = [
        *work.find(ConfidentialPeriod, advisor_id=first.id),
        *work.find(ConfidentialPeriod, advisor_id=second.id),
    ]
    last: ConfidentialPeriod | None = None
    for period in sorted(periods, key=lambda period: period.from_on):
        if last is None or (last.until_on and last.until_on + _DAY < period.from_on):
            period.advisor_id = first.id
            last = period
            continue
        ends = [end for end in (last.until_on, period.until_on) if end]
        last.until_on = max(ends) if len(ends) == 2 else None
        work.delete(period)
    return []


def merge_helpers(work: Work, first: Advisor, second: Advisor, _: Collection[str]) -> list[str]:
    """The goals they help with: each once."""
    goal_ids = {link.goal_id for link in work.find(GoalHelper, advisor_id=first.id)}
    refs = []
    for link in work.find(GoalHelper, advisor_id=second.id):
        if link.goal_id in goal_ids:
            work.delete(link)
            refs.append(GOAL.ref(link.goal_id))
        else:
            link.advisor_id = first.id
    return refs


def merge_ratings(work: Work, first: Advisor, second: Advisor, keep: Collection[str]) -> list[str]:
    """The ratings: one of each criterion."""
    own = {rating.criterion_id: rating for rating in work.find(Rating, advisor_id=first.id)}
    refs = []
    for rating in work.find(Rating, advisor_id=second.id):
        same = own.get(rating.criterion_id)
        if same is None:
            rating.advisor_id = first.id
            continue
        if _rating_name(rating) in keep:
            same.meets = rating.meets
        refs.append(CRITERION.ref(rating.criterion_id))
        work.delete(rating)
    return refs


def merge_answers(work: Work, first: Advisor, second: Advisor, _: Collection[str]) -> list[str]:
    """The answers in reviews. Those of completed ones keep the name they were given under."""
    for answer in _open_answers(work, second):
        answer.handle, answer.name = first.handle, first.name
    for answer in work.find(ReviewAnswer, advisor_id=second.id):
        answer.advisor_id = first.id
    return []


def _differing_status(work: Work, first: Advisor, second: Advisor) -> list[Difference]:
    chains = _as_steps(_steps(work, first)), _as_steps(_steps(work, second))
    if lifecycle_to_keep(*chains) is not None:
        return []
    return [Difference(_STATUS, _STATUS, *map(format_steps, chains))]


def _differing_agreement(work: Work, first: Advisor, second: Advisor) -> list[Difference]:
    one = work.first(Agreement, advisor_id=first.id)
    other = work.first(Agreement, advisor_id=second.id)
    if one is None or other is None:
        return []
    labels = {"agreed_on": "agreed on", "until_on": "agreed until"}
    return [
        Difference(
            f"agreement.{column}",
            labels[column],
            format_day(getattr(one, column)),
            format_day(getattr(other, column)),
        )
        for column in _AGREEMENT
        if differ(column, getattr(one, column), getattr(other, column))
    ]


def _differing_ratings(work: Work, first: Advisor, second: Advisor) -> list[Difference]:
    own = {rating.criterion_id: rating for rating in work.find(Rating, advisor_id=first.id)}
    words = {value: word for word, value in VERDICTS.items()}
    found = []
    for rating in work.find(Rating, advisor_id=second.id):
        same = own.get(rating.criterion_id)
        if same is not None and same.meets != rating.meets:
            criterion = work.get(Criterion, rating.criterion_id)
            label = f"{criterion.ref} {brief(criterion.text)}"
            found.append(
                Difference(_rating_name(rating), label, words[same.meets], words[rating.meets])
            )
    return found


def _merge_terms(work: Work, one: Agreement, other: Agreement) -> None:
    """The terms of two agreements, and today's if it is another."""
    own = {term.recorded_on for term in work.find(AgreementTerm, agreement_id=one.id)}
    for term in work.find(AgreementTerm, agreement_id=other.id):
        if term.recorded_on in own:
            work.delete(term)
        else:
            term.agreement_id = one.id
    record_term(work, one)


def _open_answers(work: Work, person: Advisor) -> list[ReviewAnswer]:
    return [
        answer
        for answer in work.find(ReviewAnswer, advisor_id=person.id)
        if work.get(Review, answer.review_id).completed_on is None
    ]


def _steps(work: Work, person: Advisor) -> list[Transition]:
    steps = work.find(Transition, advisor_id=person.id)
    return sorted(steps, key=lambda step: (step.changed_on, step.id))


def _as_steps(steps: Collection[Transition]) -> list[Step]:
    return [Step(step.changed_on, step.status, step.until_on) for step in steps]


def _rating_name(rating: Rating) -> str:
    return f"rating.{rating.criterion_id}"
