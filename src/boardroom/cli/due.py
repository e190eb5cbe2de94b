"""`boardroom due`: the morning list."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.cli.call import Call
from boardroom.errors import BoardroomError
from boardroom.queries.due import DueView
from boardroom.queries.due import due as due_list
from boardroom.queries.settings import settings
from boardroom.render.due import due_json, due_page
from boardroom.render.short import short
from boardroom.rules.windows import parse_span
from boardroom.store.file import is_there
from boardroom.store.waiting import PROMPT_WAIT_SECONDS, WAIT_SECONDS


def due(
    context: typer.Context,
    within: Annotated[
        str | None, typer.Option(metavar="14d", help="How far ahead “soon” looks.")
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(
            metavar="DATE", help="Judge by another day; what is dated later does not count."
        ),
    ] = None,
    short_: Annotated[
        bool,
        typer.Option("--short", help="One line for a shell prompt; nothing where nothing is due."),
    ] = False,
    exit_code: Annotated[
        bool,
        typer.Option(
            "--exit-code", help="Exit 10 if something is due, 11 if something is overdue."
        ),
    ] = False,
) -> int:
    """Who has not been seen, whose review has come, what is planned.

    The morning list.

    Examples:
        boardroom due
        boardroom due --within 4w
        boardroom due --as-of 'in 2w' --json
    """
    call = Call.of(context)
    try:
        if short_ and not call.json and not is_there(call.path):
            return 0
        view = _view(call, within, as_of, wait=PROMPT_WAIT_SECONDS if short_ else WAIT_SECONDS)
    except BoardroomError as error:
        if short_:
            error.exit_code = 0  # the shell's next line is none of our business
        raise
    if short_ and not call.json:
        line = short(view.counts)
        if line:
            print(line)
    else:
        call.show(due_page(view), due_json(view))
    return _code(view) if exit_code and not short_ else 0


def _view(call: Call, within: str | None, as_of: str | None, *, wait: float) -> DueView:
    horizon = None if within is None else parse_span(within)
    with call.reading(wait=wait) as board:
        today = call.today
        if as_of is not None:
            from boardroom.rules.dates import on_day  # noqa: PLC0415  only where a day was named: the grammar of dates is not small

            today = on_day(as_of, today=today, toward="back", date_order=settings(board).date_order)
        return due_list(board, today=today, within=horizon)


def _code(view: DueView) -> int:
    return 11 if view.counts["overdue"] else 10 if view.counts["due"] else 0
