"""`boardroom calendar write` and `vdir`."""

from __future__ import annotations

import os
import sqlite3
from datetime import datetime

from boardroom import clock
from boardroom.cli.call import Call
from boardroom.cli.messages import print_message, warn
from boardroom.cli.output_file import output_path, write_output
from boardroom.cli.privacy import IncludePrivate
from boardroom.formats.calendar_writing import Event, write_calendar
from boardroom.queries.calendar import CalendarView, calendar, whole_calendar
from boardroom.queries.sharing import Sharing
from boardroom.render.calendar import calendar_events
from boardroom.render.privacy import left_out_words
from boardroom.store.calendar_files import (
    FolderChanges,
    write_calendar_file,
    write_calendar_folder,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, TypeAlias

    import typer

WithDue: TypeAlias = (
    "Annotated[bool, typer.Option('--due', "
    "help='Add a whole-day event from when on each person is due.')]"
)
IncludeAgenda: TypeAlias = (
    "Annotated[bool, typer.Option('--include-agenda', "
    "help='Put the open agenda into the next meeting with each person.')]"
)


def write(
    context: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="[FILE|-]", show_default=False, help="The file (default: -).")
    ] = "-",
    due: WithDue = False,
    include_agenda: IncludeAgenda = False,
    include_private: IncludePrivate = False,
) -> None:
    """Write a calendar to subscribe to.

    It holds what is planned, and what was held in the last year. A meeting that was cancelled or
    missed stays in it, as cancelled, for 60 days. No event names a guest or rings, so nobody is
    sent mail. The notes of a meeting are never in it.

    What is private is called "Meeting" and has no place, and what was left out is counted on
    standard error. A file that another program wrote is not replaced. "config set calendar FILE"
    keeps a file up to date from then on.

    Examples:
        boardroom calendar write boardroom.ics
        boardroom calendar write - --due
        boardroom calendar write boardroom.ics --include-agenda
    """
    call = Call.of(context)
    path = output_path(file)
    view, left_out = _view(
        call, due=due, include_agenda=include_agenda, include_private=include_private
    )
    events = calendar_events(view)
    if path is None:
        text = write_calendar(events, board=view.board, now=_now())
        if call.json:
            call.print_json(_file_json(None, events, text))
        else:
            write_output(None, text.encode())
    else:
        write_calendar_file(path, events, board=view.board, now=_now())
        if call.json:
            call.print_json(_file_json(path, events, None))
        else:
            print_message(f"Wrote {_events(len(events))} to {path}.")
    _warn_of(left_out)


def vdir(
    context: typer.Context,
    folder: Annotated[
        str | None, typer.Argument(metavar="DIR", show_default=False, help="The folder.")
    ] = None,
    due: WithDue = False,
    include_agenda: IncludeAgenda = False,
    include_private: IncludePrivate = False,
) -> None:
    """Write a folder with a file for each event.

    vdirsyncer takes such a folder to a CalDAV server and so to a phone, and khal shows it. The
    events are those of "calendar write". Files of other programs in the folder are left alone, and
    so is the file of an event that has not changed. "config set calendar DIR" keeps a folder up to
    date from then on, without --due and the like.

    Examples:
        boardroom calendar vdir ~/boardroom-events
        boardroom calendar vdir ~/boardroom-events --due
    """
    call = Call.of(context)
    given = call.ask_if_missing(folder, "DIR", "Which folder? (like ~/boardroom-events)")
    path = os.path.abspath(os.path.expanduser(given))
    view, left_out = _view(
        call, due=due, include_agenda=include_agenda, include_private=include_private
    )
    events = calendar_events(view)
    changes = write_calendar_folder(path, events, board=view.board, now=_now())
    if call.json:
        record = {"schema": "boardroom.calendar_folder/1", "path": path, **changes._asdict()}
        call.print_json(record)
    else:
        print_message(f"Wrote {_events(len(events))} to {path}: {_words(changes)}.")
    _warn_of(left_out)


def whole_calendar_text(call: Call, *, include_private: bool) -> str:
    """Every meeting as iCalendar, for an export; what is left out is counted on standard error."""

    def query(board: sqlite3.Connection) -> tuple[CalendarView, dict[str, int]]:
        sharing = Sharing(everything=include_private)
        return whole_calendar(board, sharing), sharing.left_out

    view, left_out = call.read(query)
    _warn_of(left_out)
    return write_calendar(calendar_events(view, with_notes=True), board=view.board, now=_now())


def _view(
    call: Call, *, due: bool, include_agenda: bool, include_private: bool
) -> tuple[CalendarView, dict[str, int]]:
    def query(board: sqlite3.Connection) -> tuple[CalendarView, dict[str, int]]:
        sharing = Sharing(everything=include_private)
        view = calendar(board, sharing, today=call.today, with_agenda=include_agenda, with_due=due)
        return view, sharing.left_out

    return call.read(query)


def _file_json(path: str | None, events: list[Event], text: str | None) -> dict[str, object]:
    return {
        "schema": "boardroom.calendar_file/1",
        "path": path,
        "events_count": len(events),
        "text": text,
    }


def _warn_of(left_out: dict[str, int]) -> None:
    if words := left_out_words(left_out):
        warn(words)


def _now() -> datetime:
    return datetime.fromisoformat(clock.now())


def _events(count: int) -> str:
    return "1 event" if count == 1 else f"{count} events"


def _words(changes: FolderChanges) -> str:
    """“1 new, 2 unchanged”."""
    counts = {
        "new": changes.added,
        "changed": changes.changed,
        "unchanged": changes.unchanged,
        "removed": changes.removed,
    }
    return ", ".join(f"{count} {word}" for word, count in counts.items() if count) or "none"
