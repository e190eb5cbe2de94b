"""`boardroom advisor seat`, which opens the agreement in the editor."""

from __future__ import annotations

import sys

from boardroom.actions.agreements import seat as seat_with
from boardroom.cli.advisor.lifecycle import Beyond, Note, On, private_words_echo, reply
from boardroom.cli.agreement import (
    agreed_fields,
    agreement_values,
    confidentiality_echo,
    form_fields,
)
from boardroom.cli.call import Call
from boardroom.cli.messages import warn
from boardroom.cli.printer import Reply, Result
from boardroom.cli.when import parse_day
from boardroom.cli.who import Who, find_person
from boardroom.errors import BadInput, Cancelled
from boardroom.queries.agreements import AgreementView, agreement
from boardroom.render.agreements import end_words
from boardroom.rules.names import Named
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Annotated, Any

    import typer

    Seating = Callable[[Work, Named, dict[str, Any]], Reply]
    """Seats a person with the fields of an agreement, as texts."""


def seat(
    context: typer.Context,
    who: Who = None,
    on: On = None,
    seat: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Their seat on the board, in your words.")
    ] = None,
    note: Note = None,
    beyond: Beyond = False,
) -> None:
    """Seat a prospect and record the agreement.

    On a terminal, the agreement opens in your editor; close it without saving to seat the person
    without an agreement.

    Examples:
        boardroom advisor seat noor --seat Logistics
    """
    call = Call.of(context)

    def seating(work: Work, person: Named, given: dict[str, Any]) -> Reply:
        day = None if on is None else parse_day(call, work.connection, on, toward="back")
        before = agreement(work.connection, person.id)
        seat_with(
            work,
            person.id,
            on=day,
            seat=seat,
            note=note,
            beyond=beyond,
            agreed=agreed_fields(call, work.connection, given),
        )
        said = private_words_echo(work, person.id, day, note)
        more = _agreement_words(call, work, person, before)
        return reply(call, work, person.id, more=f"{said}{more}")

    def action(work: Work) -> Reply:
        return seating(work, find_person(call, work.connection, who), {})

    if call.may_ask and sys.stdout.isatty() and not call.json:
        call.print_result(_with_agreement(call, who, seating))
    else:
        call.change(action)


def _with_agreement(call: Call, who: str | None, seating: Seating) -> Result:
    """Opens the agreement in the editor, and seats the person even if there is none."""
    from boardroom.cli.editor import NotSaved, edit_text  # noqa: PLC0415  subprocess (8 ms)
    from boardroom.cli.record_form import RecordForm  # noqa: PLC0415  see above

    def rehearse(work: Work) -> Named:
        person = find_person(call, work.connection, who)
        seating(work, person, {})
        return person

    # Errors come before the user has written anything.
    person = call.rehearse(rehearse)
    form = RecordForm(
        call,
        f"Agreement with {person.name}",
        call.read(lambda board: form_fields(board, person.id)),
        lambda board: agreement_values(board, person.id),
        lambda work, given: seating(work, person, given),
        closing="Save and close to seat them with it, or close without saving to seat them without"
        " it.",
    )
    try:
        return edit_text(
            call,
            form.text,
            form.store,
            name=f"agreement-{person.handle}",
            command=f"boardroom agreement set {person.handle} -",
        )
    except NotSaved:
        pass
    except Cancelled as error:
        warn(call.with_commands(f"The editor failed, so no agreement was stored. {error.hint}"))
    except BadInput as error:
        warn(call.with_commands(f"No agreement was stored. {error.message} {error.hint}"))
    return call.transact(lambda work: seating(work, person, {}))


def _agreement_words(call: Call, work: Work, person: Named, before: AgreementView | None) -> str:
    """The agreement made with the seating; if there is none, the command to make one."""
    after = agreement(work.connection, person.id)
    if after is None:
        return f"; record your agreement: boardroom agreement set {person.handle}"
    if after == before:
        return ""
    privacy = confidentiality_echo(call, work, person.id, before, after)
    return f"{end_words(after, call.today)}{privacy}"
