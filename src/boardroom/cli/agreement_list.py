"""`boardroom agreement list` and `show`."""

from __future__ import annotations

import sqlite3

from boardroom.cli.call import Call
from boardroom.cli.who import Who, find_person
from boardroom.queries.advisors import AdvisorView, advisor, advisors
from boardroom.queries.agreed import Agreed, agreed
from boardroom.queries.agreements import AgreementView, agreements
from boardroom.render.agreed import came_of_it
from boardroom.render.agreements import (
    agreement_json,
    agreement_page,
    agreements_json,
    agreements_page,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    import typer


def list_(context: typer.Context) -> None:
    """List agreements, the first to end first.

    Those that are open-ended come last.

    Examples:
        boardroom agreement list
    """
    call = Call.of(context)

    def query(board: sqlite3.Connection) -> list[tuple[AdvisorView, AgreementView]]:
        people = {view.handle: view for view in advisors(board, today=call.today)}
        return [(people[handle], view) for handle, view in agreements(board).items()]

    listed = call.read(query)
    call.show(agreements_page(listed, call.today), agreements_json(listed))


def show(context: typer.Context, who: Who = None) -> None:
    """Show an agreement.

    From the day of its end on, it says what came of it: goals achieved, and advice that worked.

    Examples:
        boardroom agreement show tom
    """
    call = Call.of(context)

    def query(board: sqlite3.Connection) -> tuple[AdvisorView, Agreed | None]:
        person = find_person(call, board, who)
        return (
            advisor(board, person.id, today=call.today),
            agreed(board, person.id, today=call.today),
        )

    view, hoped = call.read(query)
    written = hoped and hoped.agreement
    has_ended = written is not None and written.has_ended(call.today)
    came = came_of_it(hoped.history, view.role) if hoped and has_ended else ""
    call.show(
        agreement_page(view, written, call.today, came_of_it=came), agreement_json(view, written)
    )
