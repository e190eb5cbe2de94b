"""Edits a text in the user's editor without ever losing it.

The text is kept as a draft beside the board until it is stored. The board is closed meanwhile, so
that another window can change it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from boardroom.cli.call import Call
from boardroom.cli.drafts import (
    add_to_hint,
    draft_state,
    draft_words,
    drop_draft,
    kept_words,
    new_draft,
    older_drafts,
    read_draft,
    remove_draft,
    rewrite_draft,
)
from boardroom.cli.editor_process import CTRL_C, Editor, editor_command, run_editor
from boardroom.cli.messages import warn
from boardroom.errors import Ambiguous, BadInput, BoardroomError, Cancelled, NotFound, Refused
from boardroom.formats.form import BadLines
from boardroom.formats.markup import (
    NOT_STORED,
    OLDER_DRAFT,
    is_empty,
    note,
    strip_comments,
    strip_notes,
)
from boardroom.render.formatting import safe
from boardroom.store.place import draft_folder
from boardroom.store.rescue_files import rescue_files

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    Stored = TypeVar("Stored")

_MOST_TRIES = 3
_MOST_REFUSALS = 3
# Nobody tries that often by hand; a program must be changing the file each time.
_MOST_OPENINGS = 20
_MUST_WAIT = (
    "Save it to continue; an editor that returns at once needs a flag to wait, like: code --wait"
)


class NotSaved(Cancelled):
    """The draft has no text of the user's to keep."""


def edit_text(
    call: Call,
    text: str,
    store: Callable[[str], Stored],
    *,
    name: str,
    command: str = "",
    command_of: Callable[[str], str | None] | None = None,
) -> Stored:
    """Opens a text in the editor, and passes the saved text to `store`. Returns its result.

    If `store` refuses the text, the editor opens again with the reason at the top, until the text
    is stored, left unchanged, or refused three times in a row for the same reason. `name` is the
    name of the draft. The draft is removed once it is stored, or if it has no text of the user's.
    Otherwise the error says where it is, and which `command` reads it from a pipe (`boardroom log
    marcus -`). Older drafts of that name that are still there are mentioned at the end, each with
    the command that `command_of` its text is. A draft that is all on file has none, and is removed.

    Raises:
        BadInput: there is no editor, or the saved file is not text.
        BadInput, NotFound, Refused, Ambiguous: `store` raised it.
        Cancelled: the file was emptied or not saved, or the editor failed.
        CannotWrite: the disk is full.
        Exit: this program was terminated, or its terminal was closed.
    """
    editor = editor_command()
    folder = draft_folder(call.path)
    older = _older_drafts(folder, name, command_of or (lambda _: command))
    notes = "".join(note(safe(f"{OLDER_DRAFT} {path}")) for path in older)
    draft = new_draft(folder, name, notes + text)
    try:
        with _keeping(call, draft, command):
            stored = _edit_until_stored(editor, draft, text, store)
    finally:
        # Now, since another window may have stored some of them meanwhile.
        for path, own in older.items():
            if draft_state(path) is not None:
                words = draft_words(path, own).removeprefix(path)
                told = f"{OLDER_DRAFT} {path}, unless another window has it open{words}"
                warn(call.with_commands(told))
    drop_draft(draft)
    return stored


def _older_drafts(
    folder: str, name: str, command_of: Callable[[str], str | None]
) -> dict[str, str]:
    """The older drafts of that name, and the command that stores each; removes those on file."""
    older = {}
    for path in older_drafts(folder, name):
        command = command_of(read_draft(path) or "")
        if command is None:
            drop_draft(path)
        if draft_state(path) is not None:
            older[path] = command or ""
    return older


def _edit_until_stored(
    editor: Editor, draft: str, text: str, store: Callable[[str], Stored]
) -> Stored:
    shown = text
    refusal: BoardroomError | None = None
    refusals = openings = 0
    while True:
        openings += 1
        saved = _edit_once(editor, draft, text)
        if saved is None:
            raise refusal or NotSaved(
                "The file was closed without saving, so nothing changed.", _MUST_WAIT
            )
        if is_empty(saved, text):
            raise NotSaved("The file was empty, so nothing changed.")
        try:
            return store(saved)
        except (BadInput, NotFound, Refused, Ambiguous) as error:
            again = refusal is not None and (type(error), error.message) == (
                type(refusal),
                refusal.message,
            )
            refusals = refusals + 1 if again else 1
            # Changes that an editor makes at each save, such as to comments, are no new attempt.
            unchanged = again and strip_comments(saved) == strip_comments(shown)
            if refusals == _MOST_REFUSALS or openings == _MOST_OPENINGS or unchanged:
                raise
            refusal, shown = error, saved
            rewrite_draft(draft, _reason(error) + shown)


def _edit_once(editor: Editor, draft: str, text: str) -> str | None:
    """The text the user saved, without the program's notes; None if nothing was saved.

    Raises:
        Cancelled: the editor failed, or the file is gone.
        BadInput: the editor can't be started, or the saved file is not text.
        KeyboardInterrupt: Ctrl-C ended the editor.
        Exit: this program was terminated.
    """
    before = draft_state(draft)
    code = run_editor(editor, draft)
    untouched = draft_state(draft) == before
    # A killed editor may leave text in a file of its own, named after the draft.
    nothing_to_keep = untouched and (code >= 0 or code in CTRL_C) and _read(draft) == text
    if code in CTRL_C:
        print(file=sys.stderr)
        if nothing_to_keep and not rescue_files(draft):
            remove_draft(draft)
        raise KeyboardInterrupt
    if code:
        end = f"was killed (signal {-code})" if code < 0 else f"ended with exit code {code}"
        raise (NotSaved if nothing_to_keep else Cancelled)(f"The editor {end}, so nothing changed.")
    return None if untouched else _read(draft)


def _read(draft: str) -> str:
    try:
        # newline="" keeps a lone CR that the user typed.
        with open(draft, encoding="utf-8", newline="") as file:
            return strip_notes(file.read())
    except FileNotFoundError:
        raise NotSaved("The file is gone, so nothing changed.") from None
    except UnicodeDecodeError:
        raise BadInput(
            "The saved file is not UTF-8 text, so nothing changed.", "Save it as UTF-8."
        ) from None
    except OSError as error:
        raise BadInput(
            f"The saved file can't be read: {error.strerror}.", "Save a copy elsewhere."
        ) from None


@contextmanager
def _keeping(call: Call, draft: str, command: str) -> Iterator[None]:
    """Keeps the draft after any error and says where it is, unless it has no text to keep."""

    def draft_note(error: BaseException) -> str:
        if call.is_demo or draft_state(draft) is None:
            return ""
        own = getattr(error, "command", command)
        return kept_words(draft, own)

    try:
        yield
    except BoardroomError as error:
        if isinstance(error, NotSaved) and not rescue_files(draft):
            remove_draft(draft)
        elif words := draft_note(error):
            add_to_hint(error, words)
        raise
    except BaseException as error:  # Ctrl-C and unexpected errors have no hint
        if words := draft_note(error):
            warn(call.with_commands(words))
        raise


def _reason(error: BoardroomError) -> str:
    """The note at the top of a text that says why it was not stored.

    Lines are counted from the top of the file, as an editor does, so with the note itself.
    """
    reason = _note_of(error.message, error.hint)
    if not isinstance(error, BadLines):
        return reason
    for _ in range(_MOST_TRIES):
        above = reason.count("\n")
        reason = _note_of(error.message_below(above), error.hint)
        if reason.count("\n") == above:
            break
    return reason


def _note_of(*sentences: str) -> str:
    return note(safe(" ".join(filter(None, (NOT_STORED, *sentences)))))
