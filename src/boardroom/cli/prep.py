"""`boardroom prep`: the brief before a coffee."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from boardroom.cli.call import Call
from boardroom.cli.count import how_many
from boardroom.cli.who import Who, find
from boardroom.errors import BadInput
from boardroom.queries.prep import prep as brief
from boardroom.render.prep import prep_json, prep_page

LAST = 2


def prep(
    context: typer.Context,
    who: Who = None,
    last: Annotated[
        str | None, typer.Option(metavar="N", help="Notes of the last N meetings (2).")
    ] = None,
    md: Annotated[
        bool, typer.Option("--md", help="Markdown, to print or send; what is private is left out.")
    ] = False,
) -> None:
    """The brief before a coffee, on one screen.

    Examples:
        boardroom prep ana
        boardroom prep marcus --last 3
        boardroom prep tom --md
    """
    call = Call.of(context)
    if md and call.json:
        raise BadInput("--md and --json can't go together.", "Leave one of them out.")
    count = LAST if last is None else how_many(last, "meetings", least=0)
    person = find(call, who)
    with call.reading() as board:
        view = brief(board, person.id, today=call.today, last=count)
    if not md:
        call.show(prep_page(view), prep_json(view))
        return
    from boardroom.render.prep_md import prep_markdown  # noqa: PLC0415  only where Markdown was asked for

    text, left_out = prep_markdown(view)
    sys.stdout.write(text)
    if left_out:
        print(left_out, file=sys.stderr)
