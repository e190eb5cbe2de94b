"""The steps of an advisor's life with the board, one command each."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from boardroom.actions.lifecycle import take_step
from boardroom.cli.call import Call
from boardroom.cli.when import on_day
from boardroom.cli.who import Who, find
from boardroom.queries.advisors import advisor
from boardroom.render.advisors import advisor_json
from boardroom.rules.day_format import from_today
from boardroom.rules.names import Named
from boardroom.store.work import Work

On = Annotated[
    str | None, typer.Option(metavar="DATE", help="The day of it; today where left out.")
]
Note = Annotated[str | None, typer.Option(metavar="T", help="Why, or how it went.")]
Beyond = Annotated[bool, typer.Option("--beyond", help="Even where the board is full.")]


def consider(context: typer.Context, who: Who = None, on: On = None, note: Note = None) -> None:
    """Make somebody a prospect.

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
            help="What for: feedback on a project, how they got there, entering a field, balance; or in your words.",
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
    """Take no for an answer.

    Examples:
        boardroom advisor decline yusuf --note 'Ask again in spring'
    """
    _take(
        context,
        who,
        "decline",
        "declined",
        on,
        more="; the door stays open: boardroom advisor ask {handle}",
        note=note,
    )


def pause(
    context: typer.Context,
    who: Who = None,
    until: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="The day to think of them again; open-ended where left out."
        ),
    ] = None,
    on: On = None,
    note: Note = None,
) -> None:
    """Stop the clock for a while.

    Examples:
        boardroom advisor pause tom --until 'in 2m'
    """
    call = Call.of(context)
    until_on = on_day(call, until, toward="forward") if until is not None else None
    _take(context, who, "pause", "paused", on, until=until_on, note=note)


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


def _take(
    context: typer.Context,
    who: str | None,
    verb: str,
    to: str,
    on: str | None,
    *,
    more: str = "",
    **details: Any,  # noqa: ANN401  the keywords of take_step
) -> None:
    call = Call.of(context)
    person = find(call, who)
    day = on_day(call, on, toward="back") if on is not None else None
    with call.changing(context) as work:
        take_step(work, person.id, to, on=day, verb=verb, **details)
    say(call, work, person, more=more.format(handle=person.handle))


def say(call: Call, work: Work, person: Named, *, more: str = "") -> None:
    """Says what step was taken, how far off its day is, and what `more` there is to say; the JSON is the person as they now are."""
    with call.reading() as board:
        view = advisor(board, person.id, today=call.today)
    called = view.standing.paused_until or view.standing.since
    call.did(work, advisor_json(view), echo=f" ({from_today(called, call.today)}){more}")
