"""`boardroom due`: the morning list."""

from __future__ import annotations

from boardroom.cli.call import Call
from boardroom.cli.privacy import IncludePrivate, Svg, check_include_private, picture_to_share
from boardroom.errors import BadInput
from boardroom.queries.due import DueView, coming_item
from boardroom.queries.due import due as due_list
from boardroom.queries.starters import with_starters
from boardroom.queries.undated import Undated, undated
from boardroom.render.due import due_json, due_page
from boardroom.render.formatting import prompt_line
from boardroom.rules.due_items import SEVERITIES, Item
from boardroom.rules.text import one_of
from boardroom.rules.windows import parse_span
from boardroom.store.file import PROMPT_WAIT_SECONDS, is_there

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from boardroom.queries.sharing import Sharing


def due(
    context: typer.Context,
    within: Annotated[
        str | None,
        typer.Option(metavar="14d", help="How far ahead to look (default: the setting soon)."),
    ] = None,
    as_of: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Show the list as it stood on another day."),
    ] = None,
    severity: Annotated[
        str | None,
        typer.Option(
            metavar="due|overdue", help="Only what is at least that pressing (default: all)."
        ),
    ] = None,
    all_: Annotated[
        bool, typer.Option("--all", help="All of it, even if it is longer than the terminal.")
    ] = False,
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
    svg: Svg = None,
    include_private: IncludePrivate = False,
) -> int:
    """Show what is due: meetings, reviews, promises and goals.

    It also lists planned meetings, agreements about to end, pauses that ended, unanswered asks, and
    occasions in people's lives, from a week before to three days after, until they are done.
    Whom you meet today and tomorrow comes first, then what is overdue, due, and due soon. Each
    person, goal and review is listed once, with the three most pressing facts and one command; a
    pipe gets a line for each fact.

    With --as-of a past day, what happened counts by its own day, whenever it was entered. Plans,
    snoozes, pauses and agreements count as they stood at the end of that day. Names, seats, roles,
    windows, usual slots, the texts of records and the settings are those of today.

    --svg draws a picture to share, of all of it: without private promises, goals, occasions
    and places, which it counts on stderr; --include-private leaves out nothing.

    Examples:
        boardroom due
        boardroom due --svg due.svg
        boardroom due --within 4w
        boardroom due --severity overdue
        boardroom due --as-of 'in 2w' --json
    """
    call = Call.of(context)
    check_include_private(include_private, {"--svg": svg is not None})
    if short and svg is not None:
        raise BadInput("--short and --svg can't go together.", "Leave one of them out.")
    picture = picture_to_share(call, svg, include_private=include_private)
    try:
        if short and not call.json and not is_there(call.path):
            return 0
        at_least = None if severity is None else one_of(severity, SEVERITIES, "severity")
        view, coming, no_day = _view(
            call, within, as_of, at_least, picture.sharing if picture else None, short=short
        )
    except BadInput as error:
        if short:
            error.exit_code = 0  # an error must not break a prompt
        raise
    except Exception:  # whatever went wrong, a prompt stays silent
        if short and not call.debug:
            return 0  # nor fill the screen at every prompt: `due` says what is wrong
        raise
    in_past = view.as_of < call.today
    if short and not call.json:
        line = prompt_line(view.counts)
        if line:
            print(line)
    elif picture:
        picture.write(
            due_page(view, rest_command="", coming=coming, in_past=in_past), "boardroom due"
        )
    else:
        rest = "" if all_ else _all_command(within, as_of, severity)
        page = due_page(view, rest_command=rest, coming=coming, undated=no_day, in_past=in_past)
        call.show(page, due_json(view))
    return _exit_code(view) if exit_code and not short else 0


def _view(
    call: Call,
    within: str | None,
    as_of: str | None,
    at_least: str | None,
    sharing: Sharing | None,
    *,
    short: bool,
) -> tuple[DueView, Item | None, Undated | None]:
    """The list, if it is empty what comes next, and for a screen what has no day."""
    horizon = None if within is None else parse_span(within)
    with call.reading(wait=PROMPT_WAIT_SECONDS if short else None) as board:
        today = call.today
        if as_of is not None:
            from boardroom.cli.when import parse_day  # noqa: PLC0415  re takes 5 ms

            today = parse_day(call, board, as_of, toward="back")
        in_past = today < call.today
        view = due_list(board, today=today, within=horizon, in_past=in_past)
        if at_least is not None:
            view = view.at_least(at_least)
        is_quiet = not (view.items or view.left_out_count or view.is_new or call.json)
        coming = coming_item(board, today=today, in_past=in_past) if is_quiet else None
        if sharing is not None:
            from boardroom.queries.shared_due import shared_due, shared_item  # noqa: PLC0415  only for --svg

            view = shared_due(board, view, sharing)
            coming = coming and shared_item(board, coming, sharing)
        if call.json or not short:
            view = with_starters(board, view, sharing)
        on_screen = call.on_screen and not call.json
        return view, coming, undated(board, today=today) if on_screen else None


def _all_command(within: str | None, as_of: str | None, severity: str | None) -> str:
    """The command that shows the same list whole."""
    given = {"--within": within, "--as-of": as_of, "--severity": severity}
    options = [word for name, value in given.items() if value for word in (name, value)]
    if not options:
        return "boardroom due --all"
    import shlex  # noqa: PLC0415  re takes 5 ms

    return f"boardroom due --all {shlex.join(options)}"


def _exit_code(view: DueView) -> int:
    return 11 if view.counts["overdue"] else 10 if view.counts["due"] else 0
