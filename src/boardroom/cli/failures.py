"""Turns the errors of a command into a message on standard error and an exit code.

The lane and Typer both use this, so it does not import Typer.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from boardroom.cli.messages import warn
from boardroom.errors import (
    BadInput,
    BoardroomError,
    Cancelled,
    CannotWrite,
    Locked,
    MissingArgument,
    NotABoard,
    NotFound,
    NotPrinted,
)
from boardroom.rules.text import with_words_cut
from boardroom.store import committed
from boardroom.store.file import is_there

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from boardroom.cli.call import Call

INTERRUPTED = 130


class Exit(Exception):
    """Ends the program with an exit code and no message."""

    def __init__(self, exit_code: int) -> None:
        super().__init__(exit_code)
        self.exit_code = exit_code


def exit_code_of(command: Callable[[], object], call: Call, argv: list[str]) -> int:
    """Runs a command and returns its exit code; prints any error.

    An answer that can't be printed is an error too, which says if a change was stored. With
    `--debug`, an unexpected error is raised instead.
    """
    as_json = call.json or "--json" in argv
    stored_before = committed.count
    try:
        return _exit_code_of(command, call, argv, as_json=as_json)
    except KeyboardInterrupt:
        is_stored = committed.count > stored_before and is_there(call.path)
        return _interrupted(call, is_stored=is_stored, as_json=as_json or call.json)


def _exit_code_of(
    command: Callable[[], object], call: Call, argv: list[str], *, as_json: bool
) -> int:
    error: BoardroomError
    try:
        code = command()
        sys.stdout.flush()
    except Exit as end:
        return end.exit_code
    except BrokenPipeError:
        return 0  # the reader has gone, which is not an error here
    except EOFError:
        error = nothing_answered()
    except BoardroomError as known:
        error = known
    except OSError as unwritable:  # those of the board are raised as a BoardroomError
        error = _cannot_write(unwritable, call)
    except Exception as unexpected:  # the last resort: a message and exit code 1
        if _is_ctrl_c(unexpected):
            raise KeyboardInterrupt from unexpected
        if call.debug:
            raise
        error = _unexpected(unexpected, call)
    else:
        _report_if_closed(call, as_json=as_json)
        return code if isinstance(code, int) else 0
    _say_if_stored(error, call)
    advised = _with_advice(error, call, argv)
    advised.message = with_words_cut(advised.message, argv)
    advised.hint = with_words_cut(advised.hint, argv)
    _report(advised, call, as_json=as_json)
    return error.exit_code


def nothing_answered() -> Cancelled:
    """The error for a question whose terminal was closed."""
    return Cancelled("There was no answer, so nothing changed.")


def _say_if_stored(error: BoardroomError, call: Call) -> None:
    """Adds to an error of the file that it came after a change was stored."""
    came_after = (
        isinstance(error, (CannotWrite, Locked, NotABoard)) or type(error) is BoardroomError
    )
    if came_after and _is_stored(call) and not isinstance(error, NotPrinted):
        error.message += f" The change is stored all the same: {call.stored}."


def _with_advice(error: BoardroomError, call: Call, argv: list[str]) -> BoardroomError:
    """The error with what the command line alone tells: its usage, or where quotes are missing."""
    if isinstance(error, MissingArgument):
        from boardroom.cli.usage import with_usage  # noqa: PLC0415  where it failed alone

        return with_usage(error, call.command)
    if not isinstance(error, (BadInput, NotFound)):
        return error
    from boardroom.cli.clearing import how_to_clear  # noqa: PLC0415  where it failed alone
    from boardroom.cli.loose_words import with_quotes  # noqa: PLC0415  as above

    if isinstance(error, BadInput) and (clearing := how_to_clear(error, call.command, argv)):
        return clearing
    return with_quotes(error, argv)


def _report(error: BoardroomError, call: Call, *, as_json: bool) -> None:
    if as_json:
        from boardroom.render.json_text import encode  # noqa: PLC0415  only for --json

        record = {
            "code": error.code,
            "exit": error.exit_code,
            "message": call.with_commands(error.message),
            "hint": call.with_commands(error.hint),
            "candidates": list(error.candidates),
        }
        with suppress(OSError):  # where standard error is full or closed, the exit code still tells
            print(encode({"error": record}), file=sys.stderr)
    else:
        warn(call.with_commands(" ".join(part for part in (error.message, error.hint) if part)))


def _report_if_closed(call: Call, *, as_json: bool) -> None:
    """Says that a change is stored if the caller has closed standard output.

    It was closed on purpose, so the exit code is 0.
    """
    if _is_stored(call) and _is_closed(sys.stdout):
        error = _not_printed("Standard output is closed", call)
        error.exit_code = 0
        _report(error, call, as_json=as_json)


def _is_ctrl_c(error: BaseException) -> bool:
    """Whether a library raised this for a Ctrl-C, as Python 3.11 does in the body of a class."""
    cause = error.__cause__ or error.__context__
    return isinstance(error, KeyboardInterrupt) or (cause is not None and _is_ctrl_c(cause))


def _interrupted(call: Call, *, is_stored: bool, as_json: bool) -> int:
    """The exit code of Ctrl-C, which is quiet unless a change is stored, or at a question.

    It may be stored though the command did not get so far as to say what it did.
    """
    if (is_stored or call.stored) and not call.is_demo:
        _report(_not_printed("Interrupted", call), call, as_json=as_json)
    elif call.was_interrupted:
        error = Cancelled("Interrupted, so nothing changed.")
        error.exit_code = INTERRUPTED
        _report(error, call, as_json=as_json)
    return INTERRUPTED


def _cannot_write(error: OSError, call: Call) -> CannotWrite:
    why = f"{error.filename or 'The output'} can't be written: {error.strerror or error}"
    if _is_stored(call):
        return _not_printed(why, call)
    return CannotWrite(f"{why}.", "Check the free space and the permissions.")


def _not_printed(why: str, call: Call) -> NotPrinted:
    what = f": {call.stored}" if call.stored else ""
    return NotPrinted(
        f"{why}, but the change is stored{what}.",
        "Don't repeat it. See: boardroom history",
    )


def _unexpected(error: Exception, call: Call) -> BoardroomError:
    """The error for what no command expects: a board that was edited from outside, or a bug."""
    # Where something went wrong alone, for it loads the models and reads the whole board.
    from boardroom.cli.doctor import first_wrong  # noqa: PLC0415

    try:
        wrong = first_wrong(call)
    except Exception:  # noqa: BLE001  what went wrong first is told all the same
        wrong = None
    if wrong is not None:
        about = "" if wrong.subject == call.path else f"{wrong.subject}: "
        return NotABoard(
            f"{call.path} is damaged, or was changed by another program: {about}{wrong.message}",
            "See all that is wrong and what to do: boardroom doctor",
        )
    return BoardroomError(
        f"Something unexpected happened: {type(error).__name__}.",
        "Run it again with --debug to see where.",
    )


def _is_stored(call: Call) -> bool:
    """Whether the command has changed the user's own board."""
    return bool(call.stored) and not call.is_demo


def _is_closed(stream: TextIO) -> bool:
    """Whether `stream` stands in for one that the caller closed; see `__main__`."""
    return getattr(stream, "name", "") == os.devnull
