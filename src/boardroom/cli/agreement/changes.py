"""`boardroom agreement set`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import typer

from boardroom.actions.agreements import agree
from boardroom.cli.agreement.fields import FIELDS, meant, shown
from boardroom.cli.call import Call
from boardroom.cli.record_edit import edit_by_hand
from boardroom.cli.who import Who, find
from boardroom.queries.advisors import advisor
from boardroom.queries.agreements import agreement
from boardroom.render.agreements import agreement_json, privacy_words
from boardroom.rules.day_format import from_today
from boardroom.rules.names import Named
from boardroom.store.work import Work


def set_(
    context: typer.Context,
    who: Who = None,
    hopes: Annotated[
        str | None, typer.Option(metavar="T|-", help="What you hope for; “-” reads it from a pipe.")
    ] = None,
    focus: Annotated[
        list[str] | None,
        typer.Option(
            metavar="T", help="An area to work on; may be given again, '' takes all away."
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Until when; due reminds you to renew or part."),
    ] = None,
    confidential: Annotated[
        bool | None,
        typer.Option(
            "--confidential/--open",
            help="Whether what is said stays between you; meetings are then private.",
            show_default=False,
        ),
    ] = None,
    boundaries: Annotated[
        str | None, typer.Option(metavar="T|-", help="What is not to be asked for, or when not.")
    ] = None,
    window: Annotated[str | None, typer.Option(metavar="4-6w", help="How often to meet.")] = None,
    minutes: Annotated[str | None, typer.Option(metavar="60m", help="How long to meet.")] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day you agreed; today where left out.")
    ] = None,
) -> None:
    """Write down what you agreed, by options or in the editor.

    Write down what you agreed, in the editor where no option is given; '' takes a text or a day
    away.

    Examples:
        boardroom agreement set marcus --hopes 'A seat at the table' --focus 'P&L' --focus pricing --until 2027-06-01
        boardroom agreement set ana --confidential --boundaries 'No weekends' --window 6-8w
    """
    call = Call.of(context)
    person = find(call, who)
    values = {
        "agreed_on": on,
        "hopes": None if hopes is None else call.words([hopes]),
        "focus": focus,
        "until_on": until,
        "confidential": confidential,
        "boundaries": None if boundaries is None else call.words([boundaries]),
        "window": window,
        "minutes": minutes,
    }
    given = {field: value for field, value in values.items() if value is not None}
    with call.reading() as board:
        before = agreement(board, person.id)
    work, until_on = (
        _set(context, call, person, given) if given else _set_by_hand(context, call, person)
    )
    with call.reading() as board:
        view, after = advisor(board, person.id, today=call.today), agreement(board, person.id)
    echo = f" ({from_today(until_on, call.today)})" if until_on else ""
    call.did(work, agreement_json(view, after), echo=f"{echo}{privacy_words(before, after)}")


def _set(
    context: typer.Context, call: Call, person: Named, given: dict[str, Any]
) -> tuple[Work, date | None]:
    """The change made, and the day until which it is agreed where that was given."""
    found = meant(call, given)
    with call.changing(context) as work:
        agree(work, person.id, **found)
    return work, found.get("until_on") or None


def _set_by_hand(context: typer.Context, call: Call, person: Named) -> tuple[Work, date | None]:
    with call.reading() as board:
        values = shown(board, person.id)
    return edit_by_hand(
        call,
        f"What you agreed with {person.name}",
        FIELDS,
        values,
        lambda given: _set(context, call, person, given),
        name=f"agreement-{person.handle}",
        hint="Say what: --hopes, --focus, --until, --confidential, --open, --boundaries, --window, --minutes or --on.",
    )
