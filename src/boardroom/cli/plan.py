"""`boardroom plan`: plans a meeting."""

from __future__ import annotations

from boardroom.actions.meetings import plan_meeting
from boardroom.cli.call import Call
from boardroom.cli.meeting import meeting_reply
from boardroom.cli.printer import Reply
from boardroom.cli.when import parse_moment
from boardroom.cli.who import Who, find_person
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer


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
) -> None:
    """Plan a meeting.

    The day is today or later, and the time is optional. You can meet anybody on file, prospects
    too. The usual way and length are the person's own, else coffee and the setting `minutes`.

    Examples:
        boardroom plan marcus next tue 15:30
        boardroom plan ana 4 Dec --way lunch --place 'Blue Bottle' --for 45m
    """
    call = Call.of(context)
    words = call.text_argument(when)

    def action(work: Work) -> Reply:
        person = find_person(call, work.connection, who)
        text = call.ask_if_missing(words, "WHEN", f"When do you meet {person.name}?")
        moment = parse_moment(call, work.connection, text, toward="forward")
        done = plan_meeting(work, person.id, moment, way=way, place=place, minutes=for_)
        return meeting_reply(call, work, done)

    call.change(action)
