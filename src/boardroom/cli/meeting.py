"""`boardroom meeting list`, `show`, `edit`, `move`, `cancel`, `missed` and `rm`."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from boardroom.actions.meetings import (
    cancel_meeting,
    edit_meeting,
    miss_meeting,
    move_meeting,
    remove_meeting,
)
from boardroom.cli.call import Answer, Call
from boardroom.cli.meeting_of import find_planned, meeting_id_of
from boardroom.cli.records import given_fields, id_of
from boardroom.cli.when import check_one_length, parse_moment, parse_time
from boardroom.cli.who import Who, find_person, handles
from boardroom.errors import BadInput
from boardroom.queries.meeting_contents import MeetingContents, meeting_contents
from boardroom.queries.meetings import MeetingView, belongings, meeting, meetings
from boardroom.render.meetings import (
    echo,
    meeting_json,
    meeting_page,
    meetings_json,
    meetings_page,
    removal,
    whole_meeting_json,
)
from boardroom.render.page import Page
from boardroom.rules.dates import Moment
from boardroom.rules.day_format import from_today
from boardroom.rules.ids import MEETING, looks_like_id
from boardroom.rules.text import quoted
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
    all_: Annotated[bool, typer.Option("--all", help="On a screen too, all of them.")] = False,
) -> None:
    """Meetings, newest first.

    With WHO, those with one person. A screen shows the newest 50; a pipe and --json get all.

    Examples:
        boardroom meeting list
        boardroom meeting list marcus
    """
    call = Call.of(context)

    def query(board: sqlite3.Connection) -> tuple[Page, dict[str, Any]]:
        person = None if who is None else find_person(call, board, who)
        limit = call.screenful(all_=all_)
        listed = meetings(board, advisor_id=person and person.id, limit=limit)
        handle = person.handle if person else "WHO"
        nothing = (
            f"There is no meeting{f' with {person.name}' if person else ''} yet."
            f" Plan one: boardroom plan {handle} WHEN"
        )
        all_of_them = f"boardroom meeting list {f'{handle} ' if person else ''}--all"
        return meetings_page(listed, call.today, nothing, all_of_them), meetings_json(listed)

    call.show_list(query)


def show(context: typer.Context, meeting_: MeetingId = None) -> None:
    """One meeting, whole.

    With its day, place, length and notes, the agenda it covered, and the advice, promises and
    exchanges in it.

    Examples:
        boardroom meeting show m1
    """
    call = Call.of(context)
    meeting_id = meeting_id_of(call, meeting_, "show")

    def query(board: sqlite3.Connection) -> tuple[MeetingView, MeetingContents]:
        return meeting(board, meeting_id), meeting_contents(board, meeting_id)

    view, contents = call.read(query)
    call.show(
        meeting_page(view, contents, call.today), whole_meeting_json(view, contents, call.today)
    )


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

    Without an option, a meeting that was held opens in your editor as its form, with all that was
    logged of it. What you leave out of the form stays as it is. The day of a planned meeting looks
    forward from today, that of any other back. What came of a meeting moves with it to another
    day. While your agreement with the person is confidential, the meeting stays private.

    Examples:
        boardroom meeting edit m1 --place 'Blue Bottle' --for 45m
    """
    call = Call.of(context)
    meeting_id = meeting_id_of(call, meeting_, "edit")
    given = given_fields(
        on=on, at=at, way=way, place=place, minutes=for_, notes=notes, private=private
    )
    if form is not None and (form != "-" or given):
        raise BadInput(
            f"{quoted(form)} is one word too many.",
            "Give options, or only - to read the form from a pipe.",
        )
    if not given:
        from boardroom.cli.meeting_form import edit_form  # noqa: PLC0415  for the form alone

        edit_form(call, meeting_id, piped=form is not None)
        return
    text = call.text(notes)

    def action(work: Work) -> Answer:
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
            at=at and parse_time(call, at),
            way=way,
            place=place,
            minutes=for_,
            notes=text,
            private=private,
        )
        return edit_answer(call, work, done)

    call.change(action)


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
            metavar="WHEN...", show_default=False, help="Like next thu 10:00; the time may stay."
        ),
    ] = None,
) -> None:
    """Move a meeting to another day.

    A cancelled or missed meeting is planned again by it. Without a time its own one stays. With WHO
    in place of the id, it is the one meeting planned with that person.

    Examples:
        boardroom meeting move m9 next thu 10:00
        boardroom meeting move ana fri
    """
    call = Call.of(context)
    given = call.needed(meeting_, "ID", "Which meeting? Its id, or whom it is with:")
    given_id = id_of(call, given, MEETING, "move") if looks_like_id(given) else None
    if when is None:
        when = [call.needed(None, "WHEN", "To when?")]
    call.words(when)

    def action(work: Work) -> Answer:
        meeting_id, words = (
            (given_id, when)
            if given_id is not None
            else find_planned(call, work.connection, given, "move", when)
        )
        text = call.words(words) or ""
        moment = parse_moment(call, work.connection, text, toward="forward")
        return meeting_answer(call, work, move_meeting(work, meeting_id, moment))

    call.change(action)


def cancel(context: typer.Context, meeting_: WhoseMeeting = None) -> None:
    """Call a planned meeting off.

    It stays on file as cancelled; `boardroom meeting move` plans it again by its id.

    Examples:
        boardroom meeting cancel m9
        boardroom meeting cancel ana
    """
    _take_step(context, meeting_, "cancel", cancel_meeting)


def missed(context: typer.Context, meeting_: WhoseMeeting = None) -> None:
    """Note that a planned one did not take place.

    Its day has to have come. It stays on file as missed; `boardroom meeting move` plans it again by
    its id.

    Examples:
        boardroom meeting missed m9
        boardroom meeting missed ana
    """
    _take_step(context, meeting_, "missed", miss_meeting)


def rm(
    context: typer.Context,
    meeting_: MeetingId = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove a meeting and what was noted in it.

    Its advice, promises and exchanges are removed with it. The agenda items that it covered become
    open again, without their answers.

    Examples:
        boardroom meeting rm m1 --yes
    """
    call = Call.of(context)
    meeting_id = meeting_id_of(call, meeting_, "rm")

    def action(work: Work) -> Answer:
        view = meeting(work.connection, meeting_id)
        call.confirm(removal(view, belongings(work.connection, meeting_id)), yes=yes)
        remove_meeting(work, meeting_id)
        return Answer(meeting_json(view), echo(view, call.today))

    call.change(action)


def meeting_answer(call: Call, work: Work, done: Done) -> Answer:
    """The answer to a change that sets or confirms the day of a meeting."""
    view = meeting(work.connection, done.id)
    return Answer(meeting_json(view), echo(view, call.today))


def edit_answer(call: Call, work: Work, done: Done) -> Answer:
    """The answer to an edit, whose sentence says what it changed; a new day is seen from today."""
    view = meeting(work.connection, done.id)
    moved = any(change.label == "day" for change in done.changes)
    return Answer(meeting_json(view), f" · {from_today(view.on, call.today)}" if moved else "")


def _take_step(
    context: typer.Context, words: list[str] | None, verb: str, step: Callable[[Work, int], Done]
) -> None:
    call = Call.of(context)
    given = call.needed(
        " ".join(words) if words else None, "ID", "Which meeting? Its id, or whom it is with:"
    )
    given_id = id_of(call, given, MEETING, verb) if looks_like_id(given) else None

    def action(work: Work) -> Answer:
        meeting_id = given_id or find_planned(call, work.connection, given, verb)[0]
        return meeting_answer(call, work, step(work, meeting_id))

    call.change(action)


def _parse_day(call: Call, board: sqlite3.Connection, meeting_id: int, text: str) -> Moment:
    planned = meeting(board, meeting_id).status == "planned"
    return parse_moment(call, board, text, toward="forward" if planned else "back")
