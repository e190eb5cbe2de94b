"""`boardroom due`: the morning list."""

from __future__ import annotations

from boardroom.cli.call import Call
from boardroom.errors import BadInput
from boardroom.queries.due import DueView
from boardroom.queries.due import due as due_list
from boardroom.render.due import due_json, due_page
from boardroom.render.formatting import prompt_line
from boardroom.rules.windows import parse_span
from boardroom.store.file import PROMPT_WAIT_SECONDS, WAIT_SECONDS, is_there

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer


def due(
    context: typer.Context,
    within: Annotated[
        str | None,
        typer.Option(metavar="14d", help="How far ahead to look (default: the setting soon)."),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Show the list of another day, without later records."),
    ] = None,
    short: Annotated[
        bool,
        typer.Option("--short", help="One line for a shell prompt, or nothing if nothing is due."),
    ] = False,
    exit_code: Annotated[
        bool,
        typer.Option(
            "--exit-code", help="Exit 10 if something is due, 11 if something is overdue."
        ),
    ] = False,
) -> int:
    """Show who and what is due: meetings, reviews, promises and goals.

    It also lists planned meetings, agreements about to end, pauses that ended and unanswered asks.
    Overdue items come first, then those due, then those due soon.

    Examples:
        boardroom due
        boardroom due --within 4w
        boardroom due --as-of 'in 2w' --json
    """
    call = Call.of(context)
    try:
        if short and not call.json and not is_there(call.path):
            return 0
        view = _view(call, within, as_of, wait=PROMPT_WAIT_SECONDS if short else WAIT_SECONDS)
    except BadInput as error:
        if short:
            error.exit_code = 0  # an error must not break a prompt
        raise
    except Exception:  # whatever it is
        if short and not call.debug:
            return 0  # nor fill the screen at every prompt: `due` says what is wrong
        raise
    if short and not call.json:
        line = prompt_line(view.counts)
        if line:
            print(line)
    else:
        call.show(due_page(view), due_json(view))
    return _exit_code(view) if exit_code and not short else 0


def _view(call: Call, within: str | None, as_of: str | None, *, wait: float) -> DueView:
    horizon = None if within is None else parse_span(within)
    with call.reading(wait=wait) as board:
        today = call.today
        if as_of is not None:
            from boardroom.cli.when import parse_day  # noqa: PLC0415  re takes 5 ms

            today = parse_day(call, board, as_of, toward="back")
        return due_list(board, today=today, within=horizon)


def _exit_code(view: DueView) -> int:
    return 11 if view.counts["overdue"] else 10 if view.counts["due"] else 0
