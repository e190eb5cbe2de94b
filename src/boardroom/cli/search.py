"""`boardroom search`."""

from __future__ import annotations

import sqlite3
from datetime import date

from boardroom.cli.call import Call
from boardroom.cli.messages import warn
from boardroom.cli.when import parse_day
from boardroom.cli.who import find_person_of_option
from boardroom.queries.search import HitList
from boardroom.queries.search import search as search_for
from boardroom.render.search import hits_json, hits_page
from boardroom.rules.day_format import format_day
from boardroom.rules.phrase_search import parse_query
from boardroom.rules.text import quoted

_QUOTES = frozenset('"“”')

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer


def search(
    context: typer.Context,
    text: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TEXT...|-",
            show_default=False,
            help="Words in any order; case and accents are ignored.",
        ),
    ] = None,
    who: Annotated[
        str | None,
        typer.Option(metavar="WHO", help="Only records about one person."),
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="DATE", help="Only records dated from that day on.")
    ] = None,
    all_: Annotated[bool, typer.Option("--all", help="List all hits, even on a terminal.")] = False,
) -> None:
    """Search everything you wrote.

    A hit is a field that contains all the words, in any order, also inside other words. Words in
    quotes are a phrase. Fields without a day come first, then the newest. A terminal shows the
    first 50; a pipe and --json get all.

    Examples:
        boardroom search deck
        boardroom search 'budget round'
        boardroom search round budget --who marcus --since '6 months ago'
    """
    call = Call.of(context)
    call.text_argument(text)

    def query(board: sqlite3.Connection) -> tuple[HitList, str]:
        person, left = (
            (None, text) if who is None else find_person_of_option(call, board, who, text)
        )
        words = call.ask_if_missing(
            call.text_argument(left and [_phrase(word) for word in left]),
            "TEXT",
            "Search for what? (like budget round)",
        )
        wanted = parse_query(words)
        since_on = (
            None
            if since is None
            else parse_day(call, board, since, toward="back", bare_length=True)
        )
        limit = call.screenful(all_=all_)
        hits = search_for(
            board, wanted, advisor_id=person and person.id, since=since_on, limit=limit
        )
        return hits, _no_hit(words, person.name if person else None, since_on)

    with call.listing(query) as (hits, nothing):
        if not hits.hits and not (call.on_screen or call.json):
            warn(call.with_commands(nothing))  # a pipe gets only hits
        call.show(
            hits_page(hits, call.today, nothing, "repeat the search with --all"), hits_json(hits)
        )


def _phrase(word: str) -> str:
    """A word of the command line; in quotes if the shell has taken them off a phrase."""
    return f'"{word}"' if " " in word.strip() and not _QUOTES.intersection(word) else word


def _no_hit(words: str, name: str | None, since: date | None) -> str:
    about = f" about {name}" if name else ""
    dated = f" since {format_day(since)}" if since else ""
    all_of = "all the words of " if " " in words.strip() and '"' not in words else ""
    return f"Nothing you wrote{about}{dated} contains {all_of}{quoted(words.strip())}."
