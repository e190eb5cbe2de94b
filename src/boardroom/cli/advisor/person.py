"""`boardroom advisor add`, `edit` and `rm`."""

from __future__ import annotations

import sqlite3

from boardroom.actions.advisors import add_advisor, edit_advisor, remove_advisor
from boardroom.cli.advisor.fields import with_fields
from boardroom.cli.advisor.lifecycle import record_of, reply
from boardroom.cli.advisor.notices import notices_of
from boardroom.cli.call import Call
from boardroom.cli.printer import Reply
from boardroom.cli.records import Yes, given_fields, is_piped, split_dash
from boardroom.cli.when import parse_day
from boardroom.cli.who import Who, find_person
from boardroom.queries.people import people
from boardroom.render.formatting import plural
from boardroom.rules.advisor import FIELDS, parse_perspectives, usual_words
from boardroom.rules.day_format import format_day
from boardroom.rules.names import Named, same_name
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any, TypeAlias

    import typer

Since: TypeAlias = (
    "Annotated[str | None, typer.Option(metavar='DATE', "
    "help='The day they joined the board, or became a prospect.')]"
)


@with_fields
def add(
    context: typer.Context,
    given: dict[str, Any],
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", show_default=False, help="Their full name."),
    ] = None,
    since: Since = None,
    last_met: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day you last met, stored as a held meeting."),
    ] = None,
    prospect: Annotated[
        bool, typer.Option("--prospect", help="Add a prospect, who takes no seat.")
    ] = False,
    beyond: Annotated[
        bool, typer.Option("--beyond", help="Seat them even if the board is full.")
    ] = False,
    another: Annotated[
        bool, typer.Option("--another", help="Add them although that name is on file.")
    ] = False,
) -> None:
    """Add an advisor or a prospect.

    The handle is made from the name, unless you choose one. The full name of somebody on file is
    refused, unless you say --another.

    Examples:
        boardroom advisor add 'Lena Vogt' --seat Finance
        boardroom advisor add 'Rui Reis' --since 2026-01-10 --last-met 'last fri' --window 3-5w
    """
    call = Call.of(context)
    full_name = call.ask_if_missing(call.text_argument(name), "NAME", "Full name? (like Lena Vogt)")

    def action(work: Work) -> Reply:
        board = work.connection
        before = people(board)
        met_on = (
            None
            if last_met is None
            else parse_day(call, board, last_met, toward="back", bare_length=True)
        )
        done = add_advisor(
            work,
            full_name,
            given,
            prospect=prospect,
            since=None
            if since is None
            else parse_day(call, board, since, toward="back", bare_length=True),
            last_met=met_on,
            beyond=beyond,
            another=another,
        )
        more = "" if prospect else "; nothing is agreed yet: boardroom agreement set {handle}"
        [person] = (found for found in people(board) if found.id == done.id)
        answer = reply(call, work, done.id, on=met_on, more=more.format(handle=person.handle))
        return answer._replace(notices=notices_of(board, before, done.id, given))

    call.change(action)


@with_fields
def edit(
    context: typer.Context,
    given: dict[str, Any],
    who: Who = None,
    name: Annotated[str | None, typer.Option(metavar="TEXT", help="Their full name.")] = None,
    since: Since = None,
    beyond: Annotated[
        bool,
        typer.Option("--beyond", help="Let a mentee take a seat even if the board is full."),
    ] = False,
) -> None:
    """Edit a person.

    Without options, the person opens in your editor; “-” after WHO reads the form from a pipe.
    '' clears a field. A mentee who becomes an advisor, or both, takes a seat; who becomes a mentee
    gives it up. Their window and history stay.

    Examples:
        boardroom advisor edit marcus --seat 'Finance and pricing' --window 6-8w
        boardroom advisor edit marcus --phone ''
        boardroom advisor edit tom --role mentee
    """
    call = Call.of(context)
    who, form = split_dash(who)
    given |= given_fields(name=name, since=since)

    def action(work: Work) -> Reply:
        person = find_person(call, work.connection, who)
        return _edit(call, work, person.id, given, beyond=beyond)

    piped = is_piped(form, given)
    if given:
        call.change(action)
    else:
        _edit_by_form(call, who, piped=piped, beyond=beyond)


def rm(
    context: typer.Context,
    who: Who = None,
    yes: Yes = False,
) -> None:
    """Remove a person and all their records.

    Completed reviews stay as they are.

    Examples:
        boardroom advisor rm tom --yes
    """
    call = Call.of(context)

    def action(work: Work) -> Reply:
        person = find_person(call, work.connection, who)
        record = record_of(call, work, person.id)
        if not yes:
            call.confirm(_consequence(work.connection, person), yes=False)
        remove_advisor(work, person.id)
        return Reply(record)

    call.change(action)


def _edit(call: Call, work: Work, advisor_id: int, given: dict[str, Any], *, beyond: bool) -> Reply:
    fields = dict(given)
    name, since = fields.pop("name", None), fields.pop("since", None)
    day = (
        None
        if since is None
        else parse_day(call, work.connection, since, toward="back", bare_length=True)
    )
    before = people(work.connection)
    done = edit_advisor(work, advisor_id, fields, name=name, since=day, beyond=beyond)
    notices = () if name is None else _namesakes(work, advisor_id, name)
    notices += notices_of(work.connection, before, advisor_id, fields)
    moved = day is not None and done.changes[-1:] and done.changes[-1].new == format_day(day)
    if moved or call.json:
        return reply(call, work, advisor_id, on=day)._replace(notices=notices)
    return Reply({}, notices=notices)


def _namesakes(work: Work, advisor_id: int, name: str) -> tuple[str, ...]:
    """The notice about another person on file with the new name, who may be the same one."""
    everybody = people(work.connection)
    others = [person for person in everybody if person.id != advisor_id]
    handle = next(person.handle for person in everybody if person.id == advisor_id)
    known = same_name(name, others)
    if known is None:
        return ()
    return (
        (
            f"Also on file: {known.name} ({known.handle}). If both are one person:"
            f" boardroom advisor merge {known.handle} {handle}"
        ),
    )


def _edit_by_form(call: Call, who: str | None, *, piped: bool, beyond: bool) -> None:
    from boardroom.cli.piped_form import finding_for_piped  # noqa: PLC0415  only for a form
    from boardroom.cli.record_form import RecordForm, edit_by_form  # noqa: PLC0415  only for a form

    with finding_for_piped(call, who, piped=piped):
        person, values = call.read(lambda board: _values(call, board, who))

    def change(work: Work, given: dict[str, Any]) -> Reply:
        if "perspectives" in given:  # an edit adds perspectives, so removals are made explicit
            new, old = given["perspectives"], parse_perspectives(values["perspectives"])
            removed = old.keys() - parse_perspectives(new).keys()
            given = {**given, "perspectives": [*new, *(f"{dimension}=" for dimension in removed)]}
        return _edit(call, work, person.id, given, beyond=beyond)

    def form() -> RecordForm:
        return RecordForm(
            call, person.name, FIELDS, lambda board: _values(call, board, person.handle)[1], change
        )

    edit_by_form(
        call,
        form,
        name=person.handle,
        command=f"boardroom advisor edit {person.handle} -",
        hint="Use an option, like --seat Finance; list them with -h.",
        piped=piped,
    )


def _values(call: Call, board: sqlite3.Connection, who: str | None) -> tuple[Named, dict[str, Any]]:
    """A person, and their fields as the editor shows them."""
    from boardroom.queries.advisors import advisor  # noqa: PLC0415  only for the editor
    from boardroom.queries.agreements import own_rhythm  # noqa: PLC0415  only for the editor

    person = find_person(call, board, who)
    view = advisor(board, person.id, today=call.today)
    window, minutes = own_rhythm(board, person.id)
    perspectives = [f"{dimension}={text}" for dimension, text in view.perspectives.items()]
    return person, {
        **view._asdict(),
        "since": view.standing.joined_on,
        "usual": usual_words(view.usual) if view.usual else None,
        "window": window,
        "minutes": minutes,
        "perspectives": perspectives,
    }


def _consequence(board: sqlite3.Connection, person: Named) -> str:
    from boardroom.queries.advisors import record_counts  # noqa: PLC0415  only to ask

    counts = record_counts(board, person.id)
    records = ", ".join(plural(count, noun) for noun, count in counts.items())
    return f"This removes {person.name}{f', with {records}' if records else ''}."
