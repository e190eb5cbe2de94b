"""`boardroom done`: what is finished, whatever it is."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from boardroom.actions.agenda import cover_items
from boardroom.actions.promises import keep_promises
from boardroom.cli.call import Call
from boardroom.cli.when import on_day, understood
from boardroom.errors import BadInput, NotFound
from boardroom.queries.agenda import agenda_items
from boardroom.queries.promises import promises_by_id
from boardroom.render.agenda import agenda_item_json, agenda_json, agenda_record
from boardroom.render.promises import promise_json, promise_record, promises_json
from boardroom.rules.ids import KINDS, Ref, parse, wanted

# They can be done, but nothing makes one yet, so that none of them exists.
_NONE_YET = ("s", "g")


def done(
    context: typer.Context,
    ids: Annotated[list[str] | None, typer.Argument(metavar="ID...", show_default=False, help="Of promises and agenda items.")] = None,
    on: Annotated[str | None, typer.Option(metavar="DATE", help="The day it was done; today where left out.")] = None,
    note: Annotated[str | None, typer.Option(metavar="T|-", help="The answer, or how it went; “-” reads it from a pipe.")] = None,
) -> None:
    """Note that promises were kept and agenda items covered, all of them or none."""
    call = Call.of(context)
    given = ids or call.needed(None, "ID", "What is done? Its id:").split()
    refs = list(dict.fromkeys(_ref(text) for text in given))
    items, promises = ([ref.number for ref in refs if ref.letter == letter] for letter in "ap")
    day = None if on is None else on_day(call, on, toward="back")
    said = None if note is None else call.words([note])
    with call.changing(context) as work:
        summaries = []
        if items:
            cover_items(work, items, on=day, answer=said)
            summaries.append(work.summary)
        if promises:
            keep_promises(work, promises, on=day, note=said)
            summaries.append(work.summary)
        work.summary = "; ".join((summaries[0], *(f"{summary[0].lower()}{summary[1:]}" for summary in summaries[1:])))
    call.did(work, _record(call, items, promises), echo=understood(call, day, "done"))


def _ref(text: str) -> Ref:
    ref = parse(text)
    if ref.letter in _NONE_YET:
        raise NotFound(f"There is no {KINDS[ref.letter]} {ref}.")
    if ref.letter in _INSTEAD:
        sentence, command = _INSTEAD[ref.letter]
        raise BadInput(f"{ref} is {sentence}", f"For it there is: boardroom {command.format(ref=ref)}")
    return wanted(text, "a", "p")


_INSTEAD = {
    "m": ("a meeting, which is logged when it is done.", "log WHO --meeting {ref}"),
    "v": ("advice: say what came of it.", "advice outcome {ref} worked"),
}


def _record(call: Call, items: list[int], promises: list[int]) -> dict[str, Any]:
    """What was done as it now is: one record, a list of one kind, or a list of each."""
    with call.reading() as board:
        covered, kept = agenda_items(board, items), promises_by_id(board, promises)
    if covered and kept:
        return {
            "schema": "boardroom.done/1",
            "agenda": [agenda_record(view) for view in covered],
            "promises": [promise_record(view, call.today) for view in kept],
        }
    if covered:
        return agenda_item_json(covered[0]) if len(covered) == 1 else agenda_json(covered)
    return promise_json(kept[0], call.today) if len(kept) == 1 else promises_json(kept, call.today)
