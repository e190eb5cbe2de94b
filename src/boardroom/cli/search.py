"""`boardroom search`."""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated

import typer

from boardroom.cli.call import Call
from boardroom.cli.when import on_day
from boardroom.cli.who import find, handles
from boardroom.queries.search import search as search_for
from boardroom.render.formatting import safe
from boardroom.render.search import hits_json, hits_page
from boardroom.rules.day_format import format_day
from boardroom.rules.phrase_search import phrase
from boardroom.rules.text import quoted


def search(
    context: typer.Context,
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TEXT...|-",
            show_default=False,
            help="Words in a row; case and accents don't matter.",
        ),
    ] = None,
    who: Annotated[
        str | None,
        typer.Option(metavar="WHO", help="What is about one person.", autocompletion=handles),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="What is dated from that day on.")
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="On a screen too, all of it.")] = False,
) -> None:
    """Find words in everything you wrote.

    Find words in what you wrote.

    Examples:
        boardroom search deck
        boardroom search budget round --who marcus --since '6 months ago'
    """
    call = Call.of(context)
    words = call.needed(call.words(text), "TEXT", "What to look for?")
    wanted = phrase(words)
    person = find(call, who) if who is not None else None
    from_day = on_day(call, since, toward="back") if since is not None else None
    limit = call.screenful(all_=all_)
    with call.reading() as board:
        found = search_for(
            board, wanted, advisor_id=person.id if person else None, since=from_day, limit=limit
        )
    nothing = _nothing(words, person.name if person else None, from_day)
    if not found.hits and not (call.on_screen or call.json):
        print(safe(nothing), file=sys.stderr)  # it is no hit, and a pipe is given nothing else
    call.show(hits_page(found, call.today, nothing, "the same with --all"), hits_json(found))


def _nothing(words: str, name: str | None, since: date | None) -> str:
    about = f" about {name}" if name else ""
    dated = f" since {format_day(since)}" if since else ""
    return f"Nothing you wrote{about}{dated} holds {quoted(words.strip())}."
