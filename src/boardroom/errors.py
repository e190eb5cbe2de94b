"""What can go wrong: one class per meaning, each with its exit code.

Every layer raises these; only `__main__` and `cli.program` turn them into output and an exit code.
"""

from __future__ import annotations


class BoardroomError(Exception):
    """Something the user can read and act on.

    `message` is one sentence that says what is wrong and why, and `hint` says what to do next.
    `candidates` are names or ids that would be valid.
    """

    code = "unexpected"
    exit_code = 1

    def __init__(self, message: str, hint: str = "", candidates: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.candidates = candidates


class BadInput(BoardroomError):
    """The input can't be parsed, or contradicts itself or the board."""

    code = "bad_input"
    exit_code = 2


class MissingArgument(BadInput):
    """An argument is missing, and there is no terminal to ask on. Its `argument` is its name.

    `cli.usage` adds the usage and an example.
    """

    def __init__(self, argument: str) -> None:
        super().__init__(f"{argument} is missing.")
        self.argument = argument


class NotFound(BoardroomError):
    """There is no such name, id or key."""

    code = "not_found"
    exit_code = 3


class Ambiguous(BoardroomError):
    """Several records match, and the program does not guess."""

    code = "ambiguous"
    exit_code = 4


class Cancelled(BoardroomError):
    """The user said no; nothing changed."""

    code = "cancelled"
    exit_code = 5


class Refused(BoardroomError):
    """A rule forbids the change: the board is full, or a status can't follow another."""

    code = "refused"
    exit_code = 6


class Locked(BoardroomError):
    """Another process was still writing to the board when the wait ended."""

    code = "locked"
    exit_code = 20


class MadeMeanwhile(Locked):
    """Another process made the board while this one was about to."""


class NotABoard(BoardroomError):
    """The file is damaged, or is not a board at all."""

    code = "not_a_board"
    exit_code = 21


class NewerVersion(BoardroomError):
    """The board was written by a newer boardroom."""

    code = "newer_version"
    exit_code = 22


class CannotWrite(BoardroomError):
    """The disk is full, or the file or folder can't be written."""

    code = "cannot_write"
    exit_code = 23


class NotSynced(CannotWrite):
    """A change was stored, but the disk failed to confirm it."""

    code = "not_synced"


class NotPrinted(CannotWrite):
    """A change was stored, but its answer can't be printed."""

    code = "not_printed"


class ImportRejected(BoardroomError):
    """A file to import holds what a board can't hold; nothing was imported."""

    code = "import_rejected"
    exit_code = 24
