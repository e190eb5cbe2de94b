"""`boardroom agenda add`, `list`, `edit`, `drop` and `rm`."""

from __future__ import annotations

import re
import sqlite3

from boardroom.actions.agenda import add_items, drop_item, edit_item, remove_item
from boardroom.cli.call import Answer, Call
from boardroom.cli.records import Editable, edit_record, given_fields, id_of, remove_record
from boardroom.cli.who import Who, before_dash, find_person, find_person_before
from boardroom.queries.agenda import agenda, agenda_items
from boardroom.render.agenda import agenda_item_json, agenda_json, agenda_page
from boardroom.render.page import Page
from boardroom.rules.agenda import FIELDS
from boardroom.rules.ids import AGENDA_ITEM, GOAL, parse_kind
from boardroom.store.work import Done, Work

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Any, TypeAlias

    import typer

ItemId: TypeAlias = (
    "Annotated[str | None, typer.Argument(metavar='aID', show_default=False, "
    "help='The id of the item, like a12.')]"
)


def add(
    context: typer.Context,
    who: Who = None,
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TEXT...|-", show_default=False, help="“-” reads items from a pipe, one a line."
        ),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="K",
            help="topic, question or update (default: detected from the text).",
        ),
    ] = None,
    goal: Annotated[str | None, typer.Option(metavar="gID", help="The goal it is about.")] = None,
) -> None:
    """Put something on the agenda.

    An item that ends in a question mark is a question, any other a topic, unless you give a kind.
    From a pipe each line is an item, without its list mark (“- ”, “* ”, “- [ ] ”, “1. ”).

    Examples:
        boardroom agenda add marcus 'How do I get exposure to a P&L?'
        boardroom agenda add ana --kind update The pilot is live
        boardroom agenda add marcus 'Which line of the budget?' --goal g1
        boardroom agenda add tom - < questions.txt
    """
    call = Call.of(context)
    who, text = before_dash(call, who, text)
    call.words(text)
    goal_id = None if goal is None else parse_kind(goal, GOAL.letter).number

    def action(work: Work) -> Answer:
        person, words = find_person_before(call, work.connection, who, text)
        item = call.needed(call.words(words), "TEXT", f"What is there to raise with {person.name}?")
        # Typed, an item may have several lines; from a pipe, each line is one.
        texts = _lines(item) if text == ["-"] else [item]
        return _answer(work, add_items(work, person.id, texts, kind=kind, goal_id=goal_id))

    call.change(action)


def list_(
    context: typer.Context,
    who: Who = None,
    all_: Annotated[
        bool,
        typer.Option(
            "--all", help="The covered and dropped ones too, and on a screen all of them."
        ),
    ] = False,
) -> None:
    """What there is to raise.

    Open items carry over from one meeting to the next until they are covered or dropped.

    Examples:
        boardroom agenda list
        boardroom agenda list marcus --all
    """
    call = Call.of(context)

    def query(board: sqlite3.Connection) -> tuple[Page, dict[str, Any]]:
        person = None if who is None else find_person(call, board, who)
        limit = call.screenful(all_=all_)
        listed = agenda(board, advisor_id=person and person.id, closed=all_, limit=limit)
        handle = person.handle if person else "WHO"
        nothing = (
            f"Nothing is on the agenda{f' with {person.name}' if person else ''}."
            f" Put something there: boardroom agenda add {handle} TEXT"
        )
        all_of_them = f"boardroom agenda list {f'{handle} ' if person else ''}--all"
        return agenda_page(listed, nothing, all_of_them), agenda_json(listed.items)

    call.show_list(query)


def edit(
    context: typer.Context,
    item: ItemId = None,
    text: Annotated[str | None, typer.Option(metavar="T", help="What to raise.")] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="K", help="topic, question or update.")
    ] = None,
    answer: Annotated[
        str | None, typer.Option(metavar="T", help="What came of it; '' clears it.")
    ] = None,
    goal: Annotated[
        str | None,
        typer.Option(metavar="gID", help="The goal it is about; '' clears it."),
    ] = None,
) -> None:
    """Change an item, by options or in the editor.

    Without an option, the item opens in your editor. “-” as the text or the answer reads it from a
    pipe.

    Examples:
        boardroom agenda edit a2 --text 'Which budget round?' --kind question
    """
    call = Call.of(context)
    item_id = id_of(call, item, AGENDA_ITEM, "edit")
    new_text, new_answer = call.text(text), call.text(answer)
    edit_record(
        call,
        _EDITABLE,
        item_id,
        given_fields(text=new_text, kind=kind, answer=new_answer, goal_id=goal),
    )


def drop(context: typer.Context, item: ItemId = None) -> None:
    """Let an item go, but keep it.

    A dropped item is listed only with --all. It can't be opened again: add it anew.

    Examples:
        boardroom agenda drop a2
    """
    call = Call.of(context)
    item_id = id_of(call, item, AGENDA_ITEM, "drop")
    call.change(lambda work: _answer(work, drop_item(work, item_id)))


def rm(context: typer.Context, item: ItemId = None) -> None:
    """Remove an item.

    To keep it on file, drop it instead.

    Examples:
        boardroom agenda rm a2
    """
    call = Call.of(context)
    item_id = id_of(call, item, AGENDA_ITEM, "rm")
    remove_record(
        call, lambda work: remove_item(work, item_id), lambda board: _json(board, (item_id,))
    )


def _values(board: sqlite3.Connection, item_id: int) -> tuple[str, dict[str, Any]]:
    [view] = agenda_items(board, [item_id])
    goal = None if view.goal_id is None else GOAL.ref(view.goal_id)
    return f"{view.ref} on the agenda with {view.name}", {**view._asdict(), "goal_id": goal}


def _change(_: Call, work: Work, item_id: int, given: dict[str, Any]) -> Done:
    if given.get("goal_id"):
        given = {**given, "goal_id": parse_kind(given["goal_id"], GOAL.letter).number}
    return edit_item(work, item_id, **given)


def _answer(work: Work, done: Done) -> Answer:
    return Answer(_json(work.connection, done.ids))


def _json(board: sqlite3.Connection, item_ids: tuple[int, ...]) -> dict[str, Any]:
    """The record of one item, or a list of several."""
    views = agenda_items(board, item_ids)
    return agenda_item_json(views[0]) if len(views) == 1 else agenda_json(views)


def _lines(text: str) -> list[str]:
    lines = (_LIST_MARK.sub("", line) for line in text.splitlines())
    return [line for line in lines if line.strip()] or [""]


# “- ”, “* ”, “1. ”, with a box to tick or without; a mark alone is no item.
_LIST_MARK = re.compile(r"\s*(?:[-*+•]|[0-9]{1,3}[.)])(?:\s+\[[ xX]\])?(?:\s+|$)")


_EDITABLE = Editable(AGENDA_ITEM, FIELDS, _values, _change, _answer)
