"""How long a change waits for others."""

from __future__ import annotations

import itertools
import sqlite3
import time
from collections.abc import Iterator

import pytest

from boardroom.store import file
from boardroom.store.transaction import begin

BUSY = 20


class _Busy(sqlite3.Connection):
    """A connection to a file that others keep locked for `BUSY` tries, by their data versions."""

    versions: Iterator[int]
    tries = 0

    def execute(self, sql: str, *parameters: object) -> sqlite3.Cursor:
        if sql == "BEGIN IMMEDIATE":
            self.tries += 1
            if self.tries <= BUSY:
                error = sqlite3.OperationalError("database is locked")
                error.sqlite_errorname = "SQLITE_BUSY"
                raise error
        if sql == "PRAGMA data_version":
            sql = f"SELECT {next(self.versions)}"
        return super().execute(sql, *parameters)  # type: ignore[arg-type]  # as they come


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> Iterator[_Busy]:
    """Such a connection, where each look at the clock finds it half a second later."""
    clock = itertools.count(0, 0.5)
    monkeypatch.setattr(file, "_STARTED", 0.5)
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(time, "sleep", lambda _: None)
    connection = sqlite3.connect(":memory:", isolation_level=None, factory=_Busy)
    yield connection
    connection.close()


def test_a_change_waits_as_long_as_others_finish_theirs(busy: _Busy) -> None:
    busy.versions = itertools.count(1)

    begin(busy, "board.db")

    assert (busy.in_transaction, busy.tries) == (True, BUSY + 1)


def test_a_change_gives_up_when_nobody_finishes(busy: _Busy) -> None:
    busy.versions = itertools.repeat(1)

    with pytest.raises(sqlite3.OperationalError, match="locked"):
        begin(busy, "board.db")

    assert busy.tries == 9


def test_a_change_gives_up_in_the_end(busy: _Busy, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file, "WAIT_SECONDS", 0.5)
    busy.versions = itertools.count(1)

    with pytest.raises(sqlite3.OperationalError, match="locked"):
        begin(busy, "board.db")

    assert busy.tries < BUSY
