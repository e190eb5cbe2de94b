"""`boardroom advisor add`, `edit` and `rm`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

import typer

from boardroom.actions.advisors import add_advisor, edit_advisor, remove_advisor
from boardroom.cli.advisor.fields import BY_HAND, with_fields
from boardroom.cli.call import Call
from boardroom.cli.record_edit import edit_by_hand
from boardroom.cli.when import on_day
from boardroom.cli.who import Who, find
from boardroom.queries.advisors import advisor, belongings, own_rhythm
from boardroom.render.advisors import advisor_json
from boardroom.render.formatting import plural
from boardroom.rules.advisor import perspectives
from boardroom.rules.day_format import from_today
from boardroom.rules.names import Named
from boardroom.store.work import Work


@with_fields
def add(
    context: typer.Context,
    given: dict[str, Any],
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", show_default=False, help="Their full name."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="The day they joined the board; of a prospect, since when you consider them.",
        ),
    ] = None,
    last_met: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day you last met; kept as a held meeting."),
    ] = None,
    prospect: Annotated[
        bool, typer.Option("--prospect", help="Somebody to ask one day; takes no seat.")
    ] = False,
    beyond: Annotated[
        bool, typer.Option("--beyond", help="Seat them even where the board is full.")
    ] = False,
) -> None:
    """Seat an advisor, or note a prospect.

    Put a person on file.

    Examples:
        boardroom advisor add 'Marcus Ojo' --seat Finance
        boardroom advisor add 'Ana Lima' --since 2026-01-10 --last-met 'last fri' --window 3-5w
    """
    call = Call.of(context)
    full_name = call.needed(call.words(name), "NAME", "Their name?")
    joined_on = on_day(call, since, toward="back") if since is not None else None
    met_on = on_day(call, last_met, toward="back") if last_met is not None else None
    with call.changing(context) as work:
        row_id = add_advisor(
            work,
            full_name,
            given,
            prospect=prospect,
            since=joined_on,
            last_met=met_on,
            beyond=beyond,
        )
    with call.reading() as board:
        view = advisor(board, row_id, today=call.today)
    call.did(
        work, advisor_json(view), echo=f" ({from_today(met_on or view.standing.since, call.today)})"
    )


@with_fields
def edit(
    context: typer.Context,
    given: dict[str, Any],
    who: Who = None,
    name: Annotated[str | None, typer.Option(metavar="T", help="Their full name.")] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="The day they joined the board; of a prospect, since when you consider them.",
        ),
    ] = None,
) -> None:
    """Change what is kept about a person, by options or in the editor.

    Change what is kept about a person, in the editor where no option is given; '' empties a
    field.

    Examples:
        boardroom advisor edit marcus --seat 'Finance and pricing' --window 6-8w
        boardroom advisor edit marcus --phone ''
    """
    call = Call.of(context)
    person = find(call, who)
    given |= {
        field: value for field, value in (("name", name), ("since", since)) if value is not None
    }
    work, joined_on = (
        _edit(context, call, person.id, given) if given else _edit_by_hand(context, call, person)
    )
    with call.reading() as board:
        record = advisor_json(advisor(board, person.id, today=call.today))
    call.did(
        work, record, echo="" if joined_on is None else f" ({from_today(joined_on, call.today)})"
    )


def rm(
    context: typer.Context,
    who: Who = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove a person and everything with them.

    Examples:
        boardroom advisor rm tom --yes
    """
    call = Call.of(context)
    person = find(call, who)
    with call.reading() as board:
        record = advisor_json(advisor(board, person.id, today=call.today))
        theirs = [plural(count, noun) for noun, count in belongings(board, person.id).items()]
    along = f", with {', '.join(theirs)}" if theirs else ""
    call.confirm(f"This removes {person.name}{along}.", yes=yes)
    with call.changing(context) as work:
        remove_advisor(work, person.id)
    call.did(work, record)


def _edit(
    context: typer.Context, call: Call, advisor_id: int, given: dict[str, Any]
) -> tuple[Work, date | None]:
    """The change made, and the day of joining where that was given."""
    fields = dict(given)
    name, since = fields.pop("name", None), fields.pop("since", None)
    joined_on = None if since is None else on_day(call, since, toward="back")
    with call.changing(context) as work:
        edit_advisor(work, advisor_id, fields, name=name, since=joined_on)
    return work, joined_on


def _edit_by_hand(context: typer.Context, call: Call, person: Named) -> tuple[Work, date | None]:
    with call.reading() as board:
        view = advisor(board, person.id, today=call.today)
        window, minutes = own_rhythm(board, person.id)

    def change(given: dict[str, Any]) -> tuple[Work, date | None]:
        if (
            "perspectives" in given
        ):  # which an edit adds to: one that stands there no longer has to be taken away
            gone = view.perspectives.keys() - perspectives(given["perspectives"]).keys()
            given["perspectives"] += [f"{dimension}=" for dimension in gone]
        return _edit(context, call, person.id, given)

    own = {
        "since": view.standing.joined_on,
        "window": window,
        "minutes": minutes,
        "perspectives": [f"{dimension}={value}" for dimension, value in view.perspectives.items()],
    }
    return edit_by_hand(
        call,
        view.name,
        BY_HAND,
        {**view._asdict(), **own},
        change,
        name=view.handle,
        hint="Name a field, like --seat Finance; see them all with -h.",
    )
