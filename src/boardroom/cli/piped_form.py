"""A form from a pipe that can't be stored, kept as a draft like one from the editor."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from boardroom.cli.call import Call
from boardroom.cli.drafts import add_to_hint, draft_of, kept_words, new_draft
from boardroom.errors import BadInput, BoardroomError, Cancelled, CannotWrite
from boardroom.store.place import draft_folder

_STORE = "Put that right, then store it with"


def finding_for_piped(call: Call, who: str | None, *, piped: bool) -> AbstractContextManager[None]:
    """Keeps the form on standard input if nobody is found to be WHO; see `keep_text`."""
    name = f"{call.command} {who}"
    return keeping_piped(call, piped=piped, name=name, command=f"boardroom {call.command} WHO -")


@contextmanager
def keeping_piped(call: Call, *, piped: bool, name: str, command: str) -> Iterator[None]:
    """Keeps the form on standard input after an error, if it is `piped`; see `keep_text`."""
    try:
        yield
    except BoardroomError as error:
        if piped:
            keep_text(call, error, name=name, command=command)
        raise


def keep_text(call: Call, error: BoardroomError, *, name: str, command: str) -> None:
    """Keeps standard input as a draft of that name, and says in the hint of the error where it is.

    `command` reads it from a pipe. Nothing is kept of an empty text, in a demo, or if standard
    input is a file, which still holds it.
    """
    if isinstance(error, Cancelled) or call.is_demo or _is_in_file():
        return
    folder = draft_folder(call.path)
    if not os.path.isdir(os.path.dirname(folder)):
        return
    try:
        text = call.text_argument(["-"]) or ""
        if not text.strip():
            return
        draft = draft_of(folder, text) or new_draft(folder, _file_name(name), text)
    except (BadInput, CannotWrite):  # it is no text, or the disk is full: the first error counts
        return
    add_to_hint(error, kept_words(draft, command, _STORE))


def _is_in_file() -> bool:
    """Whether standard input is a file that still has a name."""
    try:
        status = os.fstat(sys.stdin.fileno())
    except (OSError, ValueError):  # it is no file at all
        return False
    return stat.S_ISREG(status.st_mode) and status.st_nlink > 0


def _file_name(name: str) -> str:
    """A name that is typed, of a person on file or not, as that of a file."""
    return re.sub(r"[^\w.-]+", "-", name)[:100]
