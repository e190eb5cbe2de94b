"""People: adding them, changing their fields, and removing them."""

from __future__ import annotations

from datetime import date

from boardroom.actions.lifecycle import check_free_seat, check_order
from boardroom.errors import BadInput, Refused
from boardroom.queries.people import people, standings
from boardroom.queries.private import private_answers
from boardroom.queries.settings import settings
from boardroom.rules.advisor import FIELDS, PARSERS, clean_name
from boardroom.rules.day_format import format_day
from boardroom.rules.fields import Change, format_changes
from boardroom.rules.handles import check_handle, handle_for
from boardroom.rules.lifecycle import next_steps, status_words
from boardroom.rules.names import same_name, spelt_as
from boardroom.rules.seats import check_no_seat, takes_seat
from boardroom.rules.text import quoted
from boardroom.store.rows import Advisor, Meeting, Review, ReviewAnswer, Transition
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def add_advisor(
    work: Work,
    name: str,
    fields: dict[str, Any],
    *,
    prospect: bool = False,
    since: date | None = None,
    last_met: date | None = None,
    beyond: bool = False,
    another: bool = False,
) -> Done:
    """Adds a person with these fields, as an advisor or a prospect from `since` on.

    `since` defaults to today or, for an advisor, to an earlier `last_met`, so that the window is
    counted from it.

    Raises:
        BadInput: a value is not valid, or a day is after today.
        Refused: the board is full, the handle is taken, or somebody of that full name is on file
            and this is not to be `another`.
    """
    name = clean_name(name)
    if not another:
        _check_new(work, name)
    advisor = Advisor(name=name, handle=handle_for(name, _handles(work)))
    _set_fields(work, advisor, fields)
    is_mentee = not takes_seat(advisor.role)
    if is_mentee:
        _check_mentee(advisor, prospect=prospect)
    since = since or (work.today if prospect else min(last_met or work.today, work.today))
    for day, action in ((since, "be considered" if prospect else "join"), (last_met, "meet")):
        if day is not None and day > work.today:
            raise BadInput(
                f"{name} can't {action} on {format_day(day)}, which is in the future.",
                "Use today or an earlier day.",
            )
    if not prospect and not is_mentee:
        check_free_seat(work.connection, name, beyond=beyond)
    work.add(advisor)
    status = "prospect" if prospect else "active"
    work.add(
        Transition(advisor_id=advisor.id, changed_on=since, status=status, recorded_on=work.today)
    )
    if last_met is not None:
        _add_meeting(work, advisor, last_met)
    verb = "Noted the prospect" if prospect else "Mentoring" if is_mentee else "Seated"
    met = "" if last_met is None else f", last met {format_day(last_met)}"
    return work.did(f"{verb} {name} ({advisor.handle}), {format_day(since)}{met}", advisor.id)


def edit_advisor(
    work: Work,
    advisor_id: int,
    fields: dict[str, Any],
    *,
    name: str | None = None,
    since: date | None = None,
    beyond: bool = False,
) -> Done:
    """Changes these fields; an empty text clears an optional one.

    `since` moves the day of joining or, if the person has not joined, of the first step. Who
    becomes a mentee gives up the seat, and a mentee who becomes an advisor takes one.

    Raises:
        BadInput: a value is not valid, or the new day is out of order.
        NotFound: there is no such person.
        Refused: the new handle is taken, a mentee is given a seat, or the board is full and
            `beyond` is False.
    """
    advisor = work.get(Advisor, advisor_id)
    role = PARSERS["role"](fields.get("role", advisor.role))
    if takes_seat(role) and not takes_seat(advisor.role):
        _check_seat_for(work, advisor, beyond=beyond)
    if name is not None:
        advisor.name = clean_name(name)
    _set_fields(work, advisor, fields)
    if not takes_seat(advisor.role):
        command = f"boardroom advisor edit {advisor.handle}"
        check_no_seat(advisor.name, advisor.role, fields.get("seat"), command)
        advisor.seat = None
    start_changes = () if since is None else _move_start(work, advisor, since)
    board_settings = settings(work.connection)
    defaults = {"window": str(board_settings.window), "minutes": board_settings.minutes}
    columns = [field for field in FIELDS if field.name in Advisor.COLUMNS]
    # The day comes last, so that its distance can follow it.
    changes = (*work.changes(advisor, columns, defaults=defaults), *start_changes)
    return work.did(
        f"Changed {advisor.name}: {format_changes(changes)}", advisor_id, changes=changes
    )


def remove_advisor(work: Work, advisor_id: int) -> Done:
    """Removes a person and all their records.

    Raises:
        NotFound: there is no such person.
    """
    advisor = work.get(Advisor, advisor_id)
    _leave_open_reviews(work, advisor_id)
    work.delete(advisor)  # the schema's cascades take the rest, and the operation log sees them
    return work.did(f"Removed {advisor.name} and all their records", advisor_id)


def _check_mentee(advisor: Advisor, *, prospect: bool) -> None:
    """Raises `Refused` if a new mentee is given a seat, or is to be a prospect."""
    check_no_seat(advisor.name, advisor.role, advisor.seat, "boardroom advisor add NAME")
    if prospect:
        raise Refused(
            f"{advisor.name} can't be a prospect, who is to take a seat, and your mentee too.",
            "Leave out --prospect; see: boardroom mentee add -h",
        )


def _check_seat_for(work: Work, mentee: Advisor, *, beyond: bool) -> None:
    """Checks that there is a free seat for a mentee who becomes an advisor, if they are active."""
    if standings(work.connection)[mentee.id].status == "active":
        check_free_seat(work.connection, mentee.name, beyond=beyond)


def _check_new(work: Work, name: str) -> None:
    """Raises `Refused` if somebody on file has that full name, or a handle or nickname like it."""
    everybody = people(work.connection)
    known = same_name(name, everybody) or spelt_as(name, everybody)
    if known is None:
        return
    standing = standings(work.connection).get(known.id)
    who = f"{known.name} is on file already ({known.handle})"
    if same_name(name, [known]) is None:
        who = f"{quoted(name)} is on file already: {known.name} ({known.handle})"
    since, steps = "", f"To see them: boardroom advisor show {known.handle}"
    if standing is not None:
        role = work.get(Advisor, known.id).role
        since = f", {status_words(standing.status, role)} since {format_day(standing.since)}"
        if standing.status != "active":
            steps = next_steps(known.handle, standing.status)
    raise Refused(
        f"{who}{since}.", f"If this is somebody else, add --another. {steps}", (known.handle,)
    )


def _set_fields(work: Work, advisor: Advisor, fields: dict[str, Any]) -> None:
    """Parses and sets the fields; perspectives are added to the existing ones."""
    if "handle" in fields:
        handle = check_handle(fields["handle"])
        if handle != advisor.handle and handle in _handles(work):
            raise Refused(f"The handle {handle} is taken.", "Choose another with --handle.")
        advisor.handle = handle
    for field, value in fields.items():
        if field == "perspectives":
            merged = {**advisor.perspectives, **PARSERS[field](value)}
            advisor.perspectives = {dimension: text for dimension, text in merged.items() if text}
        elif field != "handle":
            setattr(advisor, field, PARSERS[field](value))


def _move_start(work: Work, advisor: Advisor, since: date) -> tuple[Change, ...]:
    """Moves the day of joining, or if the person has not joined, of the first step."""
    steps = sorted(
        work.find(Transition, advisor_id=advisor.id), key=lambda step: (step.changed_on, step.id)
    )
    index = next((index for index, step in enumerate(steps) if step.status == "active"), 0)
    step = steps[index]
    before = step.changed_on
    earlier = steps[index - 1].changed_on if index else None
    later = steps[index + 1].changed_on if index + 1 < len(steps) else work.today
    check_order(advisor.name, since, earlier, later)
    step.changed_on = since
    label = "joined" if step.status == "active" else "considered since"
    return () if since == before else (Change(label, format_day(before), format_day(since)),)


def _leave_open_reviews(work: Work, advisor_id: int) -> None:
    """Removes a person from open reviews, and deletes an open review of this person alone.

    Completed reviews stay as they are, and what is private in them stays private.
    """
    private_ids = private_answers(work.connection, advisor_id)
    for answer in work.find(ReviewAnswer, advisor_id=advisor_id):
        review = work.get(Review, answer.review_id)
        if review.completed_on is not None:
            answer.private = answer.id in private_ids or None
            continue
        work.delete(answer)
        if not review.of_board:
            work.delete(review)


def _add_meeting(work: Work, advisor: Advisor, met_on: date) -> None:
    work.add(
        Meeting(
            advisor_id=advisor.id,
            status="held",
            met_on=met_on,
            way=advisor.way or "coffee",
            minutes=advisor.minutes or settings(work.connection).minutes,
        )
    )


def _handles(work: Work) -> set[str]:
    return {handle for (handle,) in work.connection.execute("SELECT handle FROM advisor")}
