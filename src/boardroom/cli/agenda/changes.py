"""`boardroom agenda add`, `edit`, `drop` and `rm`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from boardroom.actions.agenda import add_items, drop_item, edit_item, remove_item
from boardroom.cli.agenda.said import say
from boardroom.cli.call import Call
from boardroom.cli.ids import row_id
from boardroom.cli.record_edit import edit_by_hand
from boardroom.cli.who import Who, find
from boardroom.formats.fields import Field
from boardroom.queries.agenda import agenda_items
from boardroom.render.agenda import agenda_item_json
from boardroom.rules.ids import wanted
from boardroom.store.work import Work

ItemId = Annotated[
    str | None,
    typer.Argument(metavar="aID", show_default=False, help="The id of the item, like a12."),
]


def add(
    context: typer.Context,
    who: Who = None,
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEXT...|-", show_default=False, help="“-” reads an item a line."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="K", help="topic, question or update; told from the text where left out."
        ),
    ] = None,
    goal: Annotated[
        str | None, typer.Option(metavar="gID", help="The goal that it is about.")
    ] = None,
) -> None:
    """Put something on the agenda.

    Examples:
        boardroom agenda add marcus 'How do I get exposure to a P&L?'
        boardroom agenda add ana --kind update The pilot is live
        boardroom agenda add marcus 'Which line of the budget?' --goal g1
        boardroom agenda add tom - < questions.txt
    """
    call = Call.of(context)
    person = find(call, who)
    words = call.needed(call.words(text), "TEXT", f"What is there to raise with {person.name}?")
    # Typed, an item may have several lines; read from a pipe, each line is one.
    texts = (
        [line for line in words.splitlines() if line.strip()] or [""] if text == ["-"] else [words]
    )
    goal_id = None if goal is None else wanted(goal, "g").number
    with call.changing(context) as work:
        item_ids = add_items(work, person.id, texts, kind=kind, goal_id=goal_id)
    say(call, work, item_ids)


def edit(
    context: typer.Context,
    item: ItemId = None,
    text: Annotated[str | None, typer.Option(metavar="T", help="What to raise.")] = None,
    kind: Annotated[
        str | None, typer.Option(metavar="K", help="topic, question or update.")
    ] = None,
    answer: Annotated[
        str | None, typer.Option(metavar="T", help="What came of it; '' takes it away.")
    ] = None,
    goal: Annotated[
        str | None, typer.Option(metavar="gID", help="The goal that it is about; '' takes it away.")
    ] = None,
) -> None:
    """Change an item, by options or in the editor.

    Change an item, in the editor where no option is given; “-” reads a text from a pipe.

    Examples:
        boardroom agenda edit a2 --text 'Which budget round?' --kind question
    """
    call = Call.of(context)
    item_id = row_id(call, item, "a", "edit")
    if all(option is None for option in (text, kind, answer, goal)):
        work = _edit_by_hand(context, call, item_id)
    else:
        new_text = None if text is None else call.words([text])
        new_answer = None if answer is None else call.words([answer])
        work = _edit(
            context,
            call,
            item_id,
            {"text": new_text, "kind": kind, "answer": new_answer, "goal": goal},
        )
    say(call, work, [item_id])


def drop(context: typer.Context, item: ItemId = None) -> None:
    """Let an item go, but keep it.

    Examples:
        boardroom agenda drop a2
    """
    call = Call.of(context)
    item_id = row_id(call, item, "a", "drop")
    with call.changing(context) as work:
        drop_item(work, item_id)
    say(call, work, [item_id])


def rm(context: typer.Context, item: ItemId = None) -> None:
    """Remove an item.

    Examples:
        boardroom agenda rm a2
    """
    call = Call.of(context)
    item_id = row_id(call, item, "a", "rm")
    with call.reading() as board:
        record = agenda_item_json(agenda_items(board, [item_id])[0])
    with call.changing(context) as work:
        remove_item(work, item_id)
    call.did(work, record)


def _edit(context: typer.Context, call: Call, item_id: int, given: dict[str, Any]) -> Work:
    fields = dict(given)
    goal = fields.pop("goal", None)
    goal_id = wanted(goal, "g").number if goal else goal
    with call.changing(context) as work:
        edit_item(work, item_id, **fields, goal_id=goal_id)
    return work


def _edit_by_hand(context: typer.Context, call: Call, item_id: int) -> Work:
    with call.reading() as board:
        view = agenda_items(board, [item_id])[0]
    return edit_by_hand(
        call,
        f"a{item_id} on the agenda with {view.name}",
        (
            Field("kind", "kind"),
            Field("goal", "goal"),
            Field("text", "Text", text=True),
            Field("answer", "Answer", text=True),
        ),
        {**view._asdict(), "goal": None if view.goal_id is None else f"g{view.goal_id}"},
        lambda given: _edit(context, call, item_id, given),
        name=f"a{item_id}",
        hint="Say what: --text, --kind, --answer or --goal.",
    )
