"""`boardroom advisor consider`, `ask`, `decline`, `pause` and `resume`: steps of the lifecycle."""

from __future__ import annotations

from datetime import date

from boardroom.actions.lifecycle import take_step
from boardroom.cli.call import Answer, Call
from boardroom.cli.when import parse_day
from boardroom.cli.who import Who, find_person
from boardroom.queries.people import standings
from boardroom.rules.day_format import from_today
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any, TypeAlias

    import typer

On: TypeAlias = (
    "Annotated[str | None, typer.Option(metavar='DATE', help='The day of it (default: today).')]"
)
Note: TypeAlias = "Annotated[str | None, typer.Option(metavar='T', help='Why, or how it went.')]"
Beyond: TypeAlias = (
    "Annotated[bool, typer.Option('--beyond', help='Even where the board is full.')]"
)


def consider(context: typer.Context, who: Who = None, on: On = None, note: Note = None) -> None:
    """Make somebody a prospect.

    A former advisor, or somebody who declined, becomes a prospect again.

    Examples:
        boardroom advisor consider ines
    """
    _take(context, who, "consider", "prospect", on, note=note)


def ask(
    context: typer.Context,
    who: Who = None,
    on: On = None,
    how: Annotated[str | None, typer.Option(metavar="T", help="How you asked.")] = None,
    about: Annotated[
        str | None,
        typer.Option(
            metavar="T",
            help="What for: feedback on a project, how they got there, entering a field, balance;"
            " or in your words.",
        ),
    ] = None,
    note: Note = None,
) -> None:
    """Note that you asked, or asked once more.

    Examples:
        boardroom advisor ask noor --how 'over coffee' --about 'entering a field'
        boardroom advisor ask yusuf --on yesterday
    """
    _take(context, who, "ask", "asked", on, how=how, about=about, note=note)


def decline(context: typer.Context, who: Who = None, on: On = None, note: Note = None) -> None:
    """Note that somebody you asked declined.

    They can be asked again.

    Examples:
        boardroom advisor decline yusuf --note 'Ask again in spring'
    """
    more = "; the door stays open: boardroom advisor ask {handle}"
    _take(context, who, "decline", "declined", on, more=more, note=note)


def pause(
    context: typer.Context,
    who: Who = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day to think of them again (default: open-ended)."),
    ] = None,
    on: On = None,
    note: Note = None,
) -> None:
    """Stop the clock for a while.

    A paused advisor is never due, and leaves their seat free.

    Examples:
        boardroom advisor pause tom --until 'in 2m'
    """
    _take(context, who, "pause", "paused", on, until=until, note=note)


def resume(
    context: typer.Context,
    who: Who = None,
    on: On = None,
    note: Note = None,
    beyond: Beyond = False,
) -> None:
    """End a pause.

    Examples:
        boardroom advisor resume priya
    """
    _take(context, who, "resume", "active", on, note=note, beyond=beyond)


def answer(
    call: Call, work: Work, advisor_id: int, *, on: date | None = None, more: str = ""
) -> Answer:
    """The person, how far off `on` is (default: the day of their last step), and `more`."""
    if call.json:
        return Answer(record_of(call, work, advisor_id))
    standing = standings(work.connection)[advisor_id]
    day = on or standing.paused_until or standing.since
    return Answer({}, f" ({from_today(day, call.today)}){more}")


def record_of(call: Call, work: Work, advisor_id: int) -> dict[str, Any]:
    """The JSON record of a person; empty if nobody asked for JSON."""
    if not call.json:
        return {}
    from boardroom.queries.advisors import advisor  # noqa: PLC0415  with the next, for JSON alone
    from boardroom.render.advisors import advisor_json  # noqa: PLC0415  see above

    return advisor_json(advisor(work.connection, advisor_id, today=call.today))


def _take(
    context: typer.Context,
    who: str | None,
    verb: str,
    to: str,
    on: str | None,
    *,
    until: str | None = None,
    more: str = "",
    **details: Any,  # noqa: ANN401  the keywords of take_step
) -> None:
    call = Call.of(context)

    def action(work: Work) -> Answer:
        board = work.connection
        person = find_person(call, board, who)
        day = None if on is None else parse_day(call, board, on, toward="back")
        end = (
            None
            if until is None
            else parse_day(call, board, until, toward="forward", bare_length=True, since=day)
        )
        take_step(work, person.id, to, on=day, until=end, verb=verb, **details)
        return answer(call, work, person.id, more=more.format(handle=person.handle))

    call.change(action)
