"""`boardroom report`: the board as one HTML file."""

from __future__ import annotations

import sqlite3

from boardroom import __version__
from boardroom.cli.call import Call
from boardroom.cli.messages import warn
from boardroom.cli.output_file import output_path, write_output
from boardroom.cli.privacy import IncludePrivate
from boardroom.errors import BadInput
from boardroom.queries.report import ReportView
from boardroom.queries.report import report as report_view
from boardroom.queries.shared_report import shared_report
from boardroom.queries.sharing import Sharing
from boardroom.render.privacy import left_out_words
from boardroom.rules.calendar import add_months, check_not_future
from boardroom.store.private_files import write_private_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any

    import typer

_BROWSER = "a browser"
_MONTHS = 12


def report(
    context: typer.Context,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            show_default=False,
            help="Tell what happened from this day on (default: a year ago).",
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            show_default=False,
            help="The file to write, or - (default: board-DATE.html in this folder).",
        ),
    ] = None,
    open_: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    include_private: IncludePrivate = False,
) -> None:
    """Write the board as a page to look at.

    One HTML file with its charts inside: the board today, the goals, the year with each person,
    ratings over the reviews, and a timeline. It needs no network, runs no script, prints well, and
    is light or dark as your system is. Ratings are of every review, the rest since a year ago, or
    --since a day.

    What is private stays out, but for days, counts and states, and what was left out is counted on
    standard error; --include-private leaves out nothing. The file is readable by you alone.

    Examples:
        boardroom report
        boardroom report -o board.html
        boardroom report --since '1 Sep' -o autumn.html
    """
    call = Call.of(context)
    path = output_path(f"board-{call.today.isoformat()}.html" if output is None else output)
    if call.json and path is None:
        raise BadInput("--json and -o - can't both have standard output.", "Name a file.")
    if open_ and path is None:
        raise BadInput("--open needs a file.", "Leave out -o -, or --open.")

    def query(board: sqlite3.Connection) -> ReportView:
        first = add_months(call.today, -_MONTHS)
        if since is not None:
            from boardroom.cli.when import parse_day  # noqa: PLC0415  re takes 5 ms

            first = parse_day(call, board, since, toward="back", bare_length=True)
            check_not_future(first, "done", today=call.today)
        return report_view(board, today=call.today, since=first)

    program = _opener() if open_ else None
    view = call.read(query)
    sharing = Sharing(everything=include_private)
    content = _html(shared_report(view, sharing), has_left_out=bool(sharing.left_out))
    if call.json and path is not None:
        write_private_file(path, content)
        call.print_json(_record(view, path, sum(sharing.left_out.values())))
    else:
        write_output(path, content)
    if words := left_out_words(sharing.left_out):
        warn(words)
    if open_ and path is not None:
        from boardroom.cli.opener import open_with  # noqa: PLC0415  subprocess (8 ms)

        open_with(program, path, _BROWSER)


def _record(view: ReportView, path: str, left_out_count: int) -> dict[str, Any]:
    return {
        "schema": "boardroom.report/1",
        "path": path,
        "as_of": view.today.isoformat(),
        "since": view.since.isoformat(),
        "left_out_count": left_out_count,
    }


def _html(view: ReportView, *, has_left_out: bool) -> bytes:
    from boardroom.render.report import report_page  # noqa: PLC0415  a seam, as is the next
    from boardroom.render.report_html import report_html  # noqa: PLC0415  jinja2 (70 ms)

    page = report_page(view, has_left_out=has_left_out)
    return report_html(page, __version__).encode()


def _opener() -> str | None:
    from boardroom.cli.opener import opener  # noqa: PLC0415  subprocess (8 ms)

    return opener(_BROWSER)
