"""`boardroom agenda list`, `edit`, `drop` and `rm`."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from boardroom.actions.agenda import drop_items, edit_item, remove_item
from boardroom.cli.call import Call
from boardroom.cli.lists import ListScope, show_records
from boardroom.cli.printer import Reply
from boardroom.cli.privacy import Private
from boardroom.cli.records import (
    Editable,
    FormArgument,
    edit_record,
    given_fields,
    id_of,
    remove_record,
)
from boardroom.cli.several import change_all, several_ids_of
from boardroom.cli.who import OptionalWho
from boardroom.queries.agenda import AgendaView, agenda, agenda_items
from boardroom.render.agenda import agenda_item_json, agenda_items_json, agenda_page
from boardroom.render.page import Page
from boardroom.render.privacy import private_echo_of
from boardroom.rules.agenda import FIELDS
from boardroom.rules.ids import AGENDA_ITEM, GOAL, Ref, parse_kind
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any, TypeAlias

    import typer

ItemId: TypeAlias = (
    "Annotated[str | None, typer.Argument(metavar='aID', show_default=False, "
    "help='The id of the item, like a12.')]"
)


def list_(
    context: typer.Context,
    who: OptionalWho = None,
    all_: Annotated[
        bool,
        typer.Option(
            "--all", help="Include covered and dropped items, and list all on a terminal."
        ),
    ] = False,
) -> None:
    """List agenda items.

    Open items carry over from one meeting to the next until they are covered or dropped.

    Examples:
        boardroom agenda list
        boardroom agenda list marcus --all
    """

    def query(board: sqlite3.Connection, scope: ListScope) -> tuple[Page, dict[str, Any]]:
        view = agenda(board, advisor_id=scope.advisor_id, closed=all_, limit=scope.limit)
        nothing = (
            f"There are no {'' if all_ else 'open '}agenda items{scope.named('with')}."
            f" Add one: boardroom agenda add {scope.handle} TEXT"
        )
        return agenda_page(view, nothing, scope.all_command), agenda_items_json(view.items)

    show_records(Call.of(context), who, query, all_=all_)


def edit(
    context: typer.Context,
    item: ItemId = None,
    form: FormArgument = None,
    text: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What to raise; “-” reads it from a pipe.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="topic, question or update.")
    ] = None,
    answer: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="The answer; '' clears it, “-” reads it from a pipe."),
    ] = None,
    goal: Annotated[
        str | None,
        typer.Option(metavar="gID", help="The goal the item is about; '' clears it."),
    ] = None,
    private: Private = None,
) -> None:
    """Edit an agenda item.

    Without options, the item opens in your editor.

    Examples:
        boardroom agenda edit a2 --text 'Which budget round?' --kind question
    """
    call = Call.of(context)
    item_id = id_of(call, item, AGENDA_ITEM, "edit")
    new_text, new_answer = call.text_option(text), call.text_option(answer)
    edit_record(
        call,
        _EDITABLE,
        item_id,
        given_fields(text=new_text, kind=kind, answer=new_answer, goal_id=goal, private=private),
        form,
    )


def drop(
    context: typer.Context,
    items: Annotated[
        list[str] | None,
        typer.Argument(metavar="aID...", show_default=False, help="Ids of items, like a12."),
    ] = None,
) -> None:
    """Drop agenda items.

    They stay on file and are listed with --all. They can't be reopened; add new ones instead.

    Examples:
        boardroom agenda drop a2
    """
    call = Call.of(context)
    refs = several_ids_of(call, items, AGENDA_ITEM, "drop")

    def change(work: Work, refs: Sequence[Ref]) -> Done:
        return drop_items(work, [ref.number for ref in refs])

    change_all(
        call, refs, change, lambda work: agenda_reply(work, change(work, refs), echo_private=True)
    )


def rm(context: typer.Context, item: ItemId = None) -> None:
    """Remove an agenda item.

    To keep it on file, use agenda drop.

    Examples:
        boardroom agenda rm a2
    """
    call = Call.of(context)
    item_id = id_of(call, item, AGENDA_ITEM, "rm")
    remove_record(
        call,
        lambda work: remove_item(work, item_id),
        lambda board: _json(agenda_items(board, [item_id])),
    )


def agenda_reply(work: Work, done: Done, *, echo_private: bool = False) -> Reply:
    """The items that a change was about, as its record."""
    views = agenda_items(work.connection, done.ids)
    private = [str(view.ref) for view in views if view.private]
    return Reply(_json(views), private_echo_of(private, len(views)) if echo_private else "")


def _values(board: sqlite3.Connection, item_id: int) -> tuple[str, dict[str, Any]]:
    [view] = agenda_items(board, [item_id])
    goal = None if view.goal_id is None else GOAL.ref(view.goal_id)
    return f"{view.ref} on the agenda with {view.name}", {**view._asdict(), "goal_id": goal}


def _change(_: Call, work: Work, item_id: int, given: dict[str, Any]) -> Done:
    if given.get("goal_id"):
        given = {**given, "goal_id": parse_kind(given["goal_id"], GOAL.letter).number}
    return edit_item(work, item_id, **given)


def _json(views: list[AgendaView]) -> dict[str, Any]:
    """One item as a record, or several as a list."""
    return agenda_item_json(views[0]) if len(views) == 1 else agenda_items_json(views)


_EDITABLE = Editable(
    AGENDA_ITEM,
    FIELDS,
    _values,
    _change,
    agenda_reply,
    options=("--text", "--kind", "--answer", "--goal", "--private", "--no-private"),
)
