"""`boardroom meeting edit`, by options; the form of a held meeting is in `meeting_form`."""

from __future__ import annotations

import sqlite3

from boardroom.actions.meetings import edit_meeting
from boardroom.cli.call import Call
from boardroom.cli.meeting import MeetingId
from boardroom.cli.meeting_of import meeting_id_of, parse_new_day
from boardroom.cli.meeting_record import edit_reply
from boardroom.cli.printer import Reply
from boardroom.cli.privacy import Private
from boardroom.cli.records import FormArgument, given_fields, is_piped
from boardroom.cli.when import parse_held
from boardroom.cli.when_at import check_one_length, parse_time
from boardroom.errors import BadInput
from boardroom.queries.meetings import meeting
from boardroom.rules.dates import Moment
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer


def edit(
    context: typer.Context,
    meeting_: MeetingId = None,
    form: FormArgument = None,
    on: Annotated[
        str | None, typer.Option(metavar="WHEN", help="The day, with or without a time.")
    ] = None,
    at: Annotated[
        str | None,
        typer.Option(metavar="TIME", help="The time of day, like 15:30; '' clears it."),
    ] = None,
    way: Annotated[
        str | None, typer.Option(metavar="WAY", help="coffee, lunch, call, video, walk or other.")
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="PLACE", help="The place; '' clears it.")
    ] = None,
    for_: Annotated[str | None, typer.Option("--for", metavar="45m", help="The length.")] = None,
    notes: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT|-", help="The notes; '' clears them, “-” reads them from a pipe."
        ),
    ] = None,
    private: Private = None,
) -> None:
    """Edit a meeting.

    Without options, the form of a held meeting opens in your editor, with everything logged in it.
    Records that you leave out of the form stay. A form from a pipe may be one of `log`: what is new
    in it is added, notes below those on file. One of `meeting edit` that is older than the last
    change of the meeting is refused.

    A day without a year means the next one for a planned meeting, and the last one for any other.
    Everything logged in a meeting moves with it. A meeting can be released by --no-private, even
    under a confidential agreement, but not what was logged in it.

    Examples:
        boardroom meeting edit m1 --place 'Blue Bottle' --for 45m
    """
    call = Call.of(context)
    meeting_id = meeting_id_of(call, meeting_, "edit")
    given = given_fields(
        on=on, at=at, way=way, place=place, minutes=for_, notes=notes, private=private
    )
    piped = is_piped(form, given)
    if not given:
        from boardroom.cli.meeting_edit_form import edit_form  # noqa: PLC0415  for the form alone

        edit_form(call, meeting_id, piped=piped)
        return
    text = call.text_option(notes)

    def action(work: Work) -> Reply:
        board = work.connection
        day = None if on is None else _parse_day(call, board, meeting_id, on)
        if at is not None and day is not None and day.at is not None:
            raise BadInput(
                "The time is given twice, by --on and by --at.", "Leave one of them out."
            )
        check_one_length(day, for_)
        done = edit_meeting(
            work,
            meeting_id,
            on=day,
            at=at and parse_time(at),
            way=way,
            place=place,
            minutes=for_,
            notes=text,
            private=private,
        )
        return edit_reply(call, work, done)

    call.change(action)


def _parse_day(call: Call, board: sqlite3.Connection, meeting_id: int, text: str) -> Moment:
    view = meeting(board, meeting_id)
    if view.status == "planned":
        return parse_new_day(call, board, meeting_id, text)
    return parse_held(call, board, text, view.handle)
