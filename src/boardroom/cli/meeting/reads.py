"""`boardroom meeting list` and `show`."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.cli.call import Call
from boardroom.cli.ids import row_id
from boardroom.cli.who import Who, find
from boardroom.queries.meeting_contents import meeting_contents
from boardroom.queries.meetings import meeting, meetings
from boardroom.render.meetings import meeting_page, meetings_json, meetings_page, whole_meeting_json


def list_(
    context: typer.Context,
    who: Who = None,
    all_: Annotated[bool, typer.Option("--all", help="On a screen too, all of them.")] = False,
) -> None:
    """Meetings, newest first.

    Examples:
        boardroom meeting list
        boardroom meeting list marcus
    """
    call = Call.of(context)
    person = find(call, who) if who is not None else None
    limit = call.screenful(all_=all_)
    with call.reading() as board:
        found = meetings(board, advisor_id=person.id if person else None, limit=limit)
    handle = person.handle if person else "WHO"
    nothing = f"There is no meeting{f' with {person.name}' if person else ''} yet. Plan one: boardroom plan {handle} WHEN"
    all_of_them = f"boardroom meeting list {f'{handle} ' if person else ''}--all"
    call.show(meetings_page(found, call.today, nothing, all_of_them), meetings_json(found))


def show(
    context: typer.Context,
    meeting_: Annotated[
        str | None,
        typer.Argument(metavar="mID", show_default=False, help="The id of the meeting, like m12."),
    ] = None,
) -> None:
    """One meeting, whole.

    Examples:
        boardroom meeting show m1
    """
    call = Call.of(context)
    meeting_id = row_id(call, meeting_, "m", "show")
    with call.reading() as board:
        view = meeting(board, meeting_id)
        within = meeting_contents(board, meeting_id)
    call.show(meeting_page(view, within, call.today), whole_meeting_json(view, within, call.today))
