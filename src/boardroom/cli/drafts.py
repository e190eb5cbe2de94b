"""The draft of a text that is open in the editor: a file of the user's own beside the board, until what it says is stored."""

from __future__ import annotations

import os
import re
import shlex
from contextlib import suppress

from boardroom.errors import BadInput, CannotWrite

# A draft is made to look older than it is, so that a save within the clock's own step shows.
_OLDER_NS = 10_000_000_000
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")


def new_draft(folder: str, name: str, text: str) -> str:
    """A new file for the text, private to the user; returns its path.

    Raises:
        BadInput: the text can't be written as UTF-8.
        CannotWrite: there is no room for it, or no permission.
    """
    content = _bytes(text)
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        draft, handle = _first_free(folder, name)
        try:
            with open(handle, "wb") as file:
                file.write(content)
            _age(draft)
        except OSError:
            _unlink(draft)
            raise
    except OSError as error:
        raise CannotWrite(
            f"The draft can't be written to {folder}: {error.strerror}.",
            "Check the free space and the permissions.",
        ) from error
    return draft


def rewrite(draft: str, text: str) -> None:
    """Writes the draft anew, whole or not at all.

    Raises:
        CannotWrite: there is no room for it.
    """
    beside = f"{draft}.new"
    _unlink(beside)
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(handle, "wb") as file:
            file.write(_bytes(text))
        _age(beside)
        os.replace(beside, draft)
    except OSError as error:
        _unlink(beside)
        raise CannotWrite(
            f"The draft can't be written: {error.strerror}.",
            "Check the free space and the permissions.",
        ) from error


def older_drafts(folder: str, name: str) -> list[str]:
    """The drafts of that name that were never stored, in the order of their names; a name that ends in a day goes for any day.

    One of them may be open in another window.
    """
    day = _DAY.search(name)
    of_any_day = (
        re.escape(name)
        if day is None
        else re.escape(name[: day.start()]) + _DAY.pattern.rstrip("$")
    )
    try:
        found = sorted(os.listdir(folder))
    except OSError:  # none yet, or the new one can't be written there either
        return []
    return [
        os.path.join(folder, entry)
        for entry in found
        if re.fullmatch(rf"{of_any_day}(\.\d+)?\.md", entry)
    ]


def rescued(draft: str) -> list[str]:
    """The files in which vim, nano or Emacs, ended before its text was saved, left more of a draft beside it."""
    folder, name = os.path.split(draft)
    try:
        found = sorted(os.listdir(folder))
    except OSError:
        return []
    shape = rf"\.{re.escape(name)}\.sw[a-p]|{re.escape(name)}\.save(\.\d+)?|#{re.escape(name)}#"
    return [os.path.join(folder, entry) for entry in found if re.fullmatch(shape, entry)]


def kept_in(draft: str, command: str) -> str:
    """Where a draft is, as the end of a sentence, and how to store it by `command`, which reads it from a pipe ("" if none does)."""
    more = " and ".join(rescued(draft))
    said = f"{draft}; the editor left more of it in {more}" if more else draft
    return f"{said}. To store it: {command} < {shlex.quote(draft)}" if command else said


def state(draft: str) -> tuple[int, int, int] | None:
    """What tells a draft that was saved from one that was not; None where there is none."""
    try:
        found = os.stat(draft)
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns


def remove(draft: str) -> None:
    """Removes a draft, and the copy that some editors leave beside it."""
    _unlink(draft)
    _unlink(f"{draft}~")


def _bytes(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise BadInput(
            "The text can't hold bytes that are not UTF-8.", "Type it as UTF-8 and try again."
        ) from None


def _first_free(folder: str, name: str) -> tuple[str, int]:
    number = 1
    while True:
        # After a full stop, which no handle has: marcus-2 is somebody else.
        draft = os.path.join(folder, f"{name}.md" if number == 1 else f"{name}.{number}.md")
        try:
            return draft, os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            number += 1


def _age(draft: str) -> None:
    written_ns = os.stat(draft).st_mtime_ns
    os.utime(draft, ns=(written_ns - _OLDER_NS, written_ns - _OLDER_NS))


def _unlink(path: str) -> None:
    with suppress(OSError):  # a draft too many is no reason to call a change failed
        os.unlink(path)
