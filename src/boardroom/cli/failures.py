"""Turns the errors of a command into a message on standard error and an exit code.

The lane and Typer both use this, so it does not import Typer.
"""

from __future__ import annotations

import sys
from contextlib import suppress

from boardroom.errors import BadInput, BoardroomError, Cancelled, CannotWrite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from boardroom.cli.call import Call

_INTERRUPTED = 130


class Exit(Exception):
    """Ends the program with an exit code and no message."""

    def __init__(self, exit_code: int) -> None:
        super().__init__(exit_code)
        self.exit_code = exit_code


def exit_code_of(command: Callable[[], object], call: Call, argv: list[str]) -> int:
    """Runs a command and returns its exit code; prints any error.

    With `--debug`, an unexpected error is raised instead.
    """
    error: BoardroomError
    try:
        code = command()
    except Exit as end:
        return end.exit_code
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        return 0  # the reader has gone, which is not an error here
    except EOFError:
        error = nothing_answered()
    except BoardroomError as known:
        error = known
    except OSError as unwritable:  # those of the board are raised as a BoardroomError
        error = _cannot_write(unwritable)
    except Exception as unexpected:  # the last resort: a message and exit code 1
        if call.debug:
            raise
        error = _unexpected(unexpected)
    else:
        return code if isinstance(code, int) else 0
    _report(_with_quotes(error, argv), call, as_json=call.json or "--json" in argv)
    return error.exit_code


def nothing_answered() -> Cancelled:
    """The error for a question whose terminal was closed."""
    return Cancelled("There was no answer, so nothing changed.")


def _with_quotes(error: BoardroomError, argv: list[str]) -> BoardroomError:
    if not isinstance(error, BadInput):
        return error
    from boardroom.cli.loose_words import with_quotes  # noqa: PLC0415  where it failed alone

    return with_quotes(error, argv)


def _report(error: BoardroomError, call: Call, *, as_json: bool) -> None:
    if as_json:
        import json  # noqa: PLC0415  only for --json

        record = {
            "code": error.code,
            "exit": error.exit_code,
            "message": call.with_commands(error.message),
            "hint": call.with_commands(error.hint),
            "candidates": list(error.candidates),
        }
        text = json.dumps({"error": record}, ensure_ascii=False)
    else:
        text = call.printable(" ".join(part for part in (error.message, error.hint) if part))
    with suppress(OSError):  # where standard error is full or closed, the exit code still tells
        print(text, file=sys.stderr)


def _cannot_write(error: OSError) -> CannotWrite:
    what = error.filename or "The output"
    return CannotWrite(
        f"{what} can't be written: {error.strerror or error}.",
        "Check the free space and the permissions.",
    )


def _unexpected(error: Exception) -> BoardroomError:
    return BoardroomError(
        f"Something unexpected happened: {type(error).__name__}.",
        "Run it again with --debug to see where.",
    )
