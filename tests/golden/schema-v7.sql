CREATE TABLE setting (id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 10000)) STRICT;
CREATE TABLE advisor (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36), handle TEXT NOT NULL UNIQUE CHECK (length(handle) BETWEEN 1 AND 40),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 10000),
        nicknames TEXT NOT NULL DEFAULT '[]' CHECK (nicknames GLOB '[[]*]'), seat TEXT CHECK (seat IS NULL OR length(seat) BETWEEN 1 AND 10000), org TEXT CHECK (org IS NULL OR length(org) BETWEEN 1 AND 10000), how_met TEXT CHECK (how_met IS NULL OR length(how_met) BETWEEN 1 AND 10000),
        kind TEXT NOT NULL DEFAULT 'informal' CHECK (kind IN ('informal', 'formal')),
        strengths TEXT NOT NULL DEFAULT '[]' CHECK (strengths GLOB '[[]*]'), perspectives TEXT NOT NULL DEFAULT '{}' CHECK (perspectives GLOB '{*}'), their_goals TEXT CHECK (their_goals IS NULL OR length(their_goals) BETWEEN 1 AND 10000),
        email TEXT CHECK (email IS NULL OR length(email) BETWEEN 1 AND 10000), phone TEXT CHECK (phone IS NULL OR length(phone) BETWEEN 1 AND 10000), link TEXT CHECK (link IS NULL OR length(link) BETWEEN 1 AND 10000), city TEXT CHECK (city IS NULL OR length(city) BETWEEN 1 AND 10000),
        way TEXT CHECK (way IS NULL OR way IN ('coffee', 'lunch', 'call', 'video', 'walk', 'other')), window TEXT CHECK (window IS NULL OR length(window) BETWEEN 1 AND 20),
        minutes INTEGER CHECK (minutes IS NULL OR minutes BETWEEN 1 AND 1440),
        notes TEXT CHECK (notes IS NULL OR length(notes) BETWEEN 1 AND 1000000)
    , role TEXT NOT NULL DEFAULT 'advisor' CHECK (role IN ('advisor', 'mentee', 'both')), title TEXT CHECK (title IS NULL OR length(title) BETWEEN 1 AND 10000), timezone TEXT CHECK (timezone IS NULL OR length(timezone) BETWEEN 1 AND 10000), usual TEXT CHECK (usual IS NULL OR length(usual) BETWEEN 1 AND 10000)) STRICT;
CREATE TABLE transition (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36), advisor_id INTEGER NOT NULL REFERENCES advisor (id) ON DELETE CASCADE, changed_on TEXT NOT NULL CHECK (date(changed_on, '+0 days') IS changed_on),
        status TEXT NOT NULL
            CHECK (status IN ('prospect', 'asked', 'active', 'paused', 'declined', 'alumni')),
        until_on TEXT CHECK (until_on IS NULL OR date(until_on, '+0 days') IS until_on), how TEXT CHECK (how IS NULL OR length(how) BETWEEN 1 AND 10000), about TEXT CHECK (about IS NULL OR length(about) BETWEEN 1 AND 10000), note TEXT CHECK (note IS NULL OR length(note) BETWEEN 1 AND 10000)
    , recorded_on TEXT CHECK (recorded_on IS NULL OR date(recorded_on, '+0 days') IS recorded_on), by_whom TEXT CHECK (by_whom IS NULL OR by_whom IN ('me', 'them'))) STRICT;
CREATE INDEX transition_of_advisor ON transition (advisor_id, changed_on, id);
CREATE TABLE goal (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36), title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 10000),
        horizon TEXT NOT NULL CHECK (horizon IN ('near', 'long')), why TEXT CHECK (why IS NULL OR length(why) BETWEEN 1 AND 10000),
        target_on TEXT CHECK (target_on IS NULL OR date(target_on, '+0 days') IS target_on), status TEXT NOT NULL CHECK (status IN ('open', 'achieved', 'dropped')),
        added_on TEXT NOT NULL CHECK (date(added_on, '+0 days') IS added_on), closed_on TEXT CHECK (closed_on IS NULL OR date(closed_on, '+0 days') IS closed_on), note TEXT CHECK (note IS NULL OR length(note) BETWEEN 1 AND 10000)
    , private INTEGER CHECK (private IS NULL OR private IN (0, 1)), measure TEXT CHECK (measure IS NULL OR length(measure) BETWEEN 1 AND 10000)) STRICT;
CREATE TABLE goal_step (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36), goal_id INTEGER NOT NULL REFERENCES goal (id) ON DELETE CASCADE,
        text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
        due_on TEXT CHECK (due_on IS NULL OR date(due_on, '+0 days') IS due_on), done_on TEXT CHECK (done_on IS NULL OR date(done_on, '+0 days') IS done_on), note TEXT CHECK (note IS NULL OR length(note) BETWEEN 1 AND 10000)
    , added_on TEXT CHECK (added_on IS NULL OR date(added_on, '+0 days') IS added_on)) STRICT;
CREATE INDEX goal_step_of_goal ON goal_step (goal_id);
CREATE TABLE goal_helper (
        id INTEGER PRIMARY KEY AUTOINCREMENT, goal_id INTEGER NOT NULL REFERENCES goal (id) ON DELETE CASCADE, advisor_id INTEGER NOT NULL REFERENCES advisor (id) ON DELETE CASCADE,
        UNIQUE (goal_id, advisor_id)
    ) STRICT;
CREATE INDEX goal_helper_of_advisor ON goal_helper (advisor_id);
CREATE TABLE meeting (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36), advisor_id INTEGER NOT NULL REFERENCES advisor (id) ON DELETE CASCADE,
        status TEXT NOT NULL CHECK (status IN ('planned', 'held', 'cancelled', 'missed')),
        met_on TEXT NOT NULL CHECK (date(met_on, '+0 days') IS met_on),
        start_time TEXT CHECK (
            start_time IS NULL
            OR (strftime('%H:%M', start_time) IS start_time AND start_time < '24')
        ),
        way TEXT NOT NULL CHECK (way IN ('coffee', 'lunch', 'call', 'video', 'walk', 'other')), place TEXT CHECK (place IS NULL OR length(place) BETWEEN 1 AND 10000),
        minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440), notes TEXT CHECK (notes IS NULL OR length(notes) BETWEEN 1 AND 1000000),
        private INTEGER CHECK (private IS NULL OR private IN (0, 1)), form_id TEXT CHECK (form_id IS NULL OR length(form_id) BETWEEN 1 AND 20)) STRICT;
CREATE INDEX meeting_of_advisor ON meeting (advisor_id, status, met_on);
CREATE INDEX meeting_by_day ON meeting (status, met_on);
CREATE TABLE agenda_item (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36), advisor_id INTEGER NOT NULL REFERENCES advisor (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind IN ('topic', 'question', 'update')), text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
        status TEXT NOT NULL CHECK (status IN ('open', 'covered', 'dropped')), answer TEXT CHECK (answer IS NULL OR length(answer) BETWEEN 1 AND 10000),
        goal_id INTEGER REFERENCES goal (id) ON DELETE SET NULL,
        meeting_id INTEGER REFERENCES meeting (id) ON DELETE SET NULL,
        added_on TEXT NOT NULL CHECK (date(added_on, '+0 days') IS added_on), closed_on TEXT CHECK (closed_on IS NULL OR date(closed_on, '+0 days') IS closed_on)
    , private INTEGER CHECK (private IS NULL OR private IN (0, 1))) STRICT;
CREATE INDEX agenda_item_of_advisor ON agenda_item (advisor_id, status, added_on);
CREATE INDEX agenda_item_closed ON agenda_item (advisor_id, closed_on) WHERE closed_on IS NOT NULL;
CREATE INDEX agenda_item_of_meeting ON agenda_item (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX agenda_item_of_goal ON agenda_item (goal_id) WHERE goal_id IS NOT NULL;
CREATE TABLE exchange (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36), advisor_id INTEGER NOT NULL REFERENCES advisor (id) ON DELETE CASCADE,
        direction TEXT NOT NULL CHECK (direction IN ('given', 'received')),
        kind TEXT NOT NULL
            CHECK (kind IN (
                'introduction', 'insight', 'feedback', 'help', 'invitation', 'resource', 'other'
            )),
        text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 10000), person TEXT CHECK (person IS NULL OR length(person) BETWEEN 1 AND 10000), exchanged_on TEXT NOT NULL CHECK (date(exchanged_on, '+0 days') IS exchanged_on), meeting_id INTEGER REFERENCES meeting (id) ON DELETE CASCADE
    , private INTEGER CHECK (private IS NULL OR private IN (0, 1))) STRICT;
CREATE INDEX exchange_of_advisor ON exchange (advisor_id, exchanged_on);
CREATE INDEX exchange_of_meeting ON exchange (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE TABLE promise (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36), advisor_id INTEGER NOT NULL REFERENCES advisor (id) ON DELETE CASCADE, by_whom TEXT NOT NULL CHECK (by_whom IN ('me', 'them')),
        text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
        kind TEXT NOT NULL DEFAULT 'promise' CHECK (kind IN ('promise', 'thanks', 'follow_up')),
        made_on TEXT NOT NULL CHECK (date(made_on, '+0 days') IS made_on), due_on TEXT CHECK (due_on IS NULL OR date(due_on, '+0 days') IS due_on), done_on TEXT CHECK (done_on IS NULL OR date(done_on, '+0 days') IS done_on), note TEXT CHECK (note IS NULL OR length(note) BETWEEN 1 AND 10000),
        meeting_id INTEGER REFERENCES meeting (id) ON DELETE CASCADE,
        exchange_id INTEGER REFERENCES exchange (id) ON DELETE CASCADE
    , private INTEGER CHECK (private IS NULL OR private IN (0, 1)), status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'kept', 'dropped'))) STRICT;
CREATE INDEX promise_of_advisor ON promise (advisor_id, done_on);
CREATE INDEX promise_open ON promise (due_on) WHERE done_on IS NULL;
CREATE INDEX promise_of_meeting ON promise (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE INDEX promise_of_exchange ON promise (exchange_id) WHERE exchange_id IS NOT NULL;
CREATE TABLE advice (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36), advisor_id INTEGER NOT NULL REFERENCES advisor (id) ON DELETE CASCADE, text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 10000), given_on TEXT NOT NULL CHECK (date(given_on, '+0 days') IS given_on),
        status TEXT NOT NULL
            CHECK (status IN ('new', 'trying', 'worked', 'did_not_work', 'set_aside')),
        outcome TEXT CHECK (outcome IS NULL OR length(outcome) BETWEEN 1 AND 10000), outcome_on TEXT CHECK (outcome_on IS NULL OR date(outcome_on, '+0 days') IS outcome_on), reported_on TEXT CHECK (reported_on IS NULL OR date(reported_on, '+0 days') IS reported_on), meeting_id INTEGER REFERENCES meeting (id) ON DELETE CASCADE
    , private INTEGER CHECK (private IS NULL OR private IN (0, 1))) STRICT;
CREATE INDEX advice_of_advisor ON advice (advisor_id, status);
CREATE INDEX advice_open ON advice (advisor_id) WHERE reported_on IS NULL OR status = 'trying';
CREATE INDEX advice_of_meeting ON advice (meeting_id) WHERE meeting_id IS NOT NULL;
CREATE TABLE agreement (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36), advisor_id INTEGER NOT NULL UNIQUE REFERENCES advisor (id) ON DELETE CASCADE,
        agreed_on TEXT NOT NULL CHECK (date(agreed_on, '+0 days') IS agreed_on), hopes TEXT CHECK (hopes IS NULL OR length(hopes) BETWEEN 1 AND 10000), focus TEXT NOT NULL DEFAULT '[]' CHECK (focus GLOB '[[]*]'),
        until_on TEXT CHECK (until_on IS NULL OR date(until_on, '+0 days') IS until_on),
        boundaries TEXT CHECK (boundaries IS NULL OR length(boundaries) BETWEEN 1 AND 10000)
    , programme TEXT CHECK (programme IS NULL OR length(programme) BETWEEN 1 AND 10000), outcome TEXT CHECK (outcome IS NULL OR length(outcome) BETWEEN 1 AND 10000)) STRICT;
CREATE TABLE criterion (id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36), text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 10000), must INTEGER NOT NULL DEFAULT 0 CHECK (must IN (0, 1))) STRICT;
CREATE TABLE rating (
        id INTEGER PRIMARY KEY AUTOINCREMENT, advisor_id INTEGER NOT NULL REFERENCES advisor (id) ON DELETE CASCADE,
        criterion_id INTEGER NOT NULL REFERENCES criterion (id) ON DELETE CASCADE,
        meets INTEGER NOT NULL DEFAULT 0 CHECK (meets IN (0, 1)), UNIQUE (advisor_id, criterion_id)
    ) STRICT;
CREATE INDEX rating_of_criterion ON rating (criterion_id);
CREATE TABLE snooze (
        id INTEGER PRIMARY KEY AUTOINCREMENT, subject TEXT NOT NULL CHECK (subject IN ('meeting', 'promise', 'review')),
        advisor_id INTEGER REFERENCES advisor (id) ON DELETE CASCADE,
        promise_id INTEGER REFERENCES promise (id) ON DELETE CASCADE,
        snoozed_on TEXT NOT NULL CHECK (date(snoozed_on, '+0 days') IS snoozed_on), until_on TEXT NOT NULL CHECK (date(until_on, '+0 days') IS until_on), why TEXT CHECK (why IS NULL OR length(why) BETWEEN 1 AND 10000)
    ) STRICT;
CREATE INDEX snooze_of_advisor ON snooze (advisor_id) WHERE advisor_id IS NOT NULL;
CREATE INDEX snooze_of_promise ON snooze (promise_id) WHERE promise_id IS NOT NULL;
CREATE TABLE review (
        id INTEGER PRIMARY KEY AUTOINCREMENT, uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36), started_on TEXT NOT NULL CHECK (date(started_on, '+0 days') IS started_on), completed_on TEXT CHECK (completed_on IS NULL OR date(completed_on, '+0 days') IS completed_on),
        from_on TEXT CHECK (from_on IS NULL OR date(from_on, '+0 days') IS from_on),
        of_board INTEGER NOT NULL DEFAULT 0 CHECK (of_board IN (0, 1)), board_facts TEXT NOT NULL DEFAULT '{}' CHECK (board_facts GLOB '{*}'), board_note TEXT CHECK (board_note IS NULL OR length(board_note) BETWEEN 1 AND 10000)
    , need TEXT CHECK (need IS NULL OR length(need) BETWEEN 1 AND 10000), seek TEXT CHECK (seek IS NULL OR length(seek) BETWEEN 1 AND 10000), bring TEXT CHECK (bring IS NULL OR length(bring) BETWEEN 1 AND 10000)) STRICT;
CREATE INDEX review_completed ON review (completed_on) WHERE completed_on IS NOT NULL;
CREATE TABLE review_answer (
        id INTEGER PRIMARY KEY AUTOINCREMENT, review_id INTEGER NOT NULL REFERENCES review (id) ON DELETE CASCADE,
        advisor_id INTEGER REFERENCES advisor (id) ON DELETE SET NULL, handle TEXT NOT NULL,
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 10000),
        facts TEXT NOT NULL DEFAULT '{}' CHECK (facts GLOB '{*}'),
        value INTEGER CHECK (value IS NULL OR value BETWEEN 1 AND 5),
        chemistry INTEGER CHECK (chemistry IS NULL OR chemistry BETWEEN 1 AND 5),
        trust INTEGER CHECK (trust IS NULL OR trust BETWEEN 1 AND 5),
        fits_next INTEGER CHECK (fits_next IS NULL OR fits_next IN (0, 1)), note TEXT CHECK (note IS NULL OR length(note) BETWEEN 1 AND 10000),
        decision TEXT CHECK (decision IS NULL OR decision IN ('keep', 'adjust', 'pause', 'part')),
        window TEXT CHECK (window IS NULL OR length(window) BETWEEN 1 AND 20), until_on TEXT CHECK (until_on IS NULL OR date(until_on, '+0 days') IS until_on), private INTEGER CHECK (private IS NULL OR private IN (0, 1)), outcome_met INTEGER CHECK (outcome_met IS NULL OR outcome_met IN (0, 1)), UNIQUE (review_id, handle)
    ) STRICT;
CREATE INDEX review_answer_of_advisor ON review_answer (advisor_id) WHERE advisor_id IS NOT NULL;
CREATE TABLE row_image (
        id INTEGER PRIMARY KEY AUTOINCREMENT, operation_id INTEGER NOT NULL REFERENCES operation (id) ON DELETE CASCADE,
        table_name TEXT NOT NULL,
        row_id INTEGER NOT NULL, before TEXT, after TEXT
    ) STRICT;
CREATE TABLE counter (name TEXT PRIMARY KEY, last_id INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX row_image_of_operation ON row_image (operation_id);
CREATE UNIQUE INDEX meeting_of_form ON meeting (form_id) WHERE form_id IS NOT NULL;
CREATE TABLE plan_day (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        meeting_id INTEGER NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
        recorded_on TEXT NOT NULL CHECK (date(recorded_on, '+0 days') IS recorded_on), met_on TEXT CHECK (met_on IS NULL OR date(met_on, '+0 days') IS met_on),
        start_time TEXT CHECK (
            start_time IS NULL
            OR (strftime('%H:%M', start_time) IS start_time AND start_time < '24')
        ),
        UNIQUE (meeting_id, recorded_on)
    ) STRICT;
CREATE TABLE agreement_term (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        agreement_id INTEGER NOT NULL REFERENCES agreement (id) ON DELETE CASCADE,
        recorded_on TEXT NOT NULL CHECK (date(recorded_on, '+0 days') IS recorded_on), until_on TEXT CHECK (until_on IS NULL OR date(until_on, '+0 days') IS until_on),
        UNIQUE (agreement_id, recorded_on)
    ) STRICT;
CREATE TABLE confidential_period (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        advisor_id INTEGER NOT NULL REFERENCES advisor (id) ON DELETE CASCADE,
        from_on TEXT NOT NULL CHECK (date(from_on, '+0 days') IS from_on), until_on TEXT CHECK (until_on IS NULL OR date(until_on, '+0 days') IS until_on),
        UNIQUE (advisor_id, from_on)
    ) STRICT;
CREATE TABLE board_identity (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        uid TEXT NOT NULL CHECK (length(uid) = 36)
    ) STRICT;
CREATE TABLE "operation" (
        id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('change', 'undo', 'redo', 'migration', 'purge')),
        command TEXT NOT NULL, summary TEXT NOT NULL, reverses INTEGER REFERENCES operation (id),
        undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
    ) STRICT;
CREATE INDEX operation_undoable ON operation (kind, undone, id);
CREATE TABLE occasion (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
        advisor_id INTEGER NOT NULL REFERENCES advisor (id) ON DELETE CASCADE,
        text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 10000),
        occurs_on TEXT NOT NULL CHECK (date(occurs_on, '+0 days') IS occurs_on),
        yearly INTEGER NOT NULL DEFAULT 0 CHECK (yearly IN (0, 1)),
        done_on TEXT CHECK (done_on IS NULL OR date(done_on, '+0 days') IS done_on),
        added_on TEXT NOT NULL CHECK (date(added_on, '+0 days') IS added_on),
        note TEXT CHECK (note IS NULL OR length(note) BETWEEN 1 AND 10000),
        private INTEGER CHECK (private IS NULL OR private IN (0, 1))
    ) STRICT;
CREATE INDEX occasion_of_advisor ON occasion (advisor_id, occurs_on);
CREATE TABLE letter (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        uid TEXT NOT NULL UNIQUE CHECK (length(uid) = 36),
        advisor_id INTEGER NOT NULL REFERENCES advisor (id) ON DELETE CASCADE,
        kind TEXT NOT NULL
            CHECK (kind IN ('ask', 'agenda', 'thanks', 'news', 'nudge', 'renew', 'part')),
        sent_on TEXT NOT NULL CHECK (date(sent_on, '+0 days') IS sent_on)
    ) STRICT;
CREATE INDEX letter_of_advisor ON letter (advisor_id, sent_on);
CREATE TABLE source (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 20),
        origin_id TEXT NOT NULL CHECK (length(origin_id) = 36),
        table_name TEXT NOT NULL CHECK (length(table_name) BETWEEN 1 AND 40),
        row_uid TEXT NOT NULL CHECK (length(row_uid) = 36),
        columns TEXT NOT NULL DEFAULT '{}' CHECK (columns GLOB '{*}'),
        read_on TEXT NOT NULL CHECK (date(read_on, '+0 days') IS read_on),
        UNIQUE (kind, origin_id, table_name)
    ) STRICT;
CREATE INDEX source_of_row ON source (row_uid);
CREATE TABLE column_mapping (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        header TEXT NOT NULL UNIQUE CHECK (length(header) = 36),
        columns TEXT NOT NULL DEFAULT '{}' CHECK (columns GLOB '{*}')
    ) STRICT;
CREATE TABLE calendar_answer (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        event_uid TEXT NOT NULL CHECK (length(event_uid) BETWEEN 1 AND 10000),
        recurrence TEXT CHECK (recurrence IS NULL OR length(recurrence) BETWEEN 1 AND 100),
        answer TEXT NOT NULL
            CHECK (answer IN ('logged', 'moved', 'cancelled', 'planned', 'left', 'never')),
        answered_on TEXT NOT NULL CHECK (date(answered_on, '+0 days') IS answered_on)
    ) STRICT;
CREATE UNIQUE INDEX answer_of_event
        ON calendar_answer (event_uid, coalesce(recurrence, ''));
