"""Version 3: what is private record by record, dropped promises, and what stood on which day."""

from __future__ import annotations

_FLAG_OR_NULL = "INTEGER CHECK (private IS NULL OR private IN (0, 1))"
_WITH_PRIVATE = ("agenda_item", "promise", "advice", "exchange", "goal")


def _day(column: str) -> str:
    return f"{column} TEXT CHECK ({column} IS NULL OR date({column}, '+0 days') IS {column})"


def _needed_day(column: str) -> str:
    return f"{column} TEXT NOT NULL CHECK (date({column}, '+0 days') IS {column})"


SQL = (
    # NULL: private only by the agreement or by the record it was made from.
    *(f"ALTER TABLE {table} ADD COLUMN private {_FLAG_OR_NULL}" for table in _WITH_PRIVATE),
    "ALTER TABLE meeting RENAME COLUMN private TO was_private",
    f"ALTER TABLE meeting ADD COLUMN private {_FLAG_OR_NULL}",
    "UPDATE meeting SET private = 1 WHERE was_private = 1",
    "ALTER TABLE meeting DROP COLUMN was_private",
    # The form a meeting was logged with, so that the same form is known again.
    (
        "ALTER TABLE meeting ADD COLUMN form_id TEXT"
        " CHECK (form_id IS NULL OR length(form_id) BETWEEN 1 AND 20)"
    ),
    "CREATE UNIQUE INDEX meeting_of_form ON meeting (form_id) WHERE form_id IS NOT NULL",
    (
        "ALTER TABLE promise ADD COLUMN status TEXT NOT NULL DEFAULT 'open'"
        " CHECK (status IN ('open', 'kept', 'dropped'))"
    ),
    "UPDATE promise SET status = 'kept' WHERE done_on IS NOT NULL",
    # The day a step was recorded, which may be later than the day it counts from.
    f"ALTER TABLE transition ADD COLUMN {_day('recorded_on')}",
    "UPDATE transition SET recorded_on = changed_on",
    # When a meeting was planned for, by the day that was recorded; `met_on` is null once it was
    # planned no more.
    f"""CREATE TABLE plan_day (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
        {_needed_day("recorded_on")}, {_day("met_on")},
        start_time TEXT CHECK (
            start_time IS NULL
            OR (strftime('%H:%M', start_time) IS start_time AND start_time < '24')
        ),
        UNIQUE (meeting_id, recorded_on)
    ) STRICT""",
    """INSERT INTO plan_day (meeting_id, recorded_on, met_on, start_time)
        SELECT id,
            coalesce(
                (
                    SELECT min(substr(operation.at, 1, 10))
                    FROM row_image JOIN operation ON operation.id = row_image.operation_id
                    WHERE table_name = 'meeting' AND row_id = meeting.id AND before IS NULL
                ),
                min(met_on, date('now', 'localtime'))
            ),
            met_on, start_time
        FROM meeting WHERE status = 'planned'""",
    # Until when an agreement was to last, by the day that was recorded.
    f"""CREATE TABLE agreement_term (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        agreement_id INTEGER NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        {_needed_day("recorded_on")}, {_day("until_on")},
        UNIQUE (agreement_id, recorded_on)
    ) STRICT""",
    """INSERT INTO agreement_term (agreement_id, recorded_on, until_on)
        SELECT id, agreed_on, until_on FROM agreement""",
    # What happens with an advisor from the first to the last day is private; no last day: open.
    f"""CREATE TABLE confidential_period (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        advisor_id INTEGER NOT NULL REFERENCES advisor (id) ON DELETE CASCADE,
        {_needed_day("from_on")}, {_day("until_on")},
        UNIQUE (advisor_id, from_on)
    ) STRICT""",
    """INSERT INTO confidential_period (advisor_id, from_on)
        SELECT advisor_id, agreed_on FROM agreement WHERE confidential = 1""",
    "ALTER TABLE agreement DROP COLUMN confidential",
    # 1: about somebody removed since, whose periods went with them.
    f"ALTER TABLE review_answer ADD COLUMN private {_FLAG_OR_NULL}",
)
