"""Version 7: where imported records came from, mappings of columns, and answers on a calendar."""

from __future__ import annotations


def _uid(column: str) -> str:
    return f"{column} TEXT NOT NULL CHECK (length({column}) = 36)"


def _day(column: str) -> str:
    return f"{column} TEXT NOT NULL CHECK (date({column}, '+0 days') IS {column})"


_OBJECT = "columns TEXT NOT NULL DEFAULT '{}' CHECK (columns GLOB '{*}')"

SQL = (
    # `row_uid` refers to a row of `table_name`, which may have been removed since.
    f"""CREATE TABLE source (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 20),
        {_uid("origin_id")},
        table_name TEXT NOT NULL CHECK (length(table_name) BETWEEN 1 AND 40),
        {_uid("row_uid")},
        {_OBJECT},
        {_day("read_on")},
        UNIQUE (kind, origin_id, table_name)
    ) STRICT""",
    "CREATE INDEX source_of_row ON source (row_uid)",
    f"""CREATE TABLE column_mapping (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        header TEXT NOT NULL UNIQUE CHECK (length(header) = 36),
        {_OBJECT}
    ) STRICT""",
    # `recurrence` is the day of one event of a series, as the calendar names it; NULL: all of it.
    f"""CREATE TABLE calendar_answer (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        event_uid TEXT NOT NULL CHECK (length(event_uid) BETWEEN 1 AND 10000),
        recurrence TEXT CHECK (recurrence IS NULL OR length(recurrence) BETWEEN 1 AND 100),
        answer TEXT NOT NULL
            CHECK (answer IN ('logged', 'moved', 'cancelled', 'planned', 'left', 'never')),
        {_day("answered_on")}
    ) STRICT""",
    """CREATE UNIQUE INDEX answer_of_event
        ON calendar_answer (event_uid, coalesce(recurrence, ''))""",
)
