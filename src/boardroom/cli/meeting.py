"""`boardroom meeting list`; the other verbs are in modules of their own, which import more."""

from __future__ import annotations

import sqlite3

from boardroom.cli.call import Call
from boardroom.cli.lists import All, ListScope, show_records
from boardroom.cli.who import OptionalWho
from boardroom.queries.meetings import meetings
from boardroom.render.meetings import meetings_json, meetings_page
from boardroom.render.page import Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any, TypeAlias

    import typer

MeetingId: TypeAlias = (
    "Annotated[str | None, typer.Argument(metavar='mID', show_default=False, "
    "help='The id of the meeting, like m12.')]"
)


def list_(
    context: typer.Context,
    who: OptionalWho = None,
    all_: All = False,
) -> None:
    """List meetings, newest first.

    A terminal shows the newest 50; a pipe and --json get all.

    Examples:
        boardroom meeting list
        boardroom meeting list marcus
    """
    call = Call.of(context)

    def query(board: sqlite3.Connection, scope: ListScope) -> tuple[Page, dict[str, Any]]:
        view = meetings(board, advisor_id=scope.advisor_id, limit=scope.limit)
        nothing = (
            f"There are no meetings{scope.named('with')} yet."
            f" Plan one: boardroom plan {scope.handle} WHEN"
        )
        return meetings_page(view, call.today, nothing, scope.all_command), meetings_json(view)

    show_records(call, who, query, all_=all_)
