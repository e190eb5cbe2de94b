"""Drafts: texts open in the editor, kept as files beside the board until they are stored."""

from __future__ import annotations

import os
import re
import shlex
from contextlib import suppress
from datetime import date

from boardroom.errors import BadInput, BoardroomError, CannotWrite
from boardroom.formats.markup import strip_notes
from boardroom.store.private_files import check_own_folder, make_private_folder
from boardroom.store.rescue_files import how_to_rescue, remove_command, rescue_files

# A draft gets an earlier time, so that even a quick save changes it.
_AGE_NS = 10_000_000_000
_DAY_AT_END = re.compile(r"\d{4}-\d{2}-\d{2}$")


def draft_name(handle: str, on: date) -> str:
    """The name of the draft of a log."""
    return f"log-{handle}-{on.isoformat()}"


def new_draft(folder: str, name: str, text: str) -> str:
    """Writes a text to a new file, private to the user. Returns its path.

    Raises:
        BadInput: the text can't be written as UTF-8.
        CannotWrite: the disk is full, or there is no permission.
    """
    content = _encoded(text)
    try:
        make_private_folder(folder)
        check_own_folder(folder)
        draft, handle = _open_first_free(folder, name)
        try:
            with open(handle, "wb") as file:
                file.write(content)
            _date_back(draft)
        except OSError:
            _unlink(draft)
            raise
    except OSError as error:
        raise CannotWrite(
            f"The draft can't be written to {folder}: {error.strerror}.",
            "Check the free space and the permissions.",
        ) from error
    return draft


def rewrite_draft(draft: str, text: str) -> None:
    """Replaces the text of a draft atomically.

    Raises:
        CannotWrite: the disk is full.
    """
    replacement = f"{draft}.new"
    _unlink(replacement)
    try:
        handle = os.open(replacement, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(handle, "wb") as file:
            file.write(_encoded(text))
        _date_back(replacement)
        os.replace(replacement, draft)
    except OSError as error:
        _unlink(replacement)
        raise CannotWrite(
            f"The draft can't be written: {error.strerror}.",
            "Check the free space and the permissions.",
        ) from error


def older_drafts(folder: str, name: str) -> list[str]:
    """The drafts of that name that were never stored, sorted by name.

    If the name ends with a day, drafts of other days are included. Some may be open in another
    window.
    """
    day = _DAY_AT_END.search(name)
    pattern = (
        re.escape(name)
        if day is None
        else re.escape(name[: day.start()]) + _DAY_AT_END.pattern.rstrip("$")
    )
    return _matching(folder, rf"{pattern}(\.\d+)?\.md")


def kept_words(draft: str, command: str, store: str = "To store it") -> str:
    """The sentence that says where a text is kept; see `draft_words`."""
    return f"Your text is kept in {draft_words(draft, command, store)}"


def draft_words(draft: str, command: str, store: str = "To store it") -> str:
    """The path of a draft, and how to store it or be rid of it, as the end of a sentence.

    `command` reads a draft from a pipe ("": there is no such command); `store` introduces it.
    """
    path = shlex.quote(draft)
    rescues = rescue_files(draft)
    words = draft
    if rescues:
        words = (
            f"{draft}; the editor left more of it in {' and '.join(rescues)}."
            f" First bring that back: {how_to_rescue(draft, rescues)}"
        )
    all_paths = " ".join([path, *map(shlex.quote, rescues)])
    how = f"{store}: {command} < {path}; to discard it" if command else "To discard it"
    return f"{words}. {how}: {remove_command()} {all_paths}"


def add_to_hint(error: BoardroomError, words: str) -> None:
    """Adds a sentence to the hint of an error."""
    stop = "" if not error.hint or error.hint.endswith((".", "?", "!")) else "."
    error.hint = f"{error.hint}{stop} {words}".lstrip()


def draft_of(folder: str, text: str) -> str | None:
    """The draft that has this text, whatever the program noted above it; None if there is none."""
    own = strip_notes(text)
    return next(
        (
            path
            for path in _matching(folder, r".+\.md")
            if (saved := read_draft(path)) is not None and saved == own
        ),
        None,
    )


def forget_stored_draft(folder: str, text: str) -> None:
    """Removes the draft of a text from a pipe that was stored, if it was one (see `drop_draft`)."""
    draft = draft_of(folder, text)
    if draft is not None:
        drop_draft(draft)


def drop_draft(draft: str) -> None:
    """Removes a draft that is stored, unless an editor left unsaved words of it beside it."""
    if not rescue_files(draft):
        remove_draft(draft)


def read_draft(draft: str) -> str | None:
    """The text of a draft without the program's notes; None if it can't be read."""
    try:
        # newline="" keeps a lone CR that the user typed.
        with open(draft, encoding="utf-8", newline="") as file:
            return strip_notes(file.read())
    except (OSError, UnicodeDecodeError):
        return None


def draft_state(draft: str) -> tuple[int, int, int] | None:
    """Inode, size and time of a draft, which change when it is saved; None if it is gone."""
    try:
        stat = os.stat(draft)
    except FileNotFoundError:
        return None
    return stat.st_ino, stat.st_size, stat.st_mtime_ns


def remove_draft(draft: str) -> None:
    """Removes a draft, and the copy that some editors leave beside it."""
    _unlink(draft)
    _unlink(f"{draft}~")


def _matching(folder: str, pattern: str) -> list[str]:
    try:
        names = sorted(os.listdir(folder))
    except OSError:  # there are none yet, or a new draft will fail for the same reason
        return []
    return [os.path.join(folder, name) for name in names if re.fullmatch(pattern, name)]


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise BadInput(
            "The text can't contain bytes that are not UTF-8.", "Type it as UTF-8 and try again."
        ) from None


def _open_first_free(folder: str, name: str) -> tuple[str, int]:
    number = 1
    while True:
        # The number follows a full stop, which no handle contains: marcus-2 is another person.
        draft = os.path.join(folder, f"{name}.md" if number == 1 else f"{name}.{number}.md")
        try:
            return draft, os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            number += 1


def _date_back(draft: str) -> None:
    time_ns = os.stat(draft).st_mtime_ns - _AGE_NS
    os.utime(draft, ns=(time_ns, time_ns))


def _unlink(path: str) -> None:
    with suppress(OSError):  # a leftover draft is no reason for an error
        os.unlink(path)
