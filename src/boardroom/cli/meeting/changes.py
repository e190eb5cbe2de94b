"""`boardroom meeting edit`, `move`, `cancel`, `missed` and `rm`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from boardroom.actions.meetings import (
    cancel_meeting,
    edit_meeting,
    miss_meeting,
    move_meeting,
    remove_meeting,
)
from boardroom.cli.call import Call
from boardroom.cli.ids import row_id
from boardroom.cli.meeting.by_hand import change_by_form
from boardroom.cli.meeting.said import say
from boardroom.cli.when import moment
from boardroom.errors import BadInput
from boardroom.queries.meetings import belongings, meeting
from boardroom.render.meetings import echo, meeting_json, removal
from boardroom.rules.dates import Moment
from boardroom.rules.text import quoted
from boardroom.store.work import Work

MeetingId = Annotated[
    str | None,
    typer.Argument(metavar="mID", show_default=False, help="The id of the meeting, like m12."),
]


def edit(
    context: typer.Context,
    meeting_: MeetingId = None,
    form: Annotated[
        str | None,
        typer.Argument(metavar="[-]", show_default=False, help="“-” reads its form from a pipe."),
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="WHEN", help="The day, and the time too if you like.")
    ] = None,
    at: Annotated[
        str | None,
        typer.Option(metavar="TIME", help="The time of day, like 15:30; '' takes it away."),
    ] = None,
    way: Annotated[
        str | None, typer.Option(metavar="W", help="coffee, lunch, call, video, walk or other.")
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="P", help="Where; '' takes it away.")] = None,
    for_: Annotated[str | None, typer.Option("--for", metavar="45m", help="How long.")] = None,
    notes: Annotated[
        str | None,
        typer.Option(metavar="T|-", help="“-” reads them from a pipe; '' takes them away."),
    ] = None,
    private: Annotated[
        bool | None,
        typer.Option(
            "--private/--open", help="Whether it stays out of everything made to be shared."
        ),
    ] = None,
) -> None:
    """Change a meeting, by options or in the editor.

    Examples:
        boardroom meeting edit m1 --place 'Blue Bottle' --for 45m
    """
    call = Call.of(context)
    meeting_id = row_id(call, meeting_, "m", "edit")
    by_options = any(option is not None for option in (on, at, way, place, for_, notes, private))
    if form is not None and (form != "-" or by_options):
        raise BadInput(
            f"{quoted(form)} is one word too many.",
            "Give options, or only - to read the form from a pipe.",
        )
    if not by_options:
        say(call, change_by_form(call, context, meeting_id, piped=form is not None), meeting_id)
        return
    day = None if on is None else _day(call, meeting_id, on)
    time = None if at is None else _time(call, at, day)
    text = None if notes is None else call.words([notes])
    with call.changing(context) as work:
        edit_meeting(
            work,
            meeting_id,
            on=day,
            at=time,
            way=way,
            place=place,
            minutes=for_,
            text=text,
            private=private,
        )
    say(call, work, meeting_id)


def move(
    context: typer.Context,
    meeting_: MeetingId = None,
    when: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHEN...", show_default=False, help="Like next thu 10:00; the time may stay."
        ),
    ] = None,
) -> None:
    """Move a meeting to another day.

    Examples:
        boardroom meeting move m9 next thu 10:00
    """
    call = Call.of(context)
    meeting_id = row_id(call, meeting_, "m", "move")
    words = call.needed(call.words(when), "WHEN", "To when?")
    moved = moment(call, words, toward="forward")
    with call.changing(context) as work:
        move_meeting(work, meeting_id, moved)
    say(call, work, meeting_id)


def cancel(context: typer.Context, meeting_: MeetingId = None) -> None:
    """Call a planned meeting off.

    Call a meeting off.

    Examples:
        boardroom meeting cancel m9
    """
    _step(context, meeting_, "cancel", cancel_meeting)


def missed(context: typer.Context, meeting_: MeetingId = None) -> None:
    """Note that a planned one did not take place.

    Note that a meeting did not take place.

    Examples:
        boardroom meeting missed m9
    """
    _step(context, meeting_, "missed", miss_meeting)


def rm(
    context: typer.Context,
    meeting_: MeetingId = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove a meeting and what was noted in it.

    Examples:
        boardroom meeting rm m1 --yes
    """
    call = Call.of(context)
    meeting_id = row_id(call, meeting_, "m", "rm")
    with call.reading() as board:
        view = meeting(board, meeting_id)
        along = belongings(board, meeting_id)
    call.confirm(removal(view, along), yes=yes)
    with call.changing(context) as work:
        remove_meeting(work, meeting_id)
    call.did(work, meeting_json(view), echo=echo(view, call.today))


def _step(
    context: typer.Context, given: str | None, verb: str, action: Callable[[Work, int], None]
) -> None:
    call = Call.of(context)
    meeting_id = row_id(call, given, "m", verb)
    with call.changing(context) as work:
        action(work, meeting_id)
    say(call, work, meeting_id)


def _day(call: Call, meeting_id: int, text: str) -> Moment:
    """A planned meeting's day looks forward, any other's back."""
    with call.reading() as board:
        planned = meeting(board, meeting_id).status == "planned"
    return moment(call, text, toward="forward" if planned else "back")


def _time(call: Call, text: str, day: Moment | None) -> str:
    if day is not None and day.at is not None:
        raise BadInput("The time is given twice, by --on and by --at.", "Leave one of them out.")
    if text == "":
        return ""
    at = moment(call, f"today at {text.strip().removeprefix('at ')}", toward="forward").at
    assert at is not None  # whatever follows “at” is a time, or refused
    return at
