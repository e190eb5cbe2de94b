"""`boardroom prep`: the brief before a meeting."""

from __future__ import annotations

import sqlite3

from boardroom.cli.call import Call
from boardroom.cli.privacy import (
    IncludePrivate,
    Svg,
    check_include_private,
    picture_to_share,
    print_shared,
)
from boardroom.cli.who import Who, find_person
from boardroom.errors import BadInput
from boardroom.queries.prep import PrepView
from boardroom.queries.prep import prep as brief
from boardroom.render.prep import prep_page
from boardroom.render.prep_record import prep_json
from boardroom.rules.text import parse_count

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer

_NOTES_COUNT = 2


def prep(
    context: typer.Context,
    who: Who = None,
    last: Annotated[
        str | None,
        typer.Option(metavar="N", help="Number of meetings to show notes of (default: 2)."),
    ] = None,
    md: Annotated[
        bool, typer.Option("--md", help="Print Markdown to share, without what is private.")
    ] = False,
    svg: Svg = None,
    include_private: IncludePrivate = False,
) -> None:
    """Show a one-screen brief before a meeting.

    The next meeting, who they are and whom they introduced, the agreement, the open agenda, advice
    to report back on and advice without an outcome, promises both ways, the goals they help with,
    occasions in their life since last time and ahead, the last notes, and the balance of give and
    take. A terminal cuts long notes and lists; a pipe and --json get all of them.

    A plan that passed and was not logged stands first. Of somebody not on the board, it says the
    next step: to ask them, or to note their answer.

    An empty agenda names up to three things to raise. While you got more than you gave, it names
    something to offer. Before a first meeting it also says what to agree on, and what is not known
    of them: must-haves that you did not rate, and their background.

    --md prints Markdown to share, and --svg draws a picture: without the words of private records,
    and without reasons for snoozes. They count on stderr what they left out; --include-private
    puts it in. Markdown leaves out what to offer and what is not known: notes to yourself.

    Examples:
        boardroom prep ana
        boardroom prep marcus --last 3
        boardroom prep tom --md
        boardroom prep tom --md --include-private
        boardroom prep ana --svg ana.svg
    """
    call = Call.of(context)
    if md and (call.json or svg is not None):
        other = "--json" if call.json else "--svg"
        raise BadInput(f"--md and {other} can't go together.", "Leave one of them out.")
    check_include_private(include_private, {"--md": md, "--svg": svg is not None})
    picture = picture_to_share(call, svg, include_private=include_private)
    notes_count = _NOTES_COUNT if last is None else parse_count(last, "meetings", least=0)

    def query(board: sqlite3.Connection) -> PrepView:
        person = find_person(call, board, who)
        return brief(board, person.id, today=call.today, notes_count=notes_count)

    view = call.read(query)
    if picture:
        page = prep_page(picture.sharing.prep(view), for_others=True)
        picture.write(page, f"boardroom prep {view.advisor.handle}")
    elif md:
        from boardroom.render.prep_md import prep_markdown  # noqa: PLC0415  re takes 5 ms

        print_shared(*prep_markdown(view, everything=include_private))
    else:
        call.show(prep_page(view), prep_json(view))
