"""Version 6: people whom the user mentors, occasions, letters, and what things are measured by."""

from __future__ import annotations


def _text(column: str) -> str:
    return f"{column} TEXT CHECK ({column} IS NULL OR length({column}) BETWEEN 1 AND 10000)"


def _flag(column: str) -> str:
    return f"{column} INTEGER CHECK ({column} IS NULL OR {column} IN (0, 1))"


def _needed_day(column: str) -> str:
    return f"{column} TEXT NOT NULL CHECK (date({column}, '+0 days') IS {column})"


_OF_ADVISOR = "advisor_id INTEGER NOT NULL REFERENCES advisor (id) ON DELETE CASCADE"
_IDENTITY = """id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36)"""

SQL = (
    (
        "ALTER TABLE advisor ADD COLUMN role TEXT NOT NULL DEFAULT 'advisor'"
        " CHECK (role IN ('advisor', 'mentee', 'both'))"
    ),
    *(
        f"ALTER TABLE {table} ADD COLUMN {_text(column)}"
        for table, column in (
            ("advisor", "title"),
            ("advisor", "timezone"),
            ("advisor", "usual"),
            ("agreement", "programme"),
            ("agreement", "outcome"),
            ("goal", "measure"),
            ("review", "need"),
            ("review", "seek"),
            ("review", "bring"),
        )
    ),
    f"ALTER TABLE review_answer ADD COLUMN {_flag('outcome_met')}",
    # Who wanted to part; NULL in every other step, and where nobody said.
    (
        "ALTER TABLE transition ADD COLUMN by_whom TEXT"
        " CHECK (by_whom IS NULL OR by_whom IN ('me', 'them'))"
    ),
    f"""CREATE TABLE occasion (
        {_IDENTITY},
        {_OF_ADVISOR},
        text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
        {_needed_day("occurs_on")},
        yearly INTEGER NOT NULL DEFAULT 0 CHECK (yearly IN (0, 1)),
        done_on TEXT CHECK (done_on IS NULL OR date(done_on, '+0 days') IS done_on),
        {_needed_day("added_on")},
        {_text("note")},
        {_flag("private")}
    ) STRICT""",
    "CREATE INDEX occasion_of_advisor ON occasion (advisor_id, occurs_on)",
    f"""CREATE TABLE letter (
        {_IDENTITY},
        {_OF_ADVISOR},
        kind TEXT NOT NULL
            CHECK (kind IN ('ask', 'agenda', 'thanks', 'news', 'nudge', 'renew', 'part')),
        {_needed_day("sent_on")}
    ) STRICT""",
    "CREATE INDEX letter_of_advisor ON letter (advisor_id, sent_on)",
)
