"""`boardroom plan`: plans a meeting."""

from __future__ import annotations

import sqlite3

from boardroom.actions.meetings import plan_meeting
from boardroom.cli.call import Call
from boardroom.cli.meeting_changes import meeting_reply
from boardroom.cli.printer import Reply
from boardroom.cli.privacy import Private
from boardroom.cli.when import check_one_length, day_just_passed, is_moment, parse_moment
from boardroom.cli.who import Who, before_dash, find_person_before
from boardroom.errors import BadInput, NotFound
from boardroom.rules.names import Named
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from boardroom.rules.dates import Moment


def plan(
    context: typer.Context,
    who: Who = None,
    when: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHEN...", show_default=False, help="The day, like next tue 15:30 or 24 Nov."
        ),
    ] = None,
    way: Annotated[
        str | None,
        typer.Option(
            metavar="WAY",
            help="coffee, lunch, call, video, walk or other (default: their usual way).",
        ),
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="PLACE", help="The place.")] = None,
    for_: Annotated[
        str | None,
        typer.Option("--for", metavar="60m", help="The length (default: their usual length)."),
    ] = None,
    private: Private = None,
) -> None:
    """Plan a meeting.

    The day is today or later, and the time is optional. You can meet anybody on file, prospects
    too. The usual way and length are the person's own, else coffee and the setting `minutes`; a
    range of times, like 9:00-10:00, sets the length too.

    Examples:
        boardroom plan marcus next tue 15:30
        boardroom plan ana 4 Dec --way lunch --place 'Blue Bottle' --for 45m
    """
    call = Call.of(context)
    who, when = before_dash(call, who, when)
    call.text_argument(when)

    def action(work: Work) -> Reply:
        board = work.connection
        person, words = _find_person(call, board, who, when)
        text = call.ask_if_missing(
            call.text_argument(words), "WHEN", f"When do you meet {person.name}?"
        )
        moment = _parse_when(call, board, person, text)
        check_one_length(moment, for_)
        done = plan_meeting(
            work, person.id, moment, way=way, place=place, minutes=for_, private=private
        )
        return meeting_reply(call, work, done)

    call.change(action)


def _find_person(
    call: Call, board: sqlite3.Connection, who: str | None, when: list[str] | None
) -> tuple[Named, list[str] | None]:
    """The person whom WHO names, perhaps with the first words of WHEN, and the words left.

    Raises:
        BadInput: it is a day rather than a person.
        NotFound, Ambiguous: see `find_person`.
    """
    try:
        return find_person_before(
            call, board, who, when, fits=lambda text: is_moment(call, board, text, toward="forward")
        )
    except NotFound:
        from boardroom.cli import plan_words  # noqa: PLC0415  where something is wrong alone

        error = plan_words.day_first(call, board, [*(who or "").split(), *(when or ())])
        if error is None:
            raise
        raise error from None


def _parse_when(call: Call, board: sqlite3.Connection, person: Named, text: str) -> Moment:
    """The day and time of a plan.

    Raises:
        BadInput: they can't be read, or the day has no year and has just passed.
    """
    if was := day_just_passed(call, board, text):
        from boardroom.cli import plan_words  # noqa: PLC0415  as above

        raise plan_words.day_before(call, person.handle, text, was)
    try:
        return parse_moment(call, board, text, toward="forward")
    except BadInput:
        from boardroom.cli import plan_words  # noqa: PLC0415  as above

        error = plan_words.extra_words(call, board, person.handle, text)
        if error is None:
            raise
        raise error from None
