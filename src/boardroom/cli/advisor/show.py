"""`boardroom advisor list` and `show`."""

from __future__ import annotations

import sqlite3

from boardroom.cli.call import Call
from boardroom.cli.when import parse_day
from boardroom.cli.who import Who, find_person
from boardroom.errors import BadInput
from boardroom.queries.introductions import chain
from boardroom.queries.meetings import planned_meetings
from boardroom.queries.prospects import prospects as prospects_view
from boardroom.queries.prospects import rated_advisor, rated_advisors
from boardroom.queries.timeline import timeline
from boardroom.render.advisor_page import advisor_page
from boardroom.render.advisors import advisors_page
from boardroom.render.formatting import NOBODY
from boardroom.render.introductions import chain_fields
from boardroom.render.page import Page
from boardroom.render.prospects import (
    WHERE_TO_LOOK,
    advisor_json,
    advisors_json,
    prospects_page,
    ratings_blocks,
)
from boardroom.render.timeline import timeline_json, with_timeline
from boardroom.rules.advisor import ROLES, plays
from boardroom.rules.seats import takes_seat
from boardroom.rules.text import one_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any

    import typer

_ADD = 'boardroom advisor add "NAME"'


def list_(
    context: typer.Context,
    prospects: Annotated[
        bool,
        typer.Option(
            "--prospects", help="People considered, asked or declined, the best match first."
        ),
    ] = False,
    alumni: Annotated[bool, typer.Option("--alumni", help="Former advisors.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Everybody.")] = False,
    role: Annotated[
        str | None,
        typer.Option(metavar="ROLE", help="Only advisors, only mentees, or who is both."),
    ] = None,
) -> None:
    """List advisors or prospects.

    The default is active and paused advisors; mentees are counted below, and listed by mentee list.
    Prospects are ranked by the criteria they meet. Who is both is an advisor and a mentee.

    Examples:
        boardroom advisor list
        boardroom advisor list --prospects
        boardroom advisor list --all --role advisor
    """
    call = Call.of(context)
    wanted = "advisor" if not all_ else None
    wanted = wanted if role is None else one_of(role, ROLES, "role")
    if prospects + alumni + all_ > 1:
        raise BadInput("--prospects, --alumni and --all can't go together.", "Use one of them.")
    if prospects:
        views = [
            view
            for view in call.read(lambda board: prospects_view(board, today=call.today))
            if wanted is None or plays(view.advisor.role, wanted)
        ]
        nobody = (
            f"There are no prospects. {WHERE_TO_LOOK} Add one with: {_ADD} --prospect"
            " · what to look for: boardroom criterion list"
        )
        call.show(prospects_page(views, call.today, nobody), advisors_json(views))
        return
    statuses: tuple[str, ...] | None = ("active", "paused")
    nobody = NOBODY
    if alumni:
        statuses, nobody = ("alumni",), "There are no former advisors."
    elif all_:
        statuses, nobody = None, f"Nobody is on file yet. Start with: {_ADD}"
    everybody = call.read(lambda board: rated_advisors(board, today=call.today, statuses=statuses))
    people = [view for view in everybody if wanted is None or plays(view.advisor.role, wanted)]
    if role is not None:
        nobody = f"Nobody here has the role {wanted}: boardroom advisor edit WHO --role {wanted}"
    mentees_count = sum(not takes_seat(view.advisor.role) for view in everybody)
    page = advisors_page(
        [view.advisor for view in people],
        call.today,
        nobody,
        # Only while they are left out of a list that does not say whom it holds.
        mentees_count=mentees_count if role is None and not all_ and not alumni else 0,
    )
    call.show(page, advisors_json(people))


def show(
    context: typer.Context,
    who: Who = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="First day of the timeline.")
    ] = None,
    all_: Annotated[
        bool, typer.Option("--all", help="Show the whole timeline, even on a terminal.")
    ] = False,
) -> None:
    """Show a person and their timeline.

    A terminal shows the newest events; a pipe gets all of them.

    Examples:
        boardroom advisor show marcus
        boardroom advisor show ana --since '3 months ago'
    """
    call = Call.of(context)

    def query(board: sqlite3.Connection) -> tuple[Page, dict[str, Any]]:
        person = find_person(call, board, who)
        since_on = (
            None
            if since is None
            else parse_day(call, board, since, toward="back", bare_length=True)
        )
        view = rated_advisor(board, person.id, today=call.today)
        events = timeline(
            board, person.id, today=call.today, since=since_on, limit=call.screenful(all_=all_)
        )
        option = f" --since {since_on.isoformat()}" if since_on else ""
        more = f"boardroom advisor show {person.handle}{option} --all"
        known = chain(board, person.id)
        more_fields = chain_fields(known, call.today)
        page = advisor_page(
            view.advisor,
            call.today,
            ratings_blocks(view.ratings),
            more_fields,
            [plan for plan in planned_meetings(board, person.id) if plan.on < call.today],
        )
        record = advisor_json(view, timeline_json(events, call.today), known)
        return with_timeline(page, events, call.today, since=since_on, all_=more), record

    call.show_list(query)
