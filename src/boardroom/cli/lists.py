"""The `list` command of records that belong to advisors: all of them, or one person's with WHO."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from boardroom.cli.call import Call
from boardroom.cli.who import find_person
from boardroom.record import Record
from boardroom.render.page import Page

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any, TypeAlias

    import typer

All: TypeAlias = (
    "Annotated[bool, typer.Option('--all', help='List all of them, even on a terminal.')]"
)


class ListScope(Record):
    """The rows to list: one advisor's (None: everybody's), at most `limit` of them (None: all).

    `handle` is for hints, and WHO for everybody. `all_command` lists all rows.
    """

    advisor_id: int | None
    name: str | None
    handle: str
    limit: int | None
    all_command: str

    def named(self, preposition: str) -> str:
        """“ with Marcus Ojo”; empty for everybody."""
        return f" {preposition} {self.name}" if self.name else ""


def show_records(
    call: Call,
    who: str | None,
    query: Callable[[sqlite3.Connection, ListScope], tuple[Page, dict[str, Any]]],
    *,
    all_: bool,
) -> None:
    """Shows the records of everybody, or of one person; a screenful on a terminal unless `all_`."""

    def run(board: sqlite3.Connection) -> tuple[Page, dict[str, Any]]:
        limit = call.screenful(all_=all_)
        command = f"boardroom {call.command}"
        if who is None:
            return query(board, ListScope(None, None, "WHO", limit, f"{command} --all"))
        person = find_person(call, board, who)
        all_command = f"{command} {person.handle} --all"
        scope = ListScope(person.id, person.name, person.handle, limit, all_command)
        return query(board, scope)

    call.show_list(run)
