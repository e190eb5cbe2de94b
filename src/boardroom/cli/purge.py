"""`boardroom purge`."""

from __future__ import annotations

import os
import shlex
import sqlite3
from collections.abc import Sequence
from contextlib import suppress

from boardroom.cli.calendar_if_kept import keep_calendar_if_set
from boardroom.cli.call import Call
from boardroom.cli.messages import print_message, warn
from boardroom.cli.records import Yes
from boardroom.cli.who import find_person
from boardroom.errors import BadInput, BoardroomError, NotFound
from boardroom.queries.purging import (
    drafts_of,
    is_spelt_out,
    purge_of_gone,
    purge_of_person,
    purge_of_record,
)
from boardroom.render.copies import purged_json
from boardroom.rules.day_format import format_day
from boardroom.rules.ids import REVIEW, looks_like_id, parse
from boardroom.rules.text import quoted
from boardroom.store import purge as store
from boardroom.store.place import draft_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer

    from boardroom.store.purge import Purge


def purge(
    context: typer.Context,
    given: Annotated[
        str | None,
        typer.Argument(
            metavar="ID|WHO", show_default=False, help="An id like m12, or a handle or a name."
        ),
    ] = None,
    backups: Annotated[
        bool, typer.Option("--backups", help="Take it out of the copies in backups too.")
    ] = False,
    yes: Yes = False,
) -> None:
    """Remove a record for good, from history and copies too.

    All that depends on it goes as well: with a person everything of theirs, with a meeting what was
    logged in it. Nothing of it stays in the file, in its history or in drafts, and undo can't bring
    it back, nor anything changed before. A record that was removed by "rm" can be purged by its id.
    A copy is made first, which holds it, like older ones: they are listed. --backups takes it out
    of them as well, at once or later, by its id or its whole handle or name. Exports and copies
    that you keep elsewhere are not touched, and boardroom does not know of them.

    Examples:
        boardroom purge p1 --backups --yes
        boardroom purge tom --backups --yes
    """
    call = Call.of(context)
    text = call.ask_if_missing(
        given,
        "ID|WHO",
        "What is to be purged? (a person, or an id like p1)",
        check=lambda answer: call.read(lambda board: _record(call, board, answer, backups=backups)),
    )
    record = call.read(lambda board: _record(call, board, text, backups=backups))
    is_on_file = store.holds(call.path, record)
    drafts = drafts_of(draft_folder(call.path), text, record) if is_on_file else []
    # Its words are for the user's own screen, and an error may go elsewhere.
    what = record.title if call.may_ask else f"{record.words[0]}, {record.noun}"
    if is_on_file:
        call.confirm(f"This removes {what}, for good, with all that depends on it.", yes=yes)
        store.purge(call.path, record, today=call.today, with_copy=not backups)
        call.stored = f"Purged {record.noun}"
        keep_calendar_if_set(call)
    else:
        call.confirm(f"Only copies hold {what}. This takes it out of them, for good.", yes=yes)
    for draft in drafts:
        with suppress(FileNotFoundError):  # another window has discarded it meanwhile
            os.unlink(draft)
    holding = store.copies_that_hold(call.path, record)
    changed_count = 0
    if backups:
        for copy in holding:
            with suppress(BoardroomError):  # a damaged one; it is listed below
                store.purge_copy(copy, record)
                changed_count += 1
        holding = store.copies_that_hold(call.path, record)
    if call.json:
        call.print_json(purged_json(record.noun, holding))
        return
    copies = "1 copy" if changed_count == 1 else f"{changed_count} copies"
    if is_on_file:
        print_message(f"Purged {record.title}.")
        if changed_count:
            print_message(f"Taken out of {copies} too.")
    else:
        print_message(f"Took out of {copies}: {record.title}.")
    day = format_day(call.today)
    print_message(f"Exports and copies made elsewhere up to {day} may still hold it.")
    if holding:
        command = f"boardroom purge {shlex.quote(record.words[-1])} --backups"
        _say_where_it_remains(holding, "" if backups else call.with_commands(command))


def _record(call: Call, board: sqlite3.Connection, text: str, *, backups: bool) -> Purge:
    """What is meant: on the board, or what only copies hold, by its whole name.

    Such a name comes before the start of another: who says again whom to purge means them still.
    """
    if looks_like_id(text) and parse(text).letter == REVIEW.letter:
        raise BadInput("A review is frozen, and stays.", "Purge the person it is about.")
    try:
        if looks_like_id(text):
            return purge_of_record(board, parse(text))
        if is_spelt_out(board, text):
            return purge_of_person(board, find_person(call, board, text))
        missing = None
    except NotFound as error:
        missing = error
    gone = store.find_in_copies(call.path, lambda copy: purge_of_gone(copy, board, text))
    if gone and (backups or store.holds(call.path, gone)):
        return gone
    if gone:
        raise NotFound(
            f"Only copies hold {quoted(text)} still.",
            f"To take it out of them: boardroom purge {shlex.quote(text)} --backups",
        )
    if missing:
        raise missing
    return purge_of_person(board, find_person(call, board, text))


def _say_where_it_remains(copies: Sequence[str], command: str) -> None:
    """Lists the copies, with the command that mends them; empty if that failed."""
    number = "1 copy" if len(copies) == 1 else f"{len(copies)} copies"
    if command:
        verb = "holds" if len(copies) == 1 else "hold"
        warn(f"{number} still {verb} it. To take it out: {command}")
    else:
        warn(f"{number} can't be changed, and may still hold it. Delete what you don't need:")
    for copy in copies:
        warn(copy)
