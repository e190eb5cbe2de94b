"""Any text written through the form comes back the same, logged and edited."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from boardroom.formats.form import write_form
from boardroom.formats.form_header import Header
from boardroom.queries.meeting_contents import stored_entry
from boardroom.rules.dates import Moment
from boardroom.rules.log_entry import (
    LogEntry,
    LoggedAdvice,
    LoggedExchange,
    LoggedItem,
    LoggedPromise,
)
from boardroom.store.file import reading
from tests.boards import TODAY, Board
from tests.cli.typed import typed
from tests.formats.form_entries import texts

_days = st.none() | st.dates(date(2026, 11, 22), date(2027, 12, 31))
logs = st.builds(
    LogEntry,
    notes=texts,
    agenda=st.tuples(st.builds(LoggedItem, st.none(), texts, st.just(True), st.none() | texts)),
    advice=st.tuples(texts.map(lambda text: LoggedAdvice(None, text))),
    promises=st.tuples(
        st.builds(LoggedPromise, st.none(), st.sampled_from(["me", "them"]), texts, _days)
    ),
    exchanges=st.tuples(
        st.builds(LoggedExchange, st.none(), st.sampled_from(["given", "received"]), texts)
    ),
)
"""What is logged of one meeting, new in every part."""


@pytest.mark.usefixtures("board")
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entry=logs)
def test_what_is_logged_by_a_form_is_on_file_as_it_was_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entry: LogEntry
) -> None:
    board = Board(tmp_path / f"{len(list(tmp_path.iterdir()))}.db")
    monkeypatch.setenv("BOARDROOM_DB", board.path)
    board.advisor()
    header = Header("Marcus Ojo", "coffee", Moment(TODAY, None), 60, False, None, TODAY, "7f3a9c2e")
    form = write_form(header, entry, closing="Save it.", today=TODAY, date_order=None)

    ran = typed("log", "marcus", "-", stdin=form)

    assert (ran.code, ran.err) == (0, "")
    with reading(board.path) as connection:
        stored = stored_entry(connection, 1)
    assert _without_ids(stored) == _without_ids(entry)
    assert typed("log", "marcus", "-", stdin=form).out.startswith("Nothing changed: m1")
    assert typed("meeting", "edit", "m1", "-", stdin=form).out.startswith("Nothing changed")


def _without_ids(entry: LogEntry) -> LogEntry:
    return LogEntry(
        entry.notes,
        tuple(item._replace(id=None) for item in entry.agenda),
        tuple(piece._replace(id=None) for piece in entry.advice),
        tuple(promise._replace(id=None) for promise in entry.promises),
        tuple(exchange._replace(id=None) for exchange in entry.exchanges),
    )
