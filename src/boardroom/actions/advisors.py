"""Putting people on file, changing what is kept about them, and taking them off."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlmodel import col, select

from boardroom.actions.lifecycle import check_free_seat, check_order
from boardroom.errors import BadInput, Refused
from boardroom.models import Advisor, Meeting, Review, ReviewAnswer, Transition
from boardroom.queries.settings import settings
from boardroom.rules.advisor import FIELDS
from boardroom.rules.day_format import format_day
from boardroom.rules.names import check_handle, handle_for
from boardroom.rules.text import clean
from boardroom.store.work import Work


def add_advisor(
    work: Work,
    name: str,
    given: dict[str, Any],
    *,
    prospect: bool = False,
    since: date | None = None,
    last_met: date | None = None,
    beyond: bool = False,
) -> int:
    """Puts a person on file with the fields `given`, seated or a prospect as of `since`; returns the row id.

    Without `since`, somebody met before joined no later than that meeting, so that the window runs from it; else today.

    Raises:
        BadInput: a field can't be so, or a day lies ahead.
        Refused: the board is full.
    """
    name = clean(name, what="name")
    advisor = Advisor(name=name, handle=handle_for(name, _handles(work)))
    _apply(work, advisor, given)
    begun_on = since or (work.today if prospect else min(last_met or work.today, work.today))
    for day, what in ((begun_on, "be considered" if prospect else "join"), (last_met, "meet")):
        if day is not None and day > work.today:
            raise BadInput(
                f"{name} can't {what} on {format_day(day)}, which is still ahead.",
                "Give a day up to today.",
            )
    if not prospect:
        check_free_seat(work, name, beyond=beyond)
    row_id = _id(work.add(advisor))
    status = "prospect" if prospect else "active"
    work.add(Transition(advisor_id=row_id, changed_on=begun_on, status=status))
    if last_met is not None:
        _met_on(work, advisor, row_id, last_met)
    doing = "Noted the prospect" if prospect else "Seated"
    met = "" if last_met is None else f", last met {format_day(last_met)}"
    work.summary = f"{doing} {name} ({advisor.handle}), {format_day(begun_on)}{met}"
    return row_id


def edit_advisor(
    work: Work,
    advisor_id: int,
    given: dict[str, Any],
    *,
    name: str | None = None,
    since: date | None = None,
) -> None:
    """Changes the fields `given`; an empty text empties an optional one.

    `since` moves the day of joining or, for somebody who has not joined, of the first step.

    Raises:
        BadInput: a field can't be so, or the new day is out of order.
        NotFound: the person is gone.
        Refused: the new handle is somebody else's.
    """
    advisor = work.get(Advisor, advisor_id)
    if name is not None:
        advisor.name = clean(name, what="name")
    _apply(work, advisor, given)
    begun = "" if since is None else _move_beginning(work, advisor, since)
    work.summary = (
        f"Changed {advisor.name}{'' if since is None else f', {begun} {format_day(since)}'}"
    )


def remove_advisor(work: Work, advisor_id: int) -> None:
    """Takes a person off file, with every record that is theirs.

    Raises:
        NotFound: the person is gone.
    """
    advisor = work.get(Advisor, advisor_id)
    _take_out_of_open_reviews(work, advisor_id)
    work.session.delete(
        advisor
    )  # the schema's cascades take the rest, and the operation log sees them
    work.summary = f"Removed {advisor.name} and everything with them"


def _apply(work: Work, advisor: Advisor, given: dict[str, Any]) -> None:
    """Lays the values given over the person's fields, each checked."""
    if "handle" in given:
        handle = check_handle(given["handle"])
        if handle != advisor.handle and handle in _handles(work):
            raise Refused(f"The handle {handle} is taken.", "Choose another with --handle.")
        advisor.handle = handle
    for field, value in given.items():
        if field == "perspectives":
            merged = {**advisor.perspectives, **FIELDS[field](value)}
            advisor.perspectives = {dimension: seen for dimension, seen in merged.items() if seen}
        elif field != "handle":
            setattr(advisor, field, FIELDS[field](value))


def _move_beginning(work: Work, advisor: Advisor, since: date) -> str:
    """Moves the day of joining, or else of the first step; returns what that day is to them."""
    steps = list(
        work.session.exec(
            select(Transition)
            .where(Transition.advisor_id == advisor.id)
            .order_by(Transition.changed_on, Transition.id)  # type: ignore[arg-type]  # SQLModel types a column as its value
        )
    )
    index = next((index for index, step in enumerate(steps) if step.status == "active"), 0)
    earlier = steps[index - 1].changed_on if index else None
    later = steps[index + 1].changed_on if index + 1 < len(steps) else work.today
    check_order(advisor.name, since, earlier, later)
    steps[index].changed_on = since
    return "who joined" if steps[index].status == "active" else "considered since"


def _take_out_of_open_reviews(work: Work, advisor_id: int) -> None:
    """A completed review outlives whom it names; one still open has nobody to ask about them, and one of them alone is over."""
    answers = (
        select(ReviewAnswer, Review)
        .join(Review)
        .where(ReviewAnswer.advisor_id == advisor_id, col(Review.completed_on).is_(None))
    )
    for answer, review in work.session.exec(answers).all():
        work.session.delete(answer)
        if not review.of_board:
            work.session.flush()
            work.session.delete(review)
    work.session.flush()


def _met_on(work: Work, advisor: Advisor, advisor_id: int, day: date) -> None:
    defaults = settings(work.connection)
    work.add(
        Meeting(
            advisor_id=advisor_id,
            status="held",
            met_on=day,
            way=advisor.way or "coffee",
            minutes=advisor.minutes or defaults.minutes,
        )
    )


def _handles(work: Work) -> set[str]:
    return set(work.session.exec(select(Advisor.handle)).all())


def _id(advisor: Advisor) -> int:
    assert advisor.id is not None  # it has been flushed
    return advisor.id
