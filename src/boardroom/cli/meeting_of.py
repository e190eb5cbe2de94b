"""Finds the meeting that a command is about, by its id or by the person it is with."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from shlex import quote

from boardroom.cli.call import Call
from boardroom.cli.records import id_of
from boardroom.cli.when import is_moment, parse_moment
from boardroom.cli.when_at import at_another_time
from boardroom.cli.who import find_person, find_person_before
from boardroom.errors import Ambiguous, BadInput, BoardroomError, NotFound
from boardroom.queries.meetings import (
    MeetingView,
    meeting,
    newest_meetings,
    planned_meetings,
)
from boardroom.rules.day_format import format_day
from boardroom.rules.ids import MEETING, looks_like_id
from boardroom.rules.names import Named
from boardroom.rules.text import quoted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from boardroom.rules.dates import Moment

_LISTED = 10


def find_planned(
    call: Call,
    board: sqlite3.Connection,
    given: str,
    verb: str,
    words: list[str] | None = None,
) -> tuple[int, list[str] | None]:
    """The planned meeting with a person, and the words that follow the name: a WHEN, or why.

    If several fit, this asks on a terminal. Only a meeting of today or earlier can be `missed`.

    Raises:
        BadInput: it is a day rather than a person.
        NotFound: nobody has that name, or no meeting planned with them fits.
        Ambiguous: several meetings fit, and there is no terminal to ask on.
    """
    person, rest = (
        find_person_before_when(call, board, given, words, "meeting move")
        if verb == "move"
        else find_person_before(call, board, given, words, may_be_all=True)
    )
    planned = planned_meetings(board, person.id)
    when = quote(" ".join(rest)) if verb == "move" and rest and rest != ["-"] else "WHEN"
    fitting = [view for view in planned if verb != "missed" or view.on <= call.today]
    if len(fitting) == 1:
        return fitting[0].id, rest
    if not fitting:
        raise _nothing_fits(person, planned, when)
    refs = tuple(view.ref for view in fitting)
    if not call.may_ask:
        raise Ambiguous(
            f"{len(fitting)} meetings are planned with {person.name}: {_listed(fitting)}.",
            f"Use one of these ids: boardroom meeting {verb} {refs[0]}"
            f"{f' {when}' if verb == 'move' else ''}",
            refs,
        )
    about = "\n".join(f"  {view.ref}  {_day(view)}" for view in fitting)

    def choice(answer: str) -> int:
        if answer.lower() not in refs:
            raise BadInput(f"{quoted(answer)} is none of them.", "Type one of these ids.")
        return fitting[refs.index(answer.lower())].id

    question = f"Which meeting with {person.name}? Its id:"
    return call.ask_until(question, choice, about=about), rest


def is_next(text: str) -> bool:
    """Whether a WHEN is the next usual slot."""
    return text.strip().lower() == "next"


def find_person_before_when(
    call: Call,
    board: sqlite3.Connection,
    given: str | None,
    words: Sequence[str] | None,
    command: str,
) -> tuple[Named, list[str] | None]:
    """The person that WHO and perhaps the first words of WHEN spell, and the words left.

    Raises:
        BadInput: it is a day rather than a person. The hint has the `command` in its order.
        NotFound, Ambiguous: see `find_person`.
    """

    def fits(text: str) -> bool:
        return is_next(text) or is_moment(call, board, text, toward="forward")

    try:
        return find_person_before(
            call, board, given, words, fits=fits, may_be_all=not fits(" ".join(words or ()))
        )
    except NotFound:
        from boardroom.cli import plan_words  # noqa: PLC0415  where something is wrong alone

        typed = [*(given or "").split(), *(words or ())]
        error = plan_words.day_first(call, board, typed, command)
        if error is None:
            raise
        raise error from None


def parse_new_day(call: Call, board: sqlite3.Connection, meeting_id: int, text: str) -> Moment:
    """The day and time that a meeting moves to; a time alone keeps the day.

    Raises:
        BadInput: they can't be read, or the day has no year and has just passed.
    """
    try:
        return parse_moment(call, board, text, toward="forward")
    except BadInput as error:
        from boardroom.cli import plan_words  # noqa: PLC0415  as above

        view = meeting(board, meeting_id)
        if (same_day := at_another_time(view, error)) is not None:
            return same_day
        raise plan_words.not_moved(call, board, view, text, error) from None


def meeting_id_of(call: Call, given: str | None, verb: str) -> int:
    """The row id of the meeting with the id `given`.

    Raises:
        BadInput: it is missing, the id of another kind of record, or (`rm`) a name.
        NotFound: nobody has that name, or there is no meeting with them.
        Ambiguous: it is a name; the message lists the ids of the meetings with that person.
    """

    def read(text: str) -> int:
        if looks_like_id(text) or not text.strip():
            return id_of(call, text, MEETING, verb)
        raise call.read(lambda board: _not_an_id(call, board, text, verb))

    return read(given if given is not None else ask_which(call, read, verb))


def ask_which(
    call: Call, check: Callable[[str], object], verb: str, *, or_whom: bool = False
) -> str:
    """Asks for the id of a meeting on a terminal, below the newest, or those that are planned.

    Raises:
        MissingArgument: there is no terminal.
        NotFound: there is no meeting.
    """
    call.check_asks_for("ID")
    from boardroom.cli.choices import ask_id  # noqa: PLC0415  for a question alone

    question = "Which meeting? Its id, or whom it is with" if or_whom else "Which meeting?"
    return ask_id(call, [MEETING], question, check, verb=verb)


def _not_an_id(call: Call, board: sqlite3.Connection, text: str, verb: str) -> BoardroomError:
    person = find_person(call, board, text)
    newest = newest_meetings(board, person.id, _LISTED)
    if not newest:
        return NotFound(
            f"There is no meeting with {person.name} yet.",
            f"Plan one: boardroom plan {person.handle} WHEN",
        )
    refs = tuple(view.ref for view in newest)
    if verb == "rm":
        return BadInput(
            f"A meeting is removed by its id, and {quoted(text)} is a name.",
            f"The ids are in: boardroom meeting list {person.handle}",
        )
    which = "The meeting" if len(refs) == 1 else "The meetings"
    if len(refs) == _LISTED:
        which = f"The newest {_LISTED} meetings"
    return Ambiguous(
        f"{quoted(text)} is a name. {which} with {person.name}: {_listed(newest)}.",
        f"Use {'its id' if len(refs) == 1 else 'one of these ids'}:"
        f" boardroom meeting {verb} {refs[0]}",
        refs,
    )


def _nothing_fits(person: Named, planned: Sequence[MeetingView], when: str) -> NotFound:
    if not planned:
        return NotFound(
            f"Nothing is planned with {person.name}.",
            f"Plan something: boardroom plan {person.handle} {when}",
        )
    return NotFound(
        f"{'What' if len(planned) == 1 else 'All that'} is planned with {person.name} is still"
        f" ahead: {_listed(planned)}.",
        f"To call it off: boardroom meeting cancel {planned[0].ref}",
    )


def _listed(views: Sequence[MeetingView]) -> str:
    return ", ".join(f"{view.ref} ({_day(view)})" for view in views)


def _day(view: MeetingView) -> str:
    at = f" {view.at}" if view.at else ""
    status = "" if view.status == "planned" else f", {view.status}"
    return f"{format_day(view.on)}{at}{status}"
