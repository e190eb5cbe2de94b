"""Version 2: the first released schema."""

from __future__ import annotations

_ID = "id INTEGER PRIMARY KEY AUTOINCREMENT"
_UID = "uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36)"
_ADVISOR = "advisor_id INTEGER NOT NULL REFERENCES advisor (id) ON DELETE CASCADE"
_FROM_MEETING = "meeting_id INTEGER REFERENCES meeting (id) ON DELETE CASCADE"
_WAYS = "('coffee', 'lunch', 'call', 'video', 'walk', 'other')"


def _day(column: str, *, required: bool = False) -> str:
    """A calendar date as ISO text, which SQLite must read and write back unchanged."""
    if required:
        return f"{column} TEXT NOT NULL CHECK (date({column}, '+0 days') IS {column})"
    return f"{column} TEXT CHECK ({column} IS NULL OR date({column}, '+0 days') IS {column})"


def _text(column: str, limit: int = 10_000) -> str:
    return f"{column} TEXT CHECK ({column} IS NULL OR length({column}) BETWEEN 1 AND {limit})"


def _needed(column: str, limit: int = 10_000) -> str:
    return f"{column} TEXT NOT NULL CHECK (length({column}) BETWEEN 1 AND {limit})"


def _flag(column: str) -> str:
    return f"{column} INTEGER NOT NULL DEFAULT 0 CHECK ({column} IN (0, 1))"


def _json(column: str, kind: str) -> str:
    """JSON text, of which only the brackets are checked.

    SQLite 3.40 refuses `json_valid` in a schema that is not trusted.
    """
    empty, shape = ("[]", "[[]*]") if kind == "array" else ("{}", "{*}")
    return f"{column} TEXT NOT NULL DEFAULT '{empty}' CHECK ({column} GLOB '{shape}')"


SQL = (
    f"CREATE TABLE setting ({_ID}, key TEXT NOT NULL UNIQUE, {_needed('value')}) STRICT",
    f"""CREATE TABLE advisor (
        {_ID}, {_UID}, handle TEXT NOT NULL UNIQUE CHECK (length(handle) BETWEEN 1 AND 40),
        {_needed("name")},
        {_json("nicknames", "array")}, {_text("seat")}, {_text("org")}, {_text("how_met")},
        kind TEXT NOT NULL DEFAULT 'informal' CHECK (kind IN ('informal', 'formal')),
        {_json("strengths", "array")}, {_json("perspectives", "object")}, {_text("their_goals")},
        {_text("email")}, {_text("phone")}, {_text("link")}, {_text("city")},
        way TEXT CHECK (way IS NULL OR way IN {_WAYS}), {_text("window", 20)},
        minutes INTEGER CHECK (minutes IS NULL OR minutes BETWEEN 1 AND 1440),
        {_text("notes", 1_000_000)}
    ) STRICT""",
    f"""CREATE TABLE transition (
        {_ID}, {_UID}, {_ADVISOR}, {_day("changed_on", required=True)},
        status TEXT NOT NULL
            CHECK (status IN ('prospect', 'asked', 'active', 'paused', 'declined', 'alumni')),
        {_day("until_on")}, {_text("how")}, {_text("about")}, {_text("note")}
    ) STRICT""",
    "CREATE INDEX transition_of_advisor ON transition (advisor_id, changed_on, id)",
    f"""CREATE TABLE goal (
        {_ID}, {_UID}, {_needed("title")},
        horizon TEXT NOT NULL CHECK (horizon IN ('near', 'long')), {_text("why")},
        {_day("target_on")}, status TEXT NOT NULL CHECK (status IN ('open', 'achieved', 'dropped')),
        {_day("added_on", required=True)}, {_day("closed_on")}, {_text("note")}
    ) STRICT""",
    f"""CREATE TABLE goal_step (
        {_ID}, {_UID}, goal_id INTEGER NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
        {_needed("text")},
        {_day("due_on")}, {_day("done_on")}, {_text("note")}
    ) STRICT""",
    "CREATE INDEX goal_step_of_goal ON goal_step (goal_id)",
    f"""CREATE TABLE goal_helper (
        {_ID}, goal_id INTEGER NOT NULL REFERENCES goal (id) ON DELETE CASCADE, {_ADVISOR},
        UNIQUE (goal_id, advisor_id)
    ) STRICT""",
    "CREATE INDEX goal_helper_of_advisor ON goal_helper (advisor_id)",
    f"""CREATE TABLE meeting (
        {_ID}, {_UID}, {_ADVISOR},
        status TEXT NOT NULL CHECK (status IN ('planned', 'held', 'cancelled', 'missed')),
        {_day("met_on", required=True)},
        start_time TEXT CHECK (
            start_time IS NULL
            OR (strftime('%H:%M', start_time) IS start_time AND start_time < '24')
        ),
        way TEXT NOT NULL CHECK (way IN {_WAYS}), {_text("place")},
        minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440), {_text("notes", 1_000_000)},
        {_flag("private")}
    ) STRICT""",
    "CREATE INDEX meeting_of_advisor ON meeting (advisor_id, status, met_on)",
    "CREATE INDEX meeting_by_day ON meeting (status, met_on)",
    f"""CREATE TABLE agenda_item (
        {_ID}, {_UID}, {_ADVISOR},
        kind TEXT NOT NULL CHECK (kind IN ('topic', 'question', 'update')), {_needed("text")},
        status TEXT NOT NULL CHECK (status IN ('open', 'covered', 'dropped')), {_text("answer")},
        goal_id INTEGER REFERENCES goal (id) ON DELETE SET NULL,
        meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
        {_day("added_on", required=True)}, {_day("closed_on")}
    ) STRICT""",
    "CREATE INDEX agenda_item_of_advisor ON agenda_item (advisor_id, status, added_on)",
    (
        "CREATE INDEX agenda_item_closed ON agenda_item (advisor_id, closed_on)"
        " WHERE closed_on IS NOT NULL"
    ),
    "CREATE INDEX agenda_item_of_meeting ON agenda_item (meeting_id) WHERE meeting_id IS NOT NULL",
    "CREATE INDEX agenda_item_of_goal ON agenda_item (goal_id) WHERE goal_id IS NOT NULL",
    f"""CREATE TABLE exchange (
        {_ID}, {_UID}, {_ADVISOR},
        direction TEXT NOT NULL CHECK (direction IN ('given', 'received')),
        kind TEXT NOT NULL
            CHECK (kind IN (
                'introduction', 'insight', 'feedback', 'help', 'invitation', 'resource', 'other'
            )),
        {_needed("text")}, {_text("person")}, {_day("exchanged_on", required=True)}, {_FROM_MEETING}
    ) STRICT""",
    "CREATE INDEX exchange_of_advisor ON exchange (advisor_id, exchanged_on)",
    "CREATE INDEX exchange_of_meeting ON exchange (meeting_id) WHERE meeting_id IS NOT NULL",
    f"""CREATE TABLE promise (
        {_ID}, {_UID}, {_ADVISOR}, by_whom TEXT NOT NULL CHECK (by_whom IN ('me', 'them')),
        {_needed("text")},
        kind TEXT NOT NULL DEFAULT 'promise' CHECK (kind IN ('promise', 'thanks', 'follow_up')),
        {_day("made_on", required=True)}, {_day("due_on")}, {_day("done_on")}, {_text("note")},
        {_FROM_MEETING},
        exchange_id INTEGER REFERENCES exchange (id) ON DELETE CASCADE
    ) STRICT""",
    "CREATE INDEX promise_of_advisor ON promise (advisor_id, done_on)",
    "CREATE INDEX promise_open ON promise (due_on) WHERE done_on IS NULL",
    "CREATE INDEX promise_of_meeting ON promise (meeting_id) WHERE meeting_id IS NOT NULL",
    "CREATE INDEX promise_of_exchange ON promise (exchange_id) WHERE exchange_id IS NOT NULL",
    f"""CREATE TABLE advice (
        {_ID}, {_UID}, {_ADVISOR}, {_needed("text")}, {_day("given_on", required=True)},
        status TEXT NOT NULL
            CHECK (status IN ('new', 'trying', 'worked', 'did_not_work', 'set_aside')),
        {_text("outcome")}, {_day("outcome_on")}, {_day("reported_on")}, {_FROM_MEETING}
    ) STRICT""",
    "CREATE INDEX advice_of_advisor ON advice (advisor_id, status)",
    (
        "CREATE INDEX advice_open ON advice (advisor_id)"
        " WHERE reported_on IS NULL OR status = 'trying'"
    ),
    "CREATE INDEX advice_of_meeting ON advice (meeting_id) WHERE meeting_id IS NOT NULL",
    f"""CREATE TABLE agreement (
        {_ID}, {_UID}, advisor_id INTEGER NOT NULL UNIQUE REFERENCES advisor (id) ON DELETE CASCADE,
        {_day("agreed_on", required=True)}, {_text("hopes")}, {_json("focus", "array")},
        {_day("until_on")},
        {_flag("confidential")}, {_text("boundaries")}
    ) STRICT""",
    f"CREATE TABLE criterion ({_ID}, {_UID}, {_needed('text')}, {_flag('must')}) STRICT",
    f"""CREATE TABLE rating (
        {_ID}, {_ADVISOR},
        criterion_id INTEGER NOT NULL REFERENCES criterion (id) ON DELETE CASCADE,
        {_flag("meets")}, UNIQUE (advisor_id, criterion_id)
    ) STRICT""",
    "CREATE INDEX rating_of_criterion ON rating (criterion_id)",
    f"""CREATE TABLE snooze (
        {_ID}, subject TEXT NOT NULL CHECK (subject IN ('meeting', 'promise', 'review')),
        advisor_id INTEGER REFERENCES advisor (id) ON DELETE CASCADE,
        promise_id INTEGER REFERENCES promise (id) ON DELETE CASCADE,
        {_day("snoozed_on", required=True)}, {_day("until_on", required=True)}, {_text("why")}
    ) STRICT""",
    "CREATE INDEX snooze_of_advisor ON snooze (advisor_id) WHERE advisor_id IS NOT NULL",
    "CREATE INDEX snooze_of_promise ON snooze (promise_id) WHERE promise_id IS NOT NULL",
    # A review is frozen: it names its advisors by what they were called then, and outlives them.
    f"""CREATE TABLE review (
        {_ID}, {_UID}, {_day("started_on", required=True)}, {_day("completed_on")},
        {_day("from_on")},
        {_flag("of_board")}, {_json("board_facts", "object")}, {_text("board_note")}
    ) STRICT""",
    "CREATE INDEX review_completed ON review (completed_on) WHERE completed_on IS NOT NULL",
    f"""CREATE TABLE review_answer (
        {_ID}, review_id INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
        advisor_id INTEGER REFERENCES advisor (id) ON DELETE SET NULL, handle TEXT NOT NULL,
        {_needed("name")},
        {_json("facts", "object")},
        value INTEGER CHECK (value IS NULL OR value BETWEEN 1 AND 5),
        chemistry INTEGER CHECK (chemistry IS NULL OR chemistry BETWEEN 1 AND 5),
        trust INTEGER CHECK (trust IS NULL OR trust BETWEEN 1 AND 5),
        fits_next INTEGER CHECK (fits_next IS NULL OR fits_next IN (0, 1)), {_text("note")},
        decision TEXT CHECK (decision IS NULL OR decision IN ('keep', 'adjust', 'pause', 'part')),
        {_text("window", 20)}, {_day("until_on")}, UNIQUE (review_id, handle)
    ) STRICT""",
    (
        "CREATE INDEX review_answer_of_advisor ON review_answer (advisor_id)"
        " WHERE advisor_id IS NOT NULL"
    ),
    # What undo needs: each change with the rows it touched, as they were before and after.
    f"""CREATE TABLE operation (
        {_ID}, at TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo', 'migration')),
        command TEXT NOT NULL, summary TEXT NOT NULL, reverses INTEGER REFERENCES operation (id),
        {_flag("undone")}
    ) STRICT""",
    "CREATE INDEX operation_undoable ON operation (kind, undone, id)",
    f"""CREATE TABLE row_image (
        {_ID}, operation_id INTEGER NOT NULL REFERENCES operation (id) ON DELETE CASCADE,
        table_name TEXT NOT NULL,
        row_id INTEGER NOT NULL, before TEXT, after TEXT
    ) STRICT""",
    # The last id given in each table, which undo leaves alone, so that no id returns.
    "CREATE TABLE counter (name TEXT PRIMARY KEY, last_id INTEGER NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE INDEX row_image_of_operation ON row_image (operation_id)",
)
