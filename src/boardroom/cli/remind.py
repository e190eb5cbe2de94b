"""`boardroom remind`: prints what to install to be reminded, and installs nothing."""

from __future__ import annotations

import os
import shlex
import shutil
import sys

from boardroom.cli.call import Call
from boardroom.cli.messages import warn
from boardroom.cli.when_at import parse_time
from boardroom.errors import BadInput
from boardroom.formats import prompt_segments, schedules
from boardroom.formats.reminder_files import Reminder, ReminderFile
from boardroom.render.formatting import safe
from boardroom.rules.text import join_words, one_of, quoted
from boardroom.store.place import name_of_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

    import typer

DAILY = ("cron", "systemd", "launchd", "windows")
KINDS = (*DAILY, "prompt", "login")
SHELLS = tuple(prompt_segments.PROMPT_FILES)
_AT = "08:30"
_PROGRAM = "boardroom"


def remind(
    context: typer.Context,
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="KIND",
            show_default=False,
            help="cron, systemd, launchd, windows, prompt or login.",
        ),
    ] = None,
    at: Annotated[
        str | None,
        typer.Option(metavar="TIME", help="The time of day, like 7:45 or 8am (default: 08:30)."),
    ] = None,
    shell: Annotated[
        str | None,
        typer.Option(
            metavar="SHELL",
            help="Only the part for bash, zsh, fish, starship or tmux.",
        ),
    ] = None,
) -> None:
    """Print what to install to be reminded, and how.

    Nothing is installed. What belongs into a file is printed on standard output, and how to install
    it on standard error. It names this program, and the board if that is not at the standard place.

    cron mails what is due each day. systemd (Linux), launchd (macOS) and windows show it, and make
    up for a time when the machine was off. prompt shows the counts in the prompt of your shell, in
    starship or tmux, and login the list in the first terminal of a day.

    Examples:
        boardroom remind cron
        boardroom remind systemd --at 7:45
        boardroom remind prompt --shell zsh
    """
    call = Call.of(context)
    asked = call.ask_if_missing(kind, "KIND", f"How? ({join_words(KINDS, 'or')})")
    name = _kind(asked)
    time = _time(name, at)
    reminder = _reminder(call, name, time, at)
    files = _of_one(reminder, shell) if shell is not None else reminder.files
    if call.json:
        call.print_json(_record(call, reminder, files, time))
        return
    print(_text(reminder, files), end="")
    if reminder.install:
        # Not wrapped, so that a terminal copies each line whole.
        lines = "".join(f"  {safe(line)}\n" for line in reminder.install)
        print(f"To install it:\n{lines}", end="", file=sys.stderr)
    warn(reminder.note)


def _kind(text: str) -> str:
    try:
        return one_of(text, KINDS, "way to be reminded")
    except BadInput as error:  # perhaps what to be reminded of
        promise = "To note what to do: boardroom promise add WHO TEXT --by DATE"
        raise BadInput(error.message, f"{error.hint} {promise}") from None


def program() -> tuple[str, ...]:
    """The words that start this program from anywhere: an absolute path, or a call of Python."""
    started = sys.argv[0]
    if os.path.splitext(os.path.basename(started))[0] == _PROGRAM:
        path = shutil.which(os.path.abspath(started)) or shutil.which(_PROGRAM)
    else:
        beside = os.path.join(os.path.dirname(sys.executable), _PROGRAM)
        path = shutil.which(beside) or shutil.which(_PROGRAM)
    return (os.path.abspath(path),) if path else (sys.executable, "-m", _PROGRAM)


def _time(kind: str, at: str | None) -> str | None:
    if kind in DAILY:
        return parse_time(at or _AT, range_hint="Give one time: --at {at}.")
    if at is not None:
        raise BadInput(
            f"--at has no use with {kind}, which has no time of day.",
            f"Leave it out, or use it with {join_words(DAILY, 'or')}.",
        )
    return None


def _reminder(call: Call, kind: str, time: str | None, at: str | None) -> Reminder:
    board = _board(call)
    command = (*program(), *(("--db", board) if board else ()))
    _check_words(command)
    if time is None:
        return (
            prompt_segments.prompt(command) if kind == "prompt" else prompt_segments.login(command)
        )
    words = [_PROGRAM, *(("--db", call.db) if call.db and not call.is_demo else ())]
    again = shlex.join([*words, "remind", kind, *(("--at", at) if at else ())])
    if kind == "windows":
        return schedules.windows(command, time, again, today=call.today)
    daily = {"cron": schedules.cron, "systemd": schedules.systemd, "launchd": schedules.launchd}
    return daily[kind](command, time, again)


def _board(call: Call) -> str | None:
    """The path of the board, if the program would not find it by itself elsewhere.

    A reminder does not have the variables of this shell.
    """
    if call.is_demo or not (name_of_path(call.db) or os.environ.get("XDG_DATA_HOME")):
        return None
    return call.path


def _check_words(words: tuple[str, ...]) -> None:
    for word in words:
        if not word.isprintable():
            raise BadInput(
                f"The path {quoted(word)} contains a control character.",
                "Rename it, and try again.",
            )


def _of_one(reminder: Reminder, shell: str) -> tuple[ReminderFile, ...]:
    of = tuple(file.of for file in reminder.files if file.of)
    if not of:
        raise BadInput(
            f"--shell has no use with {reminder.kind}.", "Leave it out, or use prompt or login."
        )
    name = one_of(shell, of, "shell with a part of its own")
    return tuple(file for file in reminder.files if file.of == name)


def _text(reminder: Reminder, files: tuple[ReminderFile, ...]) -> str:
    if reminder.kind == "systemd":
        return schedules.systemd_script(reminder)
    if len(files) == 1:
        return files[0].text
    return "\n".join(f"# {file.of}: {file.path}\n{file.text}" for file in files)


def _record(
    call: Call, reminder: Reminder, files: tuple[ReminderFile, ...], time: str | None
) -> dict[str, object]:
    return {
        "schema": "boardroom.reminder/1",
        "kind": reminder.kind,
        "at": time,
        "program": list(program()),
        "board": _board(call),
        "files": [
            {"path": file.path or None, "of": file.of or None, "text": file.text} for file in files
        ],
        "install": list(reminder.install),
        "note": reminder.note,
    }
