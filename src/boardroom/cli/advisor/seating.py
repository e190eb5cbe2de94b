"""`boardroom advisor seat`, and the agreement that it opens: how both mean it is best said at the beginning."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Annotated, Any

import typer

from boardroom.actions.agreements import agree
from boardroom.actions.lifecycle import take_step
from boardroom.cli.advisor.steps import Beyond, Note, On, say
from boardroom.cli.agreement.fields import FIELDS, meant, shown
from boardroom.cli.call import Call
from boardroom.cli.editor import NotSaved, edited
from boardroom.cli.when import on_day
from boardroom.cli.who import Who, find
from boardroom.errors import BadInput, Cancelled
from boardroom.formats.fields import changes, written
from boardroom.queries.agreements import AgreementView, agreement
from boardroom.render.agreements import end_words, privacy_words
from boardroom.render.formatting import safe
from boardroom.rules.names import Named
from boardroom.store.work import Work

Seating = Callable[[dict[str, Any]], Work]
"""Seats somebody, with what was given of the agreement, as one change."""


def seat(
    context: typer.Context,
    who: Who = None,
    on: On = None,
    seat: Annotated[
        str | None, typer.Option(metavar="T", help="The chair they fill, in your words.")
    ] = None,
    note: Note = None,
    beyond: Beyond = False,
) -> None:
    """Give a prospect a seat, and write down what you agree.

    Give a prospect, or whoever said yes, a seat; on a terminal, write down what you agree.

    Examples:
        boardroom advisor seat noor --seat Logistics
    """
    call = Call.of(context)
    person = find(call, who)
    day = on_day(call, on, toward="back") if on is not None else None

    def seating(given: dict[str, Any], *, rehearsing: bool = False) -> Work:
        agreed = meant(call, given)
        with call.changing(context) as work:
            take_step(
                work, person.id, "active", on=day, seat=seat, note=note, beyond=beyond, verb="seat"
            )
            if rehearsing:
                raise _Rehearsed
            if agreed:
                seated, comma, when = work.summary.rpartition(", ")
                agree(work, person.id, **{"agreed_on": day or call.today, **agreed})
                work.summary = f"{seated} with an agreement{comma}{when}"
        return work

    with call.reading() as board:
        before = agreement(board, person.id)
    if call.may_ask and sys.stdout.isatty() and not call.json:
        with suppress(_Rehearsed):  # who can't be seated is told so before anything is written
            seating({}, rehearsing=True)
        work = _with_agreement(call, person, seating)
    else:
        work = seating({})
    with call.reading() as board:
        after = agreement(board, person.id)
    say(call, work, person, more=_agreed_words(call, person, before, after))


class _Rehearsed(Exception):
    """Takes a rehearsal back."""


def _with_agreement(call: Call, person: Named, seating: Seating) -> Work:
    """Opens the agreement, and seats them whatever becomes of it; what could not be kept of it is told."""
    with call.reading() as board:
        values = shown(board, person.id)
    about = f"What you agree with {person.name}. Save and close to seat them with it, or close unsaved to seat them without."
    text = written(safe(about), FIELDS, values)
    try:
        return edited(
            call,
            text,
            lambda saved: seating(changes(saved, text, FIELDS)),
            name=f"agreement-{person.handle}",
        )
    except NotSaved:
        pass
    except Cancelled as error:
        _tell("The editor failed, so no agreement was kept.", error.hint)
    except BadInput as error:
        _tell(f"No agreement was kept. {error.message}", error.hint)
    return seating({})


def _tell(message: str, hint: str) -> None:
    print(safe(f"{message} {hint}"), file=sys.stderr)


def _agreed_words(
    call: Call, person: Named, before: AgreementView | None, after: AgreementView | None
) -> str:
    """What else there is to say: what was agreed with the seating or, where nothing ever was, how to write it down."""
    if after is None:
        return f"; write down what you agree: boardroom agreement set {person.handle}"
    return "" if after == before else end_words(after, call.today) + privacy_words(before, after)
