"""`boardroom log`: a meeting that took place."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from boardroom.actions.meetings import log_meeting
from boardroom.cli.call import Call
from boardroom.cli.ids import row_id
from boardroom.cli.meeting.said import say
from boardroom.cli.when import moment
from boardroom.cli.who import Who, find


def log(
    context: typer.Context,
    who: Who = None,
    notes: Annotated[
        list[str] | None, typer.Argument(metavar="[NOTES...|-]", show_default=False, help="“-” reads them from a pipe.")
    ] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day; else that of the plan not yet logged, else today.")] = None,
    meeting: Annotated[str | None, typer.Option(metavar="mID", help="The planned meeting that took place, where several fit.")] = None,
    way: Annotated[
        str | None, typer.Option(metavar="W", help="coffee, lunch, call, video, walk or other; as planned where left out.")
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="P", help="Where.")] = None,
    for_: Annotated[str | None, typer.Option("--for", metavar="45m", help="How long.")] = None,
    covered: Annotated[
        str | None, typer.Option(metavar="ID,...|all|none", help="What of the agenda was covered; none where left out.")
    ] = None,
    private: Annotated[bool, typer.Option("--private", help="Keep it out of everything made to be shared.")] = False,
) -> None:
    """Log a meeting."""
    call = Call.of(context)
    person = find(call, who)
    day = None if on is None else moment(call, on, toward="back")
    plan_id = None if meeting is None else row_id(call, meeting, "m", "show")
    items = _items(call, covered)
    text = call.words(notes)
    with call.changing(context) as work:
        meeting_id = log_meeting(
            work,
            person.id,
            on=day,
            meeting_id=plan_id,
            way=way,
            place=place,
            minutes=for_,
            text=text,
            covered=items,
            private=private,
        )
    say(call, work, meeting_id, whole=True)


def _items(call: Call, given: str | None) -> tuple[int, ...] | Literal["all"]:
    match "none" if given is None else given.strip().lower():
        case "all":
            return "all"
        case "none":
            return ()
        case listed:
            return tuple(row_id(call, text, "a", "show") for text in listed.split(","))
