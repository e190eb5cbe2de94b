"""`boardroom mentee add` and `list`: the people whom the user mentors."""

from __future__ import annotations

from boardroom.actions.advisors import add_advisor
from boardroom.cli.advisor.fields import with_mentee_fields
from boardroom.cli.advisor.lifecycle import reply
from boardroom.cli.advisor.notices import notices_of
from boardroom.cli.call import Call
from boardroom.cli.printer import Reply
from boardroom.cli.when import parse_day
from boardroom.errors import BadInput
from boardroom.queries.people import people
from boardroom.queries.prospects import rated_advisors
from boardroom.render.advisors import advisors_page
from boardroom.render.prospects import advisors_json
from boardroom.rules.advisor import plays
from boardroom.store.work import Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any

    import typer

_ADD = 'boardroom mentee add "NAME"'


@with_mentee_fields
def add(
    context: typer.Context,
    given: dict[str, Any],
    name: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", show_default=False, help="Their full name."),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day you began to mentor them (default: today)."),
    ] = None,
    last_met: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="The day you last met, stored as a held meeting."),
    ] = None,
    another: Annotated[
        bool, typer.Option("--another", help="Add them although that name is on file.")
    ] = False,
) -> None:
    """Add somebody you mentor.

    A mentee has a window, an agenda, promises and an agreement like an advisor, but takes no seat.
    Every command for advisors works for them too. Where each of you mentors the other, see
    boardroom advisor edit WHO --role both.

    Examples:
        boardroom mentee add 'Zoe Park' --their-goals 'Lead a team of her own'
        boardroom mentee add 'Rui Reis' --last-met 'last fri' --window 3-5w
    """
    call = Call.of(context)
    full_name = call.ask_if_missing(call.text_argument(name), "NAME", "Full name? (like Zoe Park)")

    def action(work: Work) -> Reply:
        board = work.connection

        def day(text: str | None) -> Any:  # noqa: ANN401  a date, without importing datetime
            return text and parse_day(call, board, text, toward="back", bare_length=True)

        before = people(board)
        met_on = day(last_met)
        fields = {**given, "role": "mentee"}
        done = add_advisor(
            work, full_name, fields, since=day(since), last_met=met_on, another=another
        )
        [person] = (found for found in people(board) if found.id == done.id)
        more = f"; nothing is agreed yet: boardroom agreement set {person.handle}"
        answer = reply(call, work, done.id, on=met_on, more=more)
        return answer._replace(notices=notices_of(board, before, done.id, given))

    call.change(action)


def list_(
    context: typer.Context,
    alumni: Annotated[bool, typer.Option("--alumni", help="Former mentees.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Everybody you mentor or mentored.")] = False,
) -> None:
    """List the people you mentor.

    The default is active and paused mentees, and those whom you think of mentoring or asked. Who is
    both mentee and advisor is listed too.

    Examples:
        boardroom mentee list
        boardroom mentee list --all
    """
    call = Call.of(context)
    if alumni and all_:
        raise BadInput("--alumni and --all can't go together.", "Use one of them.")
    statuses: tuple[str, ...] | None = ("prospect", "asked", "active", "paused")
    nobody = f"You mentor nobody yet. Start with: {_ADD}"
    if alumni:
        statuses, nobody = ("alumni",), "There are no former mentees."
    elif all_:
        statuses = None
    listed = [
        view
        for view in call.read(
            lambda board: rated_advisors(board, today=call.today, statuses=statuses)
        )
        if plays(view.advisor.role, "mentee")
    ]
    views = [view.advisor for view in listed]
    call.show(advisors_page(views, call.today, nobody), advisors_json(listed))
