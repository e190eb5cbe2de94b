"""A calendar on the disk: one file to subscribe to, or a folder with a file for each event (vdir).

Only files that this board has written are replaced or removed, and nothing is written through a
link.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime

from boardroom.errors import BadInput, CannotWrite
from boardroom.formats.calendar_writing import (
    Event,
    WrittenEvent,
    is_own_calendar,
    write_calendar,
    write_event,
    write_event_file,
    written_events,
)
from boardroom.record import Record
from boardroom.rules.calendar_uids import DOMAIN
from boardroom.store.private_files import make_private_folder, write_private_file

FILE_SUFFIX = ".ics"
_LARGEST = 32 * 1024 * 1024


class FolderChanges(Record):
    """What was done in the folder of a calendar: numbers of events."""

    added: int
    changed: int
    removed: int
    unchanged: int


def is_calendar_file(path: str) -> bool:
    """Whether a path is for a single file, and not for a folder of events."""
    return path.lower().endswith(FILE_SUFFIX) and not os.path.isdir(path)


def check_calendar_file(path: str) -> None:
    """Checks that a file may be replaced by a calendar: there is none, or boardroom wrote it.

    Raises:
        BadInput: something else is there.
    """
    if os.path.islink(path):
        raise _is_a_link(path)
    if os.path.isdir(path):
        from shlex import quote  # noqa: PLC0415  only for what is refused

        raise BadInput(
            f"{path} is a folder.", f"Fill it with: boardroom calendar vdir {quote(path)}"
        )
    if os.path.lexists(path) and _own_text(path) is None:
        raise BadInput(
            f"{path} is no calendar that boardroom has written, and would be replaced.",
            "Give another name.",
        )


def write_calendar_file(path: str, events: Sequence[Event], *, board: str, now: datetime) -> None:
    """Writes a calendar to a file, in one step; nothing if it is there already.

    Raises:
        BadInput: another program's file is there.
        CannotWrite: it can't be written.
    """
    check_calendar_file(path)
    stored = _own_text(path)
    text = write_calendar(
        events, board=board, now=now, earlier=None if stored is None else written_events(stored)
    )
    if text != stored:
        write_private_file(path, text.encode())


def check_calendar_folder(folder: str) -> None:
    """Checks that a folder may be filled with events: it is one, or can be made.

    Raises:
        BadInput: it is a link, something else, or in no folder.
    """
    if os.path.islink(folder):
        raise _is_a_link(folder)
    if os.path.lexists(folder) and not os.path.isdir(folder):
        raise BadInput(
            f"{folder} is no folder.", f"Name a folder, or a file that ends in {FILE_SUFFIX}."
        )
    check_folder_above(folder)


def _is_a_link(path: str) -> BadInput:
    return BadInput(f"{path} is a link, and not followed.", f"Use {os.path.realpath(path)}.")


def check_folder_above(path: str) -> None:
    """Checks that a file or folder may be made where it is named; an absent disk is not filled.

    Raises:
        BadInput: there is no folder for it.
    """
    folder = os.path.dirname(path)
    if not os.path.isdir(folder):
        raise BadInput(f"There is no folder {folder}.", "Make it first.")


def write_calendar_folder(
    folder: str, events: Sequence[Event], *, board: str, now: datetime
) -> FolderChanges:
    """Writes a file for each event, and removes those of events that are there no more.

    The file of an event that has not changed is left as it is.

    Raises:
        BadInput: it is no folder, or another program's file has an event's name.
        CannotWrite: it can't be written.
    """
    check_calendar_folder(folder)
    stored = dict(_stored_events(folder))
    added = changed = 0
    try:
        make_private_folder(folder)
        for event in events:
            known = stored.pop(event.uid, None)
            earlier = known.event if known else None
            path = known.path if known else os.path.join(folder, f"{event.uid}{FILE_SUFFIX}")
            text = write_event(event, board=board, now=now, earlier=earlier)
            if earlier is not None and text == earlier.text:
                continue
            if known is None and os.path.lexists(path):
                raise BadInput(f"{path} is another program's file.", "Move it away.")
            write_private_file(path, write_event_file(text).encode())
            changed += known is not None
            added += known is None
        gone = [known.path for known in stored.values() if known.event.board == board]
        for path in gone:
            with suppress(FileNotFoundError):
                os.unlink(path)
    except OSError as error:
        raise CannotWrite(
            f"{folder} can't be written: {error.strerror or error}.",
            "Check its permissions and the free space.",
        ) from error
    return FolderChanges(added, changed, len(gone), len(events) - added - changed)


class _Stored(Record):
    """An event in a folder, and the file that holds it alone."""

    event: WrittenEvent
    path: str


def _stored_events(folder: str) -> Iterator[tuple[str, _Stored]]:
    """The events of a folder that boardroom has written, by UID; others may rename their files."""
    try:
        names = sorted(os.listdir(folder))
    except FileNotFoundError:
        return
    except OSError as error:
        raise CannotWrite(
            f"{folder} can't be read: {error.strerror or error}.", "Check its permissions."
        ) from error
    for name in names:
        if not name.endswith(FILE_SUFFIX) or name.startswith("."):
            continue
        path = os.path.join(folder, name)
        events = written_events(_text_of(path) or "")
        if len(events) == 1:
            ((uid, event),) = events.items()
            if uid.endswith(DOMAIN):
                yield uid, _Stored(event, path)


def _own_text(path: str) -> str | None:
    """The text of a calendar that boardroom has written; None if there is none."""
    text = _text_of(path)
    return text if text is not None and is_own_calendar(text) else None


def _text_of(path: str) -> str | None:
    """The text of a file; None if it is a link, no file, very large or not readable as text."""
    try:
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode) or status.st_size > _LARGEST:
            return None
        with open(path, encoding="utf-8", newline="") as file:
            return file.read()
    except (OSError, UnicodeDecodeError):
        return None
