"""A text written in the user's own editor: kept as a draft beside the board until what it says is stored, so that nothing is lost."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from boardroom.cli.call import Call
from boardroom.cli.drafts import new_draft, remove, rewrite, state
from boardroom.errors import Ambiguous, BadInput, BoardroomError, Cancelled, NotFound, Refused
from boardroom.formats.comments import comment, top
from boardroom.render.words import safe
from boardroom.store.place import draft_folder

Stored = TypeVar("Stored")

VARIABLES = ("BOARDROOM_EDITOR", "VISUAL", "EDITOR")
"""Where the user says which editor to open, the first of them first."""

_FOUND_ON = {"win32": ("notepad",)}
_FOUND_ELSEWHERE = ("sensible-editor", "nano", "vim", "vi")
_NOTE_COLUMNS = 88
_MUST_WAIT = "Save it to go on; an editor that returns at once must be told to wait, like: code --wait"
_CTRL_C = (-signal.SIGINT, 128 + signal.SIGINT)


def edited(call: Call, text: str, store: Callable[[str], Stored], *, name: str) -> Stored:
    """Opens a text in the editor and hands what was saved to `store`, which reads it and changes the board; returns what that does.

    What `store` refuses opens again with the reason above it, until it is stored or saved as it was. The draft, named after `name`,
    goes once it is stored; else it stays, and where it is gets said.

    Raises:
        BadInput: there is no editor; or, with NotFound, Refused and Ambiguous, what `store` raised of a text that was not changed then.
        Cancelled: the file was emptied or never saved, or the editor failed.
        CannotWrite: there is no room for the draft.
    """
    editor = _editor()
    draft = new_draft(draft_folder(call.path), name, text)
    with _kept(call, draft):
        stored = _until_stored(editor, draft, text, store)
    remove(draft)
    return stored


class _NotSaved(Cancelled):
    """There is nothing in the draft to keep."""


def _editor() -> list[str]:
    """The command that opens the user's editor."""
    for variable in VARIABLES:
        given = os.environ.get(variable, "").strip()
        if given:
            command = _split(given, variable)
            if shutil.which(command[0]) is None:
                raise BadInput(
                    f"The editor that {variable} names is not to be found: {command[0]}.", "Name one that is installed, like nano."
                )
            return command
    for command_name in _FOUND_ON.get(sys.platform, _FOUND_ELSEWHERE):
        if shutil.which(command_name) is not None:
            return [command_name]
    raise BadInput("There is no editor to open.", "Name yours in EDITOR, or give the words on the command line.")


def _split(given: str, variable: str) -> list[str]:
    if shutil.which(given) is not None:  # a path with spaces in it
        return [given]
    try:
        return [word.strip('"') for word in shlex.split(given, posix=os.name != "nt")]
    except ValueError:
        raise BadInput(f"{variable} has a quote that does not end: {given}.", "Write it as in a shell, like: code --wait") from None


def _until_stored(editor: list[str], draft: str, shown: str, store: Callable[[str], Stored]) -> Stored:
    note = ""
    refusal: BoardroomError | None = None
    while True:
        saved = _saved(editor, draft, note)
        if saved is None:
            raise refusal or _NotSaved("The file was closed without saving, so nothing changed.", _MUST_WAIT)
        if not saved[top(saved) :]:
            raise _NotSaved("The file was empty, so nothing changed.")
        try:
            return store(saved)
        except (BadInput, NotFound, Refused, Ambiguous) as error:
            if refusal and saved == shown:
                raise
            refusal, note, shown = error, _note(error), saved
            rewrite(draft, note + shown)


def _saved(editor: list[str], draft: str, note: str) -> str | None:
    """What the user saved, without the note above it; None where nothing was.

    Raises:
        Cancelled: the editor failed, or the file is gone.
        BadInput: the editor can't be started, or what was saved is no text.
        KeyboardInterrupt: the editor was ended by Ctrl-C.
    """
    before = state(draft)
    try:
        with _ctrl_c_for_the_editor():
            # Where standard output goes elsewhere, the editor still gets the terminal.
            code = subprocess.run([*editor, draft], stdout=1 if sys.stdout.isatty() else 2, check=False).returncode  # noqa: S603  the user's own
    except OSError as error:
        raise BadInput(f"{editor[0]} can't be started: {error.strerror}.", "Name another editor in EDITOR.") from None
    if code in _CTRL_C:
        print(file=sys.stderr)
        raise KeyboardInterrupt
    if code:
        ended = f"was killed (signal {-code})" if code < 0 else f"ended with exit code {code}"
        raise Cancelled(f"The editor {ended}, so nothing changed.")
    if state(draft) == before:
        return None
    try:
        # Not the usual way of reading lines: a lone CR is the user's own.
        with open(draft, encoding="utf-8-sig", newline="") as file:
            text = file.read().replace("\r\n", "\n")
    except FileNotFoundError:
        raise _NotSaved("The file is gone, so nothing changed.") from None
    except UnicodeDecodeError:
        raise BadInput("What was saved is not UTF-8 text, so nothing changed.", "Save it as UTF-8.") from None
    return text.removeprefix(note)


@contextmanager
def _ctrl_c_for_the_editor() -> Iterator[None]:
    """Ctrl-C is the editor's while it runs: some take it for “back to the commands”, and none must lose its text by it."""
    before = signal.signal(signal.SIGINT, lambda *_: None)  # not SIG_IGN, which the editor would inherit
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _kept(call: Call, draft: str) -> Iterator[None]:
    """Whatever goes wrong, the draft stays and its path is said, unless there is nothing in it to keep."""
    said = "" if call.throwaway else f"Your text is kept in {draft}"
    try:
        yield
    except _NotSaved:
        remove(draft)
        raise
    except BoardroomError as error:
        error.hint = " ".join(part for part in (error.hint, said) if part)
        raise
    except BaseException:  # Ctrl-C and the unexpected have no words of their own; it is raised again
        if said:
            print(safe(said), file=sys.stderr)
        raise


def _note(error: BoardroomError) -> str:
    """Why a text was not stored, as a comment above it."""
    where = "Lines are counted from below this note." if re.search(r"\bline \d", error.message, re.IGNORECASE) else ""
    said = " ".join(part for part in ("Not stored yet:", error.message, error.hint, where) if part)
    # Wrapped, because not every editor does.
    return comment(textwrap.fill(safe(said), _NOTE_COLUMNS, break_long_words=False, break_on_hyphens=False))
