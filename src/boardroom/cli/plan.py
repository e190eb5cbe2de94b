"""`boardroom plan`: plans a meeting."""

from __future__ import annotations

import sqlite3

from boardroom.actions.meeting_rows import format_without_day
from boardroom.actions.meetings import move_meeting, plan_meeting
from boardroom.actions.plans_of_day import plans_of_day
from boardroom.cli.call import Call
from boardroom.cli.meeting_changes import meeting_reply
from boardroom.cli.meeting_of import find_person_before_when, is_next
from boardroom.cli.printer import Reply
from boardroom.cli.privacy import Private
from boardroom.cli.records import Yes
from boardroom.cli.when import parse_moment
from boardroom.cli.when_at import check_one_length
from boardroom.cli.who import Who, before_dash
from boardroom.errors import BadInput, Cancelled
from boardroom.queries.clashes import other_plans
from boardroom.queries.meetings import meeting
from boardroom.render.clashes import other_plan_notices
from boardroom.rules.day_format import format_day
from boardroom.rules.names import Named
from boardroom.store.rows import Advisor, Meeting
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from boardroom.rules.dates import Moment


def plan(
    context: typer.Context,
    who: Who = None,
    when: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WHEN...",
            show_default=False,
            help="The day, like next tue 15:30 or 24 Nov; “next” is the next usual slot.",
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
    private: Private = None,
    another: Annotated[
        bool,
        typer.Option("--another", help="Plan a second meeting with them."),
    ] = False,
    all_: Annotated[
        bool, typer.Option("--all", help="Plan the next with everybody who is not booked.")
    ] = False,
    yes: Yes = False,
) -> None:
    """Plan a meeting.

    The day is today or later, and the time is optional. You can meet anybody on file, prospects
    too. The usual way and length are the person's own, else coffee and the setting `minutes`; a
    range of times, like 9:00-10:00, sets the length too.

    “next” takes their first usual slot (advisor edit WHO --usual) inside their window on a day with
    nothing planned; without a usual slot, weekday and time are those of your last meetings. If none
    is inside, it takes the last before the window ends, or else the first after it, and says so. A
    plan that stands with them is named, and no second one made. Without WHEN, a terminal offers the
    next three.

    --all proposes the next with every active person who is not booked, no two on a day, and plans
    them all once you confirm. One undo takes them back.

    If a meeting with them is planned for that day, you are asked whether to move it, and without a
    terminal the command that moves it is named. If one is planned for another day, or the time
    overlaps that of another meeting, this is said.

    Examples:
        boardroom plan marcus next tue 15:30
        boardroom plan noor 4 Dec --way lunch --place 'Blue Bottle' --for 45m
        boardroom plan ana next
        boardroom plan --all --yes
    """
    call = Call.of(context)
    fields = {"way": way, "place": place, "minutes": for_}
    if all_:
        from boardroom.cli.plan_all import plan_all  # noqa: PLC0415  for --all alone

        if who or when or another or private is not None or any(fields.values()):
            raise BadInput(
                "--all plans the next with everybody, in their usual way.",
                "Leave the rest out: boardroom plan --all",
            )
        plan_all(call, yes=yes)
        return
    if yes:
        raise BadInput(
            "--yes confirms --all alone.", "Leave it out, or write: boardroom plan --all"
        )
    who, when = before_dash(call, who, when)
    call.text_argument(when)

    def action(work: Work) -> Reply:
        board = work.connection
        person, words = find_person_before_when(call, board, who, when, "plan")
        text = call.text_argument(words)
        if text is not None and is_next(text):
            from boardroom.cli.plan_next import plan_next  # noqa: PLC0415  for “next” alone

            return plan_next(call, work, person, another=another, private=private, **fields)
        moment = _moment(call, board, person, text)
        check_one_length(moment, for_)
        has_length = for_ is not None or moment.minutes is not None
        if call.may_ask and not another and (plan := _plan_to_move(work, person.id, moment)):
            _ask_to_move(call, work, person, plan)
            moved = move_meeting(work, plan.id, moment, **fields, private=private)
            return meeting_reply(call, work, moved, has_length=has_length)
        done = plan_meeting(work, person.id, moment, **fields, another=another, private=private)
        planned = meeting(work.connection, done.id)
        others = [] if another else other_plans(work.connection, planned, today=call.today)
        notices = other_plan_notices(others)
        return meeting_reply(call, work, done, has_length=has_length, notices=notices)

    call.change(action)


def _moment(call: Call, board: sqlite3.Connection, person: Named, text: str | None) -> Moment:
    """The day and time of a plan; without a `text`, asks on a terminal, and offers usual slots.

    Raises:
        BadInput: see `_parse_when`.
        MissingArgument: there is no text, and no terminal to ask on.
    """

    def read(answer: str) -> Moment:
        return _parse_when(call, board, person, answer)

    if text is None and call.may_ask and not call.json:
        from boardroom.cli.plan_next import ask_for_slot  # noqa: PLC0415  where it asks alone

        moment = ask_for_slot(call, board, person, read)
        if moment is not None:
            return moment
    question = f"When do you meet {person.name}? (like next tue 15:30)"
    return read(call.ask_if_missing(text, "WHEN", question, check=read))


def _plan_to_move(work: Work, advisor_id: int, moment: Moment) -> Meeting | None:
    """The one plan with a person that stands on a day at another time."""
    plans = plans_of_day(work, advisor_id, moment.on)
    return plans[0] if len(plans) == 1 and moment.at not in (None, plans[0].start_time) else None


def _ask_to_move(call: Call, work: Work, person: Named, plan: Meeting) -> None:
    """Asks whether to move a plan to another time of its day.

    Raises:
        Cancelled: the answer was no.
    """
    planned = format_without_day(plan, work.get(Advisor, person.id))
    day = format_day(plan.met_on, plan.start_time)
    question = f"That day has {planned}, {day}. Move {plan.ref} there?"
    if not call.ask_yes_no(question, default=False):
        raise Cancelled("Nothing changed.", "To plan a second meeting, add --another.")


def _parse_when(call: Call, board: sqlite3.Connection, person: Named, text: str) -> Moment:
    """The day and time of a plan.

    Raises:
        BadInput: they can't be read, or the day has no year and has just passed.
    """
    try:
        return parse_moment(call, board, text, toward="forward")
    except BadInput as error:
        from boardroom.cli import plan_words  # noqa: PLC0415  where something is wrong alone

        raise plan_words.not_planned(call, board, person.handle, text, error) from None
