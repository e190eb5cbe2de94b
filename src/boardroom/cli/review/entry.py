"""`boardroom review`: the six-month look at every advisor and at the board."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.cli.call import Call
from boardroom.cli.review.facts import show_facts
from boardroom.cli.who import handles
from boardroom.errors import BadInput


def review(
    context: typer.Context,
    advisor: Annotated[str | None, typer.Option(metavar="WHO", help="One person, whatever their status.", autocompletion=handles)] = None,
    facts: Annotated[bool, typer.Option("--facts", help="Print what happened since the last review.")] = False,
    answers: Annotated[str | None, typer.Option(metavar="FILE|-", help="Answer and complete it from a file of JSON.")] = None,
) -> None:
    """The review."""
    call = Call.of(context)
    if facts and answers is not None:
        raise BadInput("--facts prints and --answers answers: one at a time.", "Leave one of them out.")
    if answers is not None:
        from boardroom.cli.review.answers import take_answers  # noqa: PLC0415  a seam: a change loads SQLModel, and the facts need none

        take_answers(context, call, answers, advisor)
        return
    if not facts:
        raise BadInput("The review itself is still to be written.", "What it looks at is there: boardroom review --facts.")
    show_facts(call, advisor)
