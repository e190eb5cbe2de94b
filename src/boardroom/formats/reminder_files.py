"""What a reminder is made of, for every way to be reminded, and how each format quotes words."""

from __future__ import annotations

import shlex
from collections.abc import Sequence

from boardroom.record import Record


class ReminderFile(Record):
    """A text, and the path of the file that it is for; `of` is the shell or program that reads it.

    A path begins with `~` where it is the same on every machine. It is empty for a crontab, and
    where the user chooses.
    """

    path: str
    text: str
    of: str = ""


class Reminder(Record):
    """A way to be reminded: its files, the command lines that install it, and what to know."""

    kind: str
    files: tuple[ReminderFile, ...]
    install: tuple[str, ...]
    note: str


def shell_line(words: Sequence[str]) -> str:
    """Words as a command line of sh, bash or zsh."""
    return shlex.join(words)


def fish_quoted(text: str) -> str:
    """A text as one word of fish."""
    escaped = text.replace("\\", "\\\\").replace("'", "\\'")
    return f"'{escaped}'"
