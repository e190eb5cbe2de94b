"""Reads the files of other programs into what they hold, with what the board remembers of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import nullcontext

from boardroom.cli.call import Call
from boardroom.cli.import_file import OtherFile, naming
from boardroom.errors import BadInput
from boardroom.formats.incoming.day_order import BY_SETTING, UndecidedOrder
from boardroom.formats.incoming.kinds import NOTES, TABLES
from boardroom.formats.incoming.reading import Options, read_incoming
from boardroom.formats.incoming.records import Incoming
from boardroom.formats.incoming.several import joined
from boardroom.queries.column_mappings import column_mappings
from boardroom.queries.settings import settings
from boardroom.record import Record
from boardroom.rules.text import one_of
from boardroom.store.file import is_there


class Batch(Record):
    """The files of one kind: their names, and what they hold."""

    name: str
    incoming: Incoming


def read_batches(call: Call, files: list[OtherFile], columns: Sequence[str]) -> list[Batch]:
    """What the files hold, by kind; takes them out of the list.

    `columns` are the user's `COLUMN=FIELD`.

    Raises:
        ImportRejected, BadInput: a file can't be read.
    """
    if columns and not any(file.kind in TABLES for file in files):
        raise BadInput("--map is for tables as CSV, and this is none.", "Leave it out.")
    on_board = _remembered(call)
    options = Options(
        on_board.date_order,
        call.today.year,
        columns,
        lambda header: on_board.mappings.get(header, {}),
    )
    reader = _Reader(call, options)
    by_kind: dict[str, list[tuple[str, Incoming]]] = {}
    are_several = len(files) > 1
    while files:
        file = files.pop(0)  # its text may be large, and goes once it is read
        with naming(file.name) if are_several else nullcontext():
            incoming = reader.read(file)
        incoming = incoming._replace(doubtful=(*file.doubtful, *incoming.doubtful))
        by_kind.setdefault(incoming.kind, []).append((file.name, incoming))
        del file
    return [
        Batch(named[0][0] if len(named) == 1 else f"{len(named)} files", joined(named))
        for named in by_kind.values()
    ]


class _Reader:
    """Reads files, and asks which order their days are in where no row says it: of notes once."""

    def __init__(self, call: Call, options: Options) -> None:
        self._call, self._options = call, options
        self._order_of_notes = ""

    def read(self, file: OtherFile) -> Incoming:
        """What a file holds.

        Raises:
            ImportRejected, BadInput: it can't be read.
        """
        is_note = file.kind == NOTES
        try:
            return self._read(file, self._order_of_notes if is_note else "")
        except UndecidedOrder as undecided:
            if not self._call.may_ask or self._call.json:
                raise
            whole = "every note" if is_note else f"all of {file.name}"
            order = self._call.ask_until(
                "Which comes first? [day, month]",
                _order_in,
                about=f"{undecided.message} The answer is for {whole}.",
            )
            if is_note:
                self._order_of_notes = order
            return self._read(file, order)

    def _read(self, file: OtherFile, order: str) -> Incoming:
        """What a file holds, with days in the order that the user said, if any."""
        options = self._options._replace(date_order=order) if order else self._options
        incoming = read_incoming(file.kind, file.text, file.name, options)
        if not order:
            return incoming
        doubts = (doubt.replace(BY_SETTING, "as you say") for doubt in incoming.doubtful)
        return incoming._replace(doubtful=tuple(doubts))


def _order_in(answer: str) -> str:
    word = one_of(answer, ("day", "month", "dmy", "mdy", "d", "m"), "part of a date")
    return "dmy" if word.startswith("d") else "mdy"


class _OnBoard(Record):
    """What the board says of files: the order of days, and the mappings of columns by header."""

    date_order: str | None = None
    mappings: Mapping[str, Mapping[str, str]] = {}


def _remembered(call: Call) -> _OnBoard:
    def query(board: sqlite3.Connection) -> _OnBoard:
        return _OnBoard(settings(board).date_order, column_mappings(board))

    return call.read(query) if is_there(call.path) else _OnBoard()
