"""The steps of an advisor's lifecycle: considered, asked, seated, paused, resumed, parted with."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.errors import BadInput
from boardroom.queries.people import standings
from boardroom.queries.settings import settings
from boardroom.rules.day_format import format_day
from boardroom.rules.lifecycle import Standing, check_step
from boardroom.rules.repetition import same_words
from boardroom.rules.seats import check_no_seat, check_seat, takes_seat
from boardroom.rules.text import optional
from boardroom.store.rows import Advisor, Transition
from boardroom.store.work import Done, Work

_SENTENCES = {
    "prospect": "Considering {name}",
    "asked": "Asked {name}",
    "active": "Seated {name}",
    "paused": "Paused {name}",
    "declined": "{name} declined",
    "alumni": "Parted with {name}",
}
_MENTORING = "Mentoring {name}"
_OTHER_SENTENCES = {
    ("paused", "active"): "Resumed {name}",
    ("asked", "asked"): "Asked {name} again",
    ("paused", "paused"): "{name} stays paused",
}
"""By the statuses before and after, if the status before matters."""


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
    by_whom: str | None = None,
) -> Done:
    """Takes a dated step of the lifecycle (default: today).

    Pausing a paused person moves the end of the pause (None: open-ended); nothing changes if it is
    the same, and there is no note.

    `verb` is the subcommand, if only its own step is allowed; `by_whom`, who decided to part.

    Raises:
        Refused: the current status does not allow the step, it belongs to another subcommand, or
            the board is full.
        BadInput: the day is after today, or before the last step; a pause would not end
            after its start; or a text is not valid.
        NotFound: there is no such person.
    """
    advisor = work.get(Advisor, advisor_id)
    on = on or work.today
    standing = standings(work.connection)[advisor_id]
    check_step_on(
        advisor.name,
        advisor.handle,
        standing,
        to,
        on,
        today=work.today,
        verb=verb,
        role=advisor.role,
    )
    asked_again = standing.status == to == "asked"
    if asked_again and _was_asked(work, advisor_id, on, how=how, about=about, note=note):
        work.note(f"Already asked {advisor.name}, {format_day(on)}")
        return work.did(f"Asked {advisor.name} before", advisor_id)
    if standing.status == "paused":
        _check_after_moved_ends(work, advisor, on)
    _check_end(advisor.handle, standing.status, on, until)
    if to == "active" and takes_seat(advisor.role):
        check_free_seat(work.connection, advisor.name, beyond=beyond)
    if seat is not None:
        command = f"boardroom advisor edit {advisor.handle}"
        check_no_seat(advisor.name, advisor.role, seat, command)
        advisor.seat = optional(seat, "seat")
    moves_nothing = (to, until, note) == (standing.status, standing.paused_until, None)
    if to != "paused" or not moves_nothing:
        work.add(
            Transition(
                advisor_id=advisor_id,
                changed_on=on,
                status=to,
                until_on=until,
                how=optional(how, "text of how you asked"),
                about=optional(about, "text of what you asked for"),
                note=optional(note, "note"),
                recorded_on=work.today,
                by_whom=by_whom,
            )
        )
    usual = _SENTENCES[to] if to != "active" or takes_seat(advisor.role) else _MENTORING
    sentence = _OTHER_SENTENCES.get((standing.status, to), usual)
    if by_whom == "them":
        sentence = "{name} stepped back"
    sentence = sentence.format(name=advisor.name)
    stays_paused = standing.status == to == "paused"
    start = "" if (until or stays_paused) and on == work.today else f", {format_day(on)}"
    open_end = f" with no end, since {format_day(standing.since)}" if stays_paused else ""
    end = f" until {format_day(until)}" if until else open_end
    return work.did(f"{sentence}{start}{end}", advisor_id)


def check_step_on(
    name: str,
    handle: str,
    standing: Standing,
    to: str,
    on: date,
    *,
    today: date,
    verb: str | None = None,
    role: str = "advisor",
) -> None:
    """Checks that a person with this standing can take a step on that day.

    Raises:
        Refused: their status does not allow it, or it belongs to another subcommand.
        BadInput: the day is after today, or before the last step.
    """
    check_step(name, handle, standing.status, to, verb=verb, role=role)
    check_order(
        name,
        on,
        standing.since,
        today,
        hint=f"; to move the first: boardroom advisor edit {handle} --since DATE",
    )


def _was_asked(work: Work, advisor_id: int, on: date, **details: str | None) -> bool:
    """Whether a person was asked on a day, with all of the given details."""
    asked = work.find(Transition, advisor_id=advisor_id, status="asked", changed_on=on)
    return any(
        all(
            given is None or same_words(getattr(step, column)) == same_words(given)
            for column, given in details.items()
        )
        for step in asked
    )


def _check_end(handle: str, status: str, on: date, until: date | None) -> None:
    """Checks that a pause ends after it starts, or after the day its end is moved."""
    if until is None or until > on:
        return
    if status == "paused":
        raise BadInput(
            f"The end of the pause can't be moved to {format_day(until)},"
            f" which is not after {format_day(on)}.",
            f"Use a later --until, or end the pause: boardroom advisor resume {handle}",
        )
    raise BadInput(
        f"The pause starts on {format_day(on)}, so it can't end on {format_day(until)}.",
        "Use a later --until.",
    )


def _check_after_moved_ends(work: Work, advisor: Advisor, on: date) -> None:
    """Checks that a step is not before the day on which the end of the pause was last moved."""
    last = max(step.changed_on for step in work.find(Transition, advisor_id=advisor.id))
    check_order(advisor.name, on, last, work.today)


def check_free_seat(connection: sqlite3.Connection, name: str, *, beyond: bool) -> None:
    """Checks that there is a free seat.

    Raises:
        Refused: every seat is taken, and `beyond` is False.
    """
    check_seat(name, seated(connection), settings(connection).seats, beyond=beyond)


def seated(connection: sqlite3.Connection) -> list[str]:
    """The handles of those who have a seat, in order."""
    active = {
        advisor_id
        for advisor_id, standing in standings(connection).items()
        if standing.status == "active"
    }
    everybody = connection.execute("SELECT id, handle, role FROM advisor ORDER BY handle")
    return [
        handle
        for advisor_id, handle, role in everybody
        if advisor_id in active and takes_seat(role)
    ]


def check_order(name: str, on: date, earlier: date | None, later: date, *, hint: str = "") -> None:
    """Checks that the day of a step is between those of the steps before and after it.

    `later` may be today; `hint` is appended to the hint for a day that is too early.

    Raises:
        BadInput: it is before `earlier`, or after `later`.
    """
    if earlier is not None and on < earlier:
        raise BadInput(
            f"{format_day(on)} is before the last step with {name}, on {format_day(earlier)}.",
            f"Steps must be in order{hint}.",
        )
    if on > later:
        raise BadInput(
            f"{format_day(on)} is too late: the latest possible day is {format_day(later)}.",
            "Use an earlier day.",
        )
