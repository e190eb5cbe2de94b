"""`boardroom plan`: a meeting in the calendar."""

from __future__ import annotations

from boardroom.actions.meetings import plan_meeting
from boardroom.cli.call import Answer, Call
from boardroom.cli.meeting import meeting_answer
from boardroom.cli.when import is_moment, parse_moment
from boardroom.cli.who import Who, before_dash, find_person_before
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
            metavar="WHEN...", show_default=False, help="Like next tue 15:30 or 24 Nov."
        ),
    ] = None,
    way: Annotated[
        str | None,
        typer.Option(
            metavar="W", help="coffee, lunch, call, video, walk or other (default: their usual)."
        ),
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="P", help="Where.")] = None,
    for_: Annotated[
        str | None,
        typer.Option("--for", metavar="60m", help="How long (default: their usual length)."),
    ] = None,
) -> None:
    """Put a meeting in the calendar.

    The day may be today or later; the time of day may be left out. Anybody on file can be met, a
    prospect too. The way and the length that are usual are those kept about the person, else
    coffee and the setting `minutes`.

    Examples:
        boardroom plan marcus next tue 15:30
        boardroom plan ana 4 Dec --way lunch --place 'Blue Bottle' --for 45m
    """
    call = Call.of(context)
    who, when = before_dash(call, who, when)
    call.words(when)

    def action(work: Work) -> Answer:
        board = work.connection
        person, words = find_person_before(
            call, board, who, when, fits=lambda text: is_moment(call, board, text, toward="forward")
        )
        text = call.needed(call.words(words), "WHEN", f"When do you meet {person.name}?")
        moment = parse_moment(call, board, text, toward="forward")
        done = plan_meeting(work, person.id, moment, way=way, place=place, minutes=for_)
        return meeting_answer(call, work, done)

    call.change(action)
