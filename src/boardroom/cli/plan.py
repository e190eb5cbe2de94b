"""`boardroom plan`: a meeting in the calendar."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.actions.meetings import plan_meeting
from boardroom.cli.call import Call
from boardroom.cli.meeting.said import say
from boardroom.cli.when import moment
from boardroom.cli.who import Who, find


def plan(
    context: typer.Context,
    who: Who = None,
    when: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHEN...", show_default=False, help="Like next tue 15:30 or 24 Nov."
        ),
    ] = None,
    way: Annotated[
        str | None,
        typer.Option(
            metavar="W", help="coffee, lunch, call, video, walk or other; theirs where left out."
        ),
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="P", help="Where.")] = None,
    for_: Annotated[
        str | None,
        typer.Option("--for", metavar="60m", help="How long; as long as usual where left out."),
    ] = None,
) -> None:
    """Put a meeting in the calendar.

    Plan a meeting.

    Examples:
        boardroom plan marcus next tue 15:30
        boardroom plan ana 4 Dec --way lunch --place 'Blue Bottle' --for 45m
    """
    call = Call.of(context)
    person = find(call, who)
    words = call.needed(call.words(when), "WHEN", f"When do you meet {person.name}?")
    planned = moment(call, words, toward="forward")
    with call.changing(context) as work:
        meeting_id = plan_meeting(work, person.id, planned, way=way, place=place, minutes=for_)
    say(call, work, meeting_id)
