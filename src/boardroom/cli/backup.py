"""`boardroom backup`, `backup list` and `restore`."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from datetime import date

from boardroom.cli.calendar_if_kept import keep_calendar_if_set
from boardroom.cli.call import Call
from boardroom.cli.messages import print_message
from boardroom.cli.records import Yes
from boardroom.errors import BadInput, BoardroomError, NotABoard, NotFound, Refused
from boardroom.render.copies import (
    backup_json,
    backups_json,
    backups_page,
    comparison,
    restored_json,
)
from boardroom.rules import dates
from boardroom.rules.copies import Content, is_another_board
from boardroom.rules.day_format import format_day, from_today
from boardroom.rules.text import quoted
from boardroom.store import restore as store
from boardroom.store.backup import back_up, back_up_to
from boardroom.store.copies import BY_HAND, Copy, copies
from boardroom.store.file import is_there
from boardroom.store.place import backup_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer

_SHOWN = 10
_LIST = "list"


def backup(
    context: typer.Context,
    path: Annotated[
        str | None,
        typer.Argument(
            metavar="[PATH|list]",
            show_default=False,
            help="A new file or a folder (default: backups, beside the board).",
        ),
    ] = None,
) -> None:
    """Copy the board, or list its copies.

    The copy is verified before it counts. A file that exists is never overwritten. "backup list"
    shows all copies: their day and size, what each was made for, and whether it is sound. One is
    made by itself before the first change of a day. Copies age: one is kept for each of 7 days, 8
    weeks and 24 months, and for every year; those you make are never removed.

    Examples:
        boardroom backup
        boardroom backup list
        boardroom backup before-the-review.db
    """
    call = Call.of(context)
    if path == _LIST:
        listed = [(copy, _verdict(copy.path)) for copy in reversed(copies(call.path))]
        call.show(backups_page(listed, call.today), backups_json(listed))
        return
    call.require_board()
    target = path and os.path.abspath(os.path.expanduser(path))
    if target and os.path.isdir(target):
        target = os.path.join(
            target, f"{os.path.basename(call.path)}-{call.today.isoformat()}-{BY_HAND}.db"
        )
    made = (
        back_up_to(call.path, target) if target else back_up(call.path, BY_HAND, today=call.today)
    )
    if call.json:
        call.print_json(backup_json(made, store.content(made)))
    else:
        print_message(f"Copied the board to {made}, and verified it.")


def restore(
    context: typer.Context,
    source: Annotated[
        str | None,
        typer.Argument(
            metavar="PATH|DATE", show_default=False, help="A copy, or the day of one in backups."
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show the differences, and change nothing.")
    ] = False,
    another_board: Annotated[
        bool, typer.Option("--another-board", help="Accept a copy of another board.")
    ] = False,
    yes: Yes = False,
) -> None:
    """Put a copy of the board in its place.

    The copy is verified first, and compared with the board. The board as it was is kept in backups,
    and the command to go back to it is printed. The copy of a DATE is the board as it was before
    the first change of that day.

    Examples:
        boardroom restore yesterday --dry-run
        boardroom restore 2026-11-20 --yes
        boardroom restore after-the-review.db --yes
    """
    call = Call.of(context)
    given = source if source is not None else _ask(call)
    copy = _find(call.path, given, today=call.today)
    if os.path.exists(call.path) and os.path.samefile(copy, call.path):
        raise BadInput("That is the board itself.", "See the copies with: boardroom backup list")
    ahead = store.content(copy)
    current = _current(call.path)
    if is_another_board(current, ahead) and not another_board:
        raise Refused(
            f"{copy} is a copy of another board, so it was not restored.",
            "Name that board with --db, or insist with --another-board.",
        )
    page = comparison(copy, current, ahead, today=call.today)
    if dry_run:
        call.show(page, restored_json(copy, current, ahead, kept=None))
        return
    call.show_with_question(page)
    call.confirm(f"This puts {copy} in the place of {call.path}.", yes=yes)
    kept = store.restore(call.path, copy, today=call.today)
    call.stored = f"Restored {copy}"
    keep_calendar_if_set(call)
    if call.json:
        call.print_json(restored_json(copy, current, ahead, kept=kept or None))
        return
    print_message(f"Restored {copy}.")
    if kept and current is not None:
        way_back = f"boardroom restore {shlex.quote(kept)}"
        print_message(call.with_commands(f"The board as it was is kept. To go back: {way_back}"))
    elif kept:
        print_message(f"The damaged board is kept as {kept}.")


def _ask(call: Call) -> str:
    """Asks on a terminal which copy to restore, below the days that there are copies of.

    Raises:
        MissingArgument: there is no terminal.
    """
    name = "PATH|DATE"
    call.check_asks_for(name)
    from boardroom.cli.choices import choice_lines  # noqa: PLC0415  for a question alone

    days = list(dict.fromkeys(copy.day for copy in reversed(copies(call.path))))
    example = days[0].isoformat() if days else "yesterday"
    return call.ask_if_missing(
        None,
        name,
        f"Which copy? A day, or a path (like {example})",
        check=lambda text: _find(call.path, text, today=call.today),
        about=choice_lines(
            {
                day.isoformat(): f"{format_day(day)} ({from_today(day, call.today)})"
                for day in days[:_SHOWN]
            }
        ),
    )


def _current(path: str) -> Content | None:
    """What the board holds; None if there is none, or it is damaged."""
    if not is_there(path):
        return None
    try:
        return store.content(path)
    except NotABoard:
        return None


def _verdict(path: str) -> Content | BoardroomError:
    try:
        return store.content(path)
    except BoardroomError as error:
        return error


def _find(path: str, given: str, *, today: date) -> str:
    """The copy that a PATH or a DATE names.

    Raises:
        NotFound: there is no such file, and no copy of that day.
    """
    named = os.path.abspath(os.path.expanduser(given))
    if os.path.lexists(named):
        return named
    all_copies = copies(path)
    try:
        day = dates.parse_day(given, today=today, toward="back")
    except BadInput:
        raise NotFound(
            f"There is no file {quoted(given)}, and it is no day.",
            "See the copies with: boardroom backup list",
            _days(all_copies),
        ) from None
    of_day = [copy for copy in all_copies if copy.day == day]
    if not of_day:
        raise NotFound(
            f"There is no copy of {day.isoformat()} in {backup_folder(path)}.",
            "See the copies with: boardroom backup list",
            _days(all_copies),
        )
    return of_day[0].path


def _days(all_copies: Sequence[Copy]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(copy.day.isoformat() for copy in reversed(all_copies)))[:5]
