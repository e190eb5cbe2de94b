"""`boardroom meeting show`."""

from __future__ import annotations

import sqlite3

from boardroom.cli.call import Call
from boardroom.cli.meeting import MeetingId
from boardroom.cli.meeting_of import meeting_id_of
from boardroom.queries.meeting_contents import MeetingContents, meeting_contents
from boardroom.queries.meetings import MeetingView, meeting
from boardroom.render.meeting_page import meeting_json, meeting_page

TYPE_CHECKING = False
if TYPE_CHECKING:
    import typer


def show(context: typer.Context, meeting_: MeetingId = None) -> None:
    """Show a meeting and everything logged in it.

    Its day, place, length and notes, the agenda items covered, and the advice, promises and
    exchanges.

    Examples:
        boardroom meeting show m1
    """
    call = Call.of(context)
    meeting_id = meeting_id_of(call, meeting_, "show")

    def query(board: sqlite3.Connection) -> tuple[MeetingView, MeetingContents]:
        return meeting(board, meeting_id), meeting_contents(board, meeting_id)

    view, contents = call.read(query)
    call.show(meeting_page(view, contents, call.today), meeting_json(view, contents, call.today))
