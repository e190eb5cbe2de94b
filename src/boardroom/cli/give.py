"""`boardroom give` and `got`: what went to an advisor, and what came from one."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.actions.exchanges import note_exchange
from boardroom.cli.call import Call
from boardroom.cli.exchange.said import say
from boardroom.cli.when import on_day
from boardroom.cli.who import Who, find

What = Annotated[
    list[str] | None,
    typer.Argument(metavar="TEXT...|-", show_default=False, help="“-” reads it from a pipe."),
]
Kind = Annotated[
    str | None,
    typer.Option(
        metavar="K",
        help="introduction, insight, feedback, help, invitation, resource or other; told from the text where left out.",
    ),
]
Person = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Whom an introduction is to; read from the text where left out, '' for nobody.",
    ),
]
On = Annotated[str | None, typer.Option(metavar="DATE", help="The day; today where left out.")]


def give(
    context: typer.Context,
    who: Who = None,
    text: What = None,
    kind: Kind = None,
    person: Person = None,
    on: On = None,
) -> None:
    """Note what you gave an advisor.

    Examples:
        boardroom give marcus Notes on the new analytics stack
        boardroom give ana 'A table at the dinner' --kind invitation
    """
    _note(context, "given", who, text, "What did you give {}?", kind=kind, person=person, on=on)


def got(
    context: typer.Context,
    who: Who = None,
    text: What = None,
    kind: Kind = None,
    person: Person = None,
    on: On = None,
) -> None:
    """Note what an advisor gave you.

    Note what you got; an introduction makes the promise to follow it up.

    Examples:
        boardroom got marcus 'introduction to Lena Vogt (head of FP&A)'
        boardroom got tom Feedback on the deck --kind feedback
    """
    _note(
        context, "received", who, text, "What did you get from {}?", kind=kind, person=person, on=on
    )


def _note(
    context: typer.Context,
    direction: str,
    who: str | None,
    text: list[str] | None,
    question: str,
    *,
    kind: str | None,
    person: str | None,
    on: str | None,
) -> None:
    call = Call.of(context)
    advisor = find(call, who)
    words = call.needed(call.words(text), "TEXT", question.format(advisor.name))
    day = None if on is None else on_day(call, on, toward="back")
    with call.changing(context) as work:
        exchange_id = note_exchange(
            work, advisor.id, direction, words, kind=kind, person=person, on=day
        )
    say(call, work, exchange_id, on=day)
