"""`boardroom agreement list`."""

from __future__ import annotations

import sqlite3

from boardroom.cli.call import Call
from boardroom.queries.advisors import AdvisorView, advisors
from boardroom.queries.agreements import AgreementView, agreements
from boardroom.render.agreements import agreements_json, agreements_page

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
