"""`boardroom advisor consider`, `ask`, `decline`, `pause` and `resume`: steps of the lifecycle."""

from __future__ import annotations

from datetime import date

from boardroom.actions.lifecycle import take_step
from boardroom.cli.call import Call
from boardroom.cli.printer import Reply
from boardroom.cli.when import parse_day
from boardroom.cli.who import Who, find_person
from boardroom.queries.meetings import planned_meetings
from boardroom.queries.people import is_mentee, standings
from boardroom.queries.private import is_confidential_on
from boardroom.render.privacy import private_echo
from boardroom.rules.day_format import format_day, from_today
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any, TypeAlias

    import typer

On: TypeAlias = (
    "Annotated[str | None, typer.Option(metavar='DATE', "
    "help='The day it happened (default: today).')]"
)
Note: TypeAlias = "Annotated[str | None, typer.Option(metavar='TEXT', help='Why, or how it went.')]"
Beyond: TypeAlias = (
    "Annotated[bool, typer.Option('--beyond', help='Allow it even if the board is full.')]"
)


_THE_LETTER = "; the letter that asks: boardroom letter ask {handle}"


def consider(context: typer.Context, who: Who = None, on: On = None, note: Note = None) -> None:
    """Make a person a prospect.

    This is for former advisors and people who declined.

    Examples:
        boardroom advisor consider ines
    """
    _take(context, who, "consider", "prospect", on, more=_THE_LETTER, note=note)


def ask(
    context: typer.Context,
    who: Who = None,
    on: On = None,
    how: Annotated[
        str | None, typer.Option(metavar="TEXT", help="How you asked, like “over coffee”.")
    ] = None,
    about: Annotated[
        str | None,
        typer.Option(
            metavar="TEXT",
            help="What you asked for: feedback on a project, how they got there, entering a field,"
            " balance, or something else.",
        ),
    ] = None,
    note: Note = None,
) -> None:
    """Record that you asked a person to join.

    If they have not answered, you can ask again.

    Examples:
        boardroom advisor ask noor --how 'over coffee' --about 'entering a field'
        boardroom advisor ask yusuf --on yesterday
    """
    _take(context, who, "ask", "asked", on, more=_THE_LETTER, how=how, about=about, note=note)


def decline(context: typer.Context, who: Who = None, on: On = None, note: Note = None) -> None:
    """Record that a person declined.

    You can ask them again later.

    Examples:
        boardroom advisor decline yusuf --note 'Ask again in spring'
    """
    more = "; you can ask again later: boardroom advisor ask {handle}"
    _take(context, who, "decline", "declined", on, more=more, note=note)


def pause(
    context: typer.Context,
    who: Who = None,
    until: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="End of the pause, when due reminds you (default: open-ended).",
        ),
    ] = None,
    on: On = None,
    note: Note = None,
) -> None:
    """Pause an advisor, or move the end of their pause.

    A paused advisor is never due and frees their seat. Pausing one who is paused already moves the
    end of the pause.

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
    """Resume a paused advisor.

    Examples:
        boardroom advisor resume priya
    """
    _take(context, who, "resume", "active", on, note=note, beyond=beyond)


def reply(
    call: Call, work: Work, advisor_id: int, *, on: date | None = None, more: str = ""
) -> Reply:
    """The reply to a change: the distance of `on` (default: the last step) and `more`."""
    if call.json:
        return Reply(record_of(call, work, advisor_id))
    standing = standings(work.connection)[advisor_id]
    day = on or standing.paused_until or standing.since
    return Reply({}, f" ({from_today(day, call.today)}){more}")


def private_words_echo(work: Work, advisor_id: int, on: date | None, *words: object) -> str:
    """What follows the sentence of a step if words were given with it, and they are private."""
    has_words = any(isinstance(text, str) and text for text in words)
    day = on or work.today
    return private_echo(has_words and is_confidential_on(work.connection, advisor_id, day))


def record_of(call: Call, work: Work, advisor_id: int) -> dict[str, Any]:
    """The JSON record of a person; empty without `--json`."""
    if not call.json:
        return {}
    from boardroom.queries.introductions import chain  # noqa: PLC0415  only for JSON
    from boardroom.queries.prospects import rated_advisor  # noqa: PLC0415  only for JSON
    from boardroom.queries.timeline import timeline  # noqa: PLC0415  only for JSON
    from boardroom.render.prospects import advisor_json  # noqa: PLC0415  only for JSON
    from boardroom.render.timeline import timeline_json  # noqa: PLC0415  only for JSON

    view = rated_advisor(work.connection, advisor_id, today=call.today)
    events = timeline(work.connection, advisor_id, today=call.today)
    known = chain(work.connection, advisor_id)
    return advisor_json(view, list(timeline_json(events, call.today)), known)


def _take(
    context: typer.Context,
    who: str | None,
    verb: str,
    to: str,
    on: str | None,
    *,
    until: str | None = None,
    more: str = "",
    **details: Any,  # noqa: ANN401  keywords of take_step
) -> None:
    call = Call.of(context)

    def action(work: Work) -> Reply:
        board = work.connection
        person = find_person(call, board, who)
        day = None if on is None else parse_day(call, board, on, toward="back")
        end = (
            None
            if until is None
            else parse_day(call, board, until, toward="forward", bare_length=True, since=day)
        )
        take_step(work, person.id, to, on=day, until=end, verb=verb, **details)
        said = private_words_echo(work, person.id, day, *details.values())
        plans = _plans_in_pause(work, person.id, end) if to == "paused" else ""
        no_letter = more == _THE_LETTER and is_mentee(board, person.id)  # it asks for an advisor
        follows = "" if no_letter else more.format(handle=person.handle)
        more_words = f"{said}{follows}{plans}"
        return reply(call, work, person.id, more=more_words)

    call.change(action)


def _plans_in_pause(work: Work, advisor_id: int, until: date | None) -> str:
    """The meetings planned within a pause, with their commands, as the end of a sentence."""
    return "".join(
        f"; {plan.ref} is planned in it, {format_day(plan.on, plan.at)}:"
        f" boardroom meeting move {plan.ref} WHEN or boardroom meeting cancel {plan.ref}"
        for plan in planned_meetings(work.connection, advisor_id)
        if plan.on >= work.today and (until is None or plan.on < until)
    )
