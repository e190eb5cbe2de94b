"""Reads a file of any other program: the one place that knows every format."""

from __future__ import annotations

from boardroom.errors import ImportRejected
from boardroom.formats.board_content import NOTHING_IMPORTED
from boardroom.formats.incoming.friends import read_friends
from boardroom.formats.incoming.records import Incoming
from boardroom.record import Record


class Options(Record):
    """What the user says on a file, beside its content."""

    date_order: str | None = None


def read_incoming(kind: str, text: str, name: str, options: Options) -> Incoming:  # noqa: ARG001
    """What a file of this kind holds.

    Raises:
        ImportRejected: it is no such file.
    """
    if kind == "friends":
        return read_friends(text)
    raise ImportRejected(
        f"{name} is nothing that import reads: no export of a board, friends.md, Monica's JSON,"
        " vCard, CSV or note in Markdown.",
        NOTHING_IMPORTED,
    )
