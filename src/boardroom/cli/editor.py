"""A text written in the user's own editor: kept as a draft beside the board until what it says is stored, so that nothing is lost."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn, TypeVar

from boardroom.cli.call import Call
from boardroom.cli.drafts import kept_in, new_draft, older_drafts, remove, rescued, rewrite, state
from boardroom.cli.failures import Exit
from boardroom.errors import Ambiguous, BadInput, BoardroomError, Cancelled, NotFound, Refused
from boardroom.formats.comments import NOT_STORED, OLDER_DRAFT, bare, body, note, says_nothing
from boardroom.render.formatting import safe
from boardroom.store.place import draft_folder

Stored = TypeVar("Stored")

VARIABLES = ("BOARDROOM_EDITOR", "VISUAL", "EDITOR")
"""Where the user says which editor to open, the first of them first."""

_FOUND_ON = {"win32": ("notepad",)}
_FOUND_ELSEWHERE = ("sensible-editor", "nano", "vim", "vi")
_KEPT = "Your text is kept in"
_MOST_TIMES = 3
# Nobody goes on for so long by hand: it is a program that adds to the file each time.
_MOST_OPENINGS = 20
_SIGNALLED = 128
_RESCUE_SECONDS = 5
_MUST_WAIT = (
    "Save it to go on; an editor that returns at once must be told to wait, like: code --wait"
)
_CTRL_C = (-signal.SIGINT, _SIGNALLED + signal.SIGINT)


class NotSaved(Cancelled):
    """There is nothing in the draft to keep."""


def edited(
    call: Call, text: str, store: Callable[[str], Stored], *, name: str, command: str = ""
) -> Stored:
    """Opens a text in the editor and hands what was saved to `store`, which reads it and changes the board; returns what that does.

    What `store` refuses opens again with the reason above it, until it is stored, left as it was or refused so three times running.
    The draft, named after `name`, goes once it is stored or holds nothing of the user's; else it stays, and where it is gets said,
    with the `command` that stores it from a pipe (`boardroom log marcus -`). So is an older one of that name, before it is written anew.

    Raises:
        BadInput: there is no editor, or what was saved is no text; or, with NotFound, Refused and Ambiguous, what `store` raised.
        Cancelled: the file was emptied or never saved, or the editor failed.
        CannotWrite: there is no room for the draft.
        Exit: the program was ended, or its terminal closed, while the editor ran.
    """
    editor = _editor()
    folder = draft_folder(call.path)
    if command and call.db is not None:
        command = f"{command} --db {shlex.quote(call.path)}"
    older = older_drafts(folder, name)
    notes = "".join(note(safe(f"{OLDER_DRAFT} {path}")) for path in older)
    draft = new_draft(folder, name, notes + text)
    for path in older:
        print(safe(f"{OLDER_DRAFT} {kept_in(path, command)}"), file=sys.stderr)
    with _kept(call, draft, command):
        stored = _until_stored(editor, draft, text, store)
    remove(draft)
    return stored


class _ToldToEnd(Exit):
    """The program was told to end by a signal."""


def _editor() -> list[str]:
    """The command that opens the user's editor."""
    for variable in VARIABLES:
        given = os.environ.get(variable, "").strip()
        if given:
            command = _split(given, variable)
            if shutil.which(command[0]) is None:
                raise BadInput(
                    f"The editor that {variable} names is not to be found: {command[0]}.",
                    "Name one that is installed, like nano.",
                )
            return command
    for command_name in _FOUND_ON.get(sys.platform, _FOUND_ELSEWHERE):
        if shutil.which(command_name) is not None:
            return [command_name]
    raise BadInput(
        "There is no editor to open.",
        "Name yours in EDITOR, or give the words on the command line.",
    )


def _split(given: str, variable: str) -> list[str]:
    if shutil.which(given) is not None:  # a path with spaces in it
        return [given]
    try:
        return [word.strip('"') for word in shlex.split(given, posix=os.name != "nt")]
    except ValueError:
        raise BadInput(
            f"{variable} has a quote that does not end: {given}.",
            "Write it as in a shell, like: code --wait",
        ) from None


def _until_stored(
    editor: list[str], draft: str, text: str, store: Callable[[str], Stored]
) -> Stored:
    shown = text
    refusal: BoardroomError | None = None
    times = openings = 0
    while True:
        openings += 1
        saved = _saved(editor, draft, text)
        if saved is None:
            raise refusal or NotSaved(
                "The file was closed without saving, so nothing changed.", _MUST_WAIT
            )
        if says_nothing(saved, text):
            raise NotSaved("The file was empty, so nothing changed.")
        try:
            return store(saved)
        except (BadInput, NotFound, Refused, Ambiguous) as error:
            again = refusal is not None and (type(error), error.message) == (
                type(refusal),
                refusal.message,
            )
            times = times + 1 if again else 1
            # What an editor changes by itself at every save, such as the comments, is not the user's going on.
            if (
                times == _MOST_TIMES
                or openings == _MOST_OPENINGS
                or (again and body(saved) == body(shown))
            ):
                raise
            refusal, shown = error, saved
            rewrite(draft, _why(error) + shown)


def _saved(editor: list[str], draft: str, text: str) -> str | None:
    """What the user saved, without the program's notes; None where nothing was.

    Raises:
        Cancelled: the editor failed, or the file is gone.
        BadInput: the editor can't be started, or what was saved is no text.
        KeyboardInterrupt: the editor was ended by Ctrl-C.
        Exit: this program was told to end.
    """
    before = state(draft)
    code = _ended(editor, draft)
    untouched = state(draft) == before
    # One that was killed may keep words somewhere else, which its user finds again by the draft's name.
    nothing = untouched and (code >= 0 or code in _CTRL_C) and _read(draft) == text
    if code in _CTRL_C:
        print(file=sys.stderr)
        if nothing and not rescued(draft):
            remove(draft)
        raise KeyboardInterrupt
    if code:
        ended = f"was killed (signal {-code})" if code < 0 else f"ended with exit code {code}"
        raise (NotSaved if nothing else Cancelled)(f"The editor {ended}, so nothing changed.")
    return None if untouched else _read(draft)


def _read(draft: str) -> str:
    try:
        # Not the usual way of reading lines: a lone CR is the user's own.
        with open(draft, encoding="utf-8", newline="") as file:
            return bare(file.read())
    except FileNotFoundError:
        raise NotSaved("The file is gone, so nothing changed.") from None
    except UnicodeDecodeError:
        raise BadInput(
            "What was saved is not UTF-8 text, so nothing changed.", "Save it as UTF-8."
        ) from None
    except OSError as error:
        raise BadInput(
            f"What was saved can't be read: {error.strerror}.", "Save it as a file of your own."
        ) from None


def _ended(editor: list[str], draft: str) -> int:
    """Runs the editor to its end; returns its exit code, or the signal that killed it as a negative number."""
    with _signals_while_it_runs():
        try:
            # Where standard output goes elsewhere, the editor still gets the terminal.
            process = subprocess.Popen([*editor, draft], stdout=1 if sys.stdout.isatty() else 2)  # noqa: S603  the user's own
        except OSError as error:
            raise BadInput(
                f"{editor[0]} can't be started: {error.strerror}.", "Name another editor in EDITOR."
            ) from None
        try:
            return process.wait()
        except _ToldToEnd as told:
            process.send_signal(told.exit_code - _SIGNALLED)
            with suppress(
                subprocess.TimeoutExpired
            ):  # it may be asking something that nobody answers any more
                process.wait(_RESCUE_SECONDS)
            raise


@contextmanager
def _signals_while_it_runs() -> Iterator[None]:
    """What a signal does while the editor runs.

    Ctrl-C is the editor's: some take it for “back to the commands”, and none must lose its text by it. Told to end, the program
    passes that on, so that the editor can save what it has.
    """

    def end(number: int, _: FrameType | None) -> NoReturn:
        raise _ToldToEnd(_SIGNALLED + number)

    # Not SIG_IGN, which the editor would inherit.
    handlers: dict[str, Callable[[int, FrameType | None], None]] = {
        "SIGINT": lambda *_: None,
        "SIGQUIT": lambda *_: None,
        "SIGTERM": end,
        "SIGHUP": end,
    }
    numbers = {name: getattr(signal, name) for name in handlers if hasattr(signal, name)}
    before = {number: signal.getsignal(number) for number in numbers.values()}
    try:
        for name, number in numbers.items():
            if before[number] is not signal.SIG_IGN:  # as nohup wants it
                signal.signal(number, handlers[name])
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _kept(call: Call, draft: str, command: str) -> Iterator[None]:
    """Whatever goes wrong, the draft stays and its path is said, unless there is nothing in it to keep."""

    def kept() -> str:
        return (
            "" if call.throwaway or state(draft) is None else f"{_KEPT} {kept_in(draft, command)}"
        )

    try:
        yield
    except BoardroomError as error:
        if isinstance(error, NotSaved) and not rescued(draft):
            remove(draft)
        elif said := kept():
            stop = "" if not error.hint or error.hint.endswith((".", "?", "!")) else "."
            error.hint = f"{error.hint}{stop} {said}".lstrip()
        raise
    except (
        BaseException
    ):  # Ctrl-C and the unexpected have no words of their own; it is raised again
        if said := kept():
            with suppress(OSError):  # the terminal may be gone
                print(safe(said), file=sys.stderr, flush=True)
        raise


def _why(error: BoardroomError) -> str:
    """Why a text was not stored, as a note above it."""
    where = (
        "Lines are counted from below this note."
        if re.search(r"\bline \d", error.message, re.IGNORECASE)
        else ""
    )
    return note(
        safe(" ".join(part for part in (NOT_STORED, error.message, error.hint, where) if part))
    )
