"""`boardroom advisor list` and `show`."""

from __future__ import annotations

from typing import Annotated

import typer

from boardroom.cli.call import Call
from boardroom.cli.when import on_day
from boardroom.cli.who import Who, find
from boardroom.errors import BadInput
from boardroom.queries.advisors import advisors
from boardroom.queries.prospects import prospects as prospects_view
from boardroom.queries.prospects import rated
from boardroom.queries.timeline import timeline
from boardroom.render.advisors import advisor_page, advisors_json, advisors_page
from boardroom.render.formatting import NOBODY
from boardroom.render.prospects import prospects_json, prospects_page, rated_json, ratings_blocks
from boardroom.render.timeline import timeline_json, with_timeline

_ADD = 'boardroom advisor add "NAME"'


def list_(
    context: typer.Context,
    prospects: Annotated[
        bool,
        typer.Option(
            "--prospects", help="Those considered, asked, or who said no; the best fit first."
        ),
    ] = False,
    alumni: Annotated[bool, typer.Option("--alumni", help="Those parted with.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Everybody.")] = False,
) -> None:
    """The people, active and paused; or the prospects, ranked.

    Examples:
        boardroom advisor list
        boardroom advisor list --prospects
        boardroom advisor list --all
    """
    call = Call.of(context)
    if prospects + alumni + all_ > 1:
        raise BadInput("--prospects, --alumni and --all exclude each other.", "Give one of them.")
    if prospects:
        with call.reading() as board:
            found = prospects_view(board, today=call.today)
        nobody = f"There are no prospects. Note one with: {_ADD} --prospect"
        call.show(prospects_page(found, call.today, nobody), prospects_json(found))
        return
    statuses: tuple[str, ...] | None = ("active", "paused")
    nobody = NOBODY
    if alumni:
        statuses, nobody = ("alumni",), "There are no alumni."
    elif all_:
        statuses, nobody = None, f"Nobody is on file yet. Begin with: {_ADD}"
    with call.reading() as board:
        views = advisors(board, today=call.today, statuses=statuses)
    call.show(advisors_page(views, call.today, nobody), advisors_json(views))


def show(
    context: typer.Context,
    who: Who = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="What happened from that day on.")
    ] = None,
    all_: Annotated[
        bool, typer.Option("--all", help="On a screen too, all that ever happened.")
    ] = False,
) -> None:
    """One person, and everything that happened.

    One person, and what happened.

    Examples:
        boardroom advisor show marcus
        boardroom advisor show ana --since '3 months ago'
    """
    call = Call.of(context)
    person = find(call, who)
    since_on = on_day(call, since, toward="back") if since is not None else None
    with call.reading() as board:
        view = rated(board, person.id, today=call.today)
        happened = timeline(
            board, person.id, today=call.today, since=since_on, limit=call.screenful(all_=all_)
        )
    from_then = f" --since {since_on.isoformat()}" if since_on else ""
    all_of_it = f"boardroom advisor show {person.handle}{from_then} --all"
    page = advisor_page(view.advisor, call.today, ratings_blocks(view.ratings))
    record = {**rated_json(view), "timeline": timeline_json(happened, call.today)}
    call.show(with_timeline(page, happened, call.today, since=since_on, all_=all_of_it), record)
