"""The startup file of a shell, and a line added to its end."""

from __future__ import annotations

import os
import sys

from boardroom.errors import CannotWrite, NotFound
from boardroom.record import Record

_OF_LOGIN_BASH = (".bash_profile", ".bash_login", ".profile")
"""Bash reads the first that it finds, and only in a login shell, as terminals of macOS start."""
_ASK_POWERSHELL = "[Console]::OutputEncoding = [Text.Encoding]::UTF8; $PROFILE"
_SECONDS = 30


class StartupFile(Record):
    """A startup file: the path that the shell reads, and `target`, the file that it leads to."""

    path: str
    target: str
    content: bytes | None

    @property
    def description(self) -> str:
        """The path, with what it leads to if that is elsewhere, or that it does not exist yet."""
        leads = f" (which leads to {self.target})" if self.target != self.path else ""
        return (
            f"{self.path}{leads}"
            if self.content is not None
            else f"the new file {self.path}{leads}"
        )

    def has_line_with(self, text: str) -> bool:
        """Whether a line that is no comment contains the text."""
        lines = (self.content or b"").decode(errors="replace").splitlines()
        return any(text in line for line in lines if not line.lstrip().startswith("#"))

    def add(self, line: str) -> None:
        """Adds a line to the end. The file keeps its mode; a new one gets the usual mode.

        Raises:
            CannotWrite: the folder or the file can't be written.
        """
        needs_break = bool(self.content) and not (self.content or b"").endswith(b"\n")
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
        try:
            os.makedirs(os.path.dirname(self.target), exist_ok=True)
            with open(os.open(self.target, flags, 0o666), "ab") as file:
                file.write(f"{os.linesep if needs_break else ''}{line}{os.linesep}".encode())
        except OSError as error:
            raise _unusable(self.path, error) from error


def startup_file(shell: str, line: str) -> StartupFile:
    """Reads the file that an interactive shell reads at its start; for fish, when it completes.

    Raises:
        CannotWrite: it can't be read.
        NotFound: PowerShell, which knows where its own is, can't be started. The hint has the line.
    """
    path = os.path.abspath(_path(shell, line))
    target = os.path.realpath(path)
    try:
        with open(target, "rb") as file:
            return StartupFile(path, target, file.read())
    except FileNotFoundError:
        return StartupFile(path, target, None)
    except OSError as error:
        raise _unusable(path, error) from error


def _path(shell: str, line: str) -> str:
    home = os.path.expanduser("~")
    if shell == "bash":
        return os.path.join(home, _of_bash(home))
    if shell == "zsh":
        return os.path.join(os.environ.get("ZDOTDIR") or home, ".zshrc")
    if shell == "fish":
        config = os.environ.get("XDG_CONFIG_HOME") or os.path.join(home, ".config")
        return os.path.join(config, "fish", "completions", "boardroom.fish")
    return _of_powershell(shell, line)


def _of_bash(home: str) -> str:
    names = _OF_LOGIN_BASH if sys.platform == "darwin" else (".bashrc",)
    present = (name for name in names if os.path.lexists(os.path.join(home, name)))
    return next(present, names[0])


def _of_powershell(shell: str, line: str) -> str:
    import subprocess  # noqa: PLC0415  4 ms, for PowerShell only

    try:
        answer = subprocess.run(  # noqa: S603  one of two names of our own
            [shell, "-NoProfile", "-NonInteractive", "-Command", _ASK_POWERSHELL],
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=True,
            timeout=_SECONDS,
        )
    except (OSError, subprocess.SubprocessError):
        raise NotFound(
            f"{shell} can't be started, so the path of its profile is not known.",
            f"Add this line to $PROFILE: {line}",
        ) from None
    return answer.stdout.strip()


def _unusable(path: str, error: OSError) -> CannotWrite:
    return CannotWrite(
        f"{path} can't be changed: {error.strerror or error}.",
        "Check the path and its permissions.",
    )
