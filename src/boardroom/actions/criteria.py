"""Criteria for the next advisor, and rating people against them."""

from __future__ import annotations

from boardroom.actions.on_file import check_new_words
from boardroom.rules.criteria import FIELDS, VERDICTS, kind_words
from boardroom.rules.fields import format_edit
from boardroom.rules.ids import CRITERION
from boardroom.rules.repetition import OnFile, check_nothing_new, first_with_words
from boardroom.rules.seats import check_can_help
from boardroom.rules.text import brief, clean
from boardroom.store.rows import Advisor, Criterion, Rating
from boardroom.store.work import Done, Work


def add_criterion(work: Work, text: str, *, must: bool) -> Done:
    """Adds a must-have or (not `must`) a nice-to-have, unless one has the same words.

    Raises:
        BadInput: the text is not valid.
        Refused: the criterion on file is of the other kind.
    """
    text = clean(text, what=CRITERION.noun)
    known = first_with_words(text, work.find(Criterion))
    if known is not None:
        where = f"a {kind_words(must=known.must)}"
        on_file = OnFile(known.ref, where, known.text, f"criterion edit {known.ref}")
        check_nothing_new(on_file, known, {"must": must}, FIELDS)
        work.note(on_file.sentence)
        return work.did(f"Added {_name(known)} before", known.id)
    criterion = work.add(Criterion(text=text, must=must))
    return work.did(f"Added {_name(criterion)}", criterion.id)


def edit_criterion(
    work: Work, criterion_id: int, *, text: str | None = None, must: bool | None = None
) -> Done:
    """Changes the given fields; ratings stay.

    Raises:
        NotFound: there is no such criterion.
        BadInput: the text is not valid.
        Refused: another criterion has the same words.
    """
    criterion = work.get(Criterion, criterion_id)
    if text is not None:
        text = clean(text, what=CRITERION.noun)
        check_new_words(criterion, text, work.find(Criterion))
        criterion.text = text
    if must is not None:
        criterion.must = must
    changes = work.changes(criterion, FIELDS)
    return work.did(
        format_edit(criterion.ref, criterion.text, "", changes), criterion.id, changes=changes
    )


def remove_criterion(work: Work, criterion_id: int) -> Done:
    """Removes a criterion and its ratings.

    Raises:
        NotFound: there is no such criterion.
    """
    criterion = work.get(Criterion, criterion_id)
    summary = f"Removed {_name(criterion)}"
    work.delete(criterion)  # the schema's cascade takes the ratings
    return work.did(summary, criterion_id)


def rate_advisor(work: Work, advisor_id: int, criterion_id: int, *, meets: bool | None) -> Done:
    """Rates a person on a criterion, replacing an earlier rating; None removes the rating.

    Raises:
        NotFound: there is no such person or criterion.
        Refused: the person is a mentee.
    """
    advisor = work.get(Advisor, advisor_id)
    if meets is not None:
        check_can_help(advisor.name, advisor.handle, advisor.role)
    criterion = work.get(Criterion, criterion_id)
    rating = work.first(Rating, advisor_id=advisor_id, criterion_id=criterion_id)
    if rating is not None and meets is not None:
        rating.meets = meets
    elif rating is not None:
        work.delete(rating)
    elif meets is not None:
        work.add(Rating(advisor_id=advisor_id, criterion_id=criterion_id, meets=meets))
    word = next(word for word, value in VERDICTS.items() if value is meets)
    return work.did(f"Rated {advisor.name} {word} on {criterion.ref}: {brief(criterion.text)}")


def _name(criterion: Criterion) -> str:
    return f"{criterion.ref}, a {kind_words(must=criterion.must)}: {brief(criterion.text)}"
