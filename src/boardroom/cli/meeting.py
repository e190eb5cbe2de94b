"""`boardroom meeting list`, `show`, `edit`, `move`, `cancel`, `missed` and `rm`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from boardroom.actions.meetings import (
    cancel_meeting,
    miss_meeting,
    move_meeting,
    remove_meeting,
)
from boardroom.cli.call import Call
from boardroom.cli.lists import ListScope, show_records
from boardroom.cli.meeting_of import find_planned, meeting_id_of
from boardroom.cli.printer import Reply
from boardroom.cli.records import id_of
from boardroom.cli.when import parse_moment
from boardroom.cli.who import Who, handles
from boardroom.queries.bookings import late_booking
from boardroom.queries.meeting_contents import MeetingContents, meeting_contents
from boardroom.queries.meetings import MeetingView, belongings, meeting, meetings
from boardroom.render.meeting_words import echo, late_words, removal
from boardroom.render.meetings import (
    meeting_json,
    meeting_page,
    meetings_json,
    meetings_page,
)
from boardroom.render.page import Page
from boardroom.rules.ids import MEETING, looks_like_id
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any, TypeAlias

    import typer

WhoseMeeting: TypeAlias = (
    "Annotated[list[str] | None, typer.Argument(metavar='mID|WHO', show_default=False, "
    "help='The id of the meeting, or whom it is with, if only one fits.')]"
)
MeetingId: TypeAlias = (
    "Annotated[str | None, typer.Argument(metavar='mID', show_default=False, "
    "help='The id of the meeting, like m12.')]"
)


def list_(
    context: typer.Context,
    who: Who = None,
    all_: Annotated[
        bool, typer.Option("--all", help="List all of them, even on a terminal.")
    ] = False,
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


def move(
    context: typer.Context,
    meeting_: Annotated[
        str | None,
        typer.Argument(
            metavar="mID|WHO",
            show_default=False,
            help="The id of the meeting, or whom it is with, if only one is planned.",
            autocompletion=handles,
        ),
    ] = None,
    when: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHEN...", show_default=False, help="The new day, like next thu 10:00."
        ),
    ] = None,
) -> None:
    """Move a meeting to another day.

    Without a time, the meeting keeps its own. A cancelled or missed meeting becomes planned again.
    With WHO in place of the id, it is the one meeting planned with that person.

    Examples:
        boardroom meeting move m9 next thu 10:00
        boardroom meeting move ana fri
    """
    call = Call.of(context)
    given = call.ask_if_missing(meeting_, "ID", "Which meeting? Its id, or whom it is with:")
    given_id = id_of(call, given, MEETING, "move") if looks_like_id(given) else None
    if when is None:
        when = [call.ask_if_missing(None, "WHEN", "Move it to when?")]
    call.text_argument(when)

    def action(work: Work) -> Reply:
        meeting_id, words = (
            (given_id, when)
            if given_id is not None
            else find_planned(call, work.connection, given, "move", when)
        )
        text = call.text_argument(words) or ""
        moment = parse_moment(call, work.connection, text, toward="forward")
        return meeting_reply(call, work, move_meeting(work, meeting_id, moment))

    call.change(action)


def cancel(context: typer.Context, meeting_: WhoseMeeting = None) -> None:
    """Cancel a planned meeting.

    The meeting stays on file; meeting move plans it again by its id.

    Examples:
        boardroom meeting cancel m9
        boardroom meeting cancel ana
    """
    _take_step(context, meeting_, "cancel", cancel_meeting)


def missed(context: typer.Context, meeting_: WhoseMeeting = None) -> None:
    """Mark a planned meeting as missed.

    The meeting stays on file; meeting move plans it again by its id. Its day must not be in the
    future.

    Examples:
        boardroom meeting missed m9
        boardroom meeting missed ana
    """
    _take_step(context, meeting_, "missed", miss_meeting)


def rm(
    context: typer.Context,
    meeting_: MeetingId = None,
    yes: Annotated[bool, typer.Option("--yes", help="Skip the confirmation.")] = False,
) -> None:
    """Remove a meeting and everything logged in it.

    This removes its advice, promises and exchanges, and reopens the agenda items it covered,
    without their answers.

    Examples:
        boardroom meeting rm m1 --yes
    """
    call = Call.of(context)
    meeting_id = meeting_id_of(call, meeting_, "rm")

    def action(work: Work) -> Reply:
        view = meeting(work.connection, meeting_id)
        call.confirm(removal(view, belongings(work.connection, meeting_id)), yes=yes)
        record = record_of(call, work, view)
        remove_meeting(work, meeting_id)
        return Reply(record, echo(view, call.today))

    call.change(action)


def meeting_reply(call: Call, work: Work, done: Done) -> Reply:
    """The reply to a change that sets or confirms the day of a meeting."""
    view = meeting(work.connection, done.id)
    late = late_booking(work.connection, done.id, today=call.today)
    missed = "" if late is None else f", {late_words(late)}"
    return Reply(record_of(call, work, view), f"{echo(view, call.today)}{missed}")


def record_of(call: Call, work: Work, view: MeetingView) -> dict[str, Any]:
    """The JSON record of a meeting with its contents; empty without `--json`."""
    if not call.json:
        return {}
    return meeting_json(view, meeting_contents(work.connection, view.id), call.today)


def _take_step(
    context: typer.Context, words: list[str] | None, verb: str, step: Callable[[Work, int], Done]
) -> None:
    call = Call.of(context)
    given = call.ask_if_missing(
        " ".join(words) if words else None, "ID", "Which meeting? Its id, or whom it is with:"
    )
    given_id = id_of(call, given, MEETING, verb) if looks_like_id(given) else None

    def action(work: Work) -> Reply:
        meeting_id = given_id or find_planned(call, work.connection, given, verb)[0]
        return meeting_reply(call, work, step(work, meeting_id))

    call.change(action)
