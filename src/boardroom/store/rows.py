"""The rows of every table. Written by `make rows` from `boardroom.models`; change them there."""

from __future__ import annotations

from datetime import date

from boardroom.store.row import Row

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Advice(Row):
    """What an advisor said to do or think, what came of it, and when they were told."""

    TABLE = "advice"
    LETTER = "v"
    DAYS = frozenset({"given_on", "outcome_on", "reported_on"})
    FLAGS = frozenset({"private"})

    id: int = 0
    uid: str = ""
    advisor_id: int
    text: str
    given_on: date
    status: str = "new"
    outcome: str | None = None
    outcome_on: date | None = None
    reported_on: date | None = None
    meeting_id: int | None = None
    private: bool | None = None


class Advisor(Row):
    """A person. Their status, and since when they have it, is in their transitions."""

    TABLE = "advisor"
    JSON = frozenset({"nicknames", "strengths", "perspectives"})

    id: int = 0
    uid: str = ""
    handle: str
    name: str
    nicknames: list[str] = []
    seat: str | None = None
    org: str | None = None
    how_met: str | None = None
    kind: str = "informal"
    strengths: list[str] = []
    perspectives: dict[str, str] = {}
    their_goals: str | None = None
    email: str | None = None
    phone: str | None = None
    link: str | None = None
    city: str | None = None
    way: str | None = None
    window: str | None = None
    minutes: int | None = None
    notes: str | None = None
    role: str = "advisor"
    title: str | None = None
    timezone: str | None = None
    usual: str | None = None


class AgendaItem(Row):
    """Something to raise with an advisor, open until it is covered or dropped."""

    TABLE = "agenda_item"
    LETTER = "a"
    DAYS = frozenset({"added_on", "closed_on"})
    FLAGS = frozenset({"private"})

    id: int = 0
    uid: str = ""
    advisor_id: int
    kind: str
    text: str
    status: str = "open"
    answer: str | None = None
    goal_id: int | None = None
    meeting_id: int | None = None
    added_on: date
    closed_on: date | None = None
    private: bool | None = None


class Agreement(Row):
    """What was agreed with an advisor. How often and how long they meet is in `Advisor`."""

    TABLE = "agreement"
    DAYS = frozenset({"agreed_on", "until_on"})
    JSON = frozenset({"focus"})

    id: int = 0
    uid: str = ""
    advisor_id: int
    agreed_on: date
    hopes: str | None = None
    focus: list[str] = []
    until_on: date | None = None
    boundaries: str | None = None
    programme: str | None = None
    outcome: str | None = None


class AgreementTerm(Row):
    """Until when an agreement was to last, as recorded on a day."""

    TABLE = "agreement_term"
    DAYS = frozenset({"recorded_on", "until_on"})

    id: int = 0
    agreement_id: int
    recorded_on: date
    until_on: date | None = None


class CalendarAnswer(Row):
    """What the user answered about an event of another calendar, or about one of its days."""

    TABLE = "calendar_answer"
    DAYS = frozenset({"answered_on"})

    id: int = 0
    event_uid: str
    recurrence: str | None = None
    answer: str
    answered_on: date


class ColumnMapping(Row):
    """What each column of a spreadsheet is to the board; `header` is a digest of its columns."""

    TABLE = "column_mapping"
    JSON = frozenset({"columns"})

    id: int = 0
    header: str
    columns: dict[str, str] = {}


class ConfidentialPeriod(Row):
    """Days, both included, on which whatever happens with an advisor is private."""

    TABLE = "confidential_period"
    DAYS = frozenset({"from_on", "until_on"})

    id: int = 0
    advisor_id: int
    from_on: date
    until_on: date | None = None


class Criterion(Row):
    """A must-have or nice-to-have of the next advisor."""

    TABLE = "criterion"
    LETTER = "c"
    FLAGS = frozenset({"must"})

    id: int = 0
    uid: str = ""
    text: str
    must: bool = False


class Exchange(Row):
    """Something given to an advisor or received from one; `person` is the one introduced."""

    TABLE = "exchange"
    LETTER = "x"
    DAYS = frozenset({"exchanged_on"})
    FLAGS = frozenset({"private"})

    id: int = 0
    uid: str = ""
    advisor_id: int
    direction: str
    kind: str
    text: str
    person: str | None = None
    exchanged_on: date
    meeting_id: int | None = None
    private: bool | None = None


class Goal(Row):
    """Something specific to achieve, near or long term; open until `closed_on`."""

    TABLE = "goal"
    LETTER = "g"
    DAYS = frozenset({"target_on", "added_on", "closed_on"})
    FLAGS = frozenset({"private"})

    id: int = 0
    uid: str = ""
    title: str
    horizon: str
    why: str | None = None
    target_on: date | None = None
    status: str = "open"
    added_on: date
    closed_on: date | None = None
    note: str | None = None
    private: bool | None = None
    measure: str | None = None


class GoalHelper(Row):
    """An advisor who helps with a goal."""

    TABLE = "goal_helper"

    id: int = 0
    goal_id: int
    advisor_id: int


class GoalStep(Row):
    """A small step towards a goal, open until `done_on`; an old one may lack `added_on`."""

    TABLE = "goal_step"
    LETTER = "s"
    DAYS = frozenset({"due_on", "done_on", "added_on"})

    id: int = 0
    uid: str = ""
    goal_id: int
    text: str
    due_on: date | None = None
    done_on: date | None = None
    note: str | None = None
    added_on: date | None = None


class Letter(Row):
    """A letter that was sent to somebody. Its text is not kept."""

    TABLE = "letter"
    DAYS = frozenset({"sent_on"})

    id: int = 0
    uid: str = ""
    advisor_id: int
    kind: str
    sent_on: date


class Meeting(Row):
    """A conversation on a day: planned, held, cancelled or missed; `start_time` is local, HH:MM."""

    TABLE = "meeting"
    LETTER = "m"
    DAYS = frozenset({"met_on"})
    FLAGS = frozenset({"private"})

    id: int = 0
    uid: str = ""
    advisor_id: int
    status: str
    met_on: date
    start_time: str | None = None
    way: str
    place: str | None = None
    minutes: int
    notes: str | None = None
    private: bool | None = None
    form_id: str | None = None


class Occasion(Row):
    """A dated thing in somebody's life; `note` is how it went, as the user heard on `done_on`."""

    TABLE = "occasion"
    LETTER = "o"
    DAYS = frozenset({"occurs_on", "done_on", "added_on"})
    FLAGS = frozenset({"yearly", "private"})

    id: int = 0
    uid: str = ""
    advisor_id: int
    text: str
    occurs_on: date
    yearly: bool = False
    done_on: date | None = None
    added_on: date
    note: str | None = None
    private: bool | None = None


class PlanDay(Row):
    """When a meeting was planned for, as recorded on a day; no `met_on`: planned no more."""

    TABLE = "plan_day"
    DAYS = frozenset({"recorded_on", "met_on"})

    id: int = 0
    meeting_id: int
    recorded_on: date
    met_on: date | None = None
    start_time: str | None = None


class Promise(Row):
    """What one of the two said they would do, kept or dropped on `done_on`."""

    TABLE = "promise"
    LETTER = "p"
    DAYS = frozenset({"made_on", "due_on", "done_on"})
    FLAGS = frozenset({"private"})

    id: int = 0
    uid: str = ""
    advisor_id: int
    by_whom: str
    text: str
    kind: str = "promise"
    made_on: date
    due_on: date | None = None
    done_on: date | None = None
    note: str | None = None
    meeting_id: int | None = None
    exchange_id: int | None = None
    private: bool | None = None
    status: str = "open"


class Rating(Row):
    """Whether a person meets a criterion. Without a rating, that is unknown."""

    TABLE = "rating"
    FLAGS = frozenset({"meets"})

    id: int = 0
    advisor_id: int
    criterion_id: int
    meets: bool


class Review(Row):
    """A review of the board, or of one person (not `of_board`); frozen once `completed_on`."""

    TABLE = "review"
    LETTER = "r"
    DAYS = frozenset({"started_on", "completed_on", "from_on"})
    FLAGS = frozenset({"of_board"})
    JSON = frozenset({"board_facts"})

    id: int = 0
    uid: str = ""
    started_on: date
    completed_on: date | None = None
    from_on: date | None = None
    of_board: bool = False
    board_facts: dict[str, Any] = {}
    board_note: str | None = None
    need: str | None = None
    seek: str | None = None
    bring: str | None = None


class ReviewAnswer(Row):
    """The answers about one advisor in a review; once it is completed, the facts beside them."""

    TABLE = "review_answer"
    DAYS = frozenset({"until_on"})
    FLAGS = frozenset({"fits_next", "private", "outcome_met"})
    JSON = frozenset({"facts"})

    id: int = 0
    review_id: int
    advisor_id: int | None = None
    handle: str
    name: str
    facts: dict[str, Any] = {}
    value: int | None = None
    chemistry: int | None = None
    trust: int | None = None
    fits_next: bool | None = None
    note: str | None = None
    decision: str | None = None
    window: str | None = None
    until_on: date | None = None
    private: bool | None = None
    outcome_met: bool | None = None


class Setting(Row):
    """A default that the user changed."""

    TABLE = "setting"

    id: int = 0
    key: str
    value: str


class Snooze(Row):
    """What `due` leaves out until a day: a person's window, a promise, or every review."""

    TABLE = "snooze"
    DAYS = frozenset({"snoozed_on", "until_on"})

    id: int = 0
    subject: str
    advisor_id: int | None = None
    promise_id: int | None = None
    snoozed_on: date
    until_on: date
    why: str | None = None


class Source(Row):
    """The row that a record of another program's file became; the row may be gone since."""

    TABLE = "source"
    DAYS = frozenset({"read_on"})
    JSON = frozenset({"columns"})

    id: int = 0
    kind: str
    origin_id: str
    table_name: str
    row_uid: str
    columns: dict[str, str] = {}
    read_on: date


class Transition(Row):
    """A dated step in an advisor's lifecycle: `status` from `changed_on` on."""

    TABLE = "transition"
    DAYS = frozenset({"changed_on", "until_on", "recorded_on"})

    id: int = 0
    uid: str = ""
    advisor_id: int
    changed_on: date
    status: str
    until_on: date | None = None
    how: str | None = None
    about: str | None = None
    note: str | None = None
    recorded_on: date | None = None
    by_whom: str | None = None


REFERRING: dict[str, tuple[str, ...]] = {
    "advisor": (
        "advice",
        "agenda_item",
        "agreement",
        "confidential_period",
        "exchange",
        "goal_helper",
        "letter",
        "meeting",
        "occasion",
        "promise",
        "rating",
        "review_answer",
        "snooze",
        "transition",
    ),
    "agreement": ("agreement_term",),
    "criterion": ("rating",),
    "exchange": ("promise",),
    "goal": (
        "agenda_item",
        "goal_helper",
        "goal_step",
    ),
    "meeting": (
        "advice",
        "agenda_item",
        "exchange",
        "plan_day",
        "promise",
    ),
    "promise": ("snooze",),
    "review": ("review_answer",),
}
"""The tables that refer to each; deleting one of its rows may change theirs."""
