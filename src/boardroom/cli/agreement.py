"""`boardroom agreement set` and `show`."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from boardroom.actions.agreements import agree
from boardroom.cli.call import Call
from boardroom.cli.printer import Reply
from boardroom.cli.records import given_fields, is_piped, split_dash
from boardroom.cli.when import parse_changed_day
from boardroom.cli.who import Who, find_person
from boardroom.queries.agreements import AgreementView, agreement, own_rhythm
from boardroom.queries.private import open_meetings_count
from boardroom.render.agreements import agreement_json, agreement_page, privacy_words
from boardroom.rules.agreements import CONFIDENTIAL, FIELDS
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.fields import format_value, parse_flag
from boardroom.rules.names import Named
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date
    from typing import Annotated, Any

    import typer

    from boardroom.queries.advisors import AdvisorView


def set_(
    context: typer.Context,
    who: Who = None,
    hopes: Annotated[
        str | None,
        typer.Option(metavar="TEXT|-", help="Your hopes; “-” reads them from a pipe."),
    ] = None,
    focus: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", help="An area to work on; can be repeated, '' clears all."),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Last day; due reminds you to renew it. '' makes it open-ended."
        ),
    ] = None,
    confidential: Annotated[
        bool | None,
        typer.Option(
            "--confidential/--no-confidential",
            help="Keep between you what happens from today on, or from --on.",
            show_default=False,
        ),
    ] = None,
    boundaries: Annotated[
        str | None,
        typer.Option(metavar="TEXT|-", help="What or when not to ask; “-” reads it from a pipe."),
    ] = None,
    programme: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="The programme of a formal relationship."),
    ] = None,
    outcome: Annotated[
        str | None,
        typer.Option(metavar="TEXT|-", help="What it is measured by; “-” reads it from a pipe."),
    ] = None,
    window: Annotated[str | None, typer.Option(metavar="4-6w", help="How often to meet.")] = None,
    minutes: Annotated[str | None, typer.Option(metavar="60m", help="How long to meet.")] = None,
    on: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day you agreed (default: today).")
    ] = None,
) -> None:
    """Record or change an agreement.

    Without options, the agreement opens in your editor; “-” after WHO reads it from a pipe.
    '' clears a text or a day.

    --confidential keeps private what happens with them from today on, or from the day of --on: out
    of everything made to share, for good. So stays the text of the agreement. --no-confidential
    ends that today and releases nothing made before; --no-private releases one record, as in
    boardroom advice edit v1 --no-private.

    Examples:
        boardroom agreement set marcus --hopes 'A seat' --focus 'P&L' --focus pricing
        boardroom agreement set marcus --until 2027-06-01
        boardroom agreement set tom --programme 'Retail mentors' --outcome 'A pilot in ten stores'
        boardroom agreement set ana --confidential --boundaries 'No weekends' --window 6-8w
    """
    call = Call.of(context)
    who, form = split_dash(who)
    new_hopes, new_boundaries = call.text_option(hopes), call.text_option(boundaries)
    given = given_fields(
        agreed_on=on,
        hopes=new_hopes,
        focus=focus,
        until_on=until,
        confidential=confidential,
        boundaries=new_boundaries,
        programme=programme,
        outcome=call.text_option(outcome),
        window=window,
        minutes=minutes,
    )

    def action(work: Work) -> Reply:
        return _set(call, work, find_person(call, work.connection, who), given)

    piped = is_piped(form, given)
    if given:
        call.change(action)
    else:
        _set_by_form(call, who, piped=piped)


def show(context: typer.Context, who: Who = None) -> None:
    """Show an agreement.

    Examples:
        boardroom agreement show tom
    """
    call = Call.of(context)

    def query(board: sqlite3.Connection) -> tuple[AdvisorView, AgreementView | None]:
        person = find_person(call, board, who)
        return _advisor(call, board, person.id), agreement(board, person.id)

    view, agreed = call.read(query)
    call.show(agreement_page(view, agreed, call.today), agreement_json(view, agreed))


def agreement_values(board: sqlite3.Connection, advisor_id: int) -> dict[str, Any]:
    """An agreement as the editor shows it; window and minutes are empty if they are the board's."""
    window, minutes = own_rhythm(board, advisor_id)
    agreed = agreement(board, advisor_id)
    fields: dict[str, Any] = (
        {**dict.fromkeys(field.name for field in FIELDS), "confidential": False}
        if agreed is None
        else {**agreed._asdict(), "confidential": agreed.confidential}
    )
    return {**fields, "window": window, "minutes": minutes}


def agreed_fields(
    call: Call, board: sqlite3.Connection, given: Mapping[str, Any]
) -> dict[str, Any]:
    """Parses fields from options or the editor for `agree`.

    An empty day of the agreement means no change.

    Raises:
        BadInput: a day can't be parsed, or `confidential` is neither yes nor no.
    """
    fields = dict(given)
    agreed_on = parse_changed_day(call, board, fields.pop("agreed_on", None), toward="back")
    if agreed_on:
        fields["agreed_on"] = agreed_on
    if "until_on" in fields:
        fields["until_on"] = parse_changed_day(
            call,
            board,
            fields["until_on"],
            toward="forward",
            bare_length=True,
            since=agreed_on or None,
        )
    if isinstance(fields.get("confidential"), str):
        fields["confidential"] = parse_flag(fields["confidential"])
    return fields


def confidentiality_echo(
    call: Call,
    work: Work,
    advisor_id: int,
    before: AgreementView | None,
    after: AgreementView | None,
) -> str:
    """What a change of confidentiality means; empty if there was none."""
    count = open_meetings_count(work.connection, advisor_id)
    return privacy_words(before, after, count, call.today)


def _set(call: Call, work: Work, person: Named, given: Mapping[str, Any]) -> Reply:
    board = work.connection
    before, fields = agreement(board, person.id), agreed_fields(call, board, given)
    done = agree(work, person.id, **fields)
    after = agreement(work.connection, person.id)
    privacy = confidentiality_echo(call, work, person.id, before, after)
    echo = f"{_end_echo(call, done, fields.get('until_on'))}{privacy}"
    if not call.json:
        rows = _rows(fields) if before is None and call.on_screen else ()
        return Reply({}, echo, details=rows, short_echo=echo)
    view = _advisor(call, work.connection, person.id)
    return Reply(agreement_json(view, after), echo)


def _rows(fields: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """What was agreed, a line for each field that the sentence leaves out."""
    in_sentence = ("agreed_on", "until_on", CONFIDENTIAL.name)
    rows = ((field, fields.get(field.name)) for field in FIELDS if field.name not in in_sentence)
    return tuple(
        (field.label.lower(), format_value(field, value)) for field, value in rows if value
    )


def _advisor(call: Call, board: sqlite3.Connection, advisor_id: int) -> AdvisorView:
    from boardroom.queries.advisors import advisor  # noqa: PLC0415  a plain `set` does not need it

    return advisor(board, advisor_id, today=call.today)


def _end_echo(call: Call, done: Done, until_on: date | None) -> str:
    """The distance of the end, if the summary ends with it."""
    if not until_on or (done.changes and done.changes[-1].new != format_day(until_on)):
        return ""
    return f" ({from_today(until_on, call.today)})"


def _set_by_form(call: Call, who: str | None, *, piped: bool) -> None:
    from boardroom.cli.piped_form import finding_for_piped  # noqa: PLC0415  only for a form
    from boardroom.cli.record_form import RecordForm, edit_by_form  # noqa: PLC0415  only for a form

    with finding_for_piped(call, who, piped=piped):
        person = call.read(lambda board: find_person(call, board, who))

    def form() -> RecordForm:
        return RecordForm(
            call,
            f"Agreement with {person.name}",
            FIELDS,
            lambda board: agreement_values(board, person.id),
            lambda work, given: _set(call, work, person, given),
        )

    edit_by_form(
        call,
        form,
        name=f"agreement-{person.handle}",
        command=f"boardroom agreement set {person.handle} -",
        hint="Use --hopes, --focus, --until, --confidential, --no-confidential, --boundaries,"
        " --programme, --outcome, --window, --minutes or --on.",
        piped=piped,
    )
