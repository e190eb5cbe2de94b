"""The steps of an advisor's life with the board: considered, asked, seated, paused, resumed, parted with."""

from __future__ import annotations

from datetime import date

from sqlmodel import select

from boardroom.errors import BadInput
from boardroom.models import Advisor, Transition
from boardroom.queries.lifecycle import standings
from boardroom.queries.settings import settings
from boardroom.rules.advisor import optional
from boardroom.rules.day_format import format_day
from boardroom.rules.lifecycle import Standing, check_step
from boardroom.rules.seats import check_seat
from boardroom.store.work import Work

_SAYING = {
    "prospect": "Considering {name}",
    "asked": "Asked {name}",
    "active": "Seated {name}",
    "paused": "Paused {name}",
    "declined": "Took {name}'s no for an answer",
    "alumni": "Parted with {name}",
}
_SAYING_AGAIN = {
    ("paused", "active"): "Resumed {name}",
    ("asked", "asked"): "Asked {name} once more",
}


def take_step(
    work: Work,
    advisor_id: int,
    to: str,
    *,
    on: date | None = None,
    until: date | None = None,
    seat: str | None = None,
    how: str | None = None,
    about: str | None = None,
    note: str | None = None,
    beyond: bool = False,
    verb: str | None = None,
) -> None:
    """Takes one dated step of the lifecycle, today where `on` is None; `verb` is the subcommand it was asked for by, if it matters.

    Raises:
        Refused: the lifecycle has no such step from here, or none that is called so, or the board is full.
        BadInput: the day is ahead, or before the step taken last; a pause would end before it begins.
        NotFound: the person is gone.
    """
    advisor = work.get(Advisor, advisor_id)
    on = on or work.today
    where = standings(work.connection)[advisor_id]
    check_taken(advisor.name, advisor.handle, where, to, on, today=work.today, verb=verb)
    if until is not None and until <= on:
        raise BadInput(
            f"The pause would end on {format_day(until)}, before it begins.",
            "Give a later day with --until.",
        )
    if to == "active":
        check_free_seat(work, advisor.name, beyond=beyond)
    if seat is not None:
        advisor.seat = optional(seat, "seat")
    work.add(
        Transition(
            advisor_id=advisor_id,
            changed_on=on,
            status=to,
            until_on=until,
            how=optional(how, "text of how you asked"),
            about=optional(about, "text of what you asked for"),
            note=optional(note, "note"),
        )
    )
    saying = _SAYING_AGAIN.get((where.status, to), _SAYING[to])
    began = "" if until and on == work.today else f", {format_day(on)}"
    ending = f" until {format_day(until)}" if until else ""
    work.summary = saying.format(name=advisor.name) + began + ending


def check_taken(
    name: str,
    handle: str,
    where: Standing,
    to: str,
    on: date,
    *,
    today: date,
    verb: str | None = None,
) -> None:
    """Whether somebody who stands there may take the step on that day.

    Raises:
        Refused: the lifecycle has no such step from here, or none that is called so.
        BadInput: the day is ahead, or before the step taken last.
    """
    check_step(name, handle, where.status, to, verb=verb)
    check_order(
        name,
        on,
        where.since,
        today,
        hint=f"; the first can be moved: boardroom advisor edit {handle} --since DATE",
    )


def check_free_seat(work: Work, name: str, *, beyond: bool) -> None:
    """Whether one more may be active.

    Raises:
        Refused: every seat is taken, and `beyond` was not said.
    """
    active = {
        row_id for row_id, where in standings(work.connection).items() if where.status == "active"
    }
    people = work.session.exec(select(Advisor.id, Advisor.handle).order_by(Advisor.handle)).all()
    seated = [handle for row_id, handle in people if row_id in active]
    check_seat(name, seated, settings(work.connection).seats, beyond=beyond)


def check_order(name: str, on: date, earlier: date | None, later: date, *, hint: str = "") -> None:
    """Whether a step's day stands between the days of the steps around it (`later` may be today); `hint` is a way out.

    Raises:
        BadInput: it does not.
    """
    if earlier is not None and on < earlier:
        raise BadInput(
            f"{format_day(on)} is before the last step with {name}, on {format_day(earlier)}.",
            f"Steps are taken in order{hint}.",
        )
    if on > later:
        raise BadInput(
            f"{format_day(on)} is too late: it has to be {format_day(later)} or before.",
            "Give an earlier day.",
        )
