"""`boardroom criterion add`, `edit` and `rm`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from boardroom.actions.criteria import add_criterion, edit_criterion, remove_criterion
from boardroom.cli.call import Call
from boardroom.cli.ids import row_id
from boardroom.cli.record_edit import edit_by_hand
from boardroom.formats.fields import Field
from boardroom.queries.criteria import criterion as criterion_view
from boardroom.queries.criteria import ratings_count
from boardroom.render.criteria import criterion_json, removal
from boardroom.rules.criteria import is_must
from boardroom.store.work import Work

CriterionId = Annotated[str | None, typer.Argument(metavar="cID", show_default=False)]
Must = Annotated[
    bool | None,
    typer.Option(
        "--must/--nice",
        help="What they have to have, or what would be nice to have.",
        show_default=False,
    ),
]


def add(
    context: typer.Context,
    text: Annotated[
        list[str] | None,
        typer.Argument(metavar="TEXT...|-", show_default=False, help="“-” reads it from a pipe."),
    ] = None,
    must: Must = None,
) -> None:
    """Say what they must have, or would better have.

    Say what the next advisor must have, or would better have.

    Examples:
        boardroom criterion add 'Has run a P&L' --must
        boardroom criterion add Lives near enough for a walk --nice
    """
    call = Call.of(context)
    words = call.needed(call.words(text), "TEXT", "What do you look for?")
    needed = (
        is_must(
            call.needed(
                None, "--must or --nice", "Is that a must-have, or nice to have? [must/nice]"
            )
        )
        if must is None
        else must
    )
    with call.changing(context) as work:
        criterion_id = add_criterion(work, words, must=needed)
    _say(call, work, criterion_id)


def edit(
    context: typer.Context,
    criterion: CriterionId = None,
    text: Annotated[
        str | None,
        typer.Option(metavar="T|-", help="What is looked for; “-” reads it from a pipe."),
    ] = None,
    must: Must = None,
) -> None:
    """Change a criterion, by options or in the editor.

    Change a criterion, in the editor where no option is given.

    Examples:
        boardroom criterion edit c3 --must
    """
    call = Call.of(context)
    criterion_id = row_id(call, criterion, "c", "edit")
    if text is None and must is None:
        work = _edit_by_hand(context, call, criterion_id)
    else:
        with call.changing(context) as work:
            edit_criterion(
                work, criterion_id, text=None if text is None else call.words([text]), must=must
            )
    _say(call, work, criterion_id)


def rm(
    context: typer.Context,
    criterion: CriterionId = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Remove a criterion, and its ratings.

    Remove a criterion, and how people were rated against it.

    Examples:
        boardroom criterion rm c3 --yes
    """
    call = Call.of(context)
    criterion_id = row_id(call, criterion, "c", "rm")
    with call.reading() as board:
        view = criterion_view(board, criterion_id)
        rated = ratings_count(board, criterion_id)
    if rated:
        call.confirm(removal(view, rated), yes=yes)
    with call.changing(context) as work:
        remove_criterion(work, criterion_id)
    call.did(work, criterion_json(view))


def _edit_by_hand(context: typer.Context, call: Call, criterion_id: int) -> Work:
    with call.reading() as board:
        view = criterion_view(board, criterion_id)

    def change(given: dict[str, Any]) -> Work:
        kind = given.get("kind")
        with call.changing(context) as work:
            edit_criterion(
                work,
                criterion_id,
                text=given.get("text"),
                must=None if kind is None else is_must(kind),
            )
        return work

    return edit_by_hand(
        call,
        f"c{criterion_id}, what is looked for",
        (Field("kind", "kind"), Field("text", "Text", text=True)),
        {"kind": "must" if view.must else "nice", "text": view.text},
        change,
        name=f"c{criterion_id}",
        hint="Say what: --text, --must or --nice.",
    )


def _say(call: Call, work: Work, criterion_id: int) -> None:
    with call.reading() as board:
        view = criterion_view(board, criterion_id)
    call.did(work, criterion_json(view))
