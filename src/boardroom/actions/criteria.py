"""The criteria of the advisor looked for, and how each prospect compares with them."""

from __future__ import annotations

from sqlmodel import select

from boardroom.models import Advisor, Criterion, Rating
from boardroom.rules.criteria import VERDICTS, kind_words
from boardroom.rules.text import brief, clean
from boardroom.store.work import Work


def add_criterion(work: Work, text: str, *, must: bool) -> int:
    """Notes what the next advisor has to have (`must`) or would better have; returns the row id.

    Raises:
        BadInput: the text can't be kept.
    """
    criterion = Criterion(text=clean(text, what="criterion"), must=must)
    work.add(criterion)
    work.summary = f"Added {_named(criterion)}"
    assert criterion.id is not None  # it has been flushed
    return criterion.id


def edit_criterion(
    work: Work, criterion_id: int, *, text: str | None = None, must: bool | None = None
) -> None:
    """Changes what is given of a criterion; what was rated against it stays.

    Raises:
        NotFound: there is no such criterion.
        BadInput: the text can't be kept.
    """
    criterion = _criterion(work, criterion_id)
    if text is not None:
        criterion.text = clean(text, what="criterion")
    if must is not None:
        criterion.must = must
    work.summary = f"Changed {_named(criterion)}"


def remove_criterion(work: Work, criterion_id: int) -> None:
    """Takes a criterion off file, with what was rated against it.

    Raises:
        NotFound: there is no such criterion.
    """
    criterion = _criterion(work, criterion_id)
    work.summary = f"Removed {_named(criterion)}"
    work.session.delete(
        criterion
    )  # the schema's cascade takes the ratings, and the operation log sees them


def rate(work: Work, advisor_id: int, criterion_id: int, *, meets: bool | None) -> None:
    """Notes whether somebody meets a criterion, in place of what was said before; None takes the rating away.

    Raises:
        NotFound: the person or the criterion is gone.
    """
    advisor = work.get(Advisor, advisor_id)
    criterion = _criterion(work, criterion_id)
    found = select(Rating).where(
        Rating.advisor_id == advisor_id, Rating.criterion_id == criterion_id
    )
    rating = work.session.exec(found).first()
    if rating is not None and meets is not None:
        rating.meets = meets
    elif rating is not None:
        work.session.delete(rating)
    elif meets is not None:
        work.add(Rating(advisor_id=advisor_id, criterion_id=criterion_id, meets=meets))
    word = next(word for word, value in VERDICTS.items() if value is meets)
    work.summary = f"Rated {advisor.name} {word} on c{criterion.id}: {brief(criterion.text)}"


def _criterion(work: Work, criterion_id: int) -> Criterion:
    return work.get(Criterion, criterion_id)


def _named(criterion: Criterion) -> str:
    return f"c{criterion.id}, a {kind_words(must=criterion.must)}: {brief(criterion.text)}"
